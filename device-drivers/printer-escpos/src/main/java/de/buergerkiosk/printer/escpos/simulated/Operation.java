package de.buergerkiosk.printer.escpos.simulated;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands that the printer knows, with the shape of their operands. Source: Epson, ESC/POS
 * Command Reference for TM Printers.
 */
sealed interface Operation {
    /** The bytes it begins with. */
    String prefix();

    /** Reads the operands that follow the prefix. */
    void read(Operands operands) throws BufferCleared, InterruptedException;

    static Optional<Operation> of(byte[] prefix) {
        return Optional.ofNullable(
                Known.BY_PREFIX.get(new String(prefix, StandardCharsets.ISO_8859_1)));
    }

    /** Whether some command begins with these bytes and is longer. */
    static boolean someBeginsWith(byte[] begun) {
        String start = new String(begun, StandardCharsets.ISO_8859_1);
        return Known.BY_PREFIX.keySet().stream()
                .anyMatch(p -> p.length() > start.length() && p.startsWith(start));
    }

    /** Changes how or where the next letters are printed. */
    enum Look implements Operation {
        CANCEL("\u0018", 0),
        TAB("\t", 0),
        INITIALISE("\u001b@", 0),
        PRINT_MODE("\u001b!", 1),
        ABSOLUTE_POSITION("\u001b$", 2),
        RELATIVE_POSITION("\u001b\\", 2),
        UNDERLINE("\u001b-", 1),
        DEFAULT_SPACING("\u001b2", 0),
        LINE_SPACING("\u001b3", 1),
        EMPHASIS("\u001bE", 1),
        DOUBLE_STRIKE("\u001bG", 1),
        FONT("\u001bM", 1),
        JUSTIFY("\u001ba", 1),
        CODE_TABLE("\u001bt", 1),
        SIZE("\u001d!", 1),
        INVERSE("\u001dB", 1),
        LEFT_MARGIN("\u001dL", 2),
        AREA_WIDTH("\u001dW", 2),
        ROTATION("\u001bV", 1),
        UPSIDE_DOWN("\u001b{", 1),
        RIGHT_SPACE("\u001b ", 1);

        private final String prefix;
        private final Shape shape;
        private final int fixed;

        Look(String prefix, int fixed) {
            this.prefix = prefix;
            this.shape = Shape.FIXED;
            this.fixed = fixed;
        }

        @Override
        public String prefix() {
            return prefix;
        }

        @Override
        public void read(Operands operands) throws BufferCleared, InterruptedException {
            shape.read(operands, fixed);
        }
    }

    /** Puts something on paper, moves it or cuts it. */
    enum Mark implements Operation {
        LINE_FEED("\n", 0),
        FEED_DOTS("\u001bJ", 1),
        FEED_LINES("\u001bd", 1),
        CUT("\u001dV", Shape.CUT),
        CUT_BY_ESC_I("\u001bi", 0),
        CUT_BY_ESC_M("\u001bm", 0),
        BIT_IMAGE("\u001b*", Shape.BIT_IMAGE),
        RASTER("\u001dv0", Shape.RASTER),
        SYMBOL("\u001d(k", Shape.COUNTED),
        GRAPHICS("\u001d(L", Shape.COUNTED),
        LARGE_GRAPHICS("\u001d8L", Shape.COUNTED_BY_FOUR),
        BARCODE("\u001dk", Shape.BARCODE),
        BARCODE_HEIGHT("\u001dh", 1),
        BARCODE_WIDTH("\u001dw", 1);

        private final String prefix;
        private final Shape shape;
        private final int fixed;

        Mark(String prefix, int fixed) {
            this.prefix = prefix;
            this.shape = Shape.FIXED;
            this.fixed = fixed;
        }

        Mark(String prefix, Shape shape) {
            this.prefix = prefix;
            this.shape = shape;
            this.fixed = 0;
        }

        @Override
        public String prefix() {
            return prefix;
        }

        @Override
        public void read(Operands operands) throws BufferCleared, InterruptedException {
            shape.read(operands, fixed);
        }
    }

    /** Wants an answer. */
    enum Answer implements Operation {
        IDENTITY("\u001dI", 1),
        AUTOMATIC_STATUS("\u001da", 1),
        TRANSMIT_STATUS("\u001dr", 1),
        CONFIRMATION("\u001d(H", Shape.COUNTED);

        private final String prefix;
        private final Shape shape;
        private final int fixed;

        Answer(String prefix, int fixed) {
            this.prefix = prefix;
            this.shape = Shape.FIXED;
            this.fixed = fixed;
        }

        Answer(String prefix, Shape shape) {
            this.prefix = prefix;
            this.shape = shape;
            this.fixed = 0;
        }

        @Override
        public String prefix() {
            return prefix;
        }

        @Override
        public void read(Operands operands) throws BufferCleared, InterruptedException {
            shape.read(operands, fixed);
        }
    }

    /** Accepted without effect; real-time commands had theirs when they arrived. */
    enum Ignored implements Operation {
        NOTHING("\0", 0),
        FORM_FEED("\f", 0),
        CARRIAGE_RETURN("\r", 0),
        REAL_TIME_STATUS("\u0010\u0004", 1),
        REAL_TIME_REQUEST("\u0010\u0005", 1),
        REAL_TIME_PULSE("\u0010\u0014\u0001", 2),
        REAL_TIME_POWER_OFF("\u0010\u0014\u0002", 2),
        REAL_TIME_CLEAR("\u0010\u0014\u0008", 7),
        PERIPHERAL("\u001b=", 1),
        TAB_STOPS("\u001bD", Shape.UNTIL_NUL),
        COUNTRY("\u001bR", 1),
        SENSOR_SELECT("\u001bc3", 1),
        SENSOR_STOP("\u001bc4", 1),
        PANEL_BUTTONS("\u001bc5", 1),
        PULSE("\u001bp", 3),
        COLOUR("\u001br", 1),
        HRI_POSITION("\u001dH", 1),
        MOTION_UNITS("\u001dP", 2),
        SMOOTHING("\u001db", 1),
        HRI_FONT("\u001df", 1),
        CUSTOMISE_ETC("\u001d(", Shape.COUNTED_AFTER_LETTER),
        KANJI_PRINT_MODE("\u001c!", 1),
        KANJI_ON("\u001c&", 0),
        KANJI_OFF("\u001c.", 0),
        KANJI_UNDERLINE("\u001c-", 1),
        KANJI_CODE("\u001cC", 1),
        KANJI_SPACING("\u001cS", 2),
        KANJI_ETC("\u001c(", Shape.COUNTED_AFTER_LETTER);

        private final String prefix;
        private final Shape shape;
        private final int fixed;

        Ignored(String prefix, int fixed) {
            this.prefix = prefix;
            this.shape = Shape.FIXED;
            this.fixed = fixed;
        }

        Ignored(String prefix, Shape shape) {
            this.prefix = prefix;
            this.shape = shape;
            this.fixed = 0;
        }

        @Override
        public String prefix() {
            return prefix;
        }

        @Override
        public void read(Operands operands) throws BufferCleared, InterruptedException {
            shape.read(operands, fixed);
        }
    }

    /** All of them by their prefix. */
    final class Known {
        private static final Map<String, Operation> BY_PREFIX =
                Stream.<Operation[]>of(
                                Look.values(), Mark.values(), Answer.values(), Ignored.values())
                        .flatMap(Stream::of)
                        .collect(Collectors.toMap(Operation::prefix, Function.identity()));

        private Known() {}
    }
}
