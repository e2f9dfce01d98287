//! Files that other programs read or write: tables for spreadsheets, QR codes, calendars, schedules, data
//! and maps for search engines; documents, videos and pictures that people send in, and what they write in Markdown. Pure
//! functions between values and text or bytes.

pub mod calendar;
pub mod csv;
pub mod json_ld;
pub mod markdown;
pub mod media;
pub mod picture;
pub mod qr;
pub mod schedule;
pub mod sitemap;
pub mod table;
