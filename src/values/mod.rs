//! Values that know their own rules: parsing one is validating it, and a value that exists is right.
//!
//! Nothing here does I/O. What somebody typed comes in as `&str`; what is wrong with it goes out as a
//! [`Reason`](crate::error::Reason) with a stable code.

pub mod checked;
pub mod chinese;
mod colour;
mod email;
mod file_name;
mod ids;
mod lang;
mod localised;
mod localised_fields;
mod moment;
pub mod names;
mod number;
mod phone;
pub mod region;
pub mod search;
mod slug;
pub mod text;
mod text_enum;
pub mod time;
mod web_url;

pub use colour::Colour;
pub use email::Email;
pub use file_name::FileName;
pub use ids::Id;
pub use lang::Lang;
pub use localised::{Localised, Picked};
pub use localised_fields::LocalisedFields;
pub use moment::Moment;
pub use names::PersonName;
pub use number::NumberField;
pub use phone::Phone;
pub use region::Region;
pub use slug::Slug;
pub use text::{Line, Prose};
pub use time::Zone;
pub use web_url::WebUrl;
