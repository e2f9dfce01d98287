//! What a page says after a form brought one back to it.

/// The key of the sentence for what was just done, which the query of `path` names; only one of `known`, each of which ends in
/// `-done-` and that name.
pub(super) fn done(path: &str, known: &[&'static str]) -> Option<&'static str> {
    let (_, what) = path.split_once("?done=")?;
    known.iter().copied().find(|key| key.rsplit_once("-done-").is_some_and(|(_, end)| end == what))
}

#[cfg(test)]
mod tests {
    use super::done;

    #[test]
    fn only_what_is_known_is_said() {
        let known = ["photo-done-saved", "photo-done-not-saved"];
        assert_eq!(done("/me?done=saved", &known), Some("photo-done-saved"));
        assert_eq!(done("/me?done=not-saved", &known), Some("photo-done-not-saved"));
        assert_eq!(
            ["/me", "/me?done=", "/me?done=photo-done-saved"].map(|path| done(path, &known)),
            [None; 3]
        );
    }
}
