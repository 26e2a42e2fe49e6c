package de.buergerkiosk.contract.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.text.ParseException;
import tools.jackson.databind.node.ObjectNode;

/** The public half of a visit's key: whoever has it can seal, not open. P-256 (RFC 7518, 6.2). */
public record VisitKey(ECKey key) {
    private static final int BYTES_MAX = 1024;

    public VisitKey {
        if (!Curve.P_256.equals(key.getCurve())) {
            throw new MalformedDocument("key", "must be an EC key on P-256");
        }
        key = new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build();
    }

    ObjectNode json() {
        return CanonicalJson.read(key.toJSONString(), BYTES_MAX);
    }

    static VisitKey parse(ObjectNode json) {
        if (json.has("d")) {
            throw new MalformedDocument("key", "holds the private half; keep that at the kiosk");
        }
        try {
            var key = ECKey.parse(JSONObjectUtils.parse(CanonicalJson.text(json)));
            return new VisitKey(key);
        } catch (ParseException | IllegalArgumentException e) {
            // without the cause: it may quote the key; a point beside the curve ends here too
            throw new MalformedDocument("key", "is not a public EC key as JWK");
        }
    }
}
