//! Deciding about one or many, and the order of those on standby. Nobody is told.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{
    super::{frame::address, news::News, order::moved},
    detail, list,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::{Error, Reason},
    http::{App, At, FormData, SignedForm, page::see_other},
    i18n,
    submissions::{self, Choice, Decision, Filter, Stage, Submission, SubmissionId},
    values::{Id, Lang, Moment},
};

/// `POST /console/{edition}/submissions/decide`: inputs `ids`, `seen.ID` and `decision`; `page` is the submission whose own
/// page the form stands on, else `query` has the list's filters.
pub(in crate::web) async fn decide(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    let verb = async |tx: &mut Tx| {
        let end = submissions::end_of_standby(tx, &at.proof).await?;
        submissions::decide(tx, &at.proof, &choices(&typed, end)?, now).await
    };
    back(&app, &at, &typed, app.db.transaction(verb).await, "decided").await
}

/// `POST /console/{edition}/submissions/standby`: inputs `id`, and `move` with `up` or `down`.
pub(in crate::web) async fn reorder(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    let verb = async |tx: &mut Tx| {
        let id = typed.one("id").parse().map_err(|_| Error::field("id", Reason::new("nothing_chosen")))?;
        let row = submissions::find(tx, &at.proof, id).await?;
        let filter = Filter {
            call: Some(row.call),
            track: row.track,
            stage: Some(Stage::Standby),
            in_line: true,
            ..Filter::default()
        };
        let mut line = submissions::list(tx, &at.proof, &filter, i64::MAX).await?;
        line.retain(|one| one.track == row.track);
        let ids: Vec<SubmissionId> = line.iter().map(|row| row.id).collect();
        let order = moved(&typed, &ids)?;
        submissions::decide(tx, &at.proof, &renumbered(&line, &order), now).await
    };
    back(&app, &at, &typed, app.db.transaction(verb).await, "moved").await
}

/// The places that the line has now, in its new order; none of them twice.
fn renumbered(line: &[Submission], order: &[SubmissionId]) -> Vec<Choice> {
    let mut last = 0;
    let places = line.iter().map(|row| {
        last = row.standby_order.unwrap_or_default().max(last + 1);
        last
    });
    let places: Vec<i32> = places.collect();
    let choice = |(id, place): (&SubmissionId, i32)| {
        let seen = line.iter().find(|row| row.id == *id)?.standing().decision;
        Some(Choice { submission: *id, seen, decision: Some(Decision::Standby(place)) })
    };
    order.iter().zip(places).filter_map(choice).collect()
}

/// What was chosen; those put on standby anew stand behind everybody else, in the order of the list.
fn choices(typed: &FormData, end: i32) -> Result<Vec<Choice>, Error> {
    let nothing = || Error::field("ids", Reason::new("nothing_chosen"));
    let (mut choices, mut place) = (Vec::new(), end);
    for id in typed.all("ids") {
        let submission: Id<Submission> = id.parse().map_err(|_| Error::NotFound)?;
        let seen = decision(typed.one(&format!("seen.{id}")));
        let decision = match (typed.one("decision"), seen) {
            ("accepted", _) => Some(Decision::Accepted),
            ("declined", _) => Some(Decision::Declined),
            ("standby", Some(Decision::Standby(kept))) => Some(Decision::Standby(kept)),
            ("standby", _) => {
                place += 1;
                Some(Decision::Standby(place - 1))
            }
            ("none", _) => None,
            _ => return Err(nothing()),
        };
        choices.push(Choice { submission, seen, decision });
    }
    if choices.is_empty() { Err(nothing()) } else { Ok(choices) }
}

/// What [`list::seen`] wrote.
fn decision(seen: &str) -> Option<Decision> {
    match seen.split_once(':') {
        Some(("standby", place)) => place.parse().ok().map(Decision::Standby),
        _ if seen == "accepted" => Some(Decision::Accepted),
        _ if seen == "declined" => Some(Decision::Declined),
        _ => None,
    }
}

/// To where the button stood, which says what was done, or why not.
async fn back(
    app: &App,
    at: &At<Programme>,
    typed: &FormData,
    outcome: Result<(), Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    let page: Option<Id<Submission>> = typed.one("page").parse().ok();
    let filters = FormData::decode(typed.one("query").as_bytes())?;
    let Err(error) = outcome else {
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(filters.pairs())
            .append_pair("done", done)
            .finish();
        let page = page.map(|id| format!("/{id}")).unwrap_or_default();
        return Ok(see_other(address(&at.edition, &format!("/submissions{page}?{query}"))));
    };
    let (news, status) = refused(error, at.signed.asker.lang)?;
    match page {
        Some(id) => detail::draw(app, at, id, detail::Said::news(news, status)).await,
        None => list::draw(app, at, filters, Some(news), status).await,
    }
}

/// Why nothing was done, above the page; any error that another choice would not help passes.
pub(super) fn refused(error: Error, lang: Lang) -> Result<(News, StatusCode), Error> {
    match error {
        Error::Invalid(errors) => {
            let first = errors.iter().next().map(|error| i18n::reason(lang, &error.reason));
            let news = News { tone: "bad", text: first.unwrap_or_default() };
            Ok((news, StatusCode::UNPROCESSABLE_ENTITY))
        }
        other => Ok((News::refused(other, lang)?, StatusCode::CONFLICT)),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn those_put_on_standby_anew_stand_behind_and_the_rest_keep_their_places() {
        let [one, two, three]: [Id<Submission>; 3] = [Id::fresh(), Id::fresh(), Id::fresh()];
        let pairs = [
            ("ids".to_owned(), one.to_string()),
            ("ids".to_owned(), two.to_string()),
            ("ids".to_owned(), three.to_string()),
            (format!("seen.{two}"), list::seen(Some(Decision::Standby(2)))),
            (format!("seen.{three}"), list::seen(Some(Decision::Declined))),
            ("decision".to_owned(), "standby".to_owned()),
        ];
        let typed: FormData = pairs.into_iter().collect();
        let found: Vec<_> = choices(&typed, 5).unwrap().iter().map(|one| (one.seen, one.decision)).collect();
        let standby = |place| Some(Decision::Standby(place));
        let expected = [(None, standby(5)), (standby(2), standby(2)), (Some(Decision::Declined), standby(6))];
        assert_eq!(found, expected);
    }
}
