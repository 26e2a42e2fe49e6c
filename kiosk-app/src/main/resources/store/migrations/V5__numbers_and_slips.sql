-- Waiting numbers that the centre has lent this kiosk. A block is asked for under a number of ours
-- that stands here before the centre hears of it, so that asking again gets the same block.
create table number_block (
    seq   integer primary key,
    id    text    not null unique,
    venue text    not null,
    day   text    not null,
    state text    not null check (state in ('asked', 'lent', 'refused')),
    next  integer,
    last  integer,
    check (state <> 'lent' or (next is not null and last is not null and next <= last + 1))
) strict;

create index number_block_of_day on number_block (venue, day, seq);

-- What a visit takes away. It is owed from the moment that a number is drawn or an appointment asked
-- for, until paper is "how it went". The code of an appointment stands here only while the slip is owed.
create table slip (
    seq     integer primary key,
    visit   text    not null unique references visit (id),
    kind    text    not null check (kind in ('ticket', 'arrival', 'booked', 'moved')),
    venue   text    not null,
    service text,
    day     text,
    number  integer,
    at      text    not null,
    start   text,
    code    text,
    told    integer not null default 0 check (told in (0, 1)),
    paper   text,
    check (paper is null or code is null)
) strict;

create unique index slip_number on slip (venue, day, number) where number is not null;
create index slip_owed on slip (seq) where paper is null;

-- What the centre has to hear of the numbers: carried again and again until it has answered. Of an
-- appointment's code only the hash is in it.
create table number_report (
    seq      integer primary key,
    id       text    not null unique,
    visit    text    not null references visit (id),
    kind     text    not null check (kind in ('ticket', 'check-in')),
    body     text    not null,
    state    text    not null default 'waiting' check (state in ('waiting', 'told', 'refused', 'taken-back')),
    attempts integer not null default 0,
    due_at   integer not null, -- milliseconds since 1970
    problem  text
) strict;

create index number_report_due on number_report (due_at, seq) where state = 'waiting';

-- What the centre told last of its venues: one row.
create table venue_list (
    one  integer primary key check (one = 1),
    json text not null
) strict;
