package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Tlv;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Serves the commands of one connection, one after the other. */
final class RegisterSession {
    private static final int NOT_POSSIBLE = 0x83;
    private static final int NOT_REGISTERED = 0x6B;
    private static final int PROTOCOL_ERROR = 0x9A;

    /** A register that says nothing for so long is hung up on. */
    private static final Duration IDLE_MAX = Duration.ofMinutes(10);

    private final RegisterLine line;
    private final SimulatedTerminal.Settings settings;
    private final Books books;
    private final Cardholder cardholder;
    private final Supplier<TerminalFault> fault;
    private final TerminalWords words;

    RegisterSession(
            RegisterLine line,
            SimulatedTerminal.Settings settings,
            Books books,
            Cardholder cardholder,
            Supplier<TerminalFault> fault) {
        this.line = line;
        this.settings = settings;
        this.books = books;
        this.cardholder = cardholder;
        this.fault = fault;
        this.words = new TerminalWords(settings);
    }

    void run() throws InterruptedException {
        line.listen();
        try {
            if (fault.get() == TerminalFault.FOREIGN_BANNER) {
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
        if (fault.get() == TerminalFault.SERIAL_FRAMING) {
            line.write(Octets.fromHex("06 10 02 80 00 00 10 03 F5 1F"));
            return;
        }
        try {
            switch (apdu.command()) {
                case Command.REGISTRATION -> register(apdu.data());
                case Command.STATUS_ENQUIRY -> enquire();
                case Command.AUTHORISATION -> authorise(apdu.data());
                case Command.REPEAT_RECEIPT -> repeatReceipt(apdu.data());
                case Command.ABORT_BY_KIOSK -> line.send(Command.POSITIVE);
                default -> refuseUnlessAnswer(apdu);
            }
        } catch (MalformedException malformed) {
            line.send(Command.refusal(PROTOCOL_ERROR));
        }
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
        line.send(Command.POSITIVE);
        if (!rightPassword(data)) {
            end(TerminalWords.aborted(NOT_POSSIBLE));
            return;
        }
        boolean textBlocks =
                Tlv.find(fields.tlv(), 0x26).stream()
                        .flatMap(offered -> offered.children().stream())
                        .anyMatch(command -> command.value().equals(Octets.of(0x06, 0xD3)));
        books.register(new Books.Register(data.at(3), textBlocks));
        end(words.registered());
    }

    private boolean rightPassword(Octets data) {
        return data.slice(0, 3).equals(Bcd.encode(settings.password()));
    }

    private void enquire() throws HangUpException, InterruptedException {
        line.send(Command.POSITIVE);
        end(TerminalWords.terminalStatus(trouble().orElse(0)));
    }

    private OptionalInt trouble() {
        TerminalFault now = fault.get();
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
            new CardPayment(line, settings, books, cardholder, fault, register.get()).run(cents);
        }
    }

    /** 06 20: the last booking, or a kept result, whose acknowledgement then books it. */
    private void repeatReceipt(Octets data)
            throws MalformedException, HangUpException, InterruptedException {
        if (data.length() < 3) {
            throw new MalformedException(3, "password is missing");
        }
        Fields fields = Fields.parse(data, 3);
        line.send(Command.POSITIVE);
        Optional<LedgerEntry> kept = books.takeKept();
        Optional<LedgerEntry> last = kept.or(books::lastBooking);
        if (!rightPassword(data) || last.isEmpty()) {
            kept.ifPresent(books::keep);
            end(TerminalWords.aborted(NOT_POSSIBLE));
            return;
        }
        try {
            line.send(words.approved(last.get(), TerminalFault.NONE));
            boolean accepted = acknowledged();
            kept.ifPresent(entry -> {
                if (accepted) {
                    books.book(entry);
                } else {
                    books.reverse(entry, "the register refused it");
                }
            });
            if (!accepted) {
                end(TerminalWords.aborted(0xB7));
                return;
            }
        } catch (HangUpException gone) {
            kept.ifPresent(books::keep);
            throw gone;
        }
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
