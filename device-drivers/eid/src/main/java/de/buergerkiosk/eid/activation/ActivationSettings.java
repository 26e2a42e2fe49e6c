package de.buergerkiosk.eid.activation;

import de.buergerkiosk.eid.OwnMachine;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the installed client listens, and how long the kiosk waits for it.
 *
 * @param endpoint without query; TR-03124-1, 2.1 reserves {@code http://127.0.0.1:24727/eID-Client}
 * @param reader the citizen's reader, to see whether the card was taken; empty for any
 * @param answerMax for the client to say that it is there
 * @param workflowMax for the citizen to get through in the client's own windows
 */
public record ActivationSettings(
        URI endpoint, Optional<String> reader, Duration answerMax, Duration workflowMax) {
    public static final URI RESERVED = URI.create("http://127.0.0.1:24727/eID-Client");

    public ActivationSettings {
        if (OwnMachine.address(endpoint.toString(), "http").isEmpty()) {
            throw new IllegalArgumentException(
                    "an eID client listens at an address like " + RESERVED);
        }
        if (!answerMax.isPositive() || !workflowMax.isPositive()) {
            throw new IllegalArgumentException("waits must be positive");
        }
    }

    public static ActivationSettings usual() {
        return new ActivationSettings(
                RESERVED, Optional.empty(), Duration.ofSeconds(5), Duration.ofMinutes(5));
    }

    public ActivationSettings at(URI other) {
        return new ActivationSettings(other, reader, answerMax, workflowMax);
    }

    public ActivationSettings withReader(String name) {
        return new ActivationSettings(endpoint, Optional.of(name), answerMax, workflowMax);
    }

    public ActivationSettings within(Duration atMost) {
        return new ActivationSettings(endpoint, reader, answerMax, atMost);
    }
}
