package de.buergerkiosk.payment.zvt.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.payment.zvt.transport.WireException.Trouble;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException.Speech;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that PA00P016 says about a serial line on which something goes wrong. */
class SerialLineIsBadTest {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Apdu ENQUIRY = Command.statusEnquiry();
    private static final String FRAME_OF_ENQUIRY = SerialFrame.encode(ENQUIRY.encoded()).hex();
    private static final String FRAME_OF_ACK = "10028000001003F51F";
    private static final Apdu STATUS = new Apdu(0x04FF, Octets.fromHex("0A03"));
    private static final String FRAME_OF_STATUS = SerialFrame.encode(STATUS.encoded()).hex();

    private final ScriptedLine line = new ScriptedLine();
    private final Instant begin = line.instant();
    private final SerialWire wire = SerialWire.over(line, line);

    private long passedMillis() {
        return Duration.between(begin, line.instant()).toMillis();
    }

    private Trouble troubleOfSending(Apdu apdu) {
        return assertThrows(WireException.class, () -> wire.send(apdu)).trouble();
    }

    @Test
    void aFrameThatIsAcknowledgedIsSentOnce() throws Exception {
        line.afterNextWrite(SOON, "06");

        wire.send(ENQUIRY);

        assertEquals(List.of(FRAME_OF_ENQUIRY), line.written());
        assertEquals(20, passedMillis());
    }

    @Test
    void aLostAcknowledgementLetsTheFrameBeSentAgainAfterFiveSeconds() throws Exception {
        line.silentAfterNextWrite().afterNextWrite(SOON, "06");

        wire.send(ENQUIRY);

        assertEquals(List.of(FRAME_OF_ENQUIRY, FRAME_OF_ENQUIRY), line.written());
        assertEquals(5_020, passedMillis());
    }

    @Test
    void afterTwoRepetitionsItIsOver() {
        assertInstanceOf(Trouble.Unacknowledged.class, troubleOfSending(ENQUIRY));
        assertEquals(3, line.written().size());
        assertEquals(15_000, passedMillis());
    }

    @Test
    void aRefusedFrameIsSentAgainAtOnceAndAtMostTwice() throws Exception {
        line.afterNextWrite(SOON, "15").afterNextWrite(SOON, "06");
        wire.send(ENQUIRY);
        assertEquals(List.of(FRAME_OF_ENQUIRY, FRAME_OF_ENQUIRY), line.written());
        assertEquals(40, passedMillis());

        line.afterNextWrite(SOON, "15").afterNextWrite(SOON, "15").afterNextWrite(SOON, "15");
        assertInstanceOf(Trouble.Noisy.class, troubleOfSending(ENQUIRY));
        assertEquals(100, passedMillis());
    }

    @Test
    void aDamagedFrameIsRefusedAndTakenWhenItComesAgain() throws Exception {
        String damaged = FRAME_OF_STATUS.replace("0A03", "0A04");
        line.then(SOON, damaged).afterNextWrite(SOON, FRAME_OF_STATUS);

        assertEquals(Optional.of(STATUS), wire.receive(WAIT));
        assertEquals(List.of("15", "06"), line.written());
    }

    @Test
    void threeDamagedFramesInARowAreNoise() {
        String damaged = FRAME_OF_STATUS.replace("0A03", "0A04");
        line.then(SOON, damaged).afterNextWrite(SOON, damaged).afterNextWrite(SOON, damaged);

        Trouble trouble = assertThrows(WireException.class, () -> wire.receive(WAIT)).trouble();

        assertInstanceOf(Trouble.Noisy.class, trouble);
        assertEquals(List.of("15", "15", "15"), line.written());
    }

    @Test
    void aFrameThatPausesForTwoHundredMillisecondsIsRefused() throws Exception {
        line.then(SOON, FRAME_OF_STATUS.substring(0, 8)).afterNextWrite(SOON, FRAME_OF_STATUS);

        assertEquals(Optional.of(STATUS), wire.receive(WAIT));
        assertEquals(List.of("15", "06"), line.written());
        assertEquals(20 + 200 + 20, passedMillis());
    }

