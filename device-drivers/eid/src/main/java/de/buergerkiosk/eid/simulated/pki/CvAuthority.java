package de.buergerkiosk.eid.simulated.pki;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Somebody who signs card verifiable certificates: the country's authority (CVCA) or a document
 * verifier.
 *
 * @param name its key's reference
 */
public record CvAuthority(String name, Curve.Key key) {
    /** What a certificate is to say. */
    public record Request(
            String holder,
            ECPoint key,
            Chat chat,
            LocalDate from,
            LocalDate until,
            Bytes extensions) {}

    public CvCertificate certify(Request request) {
        boolean root = request.chat().role() == Chat.Role.CVCA;
        Bytes extensions =
                request.extensions().isEmpty() ? Bytes.EMPTY : Tlv.of(0x65, request.extensions());
        Bytes body =
                Tlv.of(
                        CvCertificate.BODY,
                        Tlv.of(0x5F29, Bytes.ofInts(0)),
                        Tlv.of(0x42, latin(name)),
                        Tlv.of(0x7F49, keyParts(Oids.TA_ECDSA_SHA_256, request.key(), root)),
                        Tlv.of(0x5F20, latin(request.holder())),
                        request.chat().encode(),
                        Tlv.of(0x5F25, CvCertificate.dateDigits(request.from())),
                        Tlv.of(0x5F24, CvCertificate.dateDigits(request.until())),
                        extensions);
        Bytes signature = Ecdsa.sign(key, body);
        try {
            return CvCertificate.ofParts(body.and(Tlv.of(CvCertificate.SIGNATURE, signature)));
        } catch (Malformed e) {
            throw new IllegalArgumentException("the request makes no certificate", e);
        }
    }

    private static Bytes latin(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A public key with its curve, as roots and sectors have it, or without (TR-03110-3, D.3.3). */
    public static Bytes keyParts(Bytes protocol, ECPoint key, boolean withDomain) {
        Bytes point = Tlv.of(0x86, Curve.encode(key));
        Bytes oid = Tlv.of(0x06, protocol);
        if (!withDomain) {
            return oid.and(point);
        }
        var curve = Curve.DOMAIN.getCurve();
        return Bytes.concat(
                oid,
                Tlv.of(0x81, unsigned(curve.getField().getCharacteristic().toByteArray())),
                Tlv.of(0x82, Bytes.of(curve.getA().getEncoded())),
                Tlv.of(0x83, Bytes.of(curve.getB().getEncoded())),
                Tlv.of(0x84, Curve.encode(Curve.DOMAIN.getG())),
                Tlv.of(0x85, unsigned(Curve.DOMAIN.getN().toByteArray())),
                point,
                Tlv.of(0x87, Bytes.ofInts(1)));
    }

    private static Bytes unsigned(byte[] number) {
        Bytes bytes = Bytes.of(number);
        return bytes.at(0) == 0 ? bytes.from(1) : bytes;
    }
}
