-- The write-ahead journal of payments on a payment page: the same steps as at the terminal, and no
-- receipt numbers. SENT holds the provider's number, before anybody sees the page's address.
create table page_payment (
    seq            integer primary key,
    reference      text    not null,
    step           text    not null check (step in ('INTENT', 'SENT', 'STATUS', 'ACKED', 'DONE')),
    at             text    not null,
    detail         text    not null,
    receipt_number integer not null check (receipt_number = 0)
) strict;

create index page_payment_reference on page_payment (reference, seq);
