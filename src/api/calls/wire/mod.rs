//! Calls, their rounds, codes and questions as the API shows them.

mod call;
mod round;

pub(in crate::api) use call::{CallBody, CallQuestionBody, CodeBody, SessionTypeBody};
pub(in crate::api) use round::{RankingBody, RoundBody};
