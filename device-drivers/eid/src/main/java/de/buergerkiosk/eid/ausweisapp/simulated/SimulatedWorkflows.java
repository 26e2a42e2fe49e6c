package de.buergerkiosk.eid.ausweisapp.simulated;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one client asks of a {@link SimulatedAusweisApp}, outside and inside of workflows. */
final class SimulatedWorkflows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SimulatedAusweisApp.Settings settings;
    private final SimulatedReader reader;
    private final Wire wire;
    private int level;
    private Optional<SimulatedWorkflow> workflow = Optional.empty();

    SimulatedWorkflows(SimulatedAusweisApp.Settings settings, SimulatedReader reader, Wire wire) {
        this.settings = settings;
        this.reader = reader;
        this.wire = wire;
        this.level = settings.levels().stream().mapToInt(l -> l).max().orElse(1);
        if (this.level > 2) {
            // newer versions begin with level 2 for clients of the time before
            this.level = 2;
        }
    }

    /** Where messages go. */
    interface Wire {
        void send(String message) throws IOException;

        void sendBytes() throws IOException;

        void hangUp() throws IOException;
    }

    private static final Set<String> QUESTIONS =
            Set.of("GET_INFO", "GET_API_LEVEL", "SET_API_LEVEL", "GET_READER", "GET_READER_LIST");

    /** Value of cmd, or INVALID. */
    static String commandName(String text) {
        try {
            JsonNode command = JSON.readTree(text);
            return command.path("cmd").asString("INVALID");
        } catch (JacksonException e) {
            return "INVALID";
        }
    }

    void command(String name, String text) throws IOException {
        if (settings.faults().contains(SdkFault.KNOWS_NO_QUESTIONS) && QUESTIONS.contains(name)) {
            send(message("UNKNOWN_COMMAND").put("error", name));
            return;
        }
        switch (name) {
            case "INVALID" -> send(message("INVALID").put("error", "illegal value (offset: 1)"));
            case "GET_INFO" -> {
                ObjectNode info = message("INFO");
                info.putObject("VersionInfo")
                        .put("Name", "AusweisApp2")
                        .put("Implementation-Title", "AusweisApp2")
                        .put("Implementation-Version", "0.0.0-simulated")
                        .put("Specification-Title", "TR-03124");
                send(info);
            }
            case "GET_API_LEVEL" -> sendLevel(Optional.empty());
            case "SET_API_LEVEL" -> {
                int wanted = JSON.readTree(text).path("level").asInt(0);
                boolean known = settings.levels().contains(wanted);
                level = known ? wanted : level;
                sendLevel(known ? Optional.empty() : Optional.of("Unknown level"));
            }
            case "GET_READER_LIST" -> {
                ObjectNode list = message("READER_LIST");
                list.putArray("readers").add(reader.shown(level));
                send(list);
            }
            case "GET_READER" -> tellReader();
            case "GET_STATUS" -> {
                if (workflow.isPresent()) {
                    workflow.get().status();
                } else {
                    send(
                            message("STATUS")
                                    .putNull("workflow")
                                    .putNull("progress")
                                    .putNull("state"));
                }
            }
            case "RUN_AUTH", "RUN_CHANGE_PIN" -> run(name, text);
            default -> inWorkflow(name, text);
        }
    }

    private void run(String name, String text) throws IOException {
        if (workflow.isPresent()) {
            badState(name);
            return;
        }
        var tools = new SimulatedWorkflow.Tools(settings, reader, this, wire, level);
        SimulatedWorkflow started =
                name.equals("RUN_AUTH")
                        ? new SimulatedAuth(
                                tools, JSON.readTree(text).path("tcTokenURL").asString(""))
                        : new SimulatedPinChange(tools);
        workflow = Optional.of(started);
        started.start();
    }

    private void inWorkflow(String name, String text) throws IOException {
        switch (name) {
            case "GET_ACCESS_RIGHTS",
                    "SET_ACCESS_RIGHTS",
                    "GET_CERTIFICATE",
                    "ACCEPT",
                    "SET_CARD",
                    "SET_PIN",
                    "SET_CAN",
                    "SET_PUK",
                    "SET_NEW_PIN",
                    "CONTINUE",
                    "CANCEL" -> {
                if (workflow.isEmpty() || !workflow.get().command(name, JSON.readTree(text))) {
                    badState(name);
                }
            }
            default -> send(message("UNKNOWN_COMMAND").put("error", name));
        }
    }

    /** The workflow is over. */
    void over() {
        workflow = Optional.empty();
    }

    void badState(String name) throws IOException {
        send(message("BAD_STATE").put("error", name));
    }

    private void sendLevel(Optional<String> error) throws IOException {
        ObjectNode levels = message("API_LEVEL");
        var available = levels.putArray("available");
        settings.levels().stream().sorted().forEach(available::add);
        levels.put("current", level);
        error.ifPresent(text -> levels.put("error", text));
        send(levels);
    }

    private void tellReader() throws IOException {
        ObjectNode changed = message("READER");
        reader.shown(level).properties().forEach(e -> changed.set(e.getKey(), e.getValue()));
        send(changed);
    }

    void readerChanged() throws IOException {
        tellReader();
        if (workflow.isPresent()) {
            workflow.get().cardChanged();
        }
    }

    boolean keypadWaits() {
        return workflow.filter(SimulatedWorkflow::keypadWaits).isPresent();
    }

    void typed(String digits) throws IOException {
        if (workflow.isPresent()) {
            workflow.get().typed(digits);
        }
    }

    static ObjectNode message(String name) {
        return JsonNodeFactory.instance.objectNode().put("msg", name);
    }

    void send(ObjectNode message) throws IOException {
        wire.send(message.toString());
    }
}
