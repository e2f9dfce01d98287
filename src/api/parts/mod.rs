//! Tracks, rooms, partners and side events: four lists in the organiser's order, with the same five operations each.

mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::{Deserialize, de::DeserializeOwned};
use utoipa::ToSchema;
use uuid::Uuid;

use wire::{PartnerBody, RoomBody, SideEventBody, TrackBody};

use super::{
    json::Json,
    lists::All,
    once::{Made, created, once},
    readable::Readable,
    row::Row,
};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    editions::{
        Edition, NewPartner, NewRoom, NewTrack, Partner, PartnerFields, Room, RoomFields, SideEvent,
        SideEventFields, Track, TrackFields,
        parts::{self, Part},
    },
    error::{Error, FieldErrors},
    http::{App, bearer::With},
    values::{Id, Zone},
};

/// A part as the API takes and shows it.
trait Spoken: Part {
    /// As it arrives.
    type Fields: DeserializeOwned + 'static;
    /// As it is shown.
    type Body: From<Self> + Made;
    /// Its noun in addresses.
    const NOUN: &'static str;

    /// Parses times on the wall clock of `zone`.
    fn parse(raw: &Self::Fields, zone: &Zone) -> Result<Self::New, FieldErrors>;

    /// Whether everybody may see it.
    fn is_public(&self) -> bool {
        true
    }
}

/// Those named come first, in this order; the rest keep theirs behind.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct OrderFields {
    /// The ids, in the order wanted.
    pub ids: Vec<Uuid>,
}

async fn list<P: Spoken>(app: &App, of: Readable) -> Result<web::Json<All<P::Body>>, Error> {
    let mut all: Vec<P> = parts::list(&mut *app.db.read().await?, of.edition.id).await?;
    all.retain(|part| of.staff || part.is_public());
    Ok(web::Json(All::of(all)))
}

async fn create<P: Spoken>(
    app: &App,
    at: With<Organiser>,
    body: Json<P::Fields>,
) -> Result<HttpResponse, Error> {
    let new = P::parse(body.value()?, &at.edition.zone)?;
    let make = async |tx: &mut Tx| Ok(parts::create::<P>(tx, &at.proof, new).await?.into());
    let find = async |tx: &mut Tx, id| {
        let all: Vec<P> = parts::list(tx, Edition::of(&at.proof)).await?;
        all.into_iter().find(|part| part.id() == Id::from(id)).map(P::Body::from).ok_or(Error::NotFound)
    };
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/{}/{}", at.edition.slug, P::NOUN, made.id()), &made))
}

async fn change<P: Spoken>(
    app: &App,
    at: With<Organiser>,
    id: Id<P>,
    body: Json<P::Fields>,
) -> Result<web::Json<P::Body>, Error> {
    let new = P::parse(body.value()?, &at.edition.zone)?;
    let changed = app.db.transaction(async |tx| parts::change(tx, &at.proof, id, new).await).await?;
    Ok(web::Json(changed.into()))
}

