-- Whoever booked a place in a session is told when a release moves it or drops it.

ALTER TABLE sign_up ADD COLUMN told_release integer;
UPDATE sign_up SET told_release = (SELECT max(number) FROM release WHERE release.edition_id = sign_up.edition_id);
ALTER TABLE sign_up ALTER COLUMN told_release SET NOT NULL;
ALTER TABLE sign_up ADD CONSTRAINT sign_up_told_release_fkey
    FOREIGN KEY (edition_id, told_release) REFERENCES release (edition_id, number);
COMMENT ON TABLE sign_up IS 'Who wants a place in a session with limited places; a live one names the session''s pool, which therefore can''t be taken away; told_release is the number of the release whose slot she knows';
