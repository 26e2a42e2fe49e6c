package de.buergerkiosk.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The six invariants, each checked against books that the kiosk does not keep. */
final class Invariants {
    private static final String SETTLED_PAGE = "page farewell";

    /** Stands for a receipt that could not be printed after a cut. */
    private static final String OWED_PAGE = "page receipt-owed";

    private Invariants() {}

    /**
     * One kill, looked at after the restart.
     *
     * @param recovered what the restarted kiosk says, with all its accounts; empty if it did not
     *     come back
     * @param account the filing of this visit at the kiosk, if it came to one
     * @param passed points that the killed process had passed
     * @param settled points that the restarted process passed while it settled
     */
    record Case(
            String point,
            Optional<JsonNode> recovered,
            Optional<JsonNode> account,
            List<String> passed,
            List<String> settled,
            Books before,
            Books after,
            List<String> found) {}

    static Finding check(Case c) {
        var violations = new ArrayList<String>();
        int bookings = c.after().bookings() - c.before().bookings();
        long booked = c.after().booked() - c.before().booked();
        var id = c.account().map(a -> a.path("filing").asString()).orElse("");
        var state = c.account().map(a -> a.path("state").asString()).orElse("none");
        var payment = c.account().map(a -> a.path("payment").path("state").asString("")).orElse("");
        var paper = c.account().map(a -> a.path("paper").asString()).orElse("");
        long atCentre = id.isEmpty() ? 0 : c.after().atCentre(id);
        c.found().forEach(place -> violations.add("I3 left behind: " + place));
        if (c.recovered().isEmpty()) {
            // What became of the visit is not known then, so nothing else can be judged.
            violations.add("I5 the kiosk did not come back");
        } else {
            nothingLost(c, state, atCentre, violations);
            nobodyChargedTwice(c, payment, bookings, booked, violations);
            receiptOrNumber(c, payment, id, paper, violations);
            truthfulScreen(c, state, violations);
            explained(c.recovered().get(), payment, bookings, violations);
        }
        return new Finding(
                c.point(),
                id,
                state,
                payment,
                bookings,
                booked,
                atCentre,
                paper,
                c.found(),
                violations);
    }

    private static void nothingLost(Case c, String state, long atCentre, List<String> violations) {
        switch (state) {
            case "acknowledged" -> {
                if (atCentre != 1) {
                    violations.add("I1 acknowledged, and the centre has it " + atCentre + " times");
                }
                if (!c.account().map(a -> a.path("receiptVerified").asBoolean()).orElse(false)) {
                    violations.add("I1 the centre's receipt does not verify");
                }
            }
            case "none", "void" -> {
                if (atCentre != 0) {
                    violations.add("I1 the centre has a filing that the kiosk gave up");
                }
            }
            default -> violations.add("I1 the filing is still " + state);
        }
        int centre = c.after().filings().size() - c.before().filings().size();
        if (centre != atCentre) {
            violations.add("I1 the centre got " + centre + " filings from one visit");
        }
    }

    private static void nobodyChargedTwice(
            Case c, String payment, int bookings, long booked, List<String> violations) {
        var expected =
                payment.equals("paid")
                        ? c.account().map(a -> a.path("payment").path("amountCents").asLong())
                        : Optional.of(0L);
        if (!payment.equals("unclear") && booked != expected.orElse(0L)) {
            violations.add(
                    "I2 the terminal booked " + booked + " cents, the kiosk says " + expected);
        }
        if (payment.equals("unclear")) {
            violations.add("I2 unclear, although the terminal answers");
        }
        if (bookings > 1) {
            violations.add("I2 booked " + bookings + " times");
        }
        var centre =
                c.account()
                        .flatMap(a -> c.after().filing(a.path("filing").asString()))
                        .map(f -> f.path("payment").path("state").asString(""));
        if (centre.isPresent() && !centre.get().equals(payment)) {
            violations.add("I2 the centre says " + centre.get() + ", the kiosk " + payment);
        }
    }

    /** The paper counts that came out of the printer, not the one that the kiosk believes in. */
    private static void receiptOrNumber(
            Case c, String payment, String id, String paper, List<String> violations) {
        var onPaper = !id.isEmpty() && c.after().onPaper(id);
        if (paper.startsWith("printed") && !onPaper) {
            violations.add("I2 the kiosk says printed, and no such paper came out");
        }
        var onScreen =
                c.settled().stream().anyMatch(point -> point.startsWith(OWED_PAGE))
                        || c.passed().stream().anyMatch(point -> point.startsWith(SETTLED_PAGE));
        if (payment.equals("paid") && !onPaper && !onScreen) {
            violations.add("I2 paid, and neither a receipt nor a page with its number");
        }
    }

    private static void explained(
            JsonNode recovered, String payment, int bookings, List<String> violations) {
        if (!recovered.path("journalSound").asBoolean()) {
            violations.add("I6 the journal's chain is broken");
        }
        if (bookings > 0 && payment.isEmpty()) {
            violations.add("I6 the journal does not explain a booking");
        }
    }

    private static void truthfulScreen(Case c, String state, List<String> violations) {
        var promised = c.passed().stream().anyMatch(point -> point.startsWith(SETTLED_PAGE));
        if (promised && !state.equals("acknowledged")) {
            violations.add("I4 the screen said done, and the filing is " + state);
        }
    }
}
