package de.buergerkiosk.payment.zvt.simulated;

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
     * @param textBlocks whether it takes receipts as 06 D3
     */
    record Register(int configByte, boolean textBlocks) {
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
