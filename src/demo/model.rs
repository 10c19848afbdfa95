//! What people talk to in the demo: a stand-in that says back what it was asked, and that it is no
//! real model.

use std::time::Duration;

use discord_standin::model::Model;

/// The pause before each word: people see how an answer comes.
const BETWEEN_WORDS: Duration = Duration::from_millis(40);

/// The stand-in for a language model.
pub(super) struct Echo(Model);

impl Echo {
    /// Starts it on loopback.
    pub(super) async fn start() -> Self {
        let model = Model::start().await;
        model.usually(|request| Model::echo(request).slow(BETWEEN_WORDS));
        Self(model)
    }

    /// The settings of a bot that talks to it.
    pub(super) fn setting(&self, name: &str) -> Option<String> {
        match name {
            "OPENAI_BASE_URL" => Some(self.0.base_url()),
            "OPENAI_API_KEY" => Some(self.0.key().to_owned()),
            "CHAT_MODEL" => Some(Model::SEES.to_owned()),
            "CHAT_MODEL_SEES" => Some("true".to_owned()),
            _ => None,
        }
    }
}

impl Drop for Echo {
    /// Nobody tests the bot here: what a provider would not take is in the log.
    fn drop(&mut self) {
        for fault in self.0.forgive_faults() {
            tracing::warn!(fault, "a provider would not take this");
        }
    }
}
