package de.buergerkiosk.printer.escpos;

/** What a printer says. */
sealed interface Reply {
    /** Answer to DLE EOT; it does not tell which of the four it is. */
    record RealTime(int bits) implements Reply {}

    /** Automatic status (GS a): four bytes. */
    record Automatic(int first, int second, int third, int fourth) implements Reply {}

    /** Answer to GS r: everything before it is processed. */
    record Processed(int bits) implements Reply {}

    /** Answer to GS ( H: everything before it is on paper. */
    record Done(String processId) implements Reply {}

    /** Answer to DLE DC4 8: buffers are empty. */
    record Cleared() implements Reply {}

    /** Another block, such as an answer to GS I. */
    record Block(String content) implements Reply {}
}
