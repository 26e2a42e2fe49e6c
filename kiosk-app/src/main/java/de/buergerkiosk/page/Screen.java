package de.buergerkiosk.page;

import java.util.function.Consumer;

/**
 * Where pages are shown and answered. The only bridge between a visit (on its own virtual thread)
 * and whatever draws.
 */
public interface Screen {
    /**
     * Shows the page and blocks until the citizen has answered, or until {@link Idle} says that
     * nobody is there ({@link Answer.Leave} with {@link Answer.Why#WALKED_AWAY}).
     */
    Answer ask(Page page) throws InterruptedException;

    /**
     * Takes a question back that has lost its point: {@link #ask} with this very page returns {@link
     * Answer.Withdrawn}, now or as soon as it is called. Called on any thread; returns at once. An
     * answer that was quicker stands, and no other page is affected.
     */
    void withdraw(Page page);

    /**
     * Shows the page and returns at once. Presses go to the consumer, on a thread of the screen's
     * choice, until the next page is shown.
     */
    void show(Page page, Consumer<Answer> pressed);

    /** Language that the citizen reads now: a tag such as {@code de}. */
    String language();

    /**
     * End of a visit: forgets every entry, and sets language, text size and contrast back. Returns
     * when it is done.
     */
    void wipe();
}
