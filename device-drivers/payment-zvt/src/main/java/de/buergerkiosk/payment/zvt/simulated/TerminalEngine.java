package de.buergerkiosk.payment.zvt.simulated;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The simulated terminal without its socket: serves one connection after the other over whatever
 * plug it is given, and keeps its books. A proof runs it in a time of its own.
 */
public final class TerminalEngine {
    private final SimulatedTerminal.Settings settings;
    private final TerminalLedger ledger;
    private final Books books;
    private final Cardholder cardholder;
    private final Mood mood;
    private final Queue<ScriptStep> script = new ArrayDeque<>();

    TerminalEngine(SimulatedTerminal.Settings settings, TerminalLedger ledger) {
        this.settings = settings;
        this.ledger = ledger;
        this.books = new Books(settings, ledger);
        this.cardholder = new Cardholder(settings.auto());
        this.mood = new Mood(settings);
        script.addAll(settings.extras().script());
    }

    /** With a ledger in memory. */
    public static TerminalEngine inMemory(SimulatedTerminal.Settings settings) {
        return new TerminalEngine(settings, TerminalLedger.inMemory());
    }

    /** One connection, until register or terminal hang up. */
    public void serve(RegisterPlug plug, Inbox inbox) throws InterruptedException {
        if (mood.takeRestarted()) {
            books.forget();
        }
        var line = new RegisterLine(plug, inbox, mood);
        new RegisterSession(line, settings, books, cardholder, mood, this::beginPayment).run();
        if (mood.takeRestarted()) {
            books.forget();
        }
    }

    /** The next step of the script comes with the next payment; after the last one all is well. */
    private synchronized void beginPayment() {
        Optional<ScriptStep> step = Optional.ofNullable(script.poll());
        if (step.isPresent()) {
            mood.fault(step.get().fault());
            mood.befall(step.get().line());
            step.get().delay().ifPresent(mood::delay);
            step.get().quirks().ifPresent(mood::quirks);
            cardholder.plan(step.get().cardholder());
            if (script.isEmpty() && !step.get().equals(ScriptStep.NOTHING)) {
                script.add(ScriptStep.NOTHING);
            }
        }
    }

    /** While it restarts, nobody can connect. */
    public boolean isAway() {
        return mood.isAway();
    }

    /** From the next message on; the end of a script does not undo it. */
    public synchronized void fault(TerminalFault next) {
        if (script.size() == 1 && ScriptStep.NOTHING.equals(script.peek())) {
            script.clear();
        }
        mood.fault(next);
    }

    /**
     * Called with the number of each message, counted like those of {@link #befall}, before it is
     * sent or heard; on the terminal's thread, which waits meanwhile.
     */
    public void onMessage(IntConsumer witness) {
        mood.lineFaults().witness(witness);
    }

    /** Replaces the faults of the line that still wait; messages are counted from now on. */
    public void befall(List<LineFault> faults) {
        mood.befall(faults);
    }

    /** Messages in both directions since {@link #befall} was called last. */
    public int messages() {
        return mood.lineFaults().messages();
    }

    /** From the next message on. */
    public void quirks(Set<Quirk> next) {
        mood.quirks(next);
    }

    /** What only the terminal itself has to know; who waits for the person hears the rest. */
    void act(CardholderAction action) {
        switch (action) {
            case CardholderAction.Mute(boolean on) -> mood.mute(on);
            case CardholderAction.Auto(boolean on) -> cardholder.auto(on);
            case CardholderAction.Decline() -> cardholder.willBeDeclined();
            case CardholderAction.ShowCard(),
                    CardholderAction.EnterPin(),
                    CardholderAction.Cancel() -> {
                // heard by the payment that waits for it
            }
        }
    }

    Mood mood() {
        return mood;
    }

    Cardholder cardholder() {
        return cardholder;
    }

    Books books() {
        return books;
    }

    synchronized int scriptLeft() {
        return script.size();
    }

    /** All that it booked, reversed, refunded and closed, in order. */
    public List<LedgerEntry> ledger() {
        return ledger.all();
    }
}
