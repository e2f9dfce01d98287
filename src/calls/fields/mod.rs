//! What is typed about calls, codes and rounds, and its parsing.

mod call;
mod code;
mod round;

pub use call::{CallFields, QuotaFields, SessionTypeFields};
pub use code::CodeFields;
pub use round::{CriterionFields, RoundFields};
