package de.buergerkiosk.printer.escpos.simulated;

/** The host emptied the buffers: what was being read or printed is void. */
final class BufferCleared extends Exception {
    private static final long serialVersionUID = 1;

    BufferCleared() {
        super("buffers cleared by the host");
    }
}
