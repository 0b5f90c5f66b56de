-- Entries of which this unit was told that they are one person: `chassis.merges` keeps them.

create table if not exists merges (
    merge_id    uuid        primary key,
    survivor_id uuid        not null,
    absorbed_id uuid        not null,
    learned_at  timestamptz not null,
    undone_at   timestamptz            -- kept, so that a late word of it does not bring it back
);
create index if not exists merges_of_survivor on merges (survivor_id);
create index if not exists merges_of_absorbed on merges (absorbed_id);

-- An involvement that stands for one of another entry of the same person.
alter table involvements add column if not exists stands_for uuid;

-- Every entry of the person, this one among them, as it was known before that moment.
create or replace function ids_of(p_person uuid, p_before timestamptz default 'infinity')
returns uuid[] language plpgsql stable as $$
begin
    if not exists (select from merges) then
        return array[p_person];
    end if;
    return (
        with recursive one (id) as (
            select p_person
            union
            select case m.survivor_id when o.id then m.absorbed_id else m.survivor_id end
            from one o
            join merges m on (m.survivor_id = o.id or m.absorbed_id = o.id)
                and m.learned_at < p_before and coalesce(m.undone_at, 'infinity') >= p_before)
        select array_agg(id order by id) from one);
end $$;

-- The entry that goes on; the same one where it was never absorbed.
create or replace function survivor_of(p_person uuid) returns uuid language plpgsql stable as $$
declare
    v_next uuid;
    v_seen uuid[] := array[p_person];
begin
    loop
        select m.survivor_id into v_next from merges m
            where m.absorbed_id = p_person and m.undone_at is null
                and m.survivor_id <> all (v_seen);
        if v_next is null then
            return p_person;
        end if;
        p_person := v_next;
        v_seen := v_seen || v_next;
    end loop;
end $$;
