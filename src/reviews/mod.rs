//! Reviews: who judges which submission, and what their judgements come to.
//!
//! Raw points are what is stored; everything here is reckoned from them anew and kept nowhere. Nobody
//! is assigned what she may not see.

pub mod assign;
pub mod scores;
