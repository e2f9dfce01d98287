-- Who may sign in, what they may do, and how long they stay signed in.

CREATE TABLE account (
    id uuid CONSTRAINT account_pkey PRIMARY KEY,
    email text NOT NULL,
    email_key text NOT NULL CONSTRAINT account_email_key UNIQUE,
    name text NOT NULL,
    lang text NOT NULL CONSTRAINT account_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    password_hash text,
    suspended_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE account IS 'A person who signs in; attendees need none';

CREATE TABLE role_grant (
    id uuid CONSTRAINT role_grant_pkey PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT role_grant_account_id_fkey REFERENCES account,
    edition_id uuid,
    role text NOT NULL CONSTRAINT role_grant_role_check
        CHECK (role IN ('admin', 'organiser', 'programme', 'reviewer', 'communications', 'desk', 'observer')),
    granted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT role_grant_scope_check CHECK ((role = 'admin') = (edition_id IS NULL)),
    CONSTRAINT role_grant_key UNIQUE NULLS NOT DISTINCT (account_id, edition_id, role)
);
COMMENT ON TABLE role_grant IS 'A role an account holds in an edition; admin is of the whole site';

CREATE TABLE invitation (
    id uuid CONSTRAINT invitation_pkey PRIMARY KEY,
    email text NOT NULL,
    email_key text NOT NULL,
    name text NOT NULL,
    lang text NOT NULL CONSTRAINT invitation_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    role text NOT NULL CONSTRAINT invitation_role_check
        CHECK (role IN ('admin', 'organiser', 'programme', 'reviewer', 'communications', 'desk', 'observer')),
    edition_id uuid,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    CONSTRAINT invitation_scope_check CHECK ((role = 'admin') = (edition_id IS NULL))
);
COMMENT ON TABLE invitation IS 'A role offered by mail; accepting makes the account and the grant';
CREATE UNIQUE INDEX invitation_open_key ON invitation (email_key, role, edition_id) NULLS NOT DISTINCT
    WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE sign_in (
    id uuid CONSTRAINT sign_in_pkey PRIMARY KEY,
    account_id uuid CONSTRAINT sign_in_account_id_fkey REFERENCES account,
    tries integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
COMMENT ON TABLE sign_in IS 'A mailed sign-in: link and six-digit code are MACs over its id, so neither is stored; without account where the address is nobody''s, so that both look alike';
CREATE INDEX sign_in_expires_at_idx ON sign_in (expires_at);

CREATE TABLE login_session (
    id uuid CONSTRAINT login_session_pkey PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT login_session_account_id_fkey REFERENCES account,
    token_hash bytea NOT NULL CONSTRAINT login_session_token_hash_key UNIQUE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    method text NOT NULL CONSTRAINT login_session_method_check CHECK (method IN ('password', 'mail')),
    address text,
    user_agent text NOT NULL DEFAULT ''
);
COMMENT ON TABLE login_session IS 'A browser that is signed in, and how it did; ended by deleting the row';
CREATE INDEX login_session_account_id_idx ON login_session (account_id);

CREATE TABLE api_token (
    id uuid CONSTRAINT api_token_pkey PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT api_token_account_id_fkey REFERENCES account,
    edition_id uuid,
    name text NOT NULL,
    token_hash bytea NOT NULL CONSTRAINT api_token_token_hash_key UNIQUE,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz
);
COMMENT ON TABLE api_token IS 'A bearer token: its scopes within its creator''s present roles; edition null means every edition of theirs';
CREATE INDEX api_token_account_id_idx ON api_token (account_id);
