-- Every mail may be worded per edition and language. What the chair wrote for all decision letters of an edition moves here;
-- what she wrote for one submission stays, in the same form.

CREATE TABLE mail_wording (
    id uuid CONSTRAINT mail_wording_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT mail_wording_edition_id_fkey REFERENCES edition ON DELETE CASCADE,
    template text NOT NULL,
    lang text NOT NULL CONSTRAINT mail_wording_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    version integer NOT NULL CONSTRAINT mail_wording_version_check CHECK (version > 0),
    subject text,
    heading text,
    body text,
    saved_by uuid,
    saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    broken_at timestamptz,
    CONSTRAINT mail_wording_version_key UNIQUE (edition_id, template, lang, version),
    CONSTRAINT mail_wording_whole_check CHECK (num_nulls(subject, heading, body) IN (0, 3))
);
COMMENT ON TABLE mail_wording IS 'What an edition says in the place of a mail''s own words, every version of it; the newest counts, and one without words means the mail''s own. saved_by is an account, none for other hands; broken_at is when it first could not be printed and the mail''s own words went out';

INSERT INTO mail_wording (id, edition_id, template, lang, version, subject, heading, body, saved_at)
SELECT id, edition_id, 'decision-' || verdict, lang, 1,
       regexp_replace(subject, '\{(?!(title|call|confirm_by)\})', '{"{"}', 'g'), '',
       regexp_replace(lead, '\{(?!(title|call|confirm_by)\})', '{"{"}', 'g') || E'\n\n{button}', updated_at
FROM decision_wording WHERE submission_id IS NULL;
DELETE FROM decision_wording WHERE submission_id IS NULL;

ALTER TABLE decision_wording ALTER COLUMN submission_id SET NOT NULL;
ALTER TABLE decision_wording RENAME COLUMN lead TO body;
ALTER TABLE decision_wording ADD COLUMN heading text NOT NULL DEFAULT '';
UPDATE decision_wording
SET subject = regexp_replace(subject, '\{(?!(title|call|confirm_by)\})', '{"{"}', 'g'),
    body = regexp_replace(body, '\{(?!(title|call|confirm_by)\})', '{"{"}', 'g') || E'\n\n{button}';
COMMENT ON TABLE decision_wording IS 'Subject, heading and text of the decision letter about one submission, per language, where the chair changed them';

-- Letters that wait to be printed carry their words with them.
UPDATE mail
SET values = jsonb_set(values, '{values,wording}', jsonb_build_object(
        'subject', regexp_replace(values #>> '{values,wording,subject}', '\{(?!(title|call|confirm_by)\})', '{"{"}', 'g'),
        'heading', '',
        'body', regexp_replace(values #>> '{values,wording,lead}', '\{(?!(title|call|confirm_by)\})', '{"{"}', 'g') || E'\n\n{button}'))
WHERE state IN ('draft', 'queued') AND values #> '{values,wording,lead}' IS NOT NULL;
