-- A call may ask for a file; each submission keeps at most one for each such question.

ALTER TABLE question DROP CONSTRAINT question_kind_check, ADD CONSTRAINT question_kind_check CHECK (kind IN
    ('short-text', 'long-text', 'one', 'many', 'email', 'phone', 'region', 'date', 'url', 'yes-no', 'file'));

CREATE TABLE submission_file (
    id uuid CONSTRAINT submission_file_pkey PRIMARY KEY,
    submission_id uuid NOT NULL CONSTRAINT submission_file_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    question_id uuid NOT NULL CONSTRAINT submission_file_question_id_fkey REFERENCES question,
    CONSTRAINT submission_file_key UNIQUE (submission_id, question_id)
);
COMMENT ON TABLE submission_file IS 'An answer that is a file; the file itself belongs to this row';
CREATE INDEX submission_file_question_id_idx ON submission_file (question_id);
CREATE TRIGGER forget_files AFTER DELETE ON submission_file FOR EACH ROW EXECUTE FUNCTION forget_files();
