//! Who she is: reading and filling the form of her profile.

use actix_web::{HttpResponse, web};

use super::{
    back,
    home::{Forms, draw},
};
use crate::{
    error::Error,
    http::{App, Form, FormData, holder::HeldForm},
    speakers::{self, Presenter, Profile, ProfileFields, Speaker},
    values::Lang,
    web::console::stored::{Stored, texts},
};

fn fields(typed: &FormData) -> ProfileFields {
    let one = |name: &str| typed.one(name).to_owned();
    ProfileFields {
        name_latin: one("name_latin"),
        name_han: one("name_han"),
        name_title: one("name_title"),
        organisation: one("organisation"),
        job_title: one("job_title"),
        biography: texts(typed, "biography"),
        version: typed.one("version").parse().ok(),
    }
}

/// Her profile as it is stored.
pub(super) fn stored(me: &Speaker) -> FormData {
    Stored::default()
        .with("version", me.version)
        .maybe("name_latin", me.name_latin.as_ref())
        .maybe("name_han", me.name_han.as_ref())
        .maybe("name_title", me.name_title.as_ref())
        .maybe("organisation", me.organisation.as_ref().map(|line| line.as_str()))
        .maybe("job_title", me.job_title.as_ref().map(|line| line.as_str()))
        .text("biography", me.biography.as_ref())
        .data()
}

/// `POST /{lang}/{edition}/speaker/profile`
pub(in crate::web) async fn change(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let outcome = async {
        let profile = Profile::try_from(&fields(&typed))?;
        app.db.transaction(async |tx| speakers::set_profile(tx, &held.proof, profile).await).await
    };
    match outcome.await {
        Ok(_) => Ok(back(&edition, at.0, "profile")),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.0)?;
            draw(&app, &held, &at.1, Forms { profile: Some(form), ..Forms::default() }, status).await
        }
    }
}
