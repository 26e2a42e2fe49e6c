package de.buergerkiosk.care;

import de.buergerkiosk.page.Page;
import java.util.List;

/** What the parts have done so far. */
final class CounterPages implements Task {
    private final Counters counters;

    CounterPages(Counters counters) {
        this.counters = counters;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        var figures = counters.figures();
        var page =
                new Page.Reading(
                        "care-counters",
                        session.say("care.counters.title"),
                        List.of(
                                fact(session, "users", "care.counters.visits", figures.visits()),
                                fact(
                                        session,
                                        "file-text",
                                        "care.counters.filings",
                                        figures.filings()),
                                new Page.Heading(session.say("care.part.printer")),
                                fact(
                                        session,
                                        "receipt",
                                        "care.counters.printed",
                                        figures.printed()),
                                fact(session, "receipt", "care.counters.roll", figures.sinceRoll()),
                                fact(session, "receipt", "care.counters.rolls", figures.rolls()),
                                fact(
                                        session,
                                        "warning",
                                        "care.counters.notPrinted",
                                        figures.notPrinted()),
                                new Page.Heading(session.say("care.part.terminal")),
                                fact(
                                        session,
                                        "credit-card",
                                        "care.counters.payments",
                                        figures.payments()),
                                fact(
                                        session,
                                        "calendar",
                                        "care.counters.closings",
                                        figures.closings()),
                                new Page.Heading(session.say("care.part.reader")),
                                fact(
                                        session,
                                        "identification-card",
                                        "care.counters.identifications",
                                        figures.identifications())),
                        session.say("care.menu"),
                        Session.WAYS);
        return session.ask(page) instanceof Session.Pressed.Out(var next) ? next : Next.MENU;
    }

    private static Page.Fact fact(Session session, String icon, String label, long count) {
        return new Page.Fact(icon, session.say(label), session.say("amount", count));
    }
}
