package de.buergerkiosk.ports.eid;

/** The citizen's side of an identification: the kiosk's screens implement it. */
public interface EidDialogue {
    /**
     * Called on the identifying thread. Events that ask something block until the citizen has
     * answered; {@link EidEvent.CardRequired}, {@link EidEvent.PausedBadPosition} and {@link
     * EidEvent.Progress} return at once.
     */
    EidReply on(EidEvent event) throws InterruptedException;

    /** True once the citizen has left; the client asks while it waits for a card. */
    boolean cancelWanted();

    /**
     * The question that {@link #on} is asking has lost its point: the card was taken away, or the
     * client closes. Called on a thread of the client while {@code on} asks, never once the next
     * event has come or the identification has ended; returns at once. {@code on} should then give {@link EidReply.Cancel} without waiting
     * for the citizen. A dialogue that ignores this loses nothing but time: the identification ends
     * anyway, after the answer, and a PIN given by then never reaches a card.
     */
    default void withdraw() {}
}
