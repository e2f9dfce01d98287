-- Files that people send in, kept in rows of 1 MiB: one backup, any node, no orphans.

CREATE TABLE file (
    id uuid CONSTRAINT file_pkey PRIMARY KEY,
    owner_kind text NOT NULL CONSTRAINT file_owner_kind_check CHECK (owner_kind ~ '^[a-z_]+$'),
    owner_id uuid NOT NULL,
    name text NOT NULL CONSTRAINT file_name_check CHECK (char_length(name) BETWEEN 1 AND 80),
    media_type text NOT NULL CONSTRAINT file_media_type_check
        CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf', 'video/mp4')),
    size bigint NOT NULL CONSTRAINT file_size_check CHECK (size > 0),
    sha256 bytea NOT NULL CONSTRAINT file_sha256_check CHECK (octet_length(sha256) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE file IS 'A file and whose it is: owner_kind is the table of the owner''s row, owner_id that row; never changed, only replaced';
CREATE INDEX file_owner_idx ON file (owner_kind, owner_id);

CREATE TABLE file_chunk (
    file_id uuid NOT NULL CONSTRAINT file_chunk_file_id_fkey
        REFERENCES file ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    number integer NOT NULL CONSTRAINT file_chunk_number_check CHECK (number >= 0),
    bytes bytea NOT NULL CONSTRAINT file_chunk_bytes_check CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
    CONSTRAINT file_chunk_pkey PRIMARY KEY (file_id, number)
);
COMMENT ON TABLE file_chunk IS 'The bytes of a file, in order; all chunks but the last hold 1 MiB. They come before their file''s row, whose size and digest are known only at the end';
-- What is kept here is compressed already.
ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Files belong to rows of many tables, so what a foreign key does is done by these two. Every table that owns files has
--     CREATE TRIGGER forget_files AFTER DELETE ON ... FOR EACH ROW EXECUTE FUNCTION forget_files();

CREATE FUNCTION forget_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM file WHERE owner_kind = TG_TABLE_NAME AND owner_id = OLD.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION forget_files IS 'Removes the files of a removed owner';

CREATE FUNCTION check_file_owner() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owners integer;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger
                   WHERE tgrelid = to_regclass(NEW.owner_kind) AND tgfoid = 'forget_files'::regproc) THEN
        RAISE EXCEPTION 'table % would leave its files behind', NEW.owner_kind USING ERRCODE = 'foreign_key_violation';
    END IF;
    EXECUTE format('SELECT 1 FROM %I WHERE id = $1 FOR KEY SHARE', NEW.owner_kind) USING NEW.owner_id;
    GET DIAGNOSTICS owners = ROW_COUNT;
    IF owners = 0 THEN
        RAISE EXCEPTION 'no such row in %', NEW.owner_kind USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION check_file_owner IS 'Refuses a file whose owner does not exist, or whose table would leave its files behind';
CREATE TRIGGER check_file_owner BEFORE INSERT ON file FOR EACH ROW EXECUTE FUNCTION check_file_owner();
