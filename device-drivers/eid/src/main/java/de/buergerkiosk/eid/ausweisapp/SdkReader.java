package de.buergerkiosk.eid.ausweisapp;

import java.util.Optional;

/**
 * A card reader as AusweisApp describes it (message READER of its SDK).
 *
 * @param attached whether the reader is plugged in
 * @param keypad whether PIN, CAN and PUK are typed at the reader itself
 * @param insertable whether a virtual card can be put in by SET_CARD
 */
public record SdkReader(
        String name, boolean attached, boolean keypad, boolean insertable, Optional<Card> card) {
    /** The built-in reader of AusweisApp for virtual cards; it is no device. */
    static final String SIMULATOR = "Simulator";

    /** What lies in a reader. */
    public sealed interface Card {
        /**
         * An eID card.
         *
         * @param triesLeft PIN tries, 0 to 3
         * @param deactivated whether the online function is switched off
         * @param inoperative whether the PUK is used up; known only after a right PUK
         */
        record Known(int triesLeft, boolean deactivated, boolean inoperative) implements Card {}

        /** An eID card, as it seems, of which AusweisApp does not know more yet. */
        record NotAskedYet() implements Card {}

        /** Some other card; told from API level 3 on. */
        record Unknown() implements Card {}
    }

    boolean isSimulator() {
        return name.equals(SIMULATOR);
    }

    /** The eID card in it, if one lies there. */
    Optional<Card.Known> eidCard() {
        return card.filter(Card.Known.class::isInstance).map(Card.Known.class::cast);
    }
}
