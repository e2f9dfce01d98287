//! What forms and the API say of a campaign, and the same once it is right.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Kind,
    audience::{Answered, Audience, Options},
};
use crate::{
    calls::CallId,
    error::{FieldErrors, Reason},
    registrations::State,
    values::{
        Line, Moment, Zone,
        text::{chosen, is_blank},
        time,
    },
};

/// Most characters of a campaign's name.
const NAME_MAX: usize = 120;

/// Whom it is for, as typed. Only what belongs to the kind of audience is looked at.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AudienceFields {
    /// `registrations`, `speakers`, `companies` or `judges`.
    #[schema(example = "registrations")]
    pub of: String,
    /// Of registrations: the ids of types; none for all of them.
    pub types: Vec<String>,
    /// Of registrations: their states.
    #[schema(example = json!(["confirmed"]))]
    pub states: Vec<String>,
    /// Of registrations: an answer, as the question's id, a colon, and the choice (`yes` or `no` for a yes-no question).
    pub answer: String,
    /// Of speakers: `applicants`, `confirmed` or `programme`.
    pub speakers: String,
    /// Of companies: `applied`, `untold`, `accepted`, `standby`, `declined` or `confirmed`.
    pub companies: String,
    /// Of companies and judges: the id of one call; blank for all of them.
    pub call: String,
}

/// A campaign, as typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CampaignFields {
    /// What staff call it; recipients never see it. At most 120 characters.
    pub name: String,
    /// `notice` or `news`.
    #[schema(example = "notice")]
    pub kind: String,
    /// Whom it is for.
    pub audience: AudienceFields,
}

/// A campaign, less its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCampaign {
    pub(super) name: Line<NAME_MAX>,
    pub(super) kind: Kind,
    pub(super) audience: Audience,
}

impl CampaignFields {
    /// Reads what was typed by what the edition has to choose from.
    ///
    /// # Errors
    /// `required`, `choice_unknown`, `too_long`, each beside its field; those of the audience have names of their own.
    pub fn parse(&self, options: &Options) -> Result<NewCampaign, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", Line::parse(&self.name));
        let kind = errors.take("kind", one(&self.kind));
        let audience = self.audience.parse(options, &mut errors);
        match (name, kind, audience) {
            (Some(name), Some(kind), Some(audience)) => Ok(NewCampaign { name, kind, audience }),
            _ => Err(errors),
        }
    }
}

impl From<&Audience> for AudienceFields {
    fn from(audience: &Audience) -> Self {
        let (of, one) = (audience.kind().to_owned(), |call: &Option<CallId>| {
            call.map(|call| call.to_string()).unwrap_or_default()
        });
        match audience {
            Audience::Registrations { types, states, answer } => Self {
                of,
                types: types.iter().map(ToString::to_string).collect(),
                states: states.iter().map(ToString::to_string).collect(),
                answer: answer.as_ref().map(Answered::typed).unwrap_or_default(),
                ..Self::default()
            },
            Audience::Speakers { group } => Self { of, speakers: group.to_string(), ..Self::default() },
            Audience::Companies { group, call } => {
                Self { of, companies: group.to_string(), call: one(call), ..Self::default() }
            }
            Audience::Judges { call } => Self { of, call: one(call), ..Self::default() },
        }
    }
}

impl AudienceFields {
    fn parse(&self, options: &Options, errors: &mut FieldErrors) -> Option<Audience> {
        match self.of.trim() {
            "registrations" => self.registrations(options, errors),
            "speakers" => {
                errors.take("speakers", one(&self.speakers)).map(|group| Audience::Speakers { group })
            }
            "companies" => {
                let group = errors.take("companies", one(&self.companies));
                let call = errors.take("call", self.call(options));
                group.zip(call).map(|(group, call)| Audience::Companies { group, call })
            }
            "judges" => errors.take("call", self.call(options)).map(|call| Audience::Judges { call }),
            other => {
                let code = if other.is_empty() { "required" } else { "choice_unknown" };
                errors.add("of", Reason::new(code));
                None
            }
        }
    }

    fn registrations(&self, options: &Options, errors: &mut FieldErrors) -> Option<Audience> {
        let typed: Vec<&String> = self.types.iter().filter(|id| !is_blank(id)).collect();
        let types: Vec<_> = options
            .types
            .iter()
            .map(|way| way.id)
            .filter(|id| typed.iter().any(|typed| typed.trim() == id.to_string()))
            .collect();
        let types = if types.len() == typed.len() { Ok(types) } else { Err(Reason::new("choice_unknown")) };
        let states = chosen::<State>(&self.states).and_then(|states| match states.is_empty() {
            true => Err(Reason::new("required")),
            false => Ok(states),
        });
        let answer = match self.answer.trim() {
            "" => Ok(None),
            typed => options.answer(typed).map(Some).ok_or(Reason::new("choice_unknown")),
        };
        let (types, states) = (errors.take("types", types), errors.take("states", states));
        let answer = errors.take("answer", answer);
        let ((types, states), answer) = types.zip(states).zip(answer)?;
        Some(Audience::Registrations { types, states, answer })
    }

    fn call(&self, options: &Options) -> Result<Option<CallId>, Reason> {
        let typed = self.call.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let mut ids = options.calls.iter().map(|(id, _)| *id);
        ids.find(|id| id.to_string() == typed).map(Some).ok_or(Reason::new("choice_unknown"))
    }
}

/// One word of a fixed list.
fn one<T: std::str::FromStr<Err = ()>>(typed: &str) -> Result<T, Reason> {
    match typed.trim() {
        "" => Err(Reason::new("required")),
        word => word.parse().map_err(|()| Reason::new("choice_unknown")),
    }
}

/// When it goes out, as typed on the edition's clock.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ScheduleFields {
    /// From when on; blank for at once.
    #[schema(example = "2026-11-01T09:00")]
    pub send_at: String,
    /// Until when whoever joins the audience gets it too; blank for nobody.
    #[schema(example = "2026-11-20T09:00")]
    pub joins_until: String,
}

/// When it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// From when on; none for at once.
    pub send_at: Option<Moment>,
    /// Until when whoever joins the audience gets it too.
    pub joins_until: Option<Moment>,
}

impl ScheduleFields {
    /// Reads what was typed on the clock of `zone`.
    ///
    /// # Errors
    /// Those of [`time::local_datetime`].
    pub fn parse(&self, zone: &Zone) -> Result<Schedule, FieldErrors> {
        let mut errors = FieldErrors::new();
        let read = |typed: &str| time::optional_local_datetime(typed, zone);
        let send_at = errors.take("send_at", read(&self.send_at));
        let joins_until = errors.take("joins_until", read(&self.joins_until));
        match (send_at, joins_until) {
            (Some(send_at), Some(joins_until)) => Ok(Schedule { send_at, joins_until }),
            _ => Err(errors),
        }
    }
}
