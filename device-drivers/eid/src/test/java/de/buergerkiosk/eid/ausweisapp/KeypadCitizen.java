package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A citizen at a reader with a keypad of its own: the screen only says so. */
final class KeypadCitizen implements EidDialogue {
    interface Deed {
        void run() throws InterruptedException;
    }

    final List<PinRequired> pins = new ArrayList<>();

    /** A minute: the identification that waits for the digits ends sooner, and names itself. */
    private static final int LOOKS_MAX = 12_000;

    private final BooleanSupplier keypadWaits;
    private final List<Deed> deeds;
    private volatile boolean left;

    /**
     * @param keypadWaits whether the reader wants digits
     * @param deeds what happens each time that it does
     */
    KeypadCitizen(BooleanSupplier keypadWaits, Deed... deeds) {
        this.keypadWaits = keypadWaits;
        this.deeds = new ArrayList<>(List.of(deeds));
    }

    void leave() {
        left = true;
    }

    @Override
    public EidReply on(EidEvent event) throws InterruptedException {
        return switch (event) {
            case ConsentRequired _ -> new EidReply.Consent(Set.of());
            case PinRequired pin -> {
                pins.add(pin);
                // only once the client waits for the keypad
                Thread.ofVirtual().start(this::next);
                yield new EidReply.Acknowledged();
            }
            case CanRequired _ -> new EidReply.Acknowledged();
            default -> new EidReply.Acknowledged();
        };
    }

    private void next() {
        try {
            for (int i = 0; i < LOOKS_MAX && !keypadWaits.getAsBoolean(); i++) {
                Thread.sleep(5);
            }
            deeds.removeFirst().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean cancelWanted() {
        return left;
    }
}
