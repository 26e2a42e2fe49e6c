package de.buergerkiosk.main;

import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Pause;
import de.buergerkiosk.journey.Trouble;
import de.buergerkiosk.ports.payment.ClosingOutcome;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the terminal's day at its time, between two visits, and tells staff where terminal and
 * journal differ. A closing that was missed or cut is made up for at the next opportunity; the
 * journal knows whether it was done.
 */
final class DayEnd {
    private static final Logger LOG = LoggerFactory.getLogger(DayEnd.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);

    /** A terminal that refused is not asked all the time. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private final ClosingTime time;
    private final PaymentTerminal terminal;
    private final Journal journal;
    private final InstantSource clock;
    private Optional<Instant> tried = Optional.empty();
    private Optional<LocalDate> reported = Optional.empty();

    DayEnd(ClosingTime time, PaymentTerminal terminal, Journal journal, InstantSource clock) {
        this.time = time;
        this.terminal = terminal;
        this.journal = journal;
        this.clock = clock;
    }

    /** Until it is interrupted. */
    void run(Pause pause) {
        try {
            while (true) {
                try {
                    closeIfDue();
                } catch (RuntimeException bug) {
                    // The next look may go better, and nobody's visit ends because of it.
                    LOG.error("KSK-BUG closing the day: {}", Trouble.trace(bug));
                }
                pause.take(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            LOG.debug("day end stops");
        }
    }

    /** True when it was tried. */
    boolean closeIfDue() throws InterruptedException {
        var now = clock.instant();
        var day = time.lastBefore(now);
        boolean tooSoon = tried.map(last -> now.isBefore(last.plus(AGAIN_AFTER))).orElse(false);
        if (tooSoon || !terminal.isDayOpen(day.at()) || !journal.open().isEmpty()) {
            return false;
        }
        tried = Optional.of(now);
        switch (terminal.closeDay(day.reference())) {
            case ClosingOutcome.Closed(var comparison) -> closed(day, comparison);
            case ClosingOutcome.NotClosed(var fault) ->
                    once(day, fault.code(), "day not closed: " + fault.detail());
            case ClosingOutcome.Unclear(var fault) ->
                    once(day, fault.code(), "not known whether it was closed: " + fault.detail());
        }
        return true;
    }

    private void closed(ClosingTime.Day day, ClosingOutcome.Comparison comparison) {
        switch (comparison) {
            case ClosingOutcome.Comparison.Agree(long cents) ->
                    LOG.info("{}: {} cents, terminal and journal agree", day.reference(), cents);
            case ClosingOutcome.Comparison.Differ(long terminalCents, long journalCents) -> {
                LOG.warn("{}: terminal and journal differ", day.reference());
                journal.incident(
                        "KSK-CLOSING-DIFFERS",
                        "%s: terminal %d cents, journal %d cents"
                                .formatted(day.reference(), terminalCents, journalCents));
            }
            case ClosingOutcome.Comparison.Untold() ->
                    LOG.warn("{}: the terminal told no sums", day.reference());
        }
    }

    /** Staff hear of it once a day, not every ten minutes. */
    private void once(ClosingTime.Day day, String code, String detail) {
        LOG.warn("{} {} {}", day.reference(), code, detail);
        if (!reported.equals(Optional.of(day.date()))) {
            reported = Optional.of(day.date());
            journal.incident(code, day.reference() + ": " + detail);
        }
    }
}
