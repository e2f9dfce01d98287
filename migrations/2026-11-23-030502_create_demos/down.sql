DROP TABLE demo_availability, submission_demo;
DROP INDEX submission_company_track_key;
ALTER TABLE submission DROP COLUMN company_id;
