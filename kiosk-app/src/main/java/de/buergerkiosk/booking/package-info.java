/** Appointments and numbers at the centre: asked for while a citizen waits, fetched ahead, reported afterwards. */
@NullMarked
package de.buergerkiosk.booking;

import org.jspecify.annotations.NullMarked;
