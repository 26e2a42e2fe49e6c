package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Patience;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.ClosingOutcome;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A terminal before which nobody is sent away because it works for itself: closes its day, fetches
 * software. Nothing has begun then and nothing is charged; the citizen waits until it is ready, tries
 * at once, or goes back to the other ways.
 */
public final class CardPauses implements PaymentTerminal {
    /** What passes by itself within minutes. */
    private static final Set<String> PASSING =
            Set.of("PAY-BUSY", "PAY-MAINTENANCE", "PAY-CLOSING-DUE");

    private final PaymentTerminal terminal;
    private final Counter counter;
    private final Patience patience;

    /** Around the terminal, with how often and how long it is asked whether it is ready. */
    public CardPauses(PaymentTerminal terminal, Counter counter, Patience patience) {
        this.terminal = terminal;
        this.counter = counter;
        this.patience = patience;
    }

    @Override
    public PaymentOutcome pay(PaymentOrder order, PaymentWatch watch) throws InterruptedException {
        while (true) {
            PaymentOutcome outcome = terminal.pay(order, watch);
            if (!(outcome instanceof PaymentOutcome.Failed(var fault))
                    || !PASSING.contains(fault.code())
                    || !goesOn(fault)) {
                return outcome;
            }
        }
    }

    /** Whether the citizen wants it to be tried again. */
    private boolean goesOn(Fault fault) throws InterruptedException {
        var page = page(counter.words(), fault.code());
        while (true) {
            switch (counter.ask(page)) {
                case Answer.Chosen(var id) when id.equals("again") -> {
                    return true;
                }
                case Answer.Chosen(var id) when id.equals("wait") -> {
                    if (becameReady()) {
                        return true;
                    }
                }
                case Answer.Chosen _, Answer.Leave _ -> {
                    return false;
                }
                case Answer other -> throw Counter.unexpected(page, other);
            }
        }
    }

    /** False when the citizen does not want to wait any longer, or when it takes too long. */
    private boolean becameReady() throws InterruptedException {
        var waiting = new Waiting();
        counter.screen().show(waiting(counter.words()), waiting::press);
        for (int asked = 0; asked < patience.attemptsMax() && !waiting.over; asked++) {
            if (terminal.state() instanceof DeviceState.Ready) {
                return true;
            }
            patience.pause().take(patience.between());
        }
        return false;
    }

    /** Hears the button below the page that waits. */
    private static final class Waiting {
        private volatile boolean over;

        void press(Answer pressed) {
            over |= pressed instanceof Answer.Leave;
        }
    }

    static Page.Notice page(Words words, String code) {
        return new Page.Notice(
                "card-pauses",
                Page.Mood.INFO,
                words.say("pay.pauses.title"),
                List.of(
                        new Page.Paragraph(words.say("pay.pauses.why")),
                        new Page.Paragraph(words.say("pay.pauses.choose")),
                        new Page.Paragraph(words.say("trouble.code", code))),
                List.of(
                        new Page.Button("back", words.say("pay.pauses.back"), false),
                        new Page.Button("again", words.say("pay.pauses.again"), false),
                        new Page.Button("wait", words.say("pay.pauses.wait"), true)),
                new Ways(false, false, Ways.Patience.PERSONAL));
    }

    static Page.Waiting waiting(Words words) {
        return new Page.Waiting(
                "card-waits",
                words.say("pay.waits.title"),
                words.say("pay.waits.detail"),
                List.of(words.say("pay.waits.hint")),
                Page.Illustration.HOURGLASS,
                Optional.of(words.say("pay.waits.stop")),
                Optional.empty());
    }

    @Override
    public PaymentOutcome settle(PaymentOrder order) throws InterruptedException {
        return terminal.settle(order);
    }

    @Override
    public ClosingOutcome closeDay(String reference) throws InterruptedException {
        return terminal.closeDay(reference);
    }

    @Override
    public boolean isDayOpen(Instant moment) {
        return terminal.isDayOpen(moment);
    }

    @Override
    public DeviceState state() throws InterruptedException {
        return terminal.state();
    }

    @Override
    public DeviceState diagnose() throws InterruptedException {
        return terminal.diagnose();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
