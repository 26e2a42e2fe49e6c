package de.buergerkiosk.journey.pay;

/**
 * Why a payment was declined, as far as it tells a citizen what to do next. The terminal's own words
 * are German and many; these are in every language and few.
 */
enum Declined {
    BANK,
    PIN,
    CARD,
    ABORTED,
    OTHER;

    /** The highest result code of bank or network operator. */
    private static final int BANK_MAX = 0x63;

    /**
     * Codes 01 to 63 come from the bank and mean what they mean in ISO 8583, field 39; the others
     * are the terminal's own (PA00P015, chapter 10).
     */
    static Declined of(int resultCode) {
        return switch (resultCode) {
            // PIN wrong; too many tries
            case 0x55, 0x38 -> PIN;
            // number unknown; expired
            case 0x14, 0x33, 0x54, 0x56 -> CARD;
            case 0x64,
                    0x65,
                    0x67,
                    0x68,
                    0x6E,
                    0x72,
                    0x73,
                    0x76,
                    0x78,
                    0x79,
                    0x7A,
                    0x7B,
                    0x7C,
                    0x7E,
                    0xC4,
                    0xC5,
                    0xD2,
                    0xEA ->
                    CARD;
            case 0x6C -> ABORTED;
            case 0x71 -> BANK;
            default -> resultCode > 0 && resultCode <= BANK_MAX ? BANK : OTHER;
        };
    }

    /** Key of the sentence. */
    String words() {
        return switch (this) {
            case BANK -> "pay.declined.bank";
            case PIN -> "pay.declined.pin";
            case CARD -> "pay.declined.card";
            case ABORTED -> "pay.cancelled";
            case OTHER -> "pay.declined.other";
        };
    }
}
