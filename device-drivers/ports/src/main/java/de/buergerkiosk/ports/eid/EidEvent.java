package de.buergerkiosk.ports.eid;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What an eID client may tell or ask while an identification runs. */
public sealed interface EidEvent {
    /** Show who asks for what, and let the citizen decide. Replies: Consent or Cancel. */
    record ConsentRequired(
            Certificate certificate,
            Set<EidRight> required,
            Set<EidRight> optional,
            Compared compared,
            Optional<String> transactionInfo)
            implements EidEvent {
        public ConsentRequired {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }
    }

    /**
     * What the server will have the card compare with, in the words of {@link EidRequest}; empty also
     * where the client names a place that has no such words.
     */
    record Compared(Optional<Integer> ageOver, Optional<String> placeIs) {
        public static final Compared NOTHING = new Compared(Optional.empty(), Optional.empty());
    }

    /** A card has to be put on the reader. Returns at once; replies: Acknowledged or Cancel. */
    record CardRequired(Optional<CardProblem> problem) implements EidEvent {}

    /**
     * The six-digit PIN is needed.
     *
     * @param triesLeft 1 to 3 as the card says
     * @param onReader true when the reader's own keypad takes the PIN: then the reply is
     *     Acknowledged
     * @param wrongBefore true when the last PIN of this identification was wrong
     */
    record PinRequired(int triesLeft, boolean onReader, boolean wrongBefore) implements EidEvent {}

    /** One try is left: the six digits printed on the card's front are needed first. */
    record CanRequired(boolean onReader, boolean wrongBefore) implements EidEvent {}

    /** The PIN is blocked. The kiosk sends the citizen to the office; replies: Cancel. */
    record PukRequired() implements EidEvent {}

    /**
     * While the PIN is changed: the six digits that the citizen chooses. Typing them twice is the
     * screen's matter. Replies: Secret or Cancel.
     *
     * @param onReader as with {@link PinRequired}
     */
    record NewPinRequired(boolean onReader) implements EidEvent {}

    /** Percent done, 0 to 100. */
    record Progress(int percent) implements EidEvent {}

    /** The card lies badly; the client goes on once it is straight. */
    record PausedBadPosition() implements EidEvent {}

    /** Who asks (certificate description, TR-03110). */
    record Certificate(
            String subjectName,
            String subjectUrl,
            String issuerName,
            String purpose,
            String termsOfUsage,
            LocalDate validUntil) {}

    /** Why a card that is there does not do. */
    enum CardProblem {
        UNKNOWN_CARD,
        DEACTIVATED,
        REMOVED
    }
}
