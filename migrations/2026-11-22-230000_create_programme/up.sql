-- The programme: sessions with their slots (one draft), and the releases made of it.

ALTER TABLE room ADD COLUMN turnaround_minutes integer NOT NULL DEFAULT 0
    CONSTRAINT room_turnaround_minutes_check CHECK (turnaround_minutes BETWEEN 0 AND 240);
ALTER TABLE room ADD CONSTRAINT room_edition_key UNIQUE (id, edition_id);
ALTER TABLE track ADD CONSTRAINT track_edition_key UNIQUE (id, edition_id);
ALTER TABLE submission ADD CONSTRAINT submission_edition_key UNIQUE (id, edition_id);

CREATE TABLE session (
    id uuid CONSTRAINT session_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT session_edition_id_fkey REFERENCES edition,
    submission_id uuid CONSTRAINT session_submission_id_key UNIQUE,
    track_id uuid,
    kind text NOT NULL CONSTRAINT session_kind_check CHECK (kind IN ('session', 'break', 'plenary')),
    title jsonb NOT NULL,
    abstract jsonb,
    spoken text[] NOT NULL DEFAULT '{}' CONSTRAINT session_spoken_check CHECK (spoken <@ ARRAY['en', 'cmn', 'yue', 'interpretation']),
    minutes integer NOT NULL CONSTRAINT session_minutes_check CHECK (minutes BETWEEN 5 AND 1440 AND minutes % 5 = 0),
    setup_minutes integer NOT NULL DEFAULT 0 CONSTRAINT session_setup_minutes_check CHECK (setup_minutes BETWEEN 0 AND 240),
    expected integer NOT NULL DEFAULT 0 CONSTRAINT session_expected_check CHECK (expected BETWEEN 0 AND 100000),
    starts_at timestamptz,
    pinned boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    removed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT session_edition_key UNIQUE (id, edition_id),
    CONSTRAINT session_submission_id_fkey FOREIGN KEY (submission_id, edition_id) REFERENCES submission (id, edition_id),
    CONSTRAINT session_track_id_fkey FOREIGN KEY (track_id, edition_id) REFERENCES track (id, edition_id),
    CONSTRAINT session_pinned_check CHECK (NOT pinned OR starts_at IS NOT NULL),
    CONSTRAINT session_removed_check CHECK (removed_at IS NULL OR starts_at IS NULL)
);
COMMENT ON TABLE session IS 'An event of the programme as the draft has it; starts_at is null while it has no time; a removed one keeps its id for the releases it was in';
CREATE INDEX session_edition_id_idx ON session (edition_id) WHERE removed_at IS NULL;

CREATE TABLE session_room (
    session_id uuid NOT NULL,
    room_id uuid NOT NULL,
    edition_id uuid NOT NULL,
    CONSTRAINT session_room_pkey PRIMARY KEY (session_id, room_id),
    CONSTRAINT session_room_session_id_fkey FOREIGN KEY (session_id, edition_id) REFERENCES session (id, edition_id),
    CONSTRAINT session_room_room_id_fkey FOREIGN KEY (room_id, edition_id) REFERENCES room (id, edition_id)
);
COMMENT ON TABLE session_room IS 'Where the draft has a session; several rooms only for a plenary or a break';
CREATE INDEX session_room_room_id_idx ON session_room (room_id);

CREATE TABLE session_speaker (
    session_id uuid NOT NULL,
    speaker_id uuid NOT NULL,
    edition_id uuid NOT NULL,
    part text NOT NULL CONSTRAINT session_speaker_part_check CHECK (part IN ('speaker', 'chair')),
    position integer NOT NULL,
    CONSTRAINT session_speaker_pkey PRIMARY KEY (session_id, speaker_id, part),
    CONSTRAINT session_speaker_session_id_fkey FOREIGN KEY (session_id, edition_id) REFERENCES session (id, edition_id),
    CONSTRAINT session_speaker_speaker_id_fkey FOREIGN KEY (speaker_id, edition_id) REFERENCES speaker (id, edition_id)
);
COMMENT ON TABLE session_speaker IS 'Who takes part in a session, in the organiser''s order';
CREATE INDEX session_speaker_speaker_id_idx ON session_speaker (speaker_id);

CREATE TABLE clash_acknowledgement (
    edition_id uuid NOT NULL CONSTRAINT clash_acknowledgement_edition_id_fkey REFERENCES edition,
    key text NOT NULL,
    reason text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT clash_acknowledgement_pkey PRIMARY KEY (edition_id, key)
);
COMMENT ON TABLE clash_acknowledgement IS 'Why a clash may stand; its key covers the facts, so that it lapses when they change';

CREATE TABLE release (
    id uuid CONSTRAINT release_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT release_edition_id_fkey REFERENCES edition,
    number integer NOT NULL CONSTRAINT release_number_check CHECK (number > 0),
    name text NOT NULL,
    note jsonb,
    released_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT release_number_key UNIQUE (edition_id, number),
    CONSTRAINT release_name_key UNIQUE (edition_id, name)
);
COMMENT ON TABLE release IS 'The programme as it was made public, numbered from 1; never changed afterwards';

CREATE TABLE released_session (
    release_id uuid NOT NULL CONSTRAINT released_session_release_id_fkey REFERENCES release,
    session_id uuid NOT NULL CONSTRAINT released_session_session_id_fkey REFERENCES session,
    sequence integer NOT NULL CONSTRAINT released_session_sequence_check CHECK (sequence >= 0),
    cancelled boolean NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT released_session_pkey PRIMARY KEY (release_id, session_id)
);
COMMENT ON TABLE released_session IS 'A session as a release shows it; one that was ever released stays, cancelled, so that calendars strike it out; sequence is the calendar''s (RFC 5545)';

CREATE TABLE released_slot (
    release_id uuid NOT NULL,
    session_id uuid NOT NULL,
    room_id uuid NOT NULL CONSTRAINT released_slot_room_id_fkey REFERENCES room,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT released_slot_pkey PRIMARY KEY (release_id, session_id, room_id),
    CONSTRAINT released_slot_session_id_fkey FOREIGN KEY (release_id, session_id) REFERENCES released_session (release_id, session_id),
    CONSTRAINT released_slot_span_check CHECK (ends_at > starts_at),
    CONSTRAINT released_slot_room_excl EXCLUDE USING gist (release_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
COMMENT ON TABLE released_slot IS 'Room and time of a released session; no room is used twice at a time in one release';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a release is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER release_stands BEFORE UPDATE OR DELETE ON release FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER released_session_stands BEFORE UPDATE OR DELETE ON released_session FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER released_slot_stands BEFORE UPDATE OR DELETE ON released_slot FOR EACH ROW EXECUTE FUNCTION refuse_change();
