package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of a keyboard as data, from {@code screen/keyboards/<name>.json}: layers of rows of
 * keys, {@code "a"} for a character, {@code "space:3.5"} for a working key that is 3.5 keys wide.
 */
record KeyboardLayout(int columns, List<Layer> layers) {
    KeyboardLayout {
        layers = List.copyOf(layers);
        if (columns < 1 || columns > 12 || layers.isEmpty()) {
            throw new IllegalArgumentException("a keyboard has 1 to 12 columns and a layer");
        }
        for (var layer : layers) {
            for (var row : layer.rows()) {
                double width = row.stream().mapToDouble(Key::width).sum();
                if (width > columns) {
                    throw new IllegalArgumentException(
                            "layer " + layer.name() + " has a row of " + width + " columns");
                }
            }
        }
    }

    record Layer(String name, String label, List<List<Key>> rows) {
        Layer {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** One key and how many columns it takes. */
    record Key(Duty duty, double width) {
        String id() {
            return switch (duty) {
                case Duty.Write(var character) -> "key-" + character;
                case Duty.Go(var layer) -> "layer-" + layer;
                case Duty.Work work -> work.id();
            };
        }
    }

    /** What a key does. */
    sealed interface Duty {
        record Write(String character) implements Duty {}

        record Go(String layer) implements Duty {}

        enum Work implements Duty {
            SHIFT("key-shift"),
            SPACE("key-space"),
            LEFT("key-left"),
            RIGHT("key-right"),
            DELETE("delete"),
            DONE("done"),
            GAP("gap");

            private final String id;

            Work(String id) {
                this.id = id;
            }

            String id() {
                return id;
            }
        }
    }

    Layer layer(String name) {
        return layers.stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layer " + name));
    }

    static KeyboardLayout of(Field.Keypad keypad) {
        return switch (keypad) {
            case LETTERS -> Layouts.LETTERS;
            case DIGITS -> Layouts.DIGITS;
            case PHONE -> Layouts.PHONE;
            case PLATE -> Layouts.PLATE;
        };
    }

    private static final class Layouts {
        static final KeyboardLayout LETTERS = read("letters");
        static final KeyboardLayout DIGITS = read("digits");
        static final KeyboardLayout PHONE = read("phone");
        static final KeyboardLayout PLATE = read("plate");
    }

    private static KeyboardLayout read(String name) {
        var resource = "/screen/keyboards/" + name + ".json";
        try (var in = KeyboardLayout.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing in the kiosk's jar: " + resource);
            }
            JsonNode root = JsonMapper.shared().readTree(in);
            var layers = new ArrayList<Layer>();
            for (var layer : root.required("layers")) {
                var rows = new ArrayList<List<Key>>();
                for (var row : layer.required("rows")) {
                    var keys = new ArrayList<Key>();
                    row.forEach(key -> keys.add(key(key.stringValue())));
                    rows.add(keys);
                }
                layers.add(
                        new Layer(
                                layer.required("name").stringValue(),
                                layer.required("label").stringValue(),
                                rows));
            }
            return new KeyboardLayout(root.required("columns").intValue(), layers);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Key key(String written) {
        if (written.codePointCount(0, written.length()) == 1) {
            return new Key(new Duty.Write(written), 1);
        }
        int colon = written.indexOf(':');
        var name = colon < 0 ? written : written.substring(0, colon);
        double width = colon < 0 ? 1 : Double.parseDouble(written.substring(colon + 1));
        return new Key(
                name.startsWith("layer-")
                        ? new Duty.Go(name.substring("layer-".length()))
                        : Duty.Work.valueOf(name.toUpperCase(Locale.ROOT)),
                width);
    }
}
