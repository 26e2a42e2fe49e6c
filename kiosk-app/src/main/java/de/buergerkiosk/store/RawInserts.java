package de.buergerkiosk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The yardstick of the bench: SQLite alone, one row a commit, with the kiosk's own durability. */
public final class RawInserts implements AutoCloseable {
    private final Connection connection;

    private RawInserts(Connection connection) {
        this.connection = connection;
    }

    /** Makes the file with one table. */
    public static RawInserts open(Path file) {
        try {
            var connection = Database.source(file).getConnection();
            connection.setAutoCommit(false);
            Database.update(
                    connection, "create table raw (id text primary key, sealed text) strict");
            connection.commit();
            return new RawInserts(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Durable when it returns. */
    public void insert(String id, String sealed) {
        try {
            Database.update(connection, "insert into raw (id, sealed) values (?, ?)", id, sealed);
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(SQLException e) {
        return new UncheckedIOException(new IOException("the bench's database refuses", e));
    }
}
