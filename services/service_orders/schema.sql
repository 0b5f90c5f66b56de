-- What service orders reads: contractors, decisions, orders, months, reports, what was refused.

create table if not exists contractors (
    unit      text   primary key,
    full_name text   not null,
    nip       text   not null,
    regon     text   not null,
    krs       text,
    services  text[] not null
);

-- Decisions of benefits on services, as we were told; terms where they grant or change one.
create table if not exists decisions (
    decision_id   uuid        primary key,
    case_id       uuid        not null,
    person_id     uuid        not null,
    kind          text        not null,
    service       text        not null,
    issued_at     timestamptz not null,
    first_day     date        not null,
    last_day      date        not null,
    hours_per_day numeric     not null,
    fee_per_hour  numeric     not null
);
alter table decisions alter column first_day drop not null;
alter table decisions alter column last_day drop not null;
alter table decisions alter column hours_per_day drop not null;
alter table decisions alter column fee_per_hour drop not null;
alter table decisions add column if not exists number text;
alter table decisions add column if not exists days text;
alter table decisions add column if not exists stops boolean;
alter table decisions add column if not exists overturned_on date;  -- or taken back; null: it holds
create index if not exists decisions_case on decisions (case_id, service, issued_at desc);

-- Whether a decision suspends or ends the service. A refusal or a discontinuance ends it, but as the
-- answer to a reopened review it only takes that review's decision back.
create or replace function decision_stops(p_kind text, p_previous uuid) returns boolean
language sql stable as $$
    select p_kind in ('SUSPEND', 'REVOKE') or p_kind in ('REFUSAL', 'DISCONTINUE') and coalesce(
        (select case when p.kind in ('REFUSAL', 'DISCONTINUE') then p.stops else p.kind not in
                ('CHANGE', 'LIMIT', 'SUSPEND', 'REVOKE', 'CONFIRM', 'CONTINUE', 'FEE') end
           from decisions p where p.decision_id = p_previous), true)
$$;

-- Before there was `stops`, only what grants was kept: the rest is in what benefits had told.
do $$
declare
    told record;
begin
    if exists (
        select from information_schema.columns where table_schema = current_schema
        and table_name = 'decisions' and column_name = 'stops' and is_nullable = 'NO'
    ) then
        return;
    end if;
    for told in
        select i.type, e.envelope, e.envelope -> 'data' as said,
               (e.envelope -> 'data' ->> 'decision_id')::uuid as decision_id
          from inbox i, lateral (select i.envelope::jsonb as envelope) e
         where i.publisher = 'benefits' and i.state = 'handled' and i.type in (
               'osnowa.benefits.decision-issued.v1', 'osnowa.benefits.appeal-resolved.v1',
               'osnowa.benefits.benefit-changed.v1', 'osnowa.benefits.benefit-limited.v1',
               'osnowa.benefits.benefit-suspended.v1', 'osnowa.benefits.benefit-revoked.v1')
         order by i.sequence
    loop
        if told.type = 'osnowa.benefits.decision-issued.v1' then
            insert into decisions (decision_id, case_id, person_id, kind, service, issued_at,
                                   first_day, last_day, number, stops)
            select told.decision_id, (told.said ->> 'case_id')::uuid,
                   (told.envelope ->> 'subject')::uuid, told.said ->> 'kind',
                   told.said ->> 'benefit', (told.envelope ->> 'time')::timestamptz,
                   (told.said ->> 'period_from')::date, (told.said ->> 'period_to')::date,
                   told.said ->> 'number', decision_stops(
                       told.said ->> 'kind', (told.said ->> 'previous_decision_id')::uuid)
             where told.said ->> 'service' is null and told.said ->> 'benefit' in
                   ('HOME_CARE', 'SPECIALIST_CARE', 'DAY_HOME', 'MEAL', 'SHELTER')
                on conflict do nothing;
            update decisions set number = told.said ->> 'number',
                                 days = told.said -> 'service' ->> 'days'
             where decision_id = told.decision_id;
        elsif told.type = 'osnowa.benefits.appeal-resolved.v1' then
            update decisions set overturned_on = (told.said ->> 'on')::date
             where decision_id = told.decision_id and overturned_on is null
               and told.said ->> 'result' in ('SELF_CORRECTED', 'REVERSED', 'REMITTED');
        else
            update decisions set overturned_on = (told.said ->> 'valid_from')::date
             where decision_id = (told.said ->> 'undoes')::uuid and overturned_on is null;
            update decisions set overturned_on =
                   case when told.type = 'osnowa.benefits.benefit-revoked.v1'
                        and kind in ('GRANT', 'PARTIAL')
                        then coalesce(overturned_on, (told.said ->> 'valid_from')::date) end
             where decision_id = told.decision_id;
        end if;
    end loop;
    update decisions set stops = false where stops is null;
    alter table decisions alter column stops set default false, alter column stops set not null;
