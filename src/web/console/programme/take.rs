//! Taking what a machine proposed: all of it, some of it, or nothing.

use actix_web::{HttpResponse, web};

use super::{super::frame::address, arrange};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::{Error, Reason},
    http::{App, At, FormData, SignedForm, page::see_other},
    programme::{self, Placement, PlacementFields, Session},
    values::{Id, Zone},
    web::console::news::News,
};

/// A session, the version that the proposal was made from, and where it is to go.
struct Taken {
    session: Id<Session>,
    seen: i32,
    to: Placement,
}

/// `POST /console/{edition}/programme/arrange/take`: everything that was ticked, or nothing at all where one of
/// the sessions was changed in between.
pub(in crate::web) async fn take(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let taken = taken(&typed, &at.edition.zone)?;
        let verb = async |tx: &mut Tx| {
            for Taken { session, seen, to } in taken {
                programme::place(tx, &at.proof, (session, seen), to).await?;
            }
            Ok(())
        };
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(()) => Ok(see_other(address(&at.edition, "/programme/schedule?done=arranged"))),
        Err(error) => {
            let (news, status) = News::against(error, at.signed.asker.lang)?;
            arrange::draw(&at, Some(news), arrange::hours(), None, status)
        }
    }
}

/// What the boxes say: session, version, room and beginning, between spaces.
fn taken(typed: &FormData, zone: &Zone) -> Result<Vec<Taken>, Error> {
    let unknown = || Error::field("moves", Reason::new("choice_unknown"));
    let taken = typed.all("moves").map(|raw| {
        let mut words = raw.split(' ');
        let mut word = || words.next().ok_or_else(unknown);
        let session = word()?.parse().map_err(|_| unknown())?;
        let seen = word()?.parse().map_err(|_| unknown())?;
        let (rooms, starts_at) = (vec![word()?.to_owned()], word()?.to_owned());
        let to = PlacementFields { starts_at, rooms, ..PlacementFields::default() };
        Ok(Taken { session, seen, to: to.parse(zone)? })
    });
    let mut taken = taken.collect::<Result<Vec<_>, Error>>()?;
    // Everybody locks several sessions in this order.
    taken.sort_by_key(|one| one.session);
    if taken.is_empty() { Err(Error::field("moves", Reason::new("required"))) } else { Ok(taken) }
}
