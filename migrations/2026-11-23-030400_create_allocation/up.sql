-- Slots that a call has to give, what is settled about applicants beforehand, and who was proposed for which slot.

CREATE TABLE allocation_place (
    id uuid CONSTRAINT allocation_place_pkey PRIMARY KEY,
    call_id uuid NOT NULL CONSTRAINT allocation_place_call_id_fkey REFERENCES call ON DELETE CASCADE,
    room_id uuid NOT NULL CONSTRAINT allocation_place_room_id_fkey REFERENCES room,
    track_id uuid CONSTRAINT allocation_place_track_id_fkey REFERENCES track,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    watts integer CONSTRAINT allocation_place_watts_check CHECK (watts BETWEEN 0 AND 100000),
    square_metres integer CONSTRAINT allocation_place_square_metres_check CHECK (square_metres BETWEEN 1 AND 1000),
    CONSTRAINT allocation_place_span_check CHECK (ends_at > starts_at),
    CONSTRAINT allocation_place_room_excl EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
COMMENT ON TABLE allocation_place IS 'A slot of a call: a room for a time, for one track or any; power in watts and floor in square metres, without a limit where nothing is said';
CREATE INDEX allocation_place_call_id_idx ON allocation_place (call_id, starts_at);

CREATE TABLE allocation_pin (
    submission_id uuid CONSTRAINT allocation_pin_pkey PRIMARY KEY
        CONSTRAINT allocation_pin_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    settled text NOT NULL CONSTRAINT allocation_pin_settled_check CHECK (settled IN ('in', 'at', 'out')),
    place_id uuid CONSTRAINT allocation_pin_place_id_fkey REFERENCES allocation_place ON DELETE CASCADE,
    CONSTRAINT allocation_pin_place_check CHECK ((settled = 'at') = (place_id IS NOT NULL))
);
COMMENT ON TABLE allocation_pin IS 'What people have settled before a proposal is made: has a slot, this slot, or none';
CREATE INDEX allocation_pin_place_id_idx ON allocation_pin (place_id);

CREATE TABLE allocation_proposal (
    id uuid CONSTRAINT allocation_proposal_pkey PRIMARY KEY,
    call_id uuid NOT NULL CONSTRAINT allocation_proposal_call_id_fkey REFERENCES call ON DELETE CASCADE,
    number integer NOT NULL,
    rules jsonb NOT NULL,
    input_digest text NOT NULL,
    plan jsonb NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    accepted_at timestamptz,
    CONSTRAINT allocation_proposal_number_key UNIQUE (call_id, number)
);
COMMENT ON TABLE allocation_proposal IS 'Who would get which slot by which rules, with the reasons; made of what has this digest, so that it is accepted only while that still holds';
