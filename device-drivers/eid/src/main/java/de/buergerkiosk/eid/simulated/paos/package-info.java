/** The messages between eID client and eID server: TCToken and PAOS, read strictly and written by hand. */
@NullMarked
package de.buergerkiosk.eid.simulated.paos;

import org.jspecify.annotations.NullMarked;
