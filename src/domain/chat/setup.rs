//! The chat as the host has set it up, and what of it is under way.

use std::{sync::Arc, time::Duration};

use slimy_llm::{Client, Retries};
use tokio::sync::{OnceCell, Semaphore};

use super::{Budget, Cooldown, Counter, Fault, Prices, attach, running::Running};
use crate::{Error, Services, UserError};

/// A model and the way to it.
#[derive(Debug, Clone)]
pub struct Provider {
    /// The way.
    pub client: Client,
    /// The model's name, as the provider has it.
    pub model: String,
    /// Whether it takes images: the host says so, a name does not.
    pub sees: bool,
}

/// What the host has set up.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Who is asked.
    pub first: Provider,
    /// Who is asked when the first has too much to do or does not answer.
    pub second: Option<Provider>,
    /// The most tokens that a model is shown.
    pub context_tokens: usize,
    /// The most tokens of an answer.
    pub answer_tokens: u32,
    /// What the models cost.
    pub prices: Prices,
    /// The host's limits, which guilds can lower.
    pub budget: Budget,
    /// How soon somebody may ask again.
    pub cooldown: Duration,
}

/// The chat: whom it asks, and what is under way. Shared by all who chat.
#[derive(Debug)]
pub struct Chat {
    pub(super) setup: Setup,
    pub(super) retries: Retries,
    pub(super) cooldown: Cooldown,
    pub(super) running: Arc<Running>,
    /// Files that are in memory at once while they are copied.
    pub(super) downloads: Semaphore,
    /// Two pictures are decoded at a time: a large one takes a hundred megabytes.
    pub(super) decoding: Semaphore,
    counter: OnceCell<Counter>,
}

impl Chat {
    /// A chat of which nothing is under way yet.
    pub fn new(setup: Setup) -> Self {
        Self {
            cooldown: Cooldown::new(setup.cooldown),
            setup,
            retries: Retries::default(),
            running: Arc::default(),
            downloads: Semaphore::new(attach::AT_ONCE),
            decoding: Semaphore::new(2),
            counter: OnceCell::new(),
        }
    }

    /// The same with other retries.
    #[must_use]
    pub fn with_retries(self, retries: Retries) -> Self {
        Self { retries, ..self }
    }

    /// The model's name in the settings.
    pub fn model(&self) -> &str {
        &self.setup.first.model
    }

    /// Whether images may be asked about.
    pub fn sees(&self) -> bool {
        self.setup.first.sees
    }

    /// How many answers are on their way in this process.
    pub fn running(&self) -> usize {
        self.running.count()
    }

    /// The graceful stop: every answer on its way ends as interrupted with what was said, and its
    /// watchers see that. Returns when all of them are stored, or given up because the database is
    /// away.
    pub async fn close(&self) {
        self.running.close().await;
    }

    /// What tokens are counted with.
    pub(super) async fn counter(&self) -> Counter {
        *self.counter.get_or_init(Counter::ready).await
    }
}

/// Refuses while the program stops: nobody would be there to answer.
pub(super) fn open(chat: &Chat) -> Result<(), Error> {
    if chat.running.closing.is_cancelled() {
        return Err(UserError::from(Fault::Restarting).into());
    }
    Ok(())
}

/// The chat, when the host has set one up.
pub(super) fn chat(services: &Services) -> Result<&Chat, Error> {
    let chat = services.chat.as_ref();
    chat.ok_or_else(|| UserError::from(Fault::NotSetUp).into())
}
