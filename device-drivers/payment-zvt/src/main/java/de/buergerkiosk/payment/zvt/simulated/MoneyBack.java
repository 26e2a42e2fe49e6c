package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.util.Optional;

/** Reversal (06 30) and refund (06 31). Both count only when the register has acknowledged them. */
final class MoneyBack {
    private static final int NOT_POSSIBLE = 0x83;
    private static final int ALREADY_REVERSED = 0xB4;
    private static final int REVERSAL_NOT_POSSIBLE = 0xB5;
    private static final int AMOUNT_WRONG = 0xB7;

    private final RegisterLine line;
    private final SimulatedTerminal.Settings settings;
    private final Books books;
    private final Mood mood;
    private final TerminalWords words;

    MoneyBack(RegisterLine line, SimulatedTerminal.Settings settings, Books books, Mood mood) {
        this.line = line;
        this.settings = settings;
        this.books = books;
        this.mood = mood;
        this.words = new TerminalWords(settings, mood, books);
    }

    /** 06 30: password, 87 receipt number, [04 amount]. */
    void reverse(Octets data) throws MalformedException, HangUpException, InterruptedException {
        Fields fields = Fields.parse(data, 3);
        int receipt = (int) fields.number(0x87).orElse(0);
        line.send(words.positive());
        Optional<LedgerEntry> booking = books.ledger().booking(receipt);
        if (booking.isEmpty()) {
            boolean known =
                    books.ledger().all().stream()
                            .anyMatch(entry -> entry.receiptNumber() == receipt);
            refuse(known ? ALREADY_REVERSED : REVERSAL_NOT_POSSIBLE);
            return;
        }
        LedgerEntry original = booking.get();
        boolean isLast = books.lastBooking().equals(booking);
        long cents = fields.number(0x04).orElse(original.amountCents());
        if (mood.has(Quirk.REVERSES_LAST_ONLY) && !isLast) {
            refuse(REVERSAL_NOT_POSSIBLE);
        } else if (cents != original.amountCents()) {
            refuse(AMOUNT_WRONG);
        } else {
            int trace = books.ledger().nextTraceNumber();
            var undone =
                    new LedgerEntry(
                            LedgerEntry.Kind.VOIDED,
                            receipt,
                            trace,
                            cents,
                            settings.terminalId(),
                            settings.clock().instant(),
                            "06 30");
            finish(undone, words.voided(undone, original.traceNumber()));
        }
    }

    /** 06 31: password, 04 amount, [49 currency]. */
    void refund(Octets data) throws MalformedException, HangUpException, InterruptedException {
        Fields fields = Fields.parse(data, 3);
        long cents = fields.number(0x04).orElse(0);
        line.send(words.positive());
        if (cents < 1 || fields.number(0x49).orElse(Command.EURO) != Command.EURO) {
            refuse(cents < 1 ? 0xC8 : 0x6F);
            return;
        }
        var entry =
                new LedgerEntry(
                        LedgerEntry.Kind.REFUNDED,
                        books.ledger().nextReceiptNumber(),
                        books.ledger().nextTraceNumber(),
                        cents,
                        settings.terminalId(),
                        settings.clock().instant(),
                        "06 31");
        finish(entry, words.approved(entry, TerminalFault.NONE));
    }

    private void finish(LedgerEntry entry, Apdu status)
            throws HangUpException, InterruptedException {
        line.send(status);
        if (!acknowledged()) {
            refuse(NOT_POSSIBLE);
            return;
        }
        Optional<Books.Register> register = books.register();
        if (register.map(Books.Register::printsReceipts).orElse(false)
                && !mood.has(Quirk.NO_RECEIPTS)) {
            for (Apdu print :
                    words.receipts(
                            entry,
                            TerminalFault.NONE,
                            register.map(Books.Register::textBlocks).orElse(false))) {
                line.send(print);
                if (!acknowledged()) {
                    refuse(NOT_POSSIBLE);
                    return;
                }
            }
        }
        books.write(entry);
        line.send(TerminalWords.completed());
        boolean _ = acknowledged();
    }

    private void refuse(int code) throws HangUpException, InterruptedException {
        line.send(TerminalWords.aborted(code));
        boolean _ = acknowledged();
    }

    private boolean acknowledged() throws HangUpException, InterruptedException {
        return Acknowledgement.await(line, settings.ackTimeout(), () -> false);
    }
}
