//! The messages of each language.

use std::sync::LazyLock;

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle,
};

use crate::{Language, numbers};

/// How ids begin that are put together at run time.
pub const FAMILIES: &[&str] = &["cmd-", "opt-", "choice-", "setting-", "audit-action-"];

type Bundle = FluentBundle<FluentResource>;

/// Embeds the files of each language: `(topic, [text; 6])` in the order of [`Language::ALL`].
macro_rules! topics {
    ($($topic:literal)+) => {
        const TOPICS: &[(&str, [&str; 6])] = &[$(($topic, [
            include_str!(concat!("../../assets/locales/en/", $topic, ".ftl")),
            include_str!(concat!("../../assets/locales/de/", $topic, ".ftl")),
            include_str!(concat!("../../assets/locales/es/", $topic, ".ftl")),
            include_str!(concat!("../../assets/locales/fr/", $topic, ".ftl")),
            include_str!(concat!("../../assets/locales/ja/", $topic, ".ftl")),
            include_str!(concat!("../../assets/locales/pt-BR/", $topic, ".ftl")),
        ])),+];
    };
}

topics! {
    "commands-audit"
    "commands-chat"
    "commands-club"
    "commands-club-admin"
    "commands-conversations"
    "commands-guild-data"
    "commands-help"
    "commands-privacy"
    "commands-settings"
    "commands-status"
    "audit"
    "chat"
    "club"
    "club-admin"
    "consent"
    "conversations"
    "errors"
    "files"
    "guild-data"
    "help"
    "news"
    "privacy"
    "rates"
    "review"
    "settings"
    "status"
    "text"
}

/// The topics with the names of commands.
const COMMANDS: &str = "commands-";

/// The names of the files.
pub fn topics() -> impl Iterator<Item = &'static str> {
    TOPICS.iter().map(|(topic, _)| *topic)
}

/// How ids of what is registered at Discord begin: the names of commands, options and choices.
const REGISTERED: [&str; 3] = ["cmd-", "opt-", "choice-"];

/// The messages of a language. What is registered is read of all languages when the program starts;
/// the sentences of a language are read when one of them is first said.
struct Shelf {
    registered: LazyLock<Bundle>,
    sentences: LazyLock<Bundle>,
}

static SHELVES: [Shelf; 6] = [
    Shelf::of::<0>(),
    Shelf::of::<1>(),
    Shelf::of::<2>(),
    Shelf::of::<3>(),
    Shelf::of::<4>(),
    Shelf::of::<5>(),
];

impl Shelf {
    const fn of<const LANGUAGE: usize>() -> Self {
        Self {
            registered: LazyLock::new(|| bundle::<LANGUAGE>(|topic| topic.starts_with(COMMANDS))),
            sentences: LazyLock::new(|| bundle::<LANGUAGE>(|topic| !topic.starts_with(COMMANDS))),
        }
    }

    fn bundle_of(&self, id: &str) -> &Bundle {
        if REGISTERED.iter().any(|family| id.starts_with(family)) {
            &self.registered
        } else {
            &self.sentences
        }
    }
}

fn bundle<const LANGUAGE: usize>(wanted: impl Fn(&str) -> bool) -> Bundle {
    let language = Language::ALL[LANGUAGE];
    let mut bundle = Bundle::new_concurrent(vec![language.langid()]);
    // The marks around each argument are there for languages that are written from right to left.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(format::<LANGUAGE, _>));
    let named = bundle.add_function("CMD", move |positional, _| match positional {
        [FluentValue::String(path)] => command(language, path).into(),
        _ => FluentValue::Error,
    });
    report(language, named.err());
    for (_, texts) in TOPICS.iter().filter(|(topic, _)| wanted(topic)) {
        let resource = match FluentResource::try_new(texts[language.index()].to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                report(language, errors);
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            report(language, errors);
        }
    }
    bundle
}

/// Writes a number as the language does. Fluent hands its own cache in, which this does not need.
fn format<const LANGUAGE: usize, M>(value: &FluentValue, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let language = Language::ALL[LANGUAGE];
    #[expect(
        clippy::cast_possible_truncation,
        reason = "arguments are whole numbers below 2^53"
    )]
    let whole = number.value as i64;
    Some(numbers::whole(language, whole))
}

fn report<E: std::fmt::Debug>(language: Language, errors: impl IntoIterator<Item = E>) {
    for error in errors {
        tracing::error!(
            language = language.code(),
            ?error,
            "a file of messages is at fault"
        );
    }
}

/// Says a message, or its attribute; none where the language does not have it.
pub(crate) fn say(language: Language, id: &str, arguments: Option<&FluentArgs>) -> Option<String> {
    let bundle = SHELVES[language.index()].bundle_of(id);
    said_by(bundle, language, id, arguments)
}

fn said_by(
    bundle: &Bundle,
    language: Language,
    id: &str,
    arguments: Option<&FluentArgs>,
) -> Option<String> {
    let (message, attribute) = id
        .split_once('.')
        .map_or((id, None), |(message, attribute)| {
            (message, Some(attribute))
        });
    let message = bundle.get_message(message)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(attribute) => message.get_attribute(attribute)?.value(),
    };
    let mut errors: Vec<FluentError> = Vec::new();
    let said = bundle.format_pattern(pattern, arguments, &mut errors);
    if !errors.is_empty() {
        tracing::error!(
            id,
            language = language.code(),
            ?errors,
            "a message is at fault"
        );
    }
    Some(said.into_owned())
}

/// A command as people of the language type it. What has no name in it keeps its English one.
pub(crate) fn command(language: Language, path: &str) -> String {
    let commands = &SHELVES[language.index()].registered;
    let mut id = "cmd".to_owned();
    let mut shown = String::new();
    for part in path.split(' ') {
        id.push('-');
        id.push_str(part);
        let name = said_by(commands, language, &id, None);
        shown.push(if shown.is_empty() { '/' } else { ' ' });
        shown.push_str(name.as_deref().unwrap_or(part));
    }
    shown
}
