-- Calls with their rounds, the people who speak, and what they hand in.

CREATE EXTENSION btree_gist;

CREATE TABLE call (
    id uuid CONSTRAINT call_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT call_edition_id_fkey REFERENCES edition,
    kind text NOT NULL CONSTRAINT call_kind_check CHECK (kind IN ('talk', 'panel', 'demo', 'booth')),
    slug text NOT NULL,
    position integer NOT NULL,
    name jsonb NOT NULL,
    description jsonb,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    visibility text NOT NULL DEFAULT 'public' CONSTRAINT call_visibility_check CHECK (visibility IN ('public', 'code')),
    limit_per_applicant integer CONSTRAINT call_limit_per_applicant_check CHECK (limit_per_applicant BETWEEN 1 AND 100),
    confirm_days integer NOT NULL DEFAULT 14 CONSTRAINT call_confirm_days_check CHECK (confirm_days BETWEEN 1 AND 90),
    promotes_by_itself boolean NOT NULL DEFAULT false,
    listed_at timestamptz,
    archived_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT call_slug_key UNIQUE (edition_id, slug),
    CONSTRAINT call_edition_key UNIQUE (id, edition_id),
    CONSTRAINT call_window_check CHECK (closes_at > opens_at)
);
COMMENT ON TABLE call IS 'An invitation to hand something in, of one kind; listed_at is since when the public (or who has a code) may see it';

CREATE TABLE call_track (
    call_id uuid NOT NULL CONSTRAINT call_track_call_id_fkey REFERENCES call,
    track_id uuid NOT NULL CONSTRAINT call_track_track_id_fkey REFERENCES track,
    quota integer CONSTRAINT call_track_quota_check CHECK (quota > 0),
    CONSTRAINT call_track_pkey PRIMARY KEY (call_id, track_id)
);
COMMENT ON TABLE call_track IS 'A track one may choose in a call; quota is how many are meant to be accepted in it';
CREATE INDEX call_track_track_id_idx ON call_track (track_id);

CREATE TABLE session_type (
    id uuid CONSTRAINT session_type_pkey PRIMARY KEY,
    call_id uuid NOT NULL CONSTRAINT session_type_call_id_fkey REFERENCES call,
    slug text NOT NULL,
    position integer NOT NULL,
    name jsonb NOT NULL,
    minutes integer NOT NULL CONSTRAINT session_type_minutes_check CHECK (minutes BETWEEN 1 AND 1440),
    CONSTRAINT session_type_slug_key UNIQUE (call_id, slug),
    CONSTRAINT session_type_call_key UNIQUE (id, call_id)
);
COMMENT ON TABLE session_type IS 'What one may propose in a call, such as a talk of 20 minutes';

CREATE TABLE call_code (
    id uuid CONSTRAINT call_code_pkey PRIMARY KEY,
    call_id uuid NOT NULL CONSTRAINT call_code_call_id_fkey REFERENCES call,
    code text NOT NULL CONSTRAINT call_code_code_key UNIQUE,
    note text,
    max_uses integer CONSTRAINT call_code_max_uses_check CHECK (max_uses BETWEEN 1 AND 10000),
    uses integer NOT NULL DEFAULT 0,
    expires_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT call_code_call_key UNIQUE (id, call_id),
    CONSTRAINT call_code_uses_check CHECK (uses >= 0 AND uses <= max_uses)
);
COMMENT ON TABLE call_code IS 'Lets its holders submit to a call; uses counts the submissions begun with it';
CREATE INDEX call_code_call_id_idx ON call_code (call_id);

CREATE TABLE round (
    id uuid CONSTRAINT round_pkey PRIMARY KEY,
    call_id uuid NOT NULL CONSTRAINT round_call_id_fkey REFERENCES call,
    position integer NOT NULL,
    kind text NOT NULL CONSTRAINT round_kind_check CHECK (kind IN ('eligibility', 'rubric')),
    name jsonb NOT NULL,
    blind boolean NOT NULL DEFAULT false,
    opens_at timestamptz,
    closes_at timestamptz,
    closed_at timestamptz,
    CONSTRAINT round_window_check CHECK (closes_at > opens_at)
);
COMMENT ON TABLE round IS 'A round of review, in order; closed_at is when its scores were closed for good';
CREATE INDEX round_call_id_idx ON round (call_id, position);

