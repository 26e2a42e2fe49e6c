package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Enter;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.Secret;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidEvent.CardProblem;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.PausedBadPosition;
import de.buergerkiosk.ports.eid.EidReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The citizen's card during a workflow: waits for it, and sees to it that only one is meant. */
final class CardTalk {
    static final int PIN_DIGITS = 6;
    static final int TRANSPORT_PIN_DIGITS = 5;

    /** Readers are told up to one and a half seconds after the connection. */
    private static final Duration READER_GRACE = Duration.ofSeconds(5);

    /** AusweisApp knows an eID card sooner than that. */
    private static final Duration RECOGNITION_MAX = Duration.ofSeconds(3);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Course course;
    private final SdkLink link;
    private final SdkSettings settings;
    private final CardGlance glance;
    private Optional<Instant> waitingSince = Optional.empty();
    private Optional<CardProblem> told = Optional.empty();
    private Optional<Instant> presentSince = Optional.empty();
    private Optional<Instant> pausedSince = Optional.empty();
    private Optional<Instant> continueAt = Optional.empty();
    private boolean virtualCardPut;
    private int percent;

    CardTalk(Course course, SdkLink link, SdkSettings settings, CardGlance glance) {
        this.course = course;
        this.link = link;
        this.settings = settings;
        this.glance = glance;
    }

    /** The readers that a citizen's card can lie in. */
    static List<SdkReader> readers(SdkLink link, SdkSettings settings) {
        return link.readers().stream().filter(reader -> isCitizens(reader, settings)).toList();
    }

    private static boolean isCitizens(SdkReader reader, SdkSettings settings) {
        return settings.reader().map(reader.name()::equals).orElseGet(() -> !reader.isSimulator());
    }

    /** Whether it is the citizen whom everybody waits for. */
    boolean isAwaited() {
        return waitingSince.isPresent() && !course.holds();
    }

    /** INSERT_CARD. */
    void cardWanted() throws InterruptedException {
        if (course.holds()) {
            course.stop(EidTrouble.CARD_REMOVED);
            return;
        }
        boolean first = waitingSince.isEmpty();
        if (first) {
            waitingSince = Optional.of(course.now());
            course.patience(settings.cardWaitMax());
        }
        putVirtualCard();
        look(first);
    }

    /**
     * While a card lies there that cannot be used, AusweisApp 1.26 neither asks for another one nor for
     * digits: the citizen hears of it all the same.
     */
    void unusableLies() throws InterruptedException {
        if (waitingSince.isEmpty()
                && !course.holds()
                && readers(link, settings).stream().anyMatch(CardTalk::holdsUnusableCard)) {
            cardWanted();
        }
    }

    private static boolean holdsUnusableCard(SdkReader reader) {
        return reader.eidCard()
                .filter(known -> known.deactivated() || known.inoperative())
                .isPresent();
    }

    private void putVirtualCard() {
        if (!virtualCardPut) {
            for (SdkReader reader : readers(link, settings)) {
                if (settings.reader().isPresent()
                        && reader.insertable()
                        && reader.card().isEmpty()) {
                    virtualCardPut = true;
                    course.send(SdkCommand.virtualCard(reader.name()));
                }
            }
        }
    }

    /** Tells the citizen what is wrong with what lies there, each time that it is something else. */
    private void look(boolean first) throws InterruptedException {
        Optional<CardProblem> problem = problem();
        if (first || !problem.equals(told)) {
            told = problem;
            if (!first) {
                course.patience(settings.cardWaitMax());
            }
            course.tell(new CardRequired(problem));
        }
    }

    private Optional<CardProblem> problem() {
        for (SdkReader reader : readers(link, settings)) {
            if (reader.card().isPresent()) {
                return switch (reader.card().get()) {
                    case SdkReader.Card.Unknown() -> Optional.of(CardProblem.UNKNOWN_CARD);
                    case SdkReader.Card.Known known when known.deactivated() ->
                            Optional.of(CardProblem.DEACTIVATED);
                    case SdkReader.Card.Known _, SdkReader.Card.NotAskedYet _ -> Optional.empty();
                };
            }
        }
        return strangeCardLies() ? Optional.of(CardProblem.UNKNOWN_CARD) : Optional.empty();
    }

    private boolean strangeCardLies() {
        if (glance.look(settings.reader()) != CardGlance.Lying.PRESENT) {
            presentSince = Optional.empty();
            return false;
        }
        if (presentSince.isEmpty()) {
            presentSince = Optional.of(course.now());
        }
        return !course.now().isBefore(presentSince.get().plus(RECOGNITION_MAX));
    }

    /** Between messages. */
    void idle() throws InterruptedException {
        if (continueAt.filter(at -> !course.now().isBefore(at)).isPresent()) {
            continueAt = Optional.empty();
            course.send(SdkCommand.plain("CONTINUE"));
        }
        if (pausedSince.filter(at -> over(at, settings.cardWaitMax())).isPresent()) {
            course.stop(EidTrouble.CARD_POSITION);
        } else if (isAwaited()) {
            if (readers(link, settings).isEmpty() && over(waitingSince.get(), READER_GRACE)) {
                course.stop(EidTrouble.READER_ABSENT);
            } else {
                putVirtualCard();
                look(false);
            }
        }
    }

    private boolean over(Instant since, Duration atMost) {
        return !course.now().isBefore(since.plus(atMost));
    }

