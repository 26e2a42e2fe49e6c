package de.buergerkiosk.care;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Pause;
import de.buergerkiosk.journey.Trouble;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the welcome page to a clean screen, for the people who look after the kiosk: code and PIN,
 * then one task after the other. No citizen is there meanwhile; where one is, nothing leads here.
 */
public final class StaffMode {
    private static final Logger LOG = LoggerFactory.getLogger(StaffMode.class);

    private final Counter counter;
    private final Books books;
    private final Instruments instruments;
    private final Nature nature;
    private final StaffDoor door;
    private final Lock lock;
    private final List<Offer> offers;
    private volatile boolean active;

    /** Where things are kept. */
    public record Books(
            CareLog log,
            Tries tries,
            Notes notes,
            Counters counters,
            OutOfOrder outOfOrder,
            Journal journal) {}

    /** What comes from outside. */
    public record Nature(InstantSource clock, ZoneId zone, RandomGenerator chance, Pause pause) {}

    /** A tile: keys of its words, whether caretakers have it too, and what it does. */
    private record Offer(
            String id, String icon, String title, String summary, boolean forAll, Task task) {}

    public StaffMode(
            Counter counter, Roster roster, Books books, Instruments instruments, Nature nature) {
        this.counter = counter;
        this.books = books;
        this.instruments = instruments;
        this.nature = nature;
        lock = new Lock(books.tries(), nature.clock());
        door = new StaffDoor(counter, roster, lock, books.log(), nature.clock(), nature.zone());
        var cures = Cures.shipped(counter.words());
        offers = Stream.concat(parts(cures), whole(cures)).toList();
    }

    private Stream<Offer> parts(Cures cures) {
        var test = new TestPrint(instruments.printer(), cures, nature);
        return Stream.of(
                new Offer(
                        "overview",
                        "desktop-tower",
                        "care.overview.title",
                        "care.overview.summary",
                        true,
                        new Overview(instruments, cures)),
                new Offer(
                        "paper",
                        "receipt",
                        "care.paper.title",
                        "care.paper.summary",
                        true,
                        new PaperChange(instruments.printer(), cures, test, books.counters())),
                new Offer("print", "printer", "care.print.title", "care.print.summary", true, test),
                new Offer(
                        "terminal",
                        "contactless-payment",
                        "care.terminal.title",
                        "care.terminal.summary",
                        true,
                        new TerminalTrial(instruments.terminal(), cures)),
                new Offer(
                        "reader",
                        "identification-card",
                        "care.reader.title",
                        "care.reader.summary",
                        true,
                        new ReaderTrial(instruments, cures)));
    }

    private Stream<Offer> whole(Cures cures) {
        return Stream.of(
                new Offer(
                        "order",
                        "barricade",
                        "care.order.title",
                        "care.order.summary",
                        true,
                        new OutOfOrderSwitch(books.outOfOrder())),
                new Offer(
                        "closing",
                        "money",
                        "care.closing.title",
                        "care.closing.summary",
                        false,
                        new DayClosing(instruments, books, cures, nature)),
                new Offer(
                        "restart",
                        "lightning",
                        "care.restart.title",
                        "care.restart.summary",
                        false,
                        new Restart(instruments, cures)),
                new Offer(
                        "counters",
                        "rows",
                        "care.counters.title",
                        "care.counters.summary",
                        true,
                        new CounterPages(books.counters())),
                new Offer(
                        "log",
                        "file-text",
                        "care.log.title",
                        "care.log.summary",
                        true,
                        new LogPages(books.log(), nature.zone())));
    }

    /** Whether somebody of the staff is at work here. */
    public boolean isActive() {
        return active;
    }

    /** Whether nothing is tried at the door because too much went wrong there. */
    public boolean isLocked() {
        return lock.left(List.of(Lock.KIOSK)).isPresent();
    }

    /** From code and PIN to the clean screen. A bug ends it, not the kiosk. */
    public void attend() throws InterruptedException {
        active = true;
        var last = Next.END;
        try {
            var staff = door.enter();
            if (staff.isPresent()) {
                last =
                        work(
                                new Session(
                                        staff.get(),
                                        counter,
                                        books.log(),
                                        nature.clock(),
                                        nature.pause()));
            }
        } catch (RuntimeException bug) {
            LOG.error("KSK-BUG staff mode: {}", Trouble.trace(bug));
            counter.ask(apology());
        } finally {
            active = false;
            counter.screen().wipe();
        }
        if (last == Next.REOPEN) {
            instruments.reopen().ifPresent(Runnable::run);
        }
    }

    private Next work(Session session) throws InterruptedException {
        while (true) {
            var page = menu(session);
            var next =
                    switch (session.ask(page)) {
                        case Session.Pressed.Button(var id) -> task(id).run(session);
                        case Session.Pressed.Out(var out) -> out;
                    };
            switch (next) {
                case MENU -> {}
                case END, REOPEN -> {
                    session.note(CareEvent.WENT, "");
                    return next;
                }
                case GONE -> {
                    session.note(CareEvent.WALKED_AWAY, "");
                    return next;
                }
            }
        }
    }

    private Task task(String id) {
        return offers.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Offer::task)
                .orElseThrow(() -> new IllegalStateException("no such tile"));
    }

    private Page.Choices menu(Session session) {
        var staff = session.staff();
        return new Page.Choices(
                "staff-menu",
                session.say("care.menu.title"),
                session.say(
                        books.outOfOrder().isOn() ? "care.menu.order" : "care.menu.lead",
                        staff.name()),
                offers.stream()
                        .filter(each ->
                                each.forAll() || staff.role() == StaffMember.Role.TECHNICIAN)
                        .map(each ->
                                new Page.Tile(
                                        each.id(),
                                        each.icon(),
                                        session.say(each.title()),
                                        session.say(each.summary())))
                        .toList(),
                new Ways(false, true, Ways.Patience.STAFF));
    }

    private Page.Notice apology() {
        var words = counter.words();
        return new Page.Notice(
                "staff-bug",
                Page.Mood.TROUBLE,
                words.say("apology.title"),
                List.of(
                        new Page.Paragraph(words.say("care.bug")),
                        new Page.Paragraph(words.say("trouble.code", "KSK-BUG"))),
                List.of(new Page.Button("done", words.say("apology.done"), true)),
                Ways.ENDING);
    }
}
