//! What other programs make of the files that we write, and we of theirs.

mod calendar;
mod exports;
mod imports;
mod published;
