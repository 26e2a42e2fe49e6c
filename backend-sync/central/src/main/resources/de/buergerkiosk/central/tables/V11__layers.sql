-- Settings by layer. Each change is kept as a whole and for good; the newest of a layer holds.
create table layer_change (
    number  bigint generated always as identity primary key,
    level   text        not null check (level in ('city', 'site', 'group', 'kiosk')),
    name    text        not null,
    version integer     not null check (version > 0),
    content text        not null,
    note    text        not null,
    made_by text        not null,
    made_at timestamptz not null,
    unique (level, name, version)
);

create trigger layer_change_is_append_only before update or delete on layer_change
    for each row execute function refuse_change();
