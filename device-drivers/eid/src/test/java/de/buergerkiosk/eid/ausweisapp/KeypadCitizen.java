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

/** A citizen at a reader with a keypad of its own: the screen only says so. */
final class KeypadCitizen implements EidDialogue {
    interface Deed {
        void run() throws InterruptedException;
    }

    final List<PinRequired> pins = new ArrayList<>();
    private final List<Deed> deeds;
    private volatile boolean left;

    /** What happens after each PIN page came up. */
    KeypadCitizen(Deed... deeds) {
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
            Thread.sleep(300);
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
