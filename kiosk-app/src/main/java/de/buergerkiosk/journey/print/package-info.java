/** Receipt and document as data, and their way onto paper. */
@NullMarked
package de.buergerkiosk.journey.print;

import org.jspecify.annotations.NullMarked;
