//! Mails as they are printed, and as a real mail server gets them.

mod rendering;
mod sample;
