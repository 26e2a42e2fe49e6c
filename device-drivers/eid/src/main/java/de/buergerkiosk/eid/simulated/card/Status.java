package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.ResponseApdu;

/** Status words of the chip (ISO 7816-4, table 6; TR-03110-3, B). */
final class Status {
    static final int DEACTIVATED = 0x6283;
    static final int FAILED = 0x6300;

    /** The last digit says how many tries are left. */
    static final int TRIES_LEFT = 0x63C0;

    static final int WRONG_LENGTH = 0x6700;
    static final int OTHER_CHANNEL = 0x6881;
    static final int OTHER_SECURITY = 0x6882;
    static final int NOT_SATISFIED = 0x6982;
    static final int BLOCKED = 0x6983;
    static final int CONDITIONS = 0x6985;
    static final int SECURITY_MISSING = 0x6987;
    static final int SECURITY_WRONG = 0x6988;
    static final int WRONG_DATA = 0x6A80;
    static final int NOT_FOUND = 0x6A82;
    static final int WRONG_PARAMETERS = 0x6A86;
    static final int REFERENCE_NOT_FOUND = 0x6A88;
    static final int BEYOND_END = 0x6B00;
    static final int UNKNOWN_INSTRUCTION = 0x6D00;
    static final int UNKNOWN_CLASS = 0x6E00;

    private Status() {}

    static ResponseApdu answer(int status) {
        return ResponseApdu.of(status);
    }

    static ResponseApdu ok() {
        return ResponseApdu.of(ResponseApdu.OK);
    }
}
