//! What an attendee reads of her own registration.

use diesel_async::AsyncPgConnection;
use serde_json::Value;

use super::{Holder, Registration, RegistrationId, store};
use crate::{
    error::Error,
    keys::Keys,
    questions::{self, Question},
    values::Phone,
};

/// Her registration, as long as the link is live.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced meanwhile.
pub async fn own(conn: &mut AsyncPgConnection, who: &Holder) -> Result<Registration, Error> {
    let row = store::registration::find(conn, who.registration()).await?;
    who.still_holds(&row)?;
    Ok(row)
}

/// Her details and answers as a form shows them again: pairs of input and value.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced meanwhile.
pub async fn own_as_typed(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Holder,
) -> Result<Vec<(String, String)>, Error> {
    let row = own(conn, who).await?;
    let answers = answered(conn, keys, &row).await?;
    Ok(as_typed(&row, &answers))
}

/// Her answers with their questions, in the form's order.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced meanwhile.
pub async fn own_answers(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Holder,
) -> Result<Vec<(Question, Value)>, Error> {
    let row = own(conn, who).await?;
    answered(conn, keys, &row).await
}

/// Every answer of a registration with its question, in the form's order, sealed ones opened.
pub(super) async fn answered(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    row: &Registration,
) -> Result<Vec<(Question, Value)>, Error> {
    let stored = store::answers::answers(conn, row.id).await?;
    let asked = questions::questions_ever(conn, row.edition).await?;
    let mut answered = Vec::new();
    for question in asked {
        if let Some(answer) = stored.iter().find(|answer| answer.question == question.id) {
            let value = answer.open(keys, RegistrationId::uuid(row.id))?;
            answered.push((question, value));
        }
    }
    Ok(answered)
}

pub(super) fn as_typed(row: &Registration, answers: &[(Question, Value)]) -> Vec<(String, String)> {
    let line = |text: &Option<crate::values::Line<120>>| text.as_ref().map(|text| text.as_str().to_owned());
    let details = [
        ("email", Some(row.email.as_str().to_owned())),
        ("name_latin", row.name_latin.clone()),
        ("name_han", row.name_han.clone()),
        ("name_title", row.name_title.clone()),
        ("organisation", line(&row.organisation)),
        ("job_title", line(&row.job_title)),
        ("phone", row.phone.as_ref().map(Phone::international)),
        ("lang", Some(row.lang.to_string())),
        ("version", Some(row.version.to_string())),
    ];
    let details = details.into_iter().filter_map(|(input, value)| Some((input.to_owned(), value?)));
    let answers = answers.iter().flat_map(|(question, value)| {
        let input = format!("answers.{}", question.slug);
        questions::as_typed(value).into_iter().map(move |typed| (input.clone(), typed))
    });
    details.chain(answers).collect()
}
