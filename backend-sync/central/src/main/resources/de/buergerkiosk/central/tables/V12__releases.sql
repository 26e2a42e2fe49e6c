-- Signed bundles, each once, however many kiosks take it.
create table bundle (
    digest  text primary key check (digest ~ '^[0-9a-f]{64}$'),
    version bigint      not null,
    content bytea       not null,
    made_at timestamptz not null
);

-- A release freezes the layers as they are and goes to some kiosks first, then to all.
create table release (
    number      bigint generated always as identity primary key,
    up_to       bigint      not null,
    audience    text        not null,
    state       text        not null check (state in ('running', 'stopped', 'rolled-back')),
    note        text        not null,
    made_by     text        not null,
    made_at     timestamptz not null,
    changed_at  timestamptz not null
);

-- One sequence for all versions: whatever reaches a kiosk later has a greater one.
create sequence bundle_version;

-- What a kiosk is to be. "turn" ascends with each change, so that a watcher asks for what is new.
create sequence desired_turn;
create table desired (
    kiosk   text primary key references kiosk,
    version bigint      not null,
    digest  text        not null references bundle,
    release bigint      not null references release,
    turn    bigint      not null,
    since   timestamptz not null
);
create index desired_by_turn on desired (turn);

-- Every bundle that a kiosk was ever to take, for going back.
create table desired_before (
    kiosk   text        not null,
    version bigint      not null,
    digest  text        not null,
    release bigint      not null,
    up_to   bigint      not null,
    since   timestamptz not null,
    primary key (kiosk, version)
);
