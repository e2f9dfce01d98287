-- Anybody may make an account: what she typed waits with the mailed sign-in until she has shown that the address is hers.

ALTER TABLE sign_in ADD COLUMN email text, ADD COLUMN name text, ADD COLUMN lang text;
ALTER TABLE sign_in ADD CONSTRAINT sign_in_lang_check CHECK (lang IN ('en', 'zh-Hant', 'zh-Hans'));
ALTER TABLE sign_in ADD CONSTRAINT sign_in_newcomer_check
    CHECK ((email IS NULL) = (name IS NULL) AND (email IS NULL) = (lang IS NULL) AND (email IS NULL OR account_id IS NULL));
COMMENT ON TABLE sign_in IS 'A mailed sign-in: link and six-digit code are MACs over its id, so neither is stored. With an account to sign in to; with address, name and language of one to be made when it is redeemed; or with nothing where the address is nobody''s, so that all look alike';
