package de.buergerkiosk.ports.payment;

import java.util.Optional;

/** Follows a running payment, on the paying thread; every method returns at once. */
public interface PaymentWatch {
    /** A watch that looks away and never cancels. */
    PaymentWatch NONE =
            new PaymentWatch() {
                @Override
                public void progress(PaymentProgress progress) {}

                @Override
                public boolean cancelWanted() {
                    return false;
                }
            };

    void progress(PaymentProgress progress);

    /** True once the citizen wants to stop; the driver asks between messages. */
    boolean cancelWanted();

    /** What has to be out before money may be taken; asked once, before the payment begins. */
    default Optional<Goods> goods() {
        return Optional.empty();
    }
}
