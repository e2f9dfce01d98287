-- Whoever handed something in is told, once for a burst of edits, that it was changed.

ALTER TABLE submission ADD COLUMN edited_at timestamptz;
COMMENT ON COLUMN submission.edited_at IS 'When what was handed in was last changed, until its owner is told';
CREATE INDEX submission_edited_idx ON submission (edited_at) WHERE edited_at IS NOT NULL;
