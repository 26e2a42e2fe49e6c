package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PaymentOrder;

/**
 * A way to pay that this kiosk does not have. An order may still be open there, where the settings
 * changed while it was cut: then nobody can be asked.
 */
final class ClosedTill implements Till {
    private static final Fault CLOSED =
            new Fault("PPG-NOT-SET", "an order is open on a payment page that is not set any more");

    @Override
    public Takings take(Visit.Paying visit) {
        throw new IllegalStateException("nobody is offered a way to pay that is not there");
    }

    @Override
    public Takings settle(PaymentOrder order) {
        return new Takings.Unclear(CLOSED, Visit.Issue.LATER);
    }

    /** Not down: waiting does not bring it back. */
    @Override
    public DeviceState state() {
        return new DeviceState.Limited(CLOSED);
    }
}
