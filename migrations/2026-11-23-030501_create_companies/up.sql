-- Companies and their members, who all have the same rights.

CREATE TABLE company (
    id uuid CONSTRAINT company_pkey PRIMARY KEY,
    name jsonb NOT NULL,
    one_liner jsonb,
    city text NOT NULL,
    region text NOT NULL CONSTRAINT company_region_check CHECK (region IN ('mainland', 'hong-kong', 'elsewhere')),
    stage text CONSTRAINT company_stage_check CHECK (stage IN ('idea', 'prototype', 'pilot', 'revenue', 'growth')),
    size text CONSTRAINT company_size_check CHECK (size IN ('1-10', '11-50', '51-200', '201-1000', '1001-')),
    website text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE company IS 'A company that its members look after, in whatever edition it applies; its logo is its one file';
CREATE TRIGGER forget_files AFTER DELETE ON company FOR EACH ROW EXECUTE FUNCTION forget_files();

CREATE TABLE company_member (
    company_id uuid NOT NULL CONSTRAINT company_member_company_id_fkey REFERENCES company,
    account_id uuid NOT NULL CONSTRAINT company_member_account_id_fkey REFERENCES account,
    joined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT company_member_pkey PRIMARY KEY (company_id, account_id)
);
COMMENT ON TABLE company_member IS 'Who acts for a company; there is always one at least';
CREATE INDEX company_member_account_id_idx ON company_member (account_id);

CREATE TABLE company_invitation (
    id uuid CONSTRAINT company_invitation_pkey PRIMARY KEY,
    company_id uuid NOT NULL CONSTRAINT company_invitation_company_id_fkey REFERENCES company,
    email text NOT NULL,
    email_key text NOT NULL,
    lang text NOT NULL CONSTRAINT company_invitation_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    outcome text CONSTRAINT company_invitation_outcome_check CHECK (outcome IN ('accepted', 'declined', 'withdrawn')),
    CONSTRAINT company_invitation_ended_check CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
COMMENT ON TABLE company_invitation IS 'Somebody asked by mail to act for a company too; accepting makes her account where she has none';
CREATE UNIQUE INDEX company_invitation_open_key ON company_invitation (company_id, email_key) WHERE outcome IS NULL;
