/** Measures our share of a payment, and how fast the decoder is. */
@NullMarked
package de.buergerkiosk.payment.zvt.bench;

import org.jspecify.annotations.NullMarked;
