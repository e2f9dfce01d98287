ALTER TABLE call DROP COLUMN shares_comments;
ALTER TABLE review DROP COLUMN shareable;
