package de.buergerkiosk.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The virtual card reader of this machine. There is one, and tests go side by side: whoever puts a
 * card into it waits until it is his, in whichever process he is.
 */
public final class OnlyReader implements AutoCloseable {
    private final FileChannel file;
    private final FileLock lock;

    private OnlyReader(FileChannel file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Waits for it. */
    public static OnlyReader mine() throws IOException {
        var file =
                FileChannel.open(
                        Path.of(System.getProperty("java.io.tmpdir"), "buergerkiosk-reader.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        return new OnlyReader(file, file.lock());
    }

    @Override
    public void close() throws IOException {
        lock.release();
        file.close();
    }
}
