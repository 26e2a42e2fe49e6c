package de.buergerkiosk.eid.simulated.card;

import java.io.IOException;

/** What the chip must not forget when it loses power: the tries that are left for the PIN. */
public interface PinMemory {
    int TRIES_FULL = 3;

    /** 0 to 3. */
    int triesLeft() throws IOException;

    /** Returns when it is written for good. */
    void triesLeft(int tries) throws IOException, InterruptedException;

    /** A card that is thrown away afterwards. */
    static PinMemory volatileMemory(int tries) {
        return new PinMemory() {
            private int left = tries;

            @Override
            public int triesLeft() {
                return left;
            }

            @Override
            public void triesLeft(int now) {
                left = now;
            }
        };
    }
}
