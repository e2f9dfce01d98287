-- A repeated request is answered as the first one was: made, or known already.

ALTER TABLE idempotency_claim ADD COLUMN found boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN idempotency_claim.found IS 'Whether the row was there before the first request';
