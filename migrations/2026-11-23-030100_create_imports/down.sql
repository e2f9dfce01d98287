DROP TABLE import_upload;
DELETE FROM file WHERE media_type = 'application/octet-stream';
ALTER TABLE file DROP CONSTRAINT file_media_type_check;
ALTER TABLE file ADD CONSTRAINT file_media_type_check
    CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf', 'video/mp4'));
DROP TABLE session_source;
DROP TABLE speaker_source;
DROP TABLE track_source;
DROP TABLE room_source;
UPDATE session SET minutes = least(1440, greatest(5, (minutes + 4) / 5 * 5)) WHERE minutes % 5 <> 0 OR minutes > 1440;
ALTER TABLE session DROP CONSTRAINT session_minutes_check;
ALTER TABLE session ADD CONSTRAINT session_minutes_check CHECK (minutes BETWEEN 5 AND 1440 AND minutes % 5 = 0);
