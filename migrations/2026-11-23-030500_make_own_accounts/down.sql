DELETE FROM sign_in WHERE email IS NOT NULL;
ALTER TABLE sign_in DROP COLUMN lang, DROP COLUMN name, DROP COLUMN email;
COMMENT ON TABLE sign_in IS 'A mailed sign-in: link and six-digit code are MACs over its id, so neither is stored; without account where the address is nobody''s, so that both look alike';
