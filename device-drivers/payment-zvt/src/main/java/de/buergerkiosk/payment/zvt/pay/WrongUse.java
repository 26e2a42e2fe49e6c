package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.ports.Fault;

/** Wrong use that only the command itself can find: nothing was begun. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    WrongUse(Fault fault) {
        super(fault.detail());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
