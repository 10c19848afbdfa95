//! What `conversation` completes: one's own, by their titles.

use poise::serenity_prelude::CreateAutocompleteResponse;
use slimy_domain::chat::keeping::{self, Kept};
use slimy_words::Words;

use crate::{
    Context,
    autocomplete::{self, Choice},
    text::shorten,
};

use super::words::{about_plainly, label};

/// Units of a title beside which there is room for the rest.
const TITLE: usize = 60;

/// Conversations whose title has what was typed so far, newest first.
pub(super) async fn complete(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, words| async move {
        let found = keeping::suggest(services, &actor, &typed).await?;
        Ok(found.iter().map(|kept| choice(words, kept)).collect())
    })
    .await
}

fn choice(words: Words, kept: &Kept) -> Choice {
    let title = shorten(&label(words, kept.title.as_deref()), TITLE);
    let (when, about) = (words.day_at(kept.at.datetime()), about_plainly(words, kept));
    Choice {
        name: format!("{title} ({when}, {about})"),
        value: kept.id.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use slimy_words::{Language, Words};

    use super::{super::fixture, choice};

    #[test]
    fn a_choice_says_when_and_where() {
        let [here, elsewhere, direct] = fixture::three();
        let all = [here, elsewhere, direct];
        let names = Language::ALL.map(|language| {
            let words = Words::of(language);
            let names = all.iter().map(|kept| choice(words, kept).name);
            names.collect::<Vec<_>>().join("\n")
        });
        insta::assert_snapshot!(names.join("\n\n"));
    }
}
