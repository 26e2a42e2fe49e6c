package de.buergerkiosk.identity;

import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.EidResult.Reason;

/** Every way in which the centre opens no identification or delivers no identity. */
enum CentreTrouble {
    DOWN("EID-CENTRE-DOWN", Reason.UNAVAILABLE, "the centre does not answer"),
    STRANGE("EID-CENTRE-STRANGE", Reason.FAILED, "the centre answers against its contract"),
    SERVICE_UNKNOWN(
            "EID-CENTRE-SERVICE",
            Reason.UNAVAILABLE,
            "the centre does not have this service in this version"),
    NOT_PREPARED(
            "EID-CENTRE-UNPREPARED", Reason.UNAVAILABLE, "the centre is not connected to a server"),
    SERVER_DOWN(
            "EID-CENTRE-SERVER", Reason.UNAVAILABLE, "the eID server does not answer the centre"),
    BUSY("EID-CENTRE-BUSY", Reason.UNAVAILABLE, "too many identifications are open"),
    SERVER_FAULTY(
            "EID-CENTRE-FAULTY",
            Reason.FAILED,
            "the eID server answers the centre against its guideline"),
    RESULT_LATE("EID-RESULT-LATE", Reason.FAILED, "the eID server has no result yet"),
    RESULT_GONE("EID-RESULT-GONE", Reason.TIMEOUT, "the centre has forgotten the identification"),
    RESULT_TAKEN("EID-RESULT-TAKEN", Reason.FAILED, "the identity was delivered before"),
    RESULT_FOREIGN("EID-RESULT-FOREIGN", Reason.FAILED, "the identification is not this visit's"),
    RESULT_SEALED("EID-RESULT-SEALED", Reason.FAILED, "the sealed identity does not open"),
    RESULT_NONE("EID-RESULT-NONE", Reason.FAILED, "it ended at the server without an identity"),
    CARD_REFUSED("EID-CARD-REFUSED", Reason.REFUSED, "the eID server found the card not valid");

    private final String code;
    private final Reason reason;
    private final String detail;

    CentreTrouble(String code, Reason reason, String detail) {
        this.code = code;
        this.reason = reason;
        this.detail = detail;
    }

    static CentreTrouble of(IdentityRefusal refusal) {
        return switch (refusal) {
            case UNKNOWN_SERVICE, NOT_NEEDED -> SERVICE_UNKNOWN;
            case NOT_PREPARED -> NOT_PREPARED;
            case EID_SERVER_DOWN -> SERVER_DOWN;
            case EID_SERVER_BUSY -> BUSY;
            case EID_SERVER_FAULTY -> SERVER_FAULTY;
            case UNKNOWN_IDENTIFICATION -> RESULT_GONE;
            case NOT_YOURS -> RESULT_FOREIGN;
            case DELIVERED_BEFORE -> RESULT_TAKEN;
            case NOT_YET -> RESULT_LATE;
            case CARD_REFUSED -> CARD_REFUSED;
            case ENDED_WITHOUT -> RESULT_NONE;
        };
    }

    Fault fault() {
        return new Fault(code, detail);
    }

    /** With what was observed this time; never personal data. */
    Fault fault(String observed) {
        return new Fault(code, detail + ": " + observed);
    }

    Reason reason() {
        return reason;
    }

    Ended ended() {
        return new Ended(reason, fault());
    }
}
