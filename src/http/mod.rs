//! What every HTTP surface shares: the application's state, who is asking, forms, files in and out, errors as answers,
//! assets, the page cache. Knows no page and no API operation.

pub mod app;
pub mod asker;
pub mod assets;
pub mod bearer;
pub mod cache;
pub mod cookies;
pub mod download;
pub mod errors;
pub mod fields;
pub mod form;
pub mod guard;
pub mod holder;
pub mod language;
pub mod limit;
pub mod page;
pub mod raw_body;
pub mod routes;
mod searching;
pub mod session;
mod spool;
pub mod ui;
pub mod upload;

pub use app::App;
pub use asker::Asker;
pub use download::{download, download_public};
pub use fields::FormData;
pub use form::Form;
pub use page::page;
pub(crate) use searching::searched;
pub use session::{AsAdmin, At, Own, Signed, SignedForm};
pub use ui::{Shown, Ui};
pub use upload::UploadForm;
