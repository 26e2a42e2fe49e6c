package de.buergerkiosk.ports.eid;

/** The citizen's side of an identification: the kiosk's screens implement it. */
public interface EidDialogue {
    /**
     * Called on the identifying thread. Events that ask something block until the citizen has
     * answered; {@link EidEvent.CardRequired} and {@link EidEvent.Progress} return at once.
     */
    EidReply on(EidEvent event) throws InterruptedException;

    /** True once the citizen has left; the client asks while it waits for a card. */
    boolean cancelWanted();
}
