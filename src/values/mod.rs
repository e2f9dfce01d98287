//! Values that know their own rules: parsing one is validating it, and a value that exists is right.

pub mod ids;
mod text_enum;
