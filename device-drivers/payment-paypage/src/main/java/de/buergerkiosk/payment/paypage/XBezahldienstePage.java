package de.buergerkiosk.payment.paypage;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PageOutcome;
import de.buergerkiosk.ports.payment.PageWatch;
import de.buergerkiosk.ports.payment.PayPage;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * The payment page of a provider that speaks XBezahldienste 1.0.0 (FITKO). Written to the text of
 * the specification; not yet tried with a real provider.
 */
public final class XBezahldienstePage implements PayPage {
    private final PageSettings settings;
    private final PaymentJournal journal;
    private final InstantSource clock;
    private final Pause pause;
    private final ProviderLine line;

    /**
     * Connects when it is needed.
     *
     * @param threads where the HTTP client's own work runs
     */
    public XBezahldienstePage(
            PageSettings settings,
            PaymentJournal journal,
            InstantSource clock,
            Pause pause,
            Executor threads) {
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.pause = pause;
        this.line = new ProviderLine(settings, threads);
    }

    @Override
    public PageOutcome pay(PaymentOrder order, String purpose, PageWatch watch)
            throws InterruptedException {
        var request = new PaymentRequest(settings, order, purpose);
        return run(order, watch).pay(request);
    }

    @Override
    public PageOutcome settle(PaymentOrder order) throws InterruptedException {
        return run(order, NOBODY).settle();
    }

    private PageRun run(PaymentOrder order, PageWatch watch) {
        return new PageRun(
                settings, line, new PageLog(journal, order, clock), clock, pause, order, watch);
    }

    @Override
    public DeviceState state() throws InterruptedException {
        return line.trouble()
                .<DeviceState>map(why -> new DeviceState.Down(PageFaults.outOfOrder(why)))
                .orElseGet(DeviceState.Ready::new);
    }

    @Override
    public void close() {
        line.close();
    }

    /** After a cut nobody stands there. */
    private static final PageWatch NOBODY =
            new PageWatch() {
                @Override
                public void opened(java.net.URI page) {
                    throw new IllegalStateException("nothing is offered while settling");
                }

                @Override
                public void findingOut() {
                    // nobody looks
                }

                @Override
                public boolean cancelWanted() {
                    return false;
                }
            };
}
