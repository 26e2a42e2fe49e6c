-- Ways to pay beside the card machine: a payment page on the own telephone, and a fee notice later.
alter table payment
    add column transaction_id text,
    add column method         text,
    add column due_on         date;

alter table payment drop constraint payment_state_check;
alter table payment
    add constraint payment_state_check
        check (state in ('nothing-due', 'paid', 'paid-on-page', 'invoiced', 'unclear')),
    add constraint payment_page_names_its_transaction
        check ((state = 'paid-on-page') = (transaction_id is not null)),
    add constraint payment_invoice_has_its_day
        check ((state = 'invoiced') = (due_on is not null));
