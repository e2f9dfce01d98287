COMMENT ON TABLE allocation_place IS 'A slot of a call: a room for a time, for one track or any; power in watts and floor in square metres, without a limit where nothing is said';
ALTER TABLE allocation_place DROP COLUMN spoken;
ALTER TABLE allocation_place DROP COLUMN facilities;
DROP TABLE demo_preference;
ALTER TABLE submission_demo DROP COLUMN facilities;
