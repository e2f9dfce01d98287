-- What every domain stands on: the audit trail, idempotency claims, attempt limits, the publication
-- counter and the outbox. No table here knows a domain.

CREATE TABLE audit_seal (
    number bigint CONSTRAINT audit_seal_pkey PRIMARY KEY,
    previous bytea NOT NULL,
    entries integer NOT NULL CONSTRAINT audit_seal_entries_check CHECK (entries > 0),
    key_id text NOT NULL,
    mac bytea NOT NULL,
    sealed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE audit_seal IS 'A link of the chain over sealed audit entries: HMAC over number, previous MAC and ordered digests';

CREATE TABLE audit_entry (
    id uuid CONSTRAINT audit_entry_pkey PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind text NOT NULL
        CONSTRAINT audit_entry_actor_kind_check CHECK (actor_kind IN ('visitor', 'account', 'link', 'token', 'shell', 'duty')),
    actor_id uuid,
    address text,
    request_id text,
    edition_id uuid,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    content jsonb,
    salt bytea,
    digest bytea NOT NULL,
    seal bigint CONSTRAINT audit_entry_seal_fkey REFERENCES audit_seal,
    position integer,
    CONSTRAINT audit_entry_sealed_check CHECK ((seal IS NULL) = (position IS NULL))
);
COMMENT ON TABLE audit_entry IS 'Who changed what, written in the change''s own transaction; erasure empties content and salt, never the digest';
CREATE UNIQUE INDEX audit_entry_seal_position_key ON audit_entry (seal, position) WHERE seal IS NOT NULL;
CREATE INDEX audit_entry_unsealed_idx ON audit_entry (id) WHERE seal IS NULL;
CREATE INDEX audit_entry_subject_idx ON audit_entry (subject_id, at);
CREATE INDEX audit_entry_edition_idx ON audit_entry (edition_id, at);

CREATE TABLE idempotency_claim (
    principal text NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    body_digest bytea NOT NULL,
    subject_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT idempotency_claim_pkey PRIMARY KEY (principal, route, key)
);
COMMENT ON TABLE idempotency_claim IS 'Which row a creation with an Idempotency-Key made; kept 48 hours';
CREATE INDEX idempotency_claim_created_at_idx ON idempotency_claim (created_at);

CREATE TABLE attempt (
    bucket text CONSTRAINT attempt_pkey PRIMARY KEY,
    hits integer NOT NULL,
    window_ends_at timestamptz NOT NULL
);
COMMENT ON TABLE attempt IS 'Strict limits per e-mail address and account, counted in a fixed window on every node together';

CREATE TABLE publication (
    edition_id uuid CONSTRAINT publication_pkey PRIMARY KEY,
    version bigint NOT NULL DEFAULT 1
);
COMMENT ON TABLE publication IS 'Counts changes of what an edition shows the public; nodes poll it to refresh their page cache';

CREATE TABLE mail (
    id uuid CONSTRAINT mail_pkey PRIMARY KEY,
    edition_id uuid,
    cause_kind text NOT NULL,
    cause_id uuid NOT NULL,
    template text NOT NULL,
    recipient text NOT NULL,
    recipient_name text NOT NULL DEFAULT '',
    lang text NOT NULL CONSTRAINT mail_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    values jsonb NOT NULL,
    state text NOT NULL DEFAULT 'queued'
        CONSTRAINT mail_state_check CHECK (state IN ('draft', 'queued', 'sending', 'sent', 'failed', 'suppressed')),
    subject text,
    body_text text,
    body_html text,
    attempts integer NOT NULL DEFAULT 0,
    tries_from integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at timestamptz,
    CONSTRAINT mail_lease_check CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
    CONSTRAINT mail_sent_check CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CONSTRAINT mail_cause_key UNIQUE (cause_id, cause_kind, template, recipient)
);
COMMENT ON TABLE mail IS 'The outbox: one row per cause and recipient, written with its cause. Bodies are rendered when first claimed and hold placeholders, never live secret links; attempts count on for ever, tries_from is where the present series began';
CREATE INDEX mail_due_idx ON mail (due_at) WHERE state IN ('queued', 'sending');
CREATE INDEX mail_edition_idx ON mail (edition_id, created_at);

CREATE TABLE mail_attempt (
    mail_id uuid NOT NULL CONSTRAINT mail_attempt_mail_id_fkey REFERENCES mail ON DELETE CASCADE,
    number integer NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    outcome text NOT NULL CONSTRAINT mail_attempt_outcome_check CHECK (outcome IN ('accepted', 'deferred', 'refused')),
    answer text NOT NULL,
    CONSTRAINT mail_attempt_pkey PRIMARY KEY (mail_id, number)
);
COMMENT ON TABLE mail_attempt IS 'What the mail server answered, try by try';
