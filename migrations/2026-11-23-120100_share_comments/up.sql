-- Comments that a judge lets the applicant read, where the call gives them to whom it declines.

ALTER TABLE review ADD COLUMN shareable boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN review.shareable IS 'Whether the applicant may read the comment, without its writer''s name';
ALTER TABLE call ADD COLUMN shares_comments boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN call.shares_comments IS 'Whether those who are declined get the comments that judges marked as shareable';
