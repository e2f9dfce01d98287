//! Mails as they are printed, and as a real mail server gets them.

mod bounces;
mod handling;
mod invitations;
mod office;
mod preferences;
mod rendering;
mod sample;
mod sending;
mod server;
mod wordings;
mod workers;
