package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One payment as the terminal lives it: card, PIN, bank, result, receipts, booking. Books only when
 * the register has acknowledged the result and every receipt (PA00P015 2.2.6); what is not
 * acknowledged is reversed.
 */
final class CardPayment {
    private static final int ABORTED = 0x6C;
    private static final int REFUSED_BY_BANK = 0x05;

    private final RegisterLine line;
    private final SimulatedTerminal.Settings settings;
    private final Books books;
    private final Cardholder cardholder;
    private final Supplier<TerminalFault> fault;
    private final Books.Register register;
    private final TerminalWords words;
    private boolean abortAsked;
    private boolean authorised;

    CardPayment(
            RegisterLine line,
            SimulatedTerminal.Settings settings,
            Books books,
            Cardholder cardholder,
            Supplier<TerminalFault> fault,
            Books.Register register) {
        this.line = line;
        this.settings = settings;
        this.books = books;
        this.cardholder = cardholder;
        this.fault = fault;
        this.register = register;
        this.words = new TerminalWords(settings);
    }

    void run(long amountCents) throws HangUpException, InterruptedException {
        line.send(Command.POSITIVE);
        if (fault.get() == TerminalFault.MUTE_AFTER_AUTHORISATION) {
            line.fallSilent();
        }
        boolean ready =
                tell(0x0A, "Bitte Karte zeigen oder stecken")
                        && does(CardholderAction.ShowCard.class::isInstance)
                        && tell(0x02, "Bitte Geheimzahl eingeben")
                        && does(CardholderAction.EnterPin.class::isInstance)
                        && tell(0x04, "Bitte warten");
        if (!ready) {
            refuse(ABORTED, "Vorgang abgebrochen");
        } else if (fault.get() == TerminalFault.DECLINED || cardholder.takeDeclined()) {
            refuse(REFUSED_BY_BANK, "Zahlung nicht möglich");
        } else {
            authorised = true;
            approve(books.authorise(amountCents));
        }
    }

    /** Shows a text, and tells the register if it wants to hear it; false once somebody aborts. */
    private boolean tell(int code, String text) throws HangUpException, InterruptedException {
        settings.listener().accept(new TerminalEvent.Display(text));
        if (register.wantsIntermediateStatus()) {
            line.send(TerminalWords.intermediate(code, text));
            boolean _ = acknowledged();
        }
        return !abortAsked;
    }

    /** Waits for the person; false when they abort, the register aborts, or nobody comes. */
    private boolean does(Predicate<CardholderAction> wanted)
            throws HangUpException, InterruptedException {
        while (true) {
            TerminalFault now = fault.get();
            boolean auto = cardholder.isAuto() && now != TerminalFault.CARD_NOT_PRESENTED;
            Duration wait = auto ? settings.delay() : settings.cardTimeout();
            Optional<Happening> next = line.await(wait);
            if (next.isEmpty()) {
                return auto && now != TerminalFault.CUSTOMER_CANCEL;
            }
            switch (next.get()) {
                case Happening.HungUp() -> throw new HangUpException("the register hung up");
                case Happening.Acted(var action) -> {
                    if (wanted.test(action)) {
                        return true;
                    }
                    if (action instanceof CardholderAction.Cancel) {
                        return false;
                    }
                }
                case Happening.Arrived(var apdu) -> {
                    if (apdu.command() == Command.ABORT_BY_KIOSK) {
                        line.send(Command.POSITIVE);
                        return false;
                    }
                    line.send(Command.refusal(0x83));
                }
            }
        }
    }

    private void refuse(int code, String text) throws HangUpException, InterruptedException {
        settings.listener().accept(new TerminalEvent.Display(text));
        line.send(words.refused(code));
        boolean _ = acknowledged();
        line.send(TerminalWords.aborted(code));
        boolean _ = acknowledged();
    }

    private void approve(LedgerEntry entry) throws HangUpException, InterruptedException {
        TerminalFault now = fault.get();
        if (now == TerminalFault.LOST_STATUS_KEPT) {
            books.keep(entry);
            throw line.cut();
        }
        Optional<String> objection;
        try {
            objection = objection(entry, now);
        } catch (HangUpException gone) {
            books.reverse(entry, String.valueOf(gone.getMessage()));
            throw gone;
        }
        if (objection.isPresent()) {
            books.reverse(entry, objection.get());
            settings.listener().accept(new TerminalEvent.Display("Zahlung storniert"));
            line.send(TerminalWords.aborted(0xFF));
            boolean _ = acknowledged();
            return;
        }
        books.book(entry);
        settings.listener().accept(new TerminalEvent.Display("Zahlung erfolgt. Karte entnehmen"));
        if (now == TerminalFault.CUT_AFTER_ACK) {
            throw line.cut();
        }
        line.send(TerminalWords.completed());
        boolean _ = acknowledged();
    }

    /** Result and receipts; why the payment may not be booked, if so. */
    private Optional<String> objection(LedgerEntry entry, TerminalFault now)
            throws HangUpException, InterruptedException {
        if (now == TerminalFault.CUT_BEFORE_STATUS) {
            throw line.cut();
        }
        line.send(words.approved(entry, now));
        if (now == TerminalFault.CUT_AFTER_STATUS) {
            throw line.cut();
        }
        if (!acknowledged()) {
            return Optional.of("the register refused the result");
        }
        if (now == TerminalFault.ABORT_AFTER_ACK) {
            return Optional.of("reversed in spite of the acknowledgement");
        }
        if (register.printsReceipts()) {
            for (Apdu print : words.receipts(entry, now, register.textBlocks())) {
                line.send(print);
                if (now == TerminalFault.CUT_DURING_PRINT) {
                    throw line.cut();
                }
                if (!acknowledged()) {
                    return Optional.of("the register refused a receipt");
                }
            }
        }
        return Optional.empty();
    }

    /** Too late once the bank has said yes. */
    private boolean abort() {
        abortAsked = !authorised;
        return abortAsked;
    }

    private boolean acknowledged() throws HangUpException, InterruptedException {
        return Acknowledgement.await(line, settings.ackTimeout(), this::abort);
    }
}
