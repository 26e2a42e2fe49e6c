package de.buergerkiosk.central.watch.store;

import de.buergerkiosk.central.database.DatabaseAddress;
import de.buergerkiosk.contract.fleet.Heartbeat;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The statement that keeps a heartbeat, and nothing else: one prepared statement on one connection,
 * each committed. What the door does is measured against it.
 */
public final class RawBeats implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement statement;

    private RawBeats(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(WatchStore.KEEP);
    }

    public static RawBeats open(DatabaseAddress address) throws SQLException {
        return new RawBeats(
                DriverManager.getConnection(address.url(), address.user(), address.password()));
    }

    /** Durable when it returns. */
    public void keep(String kiosk, Heartbeat beat, Instant at) throws SQLException {
        statement.setString(1, beat.boot());
        statement.setLong(2, beat.number());
        statement.setObject(3, OffsetDateTime.ofInstant(beat.at(), ZoneOffset.UTC));
        statement.setObject(4, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        statement.setString(5, new String(beat.json(), StandardCharsets.UTF_8));
        statement.setString(6, kiosk);
        if (statement.executeUpdate() != 1) {
            throw new IllegalStateException("a bench that keeps nothing");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
