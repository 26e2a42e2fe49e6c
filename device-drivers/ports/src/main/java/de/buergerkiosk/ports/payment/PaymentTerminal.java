package de.buergerkiosk.ports.payment;

import de.buergerkiosk.ports.DeviceState;

/**
 * A card payment terminal. One payment at a time; calls block until the outcome is known.
 *
 * <p>Every implementation writes ahead: each {@link PaymentStep} is durable in the {@link
 * PaymentJournal} before the terminal hears of the next one, and the terminal's result is durable
 * before it is acknowledged. So after a power cut {@link #settle} can always find out.
 */
public interface PaymentTerminal extends AutoCloseable {

    /**
     * Takes a payment. Returns only when the outcome is known or has to be called unclear.
     *
     * @throws InterruptedException when the visit ends; the payment is aborted where the terminal
     *     allows it, and {@link #settle} finds out the rest
     */
    PaymentOutcome pay(PaymentOrder order, PaymentWatch watch) throws InterruptedException;

    /**
     * Finds out how a payment ended that was begun before the process died or the line broke. Never
     * charges. A journal that ends before the terminal heard of the payment means {@link
     * PaymentOutcome.Failed}.
     */
    PaymentOutcome settle(PaymentOrder order) throws InterruptedException;

    /** Asks the terminal how it is; answers within seconds, also when it is mute. */
    DeviceState state() throws InterruptedException;

    @Override
    void close();
}
