package de.buergerkiosk.contract.fleet;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the centre gives to a kiosk that enrolled: everything that its kit consists of.
 *
 * @param deviceDoor where it speaks to the centre from now on
 * @param certificate its own, PEM
 * @param authority the city's, PEM
 * @param offices public keys of the offices, JWK set
 * @param receiptKey key that receipts are signed with, JWK
 * @param root whose signatures count under bundles
 * @param at the centre's clock
 */
public record Enrolled(
        String kioskId,
        URI deviceDoor,
        String certificate,
        String authority,
        ObjectNode offices,
        ObjectNode receiptKey,
        ObjectNode root,
        Instant at) {
    public static final int BYTES_MAX = 1 << 20;
    private static final int PEM_CHARACTERS_MAX = 16 << 10;

    public Enrolled {
        Checks.slug("kioskId", kioskId);
        Checks.filled("certificate", certificate, PEM_CHARACTERS_MAX);
        Checks.filled("authority", authority, PEM_CHARACTERS_MAX);
    }

    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1);
        json.put("kioskId", kioskId)
                .put("deviceDoor", deviceDoor.toString())
                .put("certificate", certificate)
                .put("authority", authority)
                .put("at", CanonicalJson.time(at));
        json.set("offices", offices);
        json.set("receiptKey", receiptKey);
        json.set("root", root);
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static Enrolled parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var read =
                new Enrolled(
                        fields.text("kioskId"),
                        address(fields.text("deviceDoor")),
                        unix(fields.text("certificate")),
                        unix(fields.text("authority")),
                        fields.rawObject("offices"),
                        fields.rawObject("receiptKey"),
                        fields.rawObject("root"),
                        fields.instant("at"));
        fields.end();
        return read;
    }

    private static String unix(String pem) {
        return pem.replace("\r", "");
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new MalformedDocument("deviceDoor", "is not an address: " + e.getReason());
        }
    }
}
