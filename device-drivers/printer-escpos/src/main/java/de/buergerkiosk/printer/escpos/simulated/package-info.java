/** A printer made of software: eats ESC/POS bytes, answers status, draws the paper, misbehaves. */
@NullMarked
package de.buergerkiosk.printer.escpos.simulated;

import org.jspecify.annotations.NullMarked;
