package de.buergerkiosk.eid.prove;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Where pcscd takes questions; the file alone may be what one that was killed has left behind. */
public final class SmartCardDoor {
    public static final Path PLACE = Path.of("/run/pcscd/pcscd.comm");

    private SmartCardDoor() {}

    /** Whether somebody listens, be it systemd that starts pcscd for the first who knocks. */
    public static boolean isOpen() {
        return isOpen(PLACE);
    }

    static boolean isOpen(Path place) {
        try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(place))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
