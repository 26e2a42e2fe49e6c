package de.buergerkiosk.contract.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object, read strictly: each asked field must be there with the right type,
 * and a field that nobody asked for is an error.
 */
public final class Fields {
    private final String path;
    private final ObjectNode object;
    private final Set<String> unread = new TreeSet<>();

    private Fields(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
        object.properties().forEach(p -> unread.add(p.getKey()));
    }

    public static Fields of(ObjectNode object) {
        return new Fields("", object);
    }

    /** The version of the document, field {@code v}; only this one is understood. */
    public Fields version(int understood) {
        if (number("v") != understood) {
            throw new MalformedDocument(
                    name("v"), "only version " + understood + " is understood here");
        }
        return this;
    }

    public String text(String field) {
        var node = node(field);
        if (!node.isString()) {
            throw new MalformedDocument(name(field), "must be a text");
        }
        return node.stringValue();
    }

    public Optional<String> textIfPresent(String field) {
        return object.has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    public boolean flag(String field) {
        var node = node(field);
        if (!node.isBoolean()) {
            throw new MalformedDocument(name(field), "must be true or false");
        }
        return node.booleanValue();
    }

    public List<String> texts(String field) {
        if (!(node(field) instanceof ArrayNode array)) {
            throw new MalformedDocument(name(field), "must be an array of texts");
        }
        var found = new ArrayList<String>();
        for (JsonNode item : array.values()) {
            if (!item.isString()) {
                throw new MalformedDocument(name(field), "must be an array of texts");
            }
            found.add(item.stringValue());
        }
        return found;
    }

    public List<Integer> smallNumbers(String field) {
        if (!(node(field) instanceof ArrayNode array)) {
            throw new MalformedDocument(name(field), "must be an array of whole numbers");
        }
        var found = new ArrayList<Integer>();
        for (JsonNode item : array.values()) {
            if (!item.isIntegralNumber() || !item.canConvertToInt()) {
                throw new MalformedDocument(name(field), "must be an array of whole numbers");
            }
            found.add(item.intValue());
        }
        return found;
    }

    public long number(String field) {
        var node = node(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new MalformedDocument(name(field), "must be a whole number");
        }
        return node.longValue();
    }

    public int smallNumber(String field) {
        var number = number(field);
        if (number != (int) number) {
            throw new MalformedDocument(name(field), "is out of range");
        }
        return (int) number;
    }

    public Optional<Integer> smallNumberIfPresent(String field) {
        return object.has(field) ? Optional.of(smallNumber(field)) : Optional.empty();
    }

    /** ISO 8601 in UTC such as {@code 2026-11-23T20:40:59.123Z}. */
    public Instant instant(String field) {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeException e) {
            throw new MalformedDocument(name(field), "must be like 2026-11-23T20:40:59.123Z");
        }
    }

    public Optional<Instant> instantIfPresent(String field) {
        return object.has(field) ? Optional.of(instant(field)) : Optional.empty();
    }

    /** ISO 8601 without a zone such as {@code 2026-11-23T21:40:59}. */
    public LocalDateTime localTime(String field) {
        try {
            return LocalDateTime.parse(text(field));
        } catch (DateTimeException e) {
            throw new MalformedDocument(name(field), "must be like 2026-11-23T21:40:59");
        }
    }

    /** ISO 8601 such as {@code 2026-12-07}. */
    public LocalDate localDate(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException e) {
            throw new MalformedDocument(name(field), "must be like 2026-12-07");
        }
    }

    public Fields object(String field) {
        return new Fields(name(field), rawObject(field));
    }

    public Optional<Fields> objectIfPresent(String field) {
        return object.has(field) ? Optional.of(object(field)) : Optional.empty();
    }

    /** An object whose fields are not ours to check. */
    public ObjectNode rawObject(String field) {
        if (node(field) instanceof ObjectNode inner) {
            return inner;
        }
        throw new MalformedDocument(name(field), "must be an object");
    }

    /** The same, where it may be absent. */
    public Optional<ObjectNode> rawObjectIfPresent(String field) {
        return object.has(field) ? Optional.of(rawObject(field)) : Optional.empty();
    }

    public List<Fields> objects(String field, int itemsMax) {
        if (!(node(field) instanceof ArrayNode array)) {
            throw new MalformedDocument(name(field), "must be an array of objects");
        }
        if (array.size() > itemsMax) {
            throw new MalformedDocument(name(field), "has more than " + itemsMax + " items");
        }
        var found = new ArrayList<Fields>();
        for (JsonNode item : array.values()) {
            var place = name(field) + "[" + found.size() + "]";
            if (!(item instanceof ObjectNode inner)) {
                throw new MalformedDocument(place, "must be an object");
            }
            found.add(new Fields(place, inner));
        }
        return found;
    }

    /** Call when everything known was read: anything left is an error. */
    public void end() {
        if (!unread.isEmpty()) {
            throw new MalformedDocument(name(unread.iterator().next()), "is not a known field");
        }
    }

    private JsonNode node(String field) {
        unread.remove(field);
        var node = object.get(field);
        if (node == null || node.isNull()) {
            throw new MalformedDocument(name(field), "is missing");
        }
        return node;
    }

    private String name(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
