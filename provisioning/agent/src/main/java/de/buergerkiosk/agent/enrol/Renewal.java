package de.buergerkiosk.agent.enrol;

import de.buergerkiosk.contract.fleet.Enrolled;
import de.buergerkiosk.contract.fleet.EnrolmentRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Renews the kiosk's certificate with a new key once two thirds of its life are over. The old one
 * stays in use until the new one lies on the disk; there is never a moment without a certificate.
 */
public final class Renewal {
    private final KitFolder kit;
    private final InstantSource clock;

    public Renewal(Path kit, InstantSource clock) {
        this.kit = new KitFolder(kit);
        this.clock = clock;
    }

    /** Asks the centre; empty when it does not answer, or refuses. */
    @FunctionalInterface
    public interface Asked {
        Optional<Enrolled> renewed(EnrolmentRequest request) throws InterruptedException;
    }

    /** Whole days until the certificate ends; less than 0 when it has. */
    public long daysLeft() throws IOException, GeneralSecurityException {
        return Duration.between(clock.instant(), until(kit.certificate())).toDays();
    }

    /** Whether two thirds are over; then the sooner the better. */
    public boolean isDue() throws IOException, GeneralSecurityException {
        var certificate = kit.certificate();
        var begun = certificate.getNotBefore().toInstant();
        var life = Duration.between(begun, until(certificate));
        return !clock.instant().isBefore(begun.plus(life.multipliedBy(2).dividedBy(3)));
    }

    /** Renews when it is due; true when there is a new certificate. */
    public boolean renew(Asked centre)
            throws IOException, GeneralSecurityException, InterruptedException {
        if (!isDue()) {
            return false;
        }
        var key = OwnKey.generate();
        var request = EnrolmentRequest.of(Optional.empty(), key.request(), clock.instant());
        var fresh = centre.renewed(request);
        if (fresh.isEmpty()) {
            return false;
        }
        kit.renew(fresh.get(), key.pair());
        return true;
    }

    private static Instant until(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
