-- What a unit keeps about its copies: whose they are, how far they have come, what was counted.

create table if not exists this_unit (
    only_row boolean primary key default true check (only_row),
    name     text    not null   -- written when the part starts
);

create table if not exists checkpoints (
    name     text   primary key,
    position bigint not null
);
insert into checkpoints values ('follower', 0) on conflict do nothing;

create table if not exists counters (
    name  text   primary key,
    value bigint not null
);
insert into counters values ('disclosures', 0), ('timeline', 0) on conflict do nothing;
