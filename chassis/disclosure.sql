-- Whose database this is; written when the part starts.
create table if not exists this_unit (
    only_row boolean primary key default true check (only_row),
    name     text    not null
);

-- What this unit told, to whom, in which form: the register that the law asks for is the outbox.

create table if not exists counters (
    name  text   primary key,
    value bigint not null
);
insert into counters values ('disclosures', 0), ('timeline', 0) on conflict do nothing;

create table if not exists checkpoints (
    name     text   primary key,
    position bigint not null
);
insert into checkpoints values ('follower', 0) on conflict do nothing;

-- Own public facts in full: the source of the own timeline and of back-fill.
create table if not exists facts (
    fact_id           uuid        primary key,
    event_position    bigint      not null,
    ordinal           integer     not null,
    type              text        not null,
    person_id         uuid,
    occurred_at       timestamptz not null,
    recorded_at       timestamptz not null,
    actor_id          text        not null,
    actor_role        text        not null,
    actor_unit        text        not null,
    correlation_id    uuid        not null,
    causation_id      uuid,
    traceparent       text,
    legal_basis       text        not null,
    data              json        not null,
    only_to           text[],               -- told to these units only, whoever else is involved
    restated_from     text,                 -- the unit that told us first; it is not told again
    timeline_position bigint,
    unique (event_position, ordinal)
);
create index if not exists facts_by_person on facts (person_id, event_position, ordinal);
create index if not exists facts_by_timeline on facts (timeline_position);

create table if not exists involvements (
    unit      text        not null,
    person_id uuid        not null,
    reference uuid        not null,
    reason    text        not null,
    since     timestamptz not null,
    begun_by  uuid        not null,
    until     timestamptz,
    ended_by  uuid,
    keep_days integer,
    primary key (unit, person_id, reference)
);
create index if not exists involvements_by_person on involvements (person_id);
create index if not exists involvements_by_reference on involvements (reference);

create table if not exists recipients (
    unit     text   primary key,
    sequence bigint not null,
    digest   text   not null
);

create table if not exists disclosures (
    position     bigint      primary key,  -- the order in which the relay sends
    recipient    text        not null,
    sequence     bigint      not null,
    fact_id      uuid        not null references facts,
    person_id    uuid,
    subject      text        not null,
    form         text        not null,
    legal_basis  text        not null,
    disclosed_at timestamptz not null,
    traceparent  text,
    envelope     text        not null,     -- exactly as sent
    unique (recipient, sequence),
    unique (recipient, fact_id)
);
create index if not exists disclosures_by_person on disclosures (person_id);
