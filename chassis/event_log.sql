-- The log of what this unit did: append only, gap-free, each row chained to the one before it.

create table if not exists events (
    position        bigint      primary key,
    stream_id       uuid        not null,
    version         integer     not null,
    topic           text        not null,
    state           json        not null,
    occurred_at     timestamptz not null,  -- business time of the command
    recorded_at     timestamptz not null,  -- when the log took it
    actor_id        text        not null,
    actor_role      text        not null,
    actor_unit      text        not null,
    correlation_id  uuid        not null,
    causation_id    uuid,
    idempotency_key text,                  -- on the first event of its command only
    fingerprint     text,                  -- what the key was first used for
    result          json,                  -- what the command answered
    traceparent     text,
    digest          bytea       not null,  -- of this row and of the digest before it
    unique (stream_id, version)
);
create unique index if not exists events_idempotency_key
    on events (idempotency_key) where idempotency_key is not null;

create table if not exists log_head (
    only_row boolean primary key default true check (only_row),
    position bigint  not null,
    digest   bytea   not null
);
insert into log_head (position, digest) values (0, '') on conflict do nothing;

-- A disposable copy of an aggregate's state; the events decide.
create table if not exists snapshots (
    stream_id uuid    primary key,
    version   integer not null,
    topic     text    not null,  -- the class, and which code of it took this
    state     json    not null
);

-- Appends the events of many callers at once. A caller's events stand together, under one number in
-- p_call. Answers one row a caller: 'appended' with its positions, 'conflict' when one of its
-- versions is taken, or 'repeated' with the first answer to the same idempotency key.
--
-- p_about holds the other columns of an event as one text, in the order of `about` below, divided
-- by U+001F with U+001E for null: one array instead of eleven halves what the client has to encode.
-- Volatile on purpose: each statement in it sees what committed before the lock was ours.
create or replace function append_events(
    p_call integer[], p_stream uuid[], p_version integer[], p_state text[], p_about text[],
    p_recorded timestamptz
) returns table (
    call integer, outcome text, first_position bigint, last_position bigint,
    first_result json, first_fingerprint text
) language plpgsql volatile
-- Look-ups by index, whatever the statistics of a young table say; plans are kept for long.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
    v_position  bigint;
    v_digest    bytea;
    v_recorded  bytea := int8send((extract(epoch from p_recorded) * 1000000)::bigint);
    v_refused   integer[];
    v_conflicts integer[];
    v_positions bigint[] := '{}';
    v_digests   bytea[]  := '{}';
begin
    perform pg_advisory_xact_lock(hashtextextended('osnowa.event_log', 0));

    select coalesce(array_agg(u.call), '{}') into v_refused
        from unnest(p_call, p_about) as u (call, about)
        join events e on e.idempotency_key = split_part(u.about, U&'\001F', 1);
    if v_refused <> '{}' then
        return query
            select u.call, 'repeated', e.position, e.position, e.result, e.fingerprint
            from unnest(p_call, p_about) as u (call, about)
            join events e on e.idempotency_key = split_part(u.about, U&'\001F', 1);
    end if;

    select coalesce(array_agg(distinct u.call), '{}') into v_conflicts
        from unnest(p_call, p_stream, p_version) as u (call, stream, version)
        join events e on e.stream_id = u.stream and e.version = u.version
        where u.call <> all (v_refused);
    if v_conflicts <> '{}' then
        return query
            select c, 'conflict', null::bigint, null::bigint, null::json, null::text
            from unnest(v_conflicts) c;
        v_refused := v_refused || v_conflicts;
    end if;

    select h.position, h.digest into v_position, v_digest from log_head h;
    for i in 1 .. cardinality(p_call) loop
        if p_call[i] = any (v_refused) then
            v_positions[i] := null;
            v_digests[i] := null;
        else
            v_position := v_position + 1;
            v_digest := sha256(
                v_digest || int8send(v_position) || v_recorded || uuid_send(p_stream[i])
                || int4send(p_version[i]) || sha256(convert_to(p_about[i], 'UTF8'))
                || sha256(convert_to(p_state[i], 'UTF8')));
            v_positions[i] := v_position;
            v_digests[i] := v_digest;
        end if;
    end loop;

    insert into events (
        position, stream_id, version, state, recorded_at, digest, idempotency_key, topic,
        occurred_at, actor_id, actor_role, actor_unit, correlation_id, causation_id, fingerprint,
        result, traceparent)
    select u.position, u.stream, u.version, u.state::json, p_recorded, u.digest, about[1],
        about[2], about[3]::timestamptz, about[4], about[5], about[6], about[7]::uuid,
        about[8]::uuid, about[9], about[10]::json, about[11]
    from unnest(v_positions, p_stream, p_version, p_state, v_digests, p_about)
            as u (position, stream, version, state, digest, about_text),
        lateral string_to_array(u.about_text, U&'\001F', U&'\001E') as about
    where u.position is not null;
    update log_head set position = v_position, digest = v_digest;

    return query
        select u.call, 'appended', min(u.position), max(u.position), null::json, null::text
        from unnest(p_call, v_positions) as u (call, position)
        where u.position is not null
        group by u.call;
end $$;
