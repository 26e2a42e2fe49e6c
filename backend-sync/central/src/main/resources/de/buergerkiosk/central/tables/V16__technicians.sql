-- Technicians look after machines; what they may do says Person.Role.
alter table person drop constraint person_role_check;
alter table person add constraint person_role_check
    check (role in ('CLERK', 'LEAD', 'ADMIN', 'TECHNICIAN'));
