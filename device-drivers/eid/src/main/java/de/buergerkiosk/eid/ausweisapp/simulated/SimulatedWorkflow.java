package de.buergerkiosk.eid.ausweisapp.simulated;

import de.buergerkiosk.eid.ausweisapp.simulated.SimulatedWorkflows.Wire;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of a workflow that has to do with the card; what it is for is the subclass's matter. */
abstract class SimulatedWorkflow {
    /** What a workflow works with. */
    record Tools(
            SimulatedAusweisApp.Settings settings,
            SimulatedReader reader,
            SimulatedWorkflows client,
            Wire wire,
            int level) {}

    /** What the workflow waits for. */
    enum Waiting {
        START,
        ACCESS_RIGHTS,
        INSERT_CARD,
        ENTER_PIN,
        ENTER_CAN,
        ENTER_PUK,
        ENTER_NEW_PIN,
        READING,
        PAUSE,
        OVER
    }

    private final Tools tools;
    private Waiting waiting = Waiting.START;
    private boolean canGiven;
    private long typedFor;
    private Optional<String> pinInHand = Optional.empty();
    private Waiting keypadFor = Waiting.OVER;

    SimulatedWorkflow(Tools tools) {
        this.tools = tools;
    }

    abstract void start() throws IOException;

    abstract String name();

    /** The card has accepted the PIN. */
    abstract void proved() throws IOException;

    abstract void cancelled() throws IOException;

    /** How many digits a PIN may have here. */
    abstract String pinForm();

    Tools tools() {
        return tools;
    }

    void waitFor(Waiting next) {
        waiting = next;
    }

    boolean waitsFor(Waiting what) {
        return waiting == what;
    }

    /** False when it is the wrong time for that command. */
    boolean command(String command, JsonNode text) throws IOException {
        return switch (command) {
            case "CANCEL" -> {
                if (!tools.settings().faults().contains(SdkFault.IGNORES_CANCEL)) {
                    cancelled();
                }
                yield true;
            }
            case "SET_PIN" ->
                    digits(Waiting.ENTER_PIN, text, pinForm(), "You must provide 6 digits");
            case "SET_CAN" ->
                    digits(Waiting.ENTER_CAN, text, "[0-9]{6}", "You must provide 6 digits");
            case "SET_PUK" ->
                    digits(Waiting.ENTER_PUK, text, "[0-9]{10}", "You must provide 10 digits");
            case "CONTINUE" -> {
                boolean paused = waiting == Waiting.PAUSE;
                if (paused) {
                    cardPhase();
                }
                yield paused;
            }
            default -> false;
        };
    }

    boolean digits(Waiting wanted, JsonNode text, String form, String error) throws IOException {
        if (waiting != wanted) {
            return false;
        }
        if (tools.reader().keypad()) {
            if (text.has("value")) {
                enter(wanted, Optional.of("The value must be typed at the reader"));
            } else {
                keypadFor = wanted;
            }
            return true;
        }
        String digits = text.path("value").asString("");
        if (!digits.matches(form)) {
            enter(wanted, Optional.of(error));
            return true;
        }
        given(wanted, digits);
        return true;
    }

    /** The reader shows that it wants digits. */
    boolean keypadWaits() {
        return keypadFor == waiting && waiting != Waiting.OVER;
    }

    void typed(String digits) throws IOException {
        if (keypadFor == waiting) {
            keypadFor = Waiting.OVER;
            given(waiting, digits);
        }
    }

    void given(Waiting what, String digits) throws IOException {
        if (tools.reader().card().isEmpty()) {
            if (what == Waiting.ENTER_PIN) {
                pinInHand = Optional.of(digits);
            }
            insertCard();
            return;
        }
        SdkCard card = tools.reader().card().get();
        switch (what) {
            case ENTER_PIN -> {
                tools.reader().notePinFor(typedFor);
                pin(card, digits);
            }
            case ENTER_CAN -> {
                canGiven = card.checkCan(digits);
                ask(card);
            }
            default -> ask(card);
        }
    }

    private void pin(SdkCard card, String digits) throws IOException {
        if (card.checkPin(digits)) {
            tools.client().readerChanged();
            proved();
        } else {
            canGiven = false;
            tools.client().readerChanged();
            ask(card);
        }
    }

    /** Goes on as soon as a usable card lies well. */
    void cardPhase() throws IOException {
        Optional<SdkCard> card = tools.reader().card();
        boolean asksAnyway =
                card.isPresent()
                        && tools.settings().faults().contains(SdkFault.PIN_OF_A_DEACTIVATED_CARD);
        if (card.isEmpty() || (!card.get().usable() && !asksAnyway)) {
            insertCard();
        } else if (!tools.reader().straight() && tools.level() >= 3) {
            waiting = Waiting.PAUSE;
            send(SimulatedWorkflows.message("PAUSE").put("cause", "BadCardPosition"));
            status();
        } else if (pinInHand.isPresent()) {
            String digits = pinInHand.get();
            pinInHand = Optional.empty();
            given(Waiting.ENTER_PIN, digits);
        } else {
            ask(card.get());
        }
    }

    private void insertCard() throws IOException {
        waiting = Waiting.INSERT_CARD;
        if (tools.reader().card().isPresent()
                && tools.settings().faults().contains(SdkFault.SILENT_ABOUT_UNUSABLE_CARDS)) {
            return;
        }
        status();
        send(SimulatedWorkflows.message("INSERT_CARD"));
    }

    private void ask(SdkCard card) throws IOException {
        enter(
                switch (card.triesLeft()) {
                    case 0 -> Waiting.ENTER_PUK;
                    case 1 -> canGiven ? Waiting.ENTER_PIN : Waiting.ENTER_CAN;
                    default -> Waiting.ENTER_PIN;
                },
                Optional.empty());
    }

    void enter(Waiting what, Optional<String> error) throws IOException {
        waiting = what;
        typedFor = tools.reader().insertion();
        tools.reader().ask();
        if (tools.settings().faults().contains(SdkFault.CLOSES_AT_PIN)) {
            tools.wire().hangUp();
            return;
        }
        status();
        ObjectNode question = SimulatedWorkflows.message(what.name());
        error.ifPresent(text -> question.put("error", text));
        question.set("reader", tools.reader().shown(tools.level()));
        send(question);
    }

    void cardChanged() throws IOException {
        if (waiting == Waiting.INSERT_CARD
                && tools.reader().card().filter(SdkCard::usable).isPresent()) {
            cardPhase();
        }
    }

    void status() throws IOException {
        ObjectNode status =
                SimulatedWorkflows.message("STATUS").put("workflow", name()).put("progress", 0);
        send(
                waiting == Waiting.START
                        ? status.putNull("state")
                        : status.put("state", waiting.name()));
    }

    void progress(int percent) throws IOException {
        send(
                SimulatedWorkflows.message("STATUS")
                        .put("workflow", name())
                        .put("progress", percent)
                        .putNull("state"));
    }

    void over(ObjectNode last) throws IOException {
        waiting = Waiting.OVER;
        tools.client().over();
        send(last);
    }

    void send(ObjectNode message) throws IOException {
        tools.client().send(message);
    }
}
