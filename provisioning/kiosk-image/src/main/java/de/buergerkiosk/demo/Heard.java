package de.buergerkiosk.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the centre has heard the kiosk of a house: its last heartbeat, as the console shows it.
 *
 * @param mode {@code service} while citizens are served
 * @param devices the state of each, by its name
 */
record Heard(String kiosk, String mode, Map<String, String> devices) {
    static final String NEVER = "the console has no heartbeat of the kiosk";

    /** The first heartbeat comes with the opening; a busy computer takes its time. */
    private static final Duration FIRST_MAX = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(250);

    Heard {
        devices = Map.copyOf(devices);
    }

    /** Asks the desk until it has heard the kiosk, or the patience is over. */
    static Optional<Heard> at(House.Centre centre, Consumer<String> progress)
            throws InterruptedException {
        try {
            var desk = new DeskClient(centre.deskUrl(), centre.logins());
            var pause = new CountDownLatch(1);
            for (long i = 0; i < FIRST_MAX.dividedBy(POLL); i++) {
                var heard = desk.heard(Joining.KIOSK);
                if (heard.isPresent()) {
                    return heard.map(Heard::of);
                }
                var _ = pause.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            progress.accept("The desk does not answer: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Heard of(JsonNode kiosk) {
        var heartbeat = kiosk.path("heartbeat");
        var devices = new TreeMap<String, String>();
        for (var each : heartbeat.path("devices")) {
            devices.put(each.path("id").asString(), each.path("state").asString());
        }
        return new Heard(
                kiosk.path("kiosk").asString(), heartbeat.path("mode").asString(), devices);
    }

    void write(ObjectNode report) {
        var json = report.putObject("heartbeat").put("kiosk", kiosk).put("mode", mode);
        var states = json.putObject("devices");
        new TreeMap<>(devices).forEach(states::put);
    }
}
