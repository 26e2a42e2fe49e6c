/** The command that checks a service folder before it is released. */
@NullMarked
package de.buergerkiosk.forms.check;

import org.jspecify.annotations.NullMarked;
