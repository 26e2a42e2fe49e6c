package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import de.buergerkiosk.main.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Errands without a filing, one after the other in one house: real processes, screen and paper. */
@Timeout(900)
class ErrandsGoThroughTheWholeHouseTest {
    private static final Path ROOT = Path.of(System.getProperty("house.root", "."));

    @TempDir private Path out;

    private final Surroundings around = Surroundings.real();

    @Test
    void eachInBothLanguagesOnItsPaperAndAtTheCentre() throws Exception {
        try (var data = Scratch.make(ROOT);
                var house =
                        DemoAgenda.house(
                                new House.Places(ROOT, data.folder(), out),
                                EidChain.SIMULATION,
                                around.clock(),
                                _ -> {})) {
            Optional<ScriptedErrand.Scanner> scanner = Optional.of(house.scanner()::tell);
            var numbers = new ArrayList<String>();
            numbers.add(ticket(house, "de"));
            numbers.add(ticket(house, "en"));

            var scanned = play(house, Journeys.CHECK_IN, "de", scanner);
            assertEquals(1, scanned.path("touches").asInt(), scanned::toString);
            numbers.add(number(scanned));
            var inEnglish = play(house, Journeys.CHECK_IN, "en", scanner);
            assertEquals(2, inEnglish.path("touches").asInt(), inEnglish::toString);
            numbers.add(number(inEnglish));
            numbers.add(number(play(house, Journeys.CHECK_IN, "de", Optional.empty())));
            assertEquals(List.of("1", "2", "3", "4", "5"), numbers);

            booked(house, "de");
            booked(house, "en");
        }
    }

    private String ticket(House house, String language) throws Exception {
        var report = play(house, Journeys.TICKET, language, Optional.empty());
        assertEquals(2, report.path("touches").asInt(), report::toString);
        return number(report);
    }

    private void booked(House house, String language) throws Exception {
        var report = play(house, Journeys.APPOINTMENT, language, Optional.empty());
        assertTrue(report.path("touches").asInt() <= 6, report::toString);
        var code = report.at("/appointment/code").asString();
        assertTrue(report.at("/appointment/start").asString().matches(".*Z"), report::toString);
        assertTrue(Files.readString(out.resolve("receipt.txt")).contains(code), code);
        // what is held before the scanner is what stands on the slip
        assertEquals(code, readFrom(out.resolve("receipt.png")));
    }

    private static String number(JsonNode report) {
        return report.at("/ticket/number").asString();
    }

    private JsonNode play(
            House house,
            Journeys journey,
            String language,
            Optional<ScriptedErrand.Scanner> scanner)
            throws Exception {
        var report =
                new OneErrand(ROOT, out, around, _ -> {})
                        .visit(house, journey, language, scanner)
                        .json();
        assertTrue(report.path("trouble").isMissingNode(), report::toString);
        assertEquals("service", report.at("/heartbeat/mode").asString(), report::toString);
        assertEquals("ready", report.at("/heartbeat/devices/printer").asString());
        return report;
    }

    private static String readFrom(Path slip) throws IOException {
        var picture = ImageIO.read(slip.toFile());
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        try {
            return new QRCodeMultiReader()
                    .decode(
                            new BinaryBitmap(
                                    new HybridBinarizer(
                                            new RGBLuminanceSource(width, height, pixels))))
                    .getText();
        } catch (com.google.zxing.ReaderException e) {
            throw new AssertionError("no code on " + slip, e);
        }
    }
}
