CREATE TABLE eligibility (
    submission_id uuid CONSTRAINT eligibility_pkey PRIMARY KEY
        CONSTRAINT eligibility_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    passed boolean NOT NULL,
    reason text,
    checked_at timestamptz NOT NULL,
    reply text,
    replied_at timestamptz,
    CONSTRAINT eligibility_reason_check CHECK (passed OR reason IS NOT NULL),
    CONSTRAINT eligibility_reply_check CHECK ((reply IS NULL) = (replied_at IS NULL))
);
COMMENT ON TABLE eligibility IS 'Whether what was handed in fits its call''s rules, as staff found; reason is what the applicant is told, reply her one correction';
