-- Who looked at which client, written before the answer (safety T8). Rows are only ever added.
CREATE TABLE IF NOT EXISTS reads (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    worker      text NOT NULL,
    role        text NOT NULL,
    unit        text NOT NULL,
    person      uuid NOT NULL,
    what        text NOT NULL,
    purpose     text NOT NULL,
    at          timestamptz NOT NULL,               -- business time
    recorded_at timestamptz NOT NULL DEFAULT now()  -- the server's time
);
CREATE INDEX IF NOT EXISTS reads_of_person ON reads (person, id DESC);
CREATE INDEX IF NOT EXISTS reads_by_worker ON reads (worker, id DESC);
