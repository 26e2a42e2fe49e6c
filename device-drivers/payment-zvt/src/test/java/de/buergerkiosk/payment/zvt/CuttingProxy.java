package de.buergerkiosk.payment.zvt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line between kiosk and terminal that breaks after a given number of bytes, counted over both
 * directions, and is whole again for the next connection.
 */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The line breaks once, that many bytes from now. */
    void cutAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket kiosk = server.accept();
                var terminal = new Socket();
                terminal.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1000);
                kiosk.setTcpNoDelay(true);
                terminal.setTcpNoDelay(true);
                threads.execute(() -> pump(kiosk, terminal));
                threads.execute(() -> pump(terminal, kiosk));
            } catch (IOException closed) {
                // the test is over, or the terminal is
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[512];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count = in.read(chunk);
            while (count >= 0) {
                long left = bytesLeft.getAndAdd(-count);
                if (left < count) {
                    out.write(chunk, 0, (int) Math.max(0, left));
                    bytesLeft.set(Long.MAX_VALUE);
                    return;
                }
                out.write(chunk, 0, count);
                count = in.read(chunk);
            }
        } catch (IOException cut) {
            // both ends are closed, which is what a cut line is
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