    @Test
    void aFrameMayComeInPiecesWithShortPauses() throws Exception {
        for (int i = 0; i < FRAME_OF_STATUS.length(); i += 2) {
            line.then(Duration.ofMillis(190), FRAME_OF_STATUS.substring(i, i + 2));
        }

        assertEquals(Optional.of(STATUS), wire.receive(WAIT));
        assertEquals(List.of("06"), line.written());
    }

    @Test
    void aRepeatedFrameIsAcknowledgedAgainAndCountsOnce() throws Exception {
        line.then(SOON, FRAME_OF_STATUS).then(SOON, FRAME_OF_STATUS);

        assertEquals(Optional.of(STATUS), wire.receive(WAIT));
        assertEquals(Optional.empty(), wire.receive(Duration.ofSeconds(1)));
        assertEquals(List.of("06", "06"), line.written());
    }

    @Test
    void theSameLineTwiceIsTwoLinesWhenTheFirstWasAnswered() throws Exception {
        line.then(SOON, FRAME_OF_STATUS).afterNextWrite(SOON, "06");
        line.then(SOON, FRAME_OF_STATUS);

        assertEquals(Optional.of(STATUS), wire.receive(WAIT));
        wire.send(Command.POSITIVE);
        assertEquals(Optional.of(STATUS), wire.receive(WAIT));
    }

    @Test
    void anAnswerShowsThatTheCommandArrivedThoughItsAcknowledgementWasLost() throws Exception {
        line.afterNextWrite(SOON, FRAME_OF_ACK);

        wire.send(ENQUIRY);

        assertEquals(Optional.of(Command.POSITIVE), wire.receive(WAIT));
        assertEquals(List.of(FRAME_OF_ENQUIRY, "06"), line.written());
        assertEquals(20, passedMillis());
    }

    @Test
    void aMessageThatCrossesACommandDoesNotAcknowledgeIt() throws Exception {
        line.afterNextWrite(SOON, FRAME_OF_STATUS).then(SOON, "06");

        wire.send(Command.abort());

        assertEquals(Optional.of(STATUS), wire.receive(WAIT));
        assertEquals(40, passedMillis());
    }

    @Test
    void anOldAcknowledgementDoesNotCountForTheNextFrame() throws Exception {
        line.then(Duration.ZERO, "0606").silentAfterNextWrite().afterNextWrite(SOON, "06");

        wire.send(ENQUIRY);

        assertEquals(2, line.written().size());
    }

    @Test
    void noiseInFrontOfAFrameIsPassedOver() throws Exception {
        line.then(SOON, "00FF0010FF" + FRAME_OF_STATUS);

        assertEquals(Optional.of(STATUS), wire.receive(WAIT));
    }

    @Test
    void silenceIsNoTrouble() throws Exception {
        assertEquals(Optional.empty(), wire.receive(Duration.ofMillis(50)));
        assertEquals(50, passedMillis());
    }

    @Test
    void aTextGreetingIsNamed() {
        line.afterNextWrite(SOON, Octets.ofText("login: ", StandardCharsets.US_ASCII).hex());

        var foreign = assertInstanceOf(Trouble.Foreign.class, troubleOfSending(ENQUIRY));

        assertEquals(Speech.TEXT_BANNER, foreign.speech());
    }

    @Test
    void messagesWithoutFrameAreNamed() {
        line.afterNextWrite(SOON, "800000");

        var foreign = assertInstanceOf(Trouble.Foreign.class, troubleOfSending(ENQUIRY));

        assertEquals("ZVT without the frame of the serial line, as over TCP", foreign.detail());
    }

    @Test
    void endlessNoiseEndsTheWait() {
        line.then(SOON, "00FE".repeat(600));

        Trouble trouble = assertThrows(WireException.class, () -> wire.receive(WAIT)).trouble();

        assertEquals(Speech.GARBAGE, assertInstanceOf(Trouble.Foreign.class, trouble).speech());
    }
}