CREATE TABLE criterion (
    id uuid CONSTRAINT criterion_pkey PRIMARY KEY,
    round_id uuid NOT NULL CONSTRAINT criterion_round_id_fkey REFERENCES round ON DELETE CASCADE,
    position integer NOT NULL,
    name jsonb NOT NULL,
    weight integer NOT NULL CONSTRAINT criterion_weight_check CHECK (weight BETWEEN 1 AND 100),
    low integer NOT NULL,
    high integer NOT NULL,
    anchors jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT criterion_position_key UNIQUE (round_id, position),
    CONSTRAINT criterion_scale_check CHECK (low >= 0 AND high > low AND high <= 100)
);
COMMENT ON TABLE criterion IS 'What a round scores, whole numbers from low to high; anchors says in words what a score means';

ALTER TABLE question ADD COLUMN call_id uuid;
ALTER TABLE question ADD COLUMN required_after_acceptance boolean NOT NULL DEFAULT false;
ALTER TABLE question ADD COLUMN frozen_at timestamptz;
ALTER TABLE question ADD CONSTRAINT question_call_id_fkey FOREIGN KEY (call_id, edition_id) REFERENCES call (id, edition_id);
ALTER TABLE question ADD CONSTRAINT question_of_calls_check
    CHECK (call_id IS NOT NULL OR (frozen_at IS NULL AND NOT required_after_acceptance));
ALTER TABLE question DROP CONSTRAINT question_slug_key;
ALTER TABLE question ADD CONSTRAINT question_slug_key UNIQUE NULLS NOT DISTINCT (edition_id, call_id, slug);
COMMENT ON TABLE question IS 'A custom field of the registration form, or of a call''s; retain_days counts from the edition''s end';

CREATE TABLE speaker (
    id uuid CONSTRAINT speaker_pkey PRIMARY KEY,
    edition_id uuid NOT NULL CONSTRAINT speaker_edition_id_fkey REFERENCES edition,
    account_id uuid CONSTRAINT speaker_account_id_fkey REFERENCES account,
    position integer NOT NULL,
    email text,
    email_key text,
    contact_name text,
    contact_email text,
    lang text NOT NULL CONSTRAINT speaker_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans')),
    name_latin text,
    name_han text,
    name_title text,
    organisation text,
    job_title text,
    biography jsonb,
    link_version integer NOT NULL DEFAULT 1,
    version integer NOT NULL DEFAULT 1,
    search tsvector NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT speaker_edition_key UNIQUE (id, edition_id),
    CONSTRAINT speaker_email_key UNIQUE (edition_id, email_key),
    CONSTRAINT speaker_account_key UNIQUE (edition_id, account_id),
    CONSTRAINT speaker_email_check CHECK ((email IS NULL) = (email_key IS NULL)),
    CONSTRAINT speaker_contact_check CHECK (contact_email IS NOT NULL OR contact_name IS NULL)
);
COMMENT ON TABLE speaker IS 'A person of an edition''s programme, in protocol order; a contact receives the mails and may act for her';
CREATE TRIGGER forget_files AFTER DELETE ON speaker FOR EACH ROW EXECUTE FUNCTION forget_files();
CREATE INDEX speaker_search_idx ON speaker USING gin (search);

