package de.buergerkiosk.eid.simulated;

import static de.buergerkiosk.eid.EidTrouble.CANCELLED;
import static de.buergerkiosk.eid.EidTrouble.CARD_DEACTIVATED;
import static de.buergerkiosk.eid.EidTrouble.PIN_BLOCKED;
import static de.buergerkiosk.eid.EidTrouble.PIN_TRANSPORT;

import de.buergerkiosk.eid.simulated.Stage.Reached;
import de.buergerkiosk.eid.simulated.Stage.Stopped;
import de.buergerkiosk.eid.simulated.client.CardTrouble;
import de.buergerkiosk.eid.simulated.client.EidCard;
import de.buergerkiosk.eid.simulated.client.EidCard.Paced;
import de.buergerkiosk.eid.simulated.client.EidCard.Password;
import de.buergerkiosk.eid.simulated.client.EidCard.PinState;
import de.buergerkiosk.eid.simulated.client.EidConversation;
import de.buergerkiosk.eid.simulated.client.EidConversation.Next;
import de.buergerkiosk.eid.simulated.client.Introduction;
import de.buergerkiosk.eid.simulated.client.ServerTrouble;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac2Input;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.Certificate;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One identification from consent to the refresh address, in the order in which AusweisApp runs it
 * (its SDK documentation, workflow AUTH): rights, card, PIN or CAN, then 20 to 100 percent. The
 * server has introduced itself by then and was believed.
 */
final class Identification {
    private static final int PIN_DIGITS = 6;
    private static final int TRANSPORT_PIN_DIGITS = 5;

    private final EidConversation server;
    private final Introduction introduction;
    private final WatchedDialogue dialogue;
    private final Reader reader;
    private final CardMaker cards;
    private final RandomGenerator chance;

    Identification(
            EidConversation server,
            Introduction introduction,
            Citizen citizen,
            CardMaker cards,
            RandomGenerator chance) {
        this.server = server;
        this.introduction = introduction;
        this.dialogue = citizen.dialogue();
        this.reader = citizen.reader();
        this.cards = cards;
        this.chance = chance;
    }

    /** The one who is asked, and the reader in front of them. */
    record Citizen(WatchedDialogue dialogue, Reader reader) {}

    /** A card that has let us in. */
    private record Proved(Held held, EidCard card, Paced.Established paced) {}

    EidResult run() throws InterruptedException, ServerTrouble {
        return switch (consent()) {
            case Stopped<Chat>(var end) -> end;
            case Reached<Chat>(var granted) -> withCard(granted);
        };
    }

    private EidResult withCard(Chat granted) throws InterruptedException, ServerTrouble {
        return switch (reader.card()) {
            case Stopped<Held>(var end) -> end;
            case Reached<Held>(var held) -> {
                try {
                    yield switch (prove(held, granted)) {
                        case Stopped<Proved>(var end) -> end;
                        case Reached<Proved>(var proved) -> read(proved, granted);
                    };
                } catch (CardTrouble trouble) {
                    yield Troubles.ended(trouble);
                }
            }
        };
    }

    private Stage<Chat> consent() throws InterruptedException {
        Chat required = introduction.required();
        Chat optional = introduction.optional();
        var description = introduction.description();
        EidReply reply =
                dialogue.ask(
                        new ConsentRequired(
                                new Certificate(
                                        description.subjectName(),
                                        description.subjectUrl(),
                                        description.issuerName(),
                                        description.purpose(),
                                        description.termsOfUsage(),
                                        introduction.terminal().validUntil()),
                                required.rights(),
                                optional.rights(),
                                introduction.compared(),
                                introduction.transactionInfo()),
                        _ -> reader.lapsed());
        return switch (reader.ready()) {
            case Stopped<TrayContent>(var end) -> new Stopped<>(end);
            case Reached<TrayContent> _ ->
                    switch (reply) {
                        case EidReply.Consent(var granted) ->
                                Stage.reached(Chat.terminal(granted).and(optional).or(required));
                        case EidReply.Cancel _ -> Stage.stopped(CANCELLED);
                        case EidReply.Secret _, EidReply.Acknowledged _ ->
                                throw unfit(reply, "consent");
                    };
        };
    }

    private Stage<Proved> prove(Held held, Chat granted) throws InterruptedException, CardTrouble {
        var card = new EidCard(reader.connect(held, cards.make(held.card()), chance), chance);
        if (!card.isEidCard()) {
            throw new CardTrouble(CardTrouble.Kind.BROKEN, "EF.CardAccess offers nothing we know");
        }
        var questions = new Questions();
        while (true) {
            if (reader.steady(held) instanceof Stopped<TrayContent>(var end)) {
                return new Stopped<>(end);
            }
            switch (card.pinState()) {
                case PinState.Deactivated _ -> {
                    return Stage.stopped(CARD_DEACTIVATED);
                }
                case PinState.Blocked _ -> {
                    return blocked(held);
                }
                case PinState.Tries(int left) -> {
                    Stage<Optional<Paced.Established>> asked =
                            left == 1 && !questions.canKnown
                                    ? askCan(held, card, questions)
                                    : askPin(held, card, questions, left, granted);
                    switch (asked) {
                        case Stopped<Optional<Paced.Established>>(var end) -> {
                            return new Stopped<>(end);
                        }
                        case Reached<Optional<Paced.Established>>(var paced) -> {
                            if (paced.isPresent()) {
                                return Stage.reached(new Proved(held, card, paced.get()));
                            }
                        }
                    }
                }
            }
        }
    }

