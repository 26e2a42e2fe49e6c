/** The headless form engine: service definition in, pages, problems and fees out. */
@NullMarked
package de.buergerkiosk.forms;

import org.jspecify.annotations.NullMarked;
