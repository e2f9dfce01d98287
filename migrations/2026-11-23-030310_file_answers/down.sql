DELETE FROM submission_file;
DROP TABLE submission_file;
DELETE FROM question WHERE kind = 'file';
ALTER TABLE question DROP CONSTRAINT question_kind_check, ADD CONSTRAINT question_kind_check CHECK (kind IN
    ('short-text', 'long-text', 'one', 'many', 'email', 'phone', 'region', 'date', 'url', 'yes-no'));
