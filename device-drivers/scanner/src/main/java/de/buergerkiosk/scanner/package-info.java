/** Reads QR and bar codes with a scanner on a serial line: armed only while somebody waits, strict about what gets through. */
@NullMarked
package de.buergerkiosk.scanner;

import org.jspecify.annotations.NullMarked;
