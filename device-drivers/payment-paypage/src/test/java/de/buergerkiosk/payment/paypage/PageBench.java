package de.buergerkiosk.payment.paypage;

import de.buergerkiosk.payment.paypage.PageSettings.Access;
import de.buergerkiosk.payment.paypage.PageSettings.Amounts;
import de.buergerkiosk.payment.paypage.PageSettings.Patience;
import de.buergerkiosk.payment.paypage.simulated.PageFault;
import de.buergerkiosk.payment.paypage.simulated.SimulatedPayPage;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PageOutcome;
import de.buergerkiosk.ports.payment.PageWatch;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A driver, its journal, and a provider on loopback. */
final class PageBench implements AutoCloseable {
    static final PaymentOrder ORDER = new PaymentOrder("BK-TEST-1", 4_900);
    static final String PURPOSE = "Kiosk 7F3K-9QXD";

    /** Scaled down, so that time-outs take parts of a second. */
    private static final Patience QUICK =
            new Patience(
                    Duration.ofMillis(800),
                    Duration.ofMillis(20),
                    Duration.ofMillis(1500),
                    Duration.ofMillis(300));

    final SimulatedPayPage provider;
    final ListPaymentJournal journal = new ListPaymentJournal();
    final XBezahldienstePage page;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PageBench() throws IOException {
        this("demo-secret");
    }

    PageBench(String secret) throws IOException {
        provider = SimulatedPayPage.start(SimulatedPayPage.Settings.quick(InstantSource.system()));
        page =
                new XBezahldienstePage(
                        settings(provider, secret),
                        journal,
                        InstantSource.system(),
                        Pause.REAL,
                        threads);
    }

    private static PageSettings settings(SimulatedPayPage provider, String secret) {
        return new PageSettings(
                URI.create(provider.api()),
                "kiosk",
                "073140000000",
                Amounts.CENTS,
                new Access(URI.create(provider.tokens()), SimulatedPayPage.CLIENT, secret),
                URI.create(provider.thanks()),
                ZoneId.of("Europe/Berlin"),
                QUICK);
    }

    static PageBench with(PageFault fault) throws IOException {
        var bench = new PageBench();
        bench.provider.fault(fault);
        return bench;
    }

    PageOutcome pay(Watch watch) throws InterruptedException {
        return page.pay(ORDER, PURPOSE, watch);
    }

    /** What was written, with the words that the journal must not hold left out. */
    List<String> steps() {
        return journal.steps(ORDER.reference()).stream().map(Enum::name).toList();
    }

    String journalText() {
        return journal.entries(ORDER.reference()).toString();
    }

    List<String> states() {
        return provider.entries().stream().map(entry -> entry.state()).toList();
    }

    /** A citizen before the kiosk. */
    static class Watch implements PageWatch {
        final List<URI> pages = new ArrayList<>();
        volatile boolean cancel;
        private final Runnable whenOpened;

        Watch(Runnable whenOpened) {
            this.whenOpened = whenOpened;
        }

        /** Looks and does nothing. */
        Watch() {
            this(() -> {});
        }

        @Override
        public void opened(URI address) {
            pages.add(address);
            whenOpened.run();
        }

        @Override
        public void findingOut() {
            // looks at it
        }

        @Override
        public boolean cancelWanted() {
            return cancel;
        }
    }

    /** Gives up as soon as the code is there. */
    static final class Quitter extends Watch {
        @Override
        public boolean cancelWanted() {
            return !pages.isEmpty();
        }
    }

    @Override
    public void close() {
        page.close();
        provider.close();
        threads.shutdownNow();
    }
}
