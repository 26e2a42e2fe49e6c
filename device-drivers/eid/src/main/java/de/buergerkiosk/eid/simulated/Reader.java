package de.buergerkiosk.eid.simulated;

import static de.buergerkiosk.eid.EidTrouble.CANCELLED;
import static de.buergerkiosk.eid.EidTrouble.CARD_DEACTIVATED;
import static de.buergerkiosk.eid.EidTrouble.CARD_FOREIGN;
import static de.buergerkiosk.eid.EidTrouble.CARD_MISSING;
import static de.buergerkiosk.eid.EidTrouble.CARD_POSITION;
import static de.buergerkiosk.eid.EidTrouble.CARD_REMOVED;
import static de.buergerkiosk.eid.EidTrouble.CLIENT_CLOSED;
import static de.buergerkiosk.eid.EidTrouble.READER_ABSENT;
import static de.buergerkiosk.eid.EidTrouble.READER_FAILED;
import static de.buergerkiosk.eid.EidTrouble.SERVER_DOWN;
import static de.buergerkiosk.eid.EidTrouble.SESSION_EXPIRED;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.SimulatedCard.OtherCard;
import de.buergerkiosk.eid.simulated.Stage.Reached;
import de.buergerkiosk.eid.simulated.Stage.Stopped;
import de.buergerkiosk.eid.simulated.card.Personalisation;
import de.buergerkiosk.eid.simulated.card.PinMemory;
import de.buergerkiosk.eid.simulated.card.VirtualNpa;
import de.buergerkiosk.eid.simulated.client.CardConnection;
import de.buergerkiosk.eid.simulated.client.CardTrouble;
import de.buergerkiosk.ports.eid.EidEvent.CardProblem;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.PausedBadPosition;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The reader during one identification: waits for a card, and sees to it that it stays there. */
final class Reader {
    private final CardTray tray;
    private final ExampleCards cards;
    private final SimulationSettings settings;
    private final WatchedDialogue dialogue;
    private final BooleanSupplier closed;
    private final BooleanSupplier sessionExpired;

    Reader(
            CardTray tray,
            ExampleCards cards,
            SimulationSettings settings,
            WatchedDialogue dialogue,
            BooleanSupplier closed,
            BooleanSupplier sessionExpired) {
        this.tray = tray;
        this.cards = cards;
        this.settings = settings;
        this.dialogue = dialogue;
        this.closed = closed;
        this.sessionExpired = sessionExpired;
    }

    /** True when no question has a point any more, whatever lies in the reader. */
    boolean lapsed() {
        return closed.getAsBoolean() || sessionExpired.getAsBoolean();
    }

    private boolean givenUp() {
        return lapsed() || dialogue.cancelWanted();
    }

    /** Reader and line are there, and the citizen too. */
    Stage<TrayContent> ready() {
        Stage<TrayContent> stage = attached();
        return stage instanceof Reached && dialogue.cancelWanted()
                ? Stage.stopped(CANCELLED)
                : stage;
    }

    private Stage<TrayContent> attached() {
        if (closed.getAsBoolean()) {
            return Stage.stopped(CLIENT_CLOSED);
        }
        if (sessionExpired.getAsBoolean()) {
            return Stage.stopped(SESSION_EXPIRED);
        }
        return switch (tray.look()) {
            case TrayLook.Unreadable(var observed) -> Stage.stopped(READER_FAILED, observed);
            case TrayLook.Seen(var content) -> {
                if (!content.readerAttached()) {
                    yield Stage.stopped(READER_ABSENT);
                }
                yield content.serverReachable()
                        ? Stage.reached(content)
                        : Stage.stopped(SERVER_DOWN);
            }
        };
    }

    /** Waits for an eID card, and tells the citizen what is wrong with what lies there instead. */
    Stage<Held> card() throws InterruptedException {
        while (true) {
            TrayContent seen;
            switch (ready()) {
                case Stopped<TrayContent>(var end) -> {
                    return new Stopped<>(end);
                }
                case Reached<TrayContent>(var content) -> seen = content;
            }
            Optional<SimulatedCard> card = seen.card().flatMap(cards::find);
            if (card.isPresent() && card.get() instanceof IdCard idCard && idCard.activated()) {
                return Stage.reached(new Held(idCard, seen.insertion()));
            }
            Optional<CardProblem> problem = problem(seen, card);
            if (dialogue.cancelledAt(new CardRequired(problem))) {
                return Stage.stopped(CANCELLED);
            }
            TrayLook next =
                    tray.await(look -> !sameCard(look, seen) || givenUp(), settings.cardWaitMax());
            if (sameCard(next, seen) && !givenUp()) {
                return Stage.stopped(timeIsUp(problem));
            }
        }
    }

