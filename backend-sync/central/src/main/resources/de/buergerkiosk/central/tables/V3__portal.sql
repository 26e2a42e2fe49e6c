-- Who comes back to their applications with an ID card. A card gives this city a pseudonym that says
-- nothing about the person; not even that is kept, only a hash that is keyed with a secret outside of
-- the database. Whoever has the table alone can link it to no card.
create table portal_account (
    id        uuid primary key,
    pseudonym text        not null unique check (pseudonym ~ '^[0-9a-f]{64}$'),
    made_at   timestamptz not null,
    last_at   timestamptz not null
);

-- A browser that is signed in. The token itself is only in the browser.
create table portal_session (
    token   text primary key check (token ~ '^[0-9a-f]{64}$'),
    account uuid        not null references portal_account on delete cascade,
    ends_at timestamptz not null
);

create index portal_session_by_end on portal_session (ends_at);
