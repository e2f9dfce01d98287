-- Who registered for a side event would be registered for the forum: these registrations end here, and their types are put away.
UPDATE capacity_pool p SET taken = p.taken - held.places
FROM (SELECT drawn.pool_id, count(*) AS places FROM registration r JOIN registration_type_pool drawn ON drawn.type_id = r.type_id
      WHERE r.side_event_id IS NOT NULL AND r.holds GROUP BY drawn.pool_id) AS held
WHERE held.pool_id = p.id;
UPDATE offer SET outcome = 'withdrawn', ended_at = clock_timestamp() FROM registration r
WHERE r.id = offer.registration_id AND r.side_event_id IS NOT NULL AND offer.outcome IS NULL;
UPDATE registration SET state = 'cancelled', holds = false, cancelled_at = clock_timestamp(), cancelled_reason = 'staff'
WHERE side_event_id IS NOT NULL AND state <> 'cancelled';
UPDATE registration_type SET archived_at = clock_timestamp() WHERE side_event_id IS NOT NULL AND archived_at IS NULL;

DROP INDEX registration_person_key;
CREATE UNIQUE INDEX registration_person_key ON registration (edition_id, email_key, name_key) WHERE state <> 'cancelled';
ALTER TABLE registration DROP CONSTRAINT registration_type_id_fkey;
ALTER TABLE registration DROP COLUMN occasion_id;
ALTER TABLE registration DROP COLUMN side_event_id;
ALTER TABLE registration ADD CONSTRAINT registration_type_id_fkey
    FOREIGN KEY (type_id, edition_id) REFERENCES registration_type (id, edition_id);
COMMENT ON TABLE registration IS 'One person at one edition; holds says whether one place of each pool of its type is counted for it';

DROP INDEX registration_type_side_event_id_idx;
ALTER TABLE registration_type DROP CONSTRAINT registration_type_occasion_key;
ALTER TABLE registration_type DROP COLUMN occasion_id;
ALTER TABLE registration_type DROP COLUMN side_event_id;
COMMENT ON TABLE registration_type IS 'A way to attend, with its own window; pending_holds says whether a registration awaiting approval holds its place';
ALTER TABLE side_event DROP CONSTRAINT side_event_edition_key;
