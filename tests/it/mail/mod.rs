//! Mails as they are printed, and as a real mail server gets them.

mod bounces;
mod dkim;
mod dying;
mod handling;
mod invitations;
mod office;
mod preferences;
mod printed;
mod records;
mod rendering;
mod sample;
mod sending;
mod server;
mod wordings;
mod workers;
