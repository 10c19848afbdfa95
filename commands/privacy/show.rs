//! `/privacy show`: what is stored about somebody, counted.

use std::fmt::Write as _;

use slimy_domain::privacy::{self, Fate, Held};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    embed::{body, card},
};

use super::of_fate;

/// What is stored about you, counted
#[poise::command(slash_command)]
pub(super) async fn show(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let held = privacy::show(request.services, &request.actor).await?;
        request.write(answer(request.own, &held)).await
    })
    .await
}

fn answer(words: Words, held: &[Held]) -> Answer {
    let mut said = say!(words, "privacy-show-head");
    let goes = of_fate(words, held, &[Fate::Goes]);
    if !goes.is_empty() {
        let _ = write!(said, "\n\n{}\n{goes}", say!(words, "privacy-show-goes"));
    }
    let freed = of_fate(words, held, &[Fate::Freed, Fate::Stays]);
    if !freed.is_empty() {
        let _ = write!(said, "\n{}\n{freed}", say!(words, "privacy-show-freed"));
    }
    let _ = write!(said, "\n{}", say!(words, "privacy-show-foot"));
    let title = say!(words, "privacy-show-title");
    card(&title).description(body(&said)).into()
}

#[cfg(test)]
mod tests {
    use super::{super::kinds::much, *};
    use crate::limits::fault;

    #[test]
    fn what_is_stored_is_told_in_every_language_within_discords_limits() {
        let answers = slimy_words::Language::ALL.map(|language| {
            let answer = answer(Words::of(language), &much());
            assert_eq!(fault(&answer), None);
            answer
        });
        insta::assert_snapshot!(serde_json::to_string_pretty(&answers).unwrap());
    }
}
