-- One may register for a side event as for the forum: by types of its own. The occasion is what a registration is for: the
-- edition itself, or one of its side events; it stands in the keys, where a missing side event would compare as unknown.

ALTER TABLE side_event ADD CONSTRAINT side_event_edition_key UNIQUE (id, edition_id);

ALTER TABLE registration_type ADD COLUMN side_event_id uuid;
ALTER TABLE registration_type ADD COLUMN occasion_id uuid NOT NULL
    GENERATED ALWAYS AS (coalesce(side_event_id, edition_id)) STORED;
ALTER TABLE registration_type ADD CONSTRAINT registration_type_side_event_id_fkey
    FOREIGN KEY (side_event_id, edition_id) REFERENCES side_event (id, edition_id);
ALTER TABLE registration_type ADD CONSTRAINT registration_type_occasion_key UNIQUE (id, edition_id, occasion_id);
COMMENT ON TABLE registration_type IS 'A way to attend the forum, or one of its side events, with its own window; pending_holds says whether a registration awaiting approval holds its place';
CREATE INDEX registration_type_side_event_id_idx ON registration_type (side_event_id) WHERE side_event_id IS NOT NULL;

ALTER TABLE registration ADD COLUMN side_event_id uuid;
ALTER TABLE registration ADD COLUMN occasion_id uuid NOT NULL
    GENERATED ALWAYS AS (coalesce(side_event_id, edition_id)) STORED;
ALTER TABLE registration DROP CONSTRAINT registration_type_id_fkey;
ALTER TABLE registration ADD CONSTRAINT registration_type_id_fkey
    FOREIGN KEY (type_id, edition_id, occasion_id) REFERENCES registration_type (id, edition_id, occasion_id);
DROP INDEX registration_person_key;
CREATE UNIQUE INDEX registration_person_key ON registration (edition_id, email_key, name_key, occasion_id) WHERE state <> 'cancelled';
COMMENT ON TABLE registration IS 'One person at one edition, or at one of its side events; holds says whether one place of each pool of its type is counted for it';
