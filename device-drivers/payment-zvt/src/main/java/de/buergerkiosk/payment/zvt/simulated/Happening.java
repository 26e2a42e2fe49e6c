package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;

/** What a terminal may wait for. */
public sealed interface Happening {
    record Arrived(Apdu apdu) implements Happening {}

    /** The register is gone. */
    record HungUp() implements Happening {}

    record Acted(CardholderAction action) implements Happening {}
}
