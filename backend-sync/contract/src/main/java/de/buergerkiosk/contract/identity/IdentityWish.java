package de.buergerkiosk.contract.identity;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kiosk asks for an identification. Which attributes are read is not in it: that follows from the
 * service, and the centre knows the services.
 *
 * <pre>{"v":1,"visit":"…","service":"parking-permit","serviceVersion":"1.0.0","key":{"kty":"EC",…}}</pre>
 *
 * @param visit number of the visit at the kiosk
 * @param key public key that the kiosk made for this one identification
 */
public record IdentityWish(String visit, String service, String serviceVersion, VisitKey key) {
    /** More than any wish has. */
    public static final int BYTES_MAX = 4 << 10;

    private static final Pattern VISIT = Pattern.compile("[0-9a-f-]{1,36}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.-]{1,32}");

    public IdentityWish {
        Checks.matching("visit", VISIT, visit);
        Checks.slug("service", service);
        Checks.matching("serviceVersion", VERSION, serviceVersion);
    }

    public byte[] canonicalJson() {
        ObjectNode json = CanonicalJson.object().put("v", 1);
        json.put("visit", visit).put("service", service).put("serviceVersion", serviceVersion);
        json.set("key", key.json());
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads a wish strictly.
     *
     * @throws de.buergerkiosk.contract.json.MalformedDocument naming the field
     */
    public static IdentityWish parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var wish =
                new IdentityWish(
                        fields.text("visit"),
                        fields.text("service"),
                        fields.text("serviceVersion"),
                        VisitKey.parse(fields.rawObject("key")));
        fields.end();
        return wish;
    }
}
