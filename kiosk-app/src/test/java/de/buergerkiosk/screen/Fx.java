package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Idle;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One screen for all tests: JavaFX starts once, without a display. */
final class Fx {
    static final Words WORDS = Words.load(List.of("de", "en"));
    static final SetClock CLOCK = new SetClock();
    static final FxScreen SCREEN =
            FxScreen.open(WORDS, Idle.STANDARD, CLOCK, ScreenSettings.window());
    static final Hand HAND = new Hand(SCREEN);

    private Fx() {}

    /** Real time plus what a test adds. */
    static final class SetClock implements InstantSource {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        @Override
        public java.time.Instant instant() {
            return InstantSource.system().instant().plus(ahead.get());
        }

        void advance(Duration by) {
            ahead.updateAndGet(now -> now.plus(by));
        }
    }

    /** Shows the page; the answers to it arrive in the queue. */
    static BlockingQueue<Answer> show(Page page) throws InterruptedException {
        var answers = new LinkedBlockingQueue<Answer>();
        long before = SCREEN.rendering().shown();
        SCREEN.show(page, answers::add);
        SCREEN.rendering().await(before, Duration.ofSeconds(60));
        return answers;
    }

    static Answer answer(BlockingQueue<Answer> answers) throws InterruptedException {
        var answer = answers.poll(60, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    static <T> T ask(Supplier<T> onFxThread) {
        return Toolkit.call(onFxThread);
    }

    static void look(TextSize size, Contrast contrast, String language)
            throws InterruptedException {
        HAND.tap("size-" + size.number());
        HAND.tap("contrast-" + contrast.number());
        HAND.tap("language-" + language);
    }
}
