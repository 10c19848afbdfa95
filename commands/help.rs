//! `/help`: what the asker may use here, by topic or one command alone.

mod example;
mod page;
mod topic;

use poise::serenity_prelude::CreateAutocompleteResponse;
use slimy_domain::{rights, rights::Denied};
use slimy_words::Language;

use crate::{
    Context, Error,
    answer::Answer,
    autocomplete::{self, Choice},
    catalogue::{self, CATALOGUE, Entry},
    check::{Request, at_once_quietly},
    component::{Control, Options},
};

use topic::Topic;

/// What the bot can do for you, and how
#[poise::command(slash_command)]
pub(crate) async fn help(
    ctx: Context<'_>,
    #[description = "One command (default: all that you may use here)"]
    #[autocomplete = "complete"]
    #[max_length = 100]
    command: Option<String>,
) -> Result<(), Error> {
    at_once_quietly(ctx, async move {
        let request = Request::begin_quietly(ctx).await?;
        let shown = match command {
            None => topic_page(&request, None).await?,
            Some(typed) => command_page(&request, &typed).await?,
        };
        request.write(shown).await
    })
    .await
}

control! {
    /// The topics below a page.
    pub(crate) struct PickTopic("help.topic") {}
}

impl Control for PickTopic {
    type Input = Options<Topic>;
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, chosen: Options<Topic>) -> Result<Answer, Error> {
        topic_page(request, chosen.0.first().copied()).await
    }
}

/// What the asker may use here.
async fn usable(request: &Request<'_>) -> Result<Vec<&'static Entry>, Error> {
    let actions = rights::all_here(request.services, &request.actor).await?;
    let may_use = |entry: &&Entry| {
        let action = crate::rights::action(&entry.name);
        action.is_some_and(|action| actions.contains(&action))
    };
    Ok(CATALOGUE.iter().filter(may_use).collect())
}

/// A topic's page; the first of those that there are when that one is not.
async fn topic_page(request: &Request<'_>, wanted: Option<Topic>) -> Result<Answer, Error> {
    let usable = usable(request).await?;
    let topics = topic::of(&usable);
    let shown = wanted.filter(|topic| topics.contains(topic));
    let Some(shown) = shown.or_else(|| topics.first().copied()) else {
        return Err(slimy_domain::UserError::from(Denied::Here).into());
    };
    let entries: Vec<&Entry> = usable
        .into_iter()
        .filter(|one| Topic::of(one) == shown)
        .collect();
    Ok(page::of_topic(request.words, &topics, shown, &entries))
}

async fn command_page(request: &Request<'_>, typed: &str) -> Result<Answer, Error> {
    let usable = usable(request).await?;
    let found = catalogue::find(typed, request.words.language);
    let found = found.filter(|entry| usable.iter().any(|one| one.name == entry.name));
    let Some(entry) = found else {
        return Err(slimy_domain::UserError::from(Denied::NoSuchCommand).into());
    };
    Ok(page::of_command(request.words, &topic::of(&usable), entry))
}

async fn complete(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, words| async move {
        let actions = rights::all_here(services, &actor).await?;
        let may_use = |entry: &&Entry| {
            let action = crate::rights::action(&entry.name);
            action.is_some_and(|action| actions.contains(&action))
        };
        let entries = CATALOGUE.iter().filter(may_use);
        Ok(matching(entries, &typed, words.language))
    })
    .await
}

/// The commands in which the typed words stand, those that begin with them first.
fn matching<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    typed: &str,
    language: Language,
) -> Vec<Choice> {
    let typed = typed.trim().trim_start_matches('/').to_lowercase();
    let called = entries.map(|entry| (entry.called(language), entry));
    let mut found: Vec<(bool, String, &Entry)> = called
        .filter_map(|(called, entry)| {
            let bare = called.trim_start_matches('/').to_lowercase();
            let holds = bare.contains(&typed) || entry.name.to_lowercase().contains(&typed);
            holds.then(|| (!bare.starts_with(&typed), called, entry))
        })
        .collect();
    // Else they stay in their order.
    found.sort_by_key(|(is_inside, ..)| *is_inside);
    let choice = |(_, name, entry): (bool, String, &Entry)| Choice {
        name,
        value: entry.name.clone(),
    };
    found.into_iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_with_the_typed_comes_before_what_holds_it() {
        let all = |typed: &str| -> Vec<String> {
            let found = matching(CATALOGUE.iter(), typed, Language::En);
            found.into_iter().map(|choice| choice.name).collect()
        };
        assert_eq!(all("/club sh"), ["/club show"]);
        let chats = all("chat");
        assert_eq!(chats.first().map(String::as_str), Some("/chat"));
        assert_eq!(all("SLIMY"), ["Ask Slimy"]);
        assert!(all("no such thing").is_empty());
        assert_eq!(all("").len(), CATALOGUE.len());
    }
}
