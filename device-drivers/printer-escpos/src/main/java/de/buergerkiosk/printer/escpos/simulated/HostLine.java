package de.buergerkiosk.printer.escpos.simulated;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;

/** The way back to the host that is connected. */
class HostLine {
    /** Nobody is connected. */
    static final HostLine NOBODY = new HostLine();

    private HostLine() {}

    void send(byte... bytes) {}

    /** Which changes the host wants to hear of unasked: operand of GS a, 0 for none. */
    void wants(int changes, byte[] statusNow) {}

    void statusChanged(byte[] status) {}

    /** Breaks the line as a pulled plug or a reset does. */
    void breakOff() {}

    static HostLine over(Socket socket) {
        return new Connected(socket);
    }

    private static final class Connected extends HostLine {
        private final Socket socket;
        private int wanted;

        Connected(Socket socket) {
            this.socket = socket;
        }

        @Override
        synchronized void send(byte... bytes) {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                // the host is gone; its reader will notice
            }
        }

        @Override
        synchronized void wants(int changes, byte[] statusNow) {
            wanted = changes;
            if (changes != 0) {
                send(statusNow);
            }
        }

        @Override
        synchronized void statusChanged(byte[] status) {
            if (wanted != 0) {
                send(status);
            }
        }

        @Override
        void breakOff() {
            try {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
                socket.close();
            } catch (IOException e) {
                // broken already
            }
        }
    }
}
