/** The payment terminal as the kiosk sees it, with every outcome a payment can have. */
@NullMarked
package de.buergerkiosk.ports.payment;

import org.jspecify.annotations.NullMarked;
