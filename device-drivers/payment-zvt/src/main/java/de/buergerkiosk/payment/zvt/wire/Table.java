package de.buergerkiosk.payment.zvt.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables of the specification, which lie beside the classes: one row a line, tabs between. */
final class Table {
    private Table() {}

    static List<String[]> rows(String name) {
        try (InputStream file = Table.class.getResourceAsStream(name)) {
            String text =
                    new String(
                            Objects.requireNonNull(file, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines().map(line -> line.split("\t", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
