/** Words that all parts of the centre share. */
@NullMarked
package de.buergerkiosk.central;

import org.jspecify.annotations.NullMarked;
