-- What passes held goes back to the pools.
UPDATE capacity_pool SET taken = taken - held.places
FROM (SELECT drawn.pool_id, count(*) AS places FROM pass
      JOIN registration_type_pool drawn ON drawn.type_id = pass.type_id
      WHERE pass.state IN ('free', 'sent') GROUP BY drawn.pool_id) AS held
WHERE capacity_pool.id = held.pool_id;
DROP TABLE pass, pass_block, pass_rule;
DROP VIEW confirmed_demo;
COMMENT ON TABLE capacity_pool IS 'A number of places; taken counts the registrations, or the sign-ups for one session (of_session), that hold one and is changed only under this row''s lock';
UPDATE registration SET cancelled_reason = 'staff' WHERE cancelled_reason IN ('pass-taken-back', 'pass-ended');
ALTER TABLE registration DROP CONSTRAINT registration_cancelled_reason_check;
ALTER TABLE registration ADD CONSTRAINT registration_cancelled_reason_check
    CHECK (cancelled_reason IN ('attendee', 'staff', 'declined', 'offer-declined', 'offer-lapsed', 'off-stage', 'erased'));
