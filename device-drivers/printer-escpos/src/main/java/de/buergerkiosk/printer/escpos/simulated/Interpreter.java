package de.buergerkiosk.printer.escpos.simulated;

import java.util.List;
import java.util.Optional;

/** Does what the commands say. */
final class Interpreter {
    private static final int TAB_LETTERS = 8;

    private final Machine machine;
    private final PrintHead head;
    private final CommandReader reader;
    private final LineBuffer line = new LineBuffer(new LetterShapes());
    private final MarkMaker marks;
    private final Answers answers;
    private PrintStyle style = PrintStyle.INITIAL;
    private int leftMargin;
    private int areaWidth;

    Interpreter(Machine machine, PrintHead head) {
        this.machine = machine;
        this.head = head;
        this.reader = new CommandReader(machine.buffer());
        this.areaWidth = head.width();
        this.marks = new MarkMaker(machine, head, this);
        this.answers = new Answers(machine);
    }

    /** Works until interrupted. */
    void run() throws InterruptedException {
        while (true) {
            try {
                obey(reader.next());
            } catch (BufferCleared e) {
                line.clear();
                machine.tell(new PrinterEvent.Cleared());
            }
        }
    }

    private void obey(Command command) throws BufferCleared, InterruptedException {
        machine.sensors().awaitOperational(machine.buffer());
        switch (command) {
            case Command.Letter(int value) -> letter(value);
            case Command.Unknown(String hex) -> machine.complain("unknown command " + hex);
            case Command.Order order -> {
                switch (order.operation()) {
                    case Operation.Look look -> look(look, order);
                    case Operation.Mark mark -> marks.obey(mark, order);
                    case Operation.Answer answer -> answers.obey(answer, order);
                    case Operation.Ignored _ -> {}
                }
            }
        }
    }

    private void letter(int value) throws BufferCleared, InterruptedException {
        Optional<String> letter = PrinterTables.letter(style.table(), value);
        if (letter.isEmpty()) {
            machine.complain("no letter at %02X of table %d".formatted(value, style.table()));
        }
        if (line.position() + style.letterWidth() > areaWidth) {
            machine.complain("line longer than the paper is wide");
            endLine();
        }
        line.add(letter.orElse(" "), style);
    }

    private void look(Operation.Look look, Command.Order order) {
        switch (look) {
            case CANCEL -> line.clear();
            case TAB -> {
                int stop = TAB_LETTERS * style.letterWidth();
                line.moveTo((line.position() / stop + 1) * stop);
            }
            case INITIALISE -> initialise();
            case PRINT_MODE -> printMode(order.at(0));
            case ABSOLUTE_POSITION -> line.moveTo(order.pairAt(0));
            case RELATIVE_POSITION -> line.moveTo(line.position() + (short) order.pairAt(0));
            case UNDERLINE -> style = style.withUnderlined(order.at(0) % 48 > 0);
            case DEFAULT_SPACING -> style = style.withSpacing(PrintStyle.INITIAL.spacing());
            case LINE_SPACING -> style = style.withSpacing(order.at(0));
            case EMPHASIS, DOUBLE_STRIKE -> style = style.withBold(order.onAt(0));
            case FONT -> style = style.withFontB(order.onAt(0));
            case JUSTIFY -> justify(order.at(0) % 48);
            case CODE_TABLE -> table(order.at(0));
            case SIZE -> style = style.withSize((order.at(0) >> 4) + 1, (order.at(0) & 7) + 1);
            case INVERSE -> style = style.withInverse(order.onAt(0));
            case LEFT_MARGIN -> {
                leftMargin = Math.min(order.pairAt(0), head.width() - style.letterWidth());
                areaWidth = Math.min(areaWidth, head.width() - leftMargin);
            }
            case AREA_WIDTH -> {
                int wanted = Math.max(order.pairAt(0), style.letterWidth());
                areaWidth = Math.min(wanted, head.width() - leftMargin);
            }
            case ROTATION, UPSIDE_DOWN, RIGHT_SPACE -> {
                if (order.at(0) % 48 != 0) {
                    machine.complain(look + " is not drawn by this printer");
                }
            }
        }
    }

    private void initialise() {
        line.clear();
        style = PrintStyle.INITIAL;
        leftMargin = 0;
        areaWidth = head.width();
    }

    private void printMode(int bits) {
        style =
                style.withFontB((bits & 0x01) != 0)
                        .withBold((bits & 0x08) != 0)
                        .withSize((bits & 0x20) != 0 ? 2 : 1, (bits & 0x10) != 0 ? 2 : 1)
                        .withUnderlined((bits & 0x80) != 0);
    }

    private void justify(int operand) {
        if (!line.isEmpty()) {
            machine.complain("ESC a in the middle of a line is ignored");
            return;
        }
        style =
                style.withSide(
                        switch (operand) {
                            case 1 -> PrintStyle.Side.CENTRE;
                            case 2 -> PrintStyle.Side.RIGHT;
                            default -> PrintStyle.Side.LEFT;
                        });
    }

    private void table(int number) {
        if (!PrinterTables.has(number)) {
            machine.complain("no code table " + number);
        }
        style = style.withTable(number);
    }

    /** Prints what was collected, if anything. */
    void endLineIfBegun() throws BufferCleared, InterruptedException {
        if (!line.isEmpty()) {
            endLine();
        }
    }

    void endLine() throws BufferCleared, InterruptedException {
        int indent = indent(line.position());
        int height = line.height(style.spacing());
        if (line.hasInk()) {
            head.print(line.dots(head.width(), indent, height));
        } else {
            head.feed(height);
        }
        head.note(line.text(indent));
        line.clear();
    }

    /** Where something that wide begins. */
    int indent(int wide) {
        int room = Math.max(0, areaWidth - wide);
        return leftMargin
                + switch (style.side()) {
                    case LEFT -> 0;
                    case CENTRE -> room / 2;
                    case RIGHT -> room;
                };
    }

    int spacing() {
        return style.spacing();
    }

    /** Dots that stand where the print area and the justification want them. */
    List<boolean[]> placed(List<boolean[]> dots) {
        int wide = dots.isEmpty() ? 0 : dots.getFirst().length;
        if (wide > areaWidth) {
            machine.complain("picture of " + wide + " dots is wider than the paper");
        }
        int indent = indent(wide);
        return dots.stream()
                .map(row -> {
                    boolean[] moved = new boolean[Math.max(head.width(), indent + wide)];
                    System.arraycopy(row, 0, moved, indent, wide);
                    return moved;
                })
                .toList();
    }
}
