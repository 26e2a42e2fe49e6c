/** Pages and answers as data, and the one port behind which a screen shows them. */
@NullMarked
package de.buergerkiosk.page;

import org.jspecify.annotations.NullMarked;
