package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A question loses its point while it is asked: its card is gone, its payment is settled. */
class QuestionIsTakenBackTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void wipe() {
        threads.shutdownNow();
        Fx.SCREEN.wipe();
    }

    private Future<Answer> ask(Page page) {
        return threads.submit(() -> Fx.SCREEN.ask(page));
    }

    private static Answer of(Future<Answer> asked) throws Exception {
        return asked.get(60, TimeUnit.SECONDS);
    }

    @Test
    void whoAskedHearsItAtOnce() throws Exception {
        var page = Examples.reading();
        var asked = ask(page);
        Fx.HAND.awaitPage(page.name(), SOON);
        Fx.SCREEN.withdraw(page);
        assertEquals(new Answer.Withdrawn(), of(asked));
    }

    @Test
    void whoAsksTooLateHearsItToo() throws Exception {
        var page = Examples.reading();
        Fx.SCREEN.withdraw(page);
        assertEquals(new Answer.Withdrawn(), of(ask(page)));
    }

    @Test
    void anEqualPageIsAnotherQuestion() throws Exception {
        Fx.SCREEN.withdraw(Examples.reading());
        var other = Examples.reading();
        var asked = ask(other);
        Fx.HAND.awaitPage(other.name(), SOON);
        assertFalse(asked.isDone());
        Fx.HAND.tap("onward");
        assertEquals(new Answer.Onward(), of(asked));
    }

    @Test
    void anAnswerThatWasQuickerStands() throws Exception {
        var page = Examples.reading();
        var asked = ask(page);
        Fx.HAND.awaitPage(page.name(), SOON);
        Fx.HAND.tap("onward");
        assertEquals(new Answer.Onward(), of(asked));
        Fx.SCREEN.withdraw(page);
        var next = Examples.choices();
        var askedNext = ask(next);
        Fx.HAND.awaitPage(next.name(), SOON);
        Fx.HAND.tap("tile-bulky-waste");
        assertEquals(new Answer.Chosen("bulky-waste"), of(askedNext));
    }

    @Test
    void afterTheVisitItIsForgotten() throws Exception {
        var page = Examples.reading();
        Fx.SCREEN.withdraw(page);
        Fx.SCREEN.wipe();
        var asked = ask(page);
        Fx.HAND.awaitPage(page.name(), SOON);
        Fx.HAND.tap("onward");
        assertEquals(new Answer.Onward(), of(asked));
    }

    /** Nothing that is pressed on the withdrawn page reaches the next question. */
    @Test
    void aLatePressOnItAnswersNobody() throws Exception {
        var page = Examples.reading();
        var asked = ask(page);
        Fx.HAND.awaitPage(page.name(), SOON);
        Fx.SCREEN.withdraw(page);
        of(asked);
        Fx.HAND.tap("onward");
        var next = Examples.choices();
        var askedNext = ask(next);
        Fx.HAND.awaitPage(next.name(), SOON);
        assertFalse(askedNext.isDone());
        Fx.HAND.tap("tile-bulky-waste");
        assertEquals(new Answer.Chosen("bulky-waste"), of(askedNext));
    }
}
