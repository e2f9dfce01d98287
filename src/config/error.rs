//! What is wrong with the settings, in words for whoever wrote them.

use std::{error::Error, fmt};

/// One wrong setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it was written: `PLENARY_BIND`, or `bind in plenary.toml`.
    pub setting: String,
    /// What is wrong and what to write instead. Never repeats a secret.
    pub says: String,
}

/// Everything that is wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// At least one.
    pub problems: Vec<Problem>,
}

impl ConfigError {
    /// One problem alone.
    pub(super) fn one(setting: impl Into<String>, says: impl Into<String>) -> Self {
        Self { problems: vec![Problem { setting: setting.into(), says: says.into() }] }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{}: {}", problem.setting, problem.says)?;
        }
        Ok(())
    }
}

impl Error for ConfigError {}
