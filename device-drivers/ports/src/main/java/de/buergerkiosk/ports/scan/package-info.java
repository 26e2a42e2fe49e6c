/** The code scanner as the kiosk sees it: reads QR and bar codes while somebody waits for one, and only then. */
@NullMarked
package de.buergerkiosk.ports.scan;

import org.jspecify.annotations.NullMarked;
