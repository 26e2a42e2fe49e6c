package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.simulated.client.ServerTrouble.Kind;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac1Input;
import de.buergerkiosk.eid.simulated.paos.TcToken;
import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import de.buergerkiosk.eid.simulated.pki.CvCertificate;
import de.buergerkiosk.ports.eid.EidEvent.Compared;
import de.buergerkiosk.ports.eid.Origin;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, for what, and why we believe it: everything that a client checks before it bothers the
 * citizen (TR-03124-1, 2.7; TR-03110-2, 3.4).
 *
 * @param chain the terminal's certificates in the order in which a card takes them
 * @param auxiliary data object 67, or nothing
 * @param compared the same, for the citizen
 */
public record Introduction(
        TcToken token,
        CertificateDescription description,
        List<CvCertificate> chain,
        Chat required,
        Chat optional,
        Bytes auxiliary,
        Compared compared,
        Optional<String> transactionInfo) {
    public Introduction {
        chain = List.copyOf(chain);
    }

    /** The terminal's own certificate. */
    public CvCertificate terminal() {
        return chain.getLast();
    }

    /** What the client knows for itself. */
    record Known(
            URI tcTokenUrl,
            List<CvCertificate> trustAnchors,
            LocalDate today,
            Set<Bytes> tlsHashes) {}

    static Introduction check(TcToken token, Eac1Input input, Known known)
            throws ServerTrouble, Malformed {
        CertificateDescription description = CertificateDescription.parse(input.description());
        List<CvCertificate> chain = chain(input.certificates(), known);
        CvCertificate terminal = chain.getLast();
        Bytes hash =
                terminal.extension(Oids.DESCRIPTION)
                        .orElseThrow(() -> untrusted("the certificate names no description"));
        demand(
                hash.equals(Symmetric.sha256(input.description())),
                "the description is not the certificate's");
        demand(
                description.tlsHashes().containsAll(known.tlsHashes()),
                "the TLS certificate is not in the description");
        URI subject = URI.create(description.subjectUrl().replaceAll("[^!-~]", ""));
        demand(sameOrigin(subject, known.tcTokenUrl()), "the tcTokenURL is another service's");
        demand(sameOrigin(subject, token.refreshAddress()), "the refresh address is elsewhere");
        demand(
                input.required().or(input.optional()).isWithin(terminal.chat()),
                "more rights than the certificate gives");
        Bytes auxiliary = input.auxiliary().orElse(Bytes.EMPTY);
        return new Introduction(
                token,
                description,
                chain,
                input.required(),
                input.optional(),
                auxiliary,
                Auxiliary.compared(auxiliary, known.today()),
                input.transactionInfo());
    }

    private static void demand(boolean fulfilled, String otherwise) throws ServerTrouble {
        if (!fulfilled) {
            throw untrusted(otherwise);
        }
    }

    private static ServerTrouble untrusted(String why) {
        return new ServerTrouble(Kind.UNTRUSTED, why);
    }

    static boolean sameOrigin(URI one, URI other) {
        return Origin.of(one).equals(Origin.of(other));
    }

    private static List<CvCertificate> chain(List<Bytes> encoded, Known known)
            throws Malformed, ServerTrouble {
        var certificates = new ArrayList<CvCertificate>();
        for (Bytes each : encoded) {
            certificates.add(CvCertificate.parse(each));
        }
        CvCertificate terminal =
                only(certificates, List.of(Chat.Role.TERMINAL), "a terminal's certificate");
        CvCertificate verifier =
                only(
                        certificates,
                        List.of(Chat.Role.DV_OFFICIAL, Chat.Role.DV_FOREIGN),
                        "a document verifier's certificate");
        CvCertificate root =
                known.trustAnchors().stream()
                        .filter(anchor -> anchor.holder().equals(verifier.authority()))
                        .findFirst()
                        .orElseThrow(() -> untrusted("nobody knows the root"));
        demand(
                verifier.isSignedBy(root.publicKey())
                        && terminal.authority().equals(verifier.holder())
                        && terminal.isSignedBy(verifier.publicKey()),
                "the certificates do not lead to the root");
        for (CvCertificate each : List.of(root, verifier, terminal)) {
            demand(each.isValidOn(known.today()), "a certificate is not valid today");
        }
        return List.of(verifier, terminal);
    }

    private static CvCertificate only(
            List<CvCertificate> certificates, List<Chat.Role> roles, String what)
            throws ServerTrouble {
        List<CvCertificate> found =
                certificates.stream().filter(each -> roles.contains(each.chat().role())).toList();
        if (found.size() != 1) {
            throw untrusted(found.size() + " times " + what + " instead of once");
        }
        return found.getFirst();
    }
}
