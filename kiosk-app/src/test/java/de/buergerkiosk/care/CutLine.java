package de.buergerkiosk.care;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A line to a terminal that breaks the moment the terminal says that the day is closed (06 0F after
 * 06 50), and stays broken until somebody mends it.
 */
final class CutLine implements AutoCloseable {
    private static final int END_OF_DAY = 0x0650;
    private static final int COMPLETION = 0x060F;

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final int terminal;
    private volatile boolean cutting;
    private volatile boolean asked;
    private volatile boolean broken;

    CutLine(int terminal) throws IOException {
        this.terminal = terminal;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    void cutAtTheEnd() {
        cutting = true;
    }

    boolean isBroken() {
        return broken;
    }

    void mend() {
        cutting = false;
        asked = false;
        broken = false;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var kiosk = door.accept();
                if (broken) {
                    kiosk.close();
                    continue;
                }
                var far = new Socket(InetAddress.getLoopbackAddress(), terminal);
                ends.addAll(List.of(kiosk, far));
                Thread.ofVirtual().start(() -> carry(kiosk, far, false));
                Thread.ofVirtual().start(() -> carry(far, kiosk, true));
            } catch (IOException e) {
                // the door is closed, or the terminal is off
            }
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            carry(from.getInputStream(), to.getOutputStream(), answers);
        } catch (IOException e) {
            // the line is over
        }
    }

    private void carry(InputStream from, OutputStream to, boolean answers) throws IOException {
        var bytes = new byte[4096];
        for (int read = from.read(bytes); read > 0; read = from.read(bytes)) {
            int command = read > 2 ? ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF) : 0;
            asked |= cutting && !answers && command == END_OF_DAY;
            if (asked && answers && command == COMPLETION) {
                broken = true;
                return;
            }
            to.write(bytes, 0, read);
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var end : ends) {
            end.close();
        }
    }
}
