//! A copy of everything held about an attendee, for herself.

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};

use super::{Holder, own, store};
use crate::{audit, editions::Edition, error::Error, keys::Keys};

/// All of it as JSON with plain names: details, answers with their questions, consents, sign-ups for
/// sessions, and the history.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced meanwhile.
pub async fn copy_of_data(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Holder,
    edition: &Edition,
) -> Result<Value, Error> {
    let row = own::own(conn, who).await?;
    let answers = own::answered(conn, keys, &row).await?;
    let answer = |(question, value): &(crate::questions::Question, Value)| json!({ "question": question.label, "answer": value });
    let sign_ups = store::sign_ups::named(conn, row.id).await?;
    let history = audit::of_subject(conn, row.id.uuid()).await?;
    let happened = |entry: &audit::TrailEntry| json!({ "at": entry.at, "action": entry.action, "content": entry.content });
    Ok(json!({
        "edition": { "slug": edition.slug, "name": edition.name },
        "registration": row,
        "answers": answers.iter().map(answer).collect::<Vec<_>>(),
        "consents": store::answers::consents(conn, row.id).await?,
        "sign_ups": sign_ups.iter().map(|(one, title)| json!({ "session": title, "sign_up": one })).collect::<Vec<_>>(),
        "history": history.iter().map(happened).collect::<Vec<_>>(),
    }))
}
