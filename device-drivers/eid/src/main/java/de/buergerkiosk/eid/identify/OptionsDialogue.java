package de.buergerkiosk.eid.identify;

import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.NewPinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PausedBadPosition;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A citizen who has said everything in advance: consents to what is asked, gives the PIN once and
 * the CAN once, and ends as soon as something else would be needed.
 */
final class OptionsDialogue implements EidDialogue {
    private final Digits pin;
    private final Digits can;
    private final List<String> asked = new ArrayList<>();
    private OptionalInt triesLeft = OptionalInt.empty();
    private Optional<Outcome> gaveUpWith = Optional.empty();
    private String why = "";
    private boolean pinGiven;
    private boolean canGiven;

    OptionsDialogue(Digits pin, Digits can) {
        this.pin = pin;
        this.can = can;
    }

    /** Where digits come from, each time that they are asked for; empty when there are none. */
    interface Digits {
        Optional<char[]> give();
    }

    /** Tries of the card as last told; three after a right PIN. */
    OptionalInt triesLeft() {
        return triesLeft;
    }

    /** What the end means, if this side ended it. */
    Optional<Outcome> gaveUpWith() {
        return gaveUpWith;
    }

    String why() {
        return why;
    }

    /** What was asked and told, in the words of AusweisApp's SDK, for clients without messages. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public boolean cancelWanted() {
        return false;
    }

    @Override
    public EidReply on(EidEvent event) {
        asked.add(word(event));
        return switch (event) {
            case ConsentRequired consent -> new EidReply.Consent(consent.optional());
            case CardRequired(var problem) -> card(problem);
            case PinRequired question -> pin(question);
            case CanRequired question -> can(question);
            case PukRequired() -> {
                triesLeft = OptionalInt.of(0);
                yield new EidReply.Cancel();
            }
            // nobody asks the command to change a PIN
            case NewPinRequired _ -> new EidReply.Cancel();
            case Progress _, PausedBadPosition _ -> new EidReply.Acknowledged();
        };
    }

    private EidReply card(Optional<EidEvent.CardProblem> problem) {
        return problem.map(known ->
                        switch (known) {
                            case UNKNOWN_CARD ->
                                    giveUp(Outcome.FOREIGN_CARD, "the card is not an eID card");
                            case DEACTIVATED ->
                                    giveUp(
                                            Outcome.DEACTIVATED,
                                            "the online function of the card is switched off");
                            case REMOVED -> giveUp(Outcome.CARD_REMOVED, "the card was removed");
                        })
                .orElseGet(EidReply.Acknowledged::new);
    }

    private EidReply pin(PinRequired question) {
        triesLeft = OptionalInt.of(question.triesLeft());
        if (question.onReader()) {
            System.err.println(
                    "Type the PIN at the reader; tries left: " + question.triesLeft() + ".");
            return new EidReply.Acknowledged();
        }
        if (question.wrongBefore() || pinGiven) {
            return giveUp(Outcome.WRONG_PIN, "the PIN is wrong");
        }
        pinGiven = true;
        return secret(pin, "a PIN is needed: give --pin");
    }

    private EidReply can(CanRequired question) {
        triesLeft = OptionalInt.of(1);
        if (question.onReader()) {
            System.err.println("Type the six digits from the front of the card at the reader.");
            return new EidReply.Acknowledged();
        }
        if (pinGiven) {
            return giveUp(Outcome.WRONG_PIN, "the PIN is wrong; the last try needs the CAN");
        }
        if (question.wrongBefore() || canGiven) {
            return giveUp(Outcome.WRONG_PIN, "the CAN is wrong");
        }
        canGiven = true;
        return secret(can, "one try is left, and it needs the CAN: give --can");
    }

    private EidReply secret(Digits source, String otherwise) {
        return source.give()
                .<EidReply>map(digits -> new EidReply.Secret(Personal.of(digits)))
                .orElseGet(() -> giveUp(Outcome.CANCELLED, otherwise));
    }

    private EidReply giveUp(Outcome outcome, String reason) {
        gaveUpWith = Optional.of(outcome);
        why = reason;
        return new EidReply.Cancel();
    }

    private static String word(EidEvent event) {
        return switch (event) {
            case ConsentRequired _ -> "ACCESS_RIGHTS";
            case CardRequired _ -> "INSERT_CARD";
            case PinRequired _ -> "ENTER_PIN";
            case CanRequired _ -> "ENTER_CAN";
            case PukRequired _ -> "ENTER_PUK";
            case NewPinRequired _ -> "ENTER_NEW_PIN";
            case Progress _ -> "STATUS";
            case PausedBadPosition _ -> "PAUSE";
        };
    }
}
