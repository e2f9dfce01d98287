//! The name of a file as its sender gave it, made fit for every system that may save it.

use super::{
    checked::{Checked, Rule},
    text::Shape,
};
use crate::error::Reason;

/// Most characters, extension included: even in Chinese, fewer bytes than the 255 that file systems take.
const LONGEST: usize = 80;
/// Most characters of what counts as an extension, with its dot.
const LONGEST_EXTENSION: usize = 10;
/// What Windows does not take in a name (Naming Files, Paths, and Namespaces).
const FORBIDDEN: [char; 7] = ['"', '<', '>', ':', '|', '?', '*'];

/// A file name of 1 to 80 characters: without folders, without control or direction-changing characters,
/// neither beginning nor ending with a dot.
pub type FileName = Checked<NameOfFile>;

/// The rule of [`FileName`]; it mends and shortens and never refuses, since nobody chose the name for us.
pub enum NameOfFile {}

impl Rule for NameOfFile {
    fn normal(raw: &str) -> Result<String, Reason> {
        let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
        let safe = Shape::Line.tidy(last).replace(FORBIDDEN, "_");
        match safe.trim_matches(is_edge) {
            "" => Ok("file".to_owned()),
            name => Ok(shortened(name)),
        }
    }
}

impl FileName {
    /// The name with an extension that says what the file is: its own if it is one of `known` (small letters,
    /// without dot), else the first of them, added.
    #[must_use]
    pub fn ending(&self, known: &[&str]) -> Self {
        let (_, extension) = parted(self.as_str());
        let extension = extension.trim_start_matches('.').to_lowercase();
        match known.first() {
            Some(first) if !known.contains(&extension.as_str()) => {
                Self::parse(&format!("{self}.{first}")).unwrap_or_else(|_| self.clone())
            }
            _ => self.clone(),
        }
    }
}

fn is_edge(c: char) -> bool {
    c == '.' || c.is_whitespace()
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let (stem, extension) = parted(name);
    let room = LONGEST.saturating_sub(extension.chars().count());
    let stem: String = stem.chars().take(room).collect();
    format!("{}{extension}", stem.trim_end_matches(is_edge))
}

/// Stem, and extension with its dot.
fn parted(name: &str) -> (&str, &str) {
    match name.rfind('.').map(|dot| name.split_at(dot)) {
        Some((stem, extension)) if extension.chars().count() <= LONGEST_EXTENSION => (stem, extension),
        _ => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn name(raw: &str) -> String {
        FileName::parse(raw).unwrap().into_string()
    }

    #[test]
    fn folders_and_what_systems_refuse_are_taken_out() {
        assert_eq!(name("C:\\fakepath\\簡報.pdf"), "簡報.pdf");
        assert_eq!(name("../../etc/passwd"), "passwd");
        assert_eq!(name(".."), "file");
        assert_eq!(name(".htaccess. "), "htaccess");
        assert_eq!(name("what? \"why\".pdf"), "what_ _why_.pdf");
        assert_eq!(name("a\u{202E}fdp.exe\r\n.pdf"), "afdp.exe .pdf");
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let long = name(&format!("{}.pdf", "簡".repeat(300)));
        assert_eq!((long.chars().count(), long.ends_with("簡.pdf")), (80, true));
    }

    #[test]
    fn the_extension_says_what_the_file_is() {
        let ending = |raw: &str| FileName::parse(raw).unwrap().ending(&["jpg", "jpeg"]).into_string();
        assert_eq!(ending("me.JPEG"), "me.JPEG");
        assert_eq!(ending("me.html"), "me.html.jpg");
        assert_eq!(ending("陳大文"), "陳大文.jpg");
        assert!(ending(&"x".repeat(80)).ends_with("x.jpg"));
    }

    proptest! {
        #[test]
        fn a_name_is_safe_and_stays_as_it_is(raw in "\\PC*|(?s:.{0,120})|[./ a\\\\]{0,12}") {
            if let Ok(once) = FileName::parse(&raw) {
                prop_assert!((1..=LONGEST).contains(&once.as_str().chars().count()), "{:?}", once);
                prop_assert!(!once.as_str().contains(['/', '\\', '"', '\n', '\0', '\u{202E}']), "{:?}", once);
                prop_assert_eq!(&FileName::parse(once.as_str()).unwrap(), &once);
            }
        }
    }
}
