ALTER TABLE edition DROP COLUMN thanks_days, DROP COLUMN reminder_days;
