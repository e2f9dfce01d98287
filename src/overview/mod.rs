//! Views over several domains: what the public may know of an edition, and what staff should do today.

mod demos;
mod exchange;
mod power;
mod programme;
mod public;
mod results;
mod today;
mod unreached;

pub use demos::{OnShow, PublicDemos};
pub use exchange::exchanged;
pub use power::{Demand, Load, PlaceSheet, PowerSheet, power_sheet};
pub use programme::{PublicProgramme, PublicSession, programme_of};
pub use public::{PublicSnapshot, public_snapshot};
pub use results::{RESULT_COLUMNS, results};
pub use today::{Doing, ToDo, Today, missing_texts, today};
