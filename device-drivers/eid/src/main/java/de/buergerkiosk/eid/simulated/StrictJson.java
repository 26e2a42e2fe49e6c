package de.buergerkiosk.eid.simulated;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An object of a JSON file read without guessing: every unknown key, missing value and wrong type is
 * an {@link IllegalArgumentException} that names the place and never the value.
 */
record StrictJson(String place, JsonNode node) {
    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    static StrictJson parse(byte[] json, String file) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            // Jackson's own message may quote what stands in the file
            var at = Optional.ofNullable(e.getLocation());
            throw new IllegalArgumentException(
                    file
                            + ": not JSON at line "
                            + at.map(l -> l.getLineNr()).orElse(0)
                            + ", column "
                            + at.map(l -> l.getColumnNr()).orElse(0));
        }
        return new StrictJson(file, root).object();
    }

    /** Without the content: it may tell a PIN. */
    @Override
    public String toString() {
        return place;
    }

    private StrictJson object() {
        if (!node.isObject()) {
            throw wrong("is not an object");
        }
        return this;
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(place + " " + what);
    }

    StrictJson onlyKeys(Set<String> allowed) {
        for (String key : node.propertyNames()) {
            if (!allowed.contains(key)) {
                throw wrong("has the unknown key " + key + "; known: " + sorted(allowed));
            }
        }
        return this;
    }

    private static String sorted(Set<String> keys) {
        return String.join(", ", keys.stream().sorted().toList());
    }

    /** A value that may be absent or null. */
    private Optional<StrictJson> at(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull()
                ? Optional.empty()
                : Optional.of(new StrictJson(place + "/" + key, value));
    }

    private StrictJson needed(String key) {
        return at(key).orElseThrow(() -> wrong("lacks " + key));
    }

    StrictJson child(String key) {
        return needed(key).object();
    }

    Iterable<StrictJson> children(String key) {
        StrictJson array = needed(key);
        if (!array.node.isArray()) {
            throw array.wrong("is not an array");
        }
        var elements = new LinkedHashMap<Integer, StrictJson>();
        for (int i = 0; i < array.node.size(); i++) {
            elements.put(i, new StrictJson(array.place + "/" + i, array.node.get(i)).object());
        }
        return elements.values();
    }

    String text(String key) {
        return needed(key).asText();
    }

    Optional<String> optionalText(String key) {
        return at(key).map(StrictJson::asText);
    }

    private String asText() {
        if (!node.isString() || node.stringValue().isBlank() || node.stringValue().length() > 500) {
            throw wrong("is not a text of 1 to 500 characters");
        }
        return node.stringValue();
    }

    boolean flag(String key, boolean otherwise) {
        return at(key).map(StrictJson::asFlag).orElse(otherwise);
    }

    private boolean asFlag() {
        if (!node.isBoolean()) {
            throw wrong("is neither true nor false");
        }
        return node.booleanValue();
    }

    /** A whole number from 0 on. */
    long count(String key, long otherwise) {
        return at(key).map(StrictJson::asCount).orElse(otherwise);
    }

    private long asCount() {
        if (!node.isIntegralNumber()
                || node.bigIntegerValue().signum() < 0
                || node.bigIntegerValue().compareTo(LONG_MAX) > 0) {
            throw wrong("is not a whole number from 0 on");
        }
        return node.longValue();
    }

    Map<String, String> texts(String key) {
        StrictJson object = child(key);
        var texts = new LinkedHashMap<String, String>();
        object.node.propertyNames().forEach(name -> texts.put(name, object.text(name)));
        return texts;
    }

    Map<String, Long> counts(String key) {
        var counts = new LinkedHashMap<String, Long>();
        at(key).ifPresent(given -> {
            StrictJson object = given.object();
            for (String name : object.node.propertyNames()) {
                counts.put(name, object.count(name, 0));
            }
        });
        return counts;
    }
}
