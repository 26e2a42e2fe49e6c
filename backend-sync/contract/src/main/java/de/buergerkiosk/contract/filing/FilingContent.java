package de.buergerkiosk.contract.filing;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the citizen files, in plain text. It lives in memory only: at the kiosk until it is sealed,
 * at the desk while the clerk in charge looks at it.
 *
 * @param service the municipal service such as {@code parking-permit}
 * @param version version of the service definition that asked the questions
 * @param language in which the citizen answered (BCP 47)
 * @param summary the answers for the clerk, in German
 * @param data the answers for machines, after the service's own schema
 * @param identification empty where the service asks for none
 */
public record FilingContent(
        String service,
        String version,
        String language,
        List<Row> summary,
        ObjectNode data,
        Optional<Identification> identification) {
    /** Before sealing. */
    public static final int BYTES_MAX = 600_000;

    public static final int ROWS_MAX = 500;

    static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,31}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");

    public FilingContent {
        Checks.slug("service", service);
        Checks.matching("version", VERSION, version);
        Checks.matching("language", LANGUAGE, language);
        summary = List.copyOf(summary);
        Checks.between("summary", summary.size(), 0, ROWS_MAX);
        data = data.deepCopy();
    }

    /** A copy: nobody changes a filing from outside. */
    @Override
    public ObjectNode data() {
        return data.deepCopy();
    }

    /** Canonical JSON, {@code "v":1}. */
    public byte[] json() {
        var json = CanonicalJson.object();
        json.put("v", 1);
        json.put("service", service);
        json.put("version", version);
        json.put("language", language);
        json.set("summary", rows(summary));
        json.set("data", data);
        identification.ifPresent(who -> {
            var inner = json.putObject("identification");
            inner.put("means", who.means());
            inner.set("attributes", rows(who.attributes()));
        });
        var bytes = CanonicalJson.bytes(json);
        Checks.between("document", bytes.length, 2, BYTES_MAX);
        return bytes;
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @throws de.buergerkiosk.contract.json.MalformedDocument naming the field
     */
    public static FilingContent parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var content =
                new FilingContent(
                        fields.text("service"),
                        fields.text("version"),
                        fields.text("language"),
                        rows(fields.objects("summary", ROWS_MAX)),
                        fields.rawObject("data"),
                        fields.objectIfPresent("identification")
                                .map(FilingContent::identification));
        fields.end();
        return content;
    }

    private static Identification identification(Fields fields) {
        var who =
                new Identification(
                        fields.text("means"),
                        rows(fields.objects("attributes", Identification.ATTRIBUTES_MAX)));
        fields.end();
        return who;
    }

    private static List<Row> rows(List<Fields> items) {
        return items.stream()
                .map(item -> {
                    var row = new Row(item.text("label"), item.text("value"));
                    item.end();
                    return row;
                })
                .toList();
    }

    private static ArrayNode rows(Iterable<Row> rows) {
        var array = CanonicalJson.array();
        rows.forEach(row -> array.addObject().put("label", row.label()).put("value", row.value()));
        return array;
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
