package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.Words;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the centre says is taken up between visits and never in one. */
class SomebodyStandsBeforeTheKioskTest {
    private static final Words WORDS = Words.load(List.of("de"));
    private static final Page WELCOME =
            new Page.Welcome(
                    WORDS.say("welcome.title"),
                    WORDS.say("welcome.what"),
                    List.of(),
                    WORDS.say("welcome.touch"),
                    WORDS.languages());
    private static final Page IN_A_VISIT = Running.starting(WORDS);

    /** A screen that shows a page until somebody answers or the question is taken back. */
    private static final class Glass implements Screen {
        final BlockingQueue<Page> shown = new SynchronousQueue<>();
        final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

        @Override
        public Answer ask(Page page) throws InterruptedException {
            shown.put(page);
            return answers.take();
        }

        @Override
        public void withdraw(Page page) {
            answers.add(new Answer.Withdrawn());
        }

        @Override
        public void show(Page page, Consumer<Answer> pressed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String language() {
            return "de";
        }

        @Override
        public void wipe() {
            throw new UnsupportedOperationException();
        }
    }

    private final Glass glass = new Glass();
    private final Recess recess = new Recess(glass);

    private Page seen() throws InterruptedException {
        var page = glass.shown.poll(60, TimeUnit.SECONDS);
        assertTrue(page != null, "nothing was shown");
        return page == null ? WELCOME : page;
    }

    @Test
    void welcomePageIsTakenBackWhenNobodyIsThere() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = threads.submit(() -> recess.ask(WELCOME));
            assertEquals(WELCOME, seen());

            assertTrue(recess.nobodyIsThere());
            recess.want();

            var ended = assertThrows(ExecutionException.class, asking::get);
            assertInstanceOf(Recess.Begun.class, ended.getCause());
            assertFalse(recess.nobodyIsThere());
        }
    }

    @Test
    void visitGoesOnAndTheNextWelcomeIsNotShown() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = threads.submit(() -> recess.ask(IN_A_VISIT));
            assertEquals(IN_A_VISIT, seen());

            assertFalse(recess.nobodyIsThere());
            recess.want();
            assertFalse(asking.isDone());
            glass.answers.add(new Answer.Onward());

            assertEquals(new Answer.Onward(), asking.get());
            assertThrows(Recess.Begun.class, () -> recess.ask(WELCOME));
        }
    }

    @Test
    void touchThatWasQuickerBeginsAVisit() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = threads.submit(() -> recess.ask(WELCOME));
            seen();
            glass.answers.add(new Answer.Onward());
            assertEquals(new Answer.Onward(), asking.get());

            recess.want();

            assertTrue(recess.isWanted());
            var inside = threads.submit(() -> recess.ask(IN_A_VISIT));
            seen();
            glass.answers.add(new Answer.Onward());
            assertEquals(new Answer.Onward(), inside.get());
        }
    }
}
