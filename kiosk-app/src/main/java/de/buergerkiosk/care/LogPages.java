package de.buergerkiosk.care;

import de.buergerkiosk.page.Page;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The newest lines of the staff log. */
final class LogPages implements Task {
    private static final int LINES = 30;

    private final CareLog log;
    private final ZoneId zone;

    LogPages(CareLog log, ZoneId zone) {
        this.log = log;
        this.zone = zone;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        var blocks = new ArrayList<Page.Block>();
        blocks.add(
                new Page.Paragraph(
                        session.say(log.isSound() ? "care.log.sound" : "care.log.broken")));
        for (var entry : log.latest(LINES)) {
            blocks.add(fact(session, entry));
        }
        var page =
                new Page.Reading(
                        "care-log",
                        session.say("care.log.title"),
                        List.copyOf(blocks),
                        session.say("care.menu"),
                        Session.WAYS);
        return session.ask(page) instanceof Session.Pressed.Out(var next) ? next : Next.MENU;
    }

    private Page.Fact fact(Session session, CareLog.Entry entry) {
        var what = session.say(key(entry.event()));
        var who = entry.staff().isEmpty() ? "–" : entry.staff();
        return new Page.Fact(
                "user",
                session.say("care.log.when", LocalDateTime.ofInstant(entry.at(), zone), who),
                session.say(
                        entry.detail().isEmpty() ? "care.log.what" : "care.log.whatDetail",
                        what,
                        entry.detail()));
    }

    private static String key(CareEvent event) {
        return switch (event) {
            case CAME_IN -> "care.event.in";
            case WENT -> "care.event.out";
            case WALKED_AWAY -> "care.event.away";
            case REFUSED -> "care.event.refused";
            case LOCKED -> "care.event.locked";
            case EXPIRED -> "care.event.expired";
            case PAPER_CHANGED -> "care.event.paper";
            case TEST_PRINT -> "care.event.print";
            case TERMINAL_TEST -> "care.event.terminal";
            case READER_TEST -> "care.event.reader";
            case PART_RESTARTED -> "care.event.restart";
            case OUT_OF_ORDER -> "care.event.order";
            case IN_SERVICE -> "care.event.service";
            case DAY_CLOSING -> "care.event.closing";
        };
    }
}
