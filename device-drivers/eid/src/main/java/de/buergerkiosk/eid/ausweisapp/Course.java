package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.SdkLink.Heard;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/**
 * What every workflow with a card has in common: it listens, it keeps the time, it ends with CANCEL,
 * and it belongs to one card from the first question about it to its end.
 */
final class Course {
    /** How often the citizen's wish to leave is looked at. */
    private static final Duration SLICE = Duration.ofMillis(100);

    /** No workflow has nearly as many. */
    private static final int MESSAGES_MAX = 2000;

    private final SdkLink link;
    private final EidDialogue dialogue;
    private final SdkSettings settings;
    private final ThreadFactory threads;
    private final InstantSource clock;
    private final BooleanSupplier closed;
    private Optional<Ended> stopping = Optional.empty();
    private Optional<Held> held = Optional.empty();
    private Instant until;
    private int messages;
    private boolean begun;
    private boolean neverBegan;

    Course(
            SdkLink link,
            EidDialogue dialogue,
            SdkSettings settings,
            ThreadFactory threads,
            InstantSource clock,
            BooleanSupplier closed) {
        this.link = link;
        this.dialogue = dialogue;
        this.settings = settings;
        this.threads = threads;
        this.clock = clock;
        this.closed = closed;
        this.until = clock.instant().plus(settings.answerMax());
    }

    /** The card that the workflow has begun with, since the message with that serial. */
    private record Held(String reader, long since) {}

    /** The part that differs between workflows. */
    interface Workflow<R> {
        /** Takes a message; gives the result when it was the last one. */
        Optional<R> on(SdkMessage message, long serial) throws InterruptedException;

        /** The result, if that message ends a workflow that was told to end. */
        Optional<R> last(SdkMessage message, Ended why);

        /** Called between messages. */
        void idle() throws InterruptedException;

        /** Nothing came for too long. */
        EidTrouble late();

        R ended(Ended why);
    }

    <R> R run(SdkCommand start, Workflow<R> workflow) throws InterruptedException {
        link.attend();
        link.send(start);
        try {
            while (true) {
                Optional<R> end =
                        switch (link.next(SLICE)) {
                            case Heard.Gone(var trouble, var observed) -> {
                                neverBegan =
                                        !begun
                                                && trouble == EidTrouble.CLIENT_LOST
                                                && stopping.isEmpty()
                                                && !closed.getAsBoolean();
                                yield Optional.of(workflow.ended(goneWith(trouble, observed)));
                            }
                            case Heard.Silence() -> Optional.empty();
                            case Heard.Message(var message, var serial) ->
                                    take(workflow, message, serial);
                        };
                if (end.isPresent()) {
                    return end.get();
                }
                if (stopping.isEmpty()) {
                    lookAround(workflow);
                } else if (timeIsUp()) {
                    // it does not even obey CANCEL: nothing of this may reach the next visit
                    link.close();
                    return workflow.ended(stopping.get());
                }
            }
        } catch (InterruptedException e) {
            link.send(SdkCommand.plain("CANCEL"));
            throw e;
        } finally {
            link.unattend();
        }
    }

    private <R> Optional<R> take(Workflow<R> workflow, SdkMessage message, long serial)
            throws InterruptedException {
        begun |= SdkLink.isOfWorkflow(message);
        if (++messages > MESSAGES_MAX) {
            strange("more messages than a workflow has");
        }
        return stopping.isPresent()
                ? workflow.last(message, stopping.get())
                : workflow.on(message, serial);
    }

    private Ended goneWith(EidTrouble trouble, String observed) {
        return closed.getAsBoolean()
                ? EidTrouble.CLIENT_CLOSED.ended()
                : stopping.orElseGet(() -> trouble.ended(observed));
    }

