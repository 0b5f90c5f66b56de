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

-- The only definition of a timeline row: live entries and a rebuild both come from here.
create or replace view timeline_source as
    select i.timeline_position as position, i.person_id, i.fact_id, i.type, i.publisher as unit,
        i.form, e.time as occurred_at, e.recordedtime as recorded_at,
        e.disclosedtime as disclosed_at, i.received_at, e.legalbasis as legal_basis,
        e.actorrole as actor_role, e.data
    from inbox i
    cross join lateral json_to_record(i.envelope::json) as e (
        time timestamptz, recordedtime timestamptz, disclosedtime timestamptz, legalbasis text,
        actorrole text, data json)
    where i.person_id is not null and i.timeline_position is not null
    union all
    select f.timeline_position, f.person_id, f.fact_id, f.type, u.name, 'full', f.occurred_at,
        f.recorded_at, f.recorded_at, f.recorded_at, f.legal_basis, f.actor_role, f.data
    from facts f cross join this_unit u
    where f.person_id is not null and f.timeline_position is not null;
