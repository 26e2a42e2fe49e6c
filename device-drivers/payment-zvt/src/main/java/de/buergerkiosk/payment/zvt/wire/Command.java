package de.buergerkiosk.payment.zvt.wire;

/** Control fields (PA00P015 chapters 2 and 3), and the commands that the kiosk says. */
public final class Command {
    public static final int STATUS_INFORMATION = 0x040F;
    public static final int INTERMEDIATE_STATUS = 0x04FF;
    public static final int STATUS_ENQUIRY = 0x0501;
    public static final int REGISTRATION = 0x0600;
    public static final int AUTHORISATION = 0x0601;
    public static final int COMPLETION = 0x060F;
    public static final int ABORT_BY_TERMINAL = 0x061E;
    public static final int LOG_OFF = 0x0602;
    public static final int TURNOVER_TOTALS = 0x0610;
    public static final int RESET = 0x0618;
    public static final int PRINT_SYSTEM_CONFIGURATION = 0x061A;
    public static final int REPEAT_RECEIPT = 0x0620;
    public static final int REVERSAL = 0x0630;
    public static final int REFUND = 0x0631;
    public static final int END_OF_DAY = 0x0650;
    public static final int DIAGNOSIS = 0x0670;
    public static final int SELFTEST = 0x0679;
    public static final int SET_TIME = 0x0691;
    public static final int INITIALISATION = 0x0693;
    public static final int DISPLAY_TEXT = 0x06E0;
    public static final int SOFTWARE_UPDATE = 0x0810;
    public static final int LANGUAGE = 0x0830;
    public static final int ABORT_BY_KIOSK = 0x06B0;
    public static final int PRINT_LINE = 0x06D1;
    public static final int PRINT_TEXT_BLOCK = 0x06D3;
    public static final int ACK = 0x8000;

    /** 84 xx is a refusal, except 84 00, which is another way to say yes. */
    public static final int REFUSAL = 0x8400;

    public static final Apdu POSITIVE = new Apdu(ACK, Octets.NONE);

    /** ISO 4217: the euro. */
    public static final int EURO = 978;

    /** 06 20: send the status information of the last transaction, print nothing. */
    public static final int SERVICE_STATUS_WITHOUT_PRINT = 0x03;

    /** Characters per line of the receipts that a kiosk prints. */
    private static final int PAPER_COLUMNS = 42;

    /** The longest data block that a kiosk wants; longer ones are read all the same. */
    private static final int APDU_MAX = 4_000;

    private Command() {}

    /**
     * 06 00. The container tells the width of the paper (12), the character sets (14, 27), the
     * longest message (1A), and asks for receipts as text blocks (06 D3) instead of single lines (26).
     *
     * @param password six digits
     */
    public static Apdu registration(String password, int configByte, int serviceByte) {
        Octets utf8 = Tlv.encode(0x14, Octets.of(TextEncoding.UTF_8_CODE));
        Octets cp437 = Tlv.encode(0x14, Octets.of(TextEncoding.CP437_CODE));
        Octets container =
                Octets.join(
                        Tlv.encode(0x12, Octets.of(PAPER_COLUMNS)),
                        utf8,
                        Tlv.encode(0x1A, Octets.of(APDU_MAX >> 8, APDU_MAX & 0xFF)),
                        Tlv.encode(0x26, Tlv.encode(0x0A, Octets.of(0x06, 0xD3))),
                        Tlv.encode(0x27, Octets.join(utf8, cp437)));
        return Apdu.of(
                REGISTRATION,
                Bcd.encode(password),
                Octets.of(configByte),
                Bcd.encode(EURO, 2),
                Fields.encode(0x03, Octets.of(serviceByte)),
                Fields.encode(0x06, container));
    }

    /** 06 01. */
    public static Apdu authorisation(long amountCents, Mirror mirror) {
        return Apdu.of(
                AUTHORISATION,
                Fields.encode(0x04, Bcd.encode(amountCents, 6)),
                Fields.encode(0x49, Bcd.encode(EURO, 2)),
                mirror.container());
    }

    /**
     * 06 01 for goods that are issued before the money is taken (2.2.7): the terminal asks until
     * one of the limits is reached.
     *
     * @param seconds how long it asks, 1 to 255
     * @param questions how often, 1 to 255
     */
    public static Apdu authorisationForGoods(
            long amountCents, Mirror mirror, int seconds, int questions) {
        return Apdu.of(
                AUTHORISATION,
                Fields.encode(0x04, Bcd.encode(amountCents, 6)),
                Fields.encode(0x49, Bcd.encode(EURO, 2)),
                Fields.encode(0x01, Octets.of(seconds)),
                Fields.encode(0x02, Octets.of(questions)),
                mirror.container());
    }

    /**
     * 06 30: undoes a booking of the same day.
     *
     * @param receiptNumber of the booking, 1 to 9999
     */
    public static Apdu reversal(String password, int receiptNumber, long amountCents) {
        return Apdu.of(
                REVERSAL,
                Bcd.encode(password),
                Fields.encode(0x87, Bcd.encode(receiptNumber, 2)),
                Fields.encode(0x04, Bcd.encode(amountCents, 6)));
    }

    /** 06 31: gives money to a card. */
    public static Apdu refund(String password, long amountCents) {
        return Apdu.of(
                REFUND,
                Bcd.encode(password),
                Fields.encode(0x04, Bcd.encode(amountCents, 6)),
                Fields.encode(0x49, Bcd.encode(EURO, 2)));
    }

    /** 84 9D: only goods of that amount could be issued. */
    public static Apdu issuedInPart(long amountCents) {
        return Apdu.of(REFUSAL | 0x9D, Fields.encode(0x04, Bcd.encode(amountCents, 6)));
    }

    /** 05 01. */
    public static Apdu statusEnquiry() {
        return new Apdu(STATUS_ENQUIRY, Octets.NONE);
    }

    /** 06 20 with service byte 03: the question for the last transaction, without a print. */
    public static Apdu lastTransaction(String password) {
        return Apdu.of(
                REPEAT_RECEIPT,
                Bcd.encode(password),
                Fields.encode(0x03, Octets.of(SERVICE_STATUS_WITHOUT_PRINT)));
    }

    /** 06 B0. */
    public static Apdu abort() {
        return new Apdu(ABORT_BY_KIOSK, Octets.NONE);
    }

    /**
     * 84 xx.
     *
     * @param code why (chapter 10), 1 to 255
     */
    public static Apdu refusal(int code) {
        return new Apdu(REFUSAL | code, Octets.NONE);
    }
}