    private static Optional<CardProblem> problem(TrayContent seen, Optional<SimulatedCard> card) {
        if (seen.card().isEmpty()) {
            return Optional.empty();
        }
        // a name that no card has: whatever was put in there, we cannot read it
        return card.map(known ->
                        switch (known) {
                            case IdCard _ -> CardProblem.DEACTIVATED;
                            case OtherCard _ -> CardProblem.UNKNOWN_CARD;
                        })
                .or(() -> Optional.of(CardProblem.UNKNOWN_CARD));
    }

    private static EidTrouble timeIsUp(Optional<CardProblem> problem) {
        return problem.map(known ->
                        switch (known) {
                            case UNKNOWN_CARD -> CARD_FOREIGN;
                            case DEACTIVATED -> CARD_DEACTIVATED;
                            case REMOVED -> CARD_MISSING;
                        })
                .orElse(CARD_MISSING);
    }

    private static boolean sameCard(TrayLook look, TrayContent seen) {
        return switch (look) {
            case TrayLook.Unreadable _ -> false;
            case TrayLook.Seen(var content) ->
                    content.readerAttached()
                            && content.card().equals(seen.card())
                            && content.insertion() == seen.insertion();
        };
    }

    /** The card is still the same, lies well, and everything else is ready; waits while it lies badly. */
    Stage<TrayContent> steady(Held held) throws InterruptedException {
        boolean told = false;
        while (true) {
            TrayContent seen;
            switch (attached()) {
                case Stopped<TrayContent>(var end) -> {
                    return new Stopped<>(end);
                }
                case Reached<TrayContent>(var content) -> seen = content;
            }
            if (!held.liesIn(seen)) {
                return Stage.stopped(CARD_REMOVED);
            }
            if (dialogue.cancelWanted()) {
                return Stage.stopped(CANCELLED);
            }
            if (seen.straight()) {
                return Stage.reached(seen);
            }
            if (told) {
                return Stage.stopped(CARD_POSITION);
            }
            if (dialogue.cancelledAt(new PausedBadPosition())) {
                return Stage.stopped(CANCELLED);
            }
            tray.await(look -> !liesBadly(look, held) || givenUp(), settings.cardWaitMax());
            told = true;
        }
    }

    private static boolean liesBadly(TrayLook look, Held held) {
        return switch (look) {
            case TrayLook.Unreadable _ -> false;
            case TrayLook.Seen(var content) -> held.liesIn(content) && !content.straight();
        };
    }

    /** The time that a step of reading takes; ends early when there is nothing left to read. */
    void pauseStep(Held held) throws InterruptedException {
        tray.await(look -> !held.liesIn(look) || givenUp(), settings.stepPause());
    }

    /** The chip of that card, as long as it lies in the reader. */
    CardConnection connect(Held held, Personalisation chip, RandomGenerator chance) {
        var npa = new VirtualNpa(chip, memory(held), chance);
        return command -> {
            if (!held.liesIn(tray.look())) {
                throw new CardTrouble(CardTrouble.Kind.GONE, "no card in the field");
            }
            try {
                return npa.transmit(command);
            } catch (IOException e) {
                throw new CardTrouble(CardTrouble.Kind.READER, String.valueOf(e.getMessage()));
            }
        };
    }

    /** The tries left are in the tray, so that they survive the process. */
    private PinMemory memory(Held held) {
        return new PinMemory() {
            @Override
            public int triesLeft() throws IOException {
                return held.triesLeft(seen(tray.look()));
            }

            @Override
            public void triesLeft(int tries) throws IOException, InterruptedException {
                seen(tray.setTries(held.card().name(), tries));
            }

            private TrayContent seen(TrayLook look) throws IOException {
                return switch (look) {
                    case TrayLook.Seen(var content) -> content;
                    case TrayLook.Unreadable(var observed) -> throw new IOException(observed);
                };
            }
        };
    }
}
