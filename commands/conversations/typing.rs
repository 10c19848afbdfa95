//! What `conversation` completes: one's own, by their titles.

use poise::serenity_prelude::CreateAutocompleteResponse;
use slimy_domain::chat::keeping::{self, Kept};

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
    autocomplete::suggest(ctx, |services, actor| async move {
        let found = keeping::suggest(services, &actor, &typed).await?;
        Ok(found.iter().map(choice).collect())
    })
    .await
}

fn choice(kept: &Kept) -> Choice {
    let title = shorten(&label(kept.title.as_deref()), TITLE);
    let when = kept.at.datetime().date_naive();
    Choice {
        name: format!("{title} ({when}, {})", about_plainly(kept)),
        value: kept.id.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::fixture, choice};

    #[test]
    fn a_choice_says_when_and_where() {
        let [here, elsewhere, direct] = fixture::three();
        let names: Vec<String> = [here, elsewhere, direct]
            .iter()
            .map(|kept| choice(kept).name)
            .collect();
        insta::assert_snapshot!(names.join("\n"));
    }
}
