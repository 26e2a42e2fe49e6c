package de.buergerkiosk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The open file. One connection, one writer at a time; what {@link #transaction} has returned from
 * survives a power cut ({@code WAL} with {@code synchronous=FULL}).
 */
public final class Database implements AutoCloseable {
    private final Connection connection;
    private final Optional<DataFolder> folder;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    private Database(Connection connection, Optional<DataFolder> folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** Work inside a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The file could not be opened, and a fresh one could not be made either. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Another kiosk works in the folder; the message names the folder and the cure. */
    public static final class InUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        InUse(String message) {
            super(message);
        }
    }

    /**
     * Holds the folder, and opens or makes the file {@code kiosk.db} in it. A damaged file is never
     * used and never deleted: it is set aside, what can be read of it is carried over, and an
     * incident says so.
     *
     * @throws InUse when another kiosk works there
     * @throws Unusable with the place and the cure, when the folder cannot be written
     */
    public static Database open(Path folder, InstantSource clock) {
        return open(folder, clock, _ -> {});
    }

    /** As above; says what of the replacement of a damaged file is durable. */
    static Database open(Path folder, InstantSource clock, Consumer<SetAside.Step> passed) {
        var held = DataFolder.hold(folder);
        var opened = false;
        try {
            var file = held.file();
            var setAside = new SetAside(file, passed);
            setAside.resume();
            if (Files.exists(file)) {
                damage(file).ifPresent(damage -> setAside.replace(damage, clock.instant()));
            }
            var database = new Database(connect(file), Optional.of(held));
            opened = true;
            return database;
        } finally {
            if (!opened) {
                held.close();
            }
        }
    }

    /** A file of its own with all tables, in a folder that is held already. */
    static Database make(Path file) {
        return new Database(connect(file), Optional.empty());
    }

    private static Optional<String> damage(Path file) {
        // SQLite takes an empty file for a new one; a file system that lost its bytes must not pass
        // for a kiosk that was never used.
        if (size(file) == 0 && size(Path.of(file + "-wal")) == 0) {
            return Optional.of("the file is empty");
        }
        try (var probe = Salvage.source(file).getConnection();
                var check = probe.createStatement();
                var rows = check.executeQuery("pragma quick_check(1)")) {
            var verdict = rows.next() ? rows.getString(1) : "no answer";
            return "ok".equals(verdict) ? Optional.empty() : Optional.of(verdict);
        } catch (SQLException e) {
            if (e instanceof SQLiteException trouble
                    && (trouble.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT
                            || trouble.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB)) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            // Locked, full, read-only, foreign: the file itself may be sound, so it stays.
            throw unusable(file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static Connection connect(Path file) {
        var source = source(file);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:store/migrations")
                    .loggers("slf4j")
                    .load()
                    .migrate();
            var connection = source.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (FlywayException | SQLException e) {
            throw unusable(file, e);
        }
    }

    private static Unusable unusable(Path file, Exception cause) {
        return new Unusable(
                "kiosk.data: cannot use "
                        + file
                        + "; is the disk full, or does the file belong to another user?",
                cause);
    }

    static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(3000);
        // takes the write lock at once, so that two writers queue instead of failing half way
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /**
     * Runs the work in one transaction; durable when it returns.
     *
     * @throws Unusable when the disk refuses: then nothing of the work has happened
     */
    <T> T transaction(Work<T> work) {
        oneAtATime.lock();
        try {
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new Unusable("the kiosk's database refuses: " + e.getMessage(), e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** One statement in a transaction of its own. */
    int change(String sql, Object... values) {
        return transaction(c -> update(c, sql, values));
    }

    <T> List<T> all(String sql, Row<T> row, Object... values) {
        return transaction(c -> query(c, sql, row, values));
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        return all(sql, row, values).stream().findFirst();
    }

    static int update(Connection c, String sql, Object... values) throws SQLException {
        try (var statement = c.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> query(Connection c, String sql, Row<T> row, Object... values)
            throws SQLException {
        try (var statement = c.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.of(rows));
                }
                return found;
            }
        }
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        oneAtATime.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("closing the kiosk's database", e));
        } finally {
            folder.ifPresent(DataFolder::close);
            oneAtATime.unlock();
        }
    }
}
