-- How far the relay has come, and what it was about to send when it was last seen.

create table if not exists relay (
    only_row      boolean primary key default true check (only_row),
    sent_through  bigint  not null,   -- disclosures up to here are in the stream
    noted_through bigint  not null,   -- a batch up to here was about to be sent
    last_sequence bigint  not null    -- stream sequence of our own last message
);
insert into relay (sent_through, noted_through, last_sequence) values (0, 0, 0)
    on conflict do nothing;

-- Where each batch ended, so that a stream restored from an old copy can be taken up where it ends.
create table if not exists relay_batches (
    through       bigint      primary key,
    last_sequence bigint      not null,
    sent_at       timestamptz not null   -- real time, as the stream's retention goes by it
);
