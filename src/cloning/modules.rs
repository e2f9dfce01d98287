//! The parts of an edition that can come along.

use std::collections::BTreeSet;

use crate::error::{FieldErrors, Reason};

crate::text_enum! {
    /// A part of an edition that comes along or stays, as a whole.
    pub enum Module {
        /// Tagline, description and venue.
        Texts = "texts",
        /// Tracks.
        Tracks = "tracks",
        /// Rooms.
        Rooms = "rooms",
        /// Partners, in their order.
        Partners = "partners",
        /// Side events, as drafts, at moved dates.
        SideEvents = "side-events",
        /// The consent texts asked at present.
        ConsentTexts = "consent-texts",
        /// The questions asked at present, with their conditions.
        Questions = "questions",
        /// Capacity pools, with no place taken.
        Pools = "pools",
        /// Registration types that are not archived, with their windows; those of side events only together with these.
        Types = "types",
        /// Calls that are not put away, as drafts, with questions and rounds; no code and no panel.
        Calls = "calls",
        /// What its mails say in its own words, in every language.
        MailWordings = "mail-wordings",
    }
}

impl Module {
    /// The modules that this one makes no sense without: a type draws on pools, a call offers tracks.
    #[must_use]
    pub const fn needs(self) -> &'static [Self] {
        match self {
            Self::Types => &[Self::Pools],
            Self::Calls => &[Self::Tracks],
            _ => &[],
        }
    }

    /// Reads the ticked modules.
    ///
    /// # Errors
    /// Under `modules`: `module_unknown`; `module_needs` with `module` and the `needed` one.
    pub(super) fn parse_all(raw: &[String]) -> Result<BTreeSet<Self>, FieldErrors> {
        let wrong = |reason| FieldErrors::one("modules", reason);
        let parsed = raw.iter().map(|name| name.parse::<Self>());
        let chosen: BTreeSet<Self> =
            parsed.collect::<Result<_, ()>>().map_err(|()| wrong(Reason::new("module_unknown")))?;
        let lacking = |module: &Self| module.needs().iter().find(|needed| !chosen.contains(needed));
        match chosen.iter().find_map(|module| Some((*module, *lacking(module)?))) {
            None => Ok(chosen),
            Some((module, needed)) => {
                Err(wrong(Reason::new("module_needs").with("module", module).with("needed", needed)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(names: &[&str]) -> Result<BTreeSet<Module>, &'static str> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let code = |errors: FieldErrors| errors.of("modules").map_or("", |reason| reason.code);
        Module::parse_all(&names).map_err(code)
    }

    #[test]
    fn a_module_comes_with_what_it_needs_or_not_at_all() {
        assert_eq!(parse(&["types"]), Err("module_needs"));
        assert_eq!(parse(&["types", "pools"]), Ok([Module::Pools, Module::Types].into()));
        assert_eq!(parse(&["people"]), Err("module_unknown"));
        assert_eq!(parse(&[]), Ok(BTreeSet::new()));
    }

    #[test]
    fn what_is_needed_comes_first_so_that_it_is_made_first() {
        for module in Module::ALL {
            assert!(module.needs().iter().all(|needed| needed < module), "{module}");
        }
    }
}
