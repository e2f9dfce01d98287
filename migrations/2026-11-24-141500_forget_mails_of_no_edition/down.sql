DROP INDEX mail_kept_idx;
CREATE INDEX mail_kept_idx ON mail (edition_id) WHERE emptied_at IS NULL AND state IN ('sent', 'failed', 'suppressed');
