-- A registration made for a speaker ends when she is no longer on stage.

ALTER TABLE registration
    DROP CONSTRAINT registration_cancelled_reason_check,
    ADD CONSTRAINT registration_cancelled_reason_check
        CHECK (cancelled_reason IN ('attendee', 'staff', 'declined', 'offer-declined', 'offer-lapsed', 'off-stage', 'erased'));
COMMENT ON TABLE speaker_registration IS 'The registration that a confirmed speaker has without a second form; while she is on stage a row is never made twice, so one that she cancels stays cancelled';
