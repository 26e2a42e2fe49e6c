package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import java.util.ArrayList;
import java.util.List;

/** What a terminal does besides money: daily closing, totals, diagnosis and the like. */
final class Housekeeping {
    private final RegisterLine line;
    private final SimulatedTerminal.Settings settings;
    private final Books books;
    private final Mood mood;
    private final TerminalWords words;

    Housekeeping(RegisterLine line, SimulatedTerminal.Settings settings, Books books, Mood mood) {
        this.line = line;
        this.settings = settings;
        this.books = books;
        this.mood = mood;
        this.words = new TerminalWords(settings, mood, books);
    }

    /** 06 50: totals, receipt, and a new day; booked when the register has acknowledged. */
    void closeDay() throws HangUpException, InterruptedException {
        line.send(words.positive());
        Totals totals = Totals.of(books.ledger().open());
        int trace = books.ledger().nextTraceNumber();
        if (!tellTotals(totals, trace, "Kassenschnitt")) {
            end(TerminalWords.aborted(0xFF));
            return;
        }
        book(totals, trace);
        if (mood.has(Quirk.NUMBERS_FROM_1_AFTER_CLOSING)) {
            books.ledger().restartReceiptNumbers();
        }
        if (mood.fault() == TerminalFault.CLOSING_DUE) {
            mood.fault(TerminalFault.NONE);
        }
        end(TerminalWords.completed());
    }

    /** At a time of its own; no register hears of it. */
    void closeByItself() {
        book(Totals.of(books.ledger().open()), books.ledger().nextTraceNumber());
    }

    private void book(Totals totals, int trace) {
        books.write(
                new LedgerEntry(
                        LedgerEntry.Kind.CLOSED,
                        0,
                        trace,
                        totals.cents(),
                        settings.terminalId(),
                        settings.clock().instant(),
                        "receipts %d-%d, %d bookings"
                                .formatted(
                                        totals.firstReceipt(),
                                        totals.lastReceipt(),
                                        totals.bookings())));
    }

    /** 06 10. */
    void turnover() throws HangUpException, InterruptedException {
        line.send(words.positive());
        Totals totals = Totals.of(books.ledger().open());
        boolean told = tellTotals(totals, 0, "Umsatzabfrage");
        end(told ? TerminalWords.completed() : TerminalWords.aborted(0xFF));
    }

    private boolean tellTotals(Totals totals, int trace, String title)
            throws HangUpException, InterruptedException {
        line.send(words.totals(totals, trace));
        if (!acknowledged()) {
            return false;
        }
        return print(
                List.of(
                        "* * " + title + " * *",
                        "Terminal-ID       " + settings.terminalId(),
                        "Belege %04d-%04d".formatted(totals.firstReceipt(), totals.lastReceipt()),
                        "girocard  Anzahl  " + totals.bookings(),
                        "Summe EUR %s%d,%02d"
                                .formatted(
                                        totals.cents() < 0 ? "-" : "",
                                        Math.abs(totals.cents()) / 100,
                                        Math.abs(totals.cents()) % 100)));
    }

    /** Diagnosis, initialisation, selftest, system configuration: a text, and done. */
    void report(String title) throws HangUpException, InterruptedException {
        line.send(words.positive());
        boolean _ =
                print(
                        List.of(
                                "* * " + title + " * *",
                                "Terminal-ID       " + settings.terminalId(),
                                "SIM 1.00",
                                title + " OK"));
        end(TerminalWords.completed());
    }

    /** A command without a report. */
    void comply() throws HangUpException, InterruptedException {
        line.send(words.positive());
        end(TerminalWords.completed());
    }

    /** 06 02: nothing but the acknowledgement. */
    void logOff() throws HangUpException, InterruptedException {
        books.logOff();
        line.send(words.positive());
    }

    /** 06 18: acknowledges, and restarts. */
    void reset() throws HangUpException, InterruptedException {
        line.send(words.positive());
        end(TerminalWords.completed());
        mood.reboot();
        throw line.cut();
    }

    /** 06 E0: what is to be shown stands in F1 to F8. */
    void display(List<String> lines) throws HangUpException, InterruptedException {
        line.send(words.positive());
        lines.forEach(each -> settings.listener().accept(new TerminalEvent.Display(each)));
        end(TerminalWords.completed());
    }

    private boolean print(List<String> text) throws HangUpException, InterruptedException {
        boolean wanted =
                books.register().map(each -> (each.configByte() & 0x04) != 0).orElse(false);
        if (!wanted || mood.has(Quirk.NO_RECEIPTS)) {
            return true;
        }
        boolean blocks = books.register().map(Books.Register::textBlocks).orElse(false);
        var prints = new ArrayList<Apdu>();
        if (blocks && !mood.has(Quirk.PRINT_LINES)) {
            prints.addAll(words.textBlocks(0x03, text));
        } else {
            prints.addAll(words.printLines(text));
        }
        for (Apdu print : prints) {
            line.send(print);
            if (!acknowledged()) {
                return false;
            }
        }
        return true;
    }

    private void end(Apdu apdu) throws HangUpException, InterruptedException {
        line.send(apdu);
        if (!line.isSilent()) {
            boolean _ = acknowledged();
        }
    }

    private boolean acknowledged() throws HangUpException, InterruptedException {
        return Acknowledgement.await(line, settings.ackTimeout(), () -> false);
    }
}
