package de.buergerkiosk.printer.escpos.simulated;

import java.util.Arrays;

/** What the printer found in its receive buffer. */
sealed interface Command {
    /** A byte that prints a letter of the selected table. */
    record Letter(int value) implements Command {}

    /** Bytes that begin like a command, but none that the printer knows. */
    record Unknown(String hex) implements Command {}

    /** A command with its operands. */
    final class Order implements Command {
        private final Operation operation;
        private final byte[] operands;

        Order(Operation operation, byte[] operands) {
            this.operation = operation;
            this.operands = operands;
        }

        Operation operation() {
            return operation;
        }

        int length() {
            return operands.length;
        }

        /** Operand at that place, 0 to 255; 0 where the command is shorter. */
        int at(int index) {
            return index < operands.length ? operands[index] & 0xFF : 0;
        }

        /** Two operands, the low one first. */
        int pairAt(int index) {
            return at(index) + 256 * at(index + 1);
        }

        /** Operands that mean on or off, which may be written as a number or as a digit. */
        boolean onAt(int index) {
            return (at(index) & 1) == 1;
        }

        byte[] from(int index) {
            return Arrays.copyOfRange(operands, Math.min(index, operands.length), operands.length);
        }
    }
}
