package de.buergerkiosk.contract.identity;

import java.io.Serial;

/** A sealed identity that cannot be opened or must not be trusted; the message holds no content. */
public final class IdentitySealBroken extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    IdentitySealBroken(String reason) {
        super(reason);
    }
}
