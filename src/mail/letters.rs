//! Reading the outbox. Nothing here ever shows a live link.

use diesel::{dsl::count_star, pg::Pg, prelude::*, sql_types};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use uuid::Uuid;

use super::{
    bounces::Weight,
    catalogue::{TEMPLATES, Template},
    links,
    outbox::Mail,
    store::{AttemptOutcome, MailState, Withheld},
};
use crate::{
    db::schema::{bounce, mail, mail_attempt},
    error::Error,
    i18n,
    values::{Id, Lang, Moment},
};

/// Whose mails may be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those of one edition, less those that let somebody sign in or become staff.
    Edition(Uuid),
    /// All, the site's own too.
    Site,
}

/// A mail in a list.
#[derive(Clone, Debug, Serialize, Queryable, Selectable)]
#[diesel(table_name = mail)]
pub struct OutboxEntry {
    /// Its id; later mails have larger ones.
    pub id: Id<Mail>,
    /// The edition it speaks for.
    pub edition_id: Option<Uuid>,
    /// Which mail it is; locale key `mail-template-NAME`. Why it is written says `mail-cause-NAME`.
    pub template: String,
    /// The table of the row that caused it.
    pub cause_kind: String,
    /// The row that caused it; of a table where every asking is a cause of its own, no row at all.
    pub cause_id: Uuid,
    /// The recipient's address.
    pub recipient: String,
    /// The recipient's name; may be empty.
    pub recipient_name: String,
    /// Its language.
    pub lang: Lang,
    /// Where it stands.
    pub state: MailState,
    /// Its subject, once printed.
    pub subject: Option<String>,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried (again).
    pub due_at: Moment,
    /// When it was put in.
    pub created_at: Moment,
    /// When the mail server took it.
    pub sent_at: Option<Moment>,
    /// Why it is not sent, where it was taken out of the line.
    pub withheld: Option<Withheld>,
    /// When what it said was deleted.
    pub emptied_at: Option<Moment>,
}

/// One try.
#[derive(Clone, Debug, Serialize, Queryable, Selectable)]
#[diesel(table_name = mail_attempt)]
pub struct Attempt {
    /// Which one, from 1.
    pub number: i32,
    /// When.
    pub at: Moment,
    /// How it ended.
    pub outcome: AttemptOutcome,
    /// What the mail server said.
    pub answer: String,
}

/// A report that the mail came back after its server had taken it.
#[derive(Clone, Debug, Serialize, Queryable, Selectable)]
#[diesel(table_name = bounce)]
pub struct CameBack {
    /// Which try.
    pub attempt: i32,
    /// When it was reported.
    pub at: Moment,
    /// What it says about the address.
    pub weight: Weight,
    /// What the last server said.
    pub diagnostic: String,
}

/// A mail in full.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// What the list shows.
    pub entry: OutboxEntry,
    /// Its plain text, once printed, with words where links go.
    pub text: Option<String>,
    /// Its HTML, likewise.
    pub html: Option<String>,
    /// Every try, in order.
    pub attempts: Vec<Attempt>,
    /// Every report that it came back, in order.
    pub came_back: Vec<CameBack>,
}

/// Which mails to list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only in this state.
    pub state: Option<MailState>,
    /// Only this template.
    pub template: Option<String>,
    /// Only to this address, in any case.
    pub recipient: Option<String>,
    /// Only those older than this one: the page after it.
    pub before: Option<Id<Mail>>,
}

type Seen = mail::BoxedQuery<'static, Pg>;

/// The templates that only an admin sees used.
fn private() -> Vec<&'static str> {
    TEMPLATES.iter().filter(|template| template.private).map(|template| template.name).collect()
}

/// The mails within `reach`.
pub(super) fn within(reach: Reach) -> Seen {
    let all = mail::table.into_boxed();
    match reach {
        Reach::Site => all,
        Reach::Edition(edition) => {
            all.filter(mail::edition_id.eq(edition)).filter(mail::template.ne_all(private()))
        }
    }
}

