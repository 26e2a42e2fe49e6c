package de.buergerkiosk.payment.paypage;

/** What came back from the provider. */
sealed interface Reply {
    /** The transaction as it stands there. */
    record Told(Transaction transaction) implements Reply {}

    /** The provider is there and does not do it; the detail has its status and its own words. */
    record Refused(int status, Problem problem) implements Reply {}

    /** It answered something that cannot be understood. */
    record Garbled(String detail) implements Reply {}

    /** Nothing came back: it may have heard the question, or not. */
    record Silent(String detail) implements Reply {}

    /** Why a provider refuses (XBezahldienste 1.0.0), as far as the driver acts on it. */
    enum Problem {
        /** The reference has a transaction already. */
        PAYMENT_EXISTS,
        FORBIDDEN,
        NO_VALID_ORIGINATOR_OR_ENDPOINT,
        CALCULATION_ERROR,
        BOOKING_DATA_MISSING,
        VALIDATION_ERROR,
        UNSPECIFIED;

        /** Finds the word wherever it stands in the answer; providers lay their problems out anew. */
        static Problem in(String body) {
            for (var each : values()) {
                if (body.contains(each.name())) {
                    return each;
                }
            }
            return UNSPECIFIED;
        }
    }
}
