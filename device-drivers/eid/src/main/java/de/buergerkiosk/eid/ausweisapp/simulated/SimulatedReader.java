package de.buergerkiosk.eid.ausweisapp.simulated;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one reader of a {@link SimulatedAusweisApp}, guarded by its lock. */
final class SimulatedReader {
    static final String NAME = "Example Reader 00 00";

    private final boolean keypad;
    private final Set<SdkFault> faults;
    private boolean asked;
    private Optional<SdkCard> card = Optional.empty();
    private boolean attached = true;
    private boolean straight = true;
    private boolean metAnother;
    private long insertion;

    SimulatedReader(boolean keypad, Set<SdkFault> faults) {
        this.keypad = keypad;
        this.faults = faults;
    }

    void put(SdkCard put) {
        card = Optional.of(put);
        asked = false;
        insertion++;
    }

    /** Digits are wanted for what lies there. */
    void ask() {
        asked = true;
    }

    private boolean tellsTries() {
        return !faults.contains(SdkFault.TRIES_NEVER_TOLD)
                && (asked || !faults.contains(SdkFault.TRIES_TOLD_LATE));
    }

    void take() {
        card = Optional.empty();
    }

    void plug(boolean in) {
        attached = in;
    }

    void lay(boolean well) {
        straight = well;
    }

    boolean keypad() {
        return keypad;
    }

    boolean straight() {
        return straight;
    }

    long insertion() {
        return insertion;
    }

    Optional<SdkCard> card() {
        return attached ? card : Optional.empty();
    }

    /** The real one hands an entered PIN to whatever card comes next: what a kiosk must prevent. */
    void notePinFor(long typedFor) {
        metAnother |= typedFor != insertion;
    }

    boolean pinMetAnotherCard() {
        return metAnother;
    }

    /**
     * As in a READER message.
     *
     * @param level of the interface: before 3, unknown cards are not shown
     */
    ObjectNode shown(int level) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("name", NAME);
        shown.put("attached", attached);
        if (attached) {
            shown.put("keypad", keypad);
            shown.put("insertable", false);
            Optional<SdkCard> visible = card.filter(c -> c.isEid() || level >= 3);
            if (visible.isPresent()) {
                shown.set("card", visible.get().shown(tellsTries()));
            } else {
                shown.putNull("card");
            }
        }
        return shown;
    }
}
