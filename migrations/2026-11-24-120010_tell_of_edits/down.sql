DROP INDEX submission_edited_idx;
ALTER TABLE submission DROP COLUMN edited_at;
