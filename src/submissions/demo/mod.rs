//! What a company says of a demo besides title and summary: product, team, what it needs, when it can come; and its two
//! files, a deck and a video.

mod facility;
mod fields;
mod files;
mod half_days;
mod on_show;
mod reach;
mod verbs;

pub use facility::Facility;
pub use fields::{DemoDraft, DemoFields};
pub(super) use files::files_of;
pub use files::{DemoFile, add_demo_file, demo_files, open_demo_file, remove_demo_file};
pub use half_days::HalfDay;
pub use on_show::{needs, on_show, refresh};
pub use reach::opens_on_the_mainland;
pub use verbs::{applicants, demo, demo_of, hand_over, of_company, set_demo, start_demo};

pub(super) use verbs::missing;
