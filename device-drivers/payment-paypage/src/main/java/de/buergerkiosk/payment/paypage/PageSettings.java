package de.buergerkiosk.payment.paypage;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How to reach the payment provider, and how long to wait for what.
 *
 * @param base the provider's interface; {@code /paymenttransaction/…} is appended
 * @param originator id of this online service at the provider, 1 to 36 of {@code [A-Za-z0-9_-]}
 * @param endPoint id of the authority there, of the same form
 * @param returnTo where the citizen's telephone goes after paying; the kiosk never learns from it
 * @param zone of the city, for the time of payment
 */
public record PageSettings(
        URI base,
        String originator,
        String endPoint,
        Amounts amounts,
        Access access,
        URI returnTo,
        ZoneId zone,
        Patience patience) {
    /** Letters, digits and the two signs that the specification allows in ids. */
    static final String ID = "[A-Za-z0-9_-]{1,36}";

    /** In which unit the provider counts; the specification does not say it. */
    public enum Amounts {
        /** Whole cents: 49.00 euros are {@code 4900}. */
        CENTS,
        /** Euros with two decimals: {@code 49.00}. */
        EUROS
    }

    /**
     * OAuth 2.0 client credentials (RFC 6749, 4.4).
     *
     * @param tokens where tokens are given out
     */
    public record Access(URI tokens, String client, String secret) {
        @Override
        public String toString() {
            return "Access[" + tokens + " " + client + "]";
        }
    }

    /**
     * Bounds of waiting.
     *
     * @param exchange for one question and its answer, connection included
     * @param poll between two questions whether it is paid
     * @param offered how long the page is offered
     * @param findOut how long to ask what became of a page that was given up
     */
    public record Patience(Duration exchange, Duration poll, Duration offered, Duration findOut) {
        /** Ten minutes to pay, as long as a card on a telephone takes with its second factor. */
        public static final Patience USUAL =
                new Patience(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(45));
    }

    public PageSettings {
        if (!originator.matches(ID) || !endPoint.matches(ID)) {
            throw new IllegalArgumentException("not an id of the payment provider");
        }
    }

    /** The same with other bounds. */
    public PageSettings with(Patience other) {
        return new PageSettings(base, originator, endPoint, amounts, access, returnTo, zone, other);
    }
}
