-- The kiosk's one file. No column holds what a citizen entered, except filing.sealed and
-- filing.body, which only the office in charge can open.

create table visit (
    id       text primary key,
    begun_at text not null,
    ended_at text,
    ended_by text
) strict;

create index visit_open on visit (begun_at) where ended_at is null;

-- Append-only. Each hash covers the row and the hash before it, so a change shows.
create table journal (
    seq    integer primary key,
    visit  text    not null references visit (id),
    at     text    not null,
    stage  text    not null,
    detail text    not null,
    hash   text    not null
) strict;

create index journal_visit on journal (visit, seq);

create trigger journal_is_append_only before update on journal
begin select raise(abort, 'the journal is append-only'); end;

create trigger journal_keeps_everything before delete on journal
begin select raise(abort, 'the journal is append-only'); end;

-- held: sealed, waits for its payment. queued: released, body is what the courier carries.
-- acknowledged: the centre's signed receipt is here, the content is gone. rejected: the centre
-- refused it; kept for staff. void: not paid, content gone.
create table filing (
    id              text primary key,
    visit           text    not null references visit (id),
    sequence        integer unique,
    service         text    not null,
    service_version text    not null,
    office          text    not null,
    submitted_at    text    not null,
    due_cents       integer not null check (due_cents >= 0),
    state           text    not null check (state in ('held', 'queued', 'acknowledged', 'rejected', 'void')),
    sealed          text,
    body            blob,
    digest          text,
    attempts        integer not null default 0,
    due_at          integer, -- milliseconds since 1970
    problem         text,
    receipt         text,
    check (state <> 'held' or sealed is not null),
    check (state not in ('queued', 'rejected') or (body is not null and digest is not null and sequence is not null)),
    check (state <> 'acknowledged' or (receipt is not null and body is null and sealed is null)),
    check (state <> 'void' or (body is null and sealed is null))
) strict;

create index filing_due on filing (due_at, sequence) where state = 'queued';

-- The write-ahead journal of the payment terminal; card data redacted by its driver.
create table payment (
    seq            integer primary key,
    reference      text    not null,
    step           text    not null check (step in ('INTENT', 'SENT', 'STATUS', 'ACKED', 'DONE')),
    at             text    not null,
    detail         text    not null,
    receipt_number integer not null check (receipt_number between 0 and 9999)
) strict;

create index payment_reference on payment (reference, seq);

-- What staff has to look at: a damaged file set aside, an unclear payment, a refused filing.
create table incident (
    seq    integer primary key,
    at     text not null,
    code   text not null,
    detail text not null
) strict;
