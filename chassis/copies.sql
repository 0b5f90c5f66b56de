-- What a unit keeps about its copies: whose they are, and how far they have come.

create table if not exists this_unit (
    only_row boolean primary key default true check (only_row),
    name     text    not null   -- written when the part starts
);

-- Its one row is also the lock under which the copies are written.
create table if not exists copies (
    only_row  boolean primary key default true check (only_row),
    followed  bigint  not null,   -- events of the own log up to here are in the copies
    disclosed bigint  not null,   -- the last position in `disclosures`
    shown     bigint  not null    -- the last position in `timeline`
);
insert into copies (followed, disclosed, shown) values (0, 0, 0) on conflict do nothing;
