/** What every device has in common: its state, its faults, the trace of its wire, and personal data that cannot be printed by accident. */
@NullMarked
package de.buergerkiosk.ports;

import org.jspecify.annotations.NullMarked;
