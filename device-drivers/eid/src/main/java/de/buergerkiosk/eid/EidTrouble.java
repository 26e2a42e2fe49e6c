package de.buergerkiosk.eid;

import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.EidResult.Reason;

/**
 * Every way in which an identification ends without an identity, with its failure code. The cures
 * are in {@code failure-codes.md}; a test compares the two.
 */
public enum EidTrouble {
    CANCELLED("EID-CANCELLED", Reason.CANCELLED, "the citizen ended the identification"),
    CARD_REMOVED("EID-CARD-REMOVED", Reason.CARD_REMOVED, "the card left the reader too early"),
    CARD_MISSING("EID-CARD-MISSING", Reason.NO_CARD, "no card was put on the reader in time"),
    CARD_FOREIGN("EID-CARD-FOREIGN", Reason.FOREIGN_CARD, "the card is not an eID card"),
    CARD_DEACTIVATED(
            "EID-CARD-DEACTIVATED",
            Reason.DEACTIVATED,
            "the online function of the card is switched off"),
    CARD_EXPIRED("EID-CARD-EXPIRED", Reason.REFUSED, "the card is no longer valid"),
    CARD_BROKEN("EID-CARD-BROKEN", Reason.FAILED, "the card answers what no card may answer"),
    CARD_FORGED("EID-CARD-FORGED", Reason.REFUSED, "the chip is not proved genuine"),
    CARD_POSITION("EID-CARD-POSITION", Reason.TIMEOUT, "the card lay badly for too long"),
    PIN_TRANSPORT(
            "EID-PIN-TRANSPORT", Reason.TRANSPORT_PIN, "five digits given: PIN not yet chosen"),
    PIN_BLOCKED("EID-PIN-BLOCKED", Reason.BLOCKED, "no PIN tries left on the card"),
    SESSION_UNKNOWN(
            "EID-SESSION-UNKNOWN", Reason.FAILED, "the tcTokenURL names no session that waits"),
    SESSION_EXPIRED("EID-SESSION-EXPIRED", Reason.TIMEOUT, "the session's time was over"),
    SERVER_DOWN("EID-SERVER-DOWN", Reason.UNAVAILABLE, "the eID server does not answer"),
    SERVER_BUSY("EID-SERVER-BUSY", Reason.UNAVAILABLE, "the eID server has too many sessions"),
    CLIENT_BUSY("EID-CLIENT-BUSY", Reason.UNAVAILABLE, "another identification is running"),
    CLIENT_CLOSED("EID-CLIENT-CLOSED", Reason.UNAVAILABLE, "the eID client was closed"),
    CLIENT_ABSENT("EID-CLIENT-ABSENT", Reason.UNAVAILABLE, "no eID client is installed"),
    CLIENT_DOWN("EID-CLIENT-DOWN", Reason.UNAVAILABLE, "the eID client is not running"),
    CLIENT_ALIEN(
            "EID-CLIENT-ALIEN",
            Reason.UNAVAILABLE,
            "another program answers in place of the eID client"),
    CLIENT_OUTDATED("EID-CLIENT-OUTDATED", Reason.UNAVAILABLE, "the eID client is too old"),
    CLIENT_LOST(
            "EID-CLIENT-LOST", Reason.UNAVAILABLE, "the connection to the eID client broke off"),
    CLIENT_SILENT("EID-CLIENT-SILENT", Reason.TIMEOUT, "the eID client no longer answers"),
    CLIENT_STRANGE(
            "EID-CLIENT-STRANGE", Reason.FAILED, "the eID client does not keep to its protocol"),
    CLIENT_FAILED("EID-CLIENT-FAILED", Reason.FAILED, "the eID client reports an error"),
    ANSWER_LATE("EID-ANSWER-LATE", Reason.TIMEOUT, "a question was not answered in time"),
    SERVER_UNTRUSTED("EID-SERVER-UNTRUSTED", Reason.REFUSED, "the eID server is not one to trust"),
    SERVER_FAULTY(
            "EID-SERVER-FAULTY", Reason.FAILED, "the eID server answers against its guideline"),
    SERVER_REFUSED("EID-SERVER-REFUSED", Reason.REFUSED, "the eID server refuses"),
    RIGHTS_UNKNOWN(
            "EID-RIGHTS-UNKNOWN",
            Reason.REFUSED,
            "the service asks for rights that this kiosk cannot explain"),
    CARD_AMBIGUOUS("EID-CARD-AMBIGUOUS", Reason.FAILED, "more than one reader holds a card"),
    READER_ABSENT("EID-READER-ABSENT", Reason.UNAVAILABLE, "no card reader is attached"),
    READER_FAILED("EID-READER-FAILED", Reason.UNAVAILABLE, "the card reader does not work");

    private final String code;
    private final Reason reason;
    private final String detail;

    EidTrouble(String code, Reason reason, String detail) {
        this.code = code;
        this.reason = reason;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public Fault fault() {
        return new Fault(code, detail);
    }

    /** The same fault with what was observed this time; never personal data. */
    public Fault fault(String observed) {
        return new Fault(code, detail + ": " + observed);
    }

    public Ended ended() {
        return new Ended(reason, fault());
    }

    public Ended ended(String observed) {
        return new Ended(reason, fault(observed));
    }
}
