-- Capacity, registrations, their answers and consents, and offers to those who wait.

CREATE TABLE capacity_pool (
    id uuid CONSTRAINT capacity_pool_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT capacity_pool_edition_id_fkey REFERENCES edition,
    name jsonb NOT NULL,
    position integer NOT NULL,
    capacity integer NOT NULL,
    taken integer NOT NULL DEFAULT 0,
    CONSTRAINT capacity_pool_taken_check CHECK (taken >= 0 AND taken <= capacity)
) WITH (fillfactor = 50);
COMMENT ON TABLE capacity_pool IS 'A number of places; taken counts the registrations that hold one and is changed only under this row''s lock';
CREATE INDEX capacity_pool_edition_id_idx ON capacity_pool (edition_id);

CREATE TABLE registration_type (
    id uuid CONSTRAINT registration_type_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT registration_type_edition_id_fkey REFERENCES edition,
    slug text NOT NULL,
    position integer NOT NULL,
    name jsonb NOT NULL,
    description jsonb,
    opens_at timestamptz,
    closes_at timestamptz,
    needs_approval boolean NOT NULL DEFAULT false,
    pending_holds boolean NOT NULL DEFAULT true,
    archived_at timestamptz,
    CONSTRAINT registration_type_slug_key UNIQUE (edition_id, slug),
    CONSTRAINT registration_type_edition_key UNIQUE (id, edition_id),
    CONSTRAINT registration_type_window_check CHECK (closes_at > opens_at)
);
COMMENT ON TABLE registration_type IS 'A way to attend, with its own window; pending_holds says whether a registration awaiting approval holds its place';

CREATE TABLE registration_type_pool (
    type_id uuid NOT NULL CONSTRAINT registration_type_pool_type_id_fkey REFERENCES registration_type,
    pool_id uuid NOT NULL CONSTRAINT registration_type_pool_pool_id_fkey REFERENCES capacity_pool,
    CONSTRAINT registration_type_pool_pkey PRIMARY KEY (type_id, pool_id)
);
COMMENT ON TABLE registration_type_pool IS 'The pools a registration of the type draws one place from, all or none';
CREATE INDEX registration_type_pool_pool_id_idx ON registration_type_pool (pool_id);

CREATE SEQUENCE registration_arrival AS bigint CACHE 1;

CREATE TABLE registration (
    id uuid CONSTRAINT registration_pkey PRIMARY KEY,
    edition_id uuid NOT NULL,
    type_id uuid NOT NULL,
    state text NOT NULL CONSTRAINT registration_state_check
        CHECK (state IN ('pending', 'confirmed', 'waitlisted', 'offered', 'cancelled')),
    holds boolean NOT NULL,
    arrival bigint NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    lang text NOT NULL CONSTRAINT registration_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    name_latin text,
    name_han text,
    name_title text,
    name_key text NOT NULL,
    organisation text,
    job_title text,
    phone text,
    ticket_code text NOT NULL CONSTRAINT registration_ticket_code_key UNIQUE,
    link_version integer NOT NULL DEFAULT 1,
    version integer NOT NULL DEFAULT 1,
    search tsvector NOT NULL,
    approved_at timestamptz,
    cancelled_at timestamptz,
    cancelled_reason text CONSTRAINT registration_cancelled_reason_check
        CHECK (cancelled_reason IN ('attendee', 'staff', 'declined', 'offer-declined', 'offer-lapsed', 'erased')),
    checked_in_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT registration_arrival_key UNIQUE (edition_id, arrival),
    CONSTRAINT registration_type_id_fkey FOREIGN KEY (type_id, edition_id) REFERENCES registration_type (id, edition_id),
    CONSTRAINT registration_name_check CHECK (name_latin IS NOT NULL OR name_han IS NOT NULL OR cancelled_reason = 'erased'),
    CONSTRAINT registration_cancelled_check CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)
        AND (state = 'cancelled') = (cancelled_reason IS NOT NULL)),
    CONSTRAINT registration_holds_check CHECK (CASE state
        WHEN 'confirmed' THEN holds WHEN 'offered' THEN holds WHEN 'pending' THEN true ELSE NOT holds END)
);
COMMENT ON TABLE registration IS 'One person at one edition; holds says whether one place of each pool of its type is counted for it';
CREATE UNIQUE INDEX registration_person_key ON registration (edition_id, email_key, name_key) WHERE state <> 'cancelled';
CREATE INDEX registration_waiting_idx ON registration (type_id, arrival) WHERE state = 'waitlisted';
CREATE INDEX registration_search_idx ON registration USING gin (search);

CREATE TABLE offer (
    id uuid CONSTRAINT offer_pkey PRIMARY KEY,
    registration_id uuid NOT NULL CONSTRAINT offer_registration_id_fkey REFERENCES registration,
    offered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz,
    outcome text CONSTRAINT offer_outcome_check CHECK (outcome IN ('accepted', 'declined', 'expired', 'withdrawn')),
    ended_at timestamptz,
    CONSTRAINT offer_ended_check CHECK ((outcome IS NULL) = (ended_at IS NULL))
);
COMMENT ON TABLE offer IS 'A place held for one who waited; expires_at is set when the mail server took the offer''s mail';
CREATE UNIQUE INDEX offer_open_key ON offer (registration_id) WHERE outcome IS NULL;
CREATE INDEX offer_expires_at_idx ON offer (expires_at) WHERE outcome IS NULL;

CREATE TABLE address_change (
    id uuid CONSTRAINT address_change_pkey PRIMARY KEY,
    registration_id uuid NOT NULL CONSTRAINT address_change_registration_id_fkey REFERENCES registration,
    email text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
COMMENT ON TABLE address_change IS 'A new address that is not hers until she shows, by its mail, that it reaches her';
CREATE INDEX address_change_registration_id_idx ON address_change (registration_id);

CREATE TABLE answer (
    registration_id uuid NOT NULL CONSTRAINT answer_registration_id_fkey REFERENCES registration ON DELETE CASCADE,
    question_id uuid NOT NULL CONSTRAINT answer_question_id_fkey REFERENCES question,
    value jsonb,
    sealed bytea,
    CONSTRAINT answer_pkey PRIMARY KEY (registration_id, question_id),
    CONSTRAINT answer_one_form_check CHECK ((value IS NULL) <> (sealed IS NULL))
);
COMMENT ON TABLE answer IS 'An answer to a question; a sensitive one is sealed and never searchable';

CREATE TABLE consent (
    registration_id uuid NOT NULL CONSTRAINT consent_registration_id_fkey REFERENCES registration ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT consent_kind_check CHECK (kind IN ('collection', 'transfer', 'co-hosts', 'marketing')),
    text_version integer NOT NULL,
    lang text NOT NULL,
    given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    withdrawn_at timestamptz,
    CONSTRAINT consent_pkey PRIMARY KEY (registration_id, kind)
);
COMMENT ON TABLE consent IS 'What she agreed to, in which version and language of the text, and when she took it back';
