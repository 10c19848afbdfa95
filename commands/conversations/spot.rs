//! A conversation, or a message in one, as a select offers it.

use std::{fmt, str::FromStr};

use slimy_domain::Id;

use crate::component::Field as _;

/// What is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The conversation.
    pub(super) conversation: Id,
    /// The message to open it at; none opens it at its end.
    pub(super) message: Option<Id>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(f, "{}.{message}", self.conversation),
            None => write!(f, "{}", self.conversation),
        }
    }
}

impl FromStr for Spot {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (conversation, message) = match text.split_once('.') {
            Some((conversation, message)) => (conversation, Some(message)),
            None => (text, None),
        };
        let message = message.map(|message| Id::read(message).ok_or(()));
        Ok(Self {
            conversation: Id::read(conversation).ok_or(())?,
            message: message.transpose()?,
        })
    }
}

parsed! { Spot, any = {
    use proptest::strategy::Strategy as _;
    (Id::any(), Option::<Id>::any()).prop_map(|(conversation, message)| Self { conversation, message })
} }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_is_a_conversation_or_a_message_in_one() {
        for text in ["c1", "c1.m2"] {
            assert_eq!(text.parse::<Spot>().unwrap().to_string(), text);
        }
        for text in ["", ".", "c1.", ".m2", "c1.m2.x", "c 1"] {
            assert_eq!(text.parse::<Spot>(), Err(()), "{text:?}");
        }
    }
}
