//! `/conversations search`: any piece of a title or of what was said, with the words round it.

use poise::serenity_prelude::{CreateActionRow, CreateEmbedFooter};
use slimy_domain::chat::keeping::{self, Excerpt, Found, Hit, MAX_TITLE};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Choose as _, Control, Offer, Short},
    embed::{body, card},
    pages,
    text::{name, plain, shorten, visible},
};

use super::{
    open::PickConversation,
    spot::Spot,
    words::{about_plainly, label},
};

/// Units of a title above a hit.
const TITLE: usize = 60;

/// The term as a button holds it; longer ones have a first page only.
type Term = Short<44>;
/// A place in the list of hits, as a button holds it beside the term.
type Behind = Short<42>;

/// Find any piece of what was said in your conversations, or of their titles
#[poise::command(slash_command)]
pub(super) async fn search(
    ctx: Context<'_>,
    #[description = "A piece of a title or a message"]
    #[max_length = 100]
    query: String,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let shown = page(&request, &query, keeping::From::Newest).await?;
        request.write(shown).await
    })
    .await
}

control! {
    /// **Newer**: what was found behind this place.
    pub(crate) struct NewerHits("found.newer") { place: Behind, term: Term }
}

impl Control for NewerHits {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;
    const AUDITED_AS: &'static str = "conversations search newer";

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let from = keeping::From::NewerThan(self.place.as_str());
        page(request, self.term.as_str(), from).await
    }
}

control! {
    /// **Older**: what was found before this place.
    pub(crate) struct OlderHits("found.older") { place: Behind, term: Term }
}

impl Control for OlderHits {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;
    const AUDITED_AS: &'static str = "conversations search older";

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let from = keeping::From::OlderThan(self.place.as_str());
        page(request, self.term.as_str(), from).await
    }
}

async fn page(request: &Request<'_>, term: &str, from: keeping::From<'_>) -> Result<Answer, Error> {
    let found = keeping::search(request.services, &request.actor, term, from).await?;
    Ok(answer(request.words, &found))
}

fn answer(words: Words, found: &Found) -> Answer {
    let searched = name(&found.term, keeping::MAX_TERM);
    let embed = card(&say!(words, "conversations-search-title"));
    if found.hits.is_empty() {
        let said = say!(words, "conversations-search-nothing", term = searched);
        return embed.description(said).into();
    }
    let lines = found.hits.iter().map(|hit| line(words, hit));
    let lines: Vec<String> = lines.collect();
    let said = say!(words, "conversations-search-found", term = searched);
    let said = format!("{said}\n\n{}", lines.join("\n"));
    let mut embed = embed.description(body(&said));
    let term = Term::new(found.term.as_str());
    let place = |place: &Option<String>| {
        let place = place.as_ref().and_then(Behind::new);
        place.zip(term.clone())
    };
    if term.is_none() && found.older.is_some() {
        let more = say!(words, "conversations-search-shorter");
        embed = embed.footer(CreateEmbedFooter::new(more));
    }
    let row = pages::places(
        words,
        place(&found.newer).map(|(place, term)| NewerHits { place, term }),
        place(&found.older).map(|(place, term)| OlderHits { place, term }),
    );
    let offers = found.hits.iter().map(|hit| offer(words, hit));
    let select = PickConversation {}.select(&say!(words, "conversations-search-pick"), offers);
    Answer::from(embed)
        .row(CreateActionRow::SelectMenu(select))
        .row(row)
}

/// The conversation, and below it the hit among its words.
fn line(words: Words, hit: &Hit) -> String {
    let title = name(&label(words, hit.conversation.title.as_deref()), TITLE);
    let when = hit.at.seconds();
    let what = if hit.message.is_some() {
        String::new()
    } else {
        format!(" · {}", say!(words, "conversations-search-in-title"))
    };
    format!("{title} · <t:{when}:d>{what}\n{}", excerpt(&hit.excerpt))
}

/// On one line, with the hit bold: its own words cannot format.
fn excerpt(excerpt: &Excerpt) -> String {
    let hit = plain(&spaced(&excerpt.hit));
    let bare = hit.trim();
    let bold = if bare.is_empty() {
        hit.clone()
    } else {
        // Discord only takes stars for bold that stand beside a letter.
        hit.replacen(bare, &format!("**{bare}**"), 1)
    };
    let (before, after) = (spaced(&excerpt.before), spaced(&excerpt.after));
    format!("> {}{bold}{}", plain(&before), plain(&after))
}

/// `text` on one line: what parts its words still does.
fn spaced(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

fn offer(words: Words, hit: &Hit) -> Offer<Spot> {
    let title = label(words, hit.conversation.title.as_deref());
    Offer {
        label: shorten(&title, MAX_TITLE),
        value: Spot {
            conversation: hit.conversation.id.clone(),
            message: hit.message.clone(),
        },
        description: match &hit.message {
            Some(_) => visible(spaced(&hit.excerpt.to_string()).trim()),
            None => about_plainly(words, &hit.conversation),
        },
        is_chosen: false,
    }
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::{super::fixture, *};
    use crate::limits::fault;

    fn hit(message: Option<&str>, parts: [&str; 3]) -> Hit {
        let [conversation, ..] = fixture::three();
        let [before, hit, after] = parts.map(str::to_owned);
        Hit {
            conversation,
            message: message.map(Into::into),
            at: fixture::at(5),
            excerpt: Excerpt { before, hit, after },
        }
    }

    fn shown(found: &Found) -> String {
        for language in Language::ALL {
            let answer = answer(Words::of(language), found);
            assert_eq!(fault(&answer), None);
        }
        let answer = answer(Words::ENGLISH, found);
        serde_json::to_string_pretty(&answer).unwrap()
    }

    #[test]
    fn each_hit_is_shown_bold_among_its_words() {
        insta::assert_snapshot!(shown(&Found {
            term: "snail".to_owned(),
            hits: vec![
                hit(
                    Some("m1"),
                    ["…of the *great*\n", "SNAIL", "s and [more](https://x)…"]
                ),
                hit(Some("m2"), ["", " snail ", ""]),
                hit(None, ["The ", "snail", ""]),
            ],
            newer: None,
            older: Some(fixture::PLACE.to_owned()),
        }));
    }

    #[test]
    fn nothing_found_is_said() {
        insta::assert_snapshot!(shown(&Found {
            term: "*snail*".to_owned(),
            hits: Vec::new(),
            newer: None,
            older: None,
        }));
    }

    #[test]
    fn a_term_that_no_button_can_hold_has_one_page() {
        let found = |term: String| Found {
            term,
            hits: (0..6)
                .map(|n| {
                    hit(
                        Some(&format!("m{n}")),
                        [&"*".repeat(40), &"_".repeat(100), &"|".repeat(80)],
                    )
                })
                .collect(),
            newer: None,
            older: Some(fixture::PLACE.to_owned()),
        };
        let long = shown(&found("x".repeat(100)));
        assert!(long.contains("More was found") && !long.contains("found.older"));
        let short = shown(&found("x".repeat(44)));
        assert!(!short.contains("More was found") && short.contains("found.older"));
    }
}
