/** Takes money on a payment page of the city's payment provider (XBezahldienste): writes ahead, offers the page, and finds out whether it was paid. */
@NullMarked
package de.buergerkiosk.payment.paypage;

import org.jspecify.annotations.NullMarked;
