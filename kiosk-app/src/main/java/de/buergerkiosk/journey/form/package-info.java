/** The questions of a service, the check page, and the sealed submit. */
@NullMarked
package de.buergerkiosk.journey.form;

import org.jspecify.annotations.NullMarked;
