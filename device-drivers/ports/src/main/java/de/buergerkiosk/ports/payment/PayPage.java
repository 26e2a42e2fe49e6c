package de.buergerkiosk.ports.payment;

import de.buergerkiosk.ports.DeviceState;

/**
 * A payment page of the city's payment provider, which the citizen opens on the own telephone. One
 * payment at a time; calls block until the outcome is known.
 *
 * <p>Every implementation writes ahead into its {@link PaymentJournal}: {@link PaymentStep#INTENT}
 * before the provider hears of the order, {@link PaymentStep#SENT} with the provider's number before
 * anybody sees the page's address, {@link PaymentStep#DONE} with the outcome. What nobody has seen
 * nobody can pay, so a journal that ends before {@code SENT} means that nothing was paid.
 */
public interface PayPage extends AutoCloseable {

    /**
     * Offers the page until it is paid, given up, or its time is over.
     *
     * @param purpose what stands on the citizen's bank statement, 1 to 27 characters of {@code
     *     [A-Za-z0-9 -]}
     * @throws InterruptedException when the visit ends; {@link #settle} finds out the rest
     */
    PageOutcome pay(PaymentOrder order, String purpose, PageWatch watch)
            throws InterruptedException;

    /**
     * Finds out how a payment ended that was begun before the process died or the line broke, and
     * withdraws a page that can still be paid. Never offers anything.
     */
    PageOutcome settle(PaymentOrder order) throws InterruptedException;

    /** Asks the provider how it is; answers within seconds, also when it is mute. */
    DeviceState state() throws InterruptedException;

    @Override
    void close();
}
