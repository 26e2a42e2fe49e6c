package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.Fault;

/** The talk with the terminal cannot go on; the link is of no more use. */
final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    LinkException(Fault fault) {
        super(fault.code() + ": " + fault.detail());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
