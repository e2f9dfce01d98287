//! Adding somebody who was invited: a keynote by name, with or without an address, or with a contact who acts for her.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        super::public::views::{Choice, titles},
        frame::{Console, RoomName, address},
        speakers::fields as speaker,
    },
    add_fields as fields,
    views::person,
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call, CallState},
    db::Tx,
    error::{Error, Reason},
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    speakers::{self, NewSpeaker, SpeakerId},
    submissions::{self, CallForm, Decision, Submission},
    values::Moment,
};

#[derive(Template)]
#[template(path = "console/submissions/add.html")]
struct AddPage {
    ui: Ui,
    console: Console,
    form: Form,
    action: String,
    list: String,
    add_call: String,
    /// The calls to choose from, each with its own page of this form.
    calls: Vec<(String, Shown, bool)>,
    /// None before a call was chosen.
    chosen: Option<Chosen>,
    titles: Vec<Shown>,
    langs: Vec<Choice>,
    speakers: Vec<Choice>,
}

struct Chosen {
    slug: String,
    tracks: Vec<Choice>,
    kinds: Vec<Choice>,
}

impl Chosen {
    fn of(form: &CallForm, ui: &Ui) -> Self {
        let choice = |value: &crate::values::Slug, name: &crate::values::Localised| Choice {
            value: value.as_str().to_owned(),
            label: Shown::of(name, ui.lang),
        };
        Self {
            slug: form.call.slug.as_str().to_owned(),
            tracks: form.tracks.iter().map(|track| choice(&track.slug, &track.name)).collect(),
            kinds: form.session_types.iter().map(|kind| choice(&kind.slug, &kind.name)).collect(),
        }
    }
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    call: &str,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let mut all = calls::calls(&mut conn, &at.proof).await?;
    all.retain(|call| call.state(Moment::now()) != CallState::Archived);
    // With one call there is nothing to choose.
    let chosen = all.iter().find(|one| one.slug.as_str() == call).or(all.first().filter(|_| all.len() == 1));
    let ui = at.signed.ui();
    let action = address(&at.edition, "/submissions/new");
    let link = |call: &Call| {
        let is_chosen = chosen.is_some_and(|chosen| chosen.id == call.id);
        (format!("{action}?call={}", call.slug), Shown::of(&call.name, ui.lang), is_chosen)
    };
    let known = speakers::list(&mut conn, &at.proof, "").await?;
    let shown = AddPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Submissions),
        list: address(&at.edition, "/submissions"),
        add_call: address(&at.edition, "/calls/new"),
        calls: all.iter().map(link).collect(),
        chosen: match chosen {
            Some(call) => Some(Chosen::of(&submissions::form(&mut conn, call.clone()).await?, &ui)),
            None => None,
        },
        titles: titles(ui.lang),
        langs: speaker::langs(),
        speakers: known
            .iter()
            .map(|speaker| Choice { value: speaker.id.to_string(), label: person(speaker, &ui) })
            .collect(),
        form,
        action,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/submissions/new`
pub(in crate::web) async fn form(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let typed = at.signed.asker.query()?;
    draw(&app, &at, typed.one("call"), Form::default(), StatusCode::OK).await
}

/// `POST /console/{edition}/submissions/new`
pub(in crate::web) async fn enter(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    match app.db.transaction(async |tx| add(tx, &app, &at, &typed).await).await {
        Ok(row) => {
            let page = format!("/submissions/{}?done=added", row.id);
            Ok(see_other(address(&at.edition, &page)))
        }
        Err(error) => {
            let error = match error {
                Error::Invalid(errors) => Error::Invalid(speaker::at_inputs(&errors)),
                other => other,
            };
            let call = typed.one("call").to_owned();
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, &call, form, status).await
        }
    }
}

/// The speaker, what she gives, and, where that was ticked, her place and the mail that tells her of it.
async fn add(tx: &mut Tx, app: &App, at: &At<Programme>, typed: &FormData) -> Result<Submission, Error> {
    let now = Moment::now();
    let all = calls::calls(tx, &at.proof).await?;
    let call = all.into_iter().find(|call| call.slug.as_str() == typed.one("call"));
    let call = call.ok_or_else(|| Error::field("call", Reason::new("choice_unknown")))?;
    let (call_id, form) = (call.id, submissions::form(tx, call).await?);
    let draft = fields::draft(typed).parse(&form);
    let whose = match typed.one("speaker") {
        "" => fields::both(draft, NewSpeaker::try_from(&speaker::typed(typed)))?,
        id => (draft?, known(tx, at, id).await?),
    };
    let (draft, speaker) = match whose {
        (draft, fields::Who::New(new)) => (draft, speakers::add(tx, &at.proof, *new).await?.id),
        (draft, fields::Who::Known(id)) => (draft, id),
    };
    let row = submissions::add(tx, &app.keys, &at.proof, (call_id, speaker), &draft, now).await?;
    if typed.ticked("promise") {
        let decision = Some(Decision::Accepted);
        let choice = submissions::Choice { submission: row.id, seen: None, decision };
        submissions::decide(tx, &at.proof, &[choice], now).await?;
        submissions::tell(tx, &at.proof, &at.edition, &[row.id], now).await?;
    }
    Ok(row)
}

async fn known(tx: &mut Tx, at: &At<Programme>, id: &str) -> Result<fields::Who, Error> {
    let id: SpeakerId = id.parse().map_err(|_| Error::NotFound)?;
    Ok(fields::Who::Known(speakers::find(tx, &at.proof, id).await?.id))
}
