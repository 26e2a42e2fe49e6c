package de.buergerkiosk.store;

import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.util.Locale;

/** An order as it stands in the journal: reference, cents, and the way where it is not the card. */
record OrderLine(PaymentOrder order, PaymentWay way) {
    static String of(PaymentOrder order, PaymentWay way) {
        var line = order.reference() + " " + order.amountCents();
        return switch (way) {
            case CARD -> line;
            case PAGE -> line + " " + way.name().toLowerCase(Locale.ROOT);
        };
    }

    static OrderLine read(String detail) {
        var page = " " + PaymentWay.PAGE.name().toLowerCase(Locale.ROOT);
        var paged = detail.endsWith(page);
        var order = paged ? detail.substring(0, detail.length() - page.length()) : detail;
        var space = order.lastIndexOf(' ');
        return new OrderLine(
                new PaymentOrder(
                        order.substring(0, space), Long.parseLong(order.substring(space + 1))),
                paged ? PaymentWay.PAGE : PaymentWay.CARD);
    }
}
