package de.buergerkiosk.printer.escpos.simulated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The printer by its bytes, as a host of any make meets it. */
@Timeout(120)
class SimulatedPrinterTest {
    private static final String CUT = "1D5600";
    private static final String PROCESSED = "1D7201";

    private SimulatedPrinter printer;
    private Socket host;

    SimulatedPrinterTest() throws IOException {
        printer = SimulatedPrinter.start(SimulatedPrinter.Settings.local());
        host = new Socket(InetAddress.getLoopbackAddress(), printer.port());
    }

    @BeforeEach
    void answersComeInTime() throws IOException {
        host.setSoTimeout(3000);
    }

    @AfterEach
    void switchOff() throws IOException {
        host.close();
        printer.close();
    }

    private void send(String hex) throws IOException {
        host.getOutputStream().write(HexFormat.of().parseHex(hex));
    }

    private void sendText(String text) throws IOException {
        host.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String receive(int count) throws IOException {
        return HexFormat.of().formatHex(host.getInputStream().readNBytes(count));
    }

    /** Waits until all before is done. */
    private void settle() throws IOException {
        send(PROCESSED);
        assertEquals("00", receive(1));
    }

    private String paper() {
        return printer.papers().getLast().text();
    }

    @Test
    void statusIsAnsweredAsTheCommandReferenceSays() throws IOException {
        assertEquals("12121212", status());
        printer.touch(Touch.COVER_OPEN);
        assertEquals("1a161212", status());
        printer.touch(Touch.COVER_CLOSE);
        printer.touch(Touch.PAPER_LOW);
        assertEquals("1212121e", status());
        printer.touch(Touch.PAPER_OUT);
        assertEquals("1a32127e", status());
        printer.touch(Touch.PAPER_IN);
        printer.touch(Touch.OFFLINE);
        assertEquals("1a121212", status());
    }

    private String status() throws IOException {
        send("100401100402100403100404");
        return receive(4);
    }

    @Test
    void automaticStatusComesAtOnceAndWithEachChange() throws IOException {
        send("1D61FF");
        assertEquals("1000000f", receive(4));
        printer.touch(Touch.COVER_OPEN);
        assertEquals("3800000f", receive(4));
        printer.touch(Touch.COVER_CLOSE);
        assertEquals("1000000f", receive(4));
        printer.touch(Touch.PAPER_OUT);
        assertEquals("18000f0f", receive(4));
    }

    @Test
    void aStuckKnifeStaysAnErrorUntilTheHostEndsIt() throws IOException {
        printer.touch(Touch.CUTTER_JAM);
        send("1D61FF");
        receive(4);
        sendText("x\n");
        send(CUT);
        assertEquals("1808000f", receive(4));
        printer.touch(Touch.CUTTER_OK);
        assertEquals("1808000f", receive(4));
        assertEquals("1a521a12", status());
        send("100501");
        assertEquals("1000000f", receive(4));
        settle();
        assertEquals("x\n", paper());
    }

    @Test
    void theProcessIdComesBackWhenThePaperIsOut() throws IOException {
        sendText("x\n");
        send(CUT + "1D28480600303041424344");
        assertEquals("37224142434400", receive(7));
        assertEquals("x\n", paper());
    }

    @Test
    void identityIsTold() throws IOException {
        send("1D4942");
        assertEquals("5f4550534f4e00", receive(7));
    }

    @Test
    void lettersFollowTheSelectedTable() throws IOException {
        send("1B7413" + "D584" + "1B7410" + "8084" + "1B7412" + "9D" + "0A" + CUT);
        settle();
        assertEquals("€ä€„Ł\n", paper());
    }

    @Test
    void unknownCommandsHolesAndOverlongLinesAreComplainedAbout() throws IOException {
        send("1B7F" + "1B7410" + "81" + "0A");
        sendText("x".repeat(49) + "\n");
        send(CUT);
        settle();
        assertEquals(
                List.of(
                        "unknown command 1B7F",
                        "no letter at 81 of table 16",
                        "line longer than the paper is wide"),
                printer.complaints());
        assertEquals("\n" + "x".repeat(48) + "\nx\n", paper());
    }

    @Test
    void doubledBoldAndInverseLettersAreDrawnSo() throws IOException {
        sendText("H\n");
        send("1D2111");
        sendText("H\n");
        send("1D21001D4201");
        sendText(" \n");
        send(CUT);
        settle();
        var image = ImageIO.read(new ByteArrayInputStream(printer.papers().getLast().png()));
        int single = dots(image.getSubimage(0, 16, 12, 24));
        int doubled = dots(image.getSubimage(0, 46, 24, 48));
        assertEquals(576, image.getWidth());
        assertTrue(single > 20, single + " dots");
        assertEquals(4 * single, doubled);
        assertEquals(12 * 24, dots(image.getSubimage(0, 94, 12, 24)));
    }

    private static int dots(java.awt.image.BufferedImage image) {
        int dots = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dots += (image.getRGB(x, y) & 0xFF) == 0 ? 1 : 0;
            }
        }
        return dots;
    }

    @Test
    void bytesOutliveTheConnectionAndClearingEndsThem() throws IOException {
        printer.touch(Touch.PAPER_OUT);
        sendText("Erika Mustermann\n");
        host.close();
        host = new Socket(InetAddress.getLoopbackAddress(), printer.port());
        host.setSoTimeout(3000);
        send("10140801031401060208");
        assertArrayEquals(new byte[] {0x37, 0x25, 0}, host.getInputStream().readNBytes(3));
        printer.touch(Touch.PAPER_IN);
        sendText("next\n");
        send(CUT);
        settle();
        assertEquals(1, printer.papers().size());
        assertEquals("next\n", paper());
    }

    @Test
    void withoutClearingTheyComeOutForTheNextHost() throws IOException {
        printer.touch(Touch.PAPER_OUT);
        sendText("Erika Mustermann\n");
        host.close();
        printer.touch(Touch.PAPER_IN);
        host = new Socket(InetAddress.getLoopbackAddress(), printer.port());
        host.setSoTimeout(3000);
        sendText("next\n");
        send(CUT);
        settle();
        assertEquals("Erika Mustermann\nnext\n", paper());
    }

    @Test
    void aCutOfNothingIsNoPaper() throws IOException {
        send("1B6405" + CUT);
        settle();
        assertEquals(List.of(), printer.papers());
    }
}
