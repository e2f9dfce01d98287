CREATE TABLE reviewer (
    call_id uuid NOT NULL CONSTRAINT reviewer_call_id_fkey REFERENCES call ON DELETE CASCADE,
    account_id uuid NOT NULL CONSTRAINT reviewer_account_id_fkey REFERENCES account,
    organisation text,
    CONSTRAINT reviewer_pkey PRIMARY KEY (call_id, account_id)
);
COMMENT ON TABLE reviewer IS 'Who reviews what is handed in to a call; organisation finds conflicts of interest';
CREATE INDEX reviewer_account_id_idx ON reviewer (account_id);

CREATE TABLE assignment (
    round_id uuid NOT NULL CONSTRAINT assignment_round_id_fkey REFERENCES round,
    submission_id uuid NOT NULL CONSTRAINT assignment_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    account_id uuid NOT NULL CONSTRAINT assignment_account_id_fkey REFERENCES account,
    CONSTRAINT assignment_pkey PRIMARY KEY (round_id, submission_id, account_id)
);
COMMENT ON TABLE assignment IS 'Who is to review which submission in a round; what conflicts by now is shown to nobody all the same';
CREATE INDEX assignment_account_id_idx ON assignment (account_id, round_id);
CREATE INDEX assignment_submission_id_idx ON assignment (submission_id);

CREATE TABLE declared_conflict (
    submission_id uuid NOT NULL CONSTRAINT declared_conflict_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    account_id uuid NOT NULL CONSTRAINT declared_conflict_account_id_fkey REFERENCES account,
    declared_at timestamptz NOT NULL,
    CONSTRAINT declared_conflict_pkey PRIMARY KEY (submission_id, account_id)
);
COMMENT ON TABLE declared_conflict IS 'A conflict of interest that a reviewer declared, beside those that are found by themselves';
CREATE INDEX declared_conflict_account_id_idx ON declared_conflict (account_id);

CREATE TABLE review (
    id uuid CONSTRAINT review_pkey PRIMARY KEY,
    round_id uuid NOT NULL CONSTRAINT review_round_id_fkey REFERENCES round,
    submission_id uuid NOT NULL CONSTRAINT review_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    account_id uuid NOT NULL CONSTRAINT review_account_id_fkey REFERENCES account,
    abstains boolean NOT NULL,
    eligible boolean,
    comment text,
    written_at timestamptz NOT NULL,
    CONSTRAINT review_once_key UNIQUE (round_id, submission_id, account_id),
    CONSTRAINT review_abstains_check CHECK (NOT abstains OR eligible IS NULL)
);
COMMENT ON TABLE review IS 'What a reviewer said in a round; an eligibility round asks for eligible, a rubric for scores, and who abstains gives neither';
CREATE INDEX review_submission_id_idx ON review (submission_id);
CREATE INDEX review_account_id_idx ON review (account_id);

CREATE TABLE review_score (
    review_id uuid NOT NULL CONSTRAINT review_score_review_id_fkey REFERENCES review ON DELETE CASCADE,
    criterion_id uuid NOT NULL CONSTRAINT review_score_criterion_id_fkey REFERENCES criterion,
    points integer NOT NULL,
    CONSTRAINT review_score_pkey PRIMARY KEY (review_id, criterion_id)
);
COMMENT ON TABLE review_score IS 'The raw points a review gives by one criterion; means are reckoned from them and kept nowhere';
CREATE INDEX review_score_criterion_id_idx ON review_score (criterion_id);
