package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Tlv;
import java.time.Duration;
import java.util.Optional;

/** What the terminal remembers between two commands: its ledger, its register, a kept result. */
final class Books {
    private final SimulatedTerminal.Settings settings;
    private final TerminalLedger ledger;
    private Optional<Register> register = Optional.empty();
    private Optional<LedgerEntry> kept = Optional.empty();

    /**
     * How the register wants to be served (06 00).
     *
     * @param tlv whether it offered a container; without one it is sent none
     * @param textBlocks whether it takes receipts as 06 D3
     * @param charset code of its character set (tag 14)
     * @param columns of its printer (tag 12)
     * @param apduMax the longest data block that it takes (tag 1A)
     */
    record Register(
            int configByte,
            boolean tlv,
            boolean textBlocks,
            Optional<Integer> charset,
            int columns,
            int apduMax) {
        private static final int COLUMNS_USUAL = 24;
        private static final int APDU_MAX = 65_535;
        private static final int APDU_MIN = 254;

        /** Reads what follows password and config byte, which is well-formed. */
        static Register read(int configByte, Fields fields) {
            boolean textBlocks =
                    Tlv.find(fields.tlv(), 0x26).stream()
                            .flatMap(offered -> offered.children().stream())
                            .anyMatch(command -> command.value().equals(Octets.of(0x06, 0xD3)));
            return new Register(
                    configByte,
                    fields.value(0x06).isPresent(),
                    textBlocks,
                    number(fields, 0x14),
                    number(fields, 0x12).filter(each -> each > 0).orElse(COLUMNS_USUAL),
                    Math.clamp(number(fields, 0x1A).orElse(APDU_MAX), APDU_MIN, APDU_MAX));
        }

        private static Optional<Integer> number(Fields fields, int tag) {
            return Tlv.find(fields.tlv(), tag)
                    .map(Tlv::value)
                    .filter(value -> value.length() == 1 || value.length() == 2)
                    .map(value ->
                            value.length() == 1 ? value.at(0) : value.at(0) << 8 | value.at(1));
        }

        boolean wantsIntermediateStatus() {
            return (configByte & 0x08) != 0;
        }

        boolean printsReceipts() {
            return (configByte & 0x02) != 0;
        }
    }

    Books(SimulatedTerminal.Settings settings, TerminalLedger ledger) {
        this.settings = settings;
        this.ledger = ledger;
    }

    Optional<Register> register() {
        return register;
    }

    void register(Register newRegister) {
        register = Optional.of(newRegister);
    }

    /** The bank has said yes; not booked yet. */
    LedgerEntry authorise(long amountCents) {
        return new LedgerEntry(
                LedgerEntry.Kind.BOOKED,
                ledger.nextReceiptNumber(),
                ledger.nextTraceNumber(),
                amountCents,
                settings.terminalId(),
                settings.clock().instant(),
                "");
    }

    /** From here on the money is taken, whatever happens. */
    void book(LedgerEntry entry) {
        ledger.write(entry);
        settings.listener().accept(new TerminalEvent.Booked(entry));
    }

    void reverse(LedgerEntry entry, String why) {
        LedgerEntry reversed = entry.reversed(why);
        ledger.write(reversed);
        settings.listener().accept(new TerminalEvent.Reversed(reversed));
    }

    void keep(LedgerEntry entry) {
        kept = Optional.of(entry);
    }

    Optional<LedgerEntry> takeKept() {
        Optional<LedgerEntry> taken = kept;
        kept = Optional.empty();
        return taken;
    }

    Optional<LedgerEntry> lastBooking() {
        return ledger.lastBooking();
    }

    /**
     * A register that mirrors the number of the booking before the last does not know the last one:
     * it is undone. An empty number says nothing.
     */
    void undoUnknown(Octets mirrored) {
        Optional<LedgerEntry> last = ledger.lastTransaction();
        if (mirrored.isEmpty()
                || last.isEmpty()
                || last.get().kind() != LedgerEntry.Kind.BOOKED
                || mirrored.equals(id(last.get()))) {
            return;
        }
        boolean oneBehind =
                ledger.before(last.get()).map(each -> mirrored.equals(id(each))).orElse(false);
        if (oneBehind) {
            LedgerEntry undone = last.get();
            write(
                    new LedgerEntry(
                            LedgerEntry.Kind.VOIDED,
                            undone.receiptNumber(),
                            ledger.nextTraceNumber(),
                            undone.amountCents(),
                            undone.terminalId(),
                            settings.clock().instant(),
                            "the register mirrors the number before it"));
        }
    }

    /** Tag 1F1F of a transaction. */
    static Octets id(LedgerEntry entry) {
        return Bcd.encode(entry.receiptNumber(), 2);
    }

    /** The oldest open booking is a day old. */
    boolean closingIsDue() {
        var yesterday = settings.clock().instant().minus(Duration.ofHours(24));
        return ledger.open().stream().anyMatch(entry -> entry.at().isBefore(yesterday));
    }

    TerminalLedger ledger() {
        return ledger;
    }

    /** A restart: only the ledger is left. */
    void forget() {
        register = Optional.empty();
        takeKept().ifPresent(entry -> reverse(entry, "the terminal was restarted"));
    }

    void logOff() {
        register = Optional.empty();
    }

    /** Gives money back, or closes the day. */
    void write(LedgerEntry entry) {
        ledger.write(entry);
        settings.listener().accept(new TerminalEvent.Written(entry));
    }
}
