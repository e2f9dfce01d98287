DROP TABLE submission_answer, submission_speaker, submission, availability, speaker;
DELETE FROM question WHERE call_id IS NOT NULL;
ALTER TABLE question DROP CONSTRAINT question_slug_key;
ALTER TABLE question ADD CONSTRAINT question_slug_key UNIQUE (edition_id, slug);
ALTER TABLE question DROP COLUMN frozen_at, DROP COLUMN required_after_acceptance, DROP COLUMN call_id;
COMMENT ON TABLE question IS 'A custom field of the registration form; retain_days counts from the edition''s end';
DROP TABLE criterion, round, call_code, session_type, call_track, call;
DROP EXTENSION btree_gist;
