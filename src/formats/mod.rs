//! Files that other programs read: tables for spreadsheets, QR codes, calendars. Pure functions from
//! values to text or bytes.

pub mod calendar;
pub mod csv;
pub mod qr;
