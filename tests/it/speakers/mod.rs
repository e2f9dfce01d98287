//! Calls as the public reads them, and a speaker's own pages.

mod attachments;
mod calls;
mod files;
mod home;
mod tickets;
mod writing;
