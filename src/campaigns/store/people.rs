//! The people of an audience, each address once, found in the tables of the domains below.

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{BoxedSqlQuery, SqlQuery},
    sql_types::{Array, BigInt, Bool, Integer, Jsonb, Nullable, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    calls::CallId,
    campaigns::{
        audience::Audience,
        state::{Kind, Standing},
    },
    error::Error,
    registrations::RegistrationId,
    values::{Email, Lang, PersonName},
};

/// Somebody of an audience.
#[derive(Clone, Debug, QueryableByName)]
pub struct Person {
    /// The address, as its owner spells it.
    #[diesel(sql_type = Text)]
    pub address: Email,
    /// The same in lower case, by which it is told apart.
    #[diesel(sql_type = Text)]
    pub key: String,
    /// The language of her mails.
    #[diesel(sql_type = Text)]
    pub lang: Lang,
    /// Whether she gets it.
    #[diesel(sql_type = Text)]
    pub standing: Standing,
    #[diesel(sql_type = Nullable<Text>)]
    name_latin: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    name_han: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    name_title: Option<String>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub(in crate::campaigns) registration_id: Option<RegistrationId>,
}

impl Person {
    /// Her name for a reader of `lang`; may be empty.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        let (latin, han, title) = (&self.name_latin, &self.name_han, &self.name_title);
        PersonName::stored(latin.clone(), han.clone(), title.clone()).display(lang)
    }
}

/// How many of an audience read one language and stand alike.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Group {
    /// The language of their mails.
    #[diesel(sql_type = Text)]
    pub lang: Lang,
    /// Whether they get it.
    #[diesel(sql_type = Text)]
    pub standing: Standing,
    /// How many.
    #[diesel(sql_type = BigInt)]
    pub count: i64,
}

/// Who registered. Of several at one address the first who came stands for it.
const REGISTRATIONS: &str = "
    SELECT r.email AS address, r.lang, r.name_latin, r.name_han, r.name_title, r.id AS registration_id, r.arrival AS turn
    FROM registration r
    WHERE r.edition_id = $1 AND r.email <> '' AND r.state = ANY ($2) AND ($3 = '{}' OR r.type_id = ANY ($3))
      AND ($4 IS NULL OR EXISTS (SELECT FROM answer a
           WHERE a.registration_id = r.id AND a.question_id = $4 AND a.value @> $5))";

/// Speakers by their contacts where they have one, since mail goes there.
const SPEAKERS: &str = "
    SELECT coalesce(s.contact_email, s.email) AS address, s.lang,
           CASE WHEN s.contact_email IS NULL THEN s.name_latin ELSE s.contact_name END AS name_latin,
           CASE WHEN s.contact_email IS NULL THEN s.name_han END AS name_han,
           CASE WHEN s.contact_email IS NULL THEN s.name_title END AS name_title,
           NULL::uuid AS registration_id, s.position::bigint AS turn
    FROM speaker s
    WHERE s.edition_id = $1 AND coalesce(s.contact_email, s.email) IS NOT NULL
      AND CASE WHEN 'programme' = ANY ($2) THEN EXISTS (SELECT FROM session_speaker p WHERE p.speaker_id = s.id)
          ELSE EXISTS (SELECT FROM submission_speaker p JOIN submission b ON b.id = p.submission_id
               WHERE p.speaker_id = s.id AND p.invitation = 'accepted' AND b.lifecycle = 'submitted'
                 AND ('applicants' = ANY ($2) OR b.answer = 'confirmed')) END";

/// Everybody who acts for a company that handed something in.
const COMPANIES: &str = "
    SELECT a.email AS address, a.lang, a.name AS name_latin, NULL::text AS name_han, NULL::text AS name_title,
           NULL::uuid AS registration_id, 0::bigint AS turn
    FROM account a
    WHERE a.suspended_at IS NULL AND EXISTS (
        SELECT FROM company_member m JOIN submission b ON b.company_id = m.company_id
        WHERE m.account_id = a.id AND b.edition_id = $1 AND b.lifecycle = 'submitted'
          AND ($3 = '{}' OR b.call_id = ANY ($3))
          AND ('applied' = ANY ($2) OR b.told = ANY ($2) AND b.answer IN ('none', 'confirmed') OR 'untold' = ANY ($2) AND b.told IS NULL
               OR 'confirmed' = ANY ($2) AND b.answer = 'confirmed'))";

/// Those on the panels of calls.
const JUDGES: &str = "
    SELECT a.email AS address, a.lang, a.name AS name_latin, NULL::text AS name_han, NULL::text AS name_title,
           NULL::uuid AS registration_id, 0::bigint AS turn
    FROM account a
    WHERE a.suspended_at IS NULL AND EXISTS (SELECT FROM reviewer v JOIN call ON call.id = v.call_id
        WHERE v.account_id = a.id AND call.edition_id = $1 AND ($3 = '{}' OR call.id = ANY ($3)))";

