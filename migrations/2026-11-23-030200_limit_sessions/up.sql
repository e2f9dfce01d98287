-- Sessions with limited places: a pool of their own, and who signed up.

ALTER TABLE capacity_pool ADD COLUMN of_session boolean NOT NULL DEFAULT false;
COMMENT ON TABLE capacity_pool IS 'A number of places; taken counts the registrations, or the sign-ups for one session (of_session), that hold one and is changed only under this row''s lock';

ALTER TABLE session ADD COLUMN pool_id uuid CONSTRAINT session_pool_id_key UNIQUE
    CONSTRAINT session_pool_id_fkey REFERENCES capacity_pool;
ALTER TABLE session ADD CONSTRAINT session_limit_key UNIQUE (id, pool_id);
ALTER TABLE session ADD CONSTRAINT session_removed_limit_check CHECK (removed_at IS NULL OR pool_id IS NULL);

CREATE SEQUENCE sign_up_arrival AS bigint CACHE 1;

CREATE TABLE sign_up (
    id uuid CONSTRAINT sign_up_pkey PRIMARY KEY,
    edition_id uuid NOT NULL,
    registration_id uuid NOT NULL CONSTRAINT sign_up_registration_id_fkey REFERENCES registration,
    session_id uuid NOT NULL,
    pool_id uuid,
    state text NOT NULL CONSTRAINT sign_up_state_check CHECK (state IN ('confirmed', 'waitlisted', 'cancelled')),
    arrival bigint NOT NULL CONSTRAINT sign_up_arrival_key UNIQUE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    cancelled_at timestamptz,
    CONSTRAINT sign_up_session_id_fkey FOREIGN KEY (session_id, edition_id) REFERENCES session (id, edition_id),
    CONSTRAINT sign_up_pool_id_fkey FOREIGN KEY (session_id, pool_id) REFERENCES session (id, pool_id),
    CONSTRAINT sign_up_pool_id_check CHECK ((state = 'cancelled') = (pool_id IS NULL)),
    CONSTRAINT sign_up_cancelled_check CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
);
COMMENT ON TABLE sign_up IS 'Who wants a place in a session with limited places; a live one names the session''s pool, which therefore can''t be taken away';
CREATE UNIQUE INDEX sign_up_live_key ON sign_up (registration_id, session_id) WHERE state <> 'cancelled';
CREATE INDEX sign_up_line_idx ON sign_up (pool_id, arrival) WHERE state <> 'cancelled';
CREATE INDEX sign_up_registration_id_idx ON sign_up (registration_id);
CREATE INDEX sign_up_session_id_idx ON sign_up (session_id, arrival);
