package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.transport.WireException;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.ResultCode;
import de.buergerkiosk.ports.Fault;

/** The faults of this driver; each code has its row in {@code failure-codes.md}. */
final class PaymentFaults {
    /** The last code that a bank or network operator gives. */
    private static final int BANK_CODES_END = 0x63;

    private PaymentFaults() {}

    static Fault unreachable(String detail) {
        return new Fault("PAY-UNREACHABLE", detail);
    }

    static Fault mute(String waitingFor) {
        return new Fault("PAY-MUTE", "no " + waitingFor + " within its time");
    }

    static Fault linkLost(String detail) {
        return new Fault("PAY-LINK-LOST", detail);
    }

    static Fault ofWire(WireException.Trouble trouble) {
        return switch (trouble) {
            case WireException.Trouble.Unreachable(String detail) -> unreachable(detail);
            case WireException.Trouble.Lost(String detail) -> linkLost(detail);
            case WireException.Trouble.Unfinished(String detail) -> new Fault("PAY-MUTE", detail);
            case WireException.Trouble.Unacknowledged(String detail) ->
                    new Fault("PAY-MUTE", detail);
            case WireException.Trouble.Noisy(String detail) -> new Fault("PAY-LINE-NOISE", detail);
            case WireException.Trouble.Foreign(var speech, String detail) ->
                    switch (speech) {
                        case SERIAL_FRAMING -> new Fault("PAY-SERIAL-FRAMING", detail);
                        case TLS, TEXT_BANNER, GARBAGE -> new Fault("PAY-NOT-ZVT", detail);
                    };
        };
    }

    static Fault malformed(String command, MalformedException malformed) {
        return protocol(command + " at byte " + malformed.offset() + ": " + malformed.reason());
    }

    static Fault protocol(String detail) {
        return new Fault("PAY-PROTOCOL", detail);
    }

    static Fault wrongTerminal(String expected, String found) {
        return new Fault(
                "PAY-WRONG-TERMINAL", "expected terminal " + expected + ", found " + found);
    }

    static Fault wrongAmount(long ordered) {
        return new Fault(
                "PAY-WRONG-AMOUNT",
                "the terminal answered for something else than " + ordered + " cents; refused");
    }

    static Fault startUp(String detail) {
        return new Fault("PAY-START-UP", detail);
    }

    static Fault diagnosisDue() {
        return new Fault("PAY-DIAGNOSIS-DUE", "diagnosis necessary");
    }

    static Fault notDelivered(String why) {
        return new Fault("PAY-NOT-DELIVERED", why);
    }

    static Fault notSent() {
        return new Fault("PAY-NOT-SENT", "the terminal had not heard of the payment");
    }

    static Fault notBegun() {
        return new Fault("PAY-NOT-BEGUN", "the journal knows nothing of this payment");
    }

    static Fault notBooked(String detail) {
        return new Fault("PAY-NOT-BOOKED", detail);
    }

    static Fault notClosed(String detail) {
        return new Fault("PAY-NOT-CLOSED", detail);
    }

    static Fault unclear(String detail) {
        return new Fault("PAY-UNCLEAR", detail);
    }

    static Fault notReady(String detail) {
        return new Fault("PAY-BUSY", detail);
    }

    /**
     * What a terminal says about itself (05 01). Some of its codes mean something else in the result of a
     * payment.
     */
    static Fault ofState(int status) {
        return switch (status) {
            case 0x51 -> startUp("51 initialisation necessary");
            case 0x62 -> new Fault("PAY-MAINTENANCE", "62 date and time are wrong");
            default -> ofResult(status);
        };
    }

    /** A refused command, or a payment that ended with a code that speaks of the terminal itself. */
    static Fault ofResult(int resultCode) {
        String detail = "%02X %s".formatted(resultCode, ResultCode.of(resultCode).english());
        return new Fault(
                switch (resultCode) {
                    case 0x9C -> "PAY-BUSY";
                    case 0x51, 0xF5, 0xF6, 0x6B, 0xE4 -> "PAY-START-UP";
                    case 0xC2 -> "PAY-DIAGNOSIS-DUE";
                    case 0xF0, 0x6A, 0xB1, 0xB2 -> "PAY-CLOSING-DUE";
                    case 0xCC -> "PAY-PAPER-OUT";
                    case 0xDC, 0xDD, 0xDE -> "PAY-CARD-STUCK";
                    case 0xE0, 0x62 -> "PAY-MAINTENANCE";
                    case 0x7D, 0x9B, 0xA0, 0xA1, 0xA3 -> "PAY-NO-BANK";
                    case 0xDF, 0x89, 0xBF, 0xC0, 0xE2, 0xE3, 0xED, 0xFC -> "PAY-OUT-OF-ORDER";
                    default -> "PAY-REFUSED";
                },
                detail);
    }

    /**
     * True for codes that speak of the terminal or its line, not of the card or the bank's word. In
     * the result of a payment 01 to 63 are always the bank's (PA00P015 chapter 10), though the
     * answer to an enquiry uses some of them for states of the terminal (51, 62).
     */
    static boolean speaksOfTerminal(int resultCode) {
        return resultCode > BANK_CODES_END
                && (!"PAY-REFUSED".equals(ofResult(resultCode).code())
                        || resultCode == 0x83
                        || resultCode == 0x85
                        || resultCode == 0x9A
                        || resultCode == 0xFF);
    }
}
