//! Files that people send in, and pictures made of them: rows of 1 MiB in PostgreSQL, written in the caller's transaction.
//!
//! Every file belongs to one row of some domain and goes with it: the database sees to both. A file never changes; another
//! one takes its place. [`store()`] takes documents and videos as they stream, judged by their content;
//! [`store_picture`] takes what [`Pictures`] drew. Only the owner's domain calls [`of`], [`of_rows`], [`open`] and
//! [`remove()`], since only it can tell who may; a [`File`] in hand is the right to read it, with [`File::read`].

mod chunks;
mod file;
mod pictures;
mod range;
mod remove;
mod store;

pub use file::{File, FileId, Owner, of, of_rows, open};
pub use pictures::Pictures;
pub use range::{Asked, asked};
pub use remove::{remove, remove_all};
pub use store::{Accepted, Incoming, store, store_picture, store_read};
