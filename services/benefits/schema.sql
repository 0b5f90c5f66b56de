-- What benefits reads. Every table can be dropped and filled again from the log and the inbox.

-- Written when an application is heard of, in the inbox's transaction: reactions rely on it.
create table if not exists applications (
    case_id        uuid   primary key,
    application_id uuid   not null,
    person_id      uuid   not null,
    position       bigint generated always as identity
);
create index if not exists applications_person on applications (person_id);

-- Contacts by which first contact sent a client here; written like applications, for reactions.
create table if not exists contacts_directed (
    contact_id uuid primary key,
    person_id  uuid not null
);
create index if not exists contacts_directed_person on contacts_directed (person_id);

-- What waits of them: `position` is that of the event since which it waits.
create table if not exists directions (
    contact_id uuid    primary key,
    person_id  uuid    not null,
    outcome    text    not null,
    urgent     boolean not null,
    since      date    not null,
    due_on     date    not null,
    state      text    not null,
    position   bigint  not null
);
create index if not exists directions_person on directions (person_id);
create index if not exists directions_waiting on directions (due_on) where state = 'waiting';

-- Social contracts, as far as social work tells: that they are, and their days.
create table if not exists social_contracts (
    contract_id  uuid primary key,
    person_id    uuid not null,
    concluded_on date not null,
    until        date,
    ended_on     date
);
create index if not exists social_contracts_person on social_contracts (person_id);

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
alter table decisions add column if not exists entitlement_id uuid;
alter table decisions add column if not exists examines uuid;  -- the reopened one that it answers
alter table decisions add column if not exists matter text;  -- of the application; null: of a benefit
alter table decisions add column if not exists sent_back boolean not null default false;
alter table decisions add column if not exists review_decided boolean not null default false;
-- A row is written whole with the next event of its decision; until then one from before these
-- columns says the same by what it has.
update decisions set
    entitlement_id = (view ->> 'entitlement_id')::uuid,
    matter = case
        when kind = 'UNDUE' then null
        when kind in ('FEE', 'PLACEMENT') then kind
        when kind in ('CHANGE', 'LIMIT', 'CONTINUE', 'SUSPEND', 'REVOKE', 'CONFIRM')
            and view ->> 'entitlement_id' is not null then null
        else 'APPLICATION' end,
    review_decided = view ->> 'entitlement_id' is not null
        and kind in ('CHANGE', 'LIMIT', 'CONTINUE', 'SUSPEND', 'REVOKE', 'CONFIRM')
        and state in ('issued', 'delivered', 'appealed', 'at-sko')
        and not (view ->> 'carried_out')::boolean
where entitlement_id is null and matter is null;
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
    paid_on        date,
    nth            integer not null,   -- its place among those of its month
    list_id        uuid,               -- the list of the day that made it
    returned_on    date,
    return_reason  text
);
alter table payments add column if not exists term_on date;  -- by when the clock looks for it
alter table payments add column if not exists instead_of uuid;  -- which came back, was cancelled
alter table payments add column if not exists cancelled_on date;
alter table payments add column if not exists cancelled_by text;
alter table payments add column if not exists cancel_reason text;
alter table payments add column if not exists cancel_text text;
create index if not exists payments_case on payments (case_id);
create index if not exists payments_person on payments (person_id);
create index if not exists payments_day on payments (due_on, state);
create index if not exists payments_entitlement on payments (entitlement_id);

create table if not exists payment_lists (
    list_id     uuid    primary key,
    day         date    not null,
    drawn_up_on date    not null,
    drawn_up_by text    not null,
    count       integer not null,
    total       numeric not null,
    executed_on date,
    paid_count  integer,
    paid_total  numeric,
    left_out    integer
);
create index if not exists payment_lists_day on payment_lists (day);

-- What is watched while a benefit is given, and what comes back of it.

create table if not exists monitoring (
    entitlement_id uuid   primary key,
    case_id        uuid   not null,
    person_id      uuid   not null,
    benefit        text   not null,
    terms_on       date,
    view           jsonb  not null,
    position       bigint not null
);

create table if not exists certificates (
    entitlement_id uuid not null,
    month          text not null,
    case_id        uuid not null,
    person_id      uuid not null,
    due_on         date not null,
    standing       text not null,
    cooperates     boolean,
    primary key (entitlement_id, month)
);
create index if not exists certificates_standing on certificates (standing, due_on);

create table if not exists repayments (
    repayment_id   uuid    primary key,
    entitlement_id uuid    not null,
    case_id        uuid    not null,
    person_id      uuid    not null,
    amount         numeric not null,
    rest           numeric not null,
    view           jsonb   not null,
    position       bigint  not null
);
create index if not exists repayments_person on repayments (person_id);

create table if not exists instalments (
    repayment_id uuid    not null,
    number       integer not null,
    due_on       date    not null,
    rest         numeric not null,
    primary key (repayment_id, number)
);

create table if not exists obliged_persons (
    obliged_id uuid   primary key,
    case_id    uuid   not null,
    person_id  uuid   not null,
    view       jsonb  not null,
    position   bigint not null
);
create index if not exists obliged_persons_case on obliged_persons (case_id);

create table if not exists fee_accounts (
    case_id   uuid   primary key,
    person_id uuid   not null,
    benefit   text   not null,
    view      jsonb  not null,
    position  bigint not null
);

