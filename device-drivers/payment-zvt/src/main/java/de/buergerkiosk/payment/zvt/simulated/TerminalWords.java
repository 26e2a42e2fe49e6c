package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Tlv;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the terminal says, as bytes. */
final class TerminalWords {
    private static final Charset CP437 = Charset.forName("IBM437");
    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

    private static final int APDU_USUAL = 65_535;
    private static final int COLUMNS_USUAL = 24;
    private static final int UTF_8_CODE = 0xFE;
    private static final int CP437_CODE = 0xFF;
    private static final int LATIN_9_CODE = 0x0F;

    /** 26: what it serves, as far as a register has to know before it asks. */
    private static final List<Integer> SERVED =
            List.of(
                    Command.AUTHORISATION,
                    Command.TURNOVER_TOTALS,
                    Command.REPEAT_RECEIPT,
                    Command.REVERSAL,
                    Command.REFUND,
                    Command.END_OF_DAY,
                    Command.DIAGNOSIS);

    /** The card that everybody shows here. Never leaves the terminal, but by a fault. */
    private static final String CARD_NUMBER = "6725903100008074";

    private static final String TRACK_2 = "6725903100008074D30122015430000000000F";
    private static final String MASKED_NUMBER = "EEEEEEEEEEEE8074";

    private final SimulatedTerminal.Settings settings;
    private final Mood mood;
    private final Books books;

    TerminalWords(SimulatedTerminal.Settings settings, Mood mood, Books books) {
        this.settings = settings;
        this.mood = mood;
        this.books = books;
    }

    private int charsetCode() {
        return books.register().flatMap(Books.Register::charset).orElse(CP437_CODE);
    }

    /** CP437 unless the register asked for another one. */
    private Charset charset() {
        return mood.has(Quirk.LATIN_9)
                ? LATIN_9
                : charsetCode() == UTF_8_CODE ? StandardCharsets.UTF_8 : CP437;
    }

    /** Containers are for registers that offered one. */
    private Octets container(Octets objects) {
        boolean offered = books.register().map(Books.Register::tlv).orElse(false);
        return offered ? Fields.encode(0x06, objects) : Octets.NONE;
    }

    /** 80 00, or what some say instead. */
    Apdu positive() {
        return mood.has(Quirk.POSITIVE_84_00) ? Command.refusal(0) : Command.POSITIVE;
    }

    Apdu registered() {
        int due = mood.has(Quirk.START_UP_OPEN) ? 0x01 : 0x00;
        return Apdu.of(
                Command.COMPLETION,
                Fields.encode(0x19, Octets.of(due)),
                Fields.encode(0x29, Bcd.encode(settings.terminalId())),
                Fields.encode(0x49, Bcd.encode(Command.EURO, 2)),
                container(
                        Octets.join(
                                Tlv.encode(0x14, Octets.of(agreedCharset())),
                                Tlv.encode(0x26, served()))));
    }

    private int agreedCharset() {
        return mood.has(Quirk.LATIN_9)
                ? LATIN_9_CODE
                : charsetCode() == UTF_8_CODE ? UTF_8_CODE : CP437_CODE;
    }

    private static Octets served() {
        Octets all = Octets.NONE;
        for (int command : SERVED) {
            all = Octets.join(all, Tlv.encode(0x0A, Octets.of(command >> 8, command & 0xFF)));
        }
        return all;
    }

    /** The answer to 05 01: software version, status byte. */
    static Apdu terminalStatus(int status) {
        return Apdu.of(
                Command.COMPLETION,
                Octets.of(0xF0, 0xF0, 0xF8),
                Octets.ofText("SIM 1.00", StandardCharsets.US_ASCII),
                Octets.of(status));
    }

    static Apdu completed() {
        return new Apdu(Command.COMPLETION, Octets.NONE);
    }

    static Apdu aborted(int code) {
        return new Apdu(Command.ABORT_BY_TERMINAL, Octets.of(code));
    }

    /** 04 FF with the time-out of three minutes and a text for the merchant. */
    Apdu intermediate(int code, String text) {
        Octets texts = Tlv.encode(0x24, Tlv.encode(0x07, Octets.ofText(text, charset())));
        return Apdu.of(
                Command.INTERMEDIATE_STATUS,
                mood.has(Quirk.NO_TIMEOUT_BYTE) ? Octets.of(code) : Octets.of(code, 0x03),
                container(texts));
    }

