//! One mail to many: whom it reaches, each once, and how it rests and ends.

mod audiences;
mod desk;
mod pages;
mod reach;
mod sending;
mod walk;
