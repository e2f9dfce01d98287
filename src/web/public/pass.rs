//! A company's pass: the link shows the form by which whoever holds it registers herself, once.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    fields, received,
    views::{Choice, Consent, Question, Site, regions, statement, titles, when},
};
use crate::{
    error::{Error, FieldErrors},
    http::{App, Asker, Form, FormData, Shown, Ui, guard::unlinked, page},
    keys::LinkToken,
    overview::PublicSnapshot,
    registrations::{self, Admission, Claimable, Entrant, PassHolder},
    values::{Moment, time},
};

#[derive(Template)]
#[template(path = "public/pass.html")]
struct PassPage {
    ui: Ui,
    site: Site,
    form: Form,
    action: String,
    name: Shown,
    when: String,
    company: Shown,
    way: Shown,
    until: String,
    titles: Vec<Shown>,
    regions: Vec<Choice>,
    questions: Vec<Question>,
    statement: Vec<Shown>,
    consents: Vec<Consent>,
}

/// A link that may be claimed now.
struct Opened {
    holder: PassHolder,
    snapshot: Arc<PublicSnapshot>,
    offered: Claimable,
}

impl Opened {
    async fn of(app: &App, asker: &Asker, token: &str) -> Result<Self, Error> {
        let token = LinkToken::parse(token).ok_or(Error::NotFound)?;
        let mut conn = app.db.read().await?;
        let holder = registrations::pass_holder(&mut conn, &asker.visitor(), &app.keys, &token).await?;
        drop(conn);
        let edition = app.pages.edition(&app.db, holder.pass().edition).await?;
        let snapshot = app.pages.snapshot(&app.db, edition.slug.as_str()).await?;
        let (mut conn, now) = (app.db.read().await?, Moment::now());
        let offered = registrations::claimable(&mut conn, &holder, edition.clone(), now).await?;
        Ok(Self { holder, snapshot, offered })
    }

    fn draw(
        &self,
        asker: &Asker,
        token: &str,
        form: Form,
        status: StatusCode,
    ) -> Result<HttpResponse, Error> {
        let (edition, form_of) = (self.snapshot.edition(), &self.offered.form);
        let (ui, lang) = (Ui::anonymous(asker.lang, &asker.path), asker.lang);
        let until = self.holder.pass().expires_at;
        let way = form_of.types.first().map(|way| Shown::of(&way.name, lang));
        let shown = PassPage {
            site: Site::around(&self.snapshot, &ui, ""),
            action: format!("/pass/{token}"),
            name: Shown::of(&edition.name, lang),
            when: when(edition, lang),
            company: Shown::of(&self.offered.company.name, lang),
            way: way.ok_or(Error::NotFound)?,
            until: until.map(|end| time::moment_with_zone(lang, end, &edition.zone)).unwrap_or_default(),
            titles: titles(lang),
            regions: regions(lang),
            questions: Question::all(&form_of.questions, &ui),
            statement: statement(&self.snapshot, lang),
            consents: Consent::all(&form_of.consents, lang),
            form,
            ui,
        };
        Ok(unlinked(page(status, &shown)?))
    }
}

/// `GET /pass/{token}`: the form, with the address that the link went to; changes nothing.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let opened = Opened::of(&app, &asker, &token).await?;
    let email =
        opened.holder.pass().email.as_ref().map(|email| ("email".to_owned(), email.as_str().to_owned()));
    let form = Form::filled(email.into_iter().collect());
    opened.draw(&asker, &token, form, StatusCode::OK)
}

/// `POST /pass/{token}`
pub(in crate::web) async fn claim(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let opened = Opened::of(&app, &asker, &token).await?;
    let (edition, now) = (opened.snapshot.edition(), Moment::now());
    let outcome = async {
        let mut raw = fields::registration(&typed);
        raw.type_slug = opened.offered.form.types.first().map(|way| way.slug.to_string()).unwrap_or_default();
        let new = raw.parse(&opened.offered.form)?;
        let email = new.email.clone();
        let entrant = Entrant::Pass(opened.holder.clone());
        let admission = Admission::new(&app.keys, entrant, new, asker.lang, None)?;
        let (holder, one) = (&opened.holder, || admission.clone());
        app.db.transaction(async |tx| registrations::claim(tx, holder, one(), now).await).await?;
        Ok(email)
    };
    match outcome.await {
        Ok(email) => Ok(unlinked(received::after(&app, edition, None, asker.lang, &email))),
        Err(Error::Invalid(errors)) => refused(&opened, &asker, &token, typed, &errors),
        Err(other) => Err(other),
    }
}

fn refused(
    opened: &Opened,
    asker: &Asker,
    token: &str,
    typed: FormData,
    errors: &FieldErrors,
) -> Result<HttpResponse, Error> {
    let form = Form::refused(typed, errors, asker.lang);
    opened.draw(asker, token, form, StatusCode::UNPROCESSABLE_ENTITY)
}
