package de.buergerkiosk.payment.paypage;

import de.buergerkiosk.ports.Fault;

/** The faults of this driver; each code has its row in {@code failure-codes.md}. */
final class PageFaults {
    private PageFaults() {}

    static Fault unreachable(String detail) {
        return new Fault("PPG-UNREACHABLE", detail);
    }

    static Fault access(String detail) {
        return new Fault("PPG-ACCESS", detail);
    }

    static Fault refused(String detail) {
        return new Fault("PPG-REFUSED", detail);
    }

    static Fault protocol(String detail) {
        return new Fault("PPG-PROTOCOL", detail);
    }

    static Fault outOfOrder(String detail) {
        return new Fault("PPG-OUT-OF-ORDER", detail);
    }

    static Fault neverOpened() {
        return new Fault("PPG-NEVER-OPENED", "nobody has seen the page, so nobody can have paid");
    }

    static Fault stillOpen(String transaction) {
        return new Fault(
                "PPG-STILL-OPEN", "transaction " + transaction + " can still be paid on its page");
    }

    static Fault wrongAmount(String transaction) {
        return new Fault(
                "PPG-WRONG-AMOUNT",
                "transaction " + transaction + " is paid with another amount than was ordered");
    }

    static Fault unclear(String detail) {
        return new Fault("PPG-UNCLEAR", detail);
    }
}
