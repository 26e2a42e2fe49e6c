package de.buergerkiosk.payment.paypage;

import de.buergerkiosk.ports.payment.PaymentOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the provider is asked for (XBezahldienste 1.0.0, {@code PaymentRequest}). */
record PaymentRequest(PageSettings settings, PaymentOrder order, String purpose) {
    private static final String PURPOSE = "[A-Za-z0-9 -]{1,27}";

    PaymentRequest {
        if (!order.reference().matches(PageSettings.ID)) {
            throw new IllegalArgumentException("not a reference that the provider takes");
        }
        if (!purpose.matches(PURPOSE)) {
            throw new IllegalArgumentException("not a purpose that the provider takes");
        }
    }

    /** One item: what makes up the fee is the office's matter, not the provider's. */
    String json(Instant now) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("requestId", order.reference());
        json.put("requestTimestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("currency", "EUR");
        amount(json, "grosAmount", order.amountCents());
        json.put("purpose", purpose);
        json.put("description", purpose);
        json.put("redirectUrl", settings.returnTo().toString());
        var item = json.putArray("items").addObject();
        item.put("id", "1");
        item.put("reference", order.reference());
        item.put("description", purpose);
        item.put("taxRate", 0);
        item.put("quantity", 1);
        amount(item, "singleNetAmount", order.amountCents());
        amount(item, "singleTaxAmount", 0);
        amount(item, "totalNetAmount", order.amountCents());
        amount(item, "totalTaxAmount", 0);
        item.putObject("bookingData").put("kassenzeichen", order.reference());
        return json.toString();
    }

    private void amount(ObjectNode json, String name, long cents) {
        switch (settings.amounts()) {
            case CENTS -> json.put(name, cents);
            case EUROS -> json.put(name, BigDecimal.valueOf(cents, 2));
        }
    }
}