    /** What was asked so far. */
    private static final class Questions {
        private boolean canKnown;
        private boolean canWrong;
        private boolean pinWrong;
    }

    private Stage<Optional<Paced.Established>> askCan(Held held, EidCard card, Questions questions)
            throws InterruptedException, CardTrouble {
        return enter(
                new CanRequired(false, questions.canWrong),
                held,
                digits -> {
                    Paced paced = card.pace(Password.CAN, octets(digits), Optional.empty());
                    questions.canKnown = paced instanceof Paced.Established;
                    questions.canWrong = !questions.canKnown;
                    return Stage.reached(Optional.empty());
                });
    }

    private Stage<Optional<Paced.Established>> askPin(
            Held held, EidCard card, Questions questions, int triesLeft, Chat granted)
            throws InterruptedException, CardTrouble {
        return enter(
                new PinRequired(triesLeft, false, questions.pinWrong),
                held,
                digits -> {
                    if (digits.length == TRANSPORT_PIN_DIGITS) {
                        return Stage.stopped(PIN_TRANSPORT);
                    }
                    if (digits.length != PIN_DIGITS) {
                        // the card is not asked: no try is spent
                        return Stage.reached(Optional.empty());
                    }
                    return switch (card.pace(Password.PIN, octets(digits), Optional.of(granted))) {
                        case Paced.Established paced -> Stage.reached(Optional.of(paced));
                        case Paced.WrongPassword _ -> {
                            questions.pinWrong = true;
                            questions.canKnown = false;
                            yield Stage.reached(Optional.empty());
                        }
                    };
                });
    }

    private static Bytes octets(char[] digits) {
        var octets = new byte[digits.length];
        for (int i = 0; i < digits.length; i++) {
            octets[i] = (byte) digits[i];
        }
        return Bytes.of(octets);
    }

    /** The kiosk cannot unblock: a PUK belongs into the hands of its holder, at home or the office. */
    private Stage<Proved> blocked(Held held) throws InterruptedException {
        dialogue.ask(new PukRequired(), look -> !held.liesIn(look) || reader.lapsed());
        return Stage.stopped(PIN_BLOCKED);
    }

    private interface DigitsCheck<T> {
        Stage<T> check(char[] digits) throws InterruptedException, CardTrouble;
    }

    private <T> Stage<T> enter(EidEvent question, Held held, DigitsCheck<T> card)
            throws InterruptedException, CardTrouble {
        EidReply reply = dialogue.ask(question, look -> !held.liesIn(look) || reader.lapsed());
        try {
            return switch (reader.steady(held)) {
                case Stopped<TrayContent>(var end) -> new Stopped<>(end);
                case Reached<TrayContent> _ ->
                        switch (reply) {
                            case EidReply.Secret(var digits) -> card.check(digits.reveal());
                            case EidReply.Cancel _ -> Stage.stopped(CANCELLED);
                            case EidReply.Consent _, EidReply.Acknowledged _ ->
                                    throw unfit(reply, "digits");
                        };
            };
        } finally {
            if (reply instanceof EidReply.Secret(var digits)) {
                Arrays.fill(digits.reveal(), '\0');
            }
        }
    }

    private EidResult read(Proved proved, Chat granted)
            throws InterruptedException, CardTrouble, ServerTrouble {
        Held held = proved.held();
        EidCard card = proved.card();
        if (step(held, 20) instanceof Stopped<TrayContent>(var end)) {
            return end;
        }
        Eac2Input terminal = server.answer(card.eac1(granted, proved.paced()));
        Next next = server.answer(card.eac2(introduction, terminal));
        int percent = 40;
        while (next instanceof Next.Commands(var commands)) {
            if (step(held, percent) instanceof Stopped<TrayContent>(var end)) {
                return end;
            }
            percent = Math.min(percent + 20, 80);
            var answers = new ArrayList<Bytes>();
            for (Bytes command : commands) {
                answers.add(card.relay(command));
            }
            next = server.answer(answers);
        }
        for (int rest = percent; rest <= 100; rest += 20) {
            if (step(held, rest) instanceof Stopped<TrayContent>(var end)) {
                return end;
            }
        }
        return new EidResult.Done(EidServerInMemory.done(server.refreshAddress()));
    }

    /** Tells how far it is, and looks whether everybody is still there. */
    private Stage<TrayContent> step(Held held, int percent) throws InterruptedException {
        if (dialogue.cancelledAt(new Progress(percent))) {
            return Stage.stopped(CANCELLED);
        }
        reader.pauseStep(held);
        return reader.steady(held);
    }

    private static IllegalStateException unfit(EidReply reply, String asked) {
        return new IllegalStateException(
                asked + " was asked for, answered was " + reply.getClass().getSimpleName());
    }
}
