package de.buergerkiosk.central.watch;

import de.buergerkiosk.central.watch.Incident.Kind;
import de.buergerkiosk.central.watch.WatchBook.Heard;
import de.buergerkiosk.central.watch.WatchBook.Wanted;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.fleet.RollingHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a kiosk, from what it said last and what the centre knows. */
final class Judgement {
    /** Heartbeats come once a minute, so three are missing. */
    static final Duration SILENT = Duration.ofMinutes(3);

    /** Time to fetch, to wait for the citizen to leave, and to prove itself. */
    static final Duration DRIFT_GRACE = Duration.ofMinutes(15);

    static final Duration OUTBOX_OLD = Duration.ofMinutes(15);
    static final Duration CLOCK_OFF = Duration.ofMinutes(5);
    static final long CERTIFICATE_DAYS_MIN = 10;
    static final long DISK_MEGABYTES_MIN = 500;
    private static final String PAPER_LOW = "PRN-PAPER-LOW";

    private Judgement() {}

    /**
     * All that is wrong now.
     *
     * @param ours the centre's hash over the filings that the kiosk calls settled
     */
    static List<Condition> of(Heard heard, RollingHash ours, Optional<Wanted> wanted, Instant now) {
        var found = new ArrayList<Condition>();
        var beat = heard.beat();
        var silence = Duration.between(heard.at(), now);
        if (silence.compareTo(SILENT) > 0) {
            found.add(new Condition(Kind.SILENT, "", "last heard of at " + heard.at()));
        }
        books(beat.filings(), ours).ifPresent(found::add);
        beat.devices().forEach(device -> device(device).ifPresent(found::add));
        wanted.flatMap(want -> drift(beat.configuration(), want, now)).ifPresent(found::add);
        if (beat.certificateDays() < CERTIFICATE_DAYS_MIN) {
            found.add(
                    new Condition(Kind.CERTIFICATE, "", beat.certificateDays() + " days are left"));
        }
        if (beat.outbox().oldestSeconds() > OUTBOX_OLD.toSeconds()) {
            found.add(
                    new Condition(
                            Kind.OUTBOX_OLD,
                            "",
                            beat.outbox().depth()
                                    + " filings wait, the oldest for "
                                    + beat.outbox().oldestSeconds() / 60
                                    + " minutes"));
        }
        var off = Duration.between(heard.at(), beat.at());
        if (off.abs().compareTo(CLOCK_OFF) > 0) {
            found.add(
                    new Condition(Kind.CLOCK, "", "its clock is off by " + off.toSeconds() + " s"));
        }
        if (beat.diskFreeMegabytes() < DISK_MEGABYTES_MIN) {
            found.add(new Condition(Kind.DISK, "", beat.diskFreeMegabytes() + " MB are free"));
        }
        return found;
    }

    private static Optional<Condition> books(RollingHash theirs, RollingHash ours) {
        if (theirs.count() != ours.count()) {
            return Optional.of(
                    new Condition(
                            Kind.SEQUENCE_GAP,
                            "",
                            "up to filing %d the kiosk has receipts for %d, the centre has %d"
                                    .formatted(theirs.settled(), theirs.count(), ours.count())));
        }
        return theirs.hash().equals(ours.hash())
                ? Optional.empty()
                : Optional.of(
                        new Condition(
                                Kind.HASH_MISMATCH,
                                "",
                                "the %d filings up to %d are not the same at kiosk and centre"
                                        .formatted(ours.count(), theirs.settled())));
    }

    private static Optional<Condition> device(Heartbeat.Device device) {
        return switch (device.state()) {
            case "fault" ->
                    Optional.of(new Condition(Kind.DEVICE_FAULT, device.id(), device.code()));
            case "warning" ->
                    Optional.of(
                            new Condition(
                                    device.code().equals(PAPER_LOW)
                                            ? Kind.PAPER_LOW
                                            : Kind.DEVICE_FAULT,
                                    device.id(),
                                    device.code()));
            default -> Optional.empty();
        };
    }

    private static Optional<Condition> drift(Heartbeat.Configuration is, Wanted want, Instant now) {
        var same = is.version() == want.version() && is.digest().equals(want.digest());
        if (want.version() == 0 || same || want.since().plus(DRIFT_GRACE).isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(
                new Condition(
                        Kind.DRIFT,
                        "",
                        "it is to have version %d since %s and has version %d (%s)"
                                .formatted(
                                        want.version(), want.since(), is.version(), is.state())));
    }
}
