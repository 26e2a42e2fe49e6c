package de.buergerkiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A disk that forgets pages of a table. */
final class Damage {
    private static final int PAGE_BYTES = 4096;

    private Damage() {}

    /** Zeroes the last leaf of the table: rows before it can still be read. */
    static void lastPageOf(String table, Path folder) throws IOException, SQLException {
        var leaves = leaves(table, folder);
        zero(folder, leaves.getLast());
    }

    /** Zeroes a leaf in the middle: rows before and behind it can still be read. */
    static void middlePageOf(String table, Path folder) throws IOException, SQLException {
        var leaves = leaves(table, folder);
        zero(folder, leaves.get(leaves.size() / 2));
    }

    private static void zero(Path folder, long page) throws IOException {
        try (var file = FileChannel.open(folder.resolve("kiosk.db"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[PAGE_BYTES]), (page - 1) * PAGE_BYTES);
        }
    }

    /** In the order of the table; there is none while its rows fit on one page. */
    private static List<Long> leaves(String table, Path folder) throws SQLException {
        var pages = new ArrayList<Long>();
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kiosk.db"));
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select pageno from dbstat where pagetype = 'leaf' and name = '"
                                        + table
                                        + "' order by path")) {
            while (rows.next()) {
                pages.add(rows.getLong(1));
            }
        }
        return pages;
    }
}
