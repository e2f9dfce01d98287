-- What mails said of people is forgotten so many days after the edition.

ALTER TABLE edition
    ADD COLUMN mail_kept_days integer DEFAULT 365 CONSTRAINT edition_mail_kept_days_check CHECK (mail_kept_days BETWEEN 1 AND 3650);
COMMENT ON COLUMN edition.mail_kept_days IS 'How many days after it ends mails keep what they say; null for good';

ALTER TABLE mail ADD COLUMN emptied_at timestamptz;
COMMENT ON COLUMN mail.emptied_at IS 'When words and values were taken out, since their time was over or the person was erased; it cannot be sent again';
UPDATE mail SET emptied_at = clock_timestamp() WHERE values = '{}' AND recipient LIKE '%@erased.invalid';
CREATE INDEX mail_kept_idx ON mail (edition_id) WHERE emptied_at IS NULL AND state IN ('sent', 'failed', 'suppressed');
