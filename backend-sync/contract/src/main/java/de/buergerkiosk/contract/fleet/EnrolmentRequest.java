package de.buergerkiosk.contract.fleet;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Sent by a machine that wants to belong to the city.
 *
 * @param code empty when it renews its certificate: then the old one speaks for it
 * @param csr PKCS#10 (RFC 2986), DER in base64
 * @param at the machine's clock
 */
public record EnrolmentRequest(Optional<EnrolmentCode> code, String csr, Instant at) {
    public static final int BYTES_MAX = 16 << 10;
    private static final int CSR_BYTES_MAX = 4 << 10;

    public EnrolmentRequest {
        int length = decoded(csr).length;
        if (length == 0 || length > CSR_BYTES_MAX) {
            throw new MalformedDocument("csr", "must have 1 to " + CSR_BYTES_MAX + " bytes");
        }
    }

    public static EnrolmentRequest of(Optional<EnrolmentCode> code, byte[] csr, Instant at) {
        return new EnrolmentRequest(code, Base64.getEncoder().encodeToString(csr), at);
    }

    /** DER. */
    public byte[] request() {
        return decoded(csr);
    }

    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1);
        code.ifPresent(known -> json.put("code", known.printed()));
        json.put("csr", csr).put("at", CanonicalJson.time(at));
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static EnrolmentRequest parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var code = fields.textIfPresent("code").map(EnrolmentRequest::code);
        var request = new EnrolmentRequest(code, fields.text("csr"), fields.instant("at"));
        fields.end();
        return request;
    }

    private static EnrolmentCode code(String typed) {
        return EnrolmentCode.parse(typed)
                .orElseThrow(() ->
                        new MalformedDocument(
                                "code", "is mistyped: its check symbol does not fit"));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedDocument("csr", "is not base64");
        }
    }
}
