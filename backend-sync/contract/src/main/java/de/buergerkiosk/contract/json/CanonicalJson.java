package de.buergerkiosk.contract.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON in one form: keys sorted by UTF-16 code units, no white space, UTF-8 (after RFC 8785; our
 * documents carry no floating-point numbers in the envelope, so its number rules never apply).
 */
public final class CanonicalJson {
    private static final int DEPTH_MAX = 32;
    private static final int NAME_CHARACTERS_MAX = 256;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .maxNameLength(NAME_CHARACTERS_MAX)
                                                    .maxNumberLength(64)
                                                    .maxStringLength(16 << 20)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private CanonicalJson() {}

    /** An empty object to fill. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(sorted(node));
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(sorted(node));
    }

    /**
     * Reads one JSON object.
     *
     * @throws MalformedDocument when it is not JSON, too large, not an object, or repeats a key;
     *     the text of the document does not get into the message
     */
    public static ObjectNode read(byte[] json, int bytesMax) {
        if (json.length > bytesMax) {
            throw new MalformedDocument(
                    "document", "is larger than " + bytesMax + " bytes; send less");
        }
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place =
                    at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            // without the cause: its message quotes the document
            throw new MalformedDocument("document", "is not valid JSON" + place);
        }
        throw new MalformedDocument("document", "must be a JSON object");
    }

    public static ObjectNode read(String json, int bytesMax) {
        return read(json.getBytes(StandardCharsets.UTF_8), bytesMax);
    }

    /** Always with three digits of milliseconds, in UTC. */
    public static String time(Instant moment) {
        return MILLIS.format(moment);
    }

    /** Always with seconds, without a zone. */
    public static String time(LocalDateTime moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
    }

    /** SHA-256 as 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var names = new TreeMap<String, JsonNode>();
                object.properties().forEach(p -> names.put(p.getKey(), sorted(p.getValue())));
                var copy = object();
                names.forEach(copy::set);
                yield copy;
            }
            case ArrayNode array -> {
                var copy = array();
                array.values().forEach(item -> copy.add(sorted(item)));
                yield copy;
            }
            default -> node;
        };
    }
}
