package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import de.buergerkiosk.eid.simulated.pki.CvAuthority;
import de.buergerkiosk.eid.simulated.pki.CvCertificate;
import de.buergerkiosk.eid.simulated.pki.Ecdsa;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import java.time.LocalDate;
import java.util.List;

/**
 * Who the server is to the card on one day: its certificates, their description and its key.
 *
 * @param sectorKey data object 7F49 of the sector whose pseudonyms the service gets
 */
record TerminalIdentity(
        CvCertificate certificate,
        CvCertificate verifier,
        CertificateDescription description,
        Bytes sectorKey,
        Curve.Key key) {
    /** The same every day, so that a person's pseudonym stays. */
    private static final Bytes SECTOR =
            Tlv.of(
                    0x7F49,
                    CvAuthority.keyParts(
                            Oids.RI_ECDH_SHA_256,
                            Curve.exampleKey("Buergerkiosk sector").point(),
                            true));

    static TerminalIdentity on(
            LocalDate today,
            TestCvPki pki,
            CertificateDescription truth,
            Chat rights,
            ServerFault fault) {
        Curve.Key key = Curve.exampleKey("Buergerkiosk terminal");
        CertificateDescription description = described(truth, fault);
        Bytes certified =
                fault == ServerFault.DESCRIPTION_HASH
                        ? Symmetric.sha256(description.encode())
                        : description.encode();
        TestCvPki chain =
                fault == ServerFault.UNKNOWN_ROOT ? TestCvPki.create("rogue", today) : pki;
        // the days of these certificates are those of Greenwich (TR-03110-3, C.1.3), where it is
        // yesterday still when a German day begins
        LocalDate from =
                switch (fault) {
                    case EXPIRED_CERTIFICATE -> today.minusDays(7);
                    case FUTURE_CERTIFICATE -> today.plusDays(7);
                    default -> today.minusDays(1);
                };
        return new TerminalIdentity(
                chain.terminal(key.point(), rights, certified, SECTOR, from),
                chain.verifierCertificate(),
                description,
                SECTOR,
                key);
    }

    private static CertificateDescription described(
            CertificateDescription truth, ServerFault fault) {
        return switch (fault) {
            case CERTIFICATE_HASH ->
                    new CertificateDescription(
                            truth.issuerName(),
                            truth.issuerUrl(),
                            truth.subjectName(),
                            truth.subjectUrl(),
                            truth.termsOfUsage(),
                            List.of(Symmetric.sha256(Bytes.EMPTY)));
            case OTHER_ORIGIN ->
                    new CertificateDescription(
                            truth.issuerName(),
                            truth.issuerUrl(),
                            truth.subjectName(),
                            "https://elsewhere.example",
                            truth.termsOfUsage(),
                            truth.tlsHashes());
            default -> truth;
        };
    }

    /** Terminal authentication's signature (TR-03110-3, 3.3). */
    Bytes sign(Bytes idPicc, Bytes challenge, Bytes ephemeralKey, Bytes auxiliary) {
        return Ecdsa.sign(key, Bytes.concat(idPicc, challenge, ephemeralKey, auxiliary));
    }
}
