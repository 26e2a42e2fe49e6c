package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.simulated.client.CardTrouble;
import de.buergerkiosk.eid.simulated.client.ServerTrouble;
import de.buergerkiosk.ports.eid.EidResult.Ended;

/** What the protocols' troubles are called towards the kiosk. */
final class Troubles {
    private Troubles() {}

    static Ended ended(ServerTrouble trouble) {
        return switch (trouble.kind()) {
            case SILENT -> EidTrouble.SERVER_DOWN.ended(trouble.observed());
            case SESSION -> EidTrouble.SESSION_UNKNOWN.ended(trouble.observed());
            case BROKEN -> EidTrouble.SERVER_FAULTY.ended(trouble.observed());
            case UNTRUSTED -> EidTrouble.SERVER_UNTRUSTED.ended(trouble.observed());
            case REFUSES -> EidTrouble.SERVER_REFUSED.ended(trouble.observed());
        };
    }

    static Ended ended(CardTrouble trouble) {
        return switch (trouble.kind()) {
            case GONE -> EidTrouble.CARD_REMOVED.ended();
            case READER -> EidTrouble.READER_FAILED.ended(trouble.observed());
            case BROKEN -> EidTrouble.CARD_BROKEN.ended(trouble.observed());
        };
    }
}
