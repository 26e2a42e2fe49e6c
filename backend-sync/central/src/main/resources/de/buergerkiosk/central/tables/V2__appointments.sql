-- Places at a venue. One row is one slot; "taken" counts the appointments that cover it, and the
-- check is the last line of defence behind the one statement that books.
create table slot (
    venue    text        not null,
    start    timestamptz not null,
    minutes  integer     not null check (minutes > 0),
    capacity integer     not null,
    taken    integer     not null default 0,
    open     boolean     not null default true,
    primary key (venue, start),
    check (taken between 0 and capacity)
) with (fillfactor = 70);

-- Which plan the slots of a day were laid by; another plan lays them anew.
create table slot_day (
    venue text not null,
    day   date not null,
    plan  text not null,
    primary key (venue, day)
);

-- The number is chosen by the kiosk, so that a repeated request finds its own answer.
create table appointment (
    id         uuid primary key,
    wish       text        not null check (wish ~ '^[0-9a-f]{64}$'),
    kiosk      text        not null,
    venue      text        not null,
    service    text        not null,
    start      timestamptz not null,
    until      timestamptz not null check (until > start),
    slots      integer     not null check (slots > 0),
    code       text        not null unique,
    state      text        not null
        check (state in ('held', 'booked', 'arrived', 'cancelled', 'expired', 'missed', 'finished')),
    held_until timestamptz,
    sequence   integer     not null default 0,
    language   text        not null check (language in ('de', 'en')),
    mail       text,
    made_at    timestamptz not null,
    changed_at timestamptz not null,
    check ((state = 'held') = (held_until is not null))
);

create index appointment_held on appointment (held_until) where state = 'held';
create index appointment_by_start on appointment (venue, start);

-- Mails wait here from the transaction that causes them; who sends them claims rows, not times.
create table mail (
    id          bigint generated always as identity primary key,
    appointment uuid        not null references appointment,
    kind        text        not null check (kind in ('booked', 'moved', 'cancelled', 'reminder')),
    sequence    integer     not null,
    address     text        not null,
    language    text        not null,
    due_at      timestamptz not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'sent', 'void')),
    unique (appointment, kind, sequence)
);

create index mail_waiting on mail (due_at) where state = 'waiting';

-- Waiting numbers. A number of a venue's day is lent to one kiosk and comes back as one ticket.
create table number_series (
    venue text    not null,
    day   date    not null,
    next  integer not null check (next > 0),
    primary key (venue, day)
);

create table number_block (
    id           uuid primary key,
    kiosk        text        not null,
    venue        text        not null,
    day          date        not null,
    first_number integer     not null check (first_number > 0),
    last_number  integer     not null check (last_number >= first_number),
    lent_at      timestamptz not null,
    foreign key (venue, day) references number_series
);

create index number_block_of_day on number_block (venue, day, kiosk);

create table ticket (
    id          uuid primary key,
    kiosk       text        not null,
    venue       text        not null,
    day         date        not null,
    number      integer     not null check (number > 0),
    service     text        not null,
    appointment uuid unique references appointment,
    taken_at    timestamptz not null,
    received_at timestamptz not null,
    state       text        not null default 'waiting'
        check (state in ('waiting', 'called', 'missed', 'finished')),
    unique (venue, day, number)
);
