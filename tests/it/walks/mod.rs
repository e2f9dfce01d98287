//! The walks of the users, through a real browser: what they see, press, and get by mail.

mod allocation;
mod attendee;
mod awards;
mod chain;
mod chair;
mod company;
mod demos;
mod embed;
mod judge;
mod mails;
mod organiser;
mod passes;
mod programme;
mod side_event;
mod speaker;
mod visitor;
