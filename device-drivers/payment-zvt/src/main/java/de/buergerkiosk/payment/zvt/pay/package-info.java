/** The command that takes one payment: settles what is open, pays, and answers in one document. */
@NullMarked
package de.buergerkiosk.payment.zvt.pay;

import org.jspecify.annotations.NullMarked;
