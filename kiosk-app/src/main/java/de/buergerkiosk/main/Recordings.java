package de.buergerkiosk.main;

import de.buergerkiosk.ports.WireRecorder;
import de.buergerkiosk.ports.WireTrace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of the wires to the devices, for those who look for a fault: one file a device and start
 * of the kiosk, redacted by the drivers, each line in the file at once. Without a folder nothing is
 * recorded, and a record that cannot be written holds up no device.
 */
final class Recordings implements AutoCloseable {
    /** Enough for some thousand payments; a record that reaches it ends there. */
    static final int FILE_BYTES_MAX = 16 << 20;

    /** Of each device; older ones make way. */
    static final int FILES_MAX = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

    private final Optional<Path> folder;
    private final InstantSource clock;
    private final List<Writer> open = new ArrayList<>();

    Recordings(Optional<Path> folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The trace that the driver of that device is to write to. */
    WireTrace of(String device) {
        if (folder.isEmpty()) {
            return WireTrace.NONE;
        }
        try {
            Files.createDirectories(folder.get());
            makeRoom(folder.get(), device);
            var name = device + "-" + clock.instant().toEpochMilli() + ".wire";
            var file = new Bounded(Files.newOutputStream(folder.get().resolve(name)));
            open.add(file);
            return new WireRecorder(file, clock);
        } catch (IOException | UncheckedIOException e) {
            LOG.error(
                    "KSK-RECORDING devices.recordings: nothing of {} is recorded: {}",
                    device,
                    e.toString());
            return WireTrace.NONE;
        }
    }

    private static void makeRoom(Path folder, String device) throws IOException {
        try (var files = Files.list(folder)) {
            var old =
                    files.filter(file ->
                                    file.getFileName()
                                            .toString()
                                            .matches(device + "-[0-9]+\\.wire"))
                            .sorted(Comparator.comparing(Path::toString).reversed())
                            .skip(FILES_MAX - 1L)
                            .toList();
            for (var file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        for (var file : open) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.warn("KSK-RECORDING a record could not be closed: {}", e.toString());
            }
        }
    }

    /** Writes through, up to the limit. */
    private static final class Bounded extends Writer {
        private final OutputStream file;
        private long left = FILE_BYTES_MAX;

        Bounded(OutputStream file) {
            this.file = file;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            var bytes = new String(text, from, length).getBytes(StandardCharsets.UTF_8);
            left -= bytes.length;
            if (left < 0) {
                throw new IOException("the record is full");
            }
            file.write(bytes);
        }

        @Override
        public void flush() throws IOException {
            file.flush();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
