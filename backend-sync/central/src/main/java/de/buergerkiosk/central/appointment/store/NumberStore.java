package de.buergerkiosk.central.appointment.store;

import static de.buergerkiosk.central.appointment.store.Rows.utc;

import de.buergerkiosk.central.appointment.NumberBlock;
import de.buergerkiosk.central.appointment.NumberBook;
import de.buergerkiosk.central.appointment.Ticket;
import de.buergerkiosk.central.appointment.TicketOutcome;
import de.buergerkiosk.central.appointment.WaitingNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Waiting numbers in PostgreSQL: the series of a day is locked by each lending, for an instant. */
public final class NumberStore implements NumberBook {
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    public NumberStore(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public NumberBlock lend(
            UUID request, String kiosk, String venue, LocalDate day, int size, Instant at) {
        return lent(request)
                .orElseGet(() -> {
                    try {
                        lendNew(request, kiosk, venue, day, size, at);
                    } catch (DuplicateKeyException e) {
                        // the same request a moment earlier; its numbers are the answer
                        return lent(request).orElseThrow();
                    }
                    return lent(request).orElseThrow();
                });
    }

    /** One statement: a number that is taken from the series is in a block, or not taken. */
    private void lendNew(
            UUID request, String kiosk, String venue, LocalDate day, int size, Instant at) {
        sql.sql(
                        """
                        with series as (
                            insert into number_series (venue, day, next) values (?, ?, 1 + ?)
                            on conflict (venue, day) do update set next = number_series.next + ?
                            returning next
                        )
                        insert into number_block (id, kiosk, venue, day, first_number, last_number, lent_at)
                        select ?, ?, ?, ?, next - ?, next - 1, ? from series
                        """)
                .params(venue, day, size, size, request, kiosk, venue, day, size, utc(at))
                .update();
    }

    /** Goes past all numbers of a venue's day that a database from a backup does not know. */
    public void passGap(String venue, LocalDate day) {
        sql.sql(
                        """
                        insert into number_series (venue, day, next) values (?, ?, 1001)
                        on conflict (venue, day) do update
                        set next = least(number_series.next + 1000, greatest(number_series.next, 9001))
                        """)
                .params(venue, day)
                .update();
    }

    private Optional<NumberBlock> lent(UUID request) {
        return sql.sql("select * from number_block where id = ?")
                .param(request)
                .query((row, _) ->
                        new NumberBlock(
                                row.getObject("id", UUID.class),
                                row.getString("kiosk"),
                                row.getString("venue"),
                                row.getObject("day", LocalDate.class),
                                row.getInt("first_number"),
                                row.getInt("last_number")))
                .optional();
    }

    @Override
    public TicketOutcome keep(Ticket ticket, Instant at) {
        try {
            return Objects.requireNonNull(
                    transactions.execute(status -> {
                        var known = known(ticket);
                        if (known.isPresent()) {
                            return known.get();
                        }
                        if (!isLent(ticket)) {
                            return new TicketOutcome.NotLent();
                        }
                        if (ticket.appointment().isPresent() && !arrives(ticket, at)) {
                            return new TicketOutcome.Conflicting();
                        }
                        insert(ticket, at);
                        return new TicketOutcome.Kept();
                    }));
        } catch (DuplicateKeyException e) {
            return known(ticket).orElseGet(TicketOutcome.Conflicting::new);
        }
    }

    private boolean arrives(Ticket ticket, Instant at) {
        return sql.sql(
                                """
                                update appointment set state = 'arrived', changed_at = ?
                                where id = ? and state = 'booked'
                                """)
                        .params(utc(at), ticket.appointment().orElseThrow())
                        .update()
                == 1;
    }

    /**
     * Whoever checks in late ranks by that; a kiosk's clock counts where it can be true, as for
     * check-ins.
     */
    private void insert(Ticket ticket, Instant at) {
        var taken = ticket.takenAt();
        var credible = !taken.isAfter(at) && taken.isAfter(at.minus(WaitingNumbers.WAITED_MAX));
        sql.sql(
                        """
                        insert into ticket (id, kiosk, venue, day, number, service, appointment, taken_at, received_at,
                                            changed_at, promised_at, rank_at)
                        select ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, promised.at, greatest(promised.at, ?::timestamptz)
                        from (select (select start from appointment where id = ?::uuid) as at) as promised
                        """)
                .params(
                        Rows.parameters(
                                ticket.id(),
                                ticket.kiosk(),
                                ticket.venue(),
                                ticket.day(),
                                ticket.number(),
                                ticket.service(),
                                ticket.appointment(),
                                utc(taken),
                                utc(at),
                                utc(at),
                                utc(credible ? taken : at),
                                ticket.appointment()))
                .update();
    }

    /** What an earlier ticket under the same id means for this one. */
    private Optional<TicketOutcome> known(Ticket ticket) {
        return sql.sql(
                        """
                        select kiosk = ? and venue = ? and day = ? and number = ? and service = ?
                               and appointment is not distinct from ?::uuid
                        from ticket where id = ?
                        """)
                .params(
                        Rows.parameters(
                                ticket.kiosk(),
                                ticket.venue(),
                                ticket.day(),
                                ticket.number(),
                                ticket.service(),
                                ticket.appointment(),
                                ticket.id()))
                .query(Boolean.class)
                .optional()
                .map(same -> same ? new TicketOutcome.Repeated() : new TicketOutcome.Conflicting());
    }

    /**
     * From a block of this kiosk; or from one that the centre forgot when a backup was played in. Every
     * number below the next one is in a block, but for those of that gap.
     */
    private boolean isLent(Ticket ticket) {
        return sql.sql(
                        """
                        select coalesce(
                            (select b.kiosk = ? from number_block b
                             where b.venue = s.venue and b.day = s.day
                               and ? between b.first_number and b.last_number),
                            ? < s.next)
                        from number_series s where s.venue = ? and s.day = ?
                        """)
                .params(
                        ticket.kiosk(),
                        ticket.number(),
                        ticket.number(),
                        ticket.venue(),
                        ticket.day())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
