CREATE TABLE suppression (
    id uuid CONSTRAINT suppression_pkey PRIMARY KEY,
    address text NOT NULL CONSTRAINT suppression_address_key UNIQUE,
    reason text NOT NULL CONSTRAINT suppression_reason_check CHECK (reason IN ('bounced', 'refused', 'kept-failing')),
    diagnostic text NOT NULL,
    mail_id uuid CONSTRAINT suppression_mail_id_fkey REFERENCES mail ON DELETE SET NULL,
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    lifted_at timestamptz
);
COMMENT ON TABLE suppression IS 'Addresses, in lower case, that mail does not reach; nothing is sent there until it is lifted. A lifted row stays: failures before that moment no longer count';

CREATE TABLE bounce (
    mail_id uuid NOT NULL CONSTRAINT bounce_mail_id_fkey REFERENCES mail ON DELETE CASCADE,
    attempt integer NOT NULL,
    weight text NOT NULL CONSTRAINT bounce_weight_check CHECK (weight IN ('hard', 'soft')),
    status text,
    diagnostic text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT bounce_pkey PRIMARY KEY (mail_id, attempt)
);
COMMENT ON TABLE bounce IS 'Reports that a mail came back after its mail server had taken it; one a try, however often it is reported';

ALTER TABLE mail
    ADD COLUMN withheld text
        CONSTRAINT mail_withheld_check CHECK (withheld IN ('staff', 'address', 'preference')),
    ADD CONSTRAINT mail_withheld_state_check CHECK (withheld IS NULL OR state = 'suppressed');
COMMENT ON COLUMN mail.withheld IS 'Why it is suppressed: staff took it out, mail does not reach the address, its owner turned this kind off';
CREATE INDEX mail_recipient_idx ON mail (lower(recipient));
