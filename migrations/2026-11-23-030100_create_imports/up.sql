-- Programmes that other programs made: what each of their rows was called there, and the file while it waits.

-- Other conferences do not keep to steps of five minutes, and have things that take longer than a day.
ALTER TABLE session DROP CONSTRAINT session_minutes_check;
ALTER TABLE session ADD CONSTRAINT session_minutes_check CHECK (minutes BETWEEN 1 AND 10080);

CREATE TABLE room_source (
    row_id uuid CONSTRAINT room_source_pkey PRIMARY KEY CONSTRAINT room_source_row_id_fkey REFERENCES room ON DELETE CASCADE,
    edition_id uuid NOT NULL CONSTRAINT room_source_edition_id_fkey REFERENCES edition,
    key text NOT NULL,
    digest bytea NOT NULL CONSTRAINT room_source_digest_check CHECK (octet_length(digest) = 32),
    content jsonb NOT NULL,
    CONSTRAINT room_source_key UNIQUE (edition_id, key)
);
COMMENT ON TABLE room_source IS 'Where a room came from: key is its id there, digest covers what the file said of it last, content is what has no place in the room';

CREATE TABLE track_source (
    row_id uuid CONSTRAINT track_source_pkey PRIMARY KEY CONSTRAINT track_source_row_id_fkey REFERENCES track ON DELETE CASCADE,
    edition_id uuid NOT NULL CONSTRAINT track_source_edition_id_fkey REFERENCES edition,
    key text NOT NULL,
    digest bytea NOT NULL CONSTRAINT track_source_digest_check CHECK (octet_length(digest) = 32),
    content jsonb NOT NULL,
    CONSTRAINT track_source_key UNIQUE (edition_id, key)
);
COMMENT ON TABLE track_source IS 'Where a track came from; as room_source';

CREATE TABLE speaker_source (
    row_id uuid CONSTRAINT speaker_source_pkey PRIMARY KEY CONSTRAINT speaker_source_row_id_fkey REFERENCES speaker ON DELETE CASCADE,
    edition_id uuid NOT NULL CONSTRAINT speaker_source_edition_id_fkey REFERENCES edition,
    key text NOT NULL,
    digest bytea NOT NULL CONSTRAINT speaker_source_digest_check CHECK (octet_length(digest) = 32),
    content jsonb NOT NULL,
    CONSTRAINT speaker_source_key UNIQUE (edition_id, key)
);
COMMENT ON TABLE speaker_source IS 'Where a speaker came from; as room_source';

CREATE TABLE session_source (
    row_id uuid CONSTRAINT session_source_pkey PRIMARY KEY CONSTRAINT session_source_row_id_fkey REFERENCES session ON DELETE CASCADE,
    edition_id uuid NOT NULL CONSTRAINT session_source_edition_id_fkey REFERENCES edition,
    key text NOT NULL,
    digest bytea NOT NULL CONSTRAINT session_source_digest_check CHECK (octet_length(digest) = 32),
    content jsonb NOT NULL,
    CONSTRAINT session_source_key UNIQUE (edition_id, key)
);
COMMENT ON TABLE session_source IS 'Where a session came from; as room_source';

CREATE TABLE import_upload (
    id uuid CONSTRAINT import_upload_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT import_upload_edition_id_fkey REFERENCES edition,
    lang text NOT NULL CONSTRAINT import_upload_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    encoding text NOT NULL CONSTRAINT import_upload_encoding_check CHECK (encoding IN ('utf-8', 'gb18030', 'big5')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE import_upload IS 'A file that waits to be imported after its dry run was read; a duty removes it after a day';
CREATE TRIGGER forget_files AFTER DELETE ON import_upload FOR EACH ROW EXECUTE FUNCTION forget_files();
CREATE INDEX import_upload_created_at_idx ON import_upload (created_at);

-- A file that a reader of our own understood, and that is never handed out.
ALTER TABLE file DROP CONSTRAINT file_media_type_check;
ALTER TABLE file ADD CONSTRAINT file_media_type_check
    CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf', 'video/mp4', 'application/octet-stream'));
