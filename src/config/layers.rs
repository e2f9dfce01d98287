//! What was written, and where: the settings file under the environment, every value still text.

use std::path::{Path, PathBuf};

use figment::{
    Figment, Metadata, Profile, Provider,
    providers::{Format, Toml},
    value::{Dict, Map, Value},
};

use super::{ConfigError, Problem};

/// The settings file that is read when none is named.
const USUAL_FILE: &str = "plenary.toml";
/// Names the settings file itself, so it is no setting.
const FILE_VARIABLE: &str = "PLENARY_CONFIG";
const PREFIX: &str = "PLENARY_";

/// Every setting's key in the file.
pub(super) const KEYS: [&str; 20] = [
    "database_url",
    "database_connections",
    "pg_bin",
    "data",
    "bind",
    "base_url",
    "secret",
    "old_secrets",
    "smtp_url",
    "mail_from",
    "bounce_address",
    "mail_per_domain",
    "mail_at_once_per_domain",
    "dns_server",
    "trusted_proxies",
    "worker",
    "webhook_allow",
    "webhook_ca",
    "log",
    "log_format",
];

/// The environment variable of a key.
pub(super) fn variable(key: &str) -> String {
    match key {
        "database_url" => "DATABASE_URL".to_owned(),
        _ => format!("{PREFIX}{}", key.to_ascii_uppercase()),
    }
}

/// The layers, merged.
pub(super) struct Layers {
    figment: Figment,
    values: Dict,
    /// Variables with our prefix that name no setting. They are not refused: container platforms make
    /// some by themselves (`PLENARY_SERVICE_HOST` for a service called plenary).
    pub(super) unknown_variables: Vec<String>,
}

impl Layers {
    /// Reads the file and takes the variables over it.
    pub(super) fn gather(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let environment = Environment::of(variables);
        let named = file.map(Path::to_owned).or_else(|| environment.file.clone());
        if let Some(missing) = named.as_deref().filter(|path| !path.is_file()) {
            let says = "there is no such file; correct the path or leave it out";
            return Err(ConfigError::one(missing.display().to_string(), says));
        }
        let found = named.or_else(|| Some(PathBuf::from(USUAL_FILE)).filter(|usual| usual.is_file()));
        let file = found.map_or_else(Figment::new, |path| Figment::from(Toml::file_exact(path)));
        Self::merge(file, environment)
    }

    /// The variables alone.
    pub(super) fn of_variables(variables: impl Iterator<Item = (String, String)>) -> Self {
        let environment = Environment::of(variables);
        let values = environment.settings.clone();
        Self { figment: Figment::new(), values, unknown_variables: environment.unknown }
    }

    fn merge(file: Figment, environment: Environment) -> Result<Self, ConfigError> {
        let unknown_variables = environment.unknown.clone();
        let figment = file.merge(environment);
        let refused = |error: figment::Error| {
            let name = error.metadata.as_ref().map_or_else(|| USUAL_FILE.to_owned(), source_name);
            ConfigError::one(name, error.kind.to_string())
        };
        let values: Dict = figment.extract().map_err(refused)?;
        let layers = Self { figment, values, unknown_variables };
        let unknown = layers.values.keys().filter(|key| !KEYS.contains(&key.as_str()));
        let problems: Vec<Problem> = unknown
            .map(|key| Problem {
                setting: layers.origin(key),
                says: format!("there is no such setting; there are {}", KEYS.join(", ")),
            })
            .collect();
        if problems.is_empty() { Ok(layers) } else { Err(ConfigError { problems }) }
    }

    /// What was written for `key`; an empty text counts as nothing. A list is joined by commas.
    pub(super) fn text(&self, key: &str) -> Result<Option<String>, Problem> {
        let Some(value) = self.values.get(key) else { return Ok(None) };
        let text = text_of(value).ok_or_else(|| Problem {
            setting: self.origin(key),
            says: "write a text, a whole number, true or false, or a list of texts".to_owned(),
        })?;
        Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
    }

    /// How to name `key` to the operator: as it was written, or as the variable it may be set by.
    pub(super) fn origin(&self, key: &str) -> String {
        let metadata = self.values.get(key).and_then(|value| self.figment.get_metadata(value.tag()));
        match metadata {
            Some(metadata) if metadata.source.is_some() => format!("{key} in {}", source_name(metadata)),
            _ => variable(key),
        }
    }
}

fn source_name(metadata: &Metadata) -> String {
    metadata.source.as_ref().map_or_else(|| metadata.name.to_string(), ToString::to_string)
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(_, text) => Some(text.clone()),
        Value::Char(_, letter) => Some(letter.to_string()),
        Value::Bool(_, truth) => Some(truth.to_string()),
        Value::Num(..) => value.to_i128().map(|number| number.to_string()),
        Value::Array(_, members) => Some(members.iter().map(text_of).collect::<Option<Vec<_>>>()?.join(",")),
        Value::Empty(..) | Value::Dict(..) => None,
    }
}

/// The environment as a layer. Figment's own would read a secret of digits as a number.
struct Environment {
    settings: Dict,
    file: Option<PathBuf>,
    unknown: Vec<String>,
}

impl Environment {
    fn of(variables: impl Iterator<Item = (String, String)>) -> Self {
        let mut layer = Self { settings: Dict::new(), file: None, unknown: Vec::new() };
        for (name, value) in variables {
            if let Some(key) = KEYS.into_iter().find(|key| variable(key) == name) {
                layer.settings.insert(key.to_owned(), value.into());
            } else if name == FILE_VARIABLE {
                layer.file = Some(value.into()).filter(|path: &PathBuf| !path.as_os_str().is_empty());
            } else if name.starts_with(PREFIX) {
                layer.unknown.push(name);
            }
        }
        layer
    }
}

impl Provider for Environment {
    fn metadata(&self) -> Metadata {
        Metadata::named("environment")
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        Ok(Profile::Default.collect(self.settings.clone()))
    }
}
