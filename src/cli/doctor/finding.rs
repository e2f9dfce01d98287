//! One line of the doctor's report.

use crate::cli::Failure;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Nothing to do.
    Fine,
    /// Works, but not as it should for strangers.
    Warning,
    /// Does not work.
    Problem,
}

/// What was found, and what to do about it.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) level: Level,
    pub(super) about: String,
    pub(super) says: String,
}

impl Finding {
    fn new(level: Level, about: impl Into<String>, says: impl Into<String>) -> Self {
        Self { level, about: about.into(), says: says.into() }
    }

    pub(super) fn fine(about: impl Into<String>, says: impl Into<String>) -> Self {
        Self::new(Level::Fine, about, says)
    }

    pub(super) fn warning(about: impl Into<String>, says: impl Into<String>) -> Self {
        Self::new(Level::Warning, about, says)
    }

    pub(super) fn problem(about: impl Into<String>, says: impl Into<String>) -> Self {
        Self::new(Level::Problem, about, says)
    }
}

/// Prints findings as they come, so that a slow check does not hold back the others.
#[derive(Default)]
pub(super) struct Report {
    warnings: usize,
    problems: usize,
}

impl Report {
    pub(super) fn add(&mut self, finding: Finding) {
        let word = match finding.level {
            Level::Fine => "ok",
            Level::Warning => "warning",
            Level::Problem => "problem",
        };
        self.warnings += usize::from(finding.level == Level::Warning);
        self.problems += usize::from(finding.level == Level::Problem);
        println!("{word:<8} {}: {}", finding.about, finding.says);
    }

    pub(super) fn add_all(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.add(finding);
        }
    }

    /// The last line, and the exit code by way of a failure.
    pub(super) fn finish(self) -> Result<(), Failure> {
        println!();
        match (self.problems, self.warnings) {
            (0, 0) => println!("All is well."),
            (0, warnings) => println!("All works; warnings: {warnings}."),
            (problems, warnings) => {
                println!("Problems: {problems}; warnings: {warnings}.");
                return Err(Failure::Unwell);
            }
        }
        Ok(())
    }
}
