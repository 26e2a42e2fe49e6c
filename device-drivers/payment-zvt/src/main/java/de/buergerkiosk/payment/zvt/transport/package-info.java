/** The wires between kiosk and terminal: TCP and serial line, each carrying whole APDUs both ways. */
@NullMarked
package de.buergerkiosk.payment.zvt.transport;

import org.jspecify.annotations.NullMarked;
