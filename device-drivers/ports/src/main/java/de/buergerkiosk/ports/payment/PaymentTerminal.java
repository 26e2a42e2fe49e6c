package de.buergerkiosk.ports.payment;

import de.buergerkiosk.ports.DeviceState;
import java.time.Instant;

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

    /**
     * Closes the terminal's day and holds its sums against the journal. Written ahead like a payment: a
     * reference that is closed is not closed again, and after a break it is found out first whether
     * it was done.
     *
     * @param reference unique for ever, such as the day
     */
    ClosingOutcome closeDay(String reference) throws InterruptedException;

    /** Whether something from before that moment is in no daily closing yet, as the journal says. */
    boolean isDayOpen(Instant moment);

    /** Asks the terminal how it is; answers within seconds, also when it is mute. */
    DeviceState state() throws InterruptedException;

    /**
     * As {@link #state}, and has the terminal talk to its host where it can. Charges nothing; may take
     * a minute.
     */
    default DeviceState diagnose() throws InterruptedException {
        return state();
    }

    @Override
    void close();
}
