-- What a demo has to find at its place, in which languages a place is held, and which half days a company would like best.

ALTER TABLE submission_demo ADD COLUMN facilities text[] NOT NULL DEFAULT '{}' CONSTRAINT submission_demo_facilities_check
    CHECK (facilities <@ ARRAY['screen', 'sound', 'network', 'three-phase', 'water', 'compressed-air', 'barrier', 'refrigerator']);
COMMENT ON COLUMN submission_demo.facilities IS 'What has to be there; what else there is to say of equipment stands beside it in words';

CREATE TABLE demo_preference (
    submission_id uuid NOT NULL CONSTRAINT demo_preference_submission_id_fkey REFERENCES submission_demo ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT demo_preference_pkey PRIMARY KEY (submission_id, starts_at),
    CONSTRAINT demo_preference_span_check CHECK (ends_at > starts_at)
);
COMMENT ON TABLE demo_preference IS 'When a company would like best to demonstrate, in half days, of those on which it can';

ALTER TABLE allocation_place ADD COLUMN facilities text[] CONSTRAINT allocation_place_facilities_check
    CHECK (facilities <@ ARRAY['screen', 'sound', 'network', 'three-phase', 'water', 'compressed-air', 'barrier', 'refrigerator']);
ALTER TABLE allocation_place ADD COLUMN spoken text[] NOT NULL DEFAULT '{}' CONSTRAINT allocation_place_spoken_check
    CHECK (spoken <@ ARRAY['en', 'cmn', 'yue', 'interpretation']);
COMMENT ON TABLE allocation_place IS 'A slot of a call: a room for a time, for one track or any; power in watts, floor in square metres and facilities without a limit where nothing is said; of its languages a demo has to bear one, any where none is named or there is interpretation';
