-- The kiosks of the city. "denied" is for a machine that is lost: its certificate opens no door.
create table kiosk (
    id      text primary key,
    site    text        not null,
    groups  text[]      not null,
    denied  boolean     not null default false,
    made_by text        not null,
    made_at timestamptz not null
);

-- Codes are kept as hashes. The certificate that a code bought stays with it, so that a kiosk whose
-- line broke at the wrong moment gets the very same one again.
create table enrolment (
    code_hash   text primary key check (code_hash ~ '^[0-9a-f]{64}$'),
    kiosk       text        not null references kiosk,
    made_by     text        not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null check (expires_at > made_at),
    void        boolean     not null default false,
    used_at     timestamptz,
    key_hash    text,
    certificate text,
    check ((used_at is null) = (key_hash is null)),
    check ((used_at is null) = (certificate is null))
);

create index enrolment_of_kiosk on enrolment (kiosk) where used_at is null and not void;

-- Every certificate that a kiosk ever got by a code or by renewal. Those from before a new
-- enrolment are denied: the machine that had them is another one.
create table certificate (
    serial     text primary key,
    kiosk      text        not null references kiosk,
    issued_at  timestamptz not null,
    until      timestamptz not null,
    denied     boolean     not null default false
);

create index certificate_of_kiosk on certificate (kiosk);

alter table person drop constraint person_role_check;
alter table person add constraint person_role_check check (role in ('CLERK', 'LEAD', 'ADMIN'));
