-- How each kiosk was when it was last heard of. A row is overwritten by each heartbeat.
create table beat (
    kiosk       text primary key references kiosk,
    boot        text        not null,
    number      bigint      not null,
    sent_at     timestamptz not null,
    received_at timestamptz not null,
    body        text        not null
) with (fillfactor = 50);

-- What each kiosk said last about a bundle, and the settings that hold there.
create table report (
    kiosk       text primary key references kiosk,
    version     bigint      not null,
    digest      text        not null,
    state       text        not null,
    detail      text        not null,
    settings    text        not null,
    received_at timestamptz not null
);

create table incident (
    id              bigint generated always as identity primary key,
    kiosk           text        not null references kiosk,
    kind            text        not null,
    subject         text        not null,
    detail          text        not null,
    opened_at       timestamptz not null,
    resolved_at     timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    note            text        not null default '',
    check ((acknowledged_at is null) = (acknowledged_by is null))
);

create unique index incident_open on incident (kiosk, kind, subject) where resolved_at is null;
create index incident_newest on incident (opened_at desc);
