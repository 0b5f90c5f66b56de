create table if not exists seen (event uuid);
create table if not exists heard (
    turn      bigint generated always as identity,
    fact      uuid,
    publisher text,
    sequence  bigint
);
