-- Side events of an edition's year: road shows, promotion events.

CREATE TABLE side_event (
    id uuid CONSTRAINT side_event_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT side_event_edition_id_fkey REFERENCES edition,
    slug text NOT NULL,
    position integer NOT NULL,
    name jsonb NOT NULL,
    summary jsonb,
    place jsonb NOT NULL,
    city jsonb NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    published boolean NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT side_event_slug_key UNIQUE (edition_id, slug),
    CONSTRAINT side_event_span_check CHECK (ends_at > starts_at)
);
COMMENT ON TABLE side_event IS 'Something that belongs to an edition''s year and takes place elsewhere or at another time; version counts changes for calendars';

CREATE FUNCTION count_side_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER side_event_counts BEFORE UPDATE OF name, summary, place, city, starts_at, ends_at, published ON side_event
    FOR EACH ROW EXECUTE FUNCTION count_side_event_change();
