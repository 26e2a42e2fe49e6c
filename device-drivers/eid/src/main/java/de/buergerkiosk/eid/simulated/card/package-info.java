/** The virtual ID card: a chip with the eID application that speaks PACE, terminal and chip authentication, over vpcd or in process. */
@NullMarked
package de.buergerkiosk.eid.simulated.card;

import org.jspecify.annotations.NullMarked;
