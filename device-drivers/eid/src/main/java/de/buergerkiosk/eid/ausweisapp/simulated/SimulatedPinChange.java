package de.buergerkiosk.eid.ausweisapp.simulated;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Workflow CHANGE_PIN: the old PIN, or the five digits of the letter, then a new one. */
final class SimulatedPinChange extends SimulatedWorkflow {
    SimulatedPinChange(Tools tools) {
        super(tools);
    }

    @Override
    String name() {
        return "CHANGE_PIN";
    }

    @Override
    String pinForm() {
        return "[0-9]{5,6}";
    }

    @Override
    void start() throws IOException {
        send(SimulatedWorkflows.message("CHANGE_PIN"));
        cardPhase();
    }

    @Override
    void proved() throws IOException {
        enter(Waiting.ENTER_NEW_PIN, Optional.empty());
    }

    @Override
    boolean command(String command, JsonNode text) throws IOException {
        return command.equals("SET_NEW_PIN")
                ? digits(Waiting.ENTER_NEW_PIN, text, "[0-9]{6}", "You must provide 6 digits")
                : super.command(command, text);
    }

    @Override
    void given(Waiting what, String digits) throws IOException {
        if (what != Waiting.ENTER_NEW_PIN || tools().reader().card().isEmpty()) {
            super.given(what, digits);
            return;
        }
        tools().reader().card().get().changePin(digits);
        over(SimulatedWorkflows.message("CHANGE_PIN").put("success", true));
    }

    @Override
    void cancelled() throws IOException {
        over(SimulatedWorkflows.message("CHANGE_PIN").put("success", false));
    }
}
