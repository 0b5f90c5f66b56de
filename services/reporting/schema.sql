-- One row for each counted fact. There is no person in it, and no column for one.

create table if not exists counted (
    publisher   text        not null,
    sequence    bigint      not null,
    kind        text        not null,
    fact        text        not null,
    month       text        not null,     -- of the day on which it happened, in Warsaw
    occurred_at timestamptz not null,
    data        jsonb       not null,     -- the fields marked as counted, nothing else
    primary key (publisher, sequence)
);
create index if not exists counted_fact on counted (fact, month);
create index if not exists counted_order on counted ((data->>'order_id')) where data ? 'order_id';
create index if not exists counted_case on counted ((data->>'case_id')) where data ? 'case_id';
