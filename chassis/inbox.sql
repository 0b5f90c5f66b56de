-- Everything that others told us, kept as received.

create table if not exists inbox (
    arrival           bigint      generated always as identity,
    publisher         text        not null,
    sequence          bigint      not null,
    fact_id           uuid        not null,
    type              text        not null,
    form              text        not null,
    person_id         uuid,
    received_at       timestamptz not null,
    envelope          text        not null,
    digest            text        not null,
    previous_digest   text        not null,
    fetched           boolean     not null,  -- the publisher itself gave it, from its register
    state             text        not null default 'received'
                      check (state in ('received', 'handled', 'parked', 'waiting')),
    reason            text,
    attempts          integer     not null default 0,
    timeline_position bigint,
    primary key (publisher, sequence)
);
create index if not exists inbox_by_fact on inbox (fact_id);
create index if not exists inbox_held on inbox (person_id) where state in ('parked', 'waiting');
create index if not exists inbox_by_timeline on inbox (timeline_position);

create table if not exists inbox_heads (
    publisher text   primary key,
    through   bigint not null,   -- everything up to here is handled, parked or waiting
    announced bigint not null,   -- what the publisher says it has told us
    digest    text   not null    -- of the envelope at `through`
);

-- What came under our name but is no envelope for us, or does not continue what we were told.
create table if not exists inbox_rejected (
    id          bigint      generated always as identity primary key,
    subject     text        not null,
    raw         bytea       not null,
    reason      text        not null,
    received_at timestamptz not null
);
create unique index if not exists inbox_rejected_once on inbox_rejected (subject, sha256(raw));
