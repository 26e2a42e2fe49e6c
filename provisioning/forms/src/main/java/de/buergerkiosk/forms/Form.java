package de.buergerkiosk.forms;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** The form of one service: pure functions from answers to what is shown, wrong, due and sent. */
public final class Form {
    private final ServiceDefinition definition;

    /** The service whose form it is. */
    public ServiceDefinition definition() {
        return definition;
    }

    public Form(ServiceDefinition definition) {
        this.definition = definition;
    }

    /** Everything that follows from these answers. */
    public FormView view(Answers answers, FormContext context) {
        return new FormView(
                List.of(),
                List.of(),
                Fee.of(List.of()),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                Map.of());
    }

    /**
     * The answers with those of one page put in, raw as they came from the screen.
     *
     * @throws IllegalArgumentException when the page is unknown or a path is not on it
     */
    public Answers put(Answers answers, String page, Map<String, String> rawByPath) {
        return answers.with(rawByPath);
    }
}
