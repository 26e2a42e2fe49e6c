package de.buergerkiosk.central.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.RunningCentre;
import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.AppointmentBook;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.store.AppointmentLedger;
import de.buergerkiosk.central.appointment.store.AppointmentStore;
import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two dozen clients at once, and whether the proof would notice if places were given twice. */
class LastPlacesAreFoughtForTest {
    private static final int CLIENTS = 24;

    private static Finding proof(Database database, AppointmentBook book) throws Exception {
        return new BookingProof(
                        book, AppointmentLedger.of(database), new SecureRandom(), CLIENTS, 7)
                .run();
    }

    @Test
    void everyPlaceIsGivenOnceAndNobodyMeetsAnError(@TempDir Path folder) throws Exception {
        try (var database = Database.open(RunningCentre.freshDatabase(), 12)) {
            var finding = proof(database, AppointmentStore.on(database));
            assertEquals(List.of(), finding.broken());
            assertEquals(0, finding.errors());
            assertEquals(0, finding.overbooked());
            assertEquals(120, finding.capacity());
            assertEquals(120, finding.booked());
            assertEquals(24 * 40, finding.wishes());
            assertTrue(finding.holds());
            assertTrue(
                    finding.attempts().stream()
                            .anyMatch(a -> a.what().equals("move") && a.outcome().equals("done")));
            assertTrue(
                    finding.attempts().stream()
                            .anyMatch(a -> a.what().equals("move") && a.outcome().equals("taken")));
            finding.write(folder);
            var rows = Files.readAllLines(folder.resolve("appointments.csv"));
            assertEquals(120, rows.stream().filter(r -> r.contains(",last-places,")).count());
            assertEquals(1, Files.readAllLines(folder.resolve("broken.txt")).size());
        }
    }

    @Test
    void whoLooksFirstAndBooksLaterIsFoundOut() throws Exception {
        try (var database = Database.open(RunningCentre.freshDatabase(), 12)) {
            var finding = proof(database, new LooksFirst(database));
            assertTrue(finding.overbooked() > 0, "the proof must see what a naive book does");
            assertFalse(finding.holds());
        }
    }

    /** What one writes without thinking of others: two statements, and a gap between them. */
    private static final class LooksFirst implements AppointmentBook {
        private final AppointmentStore book;
        private final JdbcClient sql;

        LooksFirst(Database database) {
            book = AppointmentStore.on(database);
            sql = JdbcClient.create(database.source());
        }

        @Override
        public boolean take(Draft draft) {
            var wanted = draft.appointment();
            var start = OffsetDateTime.ofInstant(wanted.start(), ZoneOffset.UTC);
            var until = OffsetDateTime.ofInstant(wanted.until(), ZoneOffset.UTC);
            var free =
                    sql.sql(
                                    """
                                    select count(*) from slot
                                    where venue = ? and start >= ? and start < ? and taken < capacity
                                    """)
                            .params(wanted.venue(), start, until)
                            .query(Integer.class)
                            .single();
            if (free < wanted.slots() || known(wanted.id()).isPresent()) {
                return false;
            }
            sql.sql(
                            """
                            update slot set taken = least(capacity, taken + 1)
                            where venue = ? and start >= ? and start < ?
                            """)
                    .params(wanted.venue(), start, until)
                    .update();
            sql.sql(
                            """
                            insert into appointment (id, wish, kiosk, venue, service, start, until, slots, code,
                                                     state, language, made_at, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'booked', 'de', now(), now())
                            """)
                    .params(
                            wanted.id(),
                            draft.wish(),
                            draft.kiosk(),
                            wanted.venue(),
                            wanted.service(),
                            start,
                            until,
                            wanted.slots(),
                            wanted.code().symbols())
                    .update();
            return true;
        }

        @Override
        public void lay(Day day) {
            book.lay(day);
        }

        @Override
        public List<Instant> free(
                String venue, Instant from, Instant until, int slots, int itemsMax) {
            return book.free(venue, from, until, slots, itemsMax);
        }

        @Override
        public Optional<Known> known(UUID id) {
            return book.known(id);
        }

        @Override
        public Optional<Appointment> find(AppointmentCode code) {
            return book.find(code);
        }

        @Override
        public Optional<Appointment> findByDigest(String digest, Instant around) {
            return book.findByDigest(digest, around);
        }

        @Override
        public Appointment confirm(Appointment held, Contact contact, Instant at) {
            return book.confirm(held, contact, at);
        }

        @Override
        public Appointment cancel(Appointment appointment, Instant at) {
            return book.cancel(appointment, at);
        }

        @Override
        public Optional<Appointment> move(
                Appointment appointment, Instant start, int slots, int slotMinutes, Instant at) {
            return book.move(appointment, start, slots, slotMinutes, at);
        }

        @Override
        public int releaseExpired(Instant at) {
            return book.releaseExpired(at);
        }
    }
}
