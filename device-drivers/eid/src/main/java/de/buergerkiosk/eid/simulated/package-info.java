/** The labelled simulation of an identification: example cards, a card tray that another window steers, and an eID server in memory. */
@NullMarked
package de.buergerkiosk.eid.simulated;

import org.jspecify.annotations.NullMarked;
