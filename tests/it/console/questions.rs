//! The questions of the form.

use crate::support::{actors::Staff, app::TestApp};

const NEW: &str = "/console/2026/questions/new";

/// Asks what meal, with two choices, and answers the row's id.
async fn meal(organiser: &Staff) -> String {
    let fields = [
        ("slug", "meal"),
        ("kind", "one"),
        ("label.en", "Which meal?"),
        ("choices.0.value", "meat"),
        ("choices.0.label.en", "Meat"),
        ("choices.2.value", "vegan"),
        ("choices.2.label.en", "Vegan"),
    ];
    let made = organiser.post(NEW, &fields).await.expect(303);
    made.location().rsplit("#row-").next().unwrap().to_owned()
}

async fn start() -> (TestApp, Staff) {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    (app, organiser)
}

#[tokio::test(flavor = "multi_thread")]
async fn more_rows_come_without_a_script_and_keep_what_was_typed() {
    let (_app, organiser) = start().await;
    let page = organiser.get(NEW).await.expect(200);
    assert!(page.value_of("choices.2.value").is_some() && page.value_of("choices.3.value").is_none());
    let typed = [("rows", "3"), ("choices.0.value", "meat"), ("more", "yes"), ("label.en", "Which meal?")];
    let page = organiser.post(NEW, &typed).await.expect(200);
    assert_eq!(page.value_of("choices.0.value").as_deref(), Some("meat"));
    assert_eq!(page.value_of("label.en").as_deref(), Some("Which meal?"));
    assert!(page.value_of("choices.5.value").is_some(), "three rows more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_shown_on_an_earlier_answer_and_can_then_not_move_before_it() {
    let (_app, organiser) = start().await;
    let meal = meal(&organiser).await;
    let form = organiser.get(NEW).await.expect(200);
    assert!(form.body.contains("value=\"meal=vegan\""), "the answers of earlier questions are offered");
    let fields = [("slug", "nuts"), ("kind", "yes-no"), ("label.en", "Nuts?"), ("shown_if", "meal=vegan")];
    organiser.post(NEW, &fields).await.expect(303);
    let list = organiser.get("/console/2026/questions").await.expect(200);
    assert!(list.says("If “Which meal?” is answered “Vegan”"), "{}", list.body);
    let down = [("id", meal.as_str()), ("move", "down")];
    let refused = organiser.post("/console/2026/questions/order", &down).await.expect(409);
    assert!(refused.says("nuts") && refused.says("Which meal?"), "it says which one, on the list");
    organiser.post(&format!("/console/2026/questions/{meal}/archive"), &[]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_of_choices_and_conditions_stand_at_their_inputs() {
    let (_app, organiser) = start().await;
    meal(&organiser).await;
    let few = [("slug", "wine"), ("kind", "one"), ("label.en", "Wine?"), ("choices.4.value", "red")];
    let page = organiser.post(NEW, &few).await.expect(422);
    assert!(page.addresses().contains(&"#f-choices".to_owned()));
    assert_eq!(page.value_of("choices.0.value").as_deref(), Some("red"), "rows close up");
    let never = [("slug", "wine"), ("kind", "yes-no"), ("label.en", "Wine?"), ("shown_if", "meal=fish")];
    let page = organiser.post(NEW, &never).await.expect(422);
    assert!(page.addresses().contains(&"#f-shown_if".to_owned()));
}