    /** 04 0F with a result that is not positive. */
    Apdu refused(int code) {
        return Apdu.of(
                Command.STATUS_INFORMATION,
                Fields.encode(0x27, Octets.of(code)),
                Fields.encode(0x29, Bcd.encode(settings.terminalId())));
    }

    /** 04 0F of a booking that is undone: trace number of the original in 37. */
    Apdu voided(LedgerEntry entry, int originalTrace) {
        return Apdu.of(
                Command.STATUS_INFORMATION,
                approved(entry, TerminalFault.NONE).data(),
                Fields.encode(0x37, Bcd.encode(originalTrace, 3)));
    }

    /** 04 0F of what the ledger has: a reversal says what it undid. */
    Apdu transaction(LedgerEntry entry, TerminalLedger ledger) {
        return entry.kind() == LedgerEntry.Kind.VOIDED
                ? voided(entry, ledger.original(entry).map(LedgerEntry::traceNumber).orElse(0))
                : approved(entry, TerminalFault.NONE);
    }

    /** 04 0F of a daily closing or of the totals: sum, numbers and the totals of each card. */
    Apdu totals(Totals totals, int traceNumber) {
        LocalDateTime at = LocalDateTime.ofInstant(settings.clock().instant(), settings.zone());
        return Apdu.of(
                Command.STATUS_INFORMATION,
                Fields.encode(0x27, Octets.of(0x00)),
                Fields.encode(0x04, Bcd.encode(Math.max(0, totals.cents()), 6)),
                Fields.encode(0x0B, Bcd.encode(traceNumber, 3)),
                Fields.encode(0x0C, Bcd.encode(format(at, "HHmmss"))),
                Fields.encode(0x0D, Bcd.encode(format(at, "MMdd"))),
                Fields.encode(0x29, Bcd.encode(settings.terminalId())),
                Fields.encode(0x49, Bcd.encode(Command.EURO, 2)),
                Fields.encode(0x60, totals.encoded()));
    }

    /** 04 0F. */
    Apdu approved(LedgerEntry entry, TerminalFault fault) {
        LocalDateTime at = LocalDateTime.ofInstant(entry.at(), settings.zone());
        boolean unmasked = fault == TerminalFault.UNMASKED_CARD;
        long said = entry.amountCents() + (fault == TerminalFault.WRONG_AMOUNT ? 1 : 0);
        return Apdu.of(
                Command.STATUS_INFORMATION,
                Fields.encode(0x27, Octets.of(0x00)),
                Fields.encode(0x04, Bcd.encode(said, 6)),
                Fields.encode(0x0B, Bcd.encode(entry.traceNumber(), 3)),
                Fields.encode(0x0C, Bcd.encode(format(at, "HHmmss"))),
                Fields.encode(0x0D, Bcd.encode(format(at, "MMdd"))),
                Fields.encode(0x0E, Bcd.encode("3012")),
                Fields.encode(0x17, Bcd.encode(1, 2)),
                Fields.encode(0x22, Octets.fromHex(unmasked ? CARD_NUMBER : MASKED_NUMBER)),
                unmasked ? Fields.encode(0x23, Octets.fromHex(TRACK_2)) : Octets.NONE,
                fault == TerminalFault.UNKNOWN_BITMAP ? Octets.of(0xE9, 0x01) : Octets.NONE,
                Fields.encode(0x29, Bcd.encode(settings.terminalId())),
                Fields.encode(0x2A, Octets.ofText("804011926      ", StandardCharsets.US_ASCII)),
                Fields.encode(0x49, Bcd.encode(Command.EURO, 2)),
                Fields.encode(0x87, Bcd.encode(entry.receiptNumber(), 2)),
                Fields.encode(0x88, Bcd.encode(entry.traceNumber(), 3)),
                Fields.encode(0x8A, Octets.of(0x05)),
                Fields.encode(0x8B, Octets.ofText("girocard\0", charset())),
                container(cardObjects(entry, unmasked)));
    }

    private static Octets cardObjects(LedgerEntry entry, boolean unmasked) {
        return Octets.join(
                Tlv.encode(0x1F1F, Books.id(entry)),
                Tlv.encode(0x1F10, Octets.of(0x00)),
                Tlv.encode(0x1F12, Octets.of(0x01)),
                Tlv.encode(0x60, Tlv.encode(0x43, Octets.fromHex("A0000003591010028001"))),
                unmasked ? Tlv.encode(0x1F08, Octets.fromHex(CARD_NUMBER)) : Octets.NONE);
    }

