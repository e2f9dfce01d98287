COMMENT ON TABLE speaker_registration IS 'The registration that a confirmed speaker has without a second form; a row is never made twice, so one that she cancels stays cancelled';
UPDATE registration SET cancelled_reason = 'staff' WHERE cancelled_reason = 'off-stage';
ALTER TABLE registration
    DROP CONSTRAINT registration_cancelled_reason_check,
    ADD CONSTRAINT registration_cancelled_reason_check
        CHECK (cancelled_reason IN ('attendee', 'staff', 'declined', 'offer-declined', 'offer-lapsed', 'erased'));
