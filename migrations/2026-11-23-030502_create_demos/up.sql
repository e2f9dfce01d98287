-- A demo is a submission of a company, with details of its own.

ALTER TABLE submission ADD COLUMN company_id uuid CONSTRAINT submission_company_id_fkey REFERENCES company;
CREATE UNIQUE INDEX submission_company_track_key ON submission (company_id, call_id, track_id) NULLS NOT DISTINCT
    WHERE company_id IS NOT NULL AND lifecycle = 'submitted';
COMMENT ON COLUMN submission.company_id IS 'Whose it is, where a company hands it in: every member may do what its owner may';

CREATE TABLE submission_demo (
    id uuid CONSTRAINT submission_demo_pkey PRIMARY KEY
        CONSTRAINT submission_demo_id_fkey REFERENCES submission ON DELETE CASCADE,
    product jsonb,
    novelty jsonb,
    traction jsonb,
    team jsonb,
    equipment text,
    watts integer CONSTRAINT submission_demo_watts_check CHECK (watts BETWEEN 0 AND 100000),
    square_metres integer CONSTRAINT submission_demo_square_metres_check CHECK (square_metres BETWEEN 1 AND 1000),
    video_url text
);
COMMENT ON TABLE submission_demo IS 'What a demo call asks besides title and summary, by the submission''s id: power in watts, floor in square metres. Its files are one deck (PDF) and one video (MP4)';
CREATE TRIGGER forget_files AFTER DELETE ON submission_demo FOR EACH ROW EXECUTE FUNCTION forget_files();

CREATE TABLE demo_availability (
    submission_id uuid NOT NULL CONSTRAINT demo_availability_submission_id_fkey REFERENCES submission_demo ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT demo_availability_pkey PRIMARY KEY (submission_id, starts_at),
    CONSTRAINT demo_availability_span_check CHECK (ends_at > starts_at)
);
COMMENT ON TABLE demo_availability IS 'When a company can demonstrate, in half days; without a row at any time';
