DROP TABLE sign_up;
DROP SEQUENCE sign_up_arrival;
ALTER TABLE session DROP CONSTRAINT session_removed_limit_check;
ALTER TABLE session DROP CONSTRAINT session_limit_key;
ALTER TABLE session DROP COLUMN pool_id;
DELETE FROM capacity_pool WHERE of_session;
ALTER TABLE capacity_pool DROP COLUMN of_session;
COMMENT ON TABLE capacity_pool IS 'A number of places; taken counts the registrations that hold one and is changed only under this row''s lock';