async fn remove<P: Spoken>(app: &App, at: With<Organiser>, id: Id<P>) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| parts::remove(tx, &at.proof, id).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn reorder<P: Spoken>(
    app: &App,
    at: With<Organiser>,
    body: Json<OrderFields>,
) -> Result<HttpResponse, Error> {
    let ids: Vec<Id<P>> = body.into_value()?.ids.into_iter().map(Id::from).collect();
    app.db.transaction(async |tx| parts::reorder(tx, &at.proof, &ids).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Declares the operations of one kind of part; a macro only to spare four equal sets of five.
macro_rules! operations {
    ($part:ty, $fields:ty, $body:ident, $noun:literal, $tag:literal, $a:literal:
        $list:ident $create:ident $change:ident $remove:ident $reorder:ident) => {
        #[utoipa::path(get, path = concat!("/api/v1/editions/{edition}/", $noun), tag = $tag,
            summary = concat!("Lists the ", $noun, ", in the organiser's order."),
            responses((status = 200, body = All<$body>)), security((), ("token" = ["observer:read"])))]
        pub(super) async fn $list(app: Data<App>, of: Readable) -> Result<web::Json<All<$body>>, Error> {
            list::<$part>(&app, of).await
        }

        #[utoipa::path(post, path = concat!("/api/v1/editions/{edition}/", $noun), tag = $tag,
            summary = concat!("Adds ", $a, " at the end of the list."),
            responses((status = 201, body = $body)), security(("token" = ["organiser:write"])))]
        pub(super) async fn $create(
            app: Data<App>,
            at: With<Organiser>,
            body: Json<$fields>,
        ) -> Result<HttpResponse, Error> {
            create::<$part>(&app, at, body).await
        }

        #[utoipa::path(put, path = concat!("/api/v1/editions/{edition}/", $noun, "/{id}"), tag = $tag,
            summary = concat!("Replaces what is said about ", $a, "."),
            responses((status = 200, body = $body)), security(("token" = ["organiser:write"])))]
        pub(super) async fn $change(
            app: Data<App>,
            at: With<Organiser>,
            row: Row<$part>,
            body: Json<$fields>,
        ) -> Result<web::Json<$body>, Error> {
            change(&app, at, row.0, body).await
        }

        #[utoipa::path(delete, path = concat!("/api/v1/editions/{edition}/", $noun, "/{id}"), tag = $tag,
            summary = concat!("Removes ", $a, " that nothing refers to."),
            responses((status = 204)), security(("token" = ["organiser:write"])))]
        pub(super) async fn $remove(
            app: Data<App>,
            at: With<Organiser>,
            row: Row<$part>,
        ) -> Result<HttpResponse, Error> {
            remove(&app, at, row.0).await
        }

        #[utoipa::path(post, path = concat!("/api/v1/editions/{edition}/", $noun, "/reorder"), tag = $tag,
            summary = concat!("Puts the ", $noun, " in another order."),
            responses((status = 204)), security(("token" = ["organiser:write"])))]
        pub(super) async fn $reorder(
            app: Data<App>,
            at: With<Organiser>,
            body: Json<OrderFields>,
        ) -> Result<HttpResponse, Error> {
            reorder::<$part>(&app, at, body).await
        }
    };
}

/// Declares how a part whose parsing needs no clock is taken and shown.
macro_rules! spoken {
    ($part:ty, $new:ty, $fields:ty, $body:ident, $noun:literal) => {
        impl Spoken for $part {
            type Fields = $fields;
            type Body = $body;
            const NOUN: &'static str = $noun;

            fn parse(raw: &$fields, _: &Zone) -> Result<$new, FieldErrors> {
                <$new>::try_from(raw)
            }
        }
    };
}

spoken!(Track, NewTrack, TrackFields, TrackBody, "tracks");
spoken!(Room, NewRoom, RoomFields, RoomBody, "rooms");
spoken!(Partner, NewPartner, PartnerFields, PartnerBody, "partners");

impl Spoken for SideEvent {
    type Fields = SideEventFields;
    type Body = SideEventBody;
    const NOUN: &'static str = "side-events";

    fn parse(raw: &SideEventFields, zone: &Zone) -> Result<Self::New, FieldErrors> {
        raw.parse(zone)
    }

    fn is_public(&self) -> bool {
        self.published
    }
}

operations!(Track, TrackFields, TrackBody, "tracks", "Tracks", "a track":
    list_tracks create_track change_track remove_track reorder_tracks);
operations!(Room, RoomFields, RoomBody, "rooms", "Rooms", "a room":
    list_rooms create_room change_room remove_room reorder_rooms);
operations!(Partner, PartnerFields, PartnerBody, "partners", "Partners", "a partner":
    list_partners create_partner change_partner remove_partner reorder_partners);
operations!(SideEvent, SideEventFields, SideEventBody, "side-events", "Side events", "a side event":
    list_side_events create_side_event change_side_event remove_side_event reorder_side_events);
