package de.buergerkiosk.payment.paypage.simulated;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a payment request against the specification, field by field (XBezahldienste 1.0.0). */
final class RequestCheck {
    private static final long AMOUNT_MAX = 999_999;
    private static final List<String> AMOUNTS =
            List.of("singleNetAmount", "singleTaxAmount", "totalNetAmount", "totalTaxAmount");

    private RequestCheck() {}

    /** What is asked for, or the problem and its place. */
    sealed interface Verdict {
        record Good(String requestId, long cents, String purpose, String returnTo)
                implements Verdict {}

        record Bad(String problem, String field) implements Verdict {}
    }

    static Verdict of(String body) {
        JsonNode request;
        try {
            request = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return new Verdict.Bad("VALIDATION_ERROR", "document");
        }
        return texts(request)
                .or(() -> time(request))
                .or(() -> sums(request))
                .<Verdict>map(bad -> bad)
                .orElseGet(() ->
                        new Verdict.Good(
                                request.path("requestId").asString(),
                                request.path("grosAmount").asLong(),
                                request.path("purpose").asString(),
                                request.path("redirectUrl").asString()));
    }

    private static Optional<Verdict.Bad> texts(JsonNode request) {
        return text(request, "requestId", "[\\w-]{1,36}")
                .or(() -> text(request, "currency", "EUR"))
                .or(() -> text(request, "purpose", "[\\w\\s-]{1,27}"))
                .or(() -> text(request, "description", "[\\w\\s,.\\u00C0-\\u017F-]{1,250}"))
                .or(() -> text(request, "redirectUrl", "https?://.{1,2070}"));
    }

    private static Optional<Verdict.Bad> text(JsonNode in, String field, String pattern) {
        return in.path(field).isString() && in.path(field).asString().matches(pattern)
                ? Optional.empty()
                : bad("VALIDATION_ERROR", field);
    }

    private static Optional<Verdict.Bad> time(JsonNode request) {
        try {
            OffsetDateTime.parse(request.path("requestTimestamp").asString(""));
            return Optional.empty();
        } catch (DateTimeException e) {
            return bad("VALIDATION_ERROR", "requestTimestamp");
        }
    }

    private static Optional<Verdict.Bad> sums(JsonNode request) {
        var amount = request.path("grosAmount");
        if (!amount.isIntegralNumber() || amount.asLong() < 1 || amount.asLong() > AMOUNT_MAX) {
            return bad("VALIDATION_ERROR", "grosAmount");
        }
        var items = request.path("items");
        if (!items.isArray() || items.isEmpty() || items.size() > 99) {
            return bad("VALIDATION_ERROR", "items");
        }
        long sum = 0;
        for (var item : items) {
            var wrong = item(item);
            if (wrong.isPresent()) {
                return wrong;
            }
            sum += item.path("totalNetAmount").asLong() + item.path("totalTaxAmount").asLong();
        }
        return sum == amount.asLong() ? Optional.empty() : bad("CALCULATION_ERROR", "grosAmount");
    }

    private static Optional<Verdict.Bad> item(JsonNode item) {
        for (var field : AMOUNTS) {
            if (!item.path(field).isIntegralNumber()) {
                return bad("VALIDATION_ERROR", "items." + field);
            }
        }
        long quantity = item.path("quantity").asLong();
        if (quantity < 1
                || quantity * item.path("singleNetAmount").asLong()
                        != item.path("totalNetAmount").asLong()) {
            return bad("CALCULATION_ERROR", "items.totalNetAmount");
        }
        if (item.path("bookingData").isEmpty()) {
            return bad("BOOKING_DATA_MISSING", "items.bookingData");
        }
        return text(item, "id", "[\\w-]{1,36}")
                .or(() -> text(item, "reference", "[\\w-]{1,36}"))
                .or(() -> text(item, "description", ".{1,250}"));
    }

    private static Optional<Verdict.Bad> bad(String problem, String field) {
        return Optional.of(new Verdict.Bad(problem, field));
    }
}
