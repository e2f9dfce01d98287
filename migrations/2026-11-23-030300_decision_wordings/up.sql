-- What the chair writes in the place of a decision letter's own words: for all of an edition, or for one submission.

CREATE TABLE decision_wording (
    id uuid CONSTRAINT decision_wording_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT decision_wording_edition_id_fkey REFERENCES edition ON DELETE CASCADE,
    submission_id uuid CONSTRAINT decision_wording_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    verdict text NOT NULL CONSTRAINT decision_wording_verdict_check CHECK (verdict IN ('accepted', 'standby', 'declined')),
    lang text NOT NULL CONSTRAINT decision_wording_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    subject text NOT NULL,
    lead text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT decision_wording_place_key UNIQUE NULLS NOT DISTINCT (edition_id, submission_id, verdict, lang)
);
COMMENT ON TABLE decision_wording IS 'Subject and lead of a decision letter, per language, where the chair changed them: of every letter of the edition, or of one submission alone';
CREATE INDEX decision_wording_submission_id_idx ON decision_wording (submission_id);
