create table if not exists seen (event uuid);
create table if not exists heard (fact uuid, publisher text, sequence bigint);
