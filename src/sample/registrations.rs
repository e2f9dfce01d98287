//! Three hundred registrations, in every state.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::people::{Parts, Someone};
use crate::{
    accounts::proofs::{Organiser, System},
    db::Tx,
    editions::{ConsentKind, Edition},
    error::Error,
    keys::Keys,
    questions::RawAnswers,
    registrations::{self, Admission, Admitted, Entrant, Form, RegistrationFields, RegistrationId, State},
    values::Moment,
};

/// How many there are.
const PEOPLE: usize = 300;
/// How many come in at once, as in a rush.
const BATCH: usize = 100;

/// Lets everybody in, then does what organisers do in the weeks after.
pub(super) async fn load(
    tx: &mut Tx,
    who: &System,
    organiser: &Organiser,
    keys: &Keys,
    edition: Edition,
    now: Moment,
) -> Result<(), Error> {
    let form = registrations::form(tx, edition).await?;
    let parts = Parts::read()?;
    let admissions: Vec<Admission> = (0..PEOPLE)
        .map(|number| admission(number, &parts.person(number), organiser, keys, &form))
        .collect::<Result<_, Error>>()?;
    let mut entered: Vec<(usize, RegistrationId, State)> = Vec::with_capacity(PEOPLE);
    for batch in admissions.chunks(BATCH) {
        for answer in registrations::admit(tx, batch, now).await? {
            if let Admitted::New { id, state } = answer? {
                entered.push((entered.len(), id, state));
            }
        }
    }
    for (number, id, state) in entered {
        tend(tx, organiser, number, id, state, now).await?;
    }
    registrations::offer_places(tx, who).await.map(drop)
}

/// What becomes of registration `number`: most investors are approved, some declined, a few are not looked at yet;
/// some people cancel, one student among them, whose place is offered to the first in line.
async fn tend(
    tx: &mut Tx,
    organiser: &Organiser,
    number: usize,
    id: RegistrationId,
    state: State,
    now: Moment,
) -> Result<(), Error> {
    match (state, number / 30, number % 30) {
        (State::Pending, 0..6, _) => registrations::approve(tx, organiser, id, now).await.map(drop),
        (State::Pending, 6..8, _) => registrations::decline(tx, organiser, id, now).await.map(drop),
        (State::Confirmed, _, 9) | (State::Confirmed, 0, 15) => {
            registrations::cancel_by_staff(tx, organiser, id, now).await.map(drop)
        }
        _ => Ok(()),
    }
}

/// Of thirty, fifteen come as general visitors, six as students, four as investors, five online.
fn way(number: usize) -> &'static str {
    match number * 7 % 30 {
        0..15 => "general",
        15..21 => "student",
        21..25 => "investor",
        _ => "online",
    }
}

fn admission(
    number: usize,
    someone: &Someone,
    organiser: &Organiser,
    keys: &Keys,
    form: &Form,
) -> Result<Admission, Error> {
    // An assistant registers three guests with one address, now and then.
    let shared = number / 3 % 12 == 5;
    let email = if shared { format!("office{}@example.org", number / 36) } else { someone.email.clone() };
    let fields = RegistrationFields {
        type_slug: way(number).to_owned(),
        email,
        name_latin: someone.name_latin.clone(),
        name_han: someone.name_han.clone(),
        name_title: someone.title.clone(),
        organisation: someone.organisation.clone(),
        job_title: someone.job.clone(),
        phone: phone(number),
        answers: answers(number, someone),
        consents: BTreeMap::from([
            (ConsentKind::Transfer, true),
            (ConsentKind::CoHosts, number.is_multiple_of(2)),
            (ConsentKind::Marketing, number.is_multiple_of(3)),
        ]),
    };
    let entrant = Entrant::Organiser(organiser.clone());
    Admission::new(keys, entrant, fields.parse(form)?, someone.lang, None)
}

/// Numbers that Ofcom, the United Kingdom's regulator, keeps for drama; Hong Kong and the mainland keep none.
fn phone(number: usize) -> String {
    if number.is_multiple_of(5) { format!("+44 20 7946 0{number:03}") } else { String::new() }
}

fn answers(number: usize, someone: &Someone) -> RawAnswers {
    const INTERESTS: [&str; 4] = ["biomedicine", "robotics", "smart-construction", "finance"];
    const HEARD: [&str; 4] = ["colleague", "university", "press", "other"];
    const MEALS: [&str; 6] = ["any", "any", "vegetarian", "any", "none", "halal"];
    let one_of = |list: &[&'static str]| list.get(number % list.len()).copied().unwrap_or_default();
    let interests: Vec<&str> = INTERESTS
        .into_iter()
        .enumerate()
        .filter(|(bit, _)| (number + 1) >> bit & 1 == 1)
        .map(|(_, slug)| slug)
        .collect();
    let mut given = BTreeMap::from([
        ("region".to_owned(), json!(someone.region)),
        ("interests".to_owned(), json!(interests)),
        ("heard-from".to_owned(), json!(one_of(&HEARD))),
        ("interpretation".to_owned(), json!(number % 4 == 1)),
        ("meal".to_owned(), json!(one_of(&MEALS))),
    ]);
    if !someone.wish.is_empty() {
        given.insert("access".to_owned(), Value::from(someone.wish.clone()));
    }
    RawAnswers::from(given)
}
