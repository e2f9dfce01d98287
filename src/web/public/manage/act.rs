//! The buttons of the page.

use actix_web::{HttpResponse, web};

use super::{
    super::{fields, message, views::address},
    view,
};
use crate::{
    editions::Edition,
    error::{Error, Reason},
    http::{
        App, Form, Ui,
        cookies::Jar,
        guard::unlinked,
        holder::{ByLink, HeldForm},
        page::see_other,
    },
    registrations::{self, Holder},
    values::{Lang, Moment},
};

/// Back to the page, which then says what was done.
fn back(edition: &Edition, lang: Lang, done: &str) -> HttpResponse {
    unlinked(see_other(format!("{}?done={done}", address(edition, lang, "/manage"))))
}

/// `POST /{lang}/{edition}/manage/change`
pub(in crate::web) async fn change(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let snapshot = app.pages.snapshot(&app.db, &at.1).await?;
    let outcome = async {
        let change = fields::change(&typed).parse(&snapshot.form.questions)?;
        let (keys, now) = (&app.keys, Moment::now());
        app.db
            .transaction(async |tx| registrations::change(tx, keys, &held.proof, &edition, change, now).await)
            .await
    };
    match outcome.await {
        Ok(_) => Ok(back(&edition, at.0, "changed")),
        Err(error) => {
            // Where somebody else was faster, saving once more is a decision.
            let newest = registrations::own(&mut *app.db.read().await?, &held.proof).await?.version;
            let typed = typed.with("version", &newest.to_string());
            view::draw(&app, &held, &at.1, Form::after(typed, error, at.0)?).await
        }
    }
}

/// `POST /{lang}/{edition}/manage/consents`: gives or withdraws one.
pub(in crate::web) async fn consent(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let kind = typed.one("kind").parse();
    let kind = kind.map_err(|()| Error::field("kind", Reason::new("choice_unknown")))?;
    let given = typed.one("given") == "yes";
    app.db
        .transaction(async |tx| {
            registrations::set_consent(tx, &held.proof, kind, given, at.0, Moment::now()).await
        })
        .await?;
    Ok(back(&edition, at.0, "consent"))
}

/// `POST /{lang}/{edition}/manage/cancel`
pub(in crate::web) async fn cancel(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm,
) -> Result<HttpResponse, Error> {
    let edition = sent.held.edition(&app, &at.1).await?;
    app.db.transaction(async |tx| registrations::cancel(tx, &sent.held.proof, Moment::now()).await).await?;
    Ok(back(&edition, at.0, "cancelled"))
}

/// `POST /{lang}/{edition}/manage/erase`: afterwards there is nothing left to manage.
pub(in crate::web) async fn erase(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm,
) -> Result<HttpResponse, Error> {
    let edition = sent.held.edition(&app, &at.1).await?;
    app.db.transaction(async |tx| registrations::erase(tx, &sent.held.proof, Moment::now()).await).await?;
    let ui = Ui::anonymous(at.0, address(&edition, at.0, ""));
    let text = vec![ui.t("erased-text")];
    let mut answer = message::say(&edition, ui, "good", "erased-title", text)?;
    answer.add_cookie(&Jar::of(&app).gone(Holder::COOKIE)).map_err(Error::internal)?;
    Ok(answer)
}
