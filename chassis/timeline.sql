-- One dated line a fact, by client: others' facts from the inbox, and our own.

create table if not exists timeline (
    position     bigint      primary key,
    person_id    uuid        not null,
    fact_id      uuid        not null,
    type         text        not null,
    unit         text        not null,
    form         text        not null,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null,
    disclosed_at timestamptz not null,
    received_at  timestamptz not null,
    legal_basis  text        not null,
    actor_role   text,
    data         json        not null
);
create index if not exists timeline_newest on timeline (person_id, occurred_at desc, position desc);
create index if not exists timeline_arrival on timeline (person_id, position);

-- The only definition of a timeline row: live entries and a rebuild both come from these two.
create or replace function told_entry(i inbox) returns setof timeline language sql stable as $$
    select i.timeline_position, i.person_id, i.fact_id, i.type, i.publisher, i.form, e.time,
        e.recordedtime, e.disclosedtime, i.received_at, e.legalbasis, e.actorrole, e.data
    from json_to_record(i.envelope::json) as e (
        time timestamptz, recordedtime timestamptz, disclosedtime timestamptz, legalbasis text,
        actorrole text, data json)
    where i.person_id is not null and i.timeline_position is not null
$$;
create or replace view own_entries as
    select f.timeline_position as position, f.person_id, f.fact_id, f.type, u.name as unit,
        'full' as form, f.occurred_at, f.recorded_at, f.recorded_at as disclosed_at,
        f.recorded_at as received_at, f.legal_basis, f.actor_role, f.data
    from facts f cross join this_unit u
    where f.person_id is not null and f.timeline_position is not null;
