package de.buergerkiosk.central;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.courier.Outbox;
import de.buergerkiosk.courier.Parcel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The kiosk's outbox in memory: what waits, what is acknowledged with which receipt. */
final class WaitingOutbox implements Outbox {
    private final Map<FilingId, Parcel> waiting = new LinkedHashMap<>();
    private final Map<FilingId, Instant> dueAt = new LinkedHashMap<>();
    private final Map<FilingId, String> receipts = new LinkedHashMap<>();
    private String lastReason = "";

    synchronized void add(Delivery delivery) {
        var parcel = new Parcel(delivery.id(), delivery.canonicalJson(), delivery.digest(), 0);
        waiting.put(delivery.id(), parcel);
        dueAt.put(delivery.id(), Instant.MIN);
    }

    synchronized int count() {
        return waiting.size();
    }

    synchronized Map<FilingId, String> receipts() {
        return Map.copyOf(receipts);
    }

    synchronized String lastReason() {
        return lastReason;
    }

    @Override
    public synchronized Optional<Parcel> due(Instant now) {
        return waiting.values().stream()
                .filter(p -> !Objects.requireNonNull(dueAt.get(p.id())).isAfter(now))
                .findFirst();
    }

    @Override
    public synchronized void acknowledged(FilingId id, String receiptJws) {
        waiting.remove(id);
        receipts.put(id, receiptJws);
    }

    @Override
    public synchronized void rejected(FilingId id, String reason) {
        throw new IllegalStateException("nothing here is wrong: " + reason);
    }

    @Override
    public synchronized void postponed(FilingId id, Instant until, String reason) {
        dueAt.put(id, until);
        lastReason = reason;
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return waiting.keySet().stream()
                .map(id -> Objects.requireNonNull(dueAt.get(id)))
                .min(Instant::compareTo);
    }
}
