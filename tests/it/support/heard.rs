//! What the program logs while it answers: every fault of ours, and which templates it renders.

use std::{
    collections::HashMap,
    fmt::Debug,
    sync::{LazyLock, Mutex, Once},
};

use tracing::{
    Event, Level, Subscriber,
    field::{Field, Visit},
    level_filters::LevelFilter,
    span::{Attributes, Id},
};
use tracing_subscriber::{
    Layer, filter::Targets, layer::Context, layer::SubscriberExt, registry::LookupSpan,
    util::SubscriberInitExt,
};

/// What was said while one request was answered.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// Whatever was logged as an error: a text without translation, a broken constraint, a cause of 500.
    pub faults: Vec<String>,
    /// The templates rendered, by the type of their view.
    pub templates: Vec<String>,
}

static HEARD: LazyLock<Mutex<HashMap<String, Heard>>> = LazyLock::new(Mutex::default);

/// Listens from now on, in this whole process.
pub fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let ours = Targets::new().with_target("plenary", LevelFilter::TRACE);
        tracing_subscriber::registry().with(Ear.with_filter(ours)).init();
    });
}

/// What was said while the request with this id was answered, once.
pub fn during(request: &str) -> Heard {
    HEARD.lock().unwrap().remove(request).unwrap_or_default()
}

struct Ear;

/// The id of a request, kept at its span.
struct RequestName(String);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Ear {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if attributes.metadata().name() == "request" {
            let mut words = Words::default();
            attributes.record(&mut words);
            let name = RequestName(words.take("id").expect("a request has an id"));
            context.span(id).expect("a new span").extensions_mut().insert(name);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let name = |span: tracing_subscriber::registry::SpanRef<'_, S>| {
            span.extensions().get::<RequestName>().map(|name| name.0.clone())
        };
        let Some(request) = context.event_scope(event).and_then(|scope| scope.from_root().find_map(name))
        else {
            return;
        };
        let mut words = Words::default();
        event.record(&mut words);
        let mut heard = HEARD.lock().unwrap();
        let heard = heard.entry(request).or_default();
        heard.templates.extend(words.take("template"));
        if *event.metadata().level() == Level::ERROR {
            heard.faults.push(format!("{:?}", words.0));
        }
    }
}

/// The fields of a span or event, as text.
#[derive(Default)]
struct Words(HashMap<&'static str, String>);

impl Words {
    fn take(&mut self, name: &str) -> Option<String> {
        self.0.remove(name)
    }
}

impl Visit for Words {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}
