ALTER TABLE sign_up DROP COLUMN told_release;
COMMENT ON TABLE sign_up IS 'Who wants a place in a session with limited places; a live one names the session''s pool, which therefore can''t be taken away';
