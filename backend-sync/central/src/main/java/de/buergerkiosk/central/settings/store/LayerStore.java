package de.buergerkiosk.central.settings.store;

import de.buergerkiosk.central.settings.Layer;
import de.buergerkiosk.central.settings.Layer.Level;
import de.buergerkiosk.central.settings.LayerBook;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The table of changes. Two people who change one layer at once meet at its unique version. */
public final class LayerStore implements LayerBook {
    private static final int BYTES_MAX = 1 << 20;

    private final JdbcClient sql;

    public LayerStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Kept> newest(Level level, String name) {
        return history(level, name, 1).stream().findFirst();
    }

    @Override
    public List<Kept> history(Level level, String name, int most) {
        return sql.sql(
                        """
                        select * from layer_change where level = ? and name = ?
                        order by version desc limit ?
                        """)
                .params(word(level), name, most)
                .query((row, _) -> kept(row))
                .list();
    }

    @Override
    public List<Layer> upTo(long change) {
        return sql.sql(
                        """
                        select distinct on (level, name) * from layer_change where number <= ?
                        order by level, name, version desc
                        """)
                .param(change)
                .query((row, _) -> kept(row).layer())
                .list();
    }

    @Override
    public List<Kept> changes(long above, long upTo, int most) {
        return sql.sql(
                        """
                        select * from layer_change where number > ? and number <= ?
                        order by number desc limit ?
                        """)
                .params(above, upTo, most)
                .query((row, _) -> kept(row))
                .list();
    }

    @Override
    public long newestChange() {
        return sql.sql("select coalesce(max(number), 0) from layer_change")
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Kept> change(
            Level level,
            String name,
            int version,
            ObjectNode values,
            String note,
            String by,
            Instant at) {
        try {
            return sql.sql(
                            """
                            insert into layer_change (level, name, version, content, note, made_by, made_at)
                            select ?, ?, ?, ?, ?, ?, ?
                            where ? = coalesce(
                                (select max(version) from layer_change where level = ? and name = ?), 0)
                            returning *
                            """)
                    .params(
                            word(level),
                            name,
                            version + 1,
                            CanonicalJson.text(values),
                            note,
                            by,
                            OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                            version,
                            word(level),
                            name)
                    .query((row, _) -> kept(row))
                    .optional();
        } catch (DuplicateKeyException e) {
            // the same version a moment earlier
            return Optional.empty();
        }
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var change =
                new Layer.Change(
                        row.getLong("number"),
                        row.getString("made_by"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant());
        var layer =
                new Layer(
                        Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        change,
                        CanonicalJson.read(row.getString("content"), BYTES_MAX));
        return new Kept(layer, row.getInt("version"), row.getString("note"));
    }
}
