DROP TABLE mail_attempt, mail, publication, attempt, idempotency_claim, audit_entry, audit_seal;
