package de.buergerkiosk.central.identity.soap;

import java.io.Serial;

/** An answer that TR-03130 does not have; the message names elements, never their content. */
final class NotTheGuideline extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    NotTheGuideline(String what) {
        super(what);
    }
}