/// The newest `limit` mails that fit `filter`, newest first.
///
/// # Errors
/// The database's.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reach: Reach,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<OutboxEntry>, Error> {
    let mut query = within(reach).order(mail::id.desc()).limit(limit);
    if let Some(state) = filter.state {
        query = query.filter(mail::state.eq(state));
    }
    if let Some(template) = &filter.template {
        query = query.filter(mail::template.eq(template.clone()));
    }
    if let Some(recipient) = &filter.recipient {
        let lower = diesel::dsl::sql::<sql_types::Bool>("lower(recipient) = ");
        query = query.filter(lower.bind::<sql_types::Text, _>(recipient.to_lowercase()));
    }
    if let Some(before) = filter.before {
        query = query.filter(mail::id.lt(before));
    }
    Ok(query.select(OutboxEntry::as_select()).load(conn).await?)
}

/// How many mails stand where.
///
/// # Errors
/// The database's.
pub async fn counts(conn: &mut AsyncPgConnection, reach: Reach) -> Result<Vec<(MailState, i64)>, Error> {
    let states = mail::table.group_by(mail::state).select((mail::state, count_star()));
    Ok(match reach {
        Reach::Site => states.load(conn).await?,
        Reach::Edition(edition) => {
            let seen = states.filter(mail::edition_id.eq(edition)).filter(mail::template.ne_all(private()));
            seen.load(conn).await?
        }
    })
}

/// One mail in full.
///
/// # Errors
/// [`Error::NotFound`] also where it is beyond `reach`.
pub async fn letter(conn: &mut AsyncPgConnection, reach: Reach, id: Id<Mail>) -> Result<Letter, Error> {
    let (entry, text, html): (OutboxEntry, Option<String>, Option<String>) = within(reach)
        .filter(mail::id.eq(id))
        .select((OutboxEntry::as_select(), mail::body_text, mail::body_html))
        .first(conn)
        .await?;
    let attempts = mail_attempt::table
        .filter(mail_attempt::mail_id.eq(id))
        .order(mail_attempt::number)
        .select(Attempt::as_select())
        .load(conn)
        .await?;
    let came_back = bounce::table.filter(bounce::mail_id.eq(id)).order(bounce::attempt);
    let came_back = came_back.select(CameBack::as_select()).load(conn).await?;
    let words = i18n::text(entry.lang, "mail-personal-link");
    let shown = |text: Option<String>| text.map(|text| links::veil(&text, &words)).transpose();
    Ok(Letter { text: shown(text)?, html: shown(html)?, entry, attempts, came_back })
}

/// What a domain gave to a mail of `template`: its recipient's name, and the values.
///
/// # Errors
/// [`Error::NotFound`] also where it is beyond `reach` or of another template, and for one that was emptied.
pub async fn given(
    conn: &mut AsyncPgConnection,
    reach: Reach,
    (template, id): (&Template, Id<Mail>),
) -> Result<(String, serde_json::Value), Error> {
    let here = within(reach).filter(mail::id.eq(id)).filter(mail::template.eq(template.name));
    let row = here.select((mail::recipient_name, mail::values));
    let (name, mut kept): (String, serde_json::Value) = row.first(conn).await?;
    let values = kept.get_mut("values").map(serde_json::Value::take);
    Ok((name, values.ok_or(Error::NotFound)?))
}

/// What was ever written because of these rows of `edition`, or with a link to one of them; newest first. For the
/// history of a registration, give its id and those of its offers.
///
/// # Errors
/// The database's.
pub async fn about(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    rows: &[Uuid],
) -> Result<Vec<OutboxEntry>, Error> {
    let query = within(Reach::Edition(edition)).filter(is_about(rows)).order(mail::id.desc());
    Ok(query.select(OutboxEntry::as_select()).load(conn).await?)
}

/// Caused by one of `rows`, or with a link to one.
pub(super) fn is_about(
    rows: &[Uuid],
) -> Box<dyn BoxableExpression<mail::table, Pg, SqlType = sql_types::Bool>> {
    let texts: Vec<String> = rows.iter().map(Uuid::to_string).collect();
    let leads = diesel::dsl::sql::<sql_types::Bool>(
        "EXISTS (SELECT FROM jsonb_each(mail.values -> 'links') AS link WHERE link.value ->> 'id' = ANY (",
    );
    let leads = leads.bind::<sql_types::Array<sql_types::Text>, _>(texts).sql("))");
    Box::new(mail::cause_id.eq_any(rows.to_vec()).or(leads))
}
