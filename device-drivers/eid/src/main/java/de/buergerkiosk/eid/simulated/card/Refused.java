package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.ResponseApdu;

/** The chip does not do what it was told; carries the status word of its answer. */
final class Refused extends Exception {
    private final int status;

    Refused(int status) {
        super("%04X".formatted(status));
        this.status = status;
    }

    ResponseApdu answer() {
        return ResponseApdu.of(status);
    }
}
