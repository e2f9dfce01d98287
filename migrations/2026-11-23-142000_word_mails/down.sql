UPDATE mail
SET values = jsonb_set(values, '{values,wording}', jsonb_build_object(
        'subject', values #>> '{values,wording,subject}',
        'lead', replace(values #>> '{values,wording,body}', '{button}', '')))
WHERE state IN ('draft', 'queued') AND values #> '{values,wording,body}' IS NOT NULL;

ALTER TABLE decision_wording DROP COLUMN heading;
ALTER TABLE decision_wording RENAME COLUMN body TO lead;
ALTER TABLE decision_wording ALTER COLUMN submission_id DROP NOT NULL;
UPDATE decision_wording SET lead = btrim(replace(lead, '{button}', ''), E' \n');
COMMENT ON TABLE decision_wording IS 'Subject and lead of a decision letter, per language, where the chair changed them: of every letter of the edition, or of one submission alone';

INSERT INTO decision_wording (id, edition_id, verdict, lang, subject, lead, updated_at)
SELECT DISTINCT ON (edition_id, template, lang)
       id, edition_id, substr(template, 10), lang, subject, btrim(replace(body, '{button}', ''), E' \n'), saved_at
FROM mail_wording
WHERE template LIKE 'decision-%' AND subject IS NOT NULL
ORDER BY edition_id, template, lang, version DESC;
DROP TABLE mail_wording;
