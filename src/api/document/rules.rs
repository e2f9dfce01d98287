//! What follows from an operation's method, path, body and tokens, filled into the document once for all: what
//! stands in paths and headers, and the ways to fail.

use utoipa::{
    Modify,
    openapi::{
        Content, HttpMethod, KnownFormat, ObjectBuilder, OpenApi, PathItem, Ref, RefOr, Required,
        ResponseBuilder, SchemaFormat, Type,
        path::{Operation, Parameter, ParameterBuilder, ParameterIn},
        security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use crate::values::Lang;

/// Declares the ways to show who calls.
pub(super) struct Tokens;

impl Modify for Tokens {
    fn modify(&self, document: &mut OpenApi) {
        let about = "An API token, made in the console. The scope it needs stands beside each operation.";
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(about)).build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
        let about = "The secret of a mailed link, the part after its last slash, as `Link SECRET`.";
        let link = ApiKey::Header(ApiKeyValue::with_description("Authorization", about));
        components.add_security_scheme("link", SecurityScheme::ApiKey(link));
    }
}

/// Describes the path's parameters where an operation does not do so itself, and `Idempotency-Key` on creations.
pub(super) struct Parameters;

impl Modify for Parameters {
    fn modify(&self, document: &mut OpenApi) {
        each(document, |_, path, operation| {
            let creates =
                ["201", "202"].iter().any(|status| operation.responses.responses.contains_key(*status));
            let parameters = operation.parameters.get_or_insert_default();
            let described = |name: &str, known: &[RefOr<Parameter>]| {
                known.iter().any(|one| matches!(one, RefOr::T(parameter) if parameter.name == name))
            };
            for name in names(path) {
                if !described(name, parameters) {
                    parameters.push(in_path(name).into());
                }
            }
            if creates {
                parameters.push(idempotency_key().into());
            }
        });
    }
}

/// The names in braces.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
}

fn in_path(name: &str) -> Parameter {
    let text = ObjectBuilder::new().schema_type(Type::String);
    let (schema, about) = match name {
        "edition" => (text, "The edition's short name, such as `2026`."),
        "lang" => {
            (text.enum_values(Some(Lang::ALL.iter().map(|lang| lang.as_str()))), "The written language.")
        }
        "template" => (text, "The mail's name, such as `registration-confirmed`."),
        _ => (text.format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))), "The id."),
    };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(about))
        .schema(Some(schema))
        .build()
}

fn idempotency_key() -> Parameter {
    let about =
        "Your own name for this creation: a repeat with the same key and body shows the first result again.";
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .description(Some(about))
        .schema(Some(
            ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(255)),
        ))
        .build()
}

/// Adds the ways to fail.
pub(super) struct Problems;

/// What can go wrong, by status.
const PROBLEMS: &[(&str, &str)] = &[
    ("401", "The token is missing, unknown, revoked or over."),
    ("403", "The token's scopes or its maker's roles are not enough."),
    ("404", "There is no such thing, or not for this token."),
    ("409", "The present state refuses it; `code` says why."),
    ("413", "The body is larger than 256 KiB."),
    ("415", "The body is not `application/json`."),
    ("422", "What was sent is wrong; `errors` names each field."),
    ("429", "Too many changes from this network; try again after `Retry-After` seconds."),
    ("503", "Too busy, or the outcome is unknown: repeat with the same key after `Retry-After` seconds."),
];

impl Modify for Problems {
    fn modify(&self, document: &mut OpenApi) {
        each(document, |method, path, operation| {
            let changes = method != HttpMethod::Get;
            let parameters = operation.parameters.iter().flatten();
            let takes = |place: ParameterIn| {
                let here = |one: &RefOr<Parameter>| matches!(one, RefOr::T(one) if one.parameter_in == place);
                parameters.clone().any(here)
            };
            let guarded = operation.security.is_some();
            let possible: Vec<&str> = PROBLEMS
                .iter()
                .map(|(status, _)| *status)
                .filter(|status| match *status {
                    "401" | "403" => guarded,
                    // Behind the manage link of a registration there may be no offer.
                    "404" => takes(ParameterIn::Path) || path.starts_with("/api/v1/offer"),
                    "409" | "429" => changes,
                    "413" | "415" => operation.request_body.is_some(),
                    "422" => changes || takes(ParameterIn::Query),
                    _ => true,
                })
                .collect();
            for status in possible {
                let named = RefOr::Ref(Ref::from_response_name(format!("Problem{status}")));
                operation.responses.responses.entry(status.to_owned()).or_insert(named);
            }
            for (status, response) in &mut operation.responses.responses {
                if let RefOr::T(response) = response
                    && response.description.is_empty()
                {
                    response.description = success(status).to_owned();
                }
            }
        });
        let components = document.components.get_or_insert_default();
        for (status, about) in PROBLEMS {
            let body = Content::new(Some(Ref::from_schema_name("Problem")));
            let problem =
                ResponseBuilder::new().description(*about).content("application/problem+json", body).build();
            components.responses.insert(format!("Problem{status}"), problem.into());
        }
    }
}

fn success(status: &str) -> &'static str {
    match status {
        "201" => "Made; `Location` says where it stands.",
        "202" => "Received.",
        "204" => "Done.",
        _ => "As asked.",
    }
}

fn each(document: &mut OpenApi, mut visit: impl FnMut(HttpMethod, &str, &mut Operation)) {
    for (path, item) in &mut document.paths.paths {
        let PathItem { get, put, post, delete, patch, .. } = item;
        let operations = [
            (HttpMethod::Get, get),
            (HttpMethod::Put, put),
            (HttpMethod::Post, post),
            (HttpMethod::Delete, delete),
            (HttpMethod::Patch, patch),
        ];
        for (method, operation) in operations {
            if let Some(operation) = operation {
                visit(method, path, operation);
            }
        }
    }
}
