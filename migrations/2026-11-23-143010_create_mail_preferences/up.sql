CREATE TABLE mail_preference (
    edition_id uuid NOT NULL,
    address text NOT NULL,
    kind text NOT NULL CONSTRAINT mail_preference_kind_check CHECK (kind IN ('reminder', 'news')),
    off_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT mail_preference_pkey PRIMARY KEY (edition_id, address, kind)
);
COMMENT ON TABLE mail_preference IS 'Kinds of an edition''s mail that an address, in lower case, turned off; a row that is gone is a kind turned on again';
