-- The waiting list at the counters. "promised_at" is the start of the appointment of whoever checked
-- in, "rank_at" the moment that the order counts by: when the number was taken, or the start of the
-- appointment where that is later.
alter table ticket
    add column promised_at timestamptz,
    add column rank_at     timestamptz,
    add column counter     integer check (counter between 1 and 999),
    add column calls       integer not null default 0 check (calls >= 0),
    add column called_at   timestamptz,
    add column changed_at  timestamptz;

update ticket
set promised_at = (select start from appointment where appointment.id = ticket.appointment),
    changed_at = received_at;
update ticket set rank_at = greatest(promised_at, least(taken_at, received_at));

alter table ticket
    alter column rank_at set not null,
    alter column changed_at set not null,
    drop constraint ticket_state_check,
    add constraint ticket_state_check
        check (state in ('waiting', 'called', 'parked', 'missed', 'finished')),
    add constraint ticket_called_somewhere
        check (state not in ('called', 'parked') or (counter is not null and called_at is not null));

-- A counter sees one person at a time: pressed twice, "next" finds the one that it called.
create unique index ticket_at_counter on ticket (venue, day, counter) where state = 'called';
