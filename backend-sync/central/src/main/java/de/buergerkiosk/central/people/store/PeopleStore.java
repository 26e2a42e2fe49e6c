package de.buergerkiosk.central.people.store;

import de.buergerkiosk.central.people.PeopleBook;
import de.buergerkiosk.central.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of people. */
public final class PeopleStore implements PeopleBook {
    private final JdbcClient sql;

    public PeopleStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Known> find(String name) {
        return sql.sql("select * from person where name = ?")
                .param(name)
                .query((row, _) -> known(row))
                .optional();
    }

    @Override
    public void put(Person person, String passwordHash, Instant now) {
        sql.sql(
                        """
                        insert into person (name, display_name, role, offices, password, created_at)
                        values (?, ?, ?, string_to_array(?, ','), ?, ?)
                        on conflict (name) do update
                        set display_name = excluded.display_name, role = excluded.role,
                            offices = excluded.offices, password = excluded.password
                        """)
                .params(
                        person.name(),
                        person.displayName(),
                        person.role().name(),
                        String.join(",", person.offices()),
                        passwordHash,
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean isEmpty() {
        return sql.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Person(
                        row.getString("name"),
                        row.getString("display_name"),
                        Person.Role.valueOf(row.getString("role")),
                        Set.of((String[]) row.getArray("offices").getArray())),
                row.getString("password"));
    }
}
