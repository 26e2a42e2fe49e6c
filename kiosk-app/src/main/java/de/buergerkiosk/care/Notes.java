package de.buergerkiosk.care;

import java.util.Optional;

/** Small things that have to be known after a restart, by name. Each change is durable at once. */
public interface Notes {
    Optional<String> read(String name);

    void keep(String name, String value);

    void forget(String name);
}
