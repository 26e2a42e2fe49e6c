-- What staff did at the kiosk. Append-only and chained like the journal; never a PIN, nor what was
-- typed as a code that nobody has.
create table staff_log (
    seq    integer primary key,
    at     text not null,
    staff  text not null,
    event  text not null,
    detail text not null,
    hash   text not null
) strict;

create trigger staff_log_is_append_only before update on staff_log
begin select raise(abort, 'the staff log is append-only'); end;

create trigger staff_log_keeps_everything before delete on staff_log
begin select raise(abort, 'the staff log is append-only'); end;

-- Wrong PINs in a row, of a known code or of the kiosk as a whole; a restart forgets none.
create table staff_try (
    subject      text    primary key,
    wrong        integer not null check (wrong >= 0),
    locked_until text    not null
) strict;

-- Small things that hold until staff change them: out of order, a closing that is not settled.
create table staff_note (
    name  text primary key,
    value text not null
) strict;

-- What no other table can tell: papers, and those since the roll was changed.
create table part_count (
    name  text    primary key,
    count integer not null check (count >= 0)
) strict;
