ALTER TABLE publication DROP CONSTRAINT publication_edition_id_fkey;
ALTER TABLE api_token DROP CONSTRAINT api_token_edition_id_fkey;
ALTER TABLE invitation DROP CONSTRAINT invitation_edition_id_fkey;
ALTER TABLE role_grant DROP CONSTRAINT role_grant_edition_id_fkey;
DROP TABLE question, consent_text, partner, room, track, edition;
