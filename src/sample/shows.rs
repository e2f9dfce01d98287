//! What eight of the companies showed at the past edition: accepted, told, confirmed, and released with their slots.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use super::demos::Asking;
use crate::{
    companies::{self, LOGO, Member},
    db::Tx,
    editions::{Room, parts},
    error::Error,
    formats::picture::Picture,
    programme::{self, NewRelease, Placement, ReleaseFields},
    submissions::{self, Choice, Decision, SubmissionId},
    values::FileName,
};

/// Those who were there, each with its logo.
const THERE: [(&str, &[u8]); 8] = [
    ("Victoria Assays", include_bytes!("logos/victoria-assays.png")),
    ("Minhang Cell Works", include_bytes!("logos/minhang-cell-works.png")),
    ("Jinji Imaging", include_bytes!("logos/jinji-imaging.png")),
    ("Harbour Arm", include_bytes!("logos/harbour-arm.png")),
    ("Pudong Walkers", include_bytes!("logos/pudong-walkers.png")),
    ("Zhangjiang Lingxi", include_bytes!("logos/zhangjiang-lingxi.png")),
    ("Tsing Ma Build", include_bytes!("logos/tsing-ma-build.png")),
    ("Huangpu Modules", include_bytes!("logos/huangpu-modules.png")),
];
/// How long each had, in minutes.
const MINUTES: i64 = 30;
/// When the first of a half day began, in minutes after the edition's opening.
const HALVES: [i64; 2] = [90, 300];

/// Which of them it was, by its English name.
pub(super) fn was_there(company: &str) -> Option<usize> {
    THERE.iter().position(|(name, _)| *name == company)
}

/// Gives the company of that number its logo, and its application a slot that it confirmed.
pub(super) async fn show(
    tx: &mut Tx,
    asking: &Asking<'_>,
    who: &Member,
    (id, number): (SubmissionId, usize),
) -> Result<(), Error> {
    if let Some((_, logo)) = THERE.get(number) {
        let name = FileName::parse("logo.png").map_err(|reason| Error::field("logo", reason))?;
        companies::set_logo(tx, who, &name, &Picture::redraw(logo, LOGO, "logo")?).await?;
    }
    let at = asking.form.call.closes_at.plus(SignedDuration::from_hours(7 * 24));
    let accepted = Choice { submission: id, seen: None, decision: Some(Decision::Accepted) };
    submissions::decide(tx, &asking.who, &[accepted], at).await?;
    let rooms: Vec<Room> = parts::list(tx, asking.edition.id).await?;
    let slot = slot(asking, number, &rooms);
    programme::reserve(tx, &asking.who, &BTreeMap::from([(id, slot)])).await?;
    submissions::tell(tx, &asking.who, asking.edition, &[id], at).await?;
    submissions::confirm(tx, who, id, at.plus(SignedDuration::from_hours(24))).await.map(drop)
}

/// Two at a time, a morning and an afternoon long; nowhere in an edition without rooms.
fn slot(asking: &Asking<'_>, number: usize, rooms: &[Room]) -> Option<Placement> {
    let room = rooms.get(number % rooms.len().max(1))?;
    let turn = number / rooms.len();
    let (half, turn) = (HALVES.get(turn / 2)?, i64::try_from(turn % 2).ok()?);
    let starts_at = asking.edition.starts_at.plus(SignedDuration::from_mins(half + turn * (MINUTES + 15)));
    Some(Placement {
        starts_at: Some(starts_at),
        rooms: [room.id].into(),
        minutes: i32::try_from(MINUTES).ok(),
        pinned: true,
    })
}

/// Makes all of it public.
pub(super) async fn release(tx: &mut Tx, asking: &Asking<'_>) -> Result<(), Error> {
    let only = ReleaseFields { name: "v1".to_owned(), ..ReleaseFields::default() };
    programme::release(tx, &asking.who, NewRelease::try_from(&only)?).await.map(drop)
}
