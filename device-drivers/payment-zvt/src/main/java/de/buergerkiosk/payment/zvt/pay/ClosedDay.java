package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.payment.zvt.DailyClosing;
import de.buergerkiosk.ports.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What came of a daily closing. */
sealed interface ClosedDay {
    /**
     * The terminal has closed its day.
     *
     * @param reference of the closing in the journal
     * @param closing empty where it told no totals
     */
    record Closed(String reference, List<String> printed, Optional<DailyClosing> closing)
            implements ClosedDay {
        public Closed {
            printed = List.copyOf(printed);
        }
    }

    record NotClosed(Fault fault) implements ClosedDay {}

    /** Closed, and both say the same. */
    default boolean agrees() {
        return switch (this) {
            case Closed(_, _, var closing) -> closing.map(DailyClosing::agrees).orElse(false);
            case NotClosed _ -> false;
        };
    }

    default ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        switch (this) {
            case Closed(var reference, var printed, var closing) -> {
                json.put("outcome", "closed");
                json.put("reference", reference);
                json.put("agrees", agrees());
                closing.ifPresent(each -> put(json, each));
                var lines = json.putArray("printed");
                printed.forEach(lines::add);
            }
            case NotClosed(var fault) -> {
                json.put("outcome", "failed");
                json.put("agrees", false);
                json.put("code", fault.code());
                json.put("reason", fault.code() + ": " + fault.detail());
            }
        }
        return json;
    }

    private static void put(ObjectNode json, DailyClosing closing) {
        json.put("terminalCents", closing.totals().amountCents());
        json.put("journalCents", closing.journalCents());
        closing.totals().transactions().ifPresent(each -> json.put("terminalPayments", each));
        json.put("journalPayments", closing.covered().size());
        json.put("firstReceipt", closing.totals().firstReceipt());
        json.put("lastReceipt", closing.totals().lastReceipt());
    }

    default String text() {
        return switch (this) {
            case Closed(_, var printed, var closing) ->
                    closing.map(each ->
                                    String.format(
                                            Locale.ROOT,
                                            "closed  terminal %d cents, journal %d cents:" + " %s",
                                            each.totals().amountCents(),
                                            each.journalCents(),
                                            each.agrees() ? "agree" : "DO NOT AGREE"))
                                    .orElse("closed, without totals")
                            + "\n"
                            + String.join("\n", printed);
            case NotClosed(var fault) -> "failed  " + fault.code() + ": " + fault.detail();
        };
    }
}
