package de.buergerkiosk.scanner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.scan.ScanOutcome;
import de.buergerkiosk.ports.scan.ScannedCode;
import de.buergerkiosk.ports.scan.ScannedCode.Kind;
import de.buergerkiosk.scanner.simulated.HeldCode;
import de.buergerkiosk.scanner.simulated.ScannerFault;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodeIsHostileTest {
    private static Optional<Message> decoded(CodeDecoder decoder, byte[] bytes) {
        Optional<Message> last = Optional.empty();
        for (byte each : bytes) {
            var message = decoder.feed(each);
            last = message.isPresent() ? message : last;
        }
        return last;
    }

    private static Optional<Message> decoded(String text) {
        return decoded(new CodeDecoder(), text.getBytes(ISO_8859_1));
    }

    private static Message code(String text) {
        return new Message.Code(new ScannedCode(Kind.QR, Personal.of(text)));
    }

    /** Whatever bytes come: no exception, and whatever passes is of the form that may pass. */
    @Test
    void randomBytesNeverPassAsSomethingElse() {
        var chance = new Random(20261130);
        var decoder = new CodeDecoder();
        int passed = 0;
        int judged = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[chance.nextInt(12)];
            chance.nextBytes(bytes);
            var start = chance.nextInt(3) == 0 ? "" : "]Q" + (char) ('0' + chance.nextInt(8));
            var all = start + new String(bytes, ISO_8859_1) + "\r";
            for (byte each : all.getBytes(ISO_8859_1)) {
                var message = decoder.feed(each);
                judged += message.isPresent() ? 1 : 0;
                passed += message.filter(Message.Code.class::isInstance).isPresent() ? 1 : 0;
            }
        }
        assertTrue(judged > 150_000, judged + " judged");
        assertTrue(passed > 1_000, passed + " passed");
    }

    @ParameterizedTest
    @CsvSource({
        "']Q1abc\r', abc",
        "']Q2\\000026abc\r', abc",
        "']Q5\\000003abc\r', abc",
        "']d1abc\r', abc",
        "'\n\r\n]Q1abc\r\n', abc"
    })
    void whatMayPassPasses(String bytes, String text) {
        var message = assertInstanceOf(Message.Code.class, decoded(bytes).orElseThrow());

        assertEquals(text, message.code().text().reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "']Q1\\000026abc\r', FORBIDDEN_CHARACTER",
        "']Q2\\000026\\000026abc\r', FORBIDDEN_CHARACTER",
        "']Q2\\000020abc\r', FORBIDDEN_CHARACTER",
        "']Q2\\000026\r', FORBIDDEN_CHARACTER",
        "']X0abc\r', OTHER_KIND",
        "']Q1a\u001d b\r', FORBIDDEN_CHARACTER",
        "']Q1a\u00e4\r', FORBIDDEN_CHARACTER"
    })
    void whatMayNotPassSaysWhy(String bytes, ScanOutcome.Why why) {
        assertEquals(Optional.of(new Message.Unfit(why)), decoded(bytes));
    }

    @ParameterizedTest
    @CsvSource({"'abc\r'", "']\r'", "']Q\r'", "']]]abc\r'", "'Q1abc\r'", "' ]Q1abc\r'"})
    void whatHasNoAimIdIsBare(String bytes) {
        assertEquals(Optional.of(new Message.Bare()), decoded(bytes));
    }

    @Test
    void aCodeOfManyMegabytesTakesNoMemoryAndTheNextIsRead() {
        var decoder = new CodeDecoder();
        for (int i = 0; i < 20_000_000; i++) {
            assertTrue(decoder.feed((byte) (i == 0 ? ']' : i == 1 ? 'Q' : '1')).isEmpty());
        }
        assertEquals(
                Optional.of(new Message.Unfit(ScanOutcome.Why.TOO_LONG)),
                decoded(decoder, new byte[] {'\r'}));
        assertEquals(Optional.of(code("abc")), decoded(decoder, "]Q1abc\r".getBytes(ISO_8859_1)));
    }

    @Test
    void whatFollowsACarriageReturnInsideACodeReachesNobody() throws Exception {
        try (var bench = Bench.overTcp()) {
            var first = bench.outcome(HeldCode.qr("FIRST\r]Q1SECOND\rTHIRD"));
            assertEquals(read("FIRST"), first);

            var waiting = bench.waiting();
            bench.untilAllIsMet();
            assertEquals(new DeviceState.Ready(), bench.driver().state());
            assertFalse(
                    waiting.isDone() && waiting.get().equals(read("SECOND")), "the second passed");
        }
    }

    private static ScanOutcome read(String text) {
        return new ScanOutcome.Read(new ScannedCode(Kind.QR, Personal.of(text)));
    }

    /** Whoever asks a moment later hears the code instead of the noise; nobody hears both as one. */
    @Test
    void noiseBeforeACodeIsNoCode() throws Exception {
        try (var bench = Bench.overTcp()) {
            assertEquals(read("FIRST"), bench.outcome(HeldCode.qr("FIRST")));
            bench.device().fault(ScannerFault.NOISE, true);
            var outcome = bench.outcome(HeldCode.qr("K7QM-42XZ"));

            assertTrue(
                    outcome instanceof ScanOutcome.Failed || outcome.equals(read("K7QM-42XZ")),
                    outcome.toString());
            bench.device().fault(ScannerFault.NOISE, false);
            assertEquals(read("NEXT"), bench.outcome(HeldCode.qr("NEXT")));
        }
    }

    @Test
    void theTraceHoldsNothingOfACode() throws Exception {
        try (var bench = Bench.overTcp()) {
            bench.outcome(HeldCode.qr("K7QM"));

            assertEquals("5D51312A2A2A2A0D", bench.received().getLast());
        }
    }

    @Test
    void aCodeThatComesSlowlyIsRead() throws Exception {
        try (var bench = Bench.overTcp(ScannerFault.SLOW)) {
            assertEquals(read("K7QM-42XZ"), bench.outcome(HeldCode.qr("K7QM-42XZ")));
        }
    }

    /** Whoever asks after the line is back hears the whole code; nobody hears a half one. */
    @Test
    void aLineThatBreaksInsideACodeGivesNoHalfCode() throws Exception {
        try (var bench = Bench.overTcp(ScannerFault.CUT_MIDWAY)) {
            var outcome = bench.outcome(HeldCode.qr("K7QM-42XZ"));
            assertTrue(
                    outcome instanceof ScanOutcome.Failed || outcome.equals(read("K7QM-42XZ")),
                    outcome.toString());

            for (int i = 0;
                    i < 400 && !(bench.driver().state() instanceof DeviceState.Ready);
                    i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertEquals(read("NEXT"), bench.outcome(HeldCode.qr("NEXT")));
        }
    }
}
