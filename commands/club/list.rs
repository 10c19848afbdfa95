//! `/club list`: what is saved, newest first, in pages.

use std::fmt::Write as _;

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::club::{self, List};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::Request,
    component::{Control, Place},
    pages,
    text::{moment, plain},
};

/// The saved analyses, newest first
#[poise::command(slash_command, guild_only)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    let list = club::list(request.services, &request.actor, club::From::Newest).await?;
    let words = request.words;
    request.answer(answer(words, &list)).await
}

control! {
    /// **Newer**: what was saved after this place.
    pub(crate) struct Newer("club.list.newer") { place: Place }
}

impl Control for Newer {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;
    const AUDITED_AS: &'static str = "club list";

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let from = club::From::NewerThan(self.place.as_str());
        let list = club::list(request.services, &request.actor, from).await?;
        Ok(answer(request.words, &list))
    }
}

control! {
    /// **Older**: what was saved before this place.
    pub(crate) struct Older("club.list.older") { place: Place }
}

impl Control for Older {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;
    const AUDITED_AS: &'static str = "club list";

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let from = club::From::OlderThan(self.place.as_str());
        let list = club::list(request.services, &request.actor, from).await?;
        Ok(answer(request.words, &list))
    }
}

fn answer(words: Words, list: &List) -> Answer {
    let mut text = String::new();
    for analysis in &list.items {
        let at = moment(analysis.saved_at);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "**{}** · {at}\n{}",
            plain(&analysis.title),
            plain(&analysis.summary)
        );
    }
    let newer = list.newer.as_ref().and_then(Place::new);
    let older = list.older.as_ref().and_then(Place::new);
    let row = pages::places(
        words,
        newer.map(|place| Newer { place }),
        older.map(|place| Older { place }),
    );
    let title = say!(words, "club-list-title");
    let embed = CreateEmbed::new().title(title).description(text);
    Answer::from(embed).row(row)
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, club::Listed};

    use super::*;
    use crate::limits::fault;

    #[test]
    fn a_page_of_the_list_has_titles_moments_and_the_way_on() {
        let one = |title: &str| Listed {
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
            title: title.to_owned(),
            summary: "55 members, 298.3 M sim power.".to_owned(),
            saved_at: Timestamp::from_micros(1_795_500_000_000_000).unwrap(),
        };
        let cursor = slimy_store::Cursor {
            at: Timestamp::from_micros(1_795_500_000_000_000).unwrap(),
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
        };
        let answer = answer(
            Words::ENGLISH,
            &List {
                items: vec![one("Week *47*"), one("Sim power, 2026-11-22")],
                newer: None,
                older: Some(cursor.to_string()),
            },
        );
        assert_eq!(fault(&answer), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&answer).unwrap());
    }
}
