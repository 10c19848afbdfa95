//! The settings of the chat.

use std::time::Duration;

use reqwest::Url;
use secrecy::SecretString;
use slimy_domain::chat::{Budget, Limits, Prices};

use super::{Reader, Setting, reader::address, setting};

pub(super) const MODEL: Setting = setting("CHAT_MODEL", "");
pub(super) const MODEL_SEES: Setting = setting("CHAT_MODEL_SEES", "false");
pub(super) const CONTEXT_TOKENS: Setting = setting("CHAT_CONTEXT_TOKENS", "16000");
pub(super) const ANSWER_TOKENS: Setting = setting("CHAT_ANSWER_TOKENS", "2000");
pub(super) const PRICES: Setting = setting("CHAT_PRICES", "");
pub(super) const COOLDOWN: Setting = setting("CHAT_COOLDOWN_SECONDS", "3");
pub(super) const PERSON_TOKENS: Setting = setting("CHAT_PERSON_TOKENS", "200000/2000000");
pub(super) const GUILD_TOKENS: Setting = setting("CHAT_GUILD_TOKENS", "2000000/20000000");
pub(super) const HOST_TOKENS: Setting = setting("CHAT_HOST_TOKENS", "5000000/50000000");
pub(super) const FALLBACK_KEY: Setting = setting("CHAT_FALLBACK_API_KEY", "");
pub(super) const FALLBACK_BASE: Setting = setting("CHAT_FALLBACK_BASE_URL", "");
pub(super) const FALLBACK_MODEL: Setting = setting("CHAT_FALLBACK_MODEL", "");
pub(super) const FALLBACK_SEES: Setting = setting("CHAT_FALLBACK_MODEL_SEES", "false");

/// Characters of a model's name, at most: it stands in answers and in the audit log.
const NAME: usize = 200;

/// A model that people talk to.
#[derive(Debug)]
pub(crate) struct Model {
    /// Its name, as the server has it.
    pub name: String,
    /// Whether it takes images.
    pub sees: bool,
}

/// A second server, for when the first has too much to do or does not answer.
#[derive(Debug)]
pub(crate) struct Fallback {
    /// Empty for a server that wants none.
    pub key: SecretString,
    /// Where it is.
    pub base: Url,
    /// The model there.
    pub model: Model,
}

/// How people talk to a model.
#[derive(Debug)]
pub(crate) struct Chat {
    /// The model on the server that all models share; none when the chat is not set up.
    pub model: Option<Model>,
    /// Who is asked instead.
    pub fallback: Option<Fallback>,
    /// The most tokens that a model is shown.
    pub context_tokens: usize,
    /// The most tokens of an answer.
    pub answer_tokens: u32,
    /// What the models cost.
    pub prices: Prices,
    /// How soon somebody may ask again.
    pub cooldown: Duration,
    /// The most tokens that may be used.
    pub budget: Budget,
}

