ALTER TABLE idempotency_claim DROP COLUMN found;
