package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import de.buergerkiosk.eid.simulated.pki.CvCertificate;
import de.buergerkiosk.eid.simulated.pki.Ecdsa;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The chip's side of terminal authentication, version 2 (TR-03110-3, B.3): verifies the chain of
 * certificates from a trust point on, and the terminal's signature. Rights shrink on the way down.
 */
final class TerminalCheck {
    /** A key that a verified certificate vouches for. */
    private record Vouched(ECPoint key, Chat rights, Chat.Role role, Optional<Bytes> sector) {}

    /** The terminal as it was authenticated. */
    record Terminal(Chat rights, Bytes ephemeralKey, List<Tlv> auxiliary, Optional<Bytes> sector) {}

    private record Announced(
            Vouched terminal, Bytes ephemeralKey, Bytes auxiliary, List<Tlv> templates) {}

    private final Map<String, Vouched> trusted = new HashMap<>();
    private final Map<String, Vouched> imported = new HashMap<>();
    private LocalDate today;
    private Optional<Vouched> authority = Optional.empty();
    private Optional<Announced> announced = Optional.empty();

    /** A chip has no clock: it believes the latest date that it saw in a certificate. */
    TerminalCheck(CvCertificate trustPoint) {
        today = trustPoint.validFrom();
        trusted.put(
                trustPoint.holder(),
                new Vouched(
                        trustPoint.publicKey(),
                        trustPoint.chat(),
                        Chat.Role.CVCA,
                        Optional.empty()));
    }

    void reset() {
        imported.clear();
        authority = Optional.empty();
        announced = Optional.empty();
    }

    static Bytes latin(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** MSE:Set DST: whose key verifies the next certificate. */
    void chooseAuthority(Bytes reference) throws Malformed, Refused {
        authority = Optional.of(known(reference));
    }

    private Vouched known(Bytes reference) throws Malformed, Refused {
        String name = CvCertificate.name(reference);
        return Optional.ofNullable(imported.get(name))
                .or(() -> Optional.ofNullable(trusted.get(name)))
                .orElseThrow(() -> new Refused(Status.REFERENCE_NOT_FOUND));
    }

    /** PSO:Verify Certificate. */
    void importCertificate(Bytes parts) throws Malformed, Refused {
        Vouched signer = authority.orElseThrow(() -> new Refused(Status.CONDITIONS));
        CvCertificate certificate = CvCertificate.ofParts(parts);
        Chat.Role role = certificate.chat().role();
        if (!certificate.isSignedBy(signer.key())
                || !mayCertify(signer.role(), role)
                || certificate.validUntil().isBefore(today)) {
            throw new Refused(Status.FAILED);
        }
        Chat rights = new Chat(signer.rights().bits() & certificate.chat().bits());
        var vouched =
                new Vouched(
                        certificate.publicKey(),
                        rights,
                        role,
                        certificate.extension(Oids.TERMINAL_SECTOR));
        if (role == Chat.Role.CVCA) {
            trusted.put(certificate.holder(), vouched);
        } else {
            imported.put(certificate.holder(), vouched);
        }
        boolean dateIsTrusted =
                role != Chat.Role.TERMINAL || signer.role() == Chat.Role.DV_OFFICIAL;
        if (dateIsTrusted && certificate.validFrom().isAfter(today)) {
            today = certificate.validFrom();
        }
    }

    private static boolean mayCertify(Chat.Role signer, Chat.Role subject) {
        return switch (signer) {
            case CVCA -> subject != Chat.Role.TERMINAL;
            case DV_OFFICIAL, DV_FOREIGN -> subject == Chat.Role.TERMINAL;
            case TERMINAL -> false;
        };
    }

    /** MSE:Set AT: the terminal, its ephemeral key and what it wants compared. */
    void announce(List<Tlv> objects) throws Malformed, Refused {
        if (!Tlv.need(objects, 0x80).equals(Oids.TA_ECDSA_SHA_256)) {
            throw new Refused(Status.WRONG_DATA);
        }
        Vouched terminal = known(Tlv.need(objects, 0x83));
        if (terminal.role() != Chat.Role.TERMINAL) {
            throw new Refused(Status.NOT_SATISFIED);
        }
        Optional<Bytes> auxiliary = Tlv.find(objects, 0x67);
        announced =
                Optional.of(
                        new Announced(
                                terminal,
                                Tlv.need(objects, 0x91),
                                auxiliary.map(value -> Tlv.of(0x67, value)).orElse(Bytes.EMPTY),
                                auxiliary.isEmpty() ? List.of() : Tlv.parseAll(auxiliary.get())));
    }

    /** EXTERNAL AUTHENTICATE: the signature over chip, challenge, key and auxiliary data. */
    Terminal authenticate(Bytes signature, Bytes idPicc, Bytes challenge, Chat granted)
            throws Refused {
        Announced now = announced.orElseThrow(() -> new Refused(Status.CONDITIONS));
        announced = Optional.empty();
        Bytes message = Bytes.concat(idPicc, challenge, now.ephemeralKey(), now.auxiliary());
        if (!Ecdsa.verify(now.terminal().key(), message, signature)) {
            throw new Refused(Status.FAILED);
        }
        return new Terminal(
                now.terminal().rights().and(granted),
                now.ephemeralKey(),
                now.templates(),
                now.terminal().sector());
    }
}
