package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Message.StatusInformation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the terminal's answer to "what was your last transaction?" (06 20) means for an open
 * payment, reversal or refund. The rule (PA00P015 2.2.6 to 2.2.9): a terminal books only what the kiosk has
 * acknowledged, so no acknowledgement means no booking; some terminals keep an unacknowledged
 * result and give it with their answer, which then counts.
 */
sealed interface Verdict {
    /** This is our payment; the terminal booked it, or does so once the answer is acknowledged. */
    record Booked(StatusInformation status) implements Verdict {}

    record NotBooked(String why) implements Verdict {}

    /** Neither can be shown. */
    record Undecided(String why) implements Verdict {}

    /** The terminal says that it has no last transaction (06 1E). */
    static Verdict onNothing(Attempt.Sent sent) {
        if (sent.acked() && sent.last().receipt().isPresent()) {
            return new Undecided("acknowledged, and the terminal remembers no transaction");
        }
        return new NotBooked("the terminal remembers no transaction");
    }

    /**
     * The terminal says what its last transaction was.
     *
     * @param now with the sending time it bounds when the payment can have happened
     */
    static Verdict on(
            StatusInformation last, Attempt.Sent sent, Instant now, ZoneId zone, Duration skew) {
        if (differ(last.terminalId(), sent.terminalId())) {
            return new Undecided("another terminal answers");
        }
        if (sent.isOlder(last)) {
            return new NotBooked("the last transaction is older than the payment");
        }
        boolean sound =
                last.resultCode() == 0
                        && last.wholly()
                        && last.receiptNumber().isPresent()
                        && last.currency().orElse(Command.EURO) == Command.EURO
                        && last.amountCents().equals(Optional.of(sent.bookedCents()));
        return sent.status()
                .map(known -> onKnown(last, known, sound, sent.acked()))
                .orElseGet(() -> onUnknown(last, sent, sound, now, zone, skew));
    }

    /** The result had arrived before the break: only that very receipt is our payment. */
    private static Verdict onKnown(
            StatusInformation last, StatusInformation known, boolean sound, boolean acked) {
        boolean sameReceipt =
                last.receiptNumber().equals(known.receiptNumber())
                        && !differ(last.traceNumber(), known.traceNumber());
        if (sameReceipt) {
            return sound && last.isReversal() == known.isReversal()
                    ? new Booked(last)
                    : new NotBooked("the transaction of that receipt number is none of ours");
        }
        return acked
                ? new Undecided("acknowledged, and the terminal has done something else since")
                : new NotBooked("the result was never acknowledged");
    }

    /** No result had arrived, so none was acknowledged: only a kept one can be ours. */
    private static Verdict onUnknown(
            StatusInformation last,
            Attempt.Sent sent,
            boolean sound,
            Instant now,
            ZoneId zone,
            Duration skew) {
        if (!sound || last.isReversal() != sent.move() instanceof Move.Reversal) {
            return new NotBooked("no result was acknowledged, and the last transaction differs");
        }
        if (!inTime(last, sent.at(), now, zone, skew)) {
            return new Undecided("same amount, new receipt number, but of another time");
        }
        return new Booked(last);
    }

    private static boolean differ(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private static boolean inTime(
            StatusInformation last, Instant sentAt, Instant now, ZoneId zone, Duration skew) {
        if (last.time().isEmpty() || last.date().isEmpty()) {
            return true;
        }
        Instant at = bookedAt(last, now, zone).atZone(zone).toInstant();
        return !at.isBefore(sentAt.minus(skew)) && !at.isAfter(now.plus(skew));
    }

    /** The terminal says month and day only: the year is the one that brings it closest to now. */
    static LocalDateTime bookedAt(StatusInformation status, Instant now, ZoneId zone) {
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        MonthDay date = status.date().orElse(MonthDay.from(here));
        LocalDateTime best = here;
        Duration distance = Duration.ofDays(100_000);
        for (int year = here.getYear() - 1; year <= here.getYear() + 1; year++) {
            LocalDateTime candidate =
                    date.atYear(year).atTime(status.time().orElse(here.toLocalTime()));
            Duration away = Duration.between(here, candidate).abs();
            if (away.compareTo(distance) < 0) {
                best = candidate;
                distance = away;
            }
        }
        return best;
    }
}
