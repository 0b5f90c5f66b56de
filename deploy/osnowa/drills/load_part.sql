-- What a unit of a drill derived from its log and its inbox. No keys: what came twice shall show.

create table if not exists drill_followed (
    position  bigint not null,   -- of an event of the own log
    aggregate uuid   not null
);
create table if not exists drill_heard (
    publisher text   not null,
    sequence  bigint not null,
    fact_id   uuid   not null
);

-- What a person's facts of one publisher fold to, in the order in which they were handled.
create table if not exists drill_state (
    publisher text    not null,
    person    uuid    not null,
    facts     integer not null,
    fold      text    not null,
    primary key (publisher, person)
);
