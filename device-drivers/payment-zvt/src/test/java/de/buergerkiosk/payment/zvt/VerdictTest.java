package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.payment.zvt.wire.Message.StatusInformation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final Instant SENT_AT = Instant.parse("2026-11-23T09:15:00Z");
    private static final Instant NOW = SENT_AT.plusSeconds(60);

    private static StatusInformation transaction(
            int receipt, long cents, String terminal, LocalTime time, boolean reversal) {
        return new StatusInformation(
                0,
                Optional.of(cents),
                Optional.of(978),
                Optional.of(receipt),
                Optional.of(receipt + 100),
                Optional.of(terminal),
                Optional.empty(),
                Optional.empty(),
                Optional.of(time),
                Optional.of(MonthDay.of(11, 23)),
                Optional.empty(),
                reversal,
                Optional.empty(),
                true);
    }

    private static StatusInformation ours(int receipt) {
        return transaction(receipt, 18_000, "28004869", LocalTime.of(10, 15, 20), false);
    }

    private static Attempt.Sent sent(OptionalInt last) {
        return new Attempt.Sent(
                18_000,
                new Move.Payment(),
                SENT_AT,
                new Yardstick(
                        last.isPresent() ? Optional.of(last.getAsInt()) : Optional.empty(),
                        Optional.empty()),
                Optional.of("28004869"),
                Optional.empty(),
                0,
                false);
    }

    private static Verdict judge(StatusInformation last, Attempt.Sent sent) {
        return Verdict.on(last, sent, NOW, ZONE, SKEW);
    }

    @Test
    void aNewReceiptOfThatAmountTerminalAndTimeIsOurs() {
        assertInstanceOf(Verdict.Booked.class, judge(ours(7), sent(OptionalInt.of(6))));
    }

    @Test
    void theReceiptFromBeforeIsNotOurs() {
        assertInstanceOf(Verdict.NotBooked.class, judge(ours(6), sent(OptionalInt.of(6))));
    }

    @Test
    void theNumbersMayStartAgain() {
        assertInstanceOf(Verdict.Booked.class, judge(ours(1), sent(OptionalInt.of(9999))));
    }

    @Test
    void anotherAmountIsNotOurs() {
        var other = transaction(7, 18_001, "28004869", LocalTime.of(10, 15, 20), false);
        assertInstanceOf(Verdict.NotBooked.class, judge(other, sent(OptionalInt.of(6))));
    }

    @Test
    void aReversalOfThatAmountIsNotOurs() {
        var other = transaction(7, 18_000, "28004869", LocalTime.of(10, 15, 20), true);
        assertInstanceOf(Verdict.NotBooked.class, judge(other, sent(OptionalInt.of(6))));
    }

    @Test
    void anotherTerminalDecidesNothing() {
        var other = transaction(7, 18_000, "11111111", LocalTime.of(10, 15, 20), false);
        assertInstanceOf(Verdict.Undecided.class, judge(other, sent(OptionalInt.of(6))));
    }

    @Test
    void anotherTimeDecidesNothing() {
        var early = transaction(7, 18_000, "28004869", LocalTime.of(8, 0), false);
        var late = transaction(7, 18_000, "28004869", LocalTime.of(11, 0), false);
        assertInstanceOf(Verdict.Undecided.class, judge(early, sent(OptionalInt.of(6))));
        assertInstanceOf(Verdict.Undecided.class, judge(late, sent(OptionalInt.of(6))));
    }

    @Test
    void onceAResultHadArrivedOnlyItsReceiptCounts() {
        Attempt.Sent unacknowledged = sent(OptionalInt.of(6)).with(ours(7));
        Attempt.Sent acknowledged = sent(OptionalInt.of(6)).with(ours(7)).ackedFor(18_000);

        assertInstanceOf(Verdict.Booked.class, judge(ours(7), acknowledged));
        assertInstanceOf(Verdict.NotBooked.class, judge(ours(6), acknowledged));
        assertInstanceOf(Verdict.Undecided.class, judge(ours(8), acknowledged));
        assertInstanceOf(Verdict.NotBooked.class, judge(ours(8), unacknowledged));
    }

    @Test
    void aTerminalThatForgotItsAcknowledgedTransactionsDecidesNothing() {
        Attempt.Sent acknowledged = sent(OptionalInt.of(6)).with(ours(7)).ackedFor(18_000);

        assertInstanceOf(Verdict.Undecided.class, Verdict.onNothing(acknowledged));
        assertInstanceOf(Verdict.NotBooked.class, Verdict.onNothing(sent(OptionalInt.of(6))));
    }

    @Test
    void theYearIsTheOneThatFitsAlsoOnNewYearsEve() {
        var status =
                new StatusInformation(
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LocalTime.of(23, 59, 50)),
                        Optional.of(MonthDay.of(12, 31)),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        true);

        assertEquals(
                LocalDateTime.of(2026, 12, 31, 23, 59, 50),
                Verdict.bookedAt(status, Instant.parse("2026-12-31T23:00:05Z"), ZONE));
    }
}
