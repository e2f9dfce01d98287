//! The walks of the users, through a real browser: what they see, press, and get by mail.

mod allocation;
mod attendee;
mod chair;
mod company;
mod demos;
mod embed;
mod organiser;
mod programme;
mod speaker;
mod visitor;