impl Chat {
    /// Whether nothing bounds what all people together may cost the host in a day or in a month.
    pub(crate) fn is_open_ended(&self) -> bool {
        let host = self.budget.host;
        self.model.is_some() && (host.day.is_none() || host.month.is_none())
    }
}

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    /// The settings of the chat.
    pub(crate) fn chat(&mut self) -> Chat {
        let context = self.number(CONTEXT_TOKENS, 1_000..=2_000_000);
        let answer = self.number(ANSWER_TOKENS, 16..=200_000);
        Chat {
            model: self.model(MODEL, MODEL_SEES),
            fallback: self.fallback(),
            context_tokens: usize::try_from(context).unwrap_or(usize::MAX),
            answer_tokens: u32::try_from(answer).unwrap_or(u32::MAX),
            prices: self.prices(),
            cooldown: Duration::from_secs(self.number(COOLDOWN, 0..=3_600)),
            budget: Budget {
                person: self.limits(PERSON_TOKENS),
                guild: self.limits(GUILD_TOKENS),
                host: self.limits(HOST_TOKENS),
            },
        }
    }

    fn model(&mut self, name: Setting, sees: Setting) -> Option<Model> {
        let sees = self.switch(sees);
        let text = self.text(name);
        if text.chars().count() > NAME || text.chars().any(char::is_control) {
            let accepted = format!("a model's name of at most {NAME} characters");
            self.fault(name, "is no name of a model", &accepted);
        }
        (!text.is_empty()).then_some(Model { name: text, sees })
    }

    fn fallback(&mut self) -> Option<Fallback> {
        let key = self.text(FALLBACK_KEY).into();
        let accepted = "an address like https://api.openai.com/v1";
        let base = self.optional(FALLBACK_BASE, accepted, address);
        let model = self.model(FALLBACK_MODEL, FALLBACK_SEES);
        if model.is_some() && self.text(FALLBACK_BASE).is_empty() {
            self.fault(
                FALLBACK_BASE,
                "is missing beside CHAT_FALLBACK_MODEL",
                accepted,
            );
        }
        Some(Fallback {
            key,
            base: base?,
            model: model?,
        })
    }

    fn prices(&mut self) -> Prices {
        let parsed = Prices::parse(&self.text(PRICES));
        parsed.unwrap_or_else(|_| {
            let accepted = "model=input/output in US dollars per million tokens, like gpt-5-mini=0.25/2, with commas between models";
            self.fault(PRICES, "is no list of prices", accepted);
            Prices::default()
        })
    }

    fn limits(&mut self, setting: Setting) -> Limits {
        let parsed = Limits::parse(&self.text(setting));
        parsed.unwrap_or_else(|_| {
            let accepted = "tokens a day and a month like 200000/2000000, where 0 is no limit";
            self.fault(setting, "cannot be used", accepted);
            Limits::default()
        })
    }

    fn switch(&mut self, setting: Setting) -> bool {
        match self.text(setting).as_str() {
            "true" => true,
            "false" => false,
            _ => {
                self.fault(setting, "is neither", "true or false");
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(set: &'static [(&str, &str)]) -> Reader<impl Fn(&str) -> Option<String>> {
        Reader::new(move |name| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn without_a_model_there_is_no_chat_and_the_defaults_are_valid() {
        let mut reader = reader(&[]);
        let chat = reader.chat();
        assert!(chat.model.is_none() && chat.fallback.is_none());
        assert_eq!((chat.context_tokens, chat.answer_tokens), (16_000, 2_000));
        let person = chat.budget.person;
        assert_eq!((person.day, person.month), (Some(200_000), Some(2_000_000)));
        let host = chat.budget.host;
        assert_eq!(
            (host.day, host.month),
            (Some(5_000_000), Some(50_000_000)),
            "what everybody costs together ends, too"
        );
        assert!(!chat.is_open_ended());
        assert!(reader.finish(()).is_ok());
    }

    #[test]
    fn a_second_server_is_one_with_an_address_and_a_model() {
        let mut reader = reader(&[
            ("CHAT_MODEL", "small"),
            ("CHAT_MODEL_SEES", "true"),
            ("CHAT_FALLBACK_BASE_URL", "http://127.0.0.1:1/v1"),
            ("CHAT_FALLBACK_MODEL", "other"),
        ]);
        let chat = reader.chat();
        assert!(chat.model.is_some_and(|model| model.sees));
        assert_eq!(chat.fallback.unwrap().model.name, "other");
        assert!(reader.finish(()).is_ok());
    }

    #[test]
    fn a_host_without_a_limit_is_warned() {
        let open_ended = |tokens: &'static str| {
            let set = move |name: &str| match name {
                "CHAT_MODEL" => Some("small".to_owned()),
                "CHAT_HOST_TOKENS" => Some(tokens.to_owned()),
                _ => None,
            };
            Reader::new(set).chat().is_open_ended()
        };
        assert!(open_ended("0/0") && open_ended("0/9") && open_ended("9/0"));
        assert!(!open_ended("9/9"));
        assert!(
            !reader(&[("CHAT_HOST_TOKENS", "0/0")])
                .chat()
                .is_open_ended()
        );
    }

    #[test]
    fn what_cannot_be_used_is_named_with_what_is_accepted() {
        let mut reader = reader(&[
            ("CHAT_MODEL_SEES", "yes"),
            ("CHAT_CONTEXT_TOKENS", "10"),
            ("CHAT_PRICES", "secret"),
            ("CHAT_PERSON_TOKENS", "many"),
            ("CHAT_FALLBACK_MODEL", "other"),
        ]);
        reader.chat();
        let faults = reader.finish(()).unwrap_err().to_string();
        insta::assert_snapshot!(faults, @r"
        CHAT_CONTEXT_TOKENS is out of range; accepted: a whole number from 1000 to 2000000
        CHAT_MODEL_SEES is neither; accepted: true or false
        CHAT_FALLBACK_BASE_URL is missing beside CHAT_FALLBACK_MODEL; accepted: an address like https://api.openai.com/v1
        CHAT_PRICES is no list of prices; accepted: model=input/output in US dollars per million tokens, like gpt-5-mini=0.25/2, with commas between models
        CHAT_PERSON_TOKENS cannot be used; accepted: tokens a day and a month like 200000/2000000, where 0 is no limit
        ");
        assert!(!faults.contains("secret"));
    }
}
