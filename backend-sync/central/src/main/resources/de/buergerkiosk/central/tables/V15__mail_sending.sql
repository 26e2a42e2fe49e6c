-- How a mail gets out exactly once. "sending": somebody has it until leased_until, and its end is not
-- on the wire yet. "handed": written down before the last dot of the SMTP dialogue; if nobody writes
-- down the answer, nobody knows whether the mail server has it, and it becomes "unclear".
-- message_id and made_at are chosen with the first attempt, so that a later one says the same.
alter table mail
    drop constraint mail_state_check,
    add constraint mail_state_check
        check (state in ('waiting', 'sending', 'handed', 'sent', 'unclear', 'refused', 'void')),
    add column message_id   text unique,
    add column made_at      timestamptz,
    add column sender       uuid,
    add column leased_until timestamptz,
    add column attempts     integer not null default 0,
    add column next_at      timestamptz,
    add column trouble      text    not null default '',
    add column settled_at   timestamptz,
    add constraint mail_is_somebodys
        check (state not in ('sending', 'handed') or (sender is not null and leased_until is not null));

create index mail_underway on mail (leased_until) where state in ('sending', 'handed');
create index mail_troubled on mail (id) where state in ('unclear', 'refused');
