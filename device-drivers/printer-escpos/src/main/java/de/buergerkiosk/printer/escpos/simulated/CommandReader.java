package de.buergerkiosk.printer.escpos.simulated;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Cuts the bytes of the receive buffer into commands. */
final class CommandReader {
    private static final int FIRST_LETTER = 0x20;
    private static final int PREFIX_MAX = 3;

    private final ReceiveBuffer source;

    CommandReader(ReceiveBuffer source) {
        this.source = source;
    }

    /** The next command; waits for its bytes. */
    Command next() throws BufferCleared, InterruptedException {
        int first = source.take();
        if (first >= FIRST_LETTER) {
            return new Command.Letter(first);
        }
        byte[] begun = {(byte) first};
        while (begun.length < PREFIX_MAX && Operation.someBeginsWith(begun)) {
            // GS ( x: known letters have their own entry, others are skipped by their length
            if (Operation.of(begun).isPresent() && !longerFollows(begun)) {
                break;
            }
            begun = Arrays.copyOf(begun, begun.length + 1);
            begun[begun.length - 1] = (byte) source.take();
        }
        Optional<Operation> operation = Operation.of(begun);
        if (operation.isEmpty()) {
            return new Command.Unknown(HexFormat.of().withUpperCase().formatHex(begun));
        }
        var operands = new Operands(source);
        operation.get().read(operands);
        return new Command.Order(operation.get(), operands.bytes());
    }

    private boolean longerFollows(byte[] begun) throws BufferCleared, InterruptedException {
        byte[] longer = Arrays.copyOf(begun, begun.length + 1);
        longer[begun.length] = (byte) source.peek();
        return Operation.of(longer).isPresent();
    }
}
