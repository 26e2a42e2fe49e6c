package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Tlv;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Serves the commands of one connection, one after the other. */
final class RegisterSession {
    private static final int NOT_POSSIBLE = 0x83;
    private static final int BUSY = 0x9C;
    private static final int NOT_REGISTERED = 0x6B;
    private static final int PROTOCOL_ERROR = 0x9A;

    /** 1F1F: the register mirrors the last receipt number that it knows. */
    private static final int UNIQUE_ID = 0x1F1F;

    /** A register that says nothing for so long is hung up on. */
    private static final Duration IDLE_MAX = Duration.ofMinutes(10);

    private final RegisterLine line;
    private final SimulatedTerminal.Settings settings;
    private final Books books;
    private final Cardholder cardholder;
    private final Mood mood;
    private final Runnable onPayment;
    private final MoneyBack moneyBack;
    private final Housekeeping housekeeping;
    private final TerminalWords words;

    RegisterSession(
            RegisterLine line,
            SimulatedTerminal.Settings settings,
            Books books,
            Cardholder cardholder,
            Mood mood,
            Runnable onPayment) {
        this.line = line;
        this.settings = settings;
        this.books = books;
        this.cardholder = cardholder;
        this.mood = mood;
        this.onPayment = onPayment;
        this.words = new TerminalWords(settings, mood, books);
        this.moneyBack = new MoneyBack(line, settings, books, mood);
        this.housekeeping = new Housekeeping(line, settings, books, mood);
    }

    void run() throws InterruptedException {
        try {
            if (mood.fault() == TerminalFault.FOREIGN_BANNER) {
                line.write(
                        Octets.ofText(
                                "220 mail.example ESMTP ready\r\n", StandardCharsets.US_ASCII));
            }
            Optional<Happening> next = line.await(IDLE_MAX);
            while (next.isPresent() && !(next.get() instanceof Happening.HungUp)) {
                if (next.get() instanceof Happening.Arrived(var apdu) && !line.isSilent()) {
                    settings.listener().accept(new TerminalEvent.Commanded(apdu.name()));
                    serve(apdu);
                }
                next = line.await(IDLE_MAX);
            }
        } catch (HangUpException gone) {
            // the connection is over; what was open has been reversed where it was open
        }
    }

    private void serve(Apdu apdu) throws HangUpException, InterruptedException {
        if (mood.fault() == TerminalFault.SERIAL_FRAMING) {
            line.write(Octets.fromHex("06 10 02 80 00 00 10 03 F5 1F"));
            return;
        }
        try {
            switch (apdu.command()) {
                case Command.REGISTRATION -> register(apdu.data());
                case Command.STATUS_ENQUIRY -> enquire();
                case Command.AUTHORISATION -> authorise(apdu.data());
                case Command.REPEAT_RECEIPT -> repeatReceipt(apdu.data());
                case Command.ABORT_BY_KIOSK -> {
                    if (!mood.has(Quirk.ABORT_UNANSWERED)) {
                        line.send(words.positive());
                    }
                }
                case Command.LOG_OFF -> housekeeping.logOff();
                case Command.RESET -> housekeeping.reset();
                case Command.DISPLAY_TEXT -> housekeeping.display(texts(apdu.data()));
                case Command.STATUS_INFORMATION, Command.COMPLETION -> protocolError();
                default -> serveWithPassword(apdu);
            }
        } catch (MalformedException malformed) {
            line.send(Command.refusal(PROTOCOL_ERROR));
        }
    }

    /** What only a registered cash desk may do, and what begins with its password. */
    private void serveWithPassword(Apdu apdu)
            throws MalformedException, HangUpException, InterruptedException {
        if (!isKnown(apdu.command())) {
            refuseUnlessAnswer(apdu);
            return;
        }
        if (books.register().isEmpty()) {
            line.send(Command.refusal(NOT_REGISTERED));
            return;
        }
        if (beginsWithPassword(apdu.command())
                && (apdu.data().length() < 3 || !rightPassword(apdu.data()))) {
            line.send(words.positive());
            end(TerminalWords.aborted(NOT_POSSIBLE));
            return;
        }
        switch (apdu.command()) {
            case Command.REVERSAL -> moneyBack.reverse(apdu.data());
            case Command.REFUND -> moneyBack.refund(apdu.data());
            case Command.END_OF_DAY -> {
                if (mood.fault() == TerminalFault.BUSY) {
                    line.send(words.positive());
                    end(TerminalWords.aborted(BUSY));
                } else {
                    housekeeping.closeDay();
                }
            }
            case Command.TURNOVER_TOTALS -> housekeeping.turnover();
            case Command.DIAGNOSIS -> housekeeping.report("Diagnose");
            case Command.INITIALISATION -> {
                mood.quirks(without(Quirk.START_UP_OPEN));
                housekeeping.report("Initialisierung");
            }
            case Command.SELFTEST -> housekeeping.report("Selbsttest");
            case Command.PRINT_SYSTEM_CONFIGURATION -> housekeeping.report("Systemkonfiguration");
            default -> housekeeping.comply();
        }
    }

