package de.buergerkiosk.contract.filing;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.LocalDate;
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

    /**
     * The citizen paid on a payment page, on the own telephone.
     *
     * @param reference the kiosk's own reference (Kassenzeichen), unique for ever
     * @param transactionId the payment provider's number for it, 1 to 44 characters
     * @param method how it was paid, as the provider names it, such as {@code CREDITCARD}; may be
     *     empty
     * @param paidAt the city's local time, to the second
     */
    record PaidOnPage(
            long amountCents,
            String reference,
            String transactionId,
            String method,
            LocalDateTime paidAt)
            implements PaymentRecord {
        private static final Pattern TRANSACTION = Pattern.compile("[A-Za-z0-9_-]{1,44}");

        public PaidOnPage {
            checkMoney(amountCents, reference);
            Checks.matching("payment.transactionId", TRANSACTION, transactionId);
            Checks.text("payment.method", method, 40);
            paidAt = paidAt.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /**
     * Nothing was paid at the kiosk: the office asks for the money by a fee notice.
     *
     * @param reference the reference that the citizen was given to pay under, unique for ever
     * @param dueOn the last day to pay, as the citizen was told
     */
    record Invoiced(long amountCents, String reference, LocalDate dueOn) implements PaymentRecord {
        private static final int YEAR_MIN = 2020;
        private static final int YEAR_MAX = 2999;

        public Invoiced {
            checkMoney(amountCents, reference);
            Checks.between("payment.dueOn", dueOn.getYear(), YEAR_MIN, YEAR_MAX);
        }
    }

    /** Nobody knows whether the money was taken; staff has to find out. */
    record Unclear(long amountCents, String reference) implements PaymentRecord {
        public Unclear {
            checkMoney(amountCents, reference);
        }
    }

    default OptionalLong cents() {
        return switch (this) {
            case NothingDue() -> OptionalLong.empty();
            case Paid paid -> OptionalLong.of(paid.amountCents());
            case PaidOnPage paid -> OptionalLong.of(paid.amountCents());
            case Invoiced invoiced -> OptionalLong.of(invoiced.amountCents());
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
            case PaidOnPage paid ->
                    json.put("state", "paid-on-page")
                            .put("amountCents", paid.amountCents())
                            .put("reference", paid.reference())
                            .put("transactionId", paid.transactionId())
                            .put("method", paid.method())
                            .put("paidAt", CanonicalJson.time(paid.paidAt()));
            case Invoiced invoiced ->
                    json.put("state", "invoiced")
                            .put("amountCents", invoiced.amountCents())
                            .put("reference", invoiced.reference())
                            .put("dueOn", invoiced.dueOn().toString());
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
                    case "paid-on-page" ->
                            new PaidOnPage(
                                    fields.number("amountCents"),
                                    fields.text("reference"),
                                    fields.text("transactionId"),
                                    fields.text("method"),
                                    fields.localTime("paidAt"));
                    case "invoiced" ->
                            new Invoiced(
                                    fields.number("amountCents"),
                                    fields.text("reference"),
                                    fields.localDate("dueOn"));
                    case "unclear" ->
                            new Unclear(fields.number("amountCents"), fields.text("reference"));
                    default ->
                            throw new MalformedDocument(
                                    "payment.state",
                                    "must be nothing-due, paid, paid-on-page, invoiced or unclear");
                };
        fields.end();
        return read;
    }
}
