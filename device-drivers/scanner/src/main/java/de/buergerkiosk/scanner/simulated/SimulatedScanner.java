package de.buergerkiosk.scanner.simulated;

import de.buergerkiosk.scanner.line.LineException;
import de.buergerkiosk.scanner.line.OctetLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A code scanner without glass and light, in presentation mode: it sends whatever is held before it. */
public final class SimulatedScanner implements AutoCloseable {
    private static final Duration BYTE = Duration.ofMillis(20);
    private static final Duration LYING = Duration.ofMillis(100);
    private static final int LYING_TIMES = 10;
    private static final byte[] NOISE = {0x00, 0x1B, (byte) 0xFF, 0x0D};
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Opens the place where it is plugged in. */
    @FunctionalInterface
    interface Socket {
        ScannerPlace open() throws IOException;
    }

    private final Consumer<ScannerEvent> watcher;
    private final Socket socket;
    private final Set<ScannerFault> faults = EnumSet.noneOf(ScannerFault.class);

    /** One code after the other. */
    private final ReentrantLock glass = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread porter;
    private final String address;
    private Optional<ScannerPlace> place;
    private Optional<OctetLine> host = Optional.empty();
    private boolean closed;

    private SimulatedScanner(
            Socket socket,
            ScannerPlace first,
            Consumer<ScannerEvent> watcher,
            ThreadFactory threads) {
        this.socket = socket;
        this.watcher = watcher;
        this.address = first.address();
        this.place = Optional.of(first);
        this.porter = threads.newThread(this::welcomeHosts);
    }

    /**
     * At a TCP port.
     *
     * @param port 0 for any free one
     * @param watcher hears each event, on the scanner's threads
     * @throws IOException when the port is taken
     */
    public static SimulatedScanner tcp(
            String host, int port, Consumer<ScannerEvent> watcher, ThreadFactory threads)
            throws IOException {
        ScannerPlace first = ScannerPlace.tcp(host, port);
        int found =
                Integer.parseInt(first.address().substring(first.address().lastIndexOf(':') + 1));
        return started(() -> ScannerPlace.tcp(host, found), first, watcher, threads);
    }

    /**
     * At the end of a serial cable.
     *
     * @param threads platform threads: serial ports block in native code
     * @throws IOException when the port cannot be opened
     */
    public static SimulatedScanner serial(
            String path, Consumer<ScannerEvent> watcher, ThreadFactory threads) throws IOException {
        Socket socket = () -> ScannerPlace.serial(path);
        return started(socket, socket.open(), watcher, threads);
    }

    private static SimulatedScanner started(
            Socket socket,
            ScannerPlace first,
            Consumer<ScannerEvent> watcher,
            ThreadFactory threads) {
        var scanner = new SimulatedScanner(socket, first, watcher, threads);
        scanner.porter.start();
        return scanner;
    }

    /** As the kiosk has to be told, such as {@code tcp://127.0.0.1:4711}. */
    public String address() {
        return address;
    }

    /**
     * Holds a code before the glass and takes it away.
     *
     * @return whether a host heard of it
     */
    public boolean show(HeldCode code) throws InterruptedException {
        glass.lockInterruptibly();
        lock.lockInterruptibly();
        try {
            boolean heard = false;
            int times = has(ScannerFault.LIES_THERE) ? LYING_TIMES : 1;
            for (int i = 0; i < times; i++) {
                if (i > 0) {
                    pause(LYING);
                }
                heard = send(code) || heard;
            }
            watcher.accept(new ScannerEvent.Shown(code.content().length(), heard));
            return heard;
        } finally {
            lock.unlock();
            glass.unlock();
        }
    }

