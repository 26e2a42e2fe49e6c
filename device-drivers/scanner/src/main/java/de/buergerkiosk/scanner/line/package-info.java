/** The lines to a code scanner: a serial port or TCP, each as bytes that come and a way to notice its end. */
@NullMarked
package de.buergerkiosk.scanner.line;

import org.jspecify.annotations.NullMarked;
