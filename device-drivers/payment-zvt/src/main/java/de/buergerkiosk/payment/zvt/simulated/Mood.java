package de.buergerkiosk.payment.zvt.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a terminal does wrong at the moment; may be changed by other threads while it works. */
final class Mood {
    private static final Duration RESTART = Duration.ofSeconds(5);

    /** How long a terminal works for itself. */
    private static final Duration OWN_JOB = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final LineFaults lineFaults = new LineFaults();
    private volatile TerminalFault fault;
    private volatile Instant since;
    private volatile boolean mute;
    private volatile Duration delay;
    private volatile Set<Quirk> quirks;
    private volatile Instant awayUntil = Instant.MIN;
    private volatile boolean restarted;

    Mood(SimulatedTerminal.Settings settings) {
        this.clock = settings.clock();
        this.fault = settings.fault();
        this.since = settings.clock().instant();
        this.delay = settings.delay();
        this.quirks = settings.extras().quirks();
    }

    TerminalFault fault() {
        return fault;
    }

    void fault(TerminalFault next) {
        since = clock.instant();
        fault = next;
    }

    /** Whether a job of its own is over by now. */
    boolean ownJobIsOver() {
        return !clock.instant().isBefore(since.plus(OWN_JOB));
    }

    boolean isMute() {
        return mute || fault == TerminalFault.MUTE;
    }

    void mute(boolean on) {
        mute = on;
    }

    Duration delay() {
        return delay;
    }

    void delay(Duration next) {
        delay = next;
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    void quirks(Set<Quirk> next) {
        quirks = next.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(next));
    }

    Set<Quirk> quirks() {
        return quirks;
    }

    LineFaults lineFaults() {
        return lineFaults;
    }

    void befall(List<LineFault> faults) {
        lineFaults.set(faults);
    }

    /** The terminal forgets what is not in its ledger, and is away for some seconds. */
    void reboot() {
        awayUntil = clock.instant().plus(RESTART);
        restarted = true;
    }

    boolean isAway() {
        return clock.instant().isBefore(awayUntil);
    }

    /** True once after each restart. */
    boolean takeRestarted() {
        boolean was = restarted;
        restarted = false;
        return was;
    }
}
