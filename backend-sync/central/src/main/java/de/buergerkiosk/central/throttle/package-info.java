/** Slows down whoever guesses or asks too often. */
@NullMarked
package de.buergerkiosk.central.throttle;

import org.jspecify.annotations.NullMarked;
