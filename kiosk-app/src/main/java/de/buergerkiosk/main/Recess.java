package de.buergerkiosk.main;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The screen, and the one place that knows whether somebody stands before it. Whoever wants to change
 * the kiosk waits here until nobody does; a visit is never cut short for it.
 */
final class Recess implements Screen {
    private final Screen screen;
    private Optional<Page> idlePage = Optional.empty();
    private boolean wanted;

    Recess(Screen screen) {
        this.screen = screen;
    }

    /** Thrown to the one who serves, between two visits: close, and open anew. */
    static final class Begun extends RuntimeException {
        private static final long serialVersionUID = 1;

        Begun() {
            super("nobody is there, and something is to be taken up", null, false, false);
        }
    }

    /** Begins as soon as nobody is there: now, or before the next visitor is greeted. */
    void want() {
        Optional<Page> waiting;
        synchronized (this) {
            wanted = true;
            waiting = idlePage;
        }
        waiting.ifPresent(screen::withdraw);
    }

    synchronized boolean isWanted() {
        return wanted;
    }

    /** Whether nobody is there; a moment later somebody may be. */
    synchronized boolean nobodyIsThere() {
        return idlePage.isPresent();
    }

    @Override
    public Answer ask(Page page) throws InterruptedException {
        if (!isIdle(page)) {
            return screen.ask(page);
        }
        synchronized (this) {
            if (wanted) {
                throw new Begun();
            }
            idlePage = Optional.of(page);
        }
        try {
            var answer = screen.ask(page);
            if (answer instanceof Answer.Withdrawn && isWanted()) {
                throw new Begun();
            }
            return answer;
        } finally {
            synchronized (this) {
                idlePage = Optional.empty();
            }
        }
    }

    private static boolean isIdle(Page page) {
        return page instanceof Page.Welcome
                || (page instanceof Page.Notice notice && notice.name().equals("out-of-service"));
    }

    @Override
    public void withdraw(Page page) {
        screen.withdraw(page);
    }

    @Override
    public void show(Page page, Consumer<Answer> pressed) {
        screen.show(page, pressed);
    }

    @Override
    public String language() {
        return screen.language();
    }

    @Override
    public void wipe() {
        screen.wipe();
    }
}