create table if not exists fee_stays (
    case_id   uuid not null,
    first_day date not null,
    last_day  date,
    primary key (case_id, first_day)
);

create table if not exists fee_parts (
    case_id    uuid    not null,
    person_id  uuid    not null,
    month      text    not null,
    first_day  date    not null,
    last_day   date    not null,
    order_id   uuid,
    payer      text    not null,
    obliged_id uuid,
    amount     numeric not null,
    received   numeric not null
);
create index if not exists fee_parts_case on fee_parts (case_id, month);
create index if not exists fee_parts_month on fee_parts (month);

create table if not exists contract_requests (
    request_id  uuid    primary key,
    person_id   uuid    not null,
    case_id     uuid    not null,
    contract_id uuid    not null,
    benefit     text    not null,
    amount      numeric not null,
    provisions  text[]  not null,
    received_on date    not null,
    answered_on date,
    result      text,
    decision_id uuid,
    position    bigint  not null
);

create table if not exists practices (
    unit text  primary key,
    view jsonb not null
);

-- Sets of parameters that one person proposed and another has to publish.
create table if not exists parameter_proposals (
    proposal_id uuid primary key,
    kind        text not null,
    valid_from  date not null,
    proposed_by text not null,
    proposed_on date not null
);

create table if not exists deadlines (
    holder  uuid not null,             -- the case, assessment, decision or entitlement
    case_id uuid not null,
    kind    text not null,
    due_on  date not null,
    primary key (holder, kind)
);
create index if not exists deadlines_case on deadlines (case_id);

create index if not exists deadlines_due on deadlines (due_on);

create table if not exists timekeeping (
    case_id      uuid    primary key,
    decision_due date    not null,
    halted       boolean not null,
    view         jsonb   not null,
    position     bigint  not null
);

create table if not exists deadlines_said (
    holder uuid    not null,
    kind   text    not null,
    due_on date    not null,
    missed boolean not null,           -- false: it was said to approach
    primary key (holder, kind, due_on, missed)
);

-- Terms that run; `services.benefits.due` reads the same from the log. The decision is due as its
-- timekeeping says, until one is issued, and again when one was reopened or sent back, until the
-- same matter is decided anew. What an urgent grant left open is due only while the assessment lacks
-- it, an update only while help is given, a review until its decision is signed.
create or replace view open_deadlines as
    select d.holder, d.case_id, d.kind,
           case d.kind when 'DECISION' then coalesce(t.decision_due, d.due_on) else d.due_on end
               as due_on,
           d.kind = 'DECISION' and coalesce(t.halted, false) as halted
    from deadlines d left join timekeeping t using (case_id)
    where case d.kind
        when 'DECISION' then not exists (
            select from decisions n where n.case_id = d.case_id
            and n.state not in ('drafted', 'returned', 'withdrawn'))
        or exists (
            select from decisions n where n.case_id = d.case_id and n.state = 'reopened'
            and not exists (
                select from decisions a where a.case_id = n.case_id
                and a.examines = n.decision_id
                and a.state not in ('drafted', 'returned', 'withdrawn', 'overturned')))
        or exists (
            select from (
                select distinct on (n.matter) n.sent_back
                from decisions n where n.case_id = d.case_id
                and n.state not in ('drafted', 'returned', 'withdrawn')
                and n.matter is not null and n.examines is null
                order by n.matter, n.position desc) last
            where last.sent_back)
        when 'FOLLOW_UP' then exists (
            select from assessments a where a.case_id = d.case_id and a.lacking)
        when 'INTERVIEW_UPDATE' then exists (
            select from entitlements e where e.case_id = d.case_id and e.state <> 'ended')
        when 'REVIEW' then not exists (
            select from decisions n where n.case_id = d.case_id
            and n.entitlement_id = d.holder and n.review_decided)
        else true end;

do $$
begin
    if exists (select from pg_attribute where attrelid = 'timekeeping'::regclass
               and attname = 'restarted' and not attisdropped) then
        update decisions d set sent_back = true from timekeeping t
        where t.case_id = d.case_id and t.restarted and d.state = 'overturned';
        alter table timekeeping drop column restarted;  -- the view looked at it
    end if;
end $$;

-- Minutes of acts beside their norms, to be summed up.
create table if not exists acts (
    act_id  uuid    primary key,
    case_id uuid    not null,
    worker  text    not null,
    kind    text    not null,
    on_day  date    not null,
    minutes integer not null,
    norm    integer not null
);
create index if not exists acts_day on acts (on_day);

-- Where in the log the events of a case stand, whichever of its parts they happened to.
create table if not exists case_events (
    case_id  uuid   not null,
    position bigint not null,
    primary key (case_id, position)
);

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

-- What keys the names under which statistics count families. Not a copy of anything: whoever loses
-- it counts every family anew from then on.
create table if not exists counting_key (
    only_row boolean primary key default true check (only_row),
    secret   bytea   not null
);
insert into counting_key (secret)
    values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) on conflict do nothing;

create table if not exists social_workers (
    person_id uuid not null,
    worker_id text not null,
    primary key (person_id, worker_id)
);

-- Which order carries out which case; a settlement names the order only.
create table if not exists orders (
    order_id uuid primary key,
    case_id  uuid not null
);
