-- What a partner's node reads: its clients, its orders, what it is asked, what it announced.

create table if not exists persons (
    person_id   uuid        primary key,
    name        text        not null,
    known_since timestamptz not null,
    keep_until  date
);

create table if not exists orders (
    order_id         uuid        primary key,
    person_id        uuid        not null,
    ordered_by       text        not null,
    service          text        not null,
    state            text        not null,
    placed_at        timestamptz not null,
    decision_pending boolean     not null,
    hours_per_day    numeric     not null,
    days             text        not null,
    first_day        date        not null,
    last_day         date,
    fee_per_hour     numeric,
    version          integer     not null,
    acknowledged     integer     not null,
    sheet            jsonb
);
create index if not exists orders_person on orders (person_id);

create table if not exists amendments (
    order_id      uuid    not null,
    version       integer not null,
    valid_from    date    not null,
    hours_per_day numeric not null,
    fee_per_hour  numeric,
    primary key (order_id, version)
);

create table if not exists requests (
    request_id uuid primary key,
    person_id  uuid not null,
    asked_by   text not null,
    kind       text not null,
    answer_by  date,
    answered   boolean not null default false
);
create index if not exists requests_person on requests (person_id);

create table if not exists announcements (
    announcement_id uuid        primary key,
    fact            text        not null,
    person_id       uuid,
    data            jsonb       not null,
    announced_at    timestamptz not null,
    announced_by    text        not null,
    position        bigint      not null
);
create index if not exists announcements_person on announcements (person_id, position);
