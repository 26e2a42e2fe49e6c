package de.buergerkiosk.printer.escpos;

import java.util.List;

/**
 * A receipt as the bytes that print it.
 *
 * @param processId four letters that the printer returns when it is done
 */
record PrintJob(List<Piece> pieces, String processId) {
    PrintJob {
        pieces = List.copyOf(pieces);
        if (!processId.matches("[ -~]{4}")) {
            throw new IllegalArgumentException("a process id is four printable ASCII letters");
        }
    }

    /** Bytes that belong together. Nobody changes them once they are here. */
    static final class Piece {
        private final byte[] bytes;
        private final String trace;

        /**
         * @param trace as many bytes in hexadecimal for the wire trace: commands as they are, each
         *     byte of content an asterisk
         */
        Piece(byte[] bytes, String trace) {
            this.bytes = bytes;
            this.trace = trace;
        }

        byte[] bytes() {
            return bytes;
        }

        String trace() {
            return trace;
        }

        @Override
        public String toString() {
            return trace;
        }
    }
}
