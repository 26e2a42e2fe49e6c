package de.buergerkiosk.card.pcsc;

import de.buergerkiosk.ports.Fault;

/** What can be wrong with readers and cards; the cures are in {@code failure-codes.md}. */
public enum CardTrouble {
    DAEMON_DOWN("CRD-DAEMON-DOWN", "the smart card service (pcscd) does not answer"),
    READER_ABSENT("CRD-READER-ABSENT", "no card reader is plugged in"),
    READER_GONE("CRD-READER-GONE", "the card reader was unplugged"),
    CARD_MUTE("CRD-CARD-MUTE", "the card does not answer"),
    CARD_FOREIGN("CRD-CARD-FOREIGN", "the card is no eID document");

    private final String code;
    private final String detail;

    CardTrouble(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public Fault fault() {
        return new Fault(code, detail);
    }

    public Fault fault(String observed) {
        return new Fault(code, detail + ": " + observed);
    }
}
