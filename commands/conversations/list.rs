//! `/conversations list`: all one's conversations, newest first, in pages.

use poise::serenity_prelude::CreateActionRow;
use slimy_domain::chat::keeping::{self, Kept, List};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Choose as _, Control, Offer, Place},
    embed::{body, card},
    pages,
    text::name,
};

use super::{
    open::PickConversation,
    spot::Spot,
    words::{about, about_plainly, label},
};

/// Your conversations, newest first
#[poise::command(slash_command)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let shown = page(&request, keeping::From::Newest).await?;
        request.write(shown).await
    })
    .await
}

control! {
    /// **Newer**: what was gone on with after this place.
    pub(crate) struct NewerConversations("conversations.list.newer") { place: Place }
}

impl Control for NewerConversations {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        page(request, keeping::From::NewerThan(self.place.as_str())).await
    }
}

control! {
    /// **Older**: what was gone on with before this place.
    pub(crate) struct OlderConversations("conversations.list.older") { place: Place }
}

impl Control for OlderConversations {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        page(request, keeping::From::OlderThan(self.place.as_str())).await
    }
}

control! {
    /// **All conversations**: the list from its beginning.
    pub(crate) struct AllConversations("conversations.list.all") {}
}

impl Control for AllConversations {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        page(request, keeping::From::Newest).await
    }
}

async fn page(request: &Request<'_>, from: keeping::From<'_>) -> Result<Answer, Error> {
    let list = keeping::list(request.services, &request.actor, from).await?;
    Ok(answer(request.words, &list))
}

fn answer(words: Words, list: &List) -> Answer {
    let lines = list.items.iter().map(|kept| line(words, kept));
    let lines: Vec<String> = lines.collect();
    let offers = list.items.iter().map(|kept| Offer {
        label: label(words, kept.title.as_deref()),
        value: Spot {
            conversation: kept.id.clone(),
            message: None,
        },
        description: about_plainly(words, kept),
        is_chosen: false,
    });
    let newer = list.newer.as_ref().and_then(Place::new);
    let older = list.older.as_ref().and_then(Place::new);
    let row = pages::places(
        words,
        newer.map(|place| NewerConversations { place }),
        older.map(|place| OlderConversations { place }),
    );
    let embed = card(&say!(words, "conversations-list-title"));
    let embed = embed.description(body(&lines.join("\n")));
    let select = PickConversation {}.select(&say!(words, "conversations-list-pick"), offers);
    Answer::from(embed)
        .row(CreateActionRow::SelectMenu(select))
        .row(row)
}

fn line(words: Words, kept: &Kept) -> String {
    let title = label(words, kept.title.as_deref());
    let title = name(&title, keeping::MAX_TITLE);
    let (when, about) = (kept.at.seconds(), about(words, kept));
    format!("{title} · <t:{when}:R>\n{about}")
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::{super::fixture, *};
    use crate::limits::fault;

    #[test]
    fn a_page_says_what_when_and_where() {
        let list = List {
            items: fixture::three().into(),
            newer: None,
            older: Some(fixture::PLACE.to_owned()),
        };
        let answer = |language| {
            let answer = answer(Words::of(language), &list);
            assert_eq!(fault(&answer), None);
            serde_json::to_string_pretty(&answer).unwrap()
        };
        insta::assert_snapshot!(answer(Language::En));
        for language in Language::ALL {
            insta::assert_snapshot!(format!("in_{}", language.code()), answer(language));
        }
    }

    #[test]
    fn eight_of_the_longest_titles_fit() {
        let mut items = Vec::new();
        for n in 0..8 {
            let [_, mut kept, _] = fixture::three();
            kept.id = format!("c{n}").as_str().into();
            kept.title = Some("*".repeat(keeping::MAX_TITLE));
            items.push(kept);
        }
        let list = List {
            items,
            newer: Some(fixture::PLACE.to_owned()),
            older: Some(fixture::PLACE.to_owned()),
        };
        for language in Language::ALL {
            let answer = answer(Words::of(language), &list);
            assert_eq!(fault(&answer), None);
            let shown = serde_json::to_string(&answer).unwrap();
            assert_eq!(shown.matches("<t:").count(), 8);
        }
    }
}
