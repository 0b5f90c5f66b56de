-- What this unit has said, who has to do with whom, and who was told what: the register that the
-- law asks for is the outbox.

-- Own public facts in full: the source of the own timeline and of back-fill.
create table if not exists facts (
    fact_id           uuid        primary key,
    event_position    bigint      not null,  -- 0: said by the disclosure itself
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
    only_to           text[],                -- told to these units only, whoever else is involved
    restated_from     text,                  -- the unit that told us first; it is not told again
    timeline_position bigint,
    unique (event_position, ordinal)
);
create index if not exists facts_by_person on facts (person_id, event_position, ordinal);
create index if not exists facts_by_timeline on facts (timeline_position);

-- Each period in which a unit has to do with a person, and what began and ended it.
create table if not exists involvements (
    id        bigint      generated always as identity primary key,
    unit      text        not null,
    person_id uuid        not null,
    reference uuid        not null,
    reason    text        not null,
    since     timestamptz not null,
    begun_by  uuid        not null,
    until     timestamptz,
    ended_by  uuid,
    keep_days integer
);
create unique index if not exists involvements_now
    on involvements (person_id, unit, reference) where until is null;
create index if not exists involvements_by_person on involvements (person_id);

create table if not exists recipients (
    unit     text   primary key,
    sequence bigint not null,
    digest   text   not null   -- of the envelope with that sequence
);

create table if not exists disclosures (
    position     bigint      primary key,  -- the order in which the relay sends
    recipient    text        not null,
    sequence     bigint      not null,
    fact_id      uuid        not null references facts,
    person_id    uuid,                     -- null where the form does not name the person
    subject      text        not null,
    form         text        not null,
    legal_basis  text        not null,
    disclosed_at timestamptz not null,
    traceparent  text,
    envelope     text        not null,     -- exactly as sent
    unique (recipient, sequence),
    unique (fact_id, recipient)
);
