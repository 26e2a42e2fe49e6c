package de.buergerkiosk.ports.eid;

/** An eID client on the bench: with a reader whose cards the test can move. */
public interface EidBench extends AutoCloseable {
    EidClient client();

    EidService service();

    /** Puts that card into the reader. */
    void put(Card card) throws InterruptedException;

    void takeCard() throws InterruptedException;

    /** PIN of the valid card, six digits. */
    String pin();

    /** CAN of the valid card, six digits. */
    String can();

    @Override
    void close();

    enum Card {
        /** Online function on, all tries left, not expired. */
        VALID,
        /** No eID card at all. */
        FOREIGN
    }
}
