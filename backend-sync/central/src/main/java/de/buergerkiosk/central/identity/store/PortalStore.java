package de.buergerkiosk.central.identity.store;

import de.buergerkiosk.central.identity.PortalAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of the portal in PostgreSQL. */
public final class PortalStore implements PortalAccounts {
    private final JdbcClient sql;

    public PortalStore(JdbcClient sql) {
        this.sql = sql;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    @Override
    public UUID of(String pseudonymHash, UUID ifNew, Instant now) {
        // one statement: two browsers of one person at the same moment get one account
        return sql.sql(
                        """
                        insert into portal_account (id, pseudonym, made_at, last_at)
                        values (:id, :pseudonym, :now, :now)
                        on conflict (pseudonym) do update set last_at = excluded.last_at
                        returning id
                        """)
                .param("id", ifNew)
                .param("pseudonym", pseudonymHash)
                .param("now", at(now))
                .query(UUID.class)
                .single();
    }

    @Override
    public void keep(String tokenHash, UUID account, Instant now, Instant until) {
        sql.sql("delete from portal_session where ends_at <= :now").param("now", at(now)).update();
        sql.sql(
                        "insert into portal_session (token, account, ends_at) values (:token,"
                                + " :account, :until)")
                .param("token", tokenHash)
                .param("account", account)
                .param("until", at(until))
                .update();
    }

    @Override
    public Optional<UUID> find(String tokenHash, Instant now) {
        return sql.sql("select account from portal_session where token = :token and ends_at > :now")
                .param("token", tokenHash)
                .param("now", at(now))
                .query(UUID.class)
                .optional();
    }

    @Override
    public void forget(String tokenHash) {
        sql.sql("delete from portal_session where token = :token")
                .param("token", tokenHash)
                .update();
    }
}