/// Each address once, and whether it is reached. An address agreed to marketing if somebody who registered with it did and
/// nobody took that back.
const SEEN: &str = "
    one AS (SELECT DISTINCT ON (key) * FROM (SELECT *, lower(address) AS key FROM audience) AS spelt ORDER BY key, turn, address),
    seen AS (SELECT one.*, CASE
        WHEN EXISTS (SELECT FROM suppression s WHERE s.address = one.key AND s.lifted_at IS NULL) THEN 'suppressed'
        WHEN $6 AND EXISTS (SELECT FROM mail_preference p
             WHERE p.edition_id = $1 AND p.address = one.key AND p.kind = 'news') THEN 'unsubscribed'
        WHEN $6 AND NOT coalesce((SELECT bool_and(n.withdrawn_at IS NULL) FROM consent n JOIN registration g ON g.id = n.registration_id
             WHERE g.edition_id = $1 AND g.email_key = one.key AND n.kind = 'marketing'), false) THEN 'no-consent'
        ELSE 'reached' END AS standing FROM one)";

/// What stands in the place of the values that an audience is told by.
struct Told {
    people: &'static str,
    words: Vec<String>,
    ids: Vec<Uuid>,
    question: Option<Uuid>,
    value: Option<Value>,
}

fn told(audience: &Audience) -> Told {
    let none = Told { people: JUDGES, words: Vec::new(), ids: Vec::new(), question: None, value: None };
    let uuids = |ids: &Option<CallId>| ids.iter().map(|id| id.uuid()).collect();
    match audience {
        Audience::Registrations { types, states, answer } => Told {
            people: REGISTRATIONS,
            words: states.iter().map(ToString::to_string).collect(),
            ids: types.iter().map(|id| id.uuid()).collect(),
            question: answer.as_ref().map(|answer| answer.question.uuid()),
            value: answer.as_ref().map(|answer| answer.value.clone()),
        },
        Audience::Speakers { group } => Told { people: SPEAKERS, words: vec![group.to_string()], ..none },
        Audience::Companies { group, call } => {
            Told { people: COMPANIES, words: vec![group.to_string()], ids: uuids(call), ..none }
        }
        Audience::Judges { call } => Told { ids: uuids(call), ..none },
    }
}

/// `rest` of a statement that reads from `seen`; its own values begin with `$7`.
pub(super) fn among<'a>(
    edition: Uuid,
    audience: &Audience,
    kind: Kind,
    rest: &str,
) -> BoxedSqlQuery<'a, Pg, SqlQuery> {
    let Told { people, words, ids, question, value } = told(audience);
    // The first line names every value, since not each audience is told by all of them.
    let sql = format!(
        "WITH told AS (SELECT $1::uuid, $2::text[], $3::uuid[], $4::uuid, $5::jsonb, $6::bool),
         audience AS ({people}), {SEEN} {rest}"
    );
    diesel::sql_query(sql)
        .into_boxed::<Pg>()
        .bind::<SqlUuid, _>(edition)
        .bind::<Array<Text>, _>(words)
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Nullable<SqlUuid>, _>(question)
        .bind::<Nullable<Jsonb>, _>(value)
        .bind::<Bool, _>(kind == Kind::News)
}

/// How many there are, by language and by whether they get it.
pub(in crate::campaigns) async fn groups(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    audience: &Audience,
    kind: Kind,
) -> Result<Vec<Group>, Error> {
    let rest =
        "SELECT lang, standing, count(*) AS count FROM seen GROUP BY lang, standing ORDER BY standing, lang";
    Ok(among(edition, audience, kind, rest).load(conn).await?)
}

/// At most `limit` of them in the order of their addresses, those after `after`.
pub(in crate::campaigns) async fn page(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    (audience, kind): (&Audience, Kind),
    (after, limit): (&str, i32),
) -> Result<Vec<Person>, Error> {
    let rest = "SELECT * FROM seen WHERE key COLLATE \"C\" > $7 ORDER BY key COLLATE \"C\" LIMIT $8";
    let page = among(edition, audience, kind, rest).bind::<Text, _>(after).bind::<Integer, _>(limit);
    Ok(page.load(conn).await?)
}

/// Those of them at these addresses, in lower case.
pub(in crate::campaigns) async fn at(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    (audience, kind): (&Audience, Kind),
    keys: &[String],
) -> Result<Vec<Person>, Error> {
    let found = among(edition, audience, kind, "SELECT * FROM seen WHERE key = ANY ($7)");
    Ok(found.bind::<Array<Text>, _>(keys.to_vec()).load(conn).await?)
}
