-- What social workers read: files, referrals, certificates, and of others what the rules need.

-- Notes and diagnoses. Not a read model: the only place where these texts are, deletable row by row.
create table if not exists texts (
    reference  uuid        primary key,
    file_id    uuid        not null,
    kind       text        not null,
    body       text        not null,
    written_by text        not null,
    written_at timestamptz not null
);
create index if not exists texts_file on texts (file_id, written_at desc);

create table if not exists files (
    file_id   uuid   primary key,
    person_id uuid   not null unique,
    state     text   not null,
    source    text   not null,
    opened_on date   not null,
    worker_id text,
    areas     text[] not null default '{}',
    actions   integer not null default 0,
    minutes   integer not null default 0,
    closed_on date,
    result    text,
    position  bigint not null
);
alter table files add column if not exists decide_since date;
alter table files add column if not exists act_on date;  -- somebody is to act that day
alter table files add column if not exists alarm boolean not null default false;
create index if not exists files_worker on files (worker_id, state);

create table if not exists referrals (
    referral_id     uuid   primary key,
    file_id         uuid   not null,
    person_id       uuid   not null,
    case_id         uuid   not null,
    number          text   not null,
    purposes        text[] not null,
    received_on     date   not null,
    contact_by      date   not null,
    certificate_due date   not null
);
alter table referrals add column if not exists worker_id text;  -- of the team, if one was named
create index if not exists referrals_person on referrals (person_id);

create table if not exists referrals_handed_over (
    referral_id    uuid primary key,
    handed_over_on date not null
);

create table if not exists certificates (
    certificate_id uuid   primary key,
    kind           smallint not null,
    person_id      uuid   not null,
    issued_on      date   not null,
    answer         boolean,              -- 4: has unused; 6: cooperates
    month          text,
    terms_id       uuid,
    referral_id    uuid,
    case_id        uuid,
    covered        uuid[] not null default '{}',
    known          text   not null,      -- with the client's knowledge, or at the client's wish
    issued_by      text   not null,
    position       bigint not null
);
create index if not exists certificates_person on certificates (person_id, position desc);
create index if not exists certificates_terms on certificates (terms_id, month);

create table if not exists terms (
    terms_id  uuid    primary key,
    person_id uuid    not null,
    file_id   uuid    not null,
    set_on    date    not null,
    updated   date    not null,
    case_id   uuid,
    in_force  boolean not null
);
create index if not exists terms_person on terms (person_id);

create table if not exists actions (
    action_id uuid    primary key,
    file_id   uuid    not null,
    type      text    not null,
    minutes   integer not null,
    place     text    not null,
    direct    boolean not null,
    done_on   date    not null,
    done_by   text    not null,
    position  bigint  not null
);
create index if not exists actions_file on actions (file_id, position desc);

-- What others told us, as far as our rules and lists need it.

create table if not exists persons (
    person_id   uuid primary key,
    given_names text not null,
    family_name text not null,
    birth_date  date not null
);

create table if not exists household_members (
    household_id uuid not null,
    person_id    uuid not null,
    primary key (household_id, person_id)
);
create index if not exists household_members_person on household_members (person_id);

create table if not exists case_workers (
    case_id   uuid primary key,
    person_id uuid not null,
    worker_id text not null
);
create index if not exists case_workers_worker on case_workers (worker_id);

create table if not exists benefits_in_force (
    case_id     uuid primary key,
    person_id   uuid not null,
    benefit     text not null,
    period_from date,
    period_to   date,
    stopped_on  date
);
