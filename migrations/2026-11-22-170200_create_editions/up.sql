-- An edition of the forum, its tracks, rooms and partners.

CREATE TABLE edition (
    id uuid CONSTRAINT edition_pkey PRIMARY KEY,
    slug text NOT NULL CONSTRAINT edition_slug_key UNIQUE,
    number integer NOT NULL CONSTRAINT edition_number_check CHECK (number > 0),
    name jsonb NOT NULL,
    tagline jsonb,
    description jsonb,
    venue_name jsonb,
    venue_address jsonb,
    time_zone text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'draft' CONSTRAINT edition_state_check CHECK (state IN ('draft', 'published', 'archived')),
    contact_email text NOT NULL,
    offer_hours integer NOT NULL DEFAULT 24 CONSTRAINT edition_offer_hours_check CHECK (offer_hours BETWEEN 1 AND 336),
    offers_end_at timestamptz,
    published_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT edition_dates_check CHECK (ends_at > starts_at)
);
COMMENT ON TABLE edition IS 'One year''s forum; offers_end_at is the cut-off after which the desk calls the waiting list by hand';

CREATE TABLE track (
    id uuid CONSTRAINT track_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT track_edition_id_fkey REFERENCES edition,
    slug text NOT NULL,
    position integer NOT NULL,
    name jsonb NOT NULL,
    colour text NOT NULL,
    CONSTRAINT track_slug_key UNIQUE (edition_id, slug)
);
COMMENT ON TABLE track IS 'A field of the edition, such as biomedicine';

CREATE TABLE room (
    id uuid CONSTRAINT room_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT room_edition_id_fkey REFERENCES edition,
    slug text NOT NULL,
    position integer NOT NULL,
    name jsonb NOT NULL,
    capacity integer CONSTRAINT room_capacity_check CHECK (capacity > 0),
    CONSTRAINT room_slug_key UNIQUE (edition_id, slug)
);
COMMENT ON TABLE room IS 'Where sessions take place; capacity in persons, null where unknown';

CREATE TABLE partner (
    id uuid CONSTRAINT partner_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT partner_edition_id_fkey REFERENCES edition,
    kind text NOT NULL CONSTRAINT partner_kind_check CHECK (kind IN ('host', 'co-organiser', 'supporter', 'sponsor')),
    position integer NOT NULL,
    name jsonb NOT NULL,
    url text
);
COMMENT ON TABLE partner IS 'An institution behind the edition, in protocol order';
CREATE INDEX partner_edition_id_idx ON partner (edition_id, position);

CREATE TABLE consent_text (
    edition_id uuid NOT NULL CONSTRAINT consent_text_edition_id_fkey REFERENCES edition,
    kind text NOT NULL CONSTRAINT consent_text_kind_check CHECK (kind IN ('collection', 'transfer', 'co-hosts', 'marketing')),
    version integer NOT NULL,
    body jsonb,
    required boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT consent_text_pkey PRIMARY KEY (edition_id, kind, version),
    CONSTRAINT consent_text_required_check CHECK (NOT (required AND (body IS NULL OR kind IN ('marketing', 'collection'))))
);
COMMENT ON TABLE consent_text IS 'What is asked beside each consent box, version by version; collection is the statement that is only read; without a body it is not asked any more';

ALTER TABLE role_grant ADD CONSTRAINT role_grant_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition;
ALTER TABLE invitation ADD CONSTRAINT invitation_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition;
ALTER TABLE api_token ADD CONSTRAINT api_token_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition;
ALTER TABLE publication ADD CONSTRAINT publication_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition;

CREATE TABLE question (
    id uuid CONSTRAINT question_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT question_edition_id_fkey REFERENCES edition,
    slug text NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CONSTRAINT question_kind_check CHECK (kind IN
        ('short-text', 'long-text', 'one', 'many', 'email', 'phone', 'region', 'date', 'url', 'yes-no')),
    label jsonb NOT NULL,
    hint jsonb,
    choices jsonb NOT NULL DEFAULT '[]',
    required boolean NOT NULL DEFAULT false,
    shown_if_question uuid CONSTRAINT question_shown_if_question_fkey REFERENCES question,
    shown_if_value text,
    sensitive boolean NOT NULL DEFAULT false,
    retain_days integer CONSTRAINT question_retain_days_check CHECK (retain_days BETWEEN 0 AND 3650),
    archived_at timestamptz,
    CONSTRAINT question_slug_key UNIQUE (edition_id, slug),
    CONSTRAINT question_shown_if_check CHECK ((shown_if_question IS NULL) = (shown_if_value IS NULL)),
    CONSTRAINT question_not_of_itself_check CHECK (shown_if_question <> id)
);
COMMENT ON TABLE question IS 'A custom field of the registration form; retain_days counts from the edition''s end';
