package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.AccessRights;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.AuthEnded;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.AuthRefused;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Enter;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Secret;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.Certificate;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.EidRight;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One authentication: RUN_AUTH to the last AUTH (AusweisApp's SDK documentation, workflow AUTH). */
final class AuthWorkflow implements Course.Workflow<EidResult> {
    private final Course course;
    private final CardTalk card;
    private final SdkSettings settings;
    private Consent consent = new Consent.NotAsked();
    private Optional<Secret> lastGiven = Optional.empty();
    private boolean pinWrong;
    private boolean virtualCard;

    AuthWorkflow(Course course, CardTalk card, SdkSettings settings) {
        this.course = course;
        this.card = card;
        this.settings = settings;
    }

    /** How far the citizen's consent is. */
    private sealed interface Consent {
        record NotAsked() implements Consent {}

        /** Rights are known, the certificate is on its way. */
        record CertificateAwaited(AccessRights rights) implements Consent {}

        /** The citizen has decided, AusweisApp has to confirm exactly that. */
        record ConfirmationAwaited(Set<String> wanted) implements Consent {}

        record Given() implements Consent {}
    }

    EidResult run(URI tcTokenUrl) throws InterruptedException {
        return course.run(SdkCommand.runAuth(tcTokenUrl), this);
    }

    @Override
    public EidResult ended(Ended why) {
        return why;
    }

    @Override
    public EidTrouble late() {
        return card.late();
    }

    @Override
    public void idle() throws InterruptedException {
        if (agreed() && lastGiven.isEmpty()) {
            card.unusableLies();
        }
        card.idle();
    }

    /** A server that has everything has it, whoever wanted to end it meanwhile. */
    @Override
    public Optional<EidResult> last(SdkMessage message, Ended why) {
        return switch (message) {
            case AuthEnded end when end.ok() && proved() ->
                    Optional.of(
                            RefreshAddress.of(end).<EidResult>map(EidResult.Done::new).orElse(why));
            case AuthEnded _, AuthRefused _ -> Optional.of(why);
            default -> Optional.empty();
        };
    }

    private boolean proved() {
        return lastGiven.isPresent() && consent instanceof Consent.Given;
    }

    @Override
    public Optional<EidResult> on(SdkMessage message, long serial) throws InterruptedException {
        switch (message) {
            case AuthEnded end -> {
                return Optional.of(conclude(end));
            }
            case AuthRefused _ -> {
                return Optional.of(EidTrouble.CLIENT_FAILED.ended("RUN_AUTH was refused"));
            }
            case SdkMessage.AuthStarted() -> course.patience(settings.silenceMax());
            case AccessRights rights -> rights(rights);
            case SdkMessage.CertificateShown(var certificate) -> certificate(certificate);
            case SdkMessage.InsertCard _ when !agreed() -> outOfOrder(message);
            case SdkMessage.InsertCard _ -> card.cardWanted();
            case Enter _ when !agreed() -> outOfOrder(message);
            case Enter enter -> enter(enter, serial);
            case SdkMessage.Status(_, var progress, _) -> progress(progress);
            case SdkMessage.Paused(var cause) -> card.paused(cause);
            case SdkMessage.ReaderChanged _, SdkMessage.ReaderList _ -> card.idle();
            case SdkMessage.NotTaken taken
                    when taken.isAboutAQuestion() || taken.command().equals("CANCEL") -> {}
            case SdkMessage.NotTaken taken -> course.strange(taken.name());
            case SdkMessage.Failure() -> course.stop(EidTrouble.CLIENT_FAILED);
            case SdkMessage.ChangeStarted _, SdkMessage.ChangeEnded _ -> outOfOrder(message);
            case SdkMessage.ApiLevel _, SdkMessage.About _, SdkMessage.Unheard _ -> {}
        }
        return Optional.empty();
    }

    private void outOfOrder(SdkMessage message) {
        course.strange(message.name() + " out of order");
    }

    private boolean agreed() {
        return consent instanceof Consent.Given;
    }

    private void rights(AccessRights rights) {
        switch (consent) {
            case Consent.NotAsked() -> {
                var strange = SdkRights.strange(rights.required());
                if (!strange.isEmpty()) {
                    course.stop(
                            EidTrouble.RIGHTS_UNKNOWN, String.join(", ", new TreeSet<>(strange)));
                    return;
                }
                consent = new Consent.CertificateAwaited(rights);
                course.patience(settings.answerMax());
                course.send(SdkCommand.plain("GET_CERTIFICATE"));
            }
            case Consent.ConfirmationAwaited(var wanted) -> confirm(rights, wanted);
            case Consent.CertificateAwaited _, Consent.Given _ -> outOfOrder(rights);
        }
    }

    private void confirm(AccessRights rights, Set<String> wanted) {
        if (rights.error().isPresent() || !rights.effective().equals(wanted)) {
            course.strange("other rights than those that the citizen granted");
        } else {
            accept();
        }
    }

    private void accept() {
        consent = new Consent.Given();
        course.patience(settings.silenceMax());
        course.send(SdkCommand.plain("ACCEPT"));
    }

    private void certificate(Certificate certificate) throws InterruptedException {
        if (!(consent instanceof Consent.CertificateAwaited(var rights))) {
            course.strange("CERTIFICATE out of order");
            return;
        }
        // optional rights that no page can name are not offered, and so never granted
        Set<EidRight> optional = SdkRights.known(rights.optional());
        var question =
                new ConsentRequired(
                        certificate,
                        SdkRights.known(rights.required()),
                        optional,
                        rights.compared(),
                        rights.transactionInfo());
        Optional<EidReply> reply = course.ask(question);
        if (reply.isEmpty()) {
            return;
        }
        switch (reply.get()) {
            case EidReply.Consent(var granted) -> {
                var chosen = new HashSet<>(granted);
                chosen.retainAll(optional);
                agree(rights, SdkRights.words(chosen));
            }
            case EidReply.Cancel() -> course.stop(EidTrouble.CANCELLED);
            case EidReply.Secret _, EidReply.Acknowledged _ ->
                    throw new IllegalStateException(
                            "consent was asked for, answered was "
                                    + reply.get().getClass().getSimpleName());
        }
    }

    private void agree(AccessRights rights, Set<String> granted) {
        var wanted = new HashSet<>(rights.required());
        wanted.addAll(granted);
        if (rights.effective().equals(wanted)) {
            accept();
            return;
        }
        consent = new Consent.ConfirmationAwaited(wanted);
        course.patience(settings.answerMax());
        course.send(SdkCommand.accessRights(granted));
    }

    private void enter(Enter enter, long serial) throws InterruptedException {
        Optional<SdkReader.Card.Known> known = card.cardOf(enter, serial);
        if (known.isEmpty()) {
            return;
        }
        if (known.get().deactivated()) {
            // whoever still asks for digits then: they would be of no use
            course.stop(EidTrouble.CARD_DEACTIVATED);
            return;
        }
        virtualCard = enter.reader().filter(SdkReader::insertable).isPresent();
        boolean refused = enter.error().isEmpty();
        boolean onReader = enter.reader().filter(SdkReader::keypad).isPresent();
        boolean canWrong = refused && isLast(Secret.CAN) && enter.secret() == Secret.CAN;
        pinWrong |= refused && isLast(Secret.PIN);
        switch (enter.secret()) {
            case PIN -> pin(new PinRequired(known.get().triesLeft(), onReader, pinWrong));
            case CAN -> can(new CanRequired(onReader, canWrong));
            case PUK -> {
                if (course.ask(new PukRequired()).isPresent()) {
                    course.stop(EidTrouble.PIN_BLOCKED);
                }
            }
            case NEW_PIN -> outOfOrder(enter);
        }
    }

    private boolean isLast(Secret secret) {
        return lastGiven.filter(given -> given == secret).isPresent();
    }

    private void pin(PinRequired question) throws InterruptedException {
        while (true) {
            Optional<EidReply> reply = course.ask(question);
            if (reply.isEmpty()) {
                return;
            }
            if (isTransportPin(reply.get())) {
                course.stop(EidTrouble.PIN_TRANSPORT);
                return;
            }
            if (given(Secret.PIN, reply.get(), question.onReader())) {
                return;
            }
        }
    }

    private void can(CanRequired question) throws InterruptedException {
        while (true) {
            Optional<EidReply> reply = course.ask(question);
            if (reply.isEmpty() || given(Secret.CAN, reply.get(), question.onReader())) {
                return;
            }
        }
    }

    private boolean given(Secret secret, EidReply reply, boolean onReader) {
        return switch (card.give(secret, reply, onReader, CardTalk.PIN_DIGITS)) {
            case SENT -> {
                lastGiven = Optional.of(secret);
                yield true;
            }
            case ENDED -> true;
            case UNFIT -> false;
        };
    }

    private static boolean isTransportPin(EidReply reply) {
        if (reply instanceof EidReply.Secret(var digits)
                && digits.reveal().length == CardTalk.TRANSPORT_PIN_DIGITS) {
            java.util.Arrays.fill(digits.reveal(), '\0');
            return true;
        }
        return false;
    }

    private void progress(Optional<Integer> reached) throws InterruptedException {
        // a word of AusweisApp's is no sign of the citizen's, who may have no card at all
        if (!card.isAwaited()) {
            course.patience(settings.silenceMax());
        }
        if (lastGiven.isPresent() && card.rises(reached)) {
            course.letGoOfVirtualCard(virtualCard);
            course.tell(new Progress(card.percent()));
        }
    }

    private EidResult conclude(AuthEnded end) throws InterruptedException {
        if (!end.ok()) {
            return course.cardLost() ? EidTrouble.CARD_REMOVED.ended() : Verdict.on(end);
        }
        Optional<URI> address = RefreshAddress.of(end);
        if (address.isEmpty() || !proved()) {
            return EidTrouble.CLIENT_STRANGE.ended("success without card or refresh address");
        }
        if (card.rises(Optional.of(100))) {
            course.tell(new Progress(100));
        }
        return new EidResult.Done(address.get());
    }
}
