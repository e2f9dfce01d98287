//! Whom a campaign is for: the form of a new one, and of one that is there.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{Named, home};
use crate::{
    accounts::proofs::Communications,
    campaigns::{self, Audience, AudienceFields, Campaign, CampaignFields, CompanyGroup, Kind, SpeakerGroup},
    db::Tx,
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    registrations::State,
    web::{
        console::{
            frame::{Console, RoomName},
            mail::wording::seen,
        },
        public::views::Choice,
    },
};

#[derive(Template)]
#[template(path = "console/campaigns/edit.html")]
struct EditPage {
    ui: Ui,
    console: Console,
    form: Form,
    heading: String,
    action: String,
    back: String,
    kinds: Vec<Choice>,
    of: Vec<Choice>,
    types: Vec<Choice>,
    states: Vec<Choice>,
    answers: Vec<Choice>,
    speakers: Vec<Choice>,
    companies: Vec<Choice>,
    calls: Vec<Choice>,
    /// The version that is shown, of one that is there already.
    seen: Option<i32>,
}

/// `GET /console/{edition}/campaigns/new`
pub(in crate::web) async fn add(app: web::Data<App>, at: At<Communications>) -> Result<HttpResponse, Error> {
    let begun = [("of", "registrations"), ("states", "confirmed")];
    let begun = begun.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let form = Form::filled(begun.into_iter().collect());
    draw(&app, &at, form, None, StatusCode::OK).await
}

/// `POST /console/{edition}/campaigns/new`
pub(in crate::web) async fn create(
    app: web::Data<App>,
    at: At<Communications>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let options = campaigns::options(tx, &at.proof).await?;
        campaigns::create(tx, &at.proof, &fields(&typed).parse(&options)?).await
    };
    match app.db.transaction(make).await {
        Ok(made) => Ok(see_other(format!("{}/{}?done=made", home(&at), made.id))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, form, None, status).await
        }
    }
}

/// `GET /console/{edition}/campaigns/{id}/edit`
pub(in crate::web) async fn edit(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
) -> Result<HttpResponse, Error> {
    let campaign = campaigns::campaign(&mut *app.db.read().await?, &at.proof, named.1).await?;
    let form = Form::filled(stored(&campaign));
    draw(&app, &at, form, Some(&campaign), StatusCode::OK).await
}

/// `POST /console/{edition}/campaigns/{id}/edit`: also `seen`, the version that was read.
pub(in crate::web) async fn change(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let read = (named.1, seen(&typed));
    let change = async |tx: &mut Tx| {
        let options = campaigns::options(tx, &at.proof).await?;
        campaigns::campaign(tx, &at.proof, named.1).await?;
        campaigns::change(tx, &at.proof, read, &fields(&typed).parse(&options)?).await
    };
    match app.db.transaction(change).await {
        Ok(_) => Ok(see_other(format!("{}/{}?done=saved", home(&at), named.1))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            let now = campaigns::campaign(&mut *app.db.read().await?, &at.proof, named.1).await?;
            draw(&app, &at, form, Some(&now), status).await
        }
    }
}

fn fields(typed: &FormData) -> CampaignFields {
    let one = |name: &str| typed.one(name).to_owned();
    let all = |name: &str| typed.all(name).map(str::to_owned).collect();
    CampaignFields {
        name: one("name"),
        kind: one("kind"),
        audience: AudienceFields {
            of: one("of"),
            types: all("types"),
            states: all("states"),
            answer: one("answer"),
            speakers: one("speakers"),
            companies: one("companies"),
            call: one("call"),
        },
    }
}

/// What is stored, as the form has it.
fn stored(campaign: &Campaign) -> FormData {
    let AudienceFields { of, types, states, answer, speakers, companies, call } =
        AudienceFields::from(&campaign.audience);
    let (name, kind) = (campaign.name.clone(), campaign.kind.to_string());
    let one = [("name", name), ("kind", kind), ("of", of), ("answer", answer), ("speakers", speakers)];
    let mut pairs: Vec<_> = one.into_iter().chain([("companies", companies), ("call", call)]).collect();
    pairs.extend(types.into_iter().map(|id| ("types", id)));
    pairs.extend(states.into_iter().map(|state| ("states", state)));
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The form, of a campaign that is there already or of a new one.
async fn draw(
    app: &App,
    at: &At<Communications>,
    form: Form,
    there: Option<&Campaign>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, lang) = (at.signed.ui(), at.signed.asker.lang);
    let options = campaigns::options(&mut *app.db.read().await?, &at.proof).await?;
    let named = |values: Vec<String>, say: &dyn Fn(&str) -> String| -> Vec<Choice> {
        let choice = |value: String| Choice { label: Shown::plain(say(&value), lang), value };
        values.into_iter().map(choice).collect()
    };
    let back = there.map(|campaign| format!("{}/{}", home(at), campaign.id));
    let heading = if back.is_some() { "campaign-edit" } else { "campaign-add" };
    let action = back.as_ref().map_or_else(|| format!("{}/new", home(at)), |back| format!("{back}/edit"));
    let shown = EditPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Mail),
        form,
        heading: ui.t(heading),
        action,
        back: back.unwrap_or_else(|| home(at)),
        kinds: named(Kind::ALL.iter().map(ToString::to_string).collect(), &|value| {
            ui.t(&format!("campaign-why-{value}"))
        }),
        of: named(Audience::KINDS.map(str::to_owned).to_vec(), &|value| {
            ui.t(&format!("campaign-of-{value}"))
        }),
        types: options
            .types
            .iter()
            .map(|way| Choice { value: way.id.to_string(), label: Shown::of(&way.name, lang) })
            .collect(),
        states: named(State::ALL.iter().map(ToString::to_string).collect(), &|value| {
            ui.t(&format!("state-{value}"))
        }),
        answers: options
            .answers(lang)
            .into_iter()
            .map(|(value, words)| Choice { value, label: Shown::plain(words, lang) })
            .collect(),
        speakers: named(SpeakerGroup::ALL.iter().map(ToString::to_string).collect(), &|value| {
            ui.t(&format!("campaign-speakers-{value}"))
        }),
        companies: named(CompanyGroup::ALL.iter().map(ToString::to_string).collect(), &|value| {
            ui.t(&format!("campaign-companies-{value}"))
        }),
        calls: options
            .calls
            .iter()
            .map(|(id, name)| Choice { value: id.to_string(), label: Shown::of(name, lang) })
            .collect(),
        seen: there.map(|campaign| campaign.version),
        ui,
    };
    page(status, &shown)
}