    /** Why nothing went on. */
    EidTrouble late() {
        if (!isAwaited()) {
            return EidTrouble.CLIENT_SILENT;
        }
        var readers = readers(link, settings);
        if (readers.isEmpty()) {
            return EidTrouble.READER_ABSENT;
        }
        if (readers.stream().anyMatch(CardTalk::holdsInoperativeCard)) {
            return EidTrouble.PIN_BLOCKED;
        }
        return told.map(problem ->
                        switch (problem) {
                            case UNKNOWN_CARD -> EidTrouble.CARD_FOREIGN;
                            case DEACTIVATED -> EidTrouble.CARD_DEACTIVATED;
                            case REMOVED -> EidTrouble.CARD_MISSING;
                        })
                .orElse(EidTrouble.CARD_MISSING);
    }

    /** AusweisApp asks for no PIN and no PUK then: the card cannot be unblocked any more. */
    private static boolean holdsInoperativeCard(SdkReader reader) {
        return reader.eidCard().filter(SdkReader.Card.Known::inoperative).isPresent();
    }

    /** PAUSE: AusweisApp tries again when it is told to; we let it, as long as a citizen needs. */
    void paused(String cause) throws InterruptedException {
        if (!cause.equals(SdkMessage.Paused.BAD_POSITION)) {
            course.strange("PAUSE for a cause that is not known");
            return;
        }
        if (pausedSince.isEmpty()) {
            pausedSince = Optional.of(course.now());
        }
        course.patience(settings.cardWaitMax().plus(settings.answerMax()));
        continueAt = Optional.of(course.now().plus(BETWEEN_TRIES));
        course.tell(new PausedBadPosition());
    }

    /** STATUS comes at any time; only a percentage that rises says that the card is being read. */
    boolean rises(Optional<Integer> reached) {
        if (reached.isEmpty() || reached.get() <= percent) {
            return false;
        }
        percent = reached.get();
        goesOn();
        return true;
    }

    int percent() {
        return percent;
    }

    /** The workflow goes on: the card lies well. */
    private void goesOn() {
        pausedSince = Optional.empty();
        continueAt = Optional.empty();
    }

    /** The card that digits are asked for, and how many tries it has; empty when it ended there. */
    Optional<SdkReader.Card.Known> cardOf(Enter enter, long serial) {
        if (enter.reader().isEmpty()) {
            course.strange(enter.name() + " without a reader");
            return Optional.empty();
        }
        SdkReader reader = enter.reader().get();
        Optional<SdkReader.Card.Known> card =
                reader.card().flatMap(each -> known(each, enter.secret()));
        if (card.isEmpty()) {
            course.stop(EidTrouble.CARD_REMOVED);
        } else if (course.holds() && !course.holds(reader)) {
            course.stop(EidTrouble.CARD_REMOVED, "the card is in another reader now");
        } else if (!isCitizens(reader, settings)) {
            course.stop(EidTrouble.CARD_AMBIGUOUS, "it lies in another reader than the citizen's");
        } else if (!course.holds() && settings.reader().isEmpty() && cardsInReaders() > 1) {
            course.stop(EidTrouble.CARD_AMBIGUOUS);
        } else {
            goesOn();
            course.hold(reader, serial);
            return card;
        }
        return Optional.empty();
    }

    /** A question says something of the card that is asked about, also where the tries are not told. */
    private static Optional<SdkReader.Card.Known> known(SdkReader.Card card, Secret asked) {
        return switch (card) {
            case SdkReader.Card.Known known -> Optional.of(known);
            case SdkReader.Card.NotAskedYet() -> {
                int atLeast = asked == Secret.PUK ? 0 : 1;
                yield Optional.of(new SdkReader.Card.Known(atLeast, false, false));
            }
            case SdkReader.Card.Unknown() -> Optional.empty();
        };
    }

    private long cardsInReaders() {
        return readers(link, settings).stream().filter(r -> r.card().isPresent()).count();
    }

    /** What became of an answer. */
    enum Given {
        SENT,
        /** Not of the right form; nothing was sent, the card has not seen it. */
        UNFIT,
        /** The workflow ends. */
        ENDED
    }

    /**
     * Hands the citizen's digits over and wipes them.
     *
     * @param lengths that are right for this secret
     */
    Given give(Secret secret, EidReply reply, boolean onReader, int... lengths) {
        return switch (reply) {
            case EidReply.Cancel() -> {
                course.stop(EidTrouble.CANCELLED);
                yield Given.ENDED;
            }
            case EidReply.Acknowledged() when onReader -> {
                course.send(SdkCommand.typedAtReader(secret));
                course.patience(settings.questionMax());
                yield Given.SENT;
            }
            case EidReply.Secret(var digits) when !onReader -> {
                try {
                    yield give(secret, digits.reveal(), lengths);
                } finally {
                    Arrays.fill(digits.reveal(), '\0');
                }
            }
            case EidReply.Acknowledged _, EidReply.Secret _, EidReply.Consent _ ->
                    throw new IllegalStateException(
                            secret
                                    + " was asked for, answered was "
                                    + reply.getClass().getSimpleName());
        };
    }

    private Given give(Secret secret, char[] digits, int... lengths) {
        for (char digit : digits) {
            if (digit < '0' || digit > '9') {
                return Given.UNFIT;
            }
        }
        for (int length : lengths) {
            if (digits.length == length) {
                course.send(SdkCommand.digits(secret, digits));
                course.patience(settings.silenceMax());
                return Given.SENT;
            }
        }
        return Given.UNFIT;
    }
}
