package de.buergerkiosk.prove;

import de.buergerkiosk.demo.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A kiosk process of one visit, and what it said until it was killed or ended. */
public record Victim(ChildProcess process, BlockingQueue<JsonNode> events)
        implements AutoCloseable {
    private static final Duration EVENT_MAX = Duration.ofMinutes(2);
    private static final Duration LAST_WORDS_MAX = Duration.ofSeconds(2);

    /** Not said by the process: it is gone. */
    private static final String ENDED = "ended";

    /**
     * Starts it; the visit begins when it is told to go.
     *
     * @param log takes its standard error
     * @param javaOptions further options for its Java
     * @param service that the citizen chooses, or an errand's tile
     * @param more options of the visit
     */
    public static Victim start(
            Path log, List<String> javaOptions, Path config, String service, List<String> more)
            throws IOException {
        var arguments = new ArrayList<>(List.of("prove", "crash-visit"));
        arguments.addAll(List.of("--config", config.toString(), "--service", service));
        arguments.addAll(more);
        var process = ChildProcess.start("kiosk", log, javaOptions, arguments);
        var events = new LinkedBlockingQueue<JsonNode>();
        process.onEvent(events::add);
        process.onEnd(_ -> events.add(JsonMapper.shared().createObjectNode().put("event", ENDED)));
        return new Victim(process, events);
    }

    /**
     * The wanted event; empty if the process ends, or is silent for too long, without it.
     *
     * @param passed gets the points on the way
     */
    public Optional<JsonNode> next(String wanted, List<String> passed) throws InterruptedException {
        var patience = EVENT_MAX;
        while (true) {
            var event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                return Optional.empty();
            }
            var name = event.path("event").asString();
            switch (name) {
                case "passed", "at" -> passed.add(event.path("point").asString());
                // What it said before may still be on its way.
                case ENDED -> patience = LAST_WORDS_MAX;
                default -> {}
            }
            if (name.equals(wanted) || (wanted.equals("at") && name.equals("done"))) {
                return Optional.of(event);
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
