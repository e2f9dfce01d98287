-- What visitors star in the programme, without an account: whoever has the list's link has the list.

CREATE TABLE star_list (
    id uuid CONSTRAINT star_list_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT star_list_edition_id_fkey REFERENCES edition,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT star_list_edition_key UNIQUE (id, edition_id)
);
COMMENT ON TABLE star_list IS 'The sessions that one visitor starred; nothing says who she is';

CREATE TABLE star (
    star_list_id uuid NOT NULL,
    session_id uuid NOT NULL,
    edition_id uuid NOT NULL,
    CONSTRAINT star_pkey PRIMARY KEY (star_list_id, session_id),
    CONSTRAINT star_star_list_id_fkey FOREIGN KEY (star_list_id, edition_id) REFERENCES star_list (id, edition_id) ON DELETE CASCADE,
    CONSTRAINT star_session_id_fkey FOREIGN KEY (session_id, edition_id) REFERENCES session (id, edition_id)
);
COMMENT ON TABLE star IS 'A session on a star list';
CREATE INDEX star_session_id_idx ON star (session_id);
