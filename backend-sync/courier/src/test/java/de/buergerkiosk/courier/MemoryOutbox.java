package de.buergerkiosk.courier;

import de.buergerkiosk.contract.filing.FilingId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An outbox in memory that keeps the same promises as the kiosk's store, and checks the courier. */
final class MemoryOutbox implements Outbox {
    enum State {
        WAITING,
        ACKNOWLEDGED,
        REJECTED
    }

    record Entry(Parcel parcel, State state, Instant dueAt, String note) {}

    private final Map<FilingId, Entry> entries = new LinkedHashMap<>();

    synchronized void add(Parcel parcel) {
        entries.put(parcel.id(), new Entry(parcel, State.WAITING, Instant.MIN, ""));
    }

    synchronized Entry entry(FilingId id) {
        return Objects.requireNonNull(entries.get(id));
    }

    synchronized long count(State state) {
        return entries.values().stream().filter(e -> e.state() == state).count();
    }

    @Override
    public synchronized Optional<Parcel> due(Instant now) {
        return entries.values().stream()
                .filter(e -> e.state() == State.WAITING && !e.dueAt().isAfter(now))
                .findFirst()
                .map(Entry::parcel);
    }

    @Override
    public synchronized void acknowledged(FilingId id, String receiptJws) {
        settle(id, State.ACKNOWLEDGED, receiptJws);
    }

    @Override
    public synchronized void rejected(FilingId id, String reason) {
        settle(id, State.REJECTED, reason);
    }

    @Override
    public synchronized void postponed(FilingId id, Instant until, String reason) {
        var old = entry(id);
        var parcel = old.parcel();
        entries.put(
                id,
                new Entry(
                        new Parcel(id, parcel.body(), parcel.digest(), parcel.attempts() + 1),
                        State.WAITING,
                        until,
                        reason));
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return entries.values().stream()
                .filter(e -> e.state() == State.WAITING)
                .map(Entry::dueAt)
                .min(Comparator.naturalOrder());
    }

    private void settle(FilingId id, State state, String note) {
        var old = entry(id);
        if (old.state() != State.WAITING) {
            throw new IllegalStateException("settled twice: " + id);
        }
        entries.put(id, new Entry(old.parcel(), state, old.dueAt(), note));
    }
}
