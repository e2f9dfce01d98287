//! The log: to standard error, for a person or for a collector.

use std::io::{self, IsTerminal};

use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::config::{Config, LogFormat};

/// Starts logging as the settings say. Standard output stays free for what a command answers.
pub fn start(config: &Config) {
    // The filter was checked when the settings were read.
    let filter = EnvFilter::new(&config.log);
    let lines = fmt::layer().with_writer(io::stderr).with_ansi(io::stderr().is_terminal());
    let registry = tracing_subscriber::registry().with(filter);
    match config.log_format {
        LogFormat::Text => registry.with(lines).init(),
        LogFormat::Json => registry.with(lines.json().flatten_event(true).with_span_list(false)).init(),
    }
}
