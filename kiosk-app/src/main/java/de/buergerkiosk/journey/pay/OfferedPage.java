package de.buergerkiosk.journey.pay;

import de.buergerkiosk.ports.payment.PayPage;

/**
 * A payment page, and when citizens are offered it.
 *
 * @param always beside the card from the start; else only after the card did not work
 */
public record OfferedPage(PayPage page, boolean always) {}
