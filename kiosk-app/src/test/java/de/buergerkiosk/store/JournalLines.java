package de.buergerkiosk.store;

import java.util.List;

/** What stands in the file, for tests. */
public final class JournalLines {
    private JournalLines() {}

    /** The stages of all visits in the order of writing. */
    public static List<String> stages(Database database) {
        return database.all("select stage from journal order by seq", row -> row.getString(1));
    }

    /** Why the visits ended, oldest first; {@code open} for one that did not. */
    public static List<String> endings(Database database) {
        return database.all(
                "select coalesce(ended_by, 'open') from visit order by rowid",
                row -> row.getString(1));
    }

    /** How many payment pages somebody may have seen. */
    public static int pagesShown(Database database) {
        return database.all("select 1 from page_payment where step = 'SENT'", row -> row.getInt(1))
                .size();
    }

    /** The seal of the only filing that has one, wherever it is by now. */
    public static List<String> seals(Database database) {
        return database.all(
                "select coalesce(sealed, cast(body as text)) from filing where"
                        + " coalesce(sealed, body) is not null order by rowid",
                row -> row.getString(1));
    }
}
