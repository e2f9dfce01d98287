DROP TABLE speaker_registration;