end $$;

-- What a service is given by: the grant and what changed it, unless they or their grant were
-- overturned. `stopped` is the kind of a later decision that suspends or ends it.
create or replace view decisions_in_force as
select d.decision_id, d.case_id, d.person_id, d.kind, d.service, d.issued_at, d.first_day,
       d.last_day, d.hours_per_day, d.fee_per_hour, d.days, d.number,
       (select s.kind from decisions s
         where s.case_id = d.case_id and s.service = d.service and s.stops
           and s.overturned_on is null and s.issued_at > d.issued_at
         order by s.issued_at desc limit 1) as stopped
  from decisions d
 where d.overturned_on is null and d.hours_per_day is not null
   and coalesce((select g.overturned_on is null from decisions g
                  where g.case_id = d.case_id and g.service = d.service
                    and g.kind in ('GRANT', 'PARTIAL') and g.issued_at <= d.issued_at
                  order by g.issued_at desc limit 1), true);

create table if not exists orders (
    order_id           uuid        primary key,
    person_id          uuid        not null,
    case_id            uuid        not null,
    service            text        not null,
    contractor         text        not null,
    client_name        text        not null,
    state              text        not null,
    prepared_on        date        not null,
    placed_at          timestamptz,
    decision_id        uuid,
    decision_issued_at timestamptz,
    confirm_by         date,
    decision_pending   boolean     not null default false,
    first_day          date,
    last_day           date,
    version            integer     not null default 0,
    acknowledged       integer     not null default 0,
    hours_per_day      numeric     not null,
    days               text        not null,
    fee_per_hour       numeric,
    started_on         date,
    result             text
);
do $$ begin
    if not exists (
        select from information_schema.columns where table_schema = current_schema
        and table_name = 'orders' and column_name = 'end_reason'
    ) then
        alter table orders add column end_reason text;
        update orders o set end_reason = e.state ->> 'reason' from events e
         where e.stream_id = o.order_id and e.topic = 'service-orders.order.ended.1';
    end if;
end $$;
create index if not exists orders_person on orders (person_id);
create index if not exists orders_state on orders (state);
create index if not exists orders_case on orders (case_id, service);

create table if not exists order_versions (
    order_id      uuid    not null,
    version       integer not null,
    valid_from    date    not null,
    hours_per_day numeric not null,
    fee_per_hour  numeric not null,
    decision_id   uuid,
    primary key (order_id, version)
);

create table if not exists visits (
    visit_id   uuid    primary key,
    order_id   uuid    not null,
    day        date    not null,
    minutes    integer not null,
    activities text[]  not null
);
create index if not exists visits_order on visits (order_id, day);

create table if not exists settlements (
    order_id     uuid    not null,
    month        text    not null,
    planned_days integer not null,
    planned      numeric not null,
    excused      numeric not null,
    done         numeric not null,
    fee_per_hour numeric not null,
    fee          numeric not null,
    settled_on   date    not null,
    primary key (order_id, month)
);

create table if not exists reports (
    report_id     uuid    primary key,
    contractor    text    not null,
    month         text    not null,
    order_id      uuid,
    person_id     uuid,
    planned_units numeric not null,
    done_units    numeric not null,
    state         text    not null
);
create index if not exists reports_state on reports (state);

create table if not exists surveys (
    survey_id   uuid    primary key,
    order_id    uuid    not null,
    score       numeric not null,
    answered_on date    not null
);

-- What contractors announced against the rules, until the coordinator has cleared it up.
create table if not exists refused (
    fact_id    uuid primary key,
    order_id   uuid not null,
    person_id  uuid not null,
    fact       text not null,
    told_by    text not null,
    reason     text not null,
    refused_on date not null
);

-- A change of need that social work reported; it waits until a decision changes the order.
create table if not exists need_changes (
    report_id      uuid    primary key,
    person_id      uuid    not null,
    service        text    not null,
    hours_per_day  numeric not null,
    valid_from     date    not null,
    reported_on    date    not null
);
