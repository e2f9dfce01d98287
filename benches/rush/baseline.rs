//! What the database alone can do: pgbench, one registration a transaction, on the same tables.

use std::{fs, process::Command};

use plenary::db::embedded::Embedded;

use super::forum::Forum;

const CLIENTS: &str = "16";

/// The hot counter, then the rows that Plenary writes for one registration with two consents and a key, in as
/// few round trips as the database allows.
const TRANSACTION: &str = "\
\\set guest random(1, 1000000000)
BEGIN;
UPDATE capacity_pool SET taken = taken + 1 WHERE id = 'POOL';
WITH made AS (
    INSERT INTO registration (id, edition_id, type_id, state, holds, arrival, email, email_key, lang, name_latin,
                              name_key, organisation, job_title, ticket_code, search)
    VALUES (gen_random_uuid(), 'EDITION', 'TYPE', 'confirmed', true, nextval('registration_arrival'),
            'guest'::text || :guest::text || '@example.org', gen_random_uuid()::text, 'en', 'Guest of Honour',
            'guestofhonour/', 'Example University', 'Director', gen_random_uuid()::text,
            array_to_tsvector(string_to_array('example guest honour of org university'::text || :guest::text, ' ')))
    RETURNING id
), agreed AS (
    INSERT INTO consent (registration_id, kind, text_version, lang)
    SELECT id, kind, 1, 'en' FROM made, unnest(ARRAY['collection', 'transfer']) AS kind
), claimed AS (
    INSERT INTO idempotency_claim (principal, route, key, body_digest, subject_id)
    SELECT 'visitor', 'POST /api/v1/editions/2030/registrations', gen_random_uuid()::text, sha256('body'), id FROM made
), queued AS (
    INSERT INTO mail (id, edition_id, cause_kind, cause_id, template, recipient, recipient_name, lang, values)
    SELECT gen_random_uuid(), 'EDITION', 'registration', id, 'registration-confirmed', 'guest@example.org',
           'Guest of Honour', 'en', '{\"links\": {}, \"values\": {\"ticket_code\": \"0123-4567-89AB\"}}' FROM made
)
INSERT INTO audit_entry (id, actor_kind, address, request_id, edition_id, action, subject_kind, subject_id, content,
                         salt, digest)
SELECT gen_random_uuid(), 'visitor', '192.0.2.1', '0', 'EDITION', 'registration.admit', 'registration', id,
       '{\"state\": \"confirmed\"}', 'salt', sha256('entry') FROM made;
COMMIT;
";

/// Registrations a second.
pub fn per_second(server: &Embedded, forum: &Forum, seconds: u64) -> f64 {
    let script = std::env::temp_dir().join(format!("plenary-rush-{}.sql", std::process::id()));
    let transaction = TRANSACTION
        .replace("POOL", &forum.pool.to_string())
        .replace("EDITION", &forum.edition.to_string())
        .replace("TYPE", &forum.way.to_string());
    fs::write(&script, transaction).unwrap();
    let ran = Command::new(server.bin_dir().join("pgbench"))
        .args(["--no-vacuum", "--protocol=prepared", "--jobs=2", "--client", CLIENTS, "--file"])
        .arg(&script)
        .args(["--time", &seconds.to_string(), &server.url()])
        .output()
        .expect("pgbench, which comes with the server's programs");
    fs::remove_file(&script).unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    let rate = said.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    rate.unwrap_or_else(|| panic!("{said}{}", String::from_utf8_lossy(&ran.stderr)))
}
