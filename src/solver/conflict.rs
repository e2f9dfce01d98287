//! Why nothing fits: a set of constraints that can't hold together, made smaller until each one counts.

use std::collections::BTreeSet;

/// Drops what is not needed for the conflict, first many constraints at a time, at last one by one
/// (a deletion filter: Chinneck and Dravnieks, "Locating minimal infeasible constraint sets in linear
/// programs", 1991), and says whether none is left in vain. `holds` tells whether some of them can hold together;
/// what it could not judge in time stays.
pub(super) fn smallest<C: Copy + Ord, E>(
    constraints: Vec<C>,
    mut holds: impl FnMut(&[C]) -> Result<Option<bool>, E>,
) -> Result<(BTreeSet<C>, bool), E> {
    let mut kept = constraints;
    let mut minimal = true;
    let mut size = kept.len().max(1);
    while size > 0 {
        let mut at = 0;
        while at < kept.len() {
            let rest: Vec<C> = kept.iter().take(at).chain(kept.iter().skip(at + size)).copied().collect();
            match holds(&rest)? {
                Some(false) => kept = rest,
                judged => {
                    minimal &= size > 1 || judged.is_some();
                    at += size;
                }
            }
        }
        size /= 2;
    }
    Ok((kept.into_iter().collect(), minimal))
}
