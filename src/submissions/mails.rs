//! The mails about a submission, as `docs/mail.md` lists them.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Submission, Verdict};
use crate::{
    calls::Call,
    mail::{Cause, NewMail},
    speakers::{Addressee, Speaker},
    values::{Moment, Zone, time},
};

/// A submission, its call, and who is told about it.
pub(super) struct Told<'a> {
    pub(super) row: &'a Submission,
    pub(super) call: &'a Call,
    pub(super) addressee: Addressee<'a>,
}

impl Told<'_> {
    /// The link that makes a draft hers.
    pub(super) fn draft(&self) -> NewMail {
        self.mail("submission-draft", self.once(), json!({}))
    }

    /// The same link once more; every asking is a cause of its own.
    pub(super) fn draft_again(&self) -> NewMail {
        self.mail("submission-draft", anew(), json!({}))
    }

    /// That it was received.
    pub(super) fn received(&self) -> NewMail {
        self.mail("submission-received", self.once(), json!({}))
    }

    /// That it was changed after she had handed it in; one mail for all up to the last change.
    pub(super) fn edited(&self, at: Moment) -> NewMail {
        let last = Uuid::from_u128(at.as_microsecond().unsigned_abs().into());
        let cause = Cause::of_all("submission", &[self.row.id.uuid(), last]);
        self.mail("submission-edited", cause, json!({}))
    }

    /// That it was taken back.
    pub(super) fn withdrawn(&self) -> NewMail {
        self.mail("submission-withdrawn", self.once(), json!({}))
    }

    /// That she is asked to take part; every asking is a cause of its own.
    pub(super) fn invitation(&self, inviter: &Speaker) -> NewMail {
        let inviter = inviter.name().display(self.addressee.lang());
        self.mail("co-speaker-invitation", anew(), json!({ "inviter": inviter }))
    }

    /// That somebody whom she asked takes part, or does not; by the address that she wrote, where there is no name.
    pub(super) fn answered(&self, asked: &Speaker, takes_part: bool) -> NewMail {
        let named = asked.is_named().then(|| asked.name().display(self.addressee.lang()));
        let address = || asked.email.as_ref().map(|email| email.as_str().to_owned());
        let person = named.or_else(address).unwrap_or_default();
        self.mail("co-speaker-answered", anew(), json!({ "person": person, "takes_part": takes_part }))
    }

    /// Why it does not fit the call's rules; every finding is a cause of its own.
    pub(super) fn failed(&self, reason: &str) -> NewMail {
        self.mail("eligibility-failed", anew(), json!({ "reason": reason }))
    }

    /// That it fits them after all; every finding is a cause of its own.
    pub(super) fn passed(&self) -> NewMail {
        self.mail("eligibility-passed", anew(), json!({}))
    }

    /// What was decided; every telling is a cause of its own.
    pub(super) fn decision(&self, verdict: Verdict, zone: &Zone) -> NewMail {
        self.mail(decision_template(verdict), anew(), self.date(zone))
    }

    /// That it is declined, with what judges let her read.
    pub(super) fn declined(&self, comments: &[String]) -> NewMail {
        self.mail(
            decision_template(Verdict::Declined),
            anew(),
            json!({ "confirm_by": "", "comments": comments }),
        )
    }

    /// That her date to confirm by is near.
    pub(super) fn reminder(&self, zone: &Zone) -> NewMail {
        self.mail("confirm-reminder", anew(), self.date(zone))
    }

    fn date(&self, zone: &Zone) -> Value {
        let shown = |date: Moment| time::moment_with_zone(self.addressee.lang(), date, zone);
        json!({ "confirm_by": self.row.confirm_by.map(shown).unwrap_or_default() })
    }

    fn mail(&self, template: &'static str, cause: Cause, mut values: Value) -> NewMail {
        let lang = self.addressee.lang();
        let title = self.row.title.as_ref().map(|title| title.pick(lang).text).unwrap_or_default();
        if let Some(object) = values.as_object_mut() {
            object.insert("title".to_owned(), title.into());
            object.insert("call".to_owned(), self.call.name.pick(lang).text.into());
        }
        self.addressee.mail(template, cause, values)
    }

    fn once(&self) -> Cause {
        Cause { kind: "submission", id: self.row.id.uuid() }
    }
}

/// The mail that tells a verdict.
pub(super) fn decision_template(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "decision-accepted",
        Verdict::Standby => "decision-standby",
        Verdict::Declined => "decision-declined",
    }
}

fn anew() -> Cause {
    Cause { kind: "submission", id: Uuid::now_v7() }
}
