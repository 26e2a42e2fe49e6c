package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.scan.ScanOutcome;
import de.buergerkiosk.scanner.line.LineException;
import de.buergerkiosk.scanner.line.OctetLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The thread that keeps the line to the scanner and hears what it says. */
final class Reading implements Runnable {
    /** Whatever follows a code without so much silence belongs to it: a code may hold a CR. */
    private static final Duration BREATH = Duration.ofMillis(30);

    private final ScannerSettings settings;
    private final InstantSource clock;
    private final WireTrace trace;
    private final Hatch hatch;

    private final CodeDecoder decoder = new CodeDecoder();
    private long begunFor = Hatch.NOBODY;
    private boolean trailing;

    /** Nothing was heard on this line yet: it may have been opened in the middle of a code. */
    private boolean fresh = true;

    private Instant lastByte = Instant.EPOCH;

    /** The message that was heard by somebody last, and when it lay there last. */
    private String heard = "";

    private Instant heardLast = Instant.EPOCH;

    Reading(ScannerSettings settings, InstantSource clock, WireTrace trace, Hatch hatch) {
        this.settings = settings;
        this.clock = clock;
        this.trace = trace;
        this.hatch = hatch;
    }

    @Override
    public void run() {
        try {
            while (!hatch.isClosed()) {
                try (OctetLine line = settings.address().open(settings.patience().connect())) {
                    trace.opened();
                    decoder.forget();
                    fresh = true;
                    hatch.scannerIs(new DeviceState.Ready());
                    listen(line);
                } catch (LineException trouble) {
                    hatch.scannerIs(down(trouble));
                }
                hatch.rest(settings.patience().retry());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            // whatever ended it: nobody is to wait for a line that nobody reads
            hatch.scannerIs(
                    new DeviceState.Down(
                            FailureCode.UNREACHABLE.fault(
                                    settings.address() + " is not read any more")));
        }
    }

    private static DeviceState down(LineException trouble) {
        FailureCode code =
                switch (trouble.moment()) {
                    case OPENING -> FailureCode.UNREACHABLE;
                    case OPEN -> FailureCode.LINE_LOST;
                };
        return new DeviceState.Down(code.fault(trouble.detail()));
    }

    private void listen(OctetLine line) throws LineException {
        byte[] chunk = new byte[1024];
        while (!hatch.isClosed()) {
            int count = line.read(chunk);
            Instant now = clock.instant();
            if (count > 0) {
                for (int i = 0; i < count; i++) {
                    hear(chunk[i], now);
                }
            } else if (decoder.isInside() && isOver(lastByte, settings.patience().frame(), now)) {
                decoder.forget();
                limited(FailureCode.NO_SUFFIX, "a code began and did not end with CR");
            }
        }
    }

    private void hear(byte octet, Instant now) {
        boolean begins = !decoder.isInside();
        if (begins) {
            begunFor = hatch.asking();
        }
        if (begins && isOver(lastByte, BREATH, now)) {
            trailing = false;
        }
        lastByte = now;
        decoder.feed(octet)
                .ifPresent(message -> {
                    trace.received(decoder.redacted());
                    boolean torn = fresh && message instanceof Message.Bare;
                    if (!trailing && !torn) {
                        weigh(message, decoder.fingerprint(), now);
                    }
                    fresh = false;
                    trailing = true;
                });
    }

    /** A clock that was set back counts as time gone by: nobody is to wait for it to catch up. */
    private static boolean isOver(Instant since, Duration time, Instant now) {
        return now.isBefore(since) || Duration.between(since, now).compareTo(time) >= 0;
    }

    private void weigh(Message message, String fingerprint, Instant now) {
        boolean liesThere =
                fingerprint.equals(heard) && !isOver(heardLast, settings.patience().again(), now);
        boolean counts = !liesThere && hatch.answer(begunFor, outcome(message));
        if (counts) {
            heard = fingerprint;
        }
        if (counts || liesThere) {
            heardLast = now;
        }
    }

    private ScanOutcome outcome(Message message) {
        return switch (message) {
            case Message.Code(var code) -> {
                hatch.scannerIs(new DeviceState.Ready());
                yield new ScanOutcome.Read(code);
            }
            case Message.Unfit(var why) -> new ScanOutcome.Refused(why);
            case Message.Bare() ->
                    new ScanOutcome.Failed(
                            limited(
                                    FailureCode.NO_AIM,
                                    "a code came without AIM id; scan the setting in the"
                                            + " scanner's manual"));
        };
    }

    private Fault limited(FailureCode code, String detail) {
        var fault = code.fault(detail);
        hatch.scannerIs(new DeviceState.Limited(fault));
        return fault;
    }
}
