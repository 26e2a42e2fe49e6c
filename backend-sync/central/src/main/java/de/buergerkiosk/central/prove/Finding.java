package de.buergerkiosk.central.prove;

import de.buergerkiosk.central.appointment.store.AppointmentLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** What the rows say, against what the clients were told. */
record Finding(
        List<Attempt> attempts,
        List<AppointmentLedger.Slot> slots,
        List<AppointmentLedger.Row> rows) {
    Finding {
        attempts = List.copyOf(attempts);
        slots = List.copyOf(slots);
        rows = List.copyOf(rows);
    }

    /** Wishes for the last places, without repetitions. */
    long wishes() {
        return attempts.stream()
                .filter(a -> a.round().equals(BookingProof.LAST_PLACES) && a.what().equals("book"))
                .count();
    }

    /** Places that were fought for. */
    long capacity() {
        return fought().mapToLong(AppointmentLedger.Slot::capacity).sum();
    }

    /** Appointments at these places. */
    long booked() {
        return rows.stream()
                .filter(row -> row.venue().equals(BookingProof.LAST_PLACES) && row.isLive())
                .count();
    }

    /** Appointments beyond the capacity of their slot, over all slots of both rounds. */
    long overbooked() {
        return slots.stream()
                .mapToLong(slot -> Math.max(0, covering(slot) - slot.capacity()))
                .sum();
    }

    long errors() {
        return attempts.stream().filter(a -> a.outcome().equals("error")).count();
    }

    boolean holds() {
        return overbooked() == 0 && errors() == 0 && broken().isEmpty();
    }

    /** Every other rule that does not hold, in words. */
    List<String> broken() {
        var broken = new ArrayList<String>();
        for (var slot : slots) {
            if (slot.taken() != covering(slot)) {
                broken.add(
                        "slot %s %s counts %d, and %d appointments cover it"
                                .formatted(
                                        slot.venue(), slot.start(), slot.taken(), covering(slot)));
            }
        }
        fought().filter(slot -> slot.taken() < slot.capacity())
                .forEach(slot -> broken.add("a place at %s was lost".formatted(slot.start())));
        var kept = new HashMap<String, AppointmentLedger.Row>();
        rows.forEach(row -> kept.put(row.code(), row));
        for (var attempt : attempts) {
            var row = kept.get(attempt.code());
            if (!attempt.code().isEmpty() && (row == null || !row.id().equals(attempt.request()))) {
                broken.add("a client holds a code that is of nobody, or of somebody else");
            }
        }
        long granted = attempts.stream().filter(a -> a.outcome().equals("granted")).count();
        if (granted != rows.size()) {
            broken.add(granted + " wishes were granted, and there are " + rows.size() + " rows");
        }
        return broken;
    }

    /** All rows as CSV, so that anyone can count again. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        lines(
                folder.resolve("attempts.csv"),
                "round,client,what,request,service,start,outcome,code",
                attempts.stream().map(Attempt::csv));
        lines(
                folder.resolve("slots.csv"),
                "venue,start,minutes,capacity,taken",
                slots.stream()
                        .map(s ->
                                "%s,%s,%d,%d,%d"
                                        .formatted(
                                                s.venue(),
                                                s.start(),
                                                s.minutes(),
                                                s.capacity(),
                                                s.taken())));
        lines(
                folder.resolve("appointments.csv"),
                "id,venue,service,start,until,slots,code,state",
                rows.stream()
                        .map(r ->
                                "%s,%s,%s,%s,%s,%d,%s,%s"
                                        .formatted(
                                                r.id(),
                                                r.venue(),
                                                r.service(),
                                                r.start(),
                                                r.until(),
                                                r.slots(),
                                                r.code(),
                                                r.state())));
        lines(folder.resolve("broken.txt"), "rules that do not hold:", broken().stream());
    }

    private Stream<AppointmentLedger.Slot> fought() {
        return slots.stream().filter(slot -> slot.venue().equals(BookingProof.LAST_PLACES));
    }

    private long covering(AppointmentLedger.Slot slot) {
        return rows.stream().filter(row -> row.covers(slot)).count();
    }

    private static void lines(Path file, String head, Stream<String> rows) throws IOException {
        Files.write(file, Stream.concat(Stream.of(head), rows).toList());
    }
}
