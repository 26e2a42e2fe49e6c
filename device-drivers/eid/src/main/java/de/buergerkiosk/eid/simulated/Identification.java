package de.buergerkiosk.eid.simulated;

import static de.buergerkiosk.eid.EidTrouble.CANCELLED;
import static de.buergerkiosk.eid.EidTrouble.CARD_EXPIRED;
import static de.buergerkiosk.eid.EidTrouble.PIN_BLOCKED;
import static de.buergerkiosk.eid.EidTrouble.PIN_TRANSPORT;
import static de.buergerkiosk.eid.EidTrouble.READER_FAILED;

import de.buergerkiosk.eid.simulated.EidServerInMemory.Session;
import de.buergerkiosk.eid.simulated.Stage.Reached;
import de.buergerkiosk.eid.simulated.Stage.Stopped;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.Certificate;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/**
 * One identification from consent to the refresh address, in the order in which AusweisApp runs it
 * (its SDK documentation, workflow AUTH): rights, card, PIN or CAN, then 20 to 100 percent.
 */
final class Identification {
    private static final int[] PERCENTS = {20, 40, 60, 80, 100};

    /** The card proves its validity with the other auxiliary data, before any data is read. */
    private static final int VALIDITY_CHECKED_AT = 60;

    private static final int PIN_DIGITS = 6;
    private static final int TRANSPORT_PIN_DIGITS = 5;

    private final Session session;
    private final Certificate certificate;
    private final LocalDate today;
    private final WatchedDialogue dialogue;
    private final Reader reader;
    private final EidServerInMemory server;

    Identification(
            Session session,
            Certificate certificate,
            LocalDate today,
            WatchedDialogue dialogue,
            Reader reader,
            EidServerInMemory server) {
        this.session = session;
        this.certificate = certificate;
        this.today = today;
        this.dialogue = dialogue;
        this.reader = reader;
        this.server = server;
    }

    EidResult run() throws InterruptedException {
        return switch (consent()) {
            case Stopped<Set<EidRight>>(var end) -> end;
            case Reached<Set<EidRight>>(var rights) -> withCard(rights);
        };
    }

    private EidResult withCard(Set<EidRight> rights) throws InterruptedException {
        return switch (reader.card()) {
            case Stopped<Held>(var end) -> end;
            case Reached<Held>(var held) ->
                    switch (prove(held)) {
                        case Stopped<Held>(var end) -> end;
                        case Reached<Held>(var proved) -> read(proved, rights);
                    };
        };
    }

    private Stage<Set<EidRight>> consent() throws InterruptedException {
        EidReply reply =
                dialogue.ask(
                        new ConsentRequired(
                                certificate,
                                session.required(),
                                session.optional(),
                                session.transactionInfo()),
                        _ -> reader.lapsed());
        return switch (reader.ready()) {
            case Stopped<TrayContent>(var end) -> new Stopped<>(end);
            case Reached<TrayContent> _ ->
                    switch (reply) {
                        case EidReply.Consent(var granted) ->
                                Stage.reached(session.rightsWith(granted));
                        case EidReply.Cancel _ -> Stage.stopped(CANCELLED);
                        case EidReply.Secret _, EidReply.Acknowledged _ ->
                                throw unfit(reply, "consent");
                    };
        };
    }

    /** What a card said to a PIN. */
    private enum PinVerdict {
        RIGHT,
        WRONG,
        /** Not six digits; the card was not asked. */
        UNFIT
    }

    private Stage<Held> prove(Held held) throws InterruptedException {
        boolean canKnown = false;
        boolean canWrong = false;
        boolean pinWrong = false;
        while (true) {
            int tries;
            switch (reader.steady(held)) {
                case Stopped<TrayContent>(var end) -> {
                    return new Stopped<>(end);
                }
                case Reached<TrayContent>(var content) -> tries = held.triesLeft(content);
            }
            if (tries == 0) {
                return blocked(held);
            }
            if (tries == 1 && !canKnown) {
                switch (enter(new CanRequired(false, canWrong), held, can -> checkCan(held, can))) {
                    case Stopped<Boolean>(var end) -> {
                        return new Stopped<>(end);
                    }
                    case Reached<Boolean>(var right) -> canKnown = right;
                }
                canWrong = !canKnown;
                continue;
            }
            var question = new PinRequired(tries, false, pinWrong);
            switch (enter(question, held, pin -> checkPin(held, tries, pin))) {
                case Stopped<PinVerdict>(var end) -> {
                    return new Stopped<>(end);
                }
                case Reached<PinVerdict>(var verdict) -> {
                    if (verdict == PinVerdict.RIGHT) {
                        return Stage.reached(held);
                    }
                    pinWrong |= verdict == PinVerdict.WRONG;
                }
            }
        }
    }

    /** The kiosk cannot unblock: a PUK belongs into the hands of its holder, at home or the office. */
    private Stage<Held> blocked(Held held) throws InterruptedException {
        dialogue.ask(new PukRequired(), look -> !held.liesIn(look) || reader.lapsed());
        return Stage.stopped(PIN_BLOCKED);
    }

    private interface DigitsCheck<T> {
        Stage<T> check(char[] digits) throws InterruptedException;
    }

    private <T> Stage<T> enter(EidEvent question, Held held, DigitsCheck<T> card)
            throws InterruptedException {
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

    private static Stage<Boolean> checkCan(Held held, char[] can) {
        return Stage.reached(same(held.card().can(), can));
    }

    private Stage<PinVerdict> checkPin(Held held, int tries, char[] pin)
            throws InterruptedException {
        if (pin.length == TRANSPORT_PIN_DIGITS) {
            return Stage.stopped(PIN_TRANSPORT);
        }
        if (pin.length != PIN_DIGITS) {
            return Stage.reached(PinVerdict.UNFIT);
        }
        // the try is spent before the card compares, so that a power cut is no free guess
        return switch (reader.count(held, tries - 1)) {
            case TrayLook.Unreadable(var observed) -> Stage.stopped(READER_FAILED, observed);
            case TrayLook.Seen _ -> {
                if (held.card().pin().isEmpty() || !same(held.card().pin().get(), pin)) {
                    yield Stage.reached(PinVerdict.WRONG);
                }
                yield switch (reader.count(held, SimulatedCard.IdCard.TRIES_FULL)) {
                    case TrayLook.Unreadable(var observed) ->
                            Stage.stopped(READER_FAILED, observed);
                    case TrayLook.Seen _ -> Stage.reached(PinVerdict.RIGHT);
                };
            }
        };
    }

    private static boolean same(Personal<String> secret, char[] digits) {
        return Arrays.equals(secret.reveal().toCharArray(), digits);
    }

    private EidResult read(Held held, Set<EidRight> rights) throws InterruptedException {
        for (int percent : PERCENTS) {
            if (percent == VALIDITY_CHECKED_AT && held.card().validUntil().isBefore(today)) {
                return CARD_EXPIRED.ended();
            }
            if (dialogue.cancelledAt(new Progress(percent))) {
                return CANCELLED.ended();
            }
            reader.pauseStep(held);
            if (reader.steady(held) instanceof Stopped<TrayContent>(var end)) {
                return end;
            }
        }
        return new EidResult.Done(server.keep(held.card().holder().only(rights)));
    }

    private static IllegalStateException unfit(EidReply reply, String asked) {
        return new IllegalStateException(
                asked + " was asked for, answered was " + reply.getClass().getSimpleName());
    }
}
