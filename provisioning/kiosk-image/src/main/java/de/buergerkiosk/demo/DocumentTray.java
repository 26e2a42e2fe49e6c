package de.buergerkiosk.demo;

import de.buergerkiosk.demo.window.DeviceNews;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Watches the folder of the simulated A4 printer, and draws each document that falls into it. */
final class DocumentTray implements AutoCloseable {
    /** As sharp as a screen shows it. */
    private static final float DOTS_PER_INCH = 110;

    private final Path folder;
    private final WatchService falling;
    private final Consumer<DeviceNews> told;

    private DocumentTray(Path folder, WatchService falling, Consumer<DeviceNews> told) {
        this.folder = folder;
        this.falling = falling;
        this.told = told;
    }

    /** Until it is closed; what is in the folder already is not told. */
    static DocumentTray watch(Path folder, ThreadFactory threads, Consumer<DeviceNews> told)
            throws IOException {
        Files.createDirectories(folder);
        var falling = folder.getFileSystem().newWatchService();
        folder.register(
                falling,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY);
        var tray = new DocumentTray(folder, falling, told);
        threads.newThread(tray::look).start();
        return tray;
    }

    private void look() {
        try {
            while (true) {
                var key = falling.take();
                for (var event : key.pollEvents()) {
                    if (event.context() instanceof Path name && name.toString().endsWith(".pdf")) {
                        tell(folder.resolve(name));
                    }
                }
                if (!key.reset()) {
                    return;
                }
            }
        } catch (ClosedWatchServiceException _) {
            // closed, as it should be in the end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Path pdf) {
        try {
            told.accept(new DeviceNews.Document(pdf, drawn(pdf)));
        } catch (IOException e) {
            System.err.println("  The document " + pdf + " cannot be shown: " + e.getMessage());
        }
    }

    /** Draws the first page beside the document. */
    static Path drawn(Path pdf) throws IOException {
        var png = pdf.resolveSibling(pdf.getFileName() + ".png");
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
            ImageIO.write(page, "png", png.toFile());
        }
        return png;
    }

    @Override
    public void close() {
        try {
            falling.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot stop watching " + folder, e);
        }
    }
}
