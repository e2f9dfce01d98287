DROP INDEX mail_recipient_idx;
ALTER TABLE mail DROP CONSTRAINT mail_withheld_state_check, DROP COLUMN withheld;
DROP TABLE bounce;
DROP TABLE suppression;
