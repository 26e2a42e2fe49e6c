package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.scan.CodeScanner;
import de.buergerkiosk.ports.scan.ScanOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a page and the scanner at once; whoever answers first is heard. */
public record Scans(Counter counter, Optional<CodeScanner> reader, ThreadFactory threads) {
    private static final Logger LOG = LoggerFactory.getLogger(Scans.class);

    /** So long the scanner listens at once; then it is asked anew. */
    private static final Duration LISTENING = Duration.ofMinutes(2);

    /** What came first. */
    public sealed interface Heard {
        /** The citizen touched the page. */
        record Touched(Answer answer) implements Heard {}

        /** The citizen showed a code; empty where it can be none of ours. */
        record Shown(Personal<String> text) implements Heard {}
    }

    /** Whether there is something to hold a code under. */
    public boolean isThere() {
        return reader.isPresent();
    }

    public Heard ask(Page page) throws InterruptedException {
        while (true) {
            var heard = once(page);
            // a code that came just after a touch may withdraw the same page, asked once more
            if (reader.isEmpty() || !(heard instanceof Heard.Touched(Answer.Withdrawn _))) {
                return heard;
            }
        }
    }

    /** The same for a page that others withdraw, too: the one who asks decides what is shown then. */
    public Heard once(Page page) throws InterruptedException {
        return reader.isPresent()
                ? askOnce(reader.get(), page)
                : new Heard.Touched(counter.ask(page));
    }

    private Heard askOnce(CodeScanner scanner, Page page) throws InterruptedException {
        var read = new AtomicReference<@Nullable Personal<String>>();
        var reading = threads.newThread(() -> listen(scanner, page, read));
        reading.start();
        try {
            var answer = counter.ask(page);
            var text = read.get();
            return answer instanceof Answer.Withdrawn && text != null
                    ? new Heard.Shown(text)
                    : new Heard.Touched(answer);
        } finally {
            reading.interrupt();
            reading.join();
        }
    }

    private void listen(
            CodeScanner scanner, Page page, AtomicReference<@Nullable Personal<String>> read) {
        try {
            while (true) {
                switch (scanner.scan(LISTENING)) {
                    case ScanOutcome.NothingShown() -> {}
                    case ScanOutcome.Read(var code) -> {
                        shown(code.text(), page, read);
                        return;
                    }
                    case ScanOutcome.Refused _ -> {
                        shown(Personal.of(""), page, read);
                        return;
                    }
                    case ScanOutcome.Failed(var fault) -> {
                        // typing works without it; staff sees its state in the heartbeat
                        LOG.debug("no scanner: {}", fault.code());
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            // the citizen has touched the page instead
        }
    }

    private void shown(
            Personal<String> text, Page page, AtomicReference<@Nullable Personal<String>> read) {
        read.set(text);
        counter.screen().withdraw(page);
    }
}
