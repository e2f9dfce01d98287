-- Team passes: places held for a company that demonstrates, handed out by links.

CREATE VIEW confirmed_demo AS
    SELECT id, edition_id, call_id, company_id, owner_id, answered_at FROM submission
    WHERE company_id IS NOT NULL AND lifecycle = 'submitted' AND told = 'accepted' AND answer = 'confirmed';
COMMENT ON VIEW confirmed_demo IS 'The demos whose companies were told of a place and confirmed it';

CREATE TABLE pass_rule (
    call_id uuid CONSTRAINT pass_rule_pkey PRIMARY KEY,
    edition_id uuid NOT NULL,
    type_id uuid NOT NULL,
    places integer NOT NULL CONSTRAINT pass_rule_places_check CHECK (places BETWEEN 0 AND 50),
    CONSTRAINT pass_rule_call_id_fkey FOREIGN KEY (call_id, edition_id) REFERENCES call (id, edition_id),
    CONSTRAINT pass_rule_type_id_fkey FOREIGN KEY (type_id, edition_id) REFERENCES registration_type (id, edition_id)
);
COMMENT ON TABLE pass_rule IS 'How many passes a company gets that confirmed its demo of the call, and by which registration type they are claimed';

CREATE TABLE pass_block (
    submission_id uuid CONSTRAINT pass_block_pkey PRIMARY KEY
        CONSTRAINT pass_block_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    places integer NOT NULL CONSTRAINT pass_block_places_check CHECK (places BETWEEN 0 AND 50)
);
COMMENT ON TABLE pass_block IS 'How many passes one company gets for its demo, where staff gave it another number than its call says';

CREATE TABLE pass (
    id uuid CONSTRAINT pass_pkey PRIMARY KEY,
    edition_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    type_id uuid NOT NULL,
    number integer NOT NULL CONSTRAINT pass_number_check CHECK (number BETWEEN 1 AND 50),
    state text NOT NULL DEFAULT 'free' CONSTRAINT pass_state_check CHECK (state IN ('free', 'sent', 'claimed', 'ended')),
    name text,
    email text,
    email_key text,
    lang text CONSTRAINT pass_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    expires_at timestamptz,
    registration_id uuid CONSTRAINT pass_registration_id_key UNIQUE
        CONSTRAINT pass_registration_id_fkey REFERENCES registration,
    link_version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pass_submission_id_fkey FOREIGN KEY (submission_id, edition_id) REFERENCES submission (id, edition_id),
    CONSTRAINT pass_type_id_fkey FOREIGN KEY (type_id, edition_id) REFERENCES registration_type (id, edition_id),
    CONSTRAINT pass_sent_check CHECK (num_nonnulls(name, email, email_key, lang, expires_at)
        = CASE state WHEN 'sent' THEN 5 ELSE 0 END),
    CONSTRAINT pass_claimed_check CHECK ((state = 'claimed') = (registration_id IS NOT NULL))
);
COMMENT ON TABLE pass IS 'A place of each pool of its type that is held for a company''s demo: by the pass itself while it is free or sent, by the registration made with it once it is claimed; name and address are kept only while its link is open';
CREATE UNIQUE INDEX pass_number_key ON pass (submission_id, number) WHERE state <> 'ended';
CREATE UNIQUE INDEX pass_sent_key ON pass (submission_id, email_key) WHERE state = 'sent';
CREATE INDEX pass_type_id_idx ON pass (type_id) WHERE state IN ('free', 'sent');

COMMENT ON TABLE capacity_pool IS 'A number of places; taken counts the registrations and unclaimed passes, or the sign-ups for one session (of_session), that hold one and is changed only under this row''s lock';

ALTER TABLE registration DROP CONSTRAINT registration_cancelled_reason_check;
ALTER TABLE registration ADD CONSTRAINT registration_cancelled_reason_check
    CHECK (cancelled_reason IN ('attendee', 'staff', 'declined', 'offer-declined', 'offer-lapsed', 'off-stage', 'pass-taken-back',
                                'pass-ended', 'erased'));
