-- What first contact reads: persons to be found, contacts, applications, households.

-- Trigrams, by which a name with a typing error is found. The owner of a database may create it.
create extension if not exists pg_trgm;

-- Numbers of documents. Not a read model: the only place where they are, deletable row by row.
create table if not exists identifiers (
    ref        uuid    primary key,
    person_id  uuid    not null,
    id_type    text    not null,
    number     text    not null,
    hash       text    not null,      -- keyed; what the search compares
    superseded boolean not null default false
);
create unique index if not exists identifiers_hash
    on identifiers (id_type, hash) where not superseded;
create index if not exists identifiers_person on identifiers (person_id);
create index if not exists identifiers_by_hash on identifiers (hash) where not superseded;

create sequence if not exists receipt_numbers;

create table if not exists persons (
    person_id    uuid   primary key,
    given_names  text   not null,
    family_name  text   not null,
    name_key     text   not null,     -- normalised, words in alphabetical order
    family_key   text   not null,
    birth_date   date   not null,
    sex          text   not null,
    id_type      text   not null,
    id_ref       uuid,
    teryt        text   not null,
    street       text,
    postal_code  text,
    city         text,
    address_key  text,
    phone        text,
    phone_key    text,
    position     bigint not null,
    merged_into  uuid                 -- who this entry turned out to be
);
create index if not exists persons_family on persons (family_key text_pattern_ops);
create index if not exists persons_family_alike on persons using gin (family_key gin_trgm_ops);
create index if not exists persons_name_alike on persons using gin (name_key gin_trgm_ops);
create index if not exists persons_address_alike on persons using gin (address_key gin_trgm_ops);
create index if not exists persons_birth on persons (birth_date);
create index if not exists persons_phone on persons (phone_key);
create index if not exists persons_id_ref on persons (id_ref);

-- Who called or signalled. Not a read model: the only place where they are, deletable row by row.
create table if not exists callers (
    ref         uuid    primary key,
    contact_id  uuid    not null,
    name        text    not null,
    phone       text    not null,
    institution text    not null
);
create index if not exists callers_contact on callers (contact_id);

create table if not exists contacts (
    contact_id    uuid        primary key,
    person_id     uuid,                -- nobody knows yet
    channel       text        not null,
    source        text,                -- who signalled, where the centre is to act ex officio
    urgent        boolean     not null,
    protected     boolean     not null,
    state         text        not null,
    outcome       text,
    target_units  text[]      not null,
    alarm_since   timestamptz,         -- a crisis that nobody has taken yet
    registered_at timestamptz not null,
    registered_by text        not null,
    position      bigint      not null
);
alter table contacts add column if not exists alarm_escalated timestamptz;  -- nobody took it in time
create index if not exists contacts_person on contacts (person_id, position desc);
create index if not exists contacts_state on contacts (state, position);
create index if not exists contacts_alarm on contacts (alarm_since) where alarm_since is not null;

-- What benefits told of whom we sent there without an application.
create table if not exists without_proceeding (
    contact_id uuid primary key,
    said_on    date not null
);

create table if not exists appointments (
    appointment_id uuid        primary key,
    contact_id     uuid        not null,
    person_id      uuid        not null,
    unit           text        not null,
    at             timestamptz not null,
    worker         text,
    joint_with     text[]      not null,
    place          text        not null,
    state          text        not null,
    protected      boolean     not null
);
alter table appointments add column if not exists minutes integer not null default 30;
create index if not exists appointments_contact on appointments (contact_id, at);
create index if not exists appointments_time on appointments (at);

-- Not a read model: written in the transaction of the appointment's events, so that nobody has two
-- clients at once. It begins with what was booked before there was this table.
do $$ begin
    if to_regclass('workers_times') is null then
        create table workers_times (
            worker         text        not null,
            at             timestamptz not null,     -- to the minute
            until          timestamptz not null,
            appointment_id uuid        not null,
            primary key (worker, at)
        );
        insert into workers_times (worker, at, until, appointment_id)
            select worker, date_trunc('minute', at),
                date_trunc('minute', at) + make_interval(mins => minutes), appointment_id
            from appointments
            where state = 'booked' and worker is not null
            order by appointment_id
            on conflict do nothing;
    elsif not exists (
        select from information_schema.columns
        where table_schema = current_schema and table_name = 'workers_times'
        and column_name = 'until'
    ) then  -- times of before there was a length
        alter table workers_times add column until timestamptz;
        update workers_times set until = at + interval '30 minutes';
        alter table workers_times alter column until set not null;
    end if;
end $$;
create index if not exists workers_times_appointment on workers_times (appointment_id);

-- What the catalogue of help said, twice dated: for which days, and from when to when we knew it so.
create table if not exists catalogue (
    entry_id   uuid        not null,
    number     integer     not null,
    content    jsonb       not null,
    benefit    text,
    valid_from date        not null,
    valid_to   date,
    known_from timestamptz not null,
    known_to   timestamptz,
    primary key (entry_id, number, known_from)
);
create index if not exists catalogue_valid on catalogue (valid_from, valid_to);

create table if not exists catalogue_entries (
    entry_id   uuid    primary key,
    title      text    not null,
    state      text    not null,
    drafted_by text    not null,
    has_draft  boolean not null,
    position   bigint  not null
);

create table if not exists applications (
    application_id uuid   primary key,
    contact_id     uuid   not null,
    person_id      uuid   not null,
    benefit_types  text[] not null,
    filed_on       date   not null,
    channel        text   not null,
    receipt_number text   not null,
    position       bigint not null
);
create index if not exists applications_person on applications (person_id, position desc);

-- What was, what is, since when we know it, why and by whom: each corrected field a row.
create table if not exists person_changes (
    person_id uuid        not null,
    position  bigint      not null,
    field     text        not null,
    was       text,
    now       text,
    reason    text        not null,
    actor_id  text        not null,
    at        timestamptz not null,
    primary key (person_id, position, field)
);

-- Not a read model: written in the transaction of the household's events, while the log is locked,
-- so that nobody is in two households on one day.
create table if not exists household_members (
    household_id uuid not null,
    person_id    uuid not null,
    relation     text not null,
    since        date not null,
    until        date,                -- the first day without them
    primary key (household_id, person_id, since)
);
create index if not exists household_members_person on household_members (person_id);

-- Which person a row of another system's file stands for.
create table if not exists imported_rows (
    source    text not null,
    row       text not null,
    person_id uuid not null,
    primary key (source, row)
);
