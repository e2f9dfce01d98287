-- Mails of no edition, and those that staff held, are forgotten too.

DROP INDEX mail_kept_idx;
CREATE INDEX mail_kept_idx ON mail (edition_id, created_at) WHERE emptied_at IS NULL AND state NOT IN ('queued', 'sending');
