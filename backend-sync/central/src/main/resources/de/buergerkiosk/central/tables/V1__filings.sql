-- Filings as they arrived. The delivery is the evidence; the other columns are its index.
create sequence receipt_serial;

create table filing (
    id              uuid primary key,
    digest          text        not null check (digest ~ '^[0-9a-f]{64}$'),
    kiosk           text        not null,
    sequence        bigint      not null check (sequence > 0),
    service         text        not null,
    service_version text        not null,
    office          text        not null,
    submitted_at    timestamptz not null,
    received_at     timestamptz not null,
    number          text        not null unique,
    delivery        text        not null,
    receipt         text        not null,
    opened_at       timestamptz,
    opened_by       text,
    check ((opened_at is null) = (opened_by is null))
);

create index filing_by_office on filing (office, received_at desc, id);
create index filing_by_kiosk on filing (kiosk, sequence);

-- The payment ledger. A reference counts once; a second filing with it is kept and marked.
create table payment (
    filing         uuid primary key references filing,
    state          text not null check (state in ('nothing-due', 'paid', 'unclear')),
    amount_cents   bigint check (amount_cents > 0),
    reference      text,
    receipt_number integer,
    trace_number   integer,
    terminal       text,
    card_name      text,
    booked_at      timestamp,
    reused_from    uuid references filing,
    check ((state = 'nothing-due') = (reference is null)),
    check ((reference is null) = (amount_cents is null))
);

create unique index payment_reference on payment (reference) where reused_from is null;

-- The audit trail. The head is locked by each writer, so the chain never forks.
create table audit (
    position bigint primary key,
    at       timestamptz not null,
    actor    text        not null,
    event    text        not null,
    subject  text        not null,
    detail   text        not null,
    hash     text        not null
);

create table audit_head (
    only_one boolean primary key default true check (only_one),
    position bigint not null,
    hash     text   not null
);

insert into audit_head (position, hash) values (0, repeat('0', 64));

create table person (
    name         text primary key,
    display_name text        not null,
    role         text        not null check (role in ('CLERK', 'LEAD')),
    offices      text[]      not null,
    password     text        not null,
    created_at   timestamptz not null
);

-- What was written stays as it was written.
create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_is_append_only before update or delete on audit
    for each row execute function refuse_change();
create trigger payment_is_append_only before update or delete on payment
    for each row execute function refuse_change();
create trigger filing_is_kept before delete on filing
    for each row execute function refuse_change();
create trigger filing_is_evidence
    before update of id, digest, kiosk, sequence, service, office, received_at, number, delivery, receipt
    on filing for each row execute function refuse_change();
