package de.buergerkiosk.central.fleet;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.throttle.Throttle;
import de.buergerkiosk.central.trust.CityTrust;
import de.buergerkiosk.central.trust.KioskCertificate;
import de.buergerkiosk.contract.fleet.Enrolled;
import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.contract.fleet.EnrolmentRequest;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Takes machines in. A code buys one certificate for one kiosk, once, within a day; renewal needs
 * the certificate that still counts. Every step is in the audit trail.
 */
public final class Enrolments {
    public static final Duration CODE_LIFE = Duration.ofHours(24);

    /** Certificates are short-lived, so that a forgotten machine falls out by itself. */
    public static final Duration CERTIFICATE_LIFE = Duration.ofDays(60);

    /** A certificate that begins a day ago must be valid at the kiosk too. */
    static final Duration CLOCK_SLACK = Duration.ofHours(1);

    /** Unknown codes from one address; a guesser with many of them has 55 bits before them still. */
    private static final int MISSES_MAX = 10;

    private static final Duration MISSES_WITHIN = Duration.ofMinutes(10);

    private final KioskBook kiosks;
    private final EnrolBook book;
    private final CityTrust trust;
    private final Supplier<URI> deviceDoor;
    private final AuditTrail audit;
    private final RandomGenerator chance;
    private final InstantSource clock;
    private final Throttle throttle;

    /**
     * All of it is used at the desk (minting) and at the entry (the rest).
     *
     * @param deviceDoor where enrolled kiosks speak to the centre
     */
    public Enrolments(
            KioskBook kiosks,
            EnrolBook book,
            CityTrust trust,
            Supplier<URI> deviceDoor,
            AuditTrail audit,
            RandomGenerator chance,
            InstantSource clock) {
        this.kiosks = kiosks;
        this.book = book;
        this.trust = trust;
        this.deviceDoor = deviceDoor;
        this.audit = audit;
        this.chance = chance;
        this.clock = clock;
        this.throttle = new Throttle(MISSES_MAX, MISSES_WITHIN, clock);
    }

    /** A fresh code and when it ends. */
    public record Minted(EnrolmentCode code, Instant expires) {}

    /** A code for a known kiosk; the ones before it count no more. */
    public Minted mint(Kiosk kiosk, String by) {
        var now = clock.instant();
        var code = EnrolmentCode.next(chance, trust.authority());
        var expires = now.plus(CODE_LIFE);
        book.mint(kiosk.id(), code.hash(), by, now, expires);
        note(by, "enrolment-code-made", kiosk.id(), "");
        return new Minted(code, expires);
    }

    /**
     * Somebody with a code.
     *
     * @param address where it came from, for the throttle
     */
    public EnrolOutcome enrol(EnrolmentRequest request, String address) {
        var wait = throttle.wait(address);
        if (wait.isPresent()) {
            return new EnrolOutcome.Later(wait.get());
        }
        var code = request.code();
        if (code.isEmpty()) {
            return new EnrolOutcome.Refused("code", "is missing");
        }
        var known = book.minted(code.get().hash());
        if (known.isEmpty()) {
            throttle.count(address);
            return new EnrolOutcome.Unknown();
        }
        var outcome = decide(code.get(), known.get(), request);
        if (outcome instanceof EnrolOutcome.Used) {
            throttle.count(address);
        }
        return outcome;
    }

    private EnrolOutcome decide(
            EnrolmentCode code, EnrolBook.Minted minted, EnrolmentRequest request) {
        var now = clock.instant();
        try {
            if (minted.use().isPresent()) {
                return again(minted.use().get(), minted, request);
            }
            if (minted.isVoid() || !now.isBefore(minted.expires())) {
                return new EnrolOutcome.Over(minted.expires());
            }
            if (Duration.between(now, request.at()).abs().compareTo(CLOCK_SLACK) > 0) {
                return new EnrolOutcome.ClockOff(now);
            }
            var issued = trust.certify(minted.kiosk(), request.request(), CERTIFICATE_LIFE);
            if (!book.use(code.hash(), minted.kiosk(), issued, now)) {
                // somebody was faster with the same code
                var faster = book.minted(code.hash()).flatMap(EnrolBook.Minted::use);
                return faster.isPresent()
                        ? again(faster.get(), minted, request)
                        : new EnrolOutcome.Over(minted.expires());
            }
            note("kiosk:" + minted.kiosk(), "enrolled", minted.kiosk(), issued.serial());
            return welcome(minted.kiosk(), issued.pem(), false);
        } catch (MalformedDocument e) {
            return new EnrolOutcome.Refused(e.field(), e.problem());
        }
    }

    /** Only who holds the key of the first time gets the certificate of the first time. */
    private EnrolOutcome again(
            EnrolBook.Use use, EnrolBook.Minted minted, EnrolmentRequest request) {
        var same =
                use.keyHash().equals(CityTrust.keyHash(request.request()))
                        && clock.instant().isBefore(minted.expires());
        if (!same) {
            note("centre", "enrolment-code-used-again", minted.kiosk(), "");
            return new EnrolOutcome.Used();
        }
        return welcome(minted.kiosk(), use.certificate(), true);
    }

    private EnrolOutcome welcome(String kiosk, String certificate, boolean repeated) {
        return new EnrolOutcome.Welcome(kit(kiosk, certificate), repeated);
    }

    /**
     * A kiosk of ours that wants a new certificate for a new key.
     *
     * @param kiosk as its certificate says
     */
    public EnrolOutcome renew(String kiosk, EnrolmentRequest request) {
        if (kiosks.find(kiosk).isEmpty()) {
            return new EnrolOutcome.Unknown();
        }
        try {
            KioskCertificate issued = trust.certify(kiosk, request.request(), CERTIFICATE_LIFE);
            book.renewed(kiosk, issued, clock.instant());
            note("kiosk:" + kiosk, "certificate-renewed", kiosk, issued.serial());
            return welcome(kiosk, issued.pem(), false);
        } catch (MalformedDocument e) {
            return new EnrolOutcome.Refused(e.field(), e.problem());
        }
    }

    private Enrolled kit(String kiosk, String certificate) {
        return new Enrolled(
                kiosk,
                deviceDoor.get(),
                certificate,
                trust.authorityPem(),
                trust.officeKeys(),
                trust.receiptKeyJson(),
                trust.rootJson(),
                clock.instant());
    }

    private void note(String actor, String event, String subject, String detail) {
        audit.append(new AuditEntry(clock.instant(), actor, event, subject, detail));
    }
}
