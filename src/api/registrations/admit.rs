//! Registering: anybody, or staff for somebody.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::wire::RegistrationBody;
use crate::{
    accounts::{Access, proofs::Desk},
    api::{json::Json, once::created, query::Query},
    editions,
    error::Error,
    http::{App, bearer::Caller},
    registrations::{self, Admission, Admitted, Entrant, Form, RegistrationFields},
    values::Lang,
};

/// How she is written to.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct LangQuery {
    /// The language of her mails; what `Accept-Language` prefers where it is left out.
    pub(in crate::api) lang: Option<Lang>,
}

/// What anybody is told, whether the address is known or not: the rest goes there by mail.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Received {
    /// The address that the outcome is mailed to.
    #[schema(example = "chan.tai.man@example.org")]
    pub(in crate::api) received: String,
}

/// Registers somebody.
///
/// Without a token: anybody, while registration is open; the answer is the same for a new and a known address, and
/// the outcome goes there by mail. With a token: staff, at any time, who are shown the registration (200 where she
/// is registered already).
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registrations", tag = "Registrations", params(LangQuery),
    responses((status = 201, body = RegistrationBody), (status = 200, body = RegistrationBody),
        (status = 202, body = Received)),
    security((), ("token" = ["desk:write"])))]
pub(in crate::api) async fn create_registration(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
    query: Query<LangQuery>,
    body: Json<RegistrationFields>,
) -> Result<HttpResponse, Error> {
    let lang = query.0.lang.unwrap_or(caller.asker.lang);
    let slug = request.match_info().query("edition");
    if caller.authority.account().is_none() {
        by_anybody(&app, &caller, slug, lang, &body).await
    } else {
        by_staff(&app, &caller, slug, lang, &body).await
    }
}

async fn by_anybody(
    app: &App,
    caller: &Caller,
    slug: &str,
    lang: Lang,
    body: &Json<RegistrationFields>,
) -> Result<HttpResponse, Error> {
    let snapshot = app.pages.snapshot(&app.db, slug).await?;
    let new = body.value()?.parse(&snapshot.form)?;
    let received = new.email.to_string();
    let entrant = Entrant::Visitor(caller.asker.visitor());
    app.door.admit(Admission::new(&app.keys, entrant, new, lang, body.claim(caller))?).await?;
    Ok(HttpResponse::Accepted().json(Received { received }))
}

async fn by_staff(
    app: &App,
    caller: &Caller,
    slug: &str,
    lang: Lang,
    body: &Json<RegistrationFields>,
) -> Result<HttpResponse, Error> {
    let (desk, form) = form_for_staff(&mut *app.db.read().await?, caller, slug).await?;
    let new = body.value()?.parse(&form)?;
    let entrant = Entrant::Desk(desk.clone());
    let admitted = app.door.admit(Admission::new(&app.keys, entrant, new, lang, body.claim(caller))?).await?;
    let detail = registrations::detail(&mut *app.db.read().await?, &app.keys, &desk, admitted.id()).await?;
    let shown = RegistrationBody::from(detail.row);
    Ok(match admitted {
        Admitted::Known(_) | Admitted::RepeatedKnown(_) => HttpResponse::Ok().json(shown),
        Admitted::New { id, .. } | Admitted::Repeated(id) => {
            created(format!("/api/v1/editions/{slug}/registrations/{id}"), &shown)
        }
    })
}

/// What the edition asks, in whatever state it is, and the proof of being at its desk.
async fn form_for_staff(
    conn: &mut AsyncPgConnection,
    caller: &Caller,
    slug: &str,
) -> Result<(Desk, Form), Error> {
    let id = editions::id_of_slug(conn, slug).await?.uuid();
    let desk = caller.authority.desk(id, Access::Write)?;
    let edition = editions::for_staff(conn, &caller.authority.observer(id)?).await?;
    Ok((desk, registrations::form(conn, edition).await?))
}
