-- Whoever is on stage attends: which registration a confirmed speaker got by herself.

CREATE TABLE speaker_registration (
    speaker_id uuid CONSTRAINT speaker_registration_pkey PRIMARY KEY
        CONSTRAINT speaker_registration_speaker_id_fkey REFERENCES speaker ON DELETE CASCADE,
    registration_id uuid NOT NULL
        CONSTRAINT speaker_registration_registration_id_fkey REFERENCES registration ON DELETE CASCADE
);
COMMENT ON TABLE speaker_registration IS 'The registration that a confirmed speaker has without a second form; a row is never made twice, so one that she cancels stays cancelled';
CREATE INDEX speaker_registration_registration_id_idx ON speaker_registration (registration_id);
