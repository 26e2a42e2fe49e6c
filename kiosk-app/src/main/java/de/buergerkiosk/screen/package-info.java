/** Draws pages with JavaFX and turns presses into answers; the only package that knows JavaFX. */
@NullMarked
package de.buergerkiosk.screen;

import org.jspecify.annotations.NullMarked;
