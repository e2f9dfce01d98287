//! A call of the edition with one of everything in it.

use plenary::{
    calls::{self, CodeFields, RoundFields},
    editions::Edition,
    questions::{self, CallQuestionFields},
    reviews::{
        self, Panellist,
        awards::{self, AwardFields, NewAward},
    },
    speakers::{self, NewSpeaker, SpeakerFields},
    values::Moment,
};
use serde_json::json;

use super::world::Parameters;
use crate::support::{
    app::TestApp,
    calls::call_fields,
    editions::{fields, trilingual},
};

/// Makes it; it is open, and somebody from nowhere near the reviewers handed something in.
pub async fn call(app: &TestApp, edition: &Edition) -> Parameters {
    let who = app.plans(edition);
    let call = app.call(edition, call_fields("panels")).await;
    let far: SpeakerFields =
        fields(json!({ "email": "far@elsewhere.example", "profile": { "name_latin": "Far" } }));
    let far = NewSpeaker::try_from(&far).unwrap();
    let far = app.app.db.transaction(async |tx| speakers::add(tx, &who, far).await).await.unwrap();
    let handed_in = app.submission(&call, edition, far.id).await;
    let letter = app.attached(edition, &call, handed_in).await;
    let call = call.id;
    let name = trilingual("One", "一", "一");
    let asked: CallQuestionFields =
        fields(json!({ "question": { "slug": "link", "kind": "url", "label": name } }));
    let code: CodeFields = fields(json!({ "note": "One" }));
    let round: RoundFields = fields(json!({ "kind": "eligibility", "name": name }));
    let zone = &edition.zone;
    let make = app.app.db.transaction(async |tx| {
        let editor = calls::editor(tx, &who, call, Moment::now()).await?;
        let question = questions::create(tx, editor, asked.parse(zone)?).await?;
        let award: AwardFields = fields(json!({ "name": name }));
        let award = awards::create_award(tx, &who, call, &NewAward::try_from(&award)?).await?;
        awards::open_award(tx, &who, (call, award.id), Moment::now()).await?;
        let code = calls::issue_code(tx, &who, call, code.parse(zone)?).await?;
        let round = calls::create_round(tx, &who, call, round.parse(zone)?).await?;
        Ok([
            ("calls/{id}", call.to_string()),
            ("calls/{call}", call.to_string()),
            ("form/{id}", question.id.to_string()),
            ("calls/questions/{id}", question.id.to_string()),
            ("codes/{id}", code.id.to_string()),
            ("rounds/{id}", round.id.to_string()),
            ("awards/{id}", award.id.to_string()),
            ("reviews/{id}", round.id.to_string()),
            ("reviews/{round}", round.id.to_string()),
            ("passes/{id}", handed_in.to_string()),
            ("reviews/submissions/{id}", handed_in.to_string()),
            ("reviews/files/{file}", letter.to_string()),
            ("reviews/files/{id}", letter.to_string()),
        ])
    });
    let mut parameters: Parameters =
        make.await.unwrap().into_iter().map(|(name, id)| (name.to_owned(), id)).collect();
    parameters.insert("allocation/places/{id}".to_owned(), slot(app, edition, &call.to_string()).await);
    parameters
}

/// A slot that the call has to give.
async fn slot(app: &TestApp, edition: &Edition, call: &str) -> String {
    let room = format!("SELECT id FROM room WHERE edition_id = '{}' LIMIT 1", edition.id);
    app.one(&format!(
        "INSERT INTO allocation_place (id, call_id, room_id, starts_at, ends_at)
         VALUES (gen_random_uuid(), '{call}', ({room}), now(), now() + interval '1 hour') RETURNING id::text"
    ))
    .await
}

/// Puts everybody with the role on the panel of the call, and gives them all that was handed in.
pub async fn seat(app: &TestApp, edition: &Edition, made: &Parameters) {
    let (who, call) = (app.plans(edition), made["calls/{id}"].parse().unwrap());
    let round = made["rounds/{id}"].parse().unwrap();
    let seat = app.app.db.transaction(async |tx| {
        let all = reviews::candidates(tx, &who).await?;
        let panel: Vec<Panellist> =
            all.iter().map(|one| Panellist { account: one.id, organisation: None }).collect();
        reviews::set_panel(tx, &who, call, &panel).await?;
        reviews::share_out(tx, &app.app.keys, &who, (call, round), panel.len()).await
    });
    seat.await.unwrap();
}
