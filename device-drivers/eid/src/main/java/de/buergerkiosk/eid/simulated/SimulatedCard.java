package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.Person;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A card that can be put into the {@link CardTray}. */
public sealed interface SimulatedCard {
    /** Short name in the tray file, lower case. */
    String name();

    /** What is special about it, by language tag; {@code de} and {@code en} are always there. */
    Map<String, String> labels();

    /** A card with chip that is no eID card: library card, bank card. */
    record OtherCard(String name, Map<String, String> labels) implements SimulatedCard {
        public OtherCard {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * An ID card, residence permit or Union citizens' card with online function.
     *
     * @param pin six digits; empty while only the transport PIN of the letter was set
     * @param can six digits from the card's front
     * @param triesAtFirst tries left of a card that was never used in this tray, 0 to 3
     * @param activated false when the online function was switched off at the office
     * @param validUntil last day of validity
     * @param holder every attribute that the chip holds
     * @param municipality key of the municipality that the holder lives in, 14 digits: country,
     *     land, district and municipality (TR-03127)
     */
    record IdCard(
            String name,
            Map<String, String> labels,
            Optional<Personal<String>> pin,
            Personal<String> can,
            int triesAtFirst,
            boolean activated,
            LocalDate validUntil,
            Person holder,
            Optional<String> municipality)
            implements SimulatedCard {
        /** Tries that a card has after a right PIN (TR-03110). */
        static final int TRIES_FULL = 3;

        public IdCard {
            labels = Map.copyOf(labels);
            pin.ifPresent(digits -> sixDigits(digits.reveal(), "PIN"));
            sixDigits(can.reveal(), "CAN");
            if (!municipality.orElse("00000000000000").matches("[0-9]{14}")) {
                throw new IllegalArgumentException("a municipality's key has 14 digits");
            }
            if (triesAtFirst < 0 || triesAtFirst > TRIES_FULL) {
                throw new IllegalArgumentException("tries left are 0 to 3, not " + triesAtFirst);
            }
        }

        /** Without the label: it tells the holder's name. */
        @Override
        public String toString() {
            return "IdCard[" + name + "]";
        }

        private static void sixDigits(String digits, String what) {
            if (!digits.matches("[0-9]{6}")) {
                throw new IllegalArgumentException(what + " is not six digits");
            }
        }
    }
}
