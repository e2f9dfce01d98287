//! Who may come: registration types, and the capacity pools they draw on.

mod overview;
mod pools;
mod types;

pub(in crate::web) use overview::show as overview;
pub(in crate::web) use pools::{
    form as pool, remove as remove_pool, reorder as reorder_pools, save as save_pool,
};
pub(in crate::web) use types::{
    archive as archive_type, form as kind, reorder as reorder_types, save as save_type,
};
