/** Card readers over PC/SC: what is plugged in, what lies in it, what a reader can do; touches no card that others use. */
@NullMarked
package de.buergerkiosk.card.pcsc;

import org.jspecify.annotations.NullMarked;