    private boolean send(HeldCode code) throws InterruptedException {
        if (host.isEmpty() || has(ScannerFault.MUTE)) {
            return false;
        }
        OctetLine line = host.get();
        byte[] bytes = code.sent(!has(ScannerFault.NO_AIM), suffix());
        try {
            if (has(ScannerFault.NOISE)) {
                line.write(NOISE);
                pause(LYING);
            }
            if (faults.remove(ScannerFault.CUT_MIDWAY)) {
                line.write(Arrays.copyOf(bytes, bytes.length / 2));
                hangUp();
                return false;
            }
            if (has(ScannerFault.SLOW)) {
                for (byte each : bytes) {
                    line.write(new byte[] {each});
                    pause(BYTE);
                }
            } else {
                line.write(bytes);
            }
            return true;
        } catch (LineException gone) {
            hangUp();
            return false;
        }
    }

    private String suffix() {
        if (has(ScannerFault.NO_SUFFIX)) {
            return "";
        }
        return has(ScannerFault.LINE_FEED) ? "\r\n" : "\r";
    }

    private boolean has(ScannerFault fault) {
        return faults.contains(fault);
    }

    private void pause(Duration time) throws InterruptedException {
        long left = time.toNanos();
        while (left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    public void fault(ScannerFault fault, boolean on) {
        lock.lock();
        try {
            if (on) {
                faults.add(fault);
            } else {
                faults.remove(fault);
            }
        } finally {
            lock.unlock();
        }
    }

    public Collection<ScannerFault> faults() {
        lock.lock();
        try {
            return Set.copyOf(faults);
        } finally {
            lock.unlock();
        }
    }

    public boolean hasHost() {
        lock.lock();
        try {
            return host.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Pulls the plug. */
    public void unplug() throws IOException {
        lock.lock();
        try {
            if (place.isPresent()) {
                place.get().close();
                place = Optional.empty();
            }
            hangUp();
        } finally {
            lock.unlock();
        }
    }

    /** Plugs it in again, where it was. */
    public void plugIn() throws IOException {
        lock.lock();
        try {
            if (place.isEmpty()) {
                place = Optional.of(socket.open());
            }
        } finally {
            lock.unlock();
        }
    }

    public boolean isPluggedIn() {
        lock.lock();
        try {
            return place.isPresent();
        } finally {
            lock.unlock();
        }
    }

    private void hangUp() {
        host.ifPresent(OctetLine::close);
        host = Optional.empty();
    }

    private void welcomeHosts() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<OctetLine> line = nextHost();
                if (line.isPresent()) {
                    watcher.accept(new ScannerEvent.Host(true));
                    listen(line.get());
                    watcher.accept(new ScannerEvent.Host(false));
                }
            }
        } catch (InterruptedException switchedOff) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<OctetLine> nextHost() throws InterruptedException {
        Optional<ScannerPlace> now;
        lock.lockInterruptibly();
        try {
            now = place;
        } finally {
            lock.unlock();
        }
        try {
            Optional<OctetLine> line = now.isPresent() ? now.get().line() : Optional.empty();
            if (now.isPresent() && line.isPresent()) {
                return welcomed(now.get(), line.get());
            }
        } catch (IOException unplugged) {
            // looked for again
        }
        lock.lockInterruptibly();
        try {
            pause(ScannerPlace.WAIT);
        } finally {
            lock.unlock();
        }
        return Optional.empty();
    }

    /** Unless the plug was pulled meanwhile. */
    private Optional<OctetLine> welcomed(ScannerPlace where, OctetLine line) {
        lock.lock();
        try {
            if (closed || place.filter(where::equals).isEmpty()) {
                line.close();
                return Optional.empty();
            }
            host = Optional.of(line);
            return host;
        } finally {
            lock.unlock();
        }
    }

    /** What a host says means nothing to it; that it goes does. */
    private void listen(OctetLine line) {
        byte[] chunk = new byte[256];
        try {
            while (isHost(line)) {
                int _ = line.read(chunk);
            }
        } catch (LineException gone) {
            lock.lock();
            try {
                if (isHost(line)) {
                    hangUp();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isHost(OctetLine line) {
        lock.lock();
        try {
            return host.filter(line::equals).isPresent();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            unplug();
        } catch (IOException e) {
            // closed as far as it can be
        } finally {
            lock.unlock();
        }
        porter.interrupt();
        try {
            boolean _ = porter.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
