/** Turns a municipal service that is written down as data into pages, problems and fees. */
@NullMarked
package de.buergerkiosk.forms;

import org.jspecify.annotations.NullMarked;
