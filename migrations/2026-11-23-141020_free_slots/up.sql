-- The slot of a demo whose company gave its place up stands free again, until it is handed on.

CREATE TABLE freed_slot (
    submission_id uuid CONSTRAINT freed_slot_pkey PRIMARY KEY
        CONSTRAINT freed_slot_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    edition_id uuid NOT NULL CONSTRAINT freed_slot_edition_id_fkey REFERENCES edition,
    room_id uuid NOT NULL CONSTRAINT freed_slot_room_id_fkey REFERENCES room ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    minutes integer NOT NULL CONSTRAINT freed_slot_minutes_check CHECK (minutes > 0)
);
COMMENT ON TABLE freed_slot IS 'Where and when a demo would have been whose company gave its place up: it is in the draft no more, and whoever is promoted into the place gets the slot';
CREATE INDEX freed_slot_edition_id_idx ON freed_slot (edition_id);
