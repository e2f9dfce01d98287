//! The form of a webhook, for a new one and for one that is there.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use secrecy::ExposeSecret;

use super::{HOME, show::draw as draw_hook};
use crate::{
    editions,
    error::Error,
    http::{App, AsAdmin, Form, FormData, SignedForm, Ui, page, page::see_other},
    values::Id,
    web::{
        account::edition_choice,
        console::frame::{Console, SiteRoom},
        public::views::Choice,
    },
    webhooks::{
        self, DESCRIPTION_MAX, NewWebhook, NewWebhookFields, Webhook, WebhookChange, WebhookFields,
        events::{EVENTS, Resource},
    },
};

/// The events about one kind of thing.
struct Group {
    name: String,
    events: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "console/webhooks/edit.html")]
struct EditPage {
    ui: Ui,
    console: Console,
    form: Form,
    heading: String,
    action: String,
    back: String,
    submit: String,
    /// None to choose from where the webhook is there already.
    editions: Vec<Choice>,
    groups: Vec<Group>,
    longest: usize,
}

/// `GET /console/site/webhooks/new`
pub(in crate::web) async fn add(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    draw_new(&app, &admin, Form::default(), StatusCode::OK).await
}

/// `POST /console/site/webhooks/new`: answers with the secret instead of leading on, so that it is kept nowhere.
pub(in crate::web) async fn create(
    app: web::Data<App>,
    admin: AsAdmin,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let owner = admin.signed.authority.account().ok_or(Error::SignInNeeded)?.id;
    let outcome = async {
        let WebhookFields { url, description, events } = fields(&typed);
        let fields = NewWebhookFields { edition: typed.one("edition").to_owned(), url, description, events };
        let new = NewWebhook::try_from(&fields)?;
        let make =
            app.db.transaction(async |tx| webhooks::create(tx, &app.keys, &admin.proof, owner, &new).await);
        make.await
    };
    match outcome.await {
        Ok((hook, secret)) => {
            let secret = Some(secret.expose_secret().to_owned());
            draw_hook(&app, &admin, hook.id, secret, None, StatusCode::CREATED).await
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, admin.signed.asker.lang)?;
            draw_new(&app, &admin, form, status).await
        }
    }
}

/// `GET /console/site/webhooks/{id}/edit`
pub(in crate::web) async fn edit(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
) -> Result<HttpResponse, Error> {
    let hook = webhooks::webhook(&mut *app.db.read().await?, &admin.proof, *id).await?;
    let events = hook.events.0.into_iter().map(|event| ("events".to_owned(), event));
    let one = [("url".to_owned(), hook.url), ("description".to_owned(), hook.description)];
    let form = Form::filled(one.into_iter().chain(events).collect());
    draw_change(&admin, hook.id, form, StatusCode::OK)
}

/// `POST /console/site/webhooks/{id}/edit`
pub(in crate::web) async fn change(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let about = WebhookChange::try_from(&fields(&typed))?;
        app.db.transaction(async |tx| webhooks::change(tx, &admin.proof, *id, &about).await).await
    };
    match outcome.await {
        Ok(hook) => Ok(see_other(format!("{HOME}/{}?done=saved", hook.id))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, admin.signed.asker.lang)?;
            draw_change(&admin, *id, form, status)
        }
    }
}

fn fields(typed: &FormData) -> WebhookFields {
    WebhookFields {
        url: typed.one("url").to_owned(),
        description: typed.one("description").to_owned(),
        events: typed.all("events").map(str::to_owned).collect(),
    }
}

async fn draw_new(app: &App, admin: &AsAdmin, form: Form, status: StatusCode) -> Result<HttpResponse, Error> {
    let ui = admin.signed.ui();
    let editions = editions::mine(&mut *app.db.read().await?, admin.signed.authority.roles()).await?;
    let editions = editions.iter().map(|edition| edition_choice(edition, &ui)).collect();
    let words = ("webhooks-add", "webhooks-add-act");
    page(status, &sheet(admin, form, words, (format!("{HOME}/new"), HOME.to_owned()), editions))
}

fn draw_change(
    admin: &AsAdmin,
    id: Id<Webhook>,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (words, back) = (("webhooks-edit", "webhooks-edit-act"), format!("{HOME}/{id}"));
    page(status, &sheet(admin, form, words, (format!("{back}/edit"), back), Vec::new()))
}

fn sheet(
    admin: &AsAdmin,
    form: Form,
    (heading, submit): (&str, &str),
    (action, back): (String, String),
    editions: Vec<Choice>,
) -> EditPage {
    let ui = admin.signed.ui();
    EditPage {
        console: Console::of_site(&admin.signed, SiteRoom::Webhooks),
        form,
        heading: ui.t(heading),
        action,
        back,
        submit: ui.t(submit),
        editions,
        groups: groups(&ui),
        longest: DESCRIPTION_MAX,
        ui,
    }
}

fn groups(ui: &Ui) -> Vec<Group> {
    let about = |resource: Resource| Group {
        name: ui.t(&format!("webhook-resource-{resource}")),
        events: EVENTS.iter().filter(|event| event.resource == resource).map(|event| event.name).collect(),
    };
    Resource::ALL.iter().map(|resource| about(*resource)).filter(|group| !group.events.is_empty()).collect()
}
