package de.buergerkiosk.eid.prove;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pcscd that was killed leaves its socket as a file. */
class SmartCardDoorIsLeftBehindTest {
    @Test
    void onlyOneBehindWhichSomebodyListensIsOpen(@TempDir Path folder) throws IOException {
        Path place = folder.resolve("pcscd.comm");
        try (var daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            daemon.bind(UnixDomainSocketAddress.of(place));
            assertTrue(SmartCardDoor.isOpen(place));
        }

        assertTrue(Files.exists(place));
        assertFalse(SmartCardDoor.isOpen(place));
    }
}
