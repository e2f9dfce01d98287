-- Everybody who comes is reminded before the day, and thanked after it, where the edition says so.

ALTER TABLE edition
    ADD COLUMN reminder_days integer DEFAULT 2 CONSTRAINT edition_reminder_days_check CHECK (reminder_days BETWEEN 1 AND 30),
    ADD COLUMN thanks_days integer DEFAULT 1 CONSTRAINT edition_thanks_days_check CHECK (thanks_days BETWEEN 1 AND 30);
COMMENT ON COLUMN edition.reminder_days IS 'How many days before it begins whoever has a place is reminded; null for never';
COMMENT ON COLUMN edition.thanks_days IS 'How many days after it ends whoever came is thanked; null for never';
