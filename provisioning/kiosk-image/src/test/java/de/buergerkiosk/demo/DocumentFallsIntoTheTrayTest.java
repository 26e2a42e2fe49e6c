package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.demo.window.DeviceNews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever stands at the demonstration sees the sheet that an A4 printer would have put out. */
class DocumentFallsIntoTheTrayTest {
    @TempDir private Path folder;

    @Test
    void eachDocumentIsDrawnAndTold() throws Exception {
        var told = new LinkedBlockingQueue<DeviceNews>();
        try (var _ = DocumentTray.watch(folder, Thread.ofVirtual().factory(), told::add)) {
            Files.writeString(folder.resolve("broken.pdf"), "not a document");
            put("permit.pdf");

            var news = told.poll(60, TimeUnit.SECONDS);
            assertNotNull(news);
            var document = (DeviceNews.Document) news;
            assertEquals(folder.resolve("permit.pdf"), document.pdf());
            var picture = ImageIO.read(document.png().toFile());
            assertTrue(picture.getHeight() > picture.getWidth() * 1.4, "not upright");
        }
    }

    /** As the printer does it: written under another name, then moved. */
    private void put(String name) throws Exception {
        var part = folder.resolve("x.part");
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage(PDRectangle.A4));
            pdf.save(part.toFile());
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
