//! The files of the repository, by path.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::floors::is_surface;

/// One file.
pub struct Source {
    /// From the repository's root, with slashes.
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The module right under the crate's root that the file belongs to.
    pub fn module(&self) -> &str {
        let below = self.path.trim_start_matches("src/");
        below.split(['/', '.']).next().unwrap_or(below)
    }

    /// How many steps up the crate's root is.
    pub fn depth(&self) -> usize {
        self.path.trim_end_matches("/mod.rs").matches('/').count()
    }

    /// The list of modules itself.
    pub fn is_root(&self) -> bool {
        self.path == "src/lib.rs"
    }

    /// Stores of a domain, and the floor-1 modules that own tables.
    pub fn may_name_tables(&self) -> bool {
        let in_store = self.path.contains("/store/") || self.path.ends_with("/store.rs");
        let owner = matches!(self.module(), "db" | "audit" | "mail" | "files");
        owner || (in_store && !is_surface(self.module()))
    }
}

/// Every file of ours under the folder; what a package manager put or wrote there is not ours.
pub fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(at(folder)) else { return found };
    for entry in entries.map(Result::unwrap) {
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if path.ends_with("node_modules") || path.ends_with("package-lock.json") {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            found.extend(sources(&path));
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(Source { path, text });
        }
    }
    found
}

/// One file's text.
pub fn read(path: &str) -> String {
    fs::read_to_string(at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text without comments, which may speak of anything.
pub fn lines_of_code(text: &str) -> String {
    let code = text.lines().map(|line| line.split("// ").next().unwrap_or(line));
    let code = code.filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
