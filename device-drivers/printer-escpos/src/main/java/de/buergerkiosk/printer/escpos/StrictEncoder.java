package de.buergerkiosk.printer.escpos;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns text into bytes of the printer's own tables, switching tables where one does not suffice. A
 * text that holds a letter of no table is refused as a whole and has to be drawn; no letter is ever
 * replaced.
 */
final class StrictEncoder {
    private final List<CodeTable> tables;

    /**
     * @param tables in order of preference; the first is used where several serve equally well
     */
    StrictEncoder(List<CodeTable> tables) {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a printer has at least one code table");
        }
        this.tables = List.copyOf(tables);
    }

    /** Bytes to be printed while {@code table} is selected. */
    static final class Run {
        private final CodeTable table;
        private final byte[] bytes;

        private Run(CodeTable table, byte[] bytes) {
            this.table = table;
            this.bytes = bytes;
        }

        CodeTable table() {
            return table;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /**
     * The text as runs, each in one table.
     *
     * @param text in normalisation form C, without control characters
     * @return empty when some letter is in no table
     */
    Optional<List<Run>> encode(String text) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            CodeTable best = furthest(text, at);
            int end = reach(best, text, at);
            if (end == at) {
                return Optional.empty();
            }
            runs.add(new Run(best, bytes(best, text, at, end)));
            at = end;
        }
        return Optional.of(runs);
    }

    private CodeTable furthest(String text, int from) {
        CodeTable best = tables.getFirst();
        for (CodeTable table : tables) {
            if (reach(table, text, from) > reach(best, text, from)) {
                best = table;
            }
        }
        return best;
    }

    private static int reach(CodeTable table, String text, int from) {
        int at = from;
        while (at < text.length() && table.byteOf(text.charAt(at)).isPresent()) {
            at++;
        }
        return at;
    }

    private static byte[] bytes(CodeTable table, String text, int from, int to) {
        var out = new ByteArrayOutputStream();
        for (int at = from; at < to; at++) {
            out.write(table.byteOf(text.charAt(at)).orElseThrow());
        }
        return out.toByteArray();
    }
}
