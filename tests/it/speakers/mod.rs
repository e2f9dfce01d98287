//! A speaker's own pages.

mod home;