    private static boolean beginsWithPassword(int command) {
        return switch (command) {
            case Command.REVERSAL,
                    Command.REFUND,
                    Command.END_OF_DAY,
                    Command.TURNOVER_TOTALS,
                    Command.INITIALISATION ->
                    true;
            default -> false;
        };
    }

    private static boolean isKnown(int command) {
        return switch (command) {
            case Command.REVERSAL,
                    Command.REFUND,
                    Command.END_OF_DAY,
                    Command.TURNOVER_TOTALS,
                    Command.DIAGNOSIS,
                    Command.INITIALISATION,
                    Command.SELFTEST,
                    Command.PRINT_SYSTEM_CONFIGURATION,
                    Command.SET_TIME,
                    Command.SOFTWARE_UPDATE,
                    Command.LANGUAGE ->
                    true;
            default -> false;
        };
    }

    private Set<Quirk> without(Quirk quirk) {
        return mood.quirks().stream()
                .filter(each -> each != quirk)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** F1 to F8: lines for the display. */
    private static List<String> texts(Octets data) throws MalformedException {
        return Fields.parse(data, 0).bmps().stream()
                .filter(bmp -> bmp.tag() >= 0xF1 && bmp.tag() <= 0xF8)
                .map(bmp -> bmp.value().text(Charset.forName("IBM437")))
                .toList();
    }

    private void protocolError() throws HangUpException, InterruptedException {
        line.send(Command.refusal(PROTOCOL_ERROR));
    }

    private void refuseUnlessAnswer(Apdu apdu) throws HangUpException, InterruptedException {
        int kind = apdu.command() >> 8;
        if (kind != 0x80 && kind != 0x84) {
            line.send(Command.refusal(NOT_POSSIBLE));
        }
    }

    private void register(Octets data)
            throws MalformedException, HangUpException, InterruptedException {
        if (data.length() < 4) {
            throw new MalformedException(3, "password and config byte are missing");
        }
        boolean withCurrency = data.length() >= 6;
        if (withCurrency && !data.slice(4, 6).equals(Bcd.encode(Command.EURO, 2))) {
            line.send(Command.refusal(0x6F));
            return;
        }
        Fields fields = Fields.parse(data, withCurrency ? 6 : 4);
        if (fields.unknownAt().isPresent()) {
            line.send(Command.refusal(NOT_POSSIBLE));
            return;
        }
        line.send(words.positive());
        if (!rightPassword(data)) {
            end(TerminalWords.aborted(NOT_POSSIBLE));
            return;
        }
        books.register(Books.Register.read(data.at(3), fields));
        end(words.registered());
    }

    private boolean rightPassword(Octets data) {
        return data.slice(0, 3).equals(Bcd.encode(settings.password()));
    }

    private void enquire() throws HangUpException, InterruptedException {
        if (mood.has(Quirk.NO_ENQUIRY)) {
            line.send(Command.refusal(NOT_POSSIBLE));
            return;
        }
        line.send(words.positive());
        end(TerminalWords.terminalStatus(trouble().orElse(0)));
    }

    private OptionalInt trouble() throws HangUpException {
        TerminalFault now = mood.fault();
        if (now == TerminalFault.OWN_CLOSING || now == TerminalFault.OWN_UPDATE) {
            if (!mood.ownJobIsOver()) {
                return OptionalInt.of(now == TerminalFault.OWN_CLOSING ? 0x9C : 0xE0);
            }
            mood.fault(TerminalFault.NONE);
            if (now == TerminalFault.OWN_UPDATE) {
                mood.reboot();
                throw line.cut();
            }
            housekeeping.closeByItself();
        }
        if (mood.has(Quirk.START_UP_OPEN)) {
            return OptionalInt.of(0x51);
        }
        if (mood.has(Quirk.CLOSING_DAILY) && books.closingIsDue()) {
            return OptionalInt.of(0xF0);
        }
        return now == TerminalFault.OUT_OF_PAPER
                ? OptionalInt.of(0xCC)
                : now == TerminalFault.BUSY
                        ? OptionalInt.of(0x9C)
                        : now == TerminalFault.CLOSING_DUE
                                ? OptionalInt.of(0xF0)
                                : now == TerminalFault.OUT_OF_ORDER
                                        ? OptionalInt.of(0xDF)
                                        : OptionalInt.empty();
    }

    private void authorise(Octets data)
            throws MalformedException, HangUpException, InterruptedException {
        Optional<Books.Register> register = books.register();
        Fields fields = Fields.parse(data, 0);
        long cents = fields.number(0x04).orElse(0);
        if (register.isEmpty()) {
            line.send(Command.refusal(NOT_REGISTERED));
        } else if (trouble().isPresent()) {
            line.send(Command.refusal(trouble().getAsInt()));
        } else if (fields.unknownAt().isPresent()) {
            line.send(Command.refusal(NOT_POSSIBLE));
        } else if (fields.number(0x49).orElse(Command.EURO) != Command.EURO) {
            line.send(Command.refusal(0x6F));
        } else if (cents < 1) {
            line.send(Command.refusal(0xC8));
        } else {
            books.takeKept().ifPresent(entry -> books.reverse(entry, "a new payment began"));
            Tlv.find(fields.tlv(), UNIQUE_ID)
                    .ifPresent(mirrored -> books.undoUnknown(mirrored.value()));
            onPayment.run();
            new CardPayment(line, settings, books, cardholder, mood, goods(fields), register.get())
                    .run(cents);
        }
    }

    /** BMP 01 and 02: the register issues goods before the money is taken. */
    private static Optional<CardPayment.GoodsLimits> goods(Fields fields) {
        return fields.value(0x01)
                .map(seconds ->
                        new CardPayment.GoodsLimits(
                                Duration.ofSeconds(seconds.at(0)),
                                fields.value(0x02).map(most -> most.at(0)).orElse(255)));
    }

    /** 06 20: the last booking, or a kept result, whose acknowledgement then books it. */
    private void repeatReceipt(Octets data)
            throws MalformedException, HangUpException, InterruptedException {
        if (data.length() < 3) {
            throw new MalformedException(3, "password is missing");
        }
        if (mood.has(Quirk.NO_REPEAT)) {
            line.send(Command.refusal(NOT_POSSIBLE));
            return;
        }
        Fields fields = Fields.parse(data, 3);
        line.send(words.positive());
        if (mood.has(Quirk.EMPTY_REPEAT)) {
            end(TerminalWords.completed());
            return;
        }
        Optional<LedgerEntry> kept = books.takeKept();
        Optional<LedgerEntry> last = kept.or(books.ledger()::lastTransaction);
        if (!rightPassword(data) || last.isEmpty()) {
            kept.ifPresent(books::keep);
            end(TerminalWords.aborted(NOT_POSSIBLE));
            return;
        }
        boolean accepted;
        try {
            line.send(words.transaction(last.get(), books.ledger()));
            accepted = acknowledged();
        } catch (HangUpException gone) {
            kept.ifPresent(books::keep);
            throw gone;
        }
        // answered: whatever the line does from here on, the result is kept no longer
        if (!accepted) {
            kept.ifPresent(entry -> books.reverse(entry, "the register refused it"));
            end(TerminalWords.aborted(0xB7));
            return;
        }
        kept.ifPresent(books::book);
        boolean print = fields.value(0x03).map(service -> (service.at(0) & 0x01) == 0).orElse(true);
        if (print) {
            for (Apdu receipt : receipts(last.get())) {
                line.send(receipt);
                boolean _ = acknowledged();
            }
        }
        end(TerminalWords.completed());
    }

    private Iterable<Apdu> receipts(LedgerEntry entry) {
        boolean textBlocks = books.register().map(Books.Register::textBlocks).orElse(false);
        return words.receipts(entry, TerminalFault.NONE, textBlocks);
    }

    /** The last message of a command; nothing depends on its acknowledgement. */
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
