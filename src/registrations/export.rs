//! All registrations of an edition as CSV, a page of rows at a time, so that memory stays small.

use std::{collections::HashMap, sync::Arc};

use async_stream::try_stream;
use futures_util::Stream;

use super::{
    Registration, RegistrationId,
    find::Filter,
    store,
    types::{self, RegistrationType},
};
use crate::{
    accounts::proofs::Organiser,
    db::Db,
    editions::{Edition, SideEvent, parts},
    error::Error,
    formats::csv,
    i18n,
    keys::Keys,
    questions::{self, Question, StoredAnswer},
    values::{Id, Lang, time},
};

const ROWS: usize = 500;
/// The columns before the questions', as the keys `export-COLUMN` name them.
pub const COLUMNS: [&str; 16] = [
    "arrival",
    "state",
    "type",
    "side-event",
    "name-title",
    "name-han",
    "name-latin",
    "organisation",
    "job-title",
    "email",
    "phone",
    "lang",
    "ticket-code",
    "registered",
    "checked-in",
    "id",
];

/// The bytes of the file, in order. Sensitive answers are not in it: ordinary exports leave the house.
pub fn export(
    db: Db,
    keys: Arc<Keys>,
    who: Organiser,
    edition: Edition,
    lang: Lang,
) -> impl Stream<Item = Result<Vec<u8>, Error>> {
    try_stream! {
        let mut conn = db.read().await?;
        let asked: Vec<Question> = questions::questions_ever(&mut conn, edition.id).await?
            .into_iter().filter(|question| !question.sensitive).collect();
        let kinds = types::types(&mut conn, edition.id).await?;
        let events: Vec<SideEvent> = parts::list(&mut conn, edition.id).await?;
        yield heading(&asked, lang);
        let mut filter = Filter::default();
        loop {
            let limit = i64::try_from(ROWS).map_err(Error::internal)?;
            let rows = store::staff::find(&mut conn, who.edition(), &filter, limit).await?;
            let ids: Vec<RegistrationId> = rows.iter().map(|row| row.id).collect();
            let answers = store::answers::of_many(&mut conn, &ids).await?;
            let mut by_row: HashMap<RegistrationId, Vec<StoredAnswer>> = HashMap::new();
            for (id, answer) in answers {
                by_row.entry(id).or_default().push(answer);
            }
            let mut bytes = Vec::new();
            for row in &rows {
                let given = by_row.remove(&row.id).unwrap_or_default();
                let names = Names { edition: &edition, kinds: &kinds, events: &events };
                bytes.extend(line(row, &names, &asked, &given, &keys, lang)?);
            }
            filter.before = rows.last().map(|row| row.arrival);
            let last = rows.len() < ROWS;
            yield bytes;
            if last {
                break;
            }
        }
    }
}

fn heading(asked: &[Question], lang: Lang) -> Vec<u8> {
    let fixed = COLUMNS.iter().map(|column| i18n::text(lang, &format!("export-{column}")));
    let questions = asked.iter().map(|question| question.label.pick(lang).text.to_owned());
    csv::head(&fixed.chain(questions).collect::<Vec<_>>())
}

/// What a row refers to.
struct Names<'a> {
    edition: &'a Edition,
    kinds: &'a [RegistrationType],
    events: &'a [SideEvent],
}

fn line(
    row: &Registration,
    names: &Names<'_>,
    asked: &[Question],
    given: &[StoredAnswer],
    keys: &Keys,
    lang: Lang,
) -> Result<Vec<u8>, Error> {
    let kind = names.kinds.iter().find(|kind| kind.id == row.type_id);
    let event = row.side_event.and_then(|id| names.events.iter().find(|event| event.id == id));
    let when = |at| time::moment(lang, at, &names.edition.zone);
    let mut cells = vec![
        row.arrival.to_string(),
        i18n::text(lang, &format!("state-{}", row.state)),
        kind.map(|kind| kind.name.pick(lang).text.to_owned()).unwrap_or_default(),
        event.map(|event| event.name.pick(lang).text.to_owned()).unwrap_or_default(),
        row.name_title.clone().unwrap_or_default(),
        row.name_han.clone().unwrap_or_default(),
        row.name_latin.clone().unwrap_or_default(),
        row.organisation.as_ref().map(ToString::to_string).unwrap_or_default(),
        row.job_title.as_ref().map(ToString::to_string).unwrap_or_default(),
        row.email.as_str().to_owned(),
        row.phone.as_ref().map(csv::phone).unwrap_or_default(),
        row.lang.as_str().to_owned(),
        row.ticket_code.clone(),
        when(row.created_at),
        row.checked_in_at.map(when).unwrap_or_default(),
        row.id.to_string(),
    ];
    for question in asked {
        let answer = given.iter().find(|answer| answer.question == question.id);
        let value = answer.map(|answer| answer.open(keys, Id::uuid(row.id))).transpose()?;
        cells.push(value.map(|value| questions::in_words(question, &value, lang)).unwrap_or_default());
    }
    Ok(csv::row(&cells))
}
