package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.WireRecord;
import de.buergerkiosk.ports.WireTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician sends to the maker of a device. */
class WiresAreRecordedTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-30T10:00:00Z"));

    @TempDir private Path folder;

    @Test
    void whatWentOverTheWireCanBePlayedAgainBeforeTheKioskEnds() throws IOException {
        try (var recordings = new Recordings(Optional.of(folder), CLOCK)) {
            var trace = recordings.of("terminal");
            trace.opened();
            trace.sent("060006EEEEEEBE0978");
            trace.received("800000");

            assertEquals(
                    List.of(
                            new WireRecord.Event.Opened(),
                            new WireRecord.Event.Sent("060006EEEEEEBE0978"),
                            new WireRecord.Event.Received("800000")),
                    WireRecord.read(Files.readString(files("terminal").getFirst())));
        }
    }

    @Test
    void nothingIsRecordedWhereNoFolderIsWanted() {
        try (var recordings = new Recordings(Optional.empty(), CLOCK)) {
            assertSame(WireTrace.NONE, recordings.of("terminal"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenHoldsUpNoDevice() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        try (var recordings = new Recordings(Optional.of(file), CLOCK)) {
            assertSame(WireTrace.NONE, recordings.of("printer"));
        }
    }

    @Test
    void aRecordThatIsFullEndsThere() throws IOException {
        try (var recordings = new Recordings(Optional.of(folder), CLOCK)) {
            var trace = recordings.of("printer");
            var much = "00".repeat(Recordings.FILE_BYTES_MAX / 4);
            for (int i = 0; i < 4; i++) {
                trace.sent(much);
            }
            var file = files("printer").getFirst();
            assertTrue(Files.size(file) <= Recordings.FILE_BYTES_MAX);
            assertEquals(1, WireRecord.read(Files.readString(file)).size());
        }
    }

    @Test
    void theOldestOfADeviceMakeWay() throws IOException {
        for (int i = 0; i < Recordings.FILES_MAX + 3; i++) {
            var start = CLOCK.instant().plusSeconds(i);
            try (var recordings = new Recordings(Optional.of(folder), InstantSource.fixed(start))) {
                recordings.of("terminal").opened();
                recordings.of("printer").opened();
            }
        }
        var expected =
                IntStream.range(3, Recordings.FILES_MAX + 3)
                        .mapToObj(i ->
                                "terminal-"
                                        + CLOCK.instant().plusSeconds(i).toEpochMilli()
                                        + ".wire")
                        .toList();
        assertEquals(
                expected, files("terminal").stream().map(f -> f.getFileName().toString()).toList());
        assertEquals(Recordings.FILES_MAX, files("printer").size());
    }

    private List<Path> files(String device) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().startsWith(device + "-"))
                    .sorted()
                    .toList();
        }
    }
}
