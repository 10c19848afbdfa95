//! `/club-admin corrections`: values that count in the place of what was read.

use slimy_domain::{
    Id,
    club::admin::{self, Corrected, CorrectionLine, Corrections, CorrectionsFrom, NewValue},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once, at_once_quietly},
    component::{Control, Place},
    embed::{GOOD, body, card},
    pages,
    text::{moment, name, plain, shorten},
};

use super::{NAME, Power, typing};

/// Units of a reason in a list.
const REASON: usize = 150;
/// Units of a whole one.
const ALL_OF_A_REASON: usize = 500;

/// Values that count in the place of what was read, shown with a star
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("set", "list", "remove")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(super) async fn corrections(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Set a member's power; what was read is kept
#[poise::command(slash_command, guild_only)]
async fn set(
    ctx: Context<'_>,
    #[description = "Whose power"]
    #[autocomplete = "typing::member"]
    member: String,
    #[description = "Which power"] metric: Power,
    #[description = "The right value: 298,297,518 or 4.1M"]
    #[max_length = 40]
    value: String,
    #[description = "Which week (default: the one that runs)"]
    #[autocomplete = "typing::week"]
    week: Option<String>,
    #[description = "Why"]
    #[max_length = 500]
    reason: Option<String>,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let new = NewValue {
            member,
            metric: metric.into(),
            value,
            week,
            reason,
        };
        let corrected = admin::correct(request.services, &request.actor, &new).await?;
        request.write(set_answer(request.words, &corrected)).await
    })
    .await
}

/// The corrections that count, the latest first
#[poise::command(slash_command, guild_only)]
async fn list(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let newest = CorrectionsFrom::Newest;
        let list = admin::corrections(request.services, &request.actor, newest).await?;
        request.write(listed(request.words, &list)).await
    })
    .await
}

control! {
    /// **Newer**: corrections that were made after this place.
    pub(crate) struct Newer("club-admin.corrections.newer") { place: Place }
}

impl Control for Newer {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let from = CorrectionsFrom::NewerThan(self.place.as_str());
        let list = admin::corrections(request.services, &request.actor, from).await?;
        Ok(listed(request.words, &list))
    }
}

control! {
    /// **Older**: corrections that were made before this place.
    pub(crate) struct Older("club-admin.corrections.older") { place: Place }
}

impl Control for Older {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let from = CorrectionsFrom::OlderThan(self.place.as_str());
        let list = admin::corrections(request.services, &request.actor, from).await?;
        Ok(listed(request.words, &list))
    }
}

/// Have what was read count again
#[poise::command(slash_command, guild_only)]
async fn remove(
    ctx: Context<'_>,
    #[description = "Which correction"]
    #[autocomplete = "typing::correction"]
    correction: String,
) -> Result<(), Error> {
    let id = Id::from(correction);
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let removed = admin::remove_correction(request.services, &request.actor, &id).await?;
        request.write(removed_answer(request.words, &removed)).await
    })
    .await
}

/// "Stone · sim power · 2026-W47: 298,297,518*".
fn line(words: Words, line: &CorrectionLine) -> String {
    say!(
        words,
        "club-admin-correction",
        member = name(&line.member, NAME),
        metric = line.metric.as_str(),
        week = &line.week,
        value = words.number(line.value)
    )
}

/// The reason in a line of its own, where there is one.
fn because(words: Words, reason: Option<&str>, max: usize) -> String {
    let Some(reason) = reason else {
        return String::new();
    };
    let reason = plain(&shorten(reason, max));
    let reason = say!(words, "club-admin-correction-reason", reason = reason);
    format!("\n{reason}")
}

fn replaces(words: Words, replaced: &CorrectionLine) -> String {
    let (value, at) = (words.number(replaced.value), moment(replaced.at));
    match &replaced.reason {
        None => say!(
            words,
            "club-admin-correction-replaces",
            value = value,
            at = at
        ),
        Some(reason) => say!(
            words,
            "club-admin-correction-replaces-because",
            value = value,
            at = at,
            reason = plain(&shorten(reason, REASON))
        ),
    }
}

