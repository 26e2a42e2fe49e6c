package de.buergerkiosk.ports.payment;

/** Follows a running payment, on the paying thread; both methods return at once. */
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
}
