//! An edition opened from an earlier one: what comes along, and when it will be, all of it before anything is made.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, SiteRoom, address},
    stored::{Stored, texts},
};
use crate::{
    cloning::{self, CloneFields, Module, MovedDate, Preview},
    db::Tx,
    error::Error,
    http::{App, AsAdmin, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    values::{Moment, time},
    web::public::views::Choice,
};

/// A date, when it was, and what is typed for it in words.
struct Date {
    name: String,
    label: String,
    hint: String,
}

#[derive(Template)]
#[template(path = "console/editions/clone.html")]
struct ClonePage {
    ui: Ui,
    console: Console,
    form: Form,
    action: String,
    source: Shown,
    modules: Vec<Choice>,
    dates: Vec<Date>,
    zone: String,
}

/// `GET /console/editions/{edition}/clone`, with the usual slug, number and dates.
pub(in crate::web) async fn form(
    app: web::Data<App>,
    admin: AsAdmin,
    from: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let preview = whole(&app, &admin, &from, BTreeMap::new()).await?;
    let text = Stored::default().text("name", Some(&preview.source.name));
    let stored = Module::ALL.iter().fold(text, |stored, module| stored.with("modules", module));
    let stored = stored.with("number", preview.number).with("slug", &preview.slug);
    draw(&admin, &preview, moved(stored, &preview).data(), None)
}

/// `POST /console/editions/{edition}/clone`; its other buttons move the dates with the start, or show what is typed in words.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    admin: AsAdmin,
    from: web::Path<String>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = match typed.one("step") {
        "move" => along(&app, &admin, &from, &typed).await,
        "look" => Ok(typed.clone()),
        _ => {
            let fields = fields(&from, &typed);
            let make = async |tx: &mut Tx| cloning::clone(tx, &admin.proof, &fields, Moment::now()).await;
            match app.db.transaction(make).await {
                Ok(edition) => return Ok(see_other(address(&edition, "/settings?done=made"))),
                Err(error) => Err(error),
            }
        }
    };
    let preview = whole(&app, &admin, &from, BTreeMap::new()).await?;
    match outcome {
        Ok(shown) => draw(&admin, &preview, shown, None),
        Err(error) => draw(&admin, &preview, typed, Some(error)),
    }
}

/// What was typed, with every other date moved as far as the start was.
async fn along(app: &App, admin: &AsAdmin, from: &str, typed: &FormData) -> Result<FormData, Error> {
    let start = BTreeMap::from([("starts_at".to_owned(), typed.one("dates.starts_at").to_owned())]);
    let preview = whole(app, admin, from, start).await?;
    let others = typed.pairs().filter(|(name, _)| !name.starts_with("dates."));
    let stored = others.fold(Stored::default(), |stored, (name, value)| stored.with(name, value));
    Ok(moved(stored, &preview).data())
}

/// Everything that could come along, whatever is ticked: the form shows all of it.
async fn whole(
    app: &App,
    admin: &AsAdmin,
    from: &str,
    dates: BTreeMap<String, String>,
) -> Result<Preview, Error> {
    let modules = Module::ALL.iter().map(ToString::to_string).collect();
    let fields = CloneFields { source: from.to_owned(), modules, dates, ..CloneFields::default() };
    let preview = cloning::preview(&mut *app.db.read().await?, &admin.proof, &fields, Moment::now()).await;
    preview.map_err(|error| match error {
        // Here the source is the page's own address.
        Error::Invalid(errors) if errors.of("source").is_some() => Error::NotFound,
        other => other,
    })
}

fn moved(stored: Stored, preview: &Preview) -> Stored {
    let local = |date: &MovedDate| date.new.map(|new| time::local_input(new, &preview.source.zone));
    preview
        .dates
        .iter()
        .fold(stored, |stored, date| stored.maybe(&format!("dates.{}", date.key), local(date)))
}

fn fields(from: &str, typed: &FormData) -> CloneFields {
    let date =
        |(name, value): (&str, &str)| Some((name.strip_prefix("dates.")?.to_owned(), value.to_owned()));
    CloneFields {
        source: from.to_owned(),
        slug: typed.one("slug").to_owned(),
        number: typed.one("number").into(),
        name: texts(typed, "name"),
        modules: typed.all("modules").map(str::to_owned).collect(),
        dates: typed.pairs().filter_map(date).collect(),
    }
}

fn draw(
    admin: &AsAdmin,
    preview: &Preview,
    typed: FormData,
    error: Option<Error>,
) -> Result<HttpResponse, Error> {
    let ui = admin.signed.ui();
    let dates = preview.dates.iter().map(|date| in_words(date, preview, &typed, &ui)).collect();
    let (form, status) = match error {
        Some(error) => Form::after(typed, error, ui.lang)?,
        None => (Form::filled(typed), StatusCode::OK),
    };
    let module = |coming: &cloning::Coming| {
        let name = ui.t(&format!("clone-module-{}", coming.module));
        let text = ui.t2("clone-coming", "name", name, "count", coming.count);
        Choice { value: coming.module.to_string(), label: Shown::plain(text, ui.lang) }
    };
    let shown = ClonePage {
        console: Console::of_site(&admin.signed, SiteRoom::Editions),
        action: format!("/console/editions/{}/clone", preview.source.slug),
        source: Shown::of(&preview.source.name, ui.lang),
        modules: preview.modules.iter().map(module).collect(),
        zone: preview.source.zone.label(ui.lang, Moment::now()),
        dates,
        form,
        ui,
    };
    page(status, &shown)
}

/// The date's name, its old day and the typed one, both with their weekdays.
fn in_words(date: &MovedDate, preview: &Preview, typed: &FormData, ui: &Ui) -> Date {
    let (zone, name) = (&preview.source.zone, format!("dates.{}", date.key));
    let field = match date.field {
        "opens_at" => ui.t("types-opens_at"),
        "closes_at" => ui.t("types-closes_at"),
        "frozen_at" => ui.t("questions-frozen_at"),
        own => ui.t(&format!("edition-field-{own}")),
    };
    let label = match &date.of {
        Some(of) => ui.t2("settings-gap", "what", Shown::of(of, ui.lang).text, "field", field),
        None => field,
    };
    let old = time::moment(ui.lang, date.old, zone);
    let hint = match time::local_datetime(typed.one(&name), zone) {
        Ok(new) => ui.t2("clone-date", "old", old, "new", time::moment(ui.lang, new, zone)),
        Err(_) => ui.t1("clone-date-none", "old", old),
    };
    Date { name, label, hint }
}
