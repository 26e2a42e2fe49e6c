package de.buergerkiosk.journey;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.Words;

/** Screen and words together: what every stage needs to talk to the citizen. */
public record Counter(Screen screen, Words words) {
    public Answer ask(Page page) throws InterruptedException {
        return screen.ask(page);
    }

    /** The turn for an answer that leaves the visit. */
    public static Turn leave(Answer.Why why) {
        return new Turn.Leave(
                switch (why) {
                    case PRESSED -> Turn.Ending.LEFT;
                    case WALKED_AWAY -> Turn.Ending.WALKED_AWAY;
                });
    }

    /** For answers that a page of that kind never gives: a bug in the screen. */
    public static IllegalStateException unexpected(Page page, Answer answer) {
        return new IllegalStateException(
                page.name() + " answered " + answer.getClass().getSimpleName());
    }
}
