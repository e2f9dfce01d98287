//! The table `campaign`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    campaigns::{
        audience::Audience,
        fields::NewCampaign,
        state::{Kind, State},
    },
    db::{Tx, clock_timestamp, schema::campaign as c},
    error::Error,
    values::{Id, Moment},
};

/// A campaign's id.
pub type CampaignId = Id<Campaign>;

/// A mail to many.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = c)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// Whose it is.
    #[diesel(column_name = edition_id)]
    pub edition: Uuid,
    /// What staff call it.
    pub name: String,
    /// Why it is written.
    pub kind: Kind,
    /// Whom it is for.
    pub audience: Audience,
    /// Where it stands.
    pub state: State,
    /// Counts its changes, those of its words too.
    pub version: i32,
    /// From when on it goes out; none for a draft.
    pub send_at: Option<Moment>,
    /// Until when whoever joins the audience gets it too.
    pub joins_until: Option<Moment>,
    /// When it was last looked for people.
    pub gathered_at: Option<Moment>,
    /// When it was done or stopped.
    pub ended_at: Option<Moment>,
    /// When it was made.
    pub created_at: Moment,
}

/// Those of an edition, the newest first.
pub(in crate::campaigns) async fn of_edition(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Vec<Campaign>, Error> {
    let all = c::table.filter(c::edition_id.eq(edition)).order(c::id.desc());
    Ok(all.select(Campaign::as_select()).load(conn).await?)
}

pub(in crate::campaigns) async fn by_id(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    id: CampaignId,
) -> Result<Campaign, Error> {
    let one = c::table.find(id).filter(c::edition_id.eq(edition));
    Ok(one.select(Campaign::as_select()).first(conn).await?)
}

/// The same, for this transaction alone: whoever sends or stops it waits here.
pub(in crate::campaigns) async fn locked(
    tx: &mut Tx,
    edition: Uuid,
    id: CampaignId,
) -> Result<Campaign, Error> {
    let one = c::table.find(id).filter(c::edition_id.eq(edition)).for_update();
    Ok(one.select(Campaign::as_select()).first(&mut **tx).await?)
}

pub(in crate::campaigns) async fn insert(
    tx: &mut Tx,
    edition: Uuid,
    new: &NewCampaign,
) -> Result<Campaign, Error> {
    let row = (
        c::id.eq(CampaignId::fresh()),
        c::edition_id.eq(edition),
        c::name.eq(new.name.as_str()),
        c::kind.eq(new.kind),
        c::audience.eq(&new.audience),
    );
    let made = diesel::insert_into(c::table).values(row).returning(Campaign::as_returning());
    Ok(made.get_result(&mut **tx).await?)
}

pub(in crate::campaigns) async fn update(
    tx: &mut Tx,
    id: CampaignId,
    new: &NewCampaign,
) -> Result<Campaign, Error> {
    let about = (c::name.eq(new.name.as_str()), c::kind.eq(new.kind), c::audience.eq(&new.audience));
    let changed = diesel::update(c::table.find(id)).set((about, c::version.eq(c::version + 1)));
    Ok(changed.returning(Campaign::as_returning()).get_result(&mut **tx).await?)
}

/// Counts a change of its words.
pub(in crate::campaigns) async fn count_on(tx: &mut Tx, id: CampaignId) -> Result<(), Error> {
    diesel::update(c::table.find(id)).set(c::version.eq(c::version + 1)).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::campaigns) async fn delete(tx: &mut Tx, id: CampaignId) -> Result<(), Error> {
    diesel::delete(c::table.find(id)).execute(&mut **tx).await?;
    Ok(())
}

/// Sets when it goes out; none of both makes it a draft again.
pub(in crate::campaigns) async fn set_schedule(
    tx: &mut Tx,
    id: CampaignId,
    send_at: Option<Moment>,
    joins_until: Option<Moment>,
) -> Result<(), Error> {
    let state = if send_at.is_some() { State::Scheduled } else { State::Draft };
    let schedule = (c::state.eq(state), c::send_at.eq(send_at), c::joins_until.eq(joins_until));
    diesel::update(c::table.find(id)).set(schedule).execute(&mut **tx).await?;
    Ok(())
}

/// Sets where it stands; what is over is noted with its moment.
pub(in crate::campaigns) async fn set_state(tx: &mut Tx, id: CampaignId, state: State) -> Result<(), Error> {
    let one = diesel::update(c::table.find(id));
    match state {
        State::Sent | State::Stopped => {
            let over = (c::state.eq(state), c::ended_at.eq(clock_timestamp().nullable()));
            one.set(over).execute(&mut **tx).await?
        }
        _ => one.set(c::state.eq(state)).execute(&mut **tx).await?,
    };
    Ok(())
}

/// Notes that it was looked for people just now; the first time it begins.
pub(in crate::campaigns) async fn set_gathered(tx: &mut Tx, id: CampaignId) -> Result<(), Error> {
    let sought = (c::state.eq(State::Sending), c::gathered_at.eq(clock_timestamp().nullable()));
    diesel::update(c::table.find(id)).set(sought).execute(&mut **tx).await?;
    Ok(())
}
