-- What benefits reads. Every table can be dropped and filled again from the log and the inbox.

-- Written when an application is heard of, in the inbox's transaction: reactions rely on it.
create table if not exists applications (
    case_id        uuid   primary key,
    application_id uuid   not null,
    person_id      uuid   not null,
    position       bigint generated always as identity
);
create index if not exists applications_person on applications (person_id);

create table if not exists cases (
    case_id   uuid    primary key,
    person_id uuid    not null,
    benefit   text    not null,
    state     text    not null,
    urgent    boolean not null,
    worker    text,
    filed_on  date    not null,
    view      jsonb   not null,
    position  bigint  not null
);
create index if not exists cases_person on cases (person_id);
create index if not exists cases_worker on cases (worker, state);

create table if not exists assessments (
    case_id  uuid    primary key,
    state    text    not null,
    lacking  boolean not null,
    view     jsonb   not null,
    position bigint  not null
);

create table if not exists means (
    case_id  uuid   primary key,
    view     jsonb  not null,
    position bigint not null
);

create table if not exists evidence (
    evidence_id uuid   primary key,
    case_id     uuid   not null,
    view        jsonb  not null,
    position    bigint not null
);
create index if not exists evidence_case on evidence (case_id);

create table if not exists decisions (
    decision_id uuid    primary key,
    case_id     uuid    not null,
    person_id   uuid    not null,
    benefit     text    not null,
    kind        text    not null,
    state       text    not null,
    to_realise  boolean not null,
    view        jsonb   not null,
    position    bigint  not null
);
create index if not exists decisions_case on decisions (case_id);
create index if not exists decisions_state on decisions (state, position);

create table if not exists entitlements (
    entitlement_id uuid   primary key,
    case_id        uuid   not null,
    person_id      uuid   not null,
    benefit        text   not null,
    state          text   not null,
    view           jsonb  not null,
    position       bigint not null
);
create index if not exists entitlements_case on entitlements (case_id);

create table if not exists payments (
    payment_id     uuid    primary key,
    entitlement_id uuid    not null,
    case_id        uuid    not null,
    person_id      uuid    not null,
    month          text    not null,
    due_on         date    not null,
    amount         numeric not null,
    method         text    not null,
    state          text    not null,
    paid_on        date
);
create index if not exists payments_case on payments (case_id);
create index if not exists payments_person on payments (person_id);

create table if not exists practices (
    unit text  primary key,
    view jsonb not null
);

create table if not exists deadlines (
    holder  uuid not null,             -- the case, assessment, decision or entitlement
    case_id uuid not null,
    kind    text not null,
    due_on  date not null,
    primary key (holder, kind)
);
create index if not exists deadlines_case on deadlines (case_id);

-- What an urgent grant left open is due only while the assessment still lacks it.
create or replace view open_deadlines as
    select d.* from deadlines d
    where d.kind <> 'FOLLOW_UP'
       or exists (select from assessments a where a.case_id = d.case_id and a.lacking);

-- What others told us, as far as our rules and lists need it.

create table if not exists persons (
    person_id   uuid primary key,
    given_names text not null,
    family_name text not null,
    birth_date  date not null
);
alter table persons add column if not exists address jsonb;
create index if not exists persons_family on persons (lower(family_name) text_pattern_ops);

create table if not exists household_members (
    household_id uuid not null,
    person_id    uuid not null,
    primary key (household_id, person_id)
);
create index if not exists household_members_person on household_members (person_id);

create table if not exists social_workers (
    person_id uuid not null,
    worker_id text not null,
    primary key (person_id, worker_id)
);
