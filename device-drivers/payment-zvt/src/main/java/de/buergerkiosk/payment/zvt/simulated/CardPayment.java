package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One payment as the terminal lives it: card, PIN, bank, result, receipts, booking. Books only when
 * the register has acknowledged the result and every receipt (PA00P015 2.2.6); what is not
 * acknowledged is reversed.
 */
final class CardPayment {
    private static final int ABORTED = 0x6C;
    private static final int REFUSED_BY_BANK = 0x05;

    /** A register that announced no goods is not asked for long. */
    private static final int QUESTIONS_WITHOUT_LIMIT = 3;

    private static final Duration QUESTIONS_PAUSE = Duration.ofSeconds(2);

    private final RegisterLine line;
    private final SimulatedTerminal.Settings settings;
    private final Books books;
    private final Cardholder cardholder;

    /** Done while the register had not yet answered to the text that asks for it. */
    private final List<CardholderAction> early = new ArrayList<>();

    private final Mood mood;
    private final Optional<GoodsLimits> goods;
    private final Books.Register register;
    private final TerminalWords words;
    private Optional<LedgerEntry> held = Optional.empty();
    private boolean abortAsked;
    private boolean authorised;

    CardPayment(
            RegisterLine line,
            SimulatedTerminal.Settings settings,
            Books books,
            Cardholder cardholder,
            Mood mood,
            Optional<GoodsLimits> goods,
            Books.Register register) {
        this.line = line;
        this.settings = settings;
        this.books = books;
        this.cardholder = cardholder;
        this.mood = mood;
        this.goods = goods;
        this.register = register;
        this.words = new TerminalWords(settings, mood, books);
    }

    /**
     * How long the register may issue goods (BMP 01 and 02 of 06 01).
     *
     * @param questions how often it is asked
     */
    record GoodsLimits(Duration longest, int questions) {}

    void run(long amountCents) throws HangUpException, InterruptedException {
        line.send(words.positive());
        if (mood.fault() == TerminalFault.MUTE_AFTER_AUTHORISATION) {
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
        } else if (mood.fault() == TerminalFault.DECLINED || cardholder.takeDeclined()) {
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
            line.send(words.intermediate(code, text));
            boolean _ = Acknowledgement.await(line, settings.ackTimeout(), this::abort, early::add);
        }
        return !abortAsked;
    }

    /** Waits for the person; false when they abort, the register aborts, or nobody comes. */
    private boolean does(Predicate<CardholderAction> wanted)
            throws HangUpException, InterruptedException {
        if (early.removeIf(wanted)) {
            return true;
        }
        while (true) {
            TerminalFault now = mood.fault();
            boolean away = now == TerminalFault.CARD_NOT_PRESENTED || cardholder.staysAway();
            boolean auto = cardholder.isAuto() && !away;
            Duration wait = auto ? mood.delay() : settings.cardTimeout();
            Optional<Happening> next = line.await(wait);
            if (next.isEmpty()) {
                boolean cancels = now == TerminalFault.CUSTOMER_CANCEL || cardholder.cancels();
                return auto && !cancels;
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
                        if (mood.has(Quirk.ABORT_UNANSWERED)) {
                            continue;
                        }
                        line.send(words.positive());
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

    private void approve(LedgerEntry authorisedEntry) throws HangUpException, InterruptedException {
        TerminalFault now = mood.fault();
        held = Optional.of(authorisedEntry);
        if (now == TerminalFault.LOST_STATUS_KEPT) {
            books.keep(entry());
            throw line.cut();
        }
        Optional<String> objection;
        try {
            objection = objection(now);
        } catch (HangUpException gone) {
            books.reverse(entry(), String.valueOf(gone.getMessage()));
            throw gone;
        }
        if (objection.isPresent()) {
            books.reverse(entry(), objection.get());
            settings.listener().accept(new TerminalEvent.Display("Zahlung storniert"));
            line.send(TerminalWords.aborted(0xFF));
            boolean _ = acknowledged();
            return;
        }
        books.book(entry());
        settings.listener().accept(new TerminalEvent.Display("Zahlung erfolgt. Karte entnehmen"));
        if (now == TerminalFault.CUT_AFTER_ACK) {
            throw line.cut();
        }
        line.send(TerminalWords.completed());
        boolean _ = acknowledged();
    }

    /** Result and receipts; why the payment may not be booked, if so. */
    private Optional<String> objection(TerminalFault now)
            throws HangUpException, InterruptedException {
        if (now == TerminalFault.CUT_BEFORE_STATUS) {
            throw line.cut();
        }
        line.send(words.approved(entry(), now));
        if (now == TerminalFault.CUT_AFTER_STATUS) {
            throw line.cut();
        }
        Optional<String> noGoods = untilIssued(answer(), now);
        if (noGoods.isPresent()) {
            return noGoods;
        }
        if (now == TerminalFault.ABORT_AFTER_ACK) {
            return Optional.of("reversed in spite of the acknowledgement");
        }
        if (register.printsReceipts() && !mood.has(Quirk.NO_RECEIPTS)) {
            for (Apdu print : words.receipts(entry(), now, register.textBlocks())) {
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

    /** 84 9C: asked again every two seconds; 84 9D: booked in part; else refused. */
    private Optional<String> untilIssued(Apdu first, TerminalFault now)
            throws HangUpException, InterruptedException {
        int most =
                mood.has(Quirk.STATUS_TRIES_3)
                        ? 3
                        : goods.map(GoodsLimits::questions).orElse(QUESTIONS_WITHOUT_LIMIT);
        Duration left = goods.map(GoodsLimits::longest).orElse(Duration.ofMinutes(1));
        Apdu answer = first;
        int asked = 1;
        while (answer.command() == (Command.REFUSAL | 0x9C)) {
            left = left.minus(QUESTIONS_PAUSE);
            if (left.isNegative() || ++asked > most) {
                return Optional.of("the goods were not issued in time");
            }
            line.pause(QUESTIONS_PAUSE);
            line.send(words.approved(entry(), now));
            answer = answer();
        }
        if (answer.command() == (Command.REFUSAL | 0x9D)) {
            return inPart(answer);
        }
        return Acknowledgement.isPositive(answer)
                ? Optional.empty()
                : Optional.of("the register refused the result");
    }

    private Optional<String> inPart(Apdu answer) {
        try {
            long cents = Fields.parse(answer.data(), 0).number(0x04).orElse(0);
            if (cents < 1 || cents > entry().amountCents()) {
                return Optional.of("the part of the goods costs nothing, or more than the whole");
            }
            held = Optional.of(entry().of(cents));
            return Optional.empty();
        } catch (MalformedException unreadable) {
            return Optional.of("the amount of the part cannot be read");
        }
    }

    private Apdu answer() throws HangUpException, InterruptedException {
        return Acknowledgement.answer(line, settings.ackTimeout(), this::abort);
    }

    /** What the bank has said yes to. */
    private LedgerEntry entry() {
        return held.orElseThrow();
    }

    /** Too late once the bank has said yes. */
    private boolean abort() {
        if (mood.has(Quirk.ABORT_UNANSWERED)) {
            return false;
        }
        abortAsked = !authorised;
        return abortAsked;
    }

    private boolean acknowledged() throws HangUpException, InterruptedException {
        return Acknowledgement.await(line, settings.ackTimeout(), this::abort);
    }
}
