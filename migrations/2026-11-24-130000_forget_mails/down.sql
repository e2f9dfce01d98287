ALTER TABLE mail DROP COLUMN emptied_at;
ALTER TABLE edition DROP COLUMN mail_kept_days;
