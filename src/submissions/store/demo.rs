//! The tables `submission_demo`, `demo_availability` and `demo_preference`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::submission::SubmissionId;
use crate::{
    db::{
        Tx,
        schema::{demo_availability as t, demo_preference as p, submission_demo as d},
    },
    error::Error,
    speakers::Span,
    submissions::{DemoDraft, Facility},
    values::{Localised, Moment, Prose, WebUrl},
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = d)]
struct Row {
    product: Option<Localised>,
    novelty: Option<Localised>,
    traction: Option<Localised>,
    team: Option<Localised>,
    facilities: Vec<Facility>,
    equipment: Option<Prose<2000>>,
    watts: Option<i32>,
    square_metres: Option<i32>,
    video_url: Option<WebUrl>,
}

/// Makes an empty one.
pub(in crate::submissions) async fn insert(tx: &mut Tx, id: SubmissionId) -> Result<(), Error> {
    diesel::insert_into(d::table).values(d::id.eq(id)).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::submissions) async fn find(
    conn: &mut AsyncPgConnection,
    id: SubmissionId,
) -> Result<Option<DemoDraft>, Error> {
    let row: Option<Row> = d::table.find(id).select(Row::as_select()).first(conn).await.optional()?;
    let Some(row) = row else { return Ok(None) };
    let times = t::table.filter(t::submission_id.eq(id)).order(t::starts_at);
    let times = times.select((t::starts_at, t::ends_at)).load::<(Moment, Moment)>(conn).await?;
    let best = p::table.filter(p::submission_id.eq(id)).order(p::starts_at);
    let best = best.select((p::starts_at, p::ends_at)).load::<(Moment, Moment)>(conn).await?;
    let span = |(starts_at, ends_at)| Span { starts_at, ends_at };
    Ok(Some(DemoDraft {
        product: row.product,
        novelty: row.novelty,
        traction: row.traction,
        team: row.team,
        facilities: row.facilities,
        equipment: row.equipment,
        watts: row.watts,
        square_metres: row.square_metres,
        video: row.video_url,
        times: times.into_iter().map(span).collect(),
        preferred: best.into_iter().map(span).collect(),
    }))
}

pub(in crate::submissions) async fn write(
    tx: &mut Tx,
    id: SubmissionId,
    demo: &DemoDraft,
) -> Result<(), Error> {
    let texts = (
        d::product.eq(demo.product.as_ref()),
        d::novelty.eq(demo.novelty.as_ref()),
        d::traction.eq(demo.traction.as_ref()),
        d::team.eq(demo.team.as_ref()),
    );
    let needs = (
        d::facilities.eq(&demo.facilities),
        d::equipment.eq(demo.equipment.as_ref()),
        d::watts.eq(demo.watts),
        d::square_metres.eq(demo.square_metres),
        d::video_url.eq(demo.video.as_ref()),
    );
    diesel::update(d::table.find(id)).set((texts, needs)).execute(&mut **tx).await?;
    diesel::delete(t::table.filter(t::submission_id.eq(id))).execute(&mut **tx).await?;
    let row =
        |span: &Span| (t::submission_id.eq(id), t::starts_at.eq(span.starts_at), t::ends_at.eq(span.ends_at));
    let rows: Vec<_> = demo.times.iter().map(row).collect();
    diesel::insert_into(t::table).values(rows).execute(&mut **tx).await?;
    diesel::delete(p::table.filter(p::submission_id.eq(id))).execute(&mut **tx).await?;
    let row =
        |span: &Span| (p::submission_id.eq(id), p::starts_at.eq(span.starts_at), p::ends_at.eq(span.ends_at));
    let rows: Vec<_> = demo.preferred.iter().map(row).collect();
    diesel::insert_into(p::table).values(rows).execute(&mut **tx).await?;
    Ok(())
}
