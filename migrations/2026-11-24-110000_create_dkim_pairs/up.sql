-- What mails are signed with (DKIM, RFC 6376), on every node alike.

CREATE TABLE dkim_pair (
    id uuid CONSTRAINT dkim_pair_pkey PRIMARY KEY,
    domain text NOT NULL,
    name text NOT NULL CONSTRAINT dkim_pair_name_key UNIQUE,
    state text NOT NULL DEFAULT 'made' CONSTRAINT dkim_pair_state_check CHECK (state IN ('made', 'signing', 'retired')),
    rsa_public text NOT NULL,
    ed25519_public text NOT NULL,
    sealed bytea,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    retired_at timestamptz,
    CONSTRAINT dkim_pair_sealed_check CHECK ((state = 'retired') = (sealed IS NULL)),
    CONSTRAINT dkim_pair_retired_check CHECK ((state = 'retired') = (retired_at IS NOT NULL))
);
COMMENT ON TABLE dkim_pair IS 'Two keys, RSA and Ed25519, that sign the mails of one domain while their state is signing; private halves are sealed, and forgotten when the pair retires';
CREATE UNIQUE INDEX dkim_pair_signing_key ON dkim_pair (domain) WHERE state = 'signing';
