//! Who may not judge what: conflicts of interest, found by themselves from what is known of both sides.

use crate::{
    accounts::Account,
    speakers::Speaker,
    submissions::Side,
    values::{Email, Id, search},
};

/// Where so many people have their mail that sharing it says nothing.
const EVERYBODYS: [&str; 29] = [
    "126.com",
    "139.com",
    "163.com",
    "188.com",
    "189.cn",
    "21cn.com",
    "aliyun.com",
    "aol.com",
    "foxmail.com",
    "gmail.com",
    "gmx.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mac.com",
    "me.com",
    "msn.com",
    "netvigator.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "sina.cn",
    "sina.com",
    "sohu.com",
    "yahoo.com",
    "yahoo.com.hk",
    "yeah.net",
];

crate::text_enum! {
    /// Why somebody may not review something.
    pub enum Conflict {
        /// It is her own, or she takes part in it.
        Own = "own",
        /// She works where one of its people works.
        Organisation = "organisation",
        /// Her mail is where theirs is.
        Domain = "domain",
        /// She declared that she is not free to judge it.
        Declared = "declared",
    }
}

/// What is known of a reviewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judge {
    /// Her account.
    pub account: Id<Account>,
    /// Her address.
    pub email: Email,
    /// Where she works, if that was written down.
    pub organisation: Option<String>,
}

/// Why the judge may not review what these people hand in, if so. The nearest reason is told.
#[must_use]
pub fn conflict(judge: &Judge, people: &[Speaker]) -> Option<Conflict> {
    let any = |test: &dyn Fn(&Speaker) -> bool| people.iter().any(test);
    let own = judge.email.key();
    let hers = |email: &Option<Email>| email.as_ref().is_some_and(|email| email.key() == own);
    if any(&|one| one.account == Some(judge.account) || hers(&one.email) || hers(&one.contact_email)) {
        return Some(Conflict::Own);
    }
    let place = judge.organisation.as_deref().map(search::key).filter(|place| !place.is_empty());
    let works =
        |one: &Speaker| one.organisation.as_ref().map(|organisation| search::key(organisation.as_str()));
    if place.is_some() && any(&|one| works(one) == place) {
        return Some(Conflict::Organisation);
    }
    let domain = judge.email.domain();
    let shares = |email: &Option<Email>| email.as_ref().is_some_and(|email| email.domain() == domain);
    let shared = any(&|one| shares(&one.email) || shares(&one.contact_email));
    (shared && !EVERYBODYS.contains(&domain.as_str())).then_some(Conflict::Domain)
}

/// The same of all who stand behind a submission: also whoever acts for its company may not, nor who works there.
#[must_use]
pub(super) fn conflict_with(judge: &Judge, side: &Side) -> Option<Conflict> {
    let found = conflict(judge, &side.people);
    let Some((company, members)) = &side.company else { return found };
    if members.contains(&judge.account) {
        return Some(Conflict::Own);
    }
    let place = judge.organisation.as_deref().map(search::key).filter(|place| !place.is_empty());
    let is_there = |place: String| company.name.iter().any(|name| search::key(name.text) == place);
    found.or_else(|| place.is_some_and(is_there).then_some(Conflict::Organisation))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::{
        speakers::SpeakerId,
        values::{Lang, Line},
    };

    fn judge(email: &str, organisation: &str) -> Judge {
        let organisation = (!organisation.is_empty()).then(|| organisation.to_owned());
        Judge { account: Id::fresh(), email: Email::parse(email).unwrap(), organisation }
    }

    fn speaker(email: &str, contact: &str, organisation: &str) -> Speaker {
        let address = |raw: &str| Email::optional(raw).unwrap();
        Speaker {
            id: SpeakerId::fresh(),
            edition: Id::fresh(),
            account: None,
            email: address(email),
            contact_name: None,
            contact_email: address(contact),
            lang: Lang::En,
            name_latin: None,
            name_han: None,
            name_title: None,
            organisation: Line::optional(organisation).unwrap(),
            job_title: None,
            biography: None,
            link_version: 1,
            version: 1,
        }
    }

    fn found(email: &str, organisation: &str, of: Speaker) -> Option<Conflict> {
        let free = speaker("somebody@elsewhere.example", "", "Elsewhere");
        conflict(&judge(email, organisation), &[free, of])
    }

    #[test]
    fn ones_own_is_found_by_account_by_address_and_by_whom_one_acts_for() {
        let own = speaker("Ada@Example.org", "", "");
        assert_eq!(found("ada@example.org", "", own), Some(Conflict::Own));
        let acts = speaker("vip@other.example", "ada@example.org", "");
        assert_eq!(found("ada@example.org", "", acts), Some(Conflict::Own));
        let judge = judge("ada@gmail.com", "");
        let linked = Speaker { account: Some(judge.account), ..speaker("", "", "") };
        assert_eq!(conflict(&judge, &[linked]), Some(Conflict::Own));
    }

    #[test]
    fn an_organisation_is_the_same_in_either_script_and_spelling() {
        let of = |organisation: &str| speaker("a@one.example", "", organisation);
        assert_eq!(found("b@two.example", "復旦大學", of("复旦大学")), Some(Conflict::Organisation));
        assert_eq!(found("b@two.example", "A.B.C. Ltd", of("ABC ltd.")), Some(Conflict::Organisation));
        assert_eq!(found("b@two.example", "", of("")), None, "nothing known is not the same place");
        assert_eq!(found("b@two.example", "Fudan", of("Tongji")), None);
    }

    #[test]
    fn a_mail_domain_counts_unless_it_is_everybodys() {
        let of = |email: &str| speaker(email, "", "");
        assert_eq!(found("b@bank.example", "", of("a@BANK.example")), Some(Conflict::Domain));
        assert_eq!(found("b@bank.example", "", of("a@riverbank.example")), None);
        for domain in EVERYBODYS {
            assert_eq!(found(&format!("b@{domain}"), "", of(&format!("a@{domain}"))), None);
        }
    }
}
