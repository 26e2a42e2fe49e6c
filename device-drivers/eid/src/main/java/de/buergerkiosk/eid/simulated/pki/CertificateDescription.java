package de.buergerkiosk.eid.simulated.pki;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.DataGroups;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import java.util.ArrayList;
import java.util.List;

/**
 * Who asks the citizen, why, and by which TLS certificates one knows the server; its hash is in the
 * authorisation certificate (TR-03110-4, 2.2.6; plain text format).
 *
 * @param termsOfUsage plain text with the headings that eID clients look for
 * @param tlsHashes SHA-256 of every TLS certificate on the way
 */
public record CertificateDescription(
        String issuerName,
        String issuerUrl,
        String subjectName,
        String subjectUrl,
        String termsOfUsage,
        List<Bytes> tlsHashes) {
    private static final String PURPOSE = "Geschäftszweck:";

    public CertificateDescription {
        tlsHashes = List.copyOf(tlsHashes);
    }

    /** The terms in the form of the authority that gives such certificates. */
    public static String terms(String subject, String purpose, String terms) {
        return "Name, Anschrift und E-Mail-Adresse des Diensteanbieters:\n"
                + subject
                + "\n\n"
                + PURPOSE
                + "\n"
                + purpose
                + "\n\n"
                + terms
                + "\n";
    }

    /** The paragraph below the heading; all of the terms when there is none. */
    public String purpose() {
        int at = termsOfUsage.indexOf(PURPOSE);
        if (at < 0) {
            return termsOfUsage.strip();
        }
        String rest = termsOfUsage.substring(at + PURPOSE.length()).strip();
        int end = rest.indexOf("\n\n");
        return end < 0 ? rest : rest.substring(0, end);
    }

    public Bytes encode() {
        Bytes hashes =
                Bytes.concat(tlsHashes.stream().map(DataGroups::octets).toArray(Bytes[]::new));
        return Tlv.of(
                0x30,
                Tlv.of(0x06, Oids.PLAIN_FORMAT),
                Tlv.of(0xA1, DataGroups.utf8(issuerName)),
                Tlv.of(0xA2, DataGroups.printable(issuerUrl)),
                Tlv.of(0xA3, DataGroups.utf8(subjectName)),
                Tlv.of(0xA4, DataGroups.printable(subjectUrl)),
                Tlv.of(0xA5, DataGroups.utf8(termsOfUsage)),
                Tlv.of(0xA7, Tlv.of(0x31, hashes)));
    }

    public static CertificateDescription parse(Bytes encoded) throws Malformed {
        List<Tlv> parts = Tlv.parseAll(Tlv.parseOne(encoded, 0x30));
        if (!Tlv.need(parts, 0x06).equals(Oids.PLAIN_FORMAT)) {
            throw new Malformed("a description that is not plain text");
        }
        var hashes = new ArrayList<Bytes>();
        var set = Tlv.find(parts, 0xA7);
        if (set.isPresent()) {
            for (Tlv hash : Tlv.parseAll(Tlv.parseOne(set.get(), 0x31))) {
                hashes.add(hash.value());
            }
        }
        return new CertificateDescription(
                DataGroups.text(Tlv.need(parts, 0xA1)),
                optional(parts, 0xA2),
                DataGroups.text(Tlv.need(parts, 0xA3)),
                optional(parts, 0xA4),
                DataGroups.text(Tlv.need(parts, 0xA5)),
                hashes);
    }

    private static String optional(List<Tlv> parts, int tag) throws Malformed {
        var found = Tlv.find(parts, tag);
        return found.isEmpty() ? "" : DataGroups.text(found.get());
    }
}
