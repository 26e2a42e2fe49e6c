package de.buergerkiosk.payment.paypage.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the provider knows for certain: the truth that a register's journal is compared with. A file
 * gets a line for each change, and is read again after a restart.
 */
final class PageBooks {
    private final InstantSource clock;
    private final Optional<Path> file;
    private final Consumer<PageEntry> changed;
    private final Map<String, PageEntry> byId = new LinkedHashMap<>();

    PageBooks(InstantSource clock, Optional<Path> file, Consumer<PageEntry> changed)
            throws IOException {
        this.clock = clock;
        this.file = file;
        this.changed = changed;
        if (file.isPresent() && Files.exists(file.get())) {
            for (var line : Files.readAllLines(file.get())) {
                var entry = JsonMapper.shared().readValue(line, PageEntry.class);
                byId.put(entry.transactionId(), entry);
            }
        }
    }

    /** Empty when the reference has a transaction already. */
    synchronized Optional<PageEntry> open(
            String requestId, long cents, String purpose, String returnTo) {
        if (byId.values().stream().anyMatch(entry -> entry.requestId().equals(requestId))) {
            return Optional.empty();
        }
        return Optional.of(
                write(
                        new PageEntry(
                                byId.size() + 1,
                                requestId,
                                cents,
                                purpose,
                                returnTo,
                                "INITIAL",
                                clock.instant())));
    }

    synchronized Optional<PageEntry> find(String transactionId) {
        return Optional.ofNullable(byId.get(transactionId));
    }

    /** Only what is open changes; whatever came first stays. */
    synchronized Optional<PageEntry> change(String transactionId, String state) {
        var entry = byId.get(transactionId);
        if (entry == null || !entry.state().equals("INITIAL")) {
            return Optional.empty();
        }
        return Optional.of(write(entry.in(state, clock.instant())));
    }

    synchronized Optional<PageEntry> latestOpen() {
        return byId.values().stream()
                .filter(entry -> entry.state().equals("INITIAL"))
                .reduce((earlier, later) -> later);
    }

    synchronized List<PageEntry> all() {
        return List.copyOf(new ArrayList<>(byId.values()));
    }

    private PageEntry write(PageEntry entry) {
        file.ifPresent(path -> {
            try {
                Files.writeString(
                        path,
                        JsonMapper.shared().writeValueAsString(entry) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        byId.put(entry.transactionId(), entry);
        changed.accept(entry);
        return entry;
    }
}
