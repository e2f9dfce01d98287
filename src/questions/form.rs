//! Which form a question stands on, and who may change that form.

use uuid::Uuid;

use crate::{
    accounts::proofs::{Observer, Organiser, Programme},
    audit::Actor,
    editions::Edition,
    values::Id,
};

/// A form that asks questions: an edition's registration form, or that of one of its calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Of which edition.
    pub edition: Id<Edition>,
    /// Of which call; none for the registration form.
    pub call: Option<Uuid>,
}

impl From<Id<Edition>> for Form {
    /// The registration form.
    fn from(edition: Id<Edition>) -> Self {
        Self { edition, call: None }
    }
}

/// May change one form. An organiser may change the registration form; whoever may work on calls gets hers for a
/// call's form from `calls`, which knows the call.
#[derive(Clone, Debug)]
pub struct Editor {
    pub(super) actor: Actor,
    pub(super) form: Form,
    pub(super) fixed: Fixed,
}

/// Whether the kinds of a form's questions are fixed.
#[derive(Clone, Debug)]
pub(super) enum Fixed {
    /// Once the edition was published.
    OncePublished(Observer),
    /// As its domain says: people answer it already.
    Now(bool),
}

impl From<&Organiser> for Editor {
    fn from(organiser: &Organiser) -> Self {
        let fixed = Fixed::OncePublished(organiser.into());
        Self { actor: organiser.actor().clone(), form: Edition::of(organiser).into(), fixed }
    }
}

impl Editor {
    /// Of a call of the proof's edition. `answered` fixes the kinds of its questions.
    #[must_use]
    pub fn of_call(who: &Programme, call: Uuid, answered: bool) -> Self {
        let form = Form { edition: who.edition().into(), call: Some(call) };
        Self { actor: who.actor().clone(), form, fixed: Fixed::Now(answered) }
    }
}
