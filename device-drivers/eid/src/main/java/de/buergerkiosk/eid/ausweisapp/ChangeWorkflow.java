package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.ChangeEnded;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Enter;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Secret;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.NewPinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.PinChange;
import java.util.Optional;

/**
 * One change of the PIN: RUN_CHANGE_PIN to the last CHANGE_PIN (AusweisApp's SDK documentation, workflow
 * CHANGE_PIN). The old PIN may be the five digits of the letter.
 */
final class ChangeWorkflow implements Course.Workflow<PinChange> {
    private final Course course;
    private final CardTalk card;
    private final SdkSettings settings;
    private Optional<Secret> lastGiven = Optional.empty();
    private boolean pinWrong;

    ChangeWorkflow(Course course, CardTalk card, SdkSettings settings) {
        this.course = course;
        this.card = card;
        this.settings = settings;
    }

    PinChange run() throws InterruptedException {
        return course.run(SdkCommand.runChangePin(), this);
    }

    @Override
    public PinChange ended(Ended why) {
        return new PinChange.Ended(why.reason(), why.fault());
    }

    @Override
    public EidTrouble late() {
        return card.late();
    }

    @Override
    public void idle() throws InterruptedException {
        card.idle();
    }

    /** A card that has the new PIN has it, whoever wanted to end it meanwhile. */
    @Override
    public Optional<PinChange> last(SdkMessage message, Ended why) {
        return message instanceof ChangeEnded end
                ? Optional.of(end.success() && chosen() ? new PinChange.Changed() : ended(why))
                : Optional.empty();
    }

    private boolean chosen() {
        return isLast(Secret.NEW_PIN);
    }

    private boolean isLast(Secret secret) {
        return lastGiven.filter(given -> given == secret).isPresent();
    }

    @Override
    public Optional<PinChange> on(SdkMessage message, long serial) throws InterruptedException {
        switch (message) {
            case ChangeEnded end -> {
                return Optional.of(conclude(end));
            }
            case SdkMessage.ChangeStarted() -> course.patience(settings.silenceMax());
            case SdkMessage.InsertCard _ -> card.cardWanted();
            case Enter enter -> enter(enter, serial);
            case SdkMessage.Status(_, var progress, _) -> {
                if (lastGiven.isPresent()) {
                    card.rises(progress);
                    course.patience(settings.silenceMax());
                }
            }
            case SdkMessage.Paused(var cause) -> card.paused(cause);
            case SdkMessage.ReaderChanged _, SdkMessage.ReaderList _ -> card.idle();
            case SdkMessage.NotTaken taken
                    when taken.isAboutAQuestion() || taken.command().equals("CANCEL") -> {}
            case SdkMessage.NotTaken taken -> course.strange(taken.name());
            case SdkMessage.Failure() -> course.stop(EidTrouble.CLIENT_FAILED);
            case SdkMessage.AuthStarted _,
                    SdkMessage.AuthRefused _,
                    SdkMessage.AuthEnded _,
                    SdkMessage.AccessRights _,
                    SdkMessage.CertificateShown _ ->
                    course.strange(message.name() + " out of order");
            case SdkMessage.ApiLevel _, SdkMessage.About _, SdkMessage.Unheard _ -> {}
        }
        return Optional.empty();
    }

    private void enter(Enter enter, long serial) throws InterruptedException {
        Optional<SdkReader.Card.Known> known = card.cardOf(enter, serial);
        if (known.isEmpty()) {
            return;
        }
        boolean refused = enter.error().isEmpty();
        boolean onReader = enter.reader().filter(SdkReader::keypad).isPresent();
        boolean canWrong = refused && isLast(Secret.CAN) && enter.secret() == Secret.CAN;
        pinWrong |= refused && enter.secret() != Secret.NEW_PIN && isLast(Secret.PIN);
        switch (enter.secret()) {
            case PIN ->
                    ask(
                            new PinRequired(known.get().triesLeft(), onReader, pinWrong),
                            Secret.PIN,
                            onReader,
                            CardTalk.PIN_DIGITS,
                            CardTalk.TRANSPORT_PIN_DIGITS);
            case CAN ->
                    ask(
                            new CanRequired(onReader, canWrong),
                            Secret.CAN,
                            onReader,
                            CardTalk.PIN_DIGITS);
            case NEW_PIN ->
                    ask(
                            new NewPinRequired(onReader),
                            Secret.NEW_PIN,
                            onReader,
                            CardTalk.PIN_DIGITS);
            case PUK -> {
                if (course.ask(new PukRequired()).isPresent()) {
                    course.stop(EidTrouble.PIN_BLOCKED);
                }
            }
        }
    }

    /** Asks until digits of a right length are there; others never reach the card. */
    private void ask(EidEvent question, Secret secret, boolean onReader, int... lengths)
            throws InterruptedException {
        while (true) {
            Optional<EidReply> reply = course.ask(question);
            if (reply.isEmpty()) {
                return;
            }
            switch (card.give(secret, reply.get(), onReader, lengths)) {
                case SENT -> {
                    lastGiven = Optional.of(secret);
                    return;
                }
                case ENDED -> {
                    return;
                }
                case UNFIT -> {}
            }
        }
    }

    private PinChange conclude(ChangeEnded end) {
        if (!end.success()) {
            return ended(course.cardLost() ? EidTrouble.CARD_REMOVED.ended() : Verdict.on(end));
        }
        return chosen()
                ? new PinChange.Changed()
                : ended(EidTrouble.CLIENT_STRANGE.ended("success without a new PIN"));
    }
}
