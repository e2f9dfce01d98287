-- Webhooks: what was sealed in the audit trail, told to other programs.

CREATE TABLE webhook (
    id uuid CONSTRAINT webhook_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT webhook_edition_id_fkey REFERENCES edition,
    owner_id uuid NOT NULL CONSTRAINT webhook_owner_id_fkey REFERENCES account,
    url text NOT NULL CONSTRAINT webhook_url_check CHECK (url LIKE 'https://%'),
    description text NOT NULL,
    events text[] NOT NULL,
    state text NOT NULL DEFAULT 'active' CONSTRAINT webhook_state_check CHECK (state IN ('active', 'paused', 'disabled')),
    disabled_reason text CONSTRAINT webhook_disabled_reason_check CHECK (disabled_reason IN ('gone', 'failing')),
    failing_since timestamptz,
    after_seal bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT webhook_disabled_check CHECK ((state = 'disabled') = (disabled_reason IS NOT NULL))
);
COMMENT ON TABLE webhook IS 'An address that is told what happens in an edition: of the events listed, or of all where none is; after_seal is the last seal before it was added';
CREATE INDEX webhook_edition_id_idx ON webhook (edition_id);

CREATE TABLE webhook_secret (
    id uuid CONSTRAINT webhook_secret_pkey PRIMARY KEY,
    webhook_id uuid NOT NULL CONSTRAINT webhook_secret_webhook_id_fkey REFERENCES webhook ON DELETE CASCADE,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ends_at timestamptz
);
COMMENT ON TABLE webhook_secret IS 'What deliveries are signed with, sealed; one that was replaced still signs until it ends';
CREATE UNIQUE INDEX webhook_secret_present_key ON webhook_secret (webhook_id) WHERE ends_at IS NULL;
CREATE INDEX webhook_secret_webhook_id_idx ON webhook_secret (webhook_id);

CREATE TABLE webhook_cursor (
    singleton boolean CONSTRAINT webhook_cursor_pkey PRIMARY KEY DEFAULT true
        CONSTRAINT webhook_cursor_singleton_check CHECK (singleton),
    seal bigint NOT NULL
);
COMMENT ON TABLE webhook_cursor IS 'One row: the last seal of the audit trail whose entries were made into deliveries';
INSERT INTO webhook_cursor (seal) SELECT coalesce(max(number), 0) FROM audit_seal;

CREATE TABLE delivery (
    id uuid CONSTRAINT delivery_pkey PRIMARY KEY,
    webhook_id uuid NOT NULL CONSTRAINT delivery_webhook_id_fkey REFERENCES webhook ON DELETE CASCADE,
    entry_id uuid CONSTRAINT delivery_entry_id_fkey REFERENCES audit_entry,
    event text NOT NULL,
    subject_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'queued'
        CONSTRAINT delivery_state_check CHECK (state IN ('queued', 'sending', 'delivered', 'failed', 'given-up')),
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until timestamptz,
    attempts integer NOT NULL DEFAULT 0 CONSTRAINT delivery_attempts_check CHECK (attempts >= 0),
    tries_from integer NOT NULL DEFAULT 0,
    series_from timestamptz,
    delivered_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT delivery_entry_key UNIQUE (webhook_id, entry_id),
    CONSTRAINT delivery_lease_check CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
    CONSTRAINT delivery_test_check CHECK ((entry_id IS NULL) = (event = 'webhook.test'))
);
COMMENT ON TABLE delivery IS 'One entry of the audit trail to be told to one webhook; at most one per entry and webhook, however often it is told; a series of tries began at series_from, after tries_from earlier ones';
CREATE INDEX delivery_due_idx ON delivery (webhook_id, due_at) WHERE state IN ('queued', 'sending');
CREATE INDEX delivery_created_at_idx ON delivery (created_at);

CREATE TABLE delivery_attempt (
    delivery_id uuid CONSTRAINT delivery_attempt_delivery_id_fkey REFERENCES delivery ON DELETE CASCADE,
    number integer,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    outcome text NOT NULL CONSTRAINT delivery_attempt_outcome_check CHECK (outcome IN
        ('delivered', 'refused', 'gone', 'forbidden', 'unresolved', 'unreachable', 'insecure', 'timeout', 'broken')),
    status integer CONSTRAINT delivery_attempt_status_check CHECK (status BETWEEN 100 AND 999),
    milliseconds integer NOT NULL CONSTRAINT delivery_attempt_milliseconds_check CHECK (milliseconds >= 0),
    answer text NOT NULL,
    CONSTRAINT delivery_attempt_pkey PRIMARY KEY (delivery_id, number)
);
COMMENT ON TABLE delivery_attempt IS 'How a try to deliver ended: the status and the beginning of the answer, or what went wrong before there was one';