CREATE TABLE availability (
    speaker_id uuid NOT NULL CONSTRAINT availability_speaker_id_fkey REFERENCES speaker ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT availability_pkey PRIMARY KEY (speaker_id, starts_at),
    CONSTRAINT availability_span_check CHECK (ends_at > starts_at),
    CONSTRAINT availability_overlap_excl EXCLUDE USING gist (speaker_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
COMMENT ON TABLE availability IS 'When a speaker can come; without a row nothing is known';

CREATE TABLE submission (
    id uuid CONSTRAINT submission_pkey PRIMARY KEY,
    edition_id uuid NOT NULL,
    call_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    code_id uuid,
    track_id uuid,
    session_type_id uuid,
    title jsonb,
    abstract jsonb,
    spoken text[] NOT NULL DEFAULT '{}' CONSTRAINT submission_spoken_check CHECK (spoken <@ ARRAY['en', 'cmn', 'yue', 'interpretation']),
    notes text,
    lifecycle text NOT NULL DEFAULT 'draft' CONSTRAINT submission_lifecycle_check CHECK (lifecycle IN ('draft', 'submitted', 'withdrawn')),
    decision text CONSTRAINT submission_decision_check CHECK (decision IN ('accepted', 'standby', 'declined')),
    standby_order integer,
    told text CONSTRAINT submission_told_check CHECK (told IN ('accepted', 'standby', 'declined')),
    told_at timestamptz,
    confirm_by timestamptz,
    reminded_at timestamptz,
    answer text NOT NULL DEFAULT 'none' CONSTRAINT submission_answer_check CHECK (answer IN ('none', 'confirmed', 'turned-down', 'lapsed')),
    answered_at timestamptz,
    answered_through text CONSTRAINT submission_answered_through_check CHECK (answered_through IN ('link', 'account', 'staff')),
    answer_note text,
    vacancy_settled_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    search tsvector NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    submitted_at timestamptz,
    withdrawn_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT submission_call_id_fkey FOREIGN KEY (call_id, edition_id) REFERENCES call (id, edition_id),
    CONSTRAINT submission_owner_id_fkey FOREIGN KEY (owner_id, edition_id) REFERENCES speaker (id, edition_id),
    CONSTRAINT submission_code_id_fkey FOREIGN KEY (code_id, call_id) REFERENCES call_code (id, call_id),
    CONSTRAINT submission_track_id_fkey FOREIGN KEY (call_id, track_id) REFERENCES call_track (call_id, track_id),
    CONSTRAINT submission_session_type_id_fkey FOREIGN KEY (session_type_id, call_id) REFERENCES session_type (id, call_id),
    CONSTRAINT submission_draft_check CHECK (lifecycle <> 'draft' OR (decision IS NULL AND told IS NULL AND submitted_at IS NULL)),
    CONSTRAINT submission_withdrawn_check CHECK ((lifecycle = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CONSTRAINT submission_submitted_check CHECK (lifecycle = 'draft' OR (submitted_at IS NOT NULL AND title IS NOT NULL)),
    CONSTRAINT submission_standby_check CHECK ((decision IS NOT DISTINCT FROM 'standby') = (standby_order IS NOT NULL)),
    CONSTRAINT submission_told_once_check CHECK ((told IS NULL) = (told_at IS NULL) AND (told IS NULL OR decision IS NOT NULL)),
    CONSTRAINT submission_promise_check CHECK ((told IS NOT DISTINCT FROM 'accepted') OR (answer = 'none' AND confirm_by IS NULL)),
    CONSTRAINT submission_kept_check CHECK (told IS DISTINCT FROM 'accepted' OR answer NOT IN ('none', 'confirmed') OR decision = 'accepted'),
    CONSTRAINT submission_answered_check CHECK ((answer = 'none') = (answered_at IS NULL)
        AND (answer IN ('confirmed', 'turned-down')) = (answered_through IS NOT NULL)
        AND (answer_note IS NULL OR answered_through = 'staff'))
);
COMMENT ON TABLE submission IS 'What was handed in to a call: how far the applicant came, what was decided, what she was told and answered; vacancy_settled_at is when somebody took the place she gave up, or it was left empty';
CREATE TRIGGER forget_files AFTER DELETE ON submission FOR EACH ROW EXECUTE FUNCTION forget_files();
CREATE INDEX submission_call_id_idx ON submission (call_id, lifecycle);
CREATE INDEX submission_owner_id_idx ON submission (owner_id);
CREATE INDEX submission_confirm_by_idx ON submission (confirm_by) WHERE told = 'accepted' AND answer = 'none';
CREATE INDEX submission_search_idx ON submission USING gin (search);

CREATE TABLE submission_speaker (
    submission_id uuid NOT NULL CONSTRAINT submission_speaker_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    speaker_id uuid NOT NULL CONSTRAINT submission_speaker_speaker_id_fkey REFERENCES speaker,
    role text NOT NULL CONSTRAINT submission_speaker_role_check CHECK (role IN ('speaker', 'moderator', 'panellist', 'contact')),
    position integer NOT NULL,
    invitation text NOT NULL CONSTRAINT submission_speaker_invitation_check CHECK (invitation IN ('accepted', 'invited', 'declined')),
    CONSTRAINT submission_speaker_pkey PRIMARY KEY (submission_id, speaker_id)
);
COMMENT ON TABLE submission_speaker IS 'Who takes part in a submission, in the order of the programme; nobody does without having accepted';
CREATE INDEX submission_speaker_speaker_id_idx ON submission_speaker (speaker_id);

CREATE TABLE submission_answer (
    submission_id uuid NOT NULL CONSTRAINT submission_answer_submission_id_fkey REFERENCES submission ON DELETE CASCADE,
    question_id uuid NOT NULL CONSTRAINT submission_answer_question_id_fkey REFERENCES question,
    value jsonb,
    sealed bytea,
    CONSTRAINT submission_answer_pkey PRIMARY KEY (submission_id, question_id),
    CONSTRAINT submission_answer_one_form_check CHECK ((value IS NULL) <> (sealed IS NULL))
);
COMMENT ON TABLE submission_answer IS 'An answer to a call''s question; a sensitive one is sealed and never searchable';
