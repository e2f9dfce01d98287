-- Awards of a call, and how each judge orders those who demonstrate.

CREATE TABLE award (
    id uuid CONSTRAINT award_pkey PRIMARY KEY,
    call_id uuid NOT NULL CONSTRAINT award_call_id_fkey REFERENCES call ON DELETE CASCADE,
    track_id uuid CONSTRAINT award_track_id_fkey REFERENCES track,
    name jsonb NOT NULL,
    opened_at timestamptz,
    closed_at timestamptz,
    result jsonb,
    CONSTRAINT award_opened_check CHECK (closed_at IS NULL OR opened_at IS NOT NULL),
    CONSTRAINT award_result_check CHECK ((closed_at IS NULL) = (result IS NULL))
);
COMMENT ON TABLE award IS 'What the judges of a call vote on among those who demonstrate, in one track or all; result is what their ballots came to when it was closed';
CREATE INDEX award_call_id_idx ON award (call_id);
CREATE INDEX award_track_id_idx ON award (track_id);

CREATE TABLE ballot (
    award_id uuid NOT NULL CONSTRAINT ballot_award_id_fkey REFERENCES award ON DELETE CASCADE,
    account_id uuid NOT NULL CONSTRAINT ballot_account_id_fkey REFERENCES account,
    version integer NOT NULL DEFAULT 1,
    cast_at timestamptz NOT NULL,
    CONSTRAINT ballot_pkey PRIMARY KEY (award_id, account_id)
);
COMMENT ON TABLE ballot IS 'A judge''s order; version counts its changes, so that nobody writes over what she has not seen';
CREATE INDEX ballot_account_id_idx ON ballot (account_id);

CREATE TABLE ballot_line (
    award_id uuid NOT NULL,
    account_id uuid NOT NULL,
    submission_id uuid NOT NULL CONSTRAINT ballot_line_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    place integer NOT NULL CONSTRAINT ballot_line_place_check CHECK (place >= 1),
    CONSTRAINT ballot_line_pkey PRIMARY KEY (award_id, account_id, submission_id),
    CONSTRAINT ballot_line_ballot_fkey FOREIGN KEY (award_id, account_id) REFERENCES ballot ON DELETE CASCADE
);
COMMENT ON TABLE ballot_line IS 'Where one stands in a ballot: the best at 1, equal places are ties; who has no line was not seen';
CREATE INDEX ballot_line_submission_id_idx ON ballot_line (submission_id);
