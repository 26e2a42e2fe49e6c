package de.buergerkiosk.payment.paypage;

import de.buergerkiosk.payment.paypage.PageSettings.Amounts;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment transaction as the provider tells it (XBezahldienste 1.0.0, {@code PaymentTransaction}).
 *
 * @param page where it is paid; only while it is open
 * @param requestId our reference, where the provider repeats it
 * @param amountCents where the provider repeats it
 * @param method empty where it does not say
 * @param paidAt local time of the city, where it says
 */
record Transaction(
        String id,
        State state,
        Optional<URI> page,
        Optional<String> requestId,
        OptionalLong amountCents,
        String method,
        Optional<LocalDateTime> paidAt) {
    private static final int ADDRESS_MAX = 2_082;
    private static final int METHOD_MAX = 40;

    /** How far it is. */
    enum State {
        /** Made; nobody has paid, and everybody who knows the page can. */
        INITIAL,
        PAYED,
        /** Broken off by the provider. */
        FAILED,
        /** Broken off by the citizen, or withdrawn. */
        CANCELED
    }

    /** The answer is not a transaction. */
    static final class NotATransaction extends Exception {
        private static final long serialVersionUID = 1;

        NotATransaction(String why) {
            super(why);
        }
    }

    static Transaction parse(String body, Amounts amounts, ZoneId zone) throws NotATransaction {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new NotATransaction("the answer is not JSON");
        }
        var told = root.path("paymentInformation");
        var asked = root.path("paymentRequest");
        var id = told.path("transactionId").asString("");
        if (!id.matches("[A-Za-z0-9_-]{1,44}")) {
            throw new NotATransaction("the answer has no transactionId");
        }
        return new Transaction(
                id,
                state(told.path("status").asString("")),
                page(told.path("transactionRedirectUrl").asString("")),
                Optional.of(asked.path("requestId").asString("")).filter(text -> !text.isEmpty()),
                cents(asked.path("grosAmount"), amounts),
                method(told.path("paymentMethod").asString("")),
                time(told.path("transactionTimestamp").asString(""), zone));
    }

    private static State state(String word) throws NotATransaction {
        for (var state : State.values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        throw new NotATransaction("the answer has no known status");
    }

    /** Only what a telephone should open: HTTPS, or this machine where it is simulated. */
    private static Optional<URI> page(String text) throws NotATransaction {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var page = new URI(text);
            if (text.length() > ADDRESS_MAX || !isSafe(page)) {
                throw new NotATransaction("the page's address is not one to show");
            }
            return Optional.of(page);
        } catch (java.net.URISyntaxException e) {
            throw new NotATransaction("the page's address is none");
        }
    }

    static boolean isSafe(URI address) {
        var host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                        && (host.equals("127.0.0.1") || host.equals("localhost")));
    }

    private static OptionalLong cents(JsonNode amount, Amounts amounts) throws NotATransaction {
        if (amount.isMissingNode() || amount.isNull()) {
            return OptionalLong.empty();
        }
        try {
            var number = new BigDecimal(amount.asString());
            var cents =
                    switch (amounts) {
                        case CENTS -> number;
                        case EUROS -> number.movePointRight(2);
                    };
            return OptionalLong.of(cents.longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new NotATransaction("the answer has an amount that is none");
        }
    }

    private static String method(String text) {
        var plain = text.replaceAll("[^A-Za-z0-9 _-]", "");
        return plain.substring(0, Math.min(plain.length(), METHOD_MAX));
    }

    private static Optional<LocalDateTime> time(String text, ZoneId zone) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
