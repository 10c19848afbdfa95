//! What the model is shown, put together from what is stored.

use chrono::NaiveDate;
use slimy_llm::{Message, Part, Tool};
use slimy_store::chat as store;
use slimy_words::Language;

use super::{
    Asked, Chat, Context, Counter, Fault,
    access::{may_look, refused},
    attach::Copied,
    history::{self, Eyes, Past, Spot},
    persona, tools,
};
use crate::{Error, Services, rights::Actor, settings::GuildSettings};

/// In the place of a picture for a second model that takes none.
const UNSEEN: &str = "(An image, which you cannot see. Say so when it matters.)";

/// What holds for a turn from its beginning on.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// Who the bot is there.
    persona: String,
    /// The language of the guild.
    language: Language,
    /// Whether the model is offered to look into the club.
    pub(super) looks: bool,
}

impl Plan {
    /// That of a turn in the channel of the persona.
    pub(super) fn new(actor: &Actor, settings: &GuildSettings, channel_id: &str) -> Self {
        Self {
            persona: persona::persona(&settings.chat, channel_id).to_owned(),
            language: settings.words().language,
            looks: may_look(actor, settings),
        }
    }

    /// The tools that are offered.
    pub(super) fn tools(&self) -> Vec<Tool> {
        if self.looks {
            tools::offered()
        } else {
            Vec::new()
        }
    }

    /// The tokens of the tools that are offered.
    pub(super) fn tokens(&self, counter: Counter) -> usize {
        if self.looks {
            tools::tokens(counter)
        } else {
            0
        }
    }

    fn instructions(&self, today: NaiveDate) -> String {
        persona::instructions(&self.persona, self.language, today)
    }
}

/// What the model is shown for a question that is not stored yet: its words, their tokens, and what
/// goes with it.
pub(super) async fn new(
    services: &Services,
    chat: &Chat,
    plan: &Plan,
    spot: Option<Spot>,
    (text, tokens, copied): (&str, usize, &[Copied]),
    room: usize,
) -> Result<Context, Error> {
    let (asked, eyes) = history::asked(text, tokens, copied, Eyes::new(chat.sees()));
    let counter = chat.counter().await;
    let room = room.saturating_sub(plan.tokens(counter));
    let past = match spot {
        Some(spot) => history::past(services, counter, &spot, room, eyes).await?,
        None => Past::default(),
    };
    together(services, counter, plan, past, asked, room).await
}

/// What the model is shown for a question that is stored at `spot`.
pub(super) async fn again(
    services: &Services,
    chat: &Chat,
    plan: &Plan,
    spot: &Spot,
    question: &slimy_store::Id,
    room: usize,
) -> Result<Context, Error> {
    let counter = chat.counter().await;
    let room = room.saturating_sub(plan.tokens(counter));
    let gone = || refused(Fault::Gone);
    let question = store::find_message(&services.db, question).await?;
    let question = question.ok_or_else(gone)?;
    let eyes = Eyes::new(chat.sees());
    let (asked, eyes) = history::stored(services, counter, spot, &question, eyes).await?;
    let past = history::past(services, counter, spot, room, eyes).await?;
    together(services, counter, plan, past, asked, room).await
}

async fn together(
    services: &Services,
    counter: Counter,
    plan: &Plan,
    past: Past,
    asked: Asked,
    room: usize,
) -> Result<Context, Error> {
    let instructions = plan.instructions(services.now().datetime().date_naive());
    let Past { turns, beyond } = past;
    // Off the async threads: a file of a megabyte takes a tenth of a second.
    let compose = move || super::context::compose(counter, &instructions, turns, asked, room);
    let composed = tokio::task::spawn_blocking(compose).await;
    let composed = composed.map_err(|panic| Error::Reader(panic.to_string()))?;
    let mut context = composed.map_err(refused)?;
    context.left_out += beyond;
    Ok(context)
}

/// The same for a model that takes no images.
pub(super) fn blindly(messages: &mut [Message]) {
    for message in messages {
        let Message::User(parts) = message else {
            continue;
        };
        for part in parts {
            if matches!(part, Part::Image(_)) {
                *part = Part::Text(UNSEEN.to_owned());
            }
        }
    }
}
