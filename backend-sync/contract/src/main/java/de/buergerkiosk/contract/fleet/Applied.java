package de.buergerkiosk.contract.fleet;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a bundle at a kiosk, with the settings that hold there now.
 *
 * @param version of the bundle that it is about; 0 for none
 * @param state {@code trial}, {@code good}, {@code refused} or {@code fallen-back}
 * @param detail why; empty when all is well
 * @param settings that hold now, whatever became of the bundle
 */
public record Applied(
        long version, String digest, String state, String detail, ObjectNode settings, Instant at) {
    public static final int BYTES_MAX = 256 << 10;
    private static final int DETAIL_CHARACTERS_MAX = 500;
    private static final Pattern STATE = Pattern.compile("trial|good|refused|fallen-back");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}|");

    public Applied {
        Checks.between("version", version, 0, Long.MAX_VALUE);
        Checks.matching("digest", HASH, digest);
        Checks.matching("state", STATE, state);
        Checks.text("detail", detail, DETAIL_CHARACTERS_MAX);
        settings = settings.deepCopy();
    }

    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1).put("version", version);
        json.put("digest", digest)
                .put("state", state)
                .put("detail", detail)
                .put("at", CanonicalJson.time(at));
        json.set("settings", settings);
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static Applied parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var read =
                new Applied(
                        fields.number("version"),
                        fields.text("digest"),
                        fields.text("state"),
                        fields.text("detail"),
                        fields.rawObject("settings"),
                        fields.instant("at"));
        fields.end();
        return read;
    }
}
