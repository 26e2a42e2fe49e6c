/** Prints receipts on an ESC/POS printer over TCP and says truthfully whether they are on paper. */
@NullMarked
package de.buergerkiosk.printer.escpos;

import org.jspecify.annotations.NullMarked;
