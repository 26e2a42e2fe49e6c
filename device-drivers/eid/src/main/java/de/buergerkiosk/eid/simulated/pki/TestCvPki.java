package de.buergerkiosk.eid.simulated.pki;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import de.buergerkiosk.eid.simulated.pki.CvAuthority.Request;
import java.time.LocalDate;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A PKI of card verifiable certificates in three storeys: country (CVCA), document verifier, and the
 * terminals of a service (TR-03110-3, chapter 2). Nobody outside may trust it.
 */
public final class TestCvPki {
    /** Name of the PKI that our cards and servers share. */
    public static final String HOUSE = "Buergerkiosk";

    /** AusweisApp's built-in simulator answers with this reference, so our root is called so. */
    public static final String ROOT_NAME = "DETESTeID00005";

    private static final String VERIFIER_NAME = "DEDVKIOSK00001";
    private static final String TERMINAL_NAME = "DEATKIOSK00001";

    /** An authorisation certificate lives one to three days. */
    private static final int TERMINAL_DAYS = 3;

    private final CvAuthority root;
    private final CvCertificate rootCertificate;
    private final CvAuthority verifier;
    private final CvCertificate verifierCertificate;

    private TestCvPki(
            CvAuthority root,
            CvCertificate rootCertificate,
            CvAuthority verifier,
            CvCertificate verifierCertificate) {
        this.root = root;
        this.rootCertificate = rootCertificate;
        this.verifier = verifier;
        this.verifierCertificate = verifierCertificate;
    }

    /**
     * Root and verifier are valid from a month before that day, for three years. The keys are known
     * to everybody and always the same, so that card and server of two processes fit together.
     *
     * @param name of the PKI; another name gives other keys under the same references
     */
    public static TestCvPki create(String name, LocalDate today) {
        var root = new CvAuthority(ROOT_NAME, Curve.exampleKey(name + " CVCA"));
        var verifier = new CvAuthority(VERIFIER_NAME, Curve.exampleKey(name + " DV"));
        LocalDate from = today.minusMonths(1);
        LocalDate until = today.plusYears(3);
        var all = new Chat(Chat.ALL_RIGHTS);
        return new TestCvPki(
                root,
                root.certify(
                        new Request(
                                ROOT_NAME,
                                root.key().point(),
                                all.as(Chat.Role.CVCA),
                                from,
                                until,
                                Bytes.EMPTY)),
                verifier,
                root.certify(
                        new Request(
                                VERIFIER_NAME,
                                verifier.key().point(),
                                all.as(Chat.Role.DV_OFFICIAL),
                                from,
                                until,
                                Bytes.EMPTY)));
    }

    /** The trust anchor of cards and clients. */
    public CvCertificate rootCertificate() {
        return rootCertificate;
    }

    public CvAuthority root() {
        return root;
    }

    public CvCertificate verifierCertificate() {
        return verifierCertificate;
    }

    /** True while terminals can be certified on that day. */
    public boolean isValidOn(LocalDate day) {
        return rootCertificate.isValidOn(day)
                && rootCertificate.isValidOn(day.plusDays(TERMINAL_DAYS));
    }

    /**
     * For three days, as the real ones, with the hashes of its description and of its sector's key
     * (TR-03110-3, C.3).
     *
     * @param from the first day, of Greenwich
     */
    public CvCertificate terminal(
            ECPoint key, Chat rights, Bytes description, Bytes sectorKey, LocalDate from) {
        return verifier.certify(
                new Request(
                        TERMINAL_NAME,
                        key,
                        rights.as(Chat.Role.TERMINAL),
                        from,
                        from.plusDays(TERMINAL_DAYS),
                        extension(Oids.DESCRIPTION, Symmetric.sha256(description))
                                .and(
                                        extension(
                                                Oids.TERMINAL_SECTOR,
                                                Symmetric.sha256(sectorKey)))));
    }

    private static Bytes extension(Bytes oid, Bytes hash) {
        return Tlv.of(0x73, Tlv.of(0x06, oid), Tlv.of(0x80, hash));
    }
}
