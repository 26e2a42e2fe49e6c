package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.WireRecorder;
import de.buergerkiosk.ports.WireTrace;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The wire of one command in a file, redacted as the driver redacts; nothing where none is wanted. */
record RecordedWire(WireTrace trace, Closeable file) implements AutoCloseable {
    private static final RecordedWire NOWHERE = new RecordedWire(WireTrace.NONE, () -> {});

    /** Goes on behind what the file holds. */
    static RecordedWire into(@Nullable Path file, InstantSource clock) {
        if (file == null) {
            return NOWHERE;
        }
        try {
            BufferedWriter out =
                    Files.newBufferedWriter(
                            file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new RecordedWire(new WireRecorder(out, clock), out);
        } catch (IOException unwritable) {
            String why = unwritable.getClass().getSimpleName() + ": " + unwritable.getMessage();
            throw new WrongUse(new Fault("PAY-USE", "--record: cannot be written: " + why));
        }
    }

    /** A record that cannot be written is no reason to say anything else about the payment. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unwritable) {
            System.err.println("--record: " + unwritable.getMessage());
        }
    }
}