    private void lookAround(Workflow<?> workflow) throws InterruptedException {
        if (closed.getAsBoolean()) {
            stop(EidTrouble.CLIENT_CLOSED);
        } else if (cardLost()) {
            stop(EidTrouble.CARD_REMOVED);
        } else if (dialogue.cancelWanted()) {
            stop(EidTrouble.CANCELLED);
        } else if (timeIsUp()) {
            stop(workflow.late());
        } else {
            workflow.idle();
        }
    }

    /**
     * Whether the connection broke off before AusweisApp had said a word about the workflow: it was
     * dead already, nobody knew yet, and nothing has happened that could not begin anew.
     */
    boolean neverBegan() {
        return neverBegan;
    }

    /** Ends the workflow by CANCEL; what comes until its end is no longer asked or told. */
    void stop(EidTrouble trouble) {
        stopWith(trouble.ended());
    }

    void stop(EidTrouble trouble, String observed) {
        stopWith(trouble.ended(observed));
    }

    /** AusweisApp sent what does not belong there. */
    void strange(String observed) {
        stop(EidTrouble.CLIENT_STRANGE, observed);
    }

    private void stopWith(Ended why) {
        if (stopping.isEmpty()) {
            link.send(SdkCommand.plain("CANCEL"));
            stopped(why);
        }
    }

    private void stopped(Ended why) {
        stopping = Optional.of(why);
        patience(settings.answerMax());
    }

    boolean isStopping() {
        return stopping.isPresent();
    }

    /** From now on, so long may nothing happen. */
    void patience(Duration atMost) {
        until = clock.instant().plus(atMost);
    }

    private boolean timeIsUp() {
        return !clock.instant().isBefore(until);
    }

    Instant now() {
        return clock.instant();
    }

    /** The workflow belongs to the card that lies in this reader, unless it already has one. */
    void hold(SdkReader reader, long serial) {
        if (held.isEmpty()) {
            held = Optional.of(new Held(reader.name(), serial));
        }
    }

    boolean holds() {
        return held.isPresent();
    }

    boolean holds(SdkReader reader) {
        return held.filter(card -> card.reader().equals(reader.name())).isPresent();
    }

    boolean cardLost() {
        return held.isPresent() && !link.cardStays(held.get().reader(), held.get().since());
    }

    /** AusweisApp takes a virtual card out by itself at the end; that is nobody's deed. */
    void letGoOfVirtualCard(boolean virtual) {
        if (virtual) {
            held = Optional.empty();
        }
    }

    void send(SdkCommand command) {
        link.send(command);
    }

    /** Tells what needs no answer. */
    void tell(EidEvent event) throws InterruptedException {
        if (dialogue.on(event) instanceof EidReply.Cancel || dialogue.cancelWanted()) {
            stop(EidTrouble.CANCELLED);
        }
    }

    /** The citizen's answer; empty when the question has lost its point, and with it the workflow. */
    Optional<EidReply> ask(EidEvent event) throws InterruptedException {
        var question = new Question(dialogue, link, this::pointless, settings.questionMax());
        EidReply reply = question.ask(event, threads);
        if (held.isPresent() && !question.lapsed()) {
            // a card may have gone in the very moment of the answer
            link.freshen(held.get().reader());
        }
        if (!question.lapsed() && !cardLost()) {
            return Optional.of(reply);
        }
        if (reply instanceof EidReply.Secret(var digits)) {
            Arrays.fill(digits.reveal(), '\0');
        }
        if (!question.lapsed()) {
            stop(EidTrouble.CARD_REMOVED);
        } else if (closed.getAsBoolean()) {
            stopped(EidTrouble.CLIENT_CLOSED.ended());
        } else if (cardLost()) {
            stopped(EidTrouble.CARD_REMOVED.ended());
        } else if (question.late()) {
            stopped(EidTrouble.ANSWER_LATE.ended());
        }
        return Optional.empty();
    }

    private boolean pointless() {
        return closed.getAsBoolean() || link.isGone() || cardLost() || link.movedOn();
    }
}
