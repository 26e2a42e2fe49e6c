package de.buergerkiosk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A damaged file, only ever read: from both ends of each table up to where it is broken. */
final class Salvage implements AutoCloseable {
    private final Connection connection;
    private final Set<String> problems = new LinkedHashSet<>();

    private Salvage(Connection connection) {
        this.connection = connection;
    }

    /** Takes one row; may refuse it. */
    @FunctionalInterface
    interface Sink {
        void take(Row row) throws SQLException;
    }

    /** A row as it lies in the file, of whichever version of the tables; empty columns are not in it. */
    record Row(Map<String, Object> values) {
        Row {
            values = Map.copyOf(values);
        }

        String text(String column) {
            return String.valueOf(values.getOrDefault(column, ""));
        }

        long number(String column) {
            return values.get(column) instanceof Number number ? number.longValue() : 0;
        }
    }

    /**
     * Opens the file for reading; its log is read, and left as it is.
     *
     * @throws SQLException only when there is no such file
     */
    static Salvage from(Path file) throws SQLException {
        return new Salvage(source(file).getConnection());
    }

    /** A source that never writes, not even at the end. */
    static SQLiteDataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(3000);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /**
     * Hands over every row that can be read, in the order of writing.
     *
     * @return whether that is the whole table for certain
     */
    boolean each(String table, Sink sink) throws SQLException {
        long last = Long.MIN_VALUE;
        try (var rows = new Cursor(table, "asc")) {
            while (rows.next()) {
                last = rows.place();
                sink.take(rows.row());
            }
            if (!rows.broken) {
                return isSound(table);
            }
        }
        var behind = new ArrayDeque<Row>();
        try (var rows = new Cursor(table, "desc")) {
            while (rows.next() && rows.place() > last) {
                behind.addFirst(rows.row());
            }
        }
        for (var row : behind) {
            sink.take(row);
        }
        return false;
    }

    /** Whether the file has that table, as far as anybody can tell. */
    boolean has(String table) {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select 1 from sqlite_master where name = '" + table + "'")) {
            return rows.next();
        } catch (SQLException e) {
            problems.add(String.valueOf(e.getMessage()));
            return true;
        }
    }

    /** Whether the pages of the table hang together; what an index says does not matter here. */
    private boolean isSound(String table) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma quick_check('" + table + "')")) {
            return rows.next() && "ok".equals(rows.getString(1));
        } catch (SQLException e) {
            problems.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** What SQLite said about the places that could not be read. */
    Optional<String> problem() {
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", problems));
    }

    /** Rows from one end of a table; a broken page ends them like the last row. */
    private final class Cursor implements AutoCloseable {
        private final Statement statement;
        private @Nullable ResultSet rows;
        private Map<String, Object> row = Map.of();
        private boolean broken;

        Cursor(String table, String direction) throws SQLException {
            statement = connection.createStatement();
            try {
                rows =
                        statement.executeQuery(
                                "select rowid as place, * from %s order by rowid %s"
                                        .formatted(table, direction));
            } catch (SQLException e) {
                breaks(e);
            }
        }

        boolean next() {
            if (rows == null || broken) {
                return false;
            }
            try {
                if (!rows.next()) {
                    return false;
                }
                var names = rows.getMetaData();
                var read = new LinkedHashMap<String, Object>();
                for (int i = 1; i <= names.getColumnCount(); i++) {
                    var value = rows.getObject(i);
                    if (value != null) {
                        read.put(names.getColumnName(i), value);
                    }
                }
                row = read;
                return true;
            } catch (SQLException e) {
                breaks(e);
                return false;
            }
        }

        private void breaks(SQLException e) {
            broken = true;
            problems.add(String.valueOf(e.getMessage()));
        }

        long place() {
            return row().number("place");
        }

        Row row() {
            return new Row(row);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
