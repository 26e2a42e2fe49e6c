package de.buergerkiosk.contract.filing;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** What happened to the fee of a filing at the kiosk. It goes to the centre beside the seal. */
public sealed interface PaymentRecord {
    /** 9,999.99 euros. */
    long AMOUNT_CENTS_MAX = 999_999;

    /** The service costs nothing. */
    record NothingDue() implements PaymentRecord {}

    /**
     * The card machine booked it.
     *
     * @param reference the kiosk's own reference (Kassenzeichen), unique for ever
     * @param receiptNumber the terminal's receipt number (Belegnummer)
     * @param cardName such as {@code girocard}; may be empty
     * @param bookedAt the terminal's local time, to the second
     */
    record Paid(
            long amountCents,
            String reference,
            int receiptNumber,
            int traceNumber,
            String terminalId,
            String cardName,
            LocalDateTime bookedAt)
            implements PaymentRecord {
        private static final Pattern TERMINAL = Pattern.compile("[0-9A-Za-z]{1,16}");

        public Paid {
            checkMoney(amountCents, reference);
            Checks.between("payment.receiptNumber", receiptNumber, 0, 9_999);
            Checks.between("payment.traceNumber", traceNumber, 0, 999_999);
            Checks.matching("payment.terminalId", TERMINAL, terminalId);
            Checks.text("payment.cardName", cardName, 40);
            bookedAt = bookedAt.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** Nobody knows whether the terminal booked it; staff has to find out. */
    record Unclear(long amountCents, String reference) implements PaymentRecord {
        public Unclear {
            checkMoney(amountCents, reference);
        }
    }

    default OptionalLong cents() {
        return switch (this) {
            case NothingDue() -> OptionalLong.empty();
            case Paid paid -> OptionalLong.of(paid.amountCents());
            case Unclear unclear -> OptionalLong.of(unclear.amountCents());
        };
    }

    private static void checkMoney(long amountCents, String reference) {
        Checks.between("payment.amountCents", amountCents, 1, AMOUNT_CENTS_MAX);
        Checks.matching("payment.reference", Pattern.compile("[A-Za-z0-9-]{1,36}"), reference);
    }

    /** As it stands in the delivery. */
    default ObjectNode json() {
        var json = CanonicalJson.object();
        return switch (this) {
            case NothingDue() -> json.put("state", "nothing-due");
            case Paid paid ->
                    json.put("state", "paid")
                            .put("amountCents", paid.amountCents())
                            .put("reference", paid.reference())
                            .put("receiptNumber", paid.receiptNumber())
                            .put("traceNumber", paid.traceNumber())
                            .put("terminalId", paid.terminalId())
                            .put("cardName", paid.cardName())
                            .put("bookedAt", CanonicalJson.time(paid.bookedAt()));
            case Unclear unclear ->
                    json.put("state", "unclear")
                            .put("amountCents", unclear.amountCents())
                            .put("reference", unclear.reference());
        };
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @throws MalformedDocument naming the field
     */
    static PaymentRecord parse(Fields fields) {
        var state = fields.text("state");
        PaymentRecord read =
                switch (state) {
                    case "nothing-due" -> new NothingDue();
                    case "paid" ->
                            new Paid(
                                    fields.number("amountCents"),
                                    fields.text("reference"),
                                    fields.smallNumber("receiptNumber"),
                                    fields.smallNumber("traceNumber"),
                                    fields.text("terminalId"),
                                    fields.text("cardName"),
                                    fields.localTime("bookedAt"));
                    case "unclear" ->
                            new Unclear(fields.number("amountCents"), fields.text("reference"));
                    default ->
                            throw new MalformedDocument(
                                    "payment.state", "must be nothing-due, paid or unclear");
                };
        fields.end();
        return read;
    }
}
