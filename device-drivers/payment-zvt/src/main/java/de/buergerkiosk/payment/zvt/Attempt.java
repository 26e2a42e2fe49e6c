package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last attempt at one payment as the journal tells it. A reference may have several attempts:
 * a declined card may be followed by another one.
 */
sealed interface Attempt {
    /** The journal does not know the reference, or as that of a daily closing. */
    record Unknown() implements Attempt {}

    /** Intended; the terminal has not heard of it. */
    record Intended(long amountCents, Move move) implements Attempt {}

    /** The terminal may have heard of it, or may even have booked. */
    record Open(Sent sent) implements Attempt {}

    /** Settled; {@code unclear} may be looked at again. */
    record Settled(Ending ending, Sent sent) implements Attempt {}

    /** Settled before the terminal heard of it. */
    record SettledUnsent(Ending ending, long amountCents, Move move) implements Attempt {}

    /**
     * What is known since the authorisation went out.
     *
     * @param last the transaction that the terminal had before
     * @param status the terminal's result if it had arrived, with its redacted APDU
     * @param ackedCents for how much its acknowledgement may have gone out; 0 where it has not
     * @param forGoods whether goods had to be out before the acknowledgement: then a result that
     *     was not acknowledged is never acknowledged later
     */
    record Sent(
            long amountCents,
            Move move,
            Instant at,
            Yardstick last,
            Optional<String> terminalId,
            Optional<Message.StatusInformation> status,
            long ackedCents,
            boolean forGoods) {
        Sent with(Message.StatusInformation result) {
            return new Sent(
                    amountCents, move, at, last, terminalId, Optional.of(result), 0, forGoods);
        }

        /** Less than ordered where a part of the goods is out. */
        Sent ackedFor(long cents) {
            return new Sent(amountCents, move, at, last, terminalId, status, cents, forGoods);
        }

        boolean acked() {
            return ackedCents > 0;
        }

        /** What the terminal has booked if it has. */
        long bookedCents() {
            return acked() ? ackedCents : amountCents;
        }

        /** Whether that is the transaction before ours. */
        boolean isOlder(Message.StatusInformation other) {
            return last.is(other);
        }
    }

    /** The first word of a DONE line, and what the line adds. */
    sealed interface Ending {
        record Approved(KeptReceipts receipts) implements Ending {}

        record Declined(int resultCode) implements Ending {}

        record Cancelled() implements Ending {}

        record Failed(String code) implements Ending {}

        record Unclear() implements Ending {}
    }

    /**
     * Reads the entries from the last intent on.
     *
     * @throws IllegalStateException when the journal holds what this driver never writes
     */
    static Attempt read(PaymentJournal journal, String reference, Charset charset) {
        List<PaymentEntry> entries = journal.entries(reference);
        int begin = -1;
        for (int i = 0; i < entries.size(); i++) {
            if (isIntent(entries.get(i))) {
                begin = i;
            }
        }
        if (begin < 0 || ClosingLog.begins(entries.get(begin))) {
            return new Unknown();
        }
        return read(entries.subList(begin, entries.size()), charset);
    }

    private static boolean isIntent(PaymentEntry entry) {
        return switch (entry.step()) {
            case INTENT -> true;
            case SENT, STATUS, ACKED, DONE -> false;
        };
    }

    private static Attempt read(List<PaymentEntry> entries, Charset charset) {
        long amount = 0;
        Move move = new Move.Payment();
        Optional<Sent> sent = Optional.empty();
        Optional<Ending> ending = Optional.empty();
        for (PaymentEntry entry : entries) {
            Map<String, String> words = words(entry.detail());
            switch (entry.step()) {
                case INTENT -> {
                    amount = Long.parseLong(word(words, "amount"));
                    move = Move.read(words);
                }
                case SENT -> sent = Optional.of(sent(entry, words, move));
                case STATUS -> {
                    Sent before = sentBefore(sent);
                    sent = Optional.of(withStatus(before, word(words, "hex"), charset));
                }
                case ACKED -> {
                    Sent before = sentBefore(sent);
                    Optional<String> part = Optional.ofNullable(words.get("amount"));
                    sent =
                            Optional.of(
                                    before.ackedFor(
                                            part.map(Long::parseLong)
                                                    .orElse(before.amountCents())));
                }
                case DONE -> ending = Optional.of(ending(entry.detail(), words));
            }
        }
        if (sent.isEmpty()) {
            return ending.isPresent()
                    ? new SettledUnsent(ending.get(), amount, move)
                    : new Intended(amount, move);
        }
        return ending.isPresent() ? new Settled(ending.get(), sent.get()) : new Open(sent.get());
    }

    private static Sent sentBefore(Optional<Sent> sent) {
        return sent.orElseThrow(() -> new IllegalStateException("journal: result before SENT"));
    }

    private static Sent sent(PaymentEntry entry, Map<String, String> words, Move move) {
        return new Sent(
                Long.parseLong(word(words, "amount")),
                move,
                entry.at(),
                Yardstick.read(words),
                Optional.ofNullable(words.get("tid")),
                Optional.empty(),
                0,
                words.containsKey("goods"));
    }

    private static Sent withStatus(Sent sent, String hex, Charset charset) {
        try {
            if (Message.read(Apdu.read(Octets.fromHex(hex)), charset)
                    instanceof Message.Status(var status)) {
                return sent.with(status);
            }
            throw new IllegalStateException("journal: STATUS holds another message");
        } catch (MalformedException malformed) {
            throw new IllegalStateException("journal: STATUS cannot be read", malformed);
        }
    }

    private static Ending ending(String detail, Map<String, String> words) {
        String name = detail.split(" ", 2)[0];
        return switch (name) {
            case "approved" -> new Ending.Approved(KeptReceipts.read(words));
            case "declined" -> new Ending.Declined(Integer.parseInt(word(words, "rc")));
            case "cancelled" -> new Ending.Cancelled();
            case "failed" -> new Ending.Failed(word(words, "code"));
            case "unclear" -> new Ending.Unclear();
            default -> throw new IllegalStateException("journal: DONE begins with " + name);
        };
    }

    private static String word(Map<String, String> words, String key) {
        String value = words.get(key);
        if (value == null) {
            throw new IllegalStateException("journal: " + key + " is missing");
        }
        return value;
    }

    private static Map<String, String> words(String detail) {
        var words = new HashMap<String, String>();
        for (String word : detail.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                words.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return words;
    }
}
