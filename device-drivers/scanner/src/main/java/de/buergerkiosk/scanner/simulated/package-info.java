/** A code scanner without glass and light: sends on a serial line or over TCP what is held before it, and misbehaves on request. */
@NullMarked
package de.buergerkiosk.scanner.simulated;

import org.jspecify.annotations.NullMarked;
