CREATE TABLE campaign (
    id uuid CONSTRAINT campaign_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT campaign_edition_id_fkey REFERENCES edition,
    name text NOT NULL,
    kind text NOT NULL CONSTRAINT campaign_kind_check CHECK (kind IN ('notice', 'news')),
    audience jsonb NOT NULL,
    state text NOT NULL DEFAULT 'draft'
        CONSTRAINT campaign_state_check CHECK (state IN ('draft', 'scheduled', 'sending', 'paused', 'sent', 'stopped')),
    version integer NOT NULL DEFAULT 1,
    send_at timestamptz,
    joins_until timestamptz,
    gathered_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT campaign_send_at_check CHECK ((state = 'draft') = (send_at IS NULL)),
    CONSTRAINT campaign_joins_until_check CHECK (joins_until > send_at),
    CONSTRAINT campaign_gathered_at_check CHECK (CASE state
        WHEN 'draft' THEN gathered_at IS NULL WHEN 'scheduled' THEN gathered_at IS NULL
        WHEN 'stopped' THEN true ELSE gathered_at IS NOT NULL END),
    CONSTRAINT campaign_ended_at_check CHECK ((state IN ('sent', 'stopped')) = (ended_at IS NOT NULL))
);
COMMENT ON TABLE campaign IS 'A mail to many: a notice goes to everybody of its audience, news only to those who agreed to marketing. Whoever joins the audience until joins_until gets it too; gathered_at is when it was last looked for people';
CREATE INDEX campaign_edition_id_idx ON campaign (edition_id);

CREATE TABLE campaign_text (
    campaign_id uuid NOT NULL CONSTRAINT campaign_text_campaign_id_fkey REFERENCES campaign ON DELETE CASCADE,
    lang text NOT NULL CONSTRAINT campaign_text_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    subject text NOT NULL,
    heading text NOT NULL,
    body text NOT NULL,
    CONSTRAINT campaign_text_pkey PRIMARY KEY (campaign_id, lang)
);
COMMENT ON TABLE campaign_text IS 'What a campaign says in one language, with names in braces';

CREATE TABLE campaign_recipient (
    id uuid CONSTRAINT campaign_recipient_pkey PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT campaign_recipient_campaign_id_fkey REFERENCES campaign ON DELETE CASCADE,
    address text NOT NULL,
    address_key text NOT NULL GENERATED ALWAYS AS (lower(address)) STORED,
    registration_id uuid CONSTRAINT campaign_recipient_registration_id_fkey REFERENCES registration,
    fate text NOT NULL DEFAULT 'waiting'
        CONSTRAINT campaign_recipient_fate_check CHECK (fate IN ('waiting', 'queued', 'skipped')),
    skipped text CONSTRAINT campaign_recipient_skipped_check
        CHECK (skipped IN ('suppressed', 'unsubscribed', 'no-consent', 'left', 'stopped')),
    mail_id uuid,
    joined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT campaign_recipient_address_key UNIQUE (campaign_id, address_key),
    CONSTRAINT campaign_recipient_why_check CHECK ((fate = 'skipped') = (skipped IS NOT NULL)),
    CONSTRAINT campaign_recipient_mail_check CHECK ((fate = 'queued') = (mail_id IS NOT NULL))
);
COMMENT ON TABLE campaign_recipient IS 'Whom a campaign is for, each address once however often it is looked for; mail_id is the mail that was queued, as the outbox knows it; the reason stands where there is none';
CREATE INDEX campaign_recipient_waiting_idx ON campaign_recipient (campaign_id, address_key) WHERE fate = 'waiting';
CREATE INDEX campaign_recipient_registration_id_idx ON campaign_recipient (registration_id) WHERE registration_id IS NOT NULL;

-- Who is erased is no recipient any more; each gets a nobody of its own (RFC 2606 section 2), as her mails do.
CREATE FUNCTION forget_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE campaign_recipient
    SET address = id || '@erased.invalid',
        fate = CASE fate WHEN 'waiting' THEN 'skipped' ELSE fate END,
        skipped = CASE fate WHEN 'waiting' THEN 'left' ELSE skipped END
    WHERE registration_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER registration_forget_recipient AFTER UPDATE OF email ON registration
    FOR EACH ROW WHEN (NEW.email = '') EXECUTE FUNCTION forget_recipient();
