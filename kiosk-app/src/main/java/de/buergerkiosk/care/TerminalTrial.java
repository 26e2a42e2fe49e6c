package de.buergerkiosk.care;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import java.util.List;

/** Has the terminal register, say how it is, and call its host. Nothing is charged. */
final class TerminalTrial implements Task {
    private final PaymentTerminal terminal;
    private final Cures cures;

    TerminalTrial(PaymentTerminal terminal, Cures cures) {
        this.terminal = terminal;
        this.cures = cures;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        while (true) {
            session.busy(
                    "care-terminal-testing",
                    session.say("care.terminal.title"),
                    session.say("care.terminal.testing"),
                    Page.Illustration.PAYMENT_TERMINAL);
            var page =
                    switch (terminal.diagnose()) {
                        case DeviceState.Ready() -> {
                            session.note(CareEvent.TERMINAL_TEST, "ready");
                            yield done(session);
                        }
                        case DeviceState.Limited(var fault) -> {
                            session.note(CareEvent.TERMINAL_TEST, fault.code());
                            yield cures.trouble(
                                    "care-terminal-trouble",
                                    session.say("care.terminal.trouble"),
                                    fault);
                        }
                        case DeviceState.Down(var fault) -> {
                            session.note(CareEvent.TERMINAL_TEST, fault.code());
                            yield cures.trouble(
                                    "care-terminal-trouble",
                                    session.say("care.terminal.trouble"),
                                    fault);
                        }
                    };
            switch (session.ask(page)) {
                case Session.Pressed.Out(var next) -> {
                    return next;
                }
                case Session.Pressed.Button(var id) -> {
                    if (!id.equals("again")) {
                        return Next.MENU;
                    }
                }
            }
        }
    }

    private static Page.Notice done(Session session) {
        return new Page.Notice(
                "care-terminal-done",
                Page.Mood.DONE,
                session.say("care.terminal.done"),
                List.of(new Page.Paragraph(session.say("care.terminal.done.text"))),
                List.of(new Page.Button("menu", session.say("care.menu"), true)),
                Session.WAYS);
    }
}
