package de.buergerkiosk.contract.seal;

import java.io.Serial;

/** A seal that cannot be opened or must not be trusted; the message holds no content. */
public final class SealBroken extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    SealBroken(String reason) {
        super(reason);
    }
}
