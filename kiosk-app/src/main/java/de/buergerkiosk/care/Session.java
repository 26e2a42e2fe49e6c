package de.buergerkiosk.care;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Pause;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One person in staff mode, from the right PIN to the clean screen. */
record Session(StaffMember staff, Counter counter, CareLog log, InstantSource clock, Pause pause) {
    /** Back to the tasks, or out; locked after five quiet minutes. */
    static final Ways WAYS = new Ways(true, true, Ways.Patience.STAFF);

    /** What was pressed on a page. */
    sealed interface Pressed {
        record Button(String id) implements Pressed {}

        record Out(Next next) implements Pressed {}
    }

    Words words() {
        return counter.words();
    }

    Localized say(String key, Object... arguments) {
        return words().say(key, arguments);
    }

    /** As printed: in the language that the screen has now. */
    String printed(String key, Object... arguments) {
        return say(key, arguments).in(counter.screen().language());
    }

    void note(CareEvent event, String detail) {
        log.write(staff.code(), event, detail);
    }

    Pressed ask(Page page) throws InterruptedException {
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) -> new Pressed.Button(id);
            case Answer.Onward _ -> new Pressed.Button("onward");
            case Answer.Back _ -> new Pressed.Out(Next.MENU);
            case Answer.Leave(var why) ->
                    new Pressed.Out(
                            switch (why) {
                                case PRESSED -> Next.END;
                                case WALKED_AWAY -> Next.GONE;
                            });
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    /** Something runs that cannot be stopped, and ends by itself. */
    void busy(String name, Localized title, Localized detail, Page.Illustration picture) {
        counter.screen()
                .show(
                        new Page.Waiting(
                                name,
                                title,
                                detail,
                                List.of(),
                                picture,
                                Optional.empty(),
                                Optional.empty()),
                        _ -> {});
    }

    /** A page that waits for a hand at a device. */
    Watch watch() {
        return new Watch(this);
    }

    /** Shows pages that wait, hears their button, and knows when nobody is there any more. */
    static final class Watch {
        private static final Duration LOOK_EVERY = Duration.ofMillis(700);
        private static final Duration LONGEST = Duration.ofMinutes(5);

        /** Where the clock stands still, or leaps back. */
        private static final int LOOKS_MAX = 600;

        private final Session session;
        private java.time.Instant since;
        private int looks;
        private volatile boolean stopped;

        private Watch(Session session) {
            this.session = session;
            since = session.clock().instant();
        }

        void show(String name, Localized title, Localized detail, Page.Illustration picture) {
            since = session.clock().instant();
            looks = 0;
            session.counter()
                    .screen()
                    .show(
                            new Page.Waiting(
                                    name,
                                    title,
                                    detail,
                                    List.of(),
                                    picture,
                                    Optional.of(session.say("care.cancel")),
                                    Optional.empty()),
                            pressed -> stopped |= pressed instanceof Answer.Leave);
        }

        /** Waits a moment; says where to go when somebody has cancelled, or nobody is there. */
        Optional<Next> look() throws InterruptedException {
            if (stopped) {
                return Optional.of(Next.MENU);
            }
            var now = session.clock().instant();
            if (++looks > LOOKS_MAX || Duration.between(since, now).compareTo(LONGEST) > 0) {
                return Optional.of(Next.GONE);
            }
            session.pause().take(LOOK_EVERY);
            return Optional.empty();
        }
    }
}
