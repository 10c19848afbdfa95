//! **Continue here**: going on with a conversation in this channel.

use slimy_domain::{
    Id,
    chat::keeping::{self, Kept},
};

use crate::{
    Error,
    answer::Answer,
    check::Request,
    component::{Begins, Control},
    embed::{GOOD, card},
};

use super::words::title;

control! {
    /// **Continue here** under an open conversation.
    pub(crate) struct Continue("conversations.continue") { id: Id }
}

impl Control for Continue {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Quietly;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let moved = keeping::continue_here(services, actor, &self.id, &request.channel_id).await?;
        Ok(answer(&moved))
    }
}

fn answer(kept: &Kept) -> Answer {
    let title = title(kept.title.as_deref());
    let said = if kept.private {
        format!(
            "What you ask in this channel with `/chat` and `private: True` goes on from {title}."
        )
    } else {
        format!("What you ask in this channel next goes on from {title}.")
    };
    card("It goes on here")
        .description(said)
        .colour(GOOD)
        .into()
}

#[cfg(test)]
mod tests {
    use super::{super::fixture, *};
    use crate::limits::fault;

    #[test]
    fn the_answer_says_how_to_go_on() {
        let [here, private, _] = fixture::three();
        let answers = [answer(&here), answer(&private)];
        assert!(answers.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&answers).unwrap());
    }
}