    /** All print commands of one payment: two text blocks, or all lines of two receipts. */
    List<Apdu> receipts(LedgerEntry entry, TerminalFault fault, boolean textBlocks) {
        boolean unmasked = fault == TerminalFault.UNMASKED_CARD;
        var prints = new ArrayList<Apdu>();
        List<String> merchant = receiptLines(entry, "Händlerbeleg", unmasked);
        List<String> customer = receiptLines(entry, "Kundenbeleg", unmasked);
        if (textBlocks && !mood.has(Quirk.PRINT_LINES)) {
            prints.addAll(textBlocks(0x01, merchant));
            prints.addAll(textBlocks(0x02, customer));
        } else {
            prints.addAll(printLines(merchant));
            prints.addAll(printLines(customer));
        }
        return prints;
    }

    private List<String> receiptLines(LedgerEntry entry, String title, boolean unmasked) {
        ZoneId zone = settings.zone();
        LocalDateTime at = LocalDateTime.ofInstant(entry.at(), zone);
        return List.of(
                "* * " + title + " * *",
                "Stadt Musterstadt",
                "Terminal-ID       " + entry.terminalId(),
                "TA-Nr. %06d  BNr. %04d".formatted(entry.traceNumber(), entry.receiptNumber()),
                "Kartenzahlung girocard",
                "Nr. " + (unmasked ? CARD_NUMBER : "############8074"),
                format(at, "dd.MM.yyyy  HH:mm:ss"),
                "Betrag EUR %d,%02d"
                        .formatted(entry.amountCents() / 100, entry.amountCents() % 100),
                "Zahlung erfolgt");
    }

    /** One block, or several where the register takes no longer ones. */
    List<Apdu> textBlocks(int type, List<String> lines) {
        int most = books.register().map(Books.Register::apduMax).orElse(APDU_USUAL);
        var blocks = new ArrayList<Apdu>();
        var part = new ArrayList<String>();
        for (String line : wrapped(lines)) {
            part.add(line);
            if (part.size() > 1 && textBlock(type, part).data().length() > most) {
                part.removeLast();
                blocks.add(textBlock(type, part));
                part.clear();
                part.add(line);
            }
        }
        blocks.add(textBlock(type, part));
        return blocks;
    }

    /** Lines are no longer than the register's paper is wide. */
    private List<String> wrapped(List<String> lines) {
        int columns = books.register().map(Books.Register::columns).orElse(COLUMNS_USUAL);
        var all = new ArrayList<String>();
        for (String line : lines) {
            for (int at = 0; at < Math.max(1, line.length()); at += columns) {
                all.add(line.substring(at, Math.min(line.length(), at + columns)));
            }
        }
        return all;
    }

    private Apdu textBlock(int type, List<String> lines) {
        Octets[] objects =
                lines.stream()
                        .map(line -> Tlv.encode(0x07, Octets.ofText(line, charset())))
                        .toArray(Octets[]::new);
        // a terminal that agrees to nothing does not say so either
        Octets said =
                mood.has(Quirk.LATIN_9)
                        ? Octets.NONE
                        : Tlv.encode(0x14, Octets.of(agreedCharset()));
        Octets container =
                Octets.join(
                        Tlv.encode(0x1F07, Octets.of(type)),
                        Tlv.encode(0x1F37, Octets.of(0x80)),
                        said,
                        Tlv.encode(
                                0x25,
                                Octets.join(
                                        Tlv.encode(0x09, Octets.of(0x00)), Octets.join(objects))));
        return Apdu.of(Command.PRINT_TEXT_BLOCK, Fields.encode(0x06, container));
    }

    List<Apdu> printLines(List<String> texts) {
        var prints = new ArrayList<Apdu>();
        List<String> lines = wrapped(texts);
        for (int i = 0; i < lines.size(); i++) {
            int attribute = i == lines.size() - 1 ? 0x81 : 0x00;
            prints.add(
                    Apdu.of(
                            Command.PRINT_LINE,
                            Octets.of(attribute),
                            Octets.ofText(lines.get(i), charset()),
                            mood.has(Quirk.PRINT_TLV)
                                    ? Fields.encode(0x06, Tlv.encode(0x1F07, Octets.of(0x02)))
                                    : Octets.NONE));
        }
        return prints;
    }

    private static String format(LocalDateTime at, String pattern) {
        return at.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }
}
