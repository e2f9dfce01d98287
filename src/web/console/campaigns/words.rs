//! A campaign's facts in words.

use crate::{
    campaigns::{Audience, Options},
    http::Ui,
};

/// Whom it is for, piece by piece.
pub(super) fn audience(audience: &Audience, options: &Options, ui: &Ui) -> Vec<String> {
    let mut said = vec![ui.t(&format!("campaign-of-{}", audience.kind()))];
    match audience {
        Audience::Registrations { types, states, answer } => {
            let ways = options.types.iter().filter(|way| types.contains(&way.id));
            said.extend(ways.map(|way| way.name.pick(ui.lang).text.to_owned()));
            said.extend(states.iter().map(|state| ui.t(&format!("state-{state}"))));
            let answers = options.answers(ui.lang);
            let typed = answer.as_ref().map(|answer| answer.typed());
            said.extend(answers.into_iter().filter(|one| Some(&one.0) == typed.as_ref()).map(|one| one.1));
        }
        Audience::Speakers { group } => said.push(ui.t(&format!("campaign-speakers-{group}"))),
        Audience::Companies { group, call } => {
            said.push(ui.t(&format!("campaign-companies-{group}")));
            said.extend(options.calls.iter().filter(|one| Some(one.0) == *call).map(|one| name(one, ui)));
        }
        Audience::Judges { call } => {
            said.extend(options.calls.iter().filter(|one| Some(one.0) == *call).map(|one| name(one, ui)));
        }
    }
    said
}

fn name<T>(call: &(T, crate::values::Localised), ui: &Ui) -> String {
    call.1.pick(ui.lang).text.to_owned()
}
