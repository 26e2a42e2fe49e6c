package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.WireTrace;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Queue;

/**
 * The line to the printer. Nothing is written in the background: {@link #write} returns when the
 * system took every byte, and no wait is longer than its limit. It listens while it writes, so a
 * printer that reports trouble is heard at once.
 */
final class TcpLine implements AutoCloseable {
    private static final int CHUNK = 1024;

    private final SocketChannel channel;
    private final Selector selector;
    private final WireTrace trace;
    private final ReplyReader reader = new ReplyReader();
    private final Queue<Reply> inbox = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    private TcpLine(SocketChannel channel, Selector selector, WireTrace trace) {
        this.channel = channel;
        this.selector = selector;
        this.trace = trace;
    }

    /** The printer took no byte for as long as the limit allows. */
    static final class Stalled extends IOException {
        Stalled() {
            super("printer takes no more bytes");
        }
    }

    /**
     * @throws IOException when the line does not stand within the limit
     */
    static TcpLine open(String host, int port, Duration limit, WireTrace trace)
            throws IOException, InterruptedException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new ConnectException("unknown host");
        }
        SocketChannel channel = SocketChannel.open();
        Selector selector = null;
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            selector = Selector.open();
            var line = new TcpLine(channel, selector, trace);
            channel.register(selector, SelectionKey.OP_CONNECT);
            if (!channel.connect(address) && (!line.ready(limit) || !channel.finishConnect())) {
                throw new ConnectException("no connection within " + limit.toMillis() + " ms");
            }
            return line;
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            if (selector != null) {
                selector.close();
            }
            throw e;
        }
    }

    /** Writes all of it. */
    void write(PrintJob.Piece piece, Duration stallLimit) throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.wrap(piece.bytes());
        while (bytes.hasRemaining()) {
            bytes.limit(Math.min(piece.bytes().length, bytes.position() + CHUNK));
            if (channel.write(bytes) == 0) {
                waitUntilItTakesBytes(stallLimit);
            }
            bytes.limit(piece.bytes().length);
        }
        trace.sent(piece.trace());
    }

    private void waitUntilItTakesBytes(Duration stallLimit)
            throws IOException, InterruptedException {
        // a printer that chatters but takes nothing is stalled, too: hence not one long wait
        int rounds = 10;
        Duration slice = Duration.ofMillis(Math.max(1, stallLimit.toMillis() / rounds));
        for (int round = 0; round < rounds; round++) {
            interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            if (ready(slice)) {
                SelectionKey key = channel.keyFor(selector);
                if (key.isReadable()) {
                    receive();
                }
                if (key.isWritable()) {
                    return;
                }
            }
        }
        throw new Stalled();
    }

    /** The next reply; empty when none came within the limit. */
    Optional<Reply> next(Duration limit) throws IOException, InterruptedException {
        if (inbox.isEmpty()) {
            interest(SelectionKey.OP_READ);
            if (ready(limit)) {
                receive();
            }
        }
        return Optional.ofNullable(inbox.poll());
    }

    /** A reply that is already here. */
    Optional<Reply> alreadyHere() throws IOException {
        receive();
        return Optional.ofNullable(inbox.poll());
    }

    private void receive() throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            throw new EOFException("printer closed the line");
        }
        if (count > 0) {
            byte[] bytes = Arrays.copyOf(buffer.array(), count);
            trace.received(HexFormat.of().withUpperCase().formatHex(bytes));
            inbox.addAll(reader.read(bytes));
        }
    }

    private void interest(int operations) {
        channel.keyFor(selector).interestOps(operations);
    }

    private boolean ready(Duration limit) throws IOException, InterruptedException {
        int count = selector.select(Math.max(1, limit.toMillis()));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        selector.selectedKeys().clear();
        return count > 0;
    }

    /** Drops the line together with bytes that the printer did not fetch yet. */
    void drop() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // the line is gone already
        }
        close();
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            // nothing that could be done about it, and nothing that depends on it
        }
    }
}
