package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PaymentOrder;

/** One way to pay: takes money for an order, or finds out after a cut whether it has. */
interface Till {
    /** Shows the citizen how it goes, and returns when the outcome is known or has to be unclear. */
    Takings take(Visit.Paying visit) throws InterruptedException;

    /** Finds out; never charges. */
    Takings settle(PaymentOrder order) throws InterruptedException;

    /** Whether it can be asked again. */
    DeviceState state() throws InterruptedException;
}
