/** Receipt printer and document printer as the kiosk sees them; a receipt is data, not bytes. */
@NullMarked
package de.buergerkiosk.ports.print;

import org.jspecify.annotations.NullMarked;
