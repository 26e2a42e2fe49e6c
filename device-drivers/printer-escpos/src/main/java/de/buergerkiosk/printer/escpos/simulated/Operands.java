package de.buergerkiosk.printer.escpos.simulated;

import java.io.ByteArrayOutputStream;

/** Takes the operands of one command out of the receive buffer, and remembers them. */
final class Operands {
    private final ReceiveBuffer source;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    Operands(ReceiveBuffer source) {
        this.source = source;
    }

    int take() throws BufferCleared, InterruptedException {
        int value = source.take();
        taken.write(value);
        return value;
    }

    void take(int count) throws BufferCleared, InterruptedException {
        for (int i = 0; i < count; i++) {
            take();
        }
    }

    byte[] bytes() {
        return taken.toByteArray();
    }
}
