//! What an answer is about: a question that is stored, or one of which nothing is kept.

use super::{
    Chat, Context,
    attach::Copied,
    history::Spot,
    prompt::{self, Plan},
};
use crate::{Error, Id, Services};

/// What an answer is about.
#[derive(Debug)]
pub(super) enum Source {
    /// A question that is stored.
    Kept {
        /// Its place, before which it is looked back.
        spot: Spot,
        /// Its key.
        question: Id,
        /// All of it, where something that the model is shown for this answer is not stored.
        whole: Option<Words>,
    },
    /// A question that is in memory for as long as its answer takes.
    Unkept(Words),
}

/// A question of the moment.
#[derive(Debug)]
pub(super) struct Words {
    /// What was said.
    pub(super) text: String,
    /// Its tokens.
    pub(super) tokens: usize,
    /// What goes with it.
    pub(super) copied: Vec<Copied>,
}

impl Words {
    fn parts(&self) -> (&str, usize, &[Copied]) {
        (&self.text, self.tokens, &self.copied)
    }
}

impl Source {
    /// Whether it is stored, and its answer is.
    pub(super) fn is_kept(&self) -> bool {
        matches!(self, Self::Kept { .. })
    }

    /// Whether all that the model is shown for it is stored, so that it may stand in a log, too.
    pub(super) fn is_wholly_kept(&self) -> bool {
        matches!(self, Self::Kept { whole: None, .. })
    }

    /// The key of the conversation, if there is one.
    pub(super) fn conversation(&self) -> Option<&Id> {
        match self {
            Self::Kept { spot, .. } => Some(&spot.conversation),
            Self::Unkept(_) => None,
        }
    }

    /// What the model is shown of it within `room` tokens.
    pub(super) async fn context(
        &self,
        services: &Services,
        chat: &Chat,
        plan: &Plan,
        room: usize,
    ) -> Result<Context, Error> {
        match self {
            Self::Kept {
                spot,
                question,
                whole: None,
            } => prompt::again(services, chat, plan, spot, question, room).await,
            Self::Kept {
                spot,
                whole: Some(words),
                ..
            } => {
                let spot = Some(spot.clone());
                prompt::new(services, chat, plan, spot, words.parts(), room).await
            }
            Self::Unkept(words) => {
                prompt::new(services, chat, plan, None, words.parts(), room).await
            }
        }
    }
}
