package de.buergerkiosk.central.appointment.store;

import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.AppointmentBook.Draft;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.Wish;
import de.buergerkiosk.central.database.DatabaseAddress;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The statement that books, and nothing else: one prepared statement on one connection, each booking
 * committed. What the centre does is measured against it.
 */
public final class RawBookings implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement statement;

    private RawBookings(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(AppointmentStore.TAKE);
    }

    public static RawBookings open(DatabaseAddress address) throws SQLException {
        return new RawBookings(
                DriverManager.getConnection(address.url(), address.user(), address.password()));
    }

    /** Rows like those of that wish, for one slot of a quarter of an hour. */
    public Draft draft(Wish wish, Contact contact, Instant at, int number) {
        var appointment =
                new Appointment(
                        new UUID(wish.id().getMostSignificantBits(), ~number),
                        wish.venue(),
                        wish.service(),
                        wish.start(),
                        wish.start().plus(Duration.ofMinutes(15)),
                        1,
                        AppointmentCode.next(new SplittableRandom(number)),
                        Appointment.State.BOOKED,
                        Optional.empty(),
                        0,
                        wish.language(),
                        contact);
        return new Draft(appointment, wish.kiosk(), wish.digest(), 15, at);
    }

    /** Books it, durably. */
    public void book(Draft draft) throws SQLException {
        var values = AppointmentStore.parameters(draft);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        try (var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("nothing was free");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