fn set_answer(words: Words, corrected: &Corrected) -> Answer {
    let reason = because(words, corrected.line.reason.as_deref(), ALL_OF_A_REASON);
    let until_now = match (&corrected.replaced, corrected.before) {
        (Some(replaced), _) => replaces(words, replaced),
        (None, Some(before)) => {
            let value = words.number(before);
            say!(words, "club-admin-correction-until-now", value = value)
        }
        (None, None) if corrected.has_roster => {
            say!(words, "club-admin-correction-until-now-nothing")
        }
        (None, None) => say!(
            words,
            "club-admin-correction-no-roster",
            metric = corrected.line.metric.as_str(),
            week = &corrected.line.week
        ),
    };
    let said = format!("{}{reason}\n{until_now}", line(words, &corrected.line));
    card(&say!(words, "club-admin-corrected-title"))
        .description(body(&said))
        .colour(GOOD)
        .into()
}

fn listed(words: Words, list: &Corrections) -> Answer {
    let embed = card(&say!(words, "club-admin-corrections-title"));
    if list.items.is_empty() && list.newer.is_none() {
        return embed
            .description(say!(words, "club-admin-corrections-none"))
            .into();
    }
    let lines = list.items.iter().map(|one| {
        let reason = because(words, one.reason.as_deref(), REASON);
        format!("{} · {}{reason}", line(words, one), moment(one.at))
    });
    let lines: Vec<String> = lines.collect();
    let newer = list.newer.as_ref().and_then(Place::new);
    let older = list.older.as_ref().and_then(Place::new);
    let row = pages::places(
        words,
        newer.map(|place| Newer { place }),
        older.map(|place| Older { place }),
    );
    Answer::from(embed.description(body(&lines.join("\n")))).row(row)
}

fn removed_answer(words: Words, removed: &CorrectionLine) -> Answer {
    let again = say!(words, "club-admin-correction-removed");
    let said = format!("{}\n{again}", line(words, removed));
    card(&say!(words, "club-admin-correction-removed-title"))
        .description(said)
        .colour(GOOD)
        .into()
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, club::Metric};
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn one(value: i64, reason: Option<&str>) -> CorrectionLine {
        CorrectionLine {
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
            member: "*Stone*".to_owned(),
            metric: Metric::Sim,
            week: "2026-W47".to_owned(),
            value,
            reason: reason.map(str::to_owned),
            at: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
        }
    }

    #[test]
    fn a_correction_says_what_it_takes_the_place_of() {
        let all = |words| {
            let set = |before, replaced, has_roster| {
                let corrected = Corrected {
                    line: one(298_297_518, Some("@everyone saw it")),
                    before,
                    replaced,
                    has_roster,
                };
                set_answer(words, &corrected)
            };
            [
                set(Some(29_829_751), None, true),
                set(Some(7), Some(one(7, Some("guessed"))), true),
                set(None, None, true),
                set(None, None, false),
                removed_answer(words, &one(298_297_518, None)),
            ]
        };
        for language in Language::ALL {
            let all = all(Words::of(language));
            assert!(all.iter().all(|answer| fault(answer).is_none()));
        }
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
    }

    #[test]
    fn a_list_has_reasons_and_places() {
        let list = Corrections {
            items: vec![one(298_297_518, Some("misread")), one(0, None)],
            newer: None,
            older: Some("1795500000000000.cmwrt8afl00067d2zeeb71pqc".to_owned()),
        };
        let nothing = Corrections {
            items: Vec::new(),
            newer: None,
            older: None,
        };
        let all = [list, nothing].map(|list| listed(Words::ENGLISH, &list));
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[test]
    fn ten_long_reasons_fit() {
        let long = "*".repeat(500);
        let list = Corrections {
            items: vec![one(i64::MAX, Some(&long)); 10],
            newer: None,
            older: None,
        };
        for language in Language::ALL {
            assert_eq!(fault(&listed(Words::of(language), &list)), None);
        }
    }
}
