package de.buergerkiosk.printer.escpos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a printer profile and is strict about it: each field must be there, nothing else may be,
 * and each complaint names the place, the field and what is allowed.
 */
public final class ProfileReader {
    /** Profiles that ship with the driver. */
    public static final List<String> SHIPPED =
            List.of("epson-tm-t20", "epson-tm-t88", "generic-80mm", "generic-58mm");

    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "about",
                    "dots",
                    "columns",
                    "smallColumns",
                    "feedLinesBeforeCut",
                    "fullCut",
                    "qrModuleDots",
                    "codeTables",
                    "features");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String place;

    private ProfileReader(String place) {
        this.place = place;
    }

    static PrinterProfile shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new IllegalArgumentException(
                    "no printer profile \"" + name + "\"; there are " + SHIPPED);
        }
        String file = "profiles/" + name + ".json";
        try (InputStream in = ProfileReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not packed: " + file);
            }
            return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one profile.
     *
     * @param place file name for messages
     * @throws IllegalArgumentException {@code place: field: what is wrong; what is allowed}
     */
    public static PrinterProfile read(String place, String json) {
        var reader = new ProfileReader(place);
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw reader.wrong("(file)", "is not JSON: " + e.getOriginalMessage());
        }
        if (!root.isObject()) {
            throw reader.wrong("(file)", "must be one JSON object");
        }
        try {
            return reader.profile(root);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(place)
                    ? e
                    : new IllegalArgumentException(place + ": " + message, e);
        }
    }

    private PrinterProfile profile(JsonNode root) {
        only(root, "", FIELDS);
        return new PrinterProfile(
                text(root, "name"),
                number(root, "dots"),
                number(root, "columns"),
                number(root, "smallColumns"),
                number(root, "feedLinesBeforeCut"),
                flag(root, "fullCut"),
                number(root, "qrModuleDots"),
                tables(array(root, "codeTables")),
                features(array(root, "features")));
    }

    private List<PrinterProfile.Table> tables(JsonNode nodes) {
        List<PrinterProfile.Table> tables = new ArrayList<>();
        for (JsonNode node : nodes) {
            String field = "codeTables[" + tables.size() + "]";
            if (!node.isObject()) {
                throw wrong(field, "must be {\"number\": …, \"charset\": …}");
            }
            only(node, field + ".", Set.of("number", "charset"));
            int number = number(node, "number");
            if (number < 0 || number > 255) {
                throw wrong(field + ".number", "must be 0 to 255");
            }
            String charset = text(node, "charset");
            if (!known(charset)) {
                throw wrong(field + ".charset", "\"" + charset + "\" is unknown to this JDK");
            }
            tables.add(new PrinterProfile.Table(number, charset));
        }
        return tables;
    }

    private static boolean known(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Set<PrinterProfile.Feature> features(JsonNode nodes) {
        Set<PrinterProfile.Feature> features = EnumSet.noneOf(PrinterProfile.Feature.class);
        for (JsonNode node : nodes) {
            features.add(
                    switch (node.isString() ? node.stringValue() : "") {
                        case "qr" -> PrinterProfile.Feature.QR;
                        case "process-id" -> PrinterProfile.Feature.PROCESS_ID;
                        case "clear-buffer" -> PrinterProfile.Feature.CLEAR_BUFFER;
                        case "automatic-status" -> PrinterProfile.Feature.AUTOMATIC_STATUS;
                        default ->
                                throw wrong(
                                        "features",
                                        node
                                                + " is unknown; there are qr, process-id,"
                                                + " clear-buffer, automatic-status");
                    });
        }
        return features;
    }

    private void only(JsonNode node, String prefix, Set<String> allowed) {
        for (String field : node.propertyNames()) {
            if (!allowed.contains(field)) {
                throw wrong(prefix + field, "is unknown; there are " + new TreeSet<>(allowed));
            }
        }
    }

    private String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong(field, "must be a text");
        }
        return value.stringValue();
    }

    private int number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isInt()) {
            throw wrong(field, "must be a whole number");
        }
        return value.intValue();
    }

    private boolean flag(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isBoolean()) {
            throw wrong(field, "must be true or false");
        }
        return value.booleanValue();
    }

    private JsonNode array(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw wrong(field, "must be a list");
        }
        return value;
    }

    private IllegalArgumentException wrong(String field, String what) {
        return new IllegalArgumentException(place + ": " + field + ": " + what);
    }
}
