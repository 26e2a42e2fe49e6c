package de.buergerkiosk.care;

import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.payment.ClosingOutcome;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes the terminal's day by hand, holds its sums against the journal, and prints both. A closing
 * of which nobody knows whether it was done keeps its reference until that is known, also across a
 * restart; so the day is never closed twice.
 */
final class DayClosing implements Task {
    private static final String NOTE = "closing";

    private final Instruments instruments;
    private final Notes notes;
    private final Journal journal;
    private final Cures cures;
    private final StaffMode.Nature nature;

    DayClosing(
            Instruments instruments, StaffMode.Books books, Cures cures, StaffMode.Nature nature) {
        this.instruments = instruments;
        this.notes = books.notes();
        this.journal = books.journal();
        this.cures = cures;
        this.nature = nature;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        if (session.ask(question(session)) instanceof Session.Pressed.Out(var next)) {
            return next;
        }
        while (true) {
            session.busy(
                    "care-closing-runs",
                    session.say("care.closing.title"),
                    session.say("care.closing.runs"),
                    Page.Illustration.PAYMENT_TERMINAL);
            switch (close(session)) {
                case ClosingOutcome.Closed(var comparison) -> {
                    return closed(session, comparison);
                }
                case ClosingOutcome.NotClosed(var fault) -> {
                    session.note(CareEvent.DAY_CLOSING, "not closed " + fault.code());
                    var page =
                            cures.trouble(
                                    "care-closing-trouble", session.say("care.closing.not"), fault);
                    if (session.ask(page) instanceof Session.Pressed.Out(var next)) {
                        return next;
                    }
                }
                case ClosingOutcome.Unclear(var fault) -> {
                    session.note(CareEvent.DAY_CLOSING, "unclear " + fault.code());
                    var page =
                            cures.trouble(
                                    "care-closing-unclear",
                                    session.say("care.closing.unclear"),
                                    fault);
                    if (session.ask(page) instanceof Session.Pressed.Out(var next)) {
                        return next;
                    }
                }
            }
        }
    }

    private ClosingOutcome close(Session session) throws InterruptedException {
        var reference =
                notes.read(NOTE)
                        .orElseGet(() ->
                                "closing-%s-%s"
                                        .formatted(
                                                session.staff().code(), nature.clock().instant()));
        notes.keep(NOTE, reference);
        var outcome = instruments.terminal().closeDay(reference);
        if (!(outcome instanceof ClosingOutcome.Unclear)) {
            notes.forget(NOTE);
        }
        return outcome;
    }

    private Next closed(Session session, ClosingOutcome.Comparison comparison)
            throws InterruptedException {
        var blocks = new ArrayList<Page.Block>();
        var mood = Page.Mood.DONE;
        var lines = new ArrayList<Receipt.Line>();
        switch (comparison) {
            case ClosingOutcome.Comparison.Agree(long cents) -> {
                session.note(CareEvent.DAY_CLOSING, "agree %d cents".formatted(cents));
                blocks.add(new Page.Paragraph(session.say("care.closing.agree")));
                sum(session, blocks, lines, "care.closing.both", cents);
            }
            case ClosingOutcome.Comparison.Differ(long terminal, long kept) -> {
                session.note(
                        CareEvent.DAY_CLOSING,
                        "KSK-CLOSING-DIFFERS terminal %d journal %d cents"
                                .formatted(terminal, kept));
                journal.incident(
                        "KSK-CLOSING-DIFFERS",
                        "closed by staff: terminal %d cents, journal %d cents"
                                .formatted(terminal, kept));
                mood = Page.Mood.WARNING;
                blocks.add(new Page.Paragraph(session.say("care.closing.differ")));
                blocks.add(new Page.Paragraph(session.say("trouble.code", "KSK-CLOSING-DIFFERS")));
                sum(session, blocks, lines, "care.closing.terminal", terminal);
                sum(session, blocks, lines, "care.closing.journal", kept);
            }
            case ClosingOutcome.Comparison.Untold() -> {
                session.note(CareEvent.DAY_CLOSING, "closed, no sums told");
                blocks.add(new Page.Paragraph(session.say("care.closing.untold")));
            }
        }
        blocks.add(
                new Page.Paragraph(
                        session.say(
                                print(session, lines)
                                        ? "care.closing.printed"
                                        : "care.closing.unprinted")));
        var page =
                new Page.Notice(
                        "care-closing-done",
                        mood,
                        session.say("care.closing.done"),
                        blocks,
                        List.of(new Page.Button("menu", session.say("care.menu"), true)),
                        Session.WAYS);
        return session.ask(page) instanceof Session.Pressed.Out(var next) ? next : Next.MENU;
    }

    private static void sum(
            Session session,
            List<Page.Block> blocks,
            List<Receipt.Line> lines,
            String label,
            long cents) {
        var amount = session.say("amount", new Money(cents));
        blocks.add(new Page.Fact("money", session.say(label), amount));
        lines.add(
                new Receipt.Pair(
                        session.printed(label), session.printed("amount", new Money(cents))));
    }

    private boolean print(Session session, List<Receipt.Line> sums) throws InterruptedException {
        var lines = new ArrayList<Receipt.Line>();
        lines.add(new Receipt.Text(session.printed("care.closing.slip"), Receipt.Style.TITLE));
        lines.add(
                new Receipt.Pair(
                        session.printed("receipt.date"),
                        session.printed(
                                "care.moment",
                                LocalDateTime.ofInstant(nature.clock().instant(), nature.zone()))));
        lines.add(new Receipt.Pair(session.printed("care.closing.staff"), session.staff().code()));
        lines.add(new Receipt.Rule());
        lines.addAll(sums);
        var slip = new Receipt("closing-" + nature.clock().millis(), lines);
        return instruments.printer().print(slip) instanceof PrintOutcome.Printed;
    }

    private Page.Notice question(Session session) {
        var open =
                notes.read(NOTE).isPresent()
                        || instruments.terminal().isDayOpen(nature.clock().instant());
        return new Page.Notice(
                "care-closing",
                Page.Mood.INFO,
                session.say("care.closing.title"),
                List.of(
                        new Page.Paragraph(
                                session.say(open ? "care.closing.open" : "care.closing.nothing"))),
                open
                        ? List.of(new Page.Button("close", session.say("care.closing.begin"), true))
                        : List.of(),
                Session.WAYS);
    }
}
