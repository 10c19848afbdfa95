//! `/club stats`: a week in numbers, and how they have changed.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::club::{
    known::{self, Stats},
    statistics::{Since, Statistics},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    embed::{body, card, field},
    table::UNCERTAIN,
    text::name,
};

use super::{
    typing,
    words::{self, NAME, Power, changes_since, compared, names, star},
};

/// The club in numbers, and what has changed since the week before
#[poise::command(slash_command, guild_only)]
pub(super) async fn stats(
    ctx: Context<'_>,
    #[description = "Which power (default: that of the newest week)"] metric: Option<Power>,
    #[description = "Which week (default: the newest)"]
    #[autocomplete = "typing::week"]
    week: Option<String>,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let metric = metric.map(Into::into);
        let (services, actor) = (request.services, &request.actor);
        let stats = known::stats(services, actor, metric, week.as_deref()).await?;
        let words = request.words;
        request.write(answer(words, &stats)).await
    })
    .await
}

fn answer(words: Words, stats: &Stats) -> Answer {
    let numbers = &stats.statistics;
    let power = |power: Option<i64>| {
        power.map_or_else(|| UNCERTAIN.to_owned(), |power| whole(words, power))
    };
    let title = say!(
        words,
        "club-stats-title",
        metric = words::metric(words, stats.now.metric),
        week = stats.now.week.to_string()
    );
    let mut said = compared(words, &stats.now, stats.before.as_ref());
    let top = match &numbers.top {
        None => UNCERTAIN.to_owned(),
        Some(top) => {
            if top.corrected {
                said = format!("{said}\n{}", star(words));
            }
            let value = words::value(words, top.power, top.corrected);
            format!("{} {}", name(&top.name, NAME), value.replace('*', "\\*"))
        }
    };
    let mut embed = card(&title).description(body(&said)).fields([
        field(
            &say!(words, "club-field-members"),
            &words.number(i64::try_from(numbers.members).unwrap_or(i64::MAX)),
            true,
        ),
        field(
            &say!(words, "club-stats-with-value"),
            &known(words, numbers),
            true,
        ),
        field(
            &say!(words, "club-field-total"),
            &power(numbers.total),
            true,
        ),
        field(
            &say!(words, "club-stats-average"),
            &power(numbers.average),
            true,
        ),
        field(
            &say!(words, "club-stats-median"),
            &power(numbers.median),
            true,
        ),
        field(&say!(words, "club-stats-top"), &top, true),
    ]);
    if let Some(since) = &numbers.since {
        embed = with_changes(words, embed, since);
    }
    embed.into()
}

/// "52 of 54 (96.3 %)".
fn known(words: Words, numbers: &Statistics) -> String {
    let (known, all) = (numbers.with_power, numbers.members);
    match numbers.known_tenths() {
        None => say!(words, "club-stats-known", known = known, all = all),
        Some(tenths) => say!(
            words,
            "club-stats-known-share",
            known = known,
            all = all,
            share = words.percent(i64::try_from(tenths).unwrap_or(i64::MAX))
        ),
    }
}

fn with_changes(words: Words, embed: CreateEmbed, since: &Since) -> CreateEmbed {
    let (new, departed) = (&since.new, &since.departed);
    let embed = embed.fields(changes_since(words, Some(since)));
    embed.fields([
        field(
            &say!(words, "club-field-new", count = new.len()),
            &names(words, new.iter()),
            false,
        ),
        field(
            &say!(words, "club-field-departed", count = departed.len()),
            &names(words, departed.iter()),
            false,
        ),
    ])
}

/// "10.1 B (10,123,456,789)".
fn whole(words: Words, power: i64) -> String {
    match (words.short(power), words.number(power)) {
        (short, exact) if short == exact => exact,
        (short, exact) => say!(words, "club-whole", short = short, exact = exact),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::{Metric, statistics::statistics};
    use slimy_words::Language;

    use super::*;
    use crate::club::fixture::{ODD, in_every_language, roster, taken};

    fn shown(stats: &Stats) -> String {
        in_every_language(|words| answer(words, stats));
        let answer = answer(Words::ENGLISH, stats);
        serde_json::to_string_pretty(&answer).unwrap()
    }

    fn two_weeks() -> Stats {
        let before = roster(&[("Stone", Some(100), false), ("Gone", Some(50), false)]);
        let now = roster(&[
            ("Stone", Some(1_120_000), true),
            ("New *one*", Some(2_000_000), false),
            ("Unread", None, false),
        ]);
        Stats {
            now: taken("2026-W47", Metric::Total),
            before: Some(taken("2026-W44", Metric::Total)),
            statistics: statistics(&now, Some(&before)),
        }
    }

    #[test]
    fn a_week_is_told_with_what_has_changed_since_the_one_before() {
        insta::assert_snapshot!(shown(&two_weeks()));
    }

    #[test]
    fn a_week_is_told_in_every_language() {
        for language in Language::ALL {
            let answer = answer(Words::of(language), &two_weeks());
            let shown = serde_json::to_string_pretty(&answer).unwrap();
            insta::assert_snapshot!(format!("a_week_in_{}", language.code()), shown);
        }
    }

    #[test]
    fn a_first_week_is_compared_with_nothing_and_nothing_is_zero() {
        let now = roster(&[("Unread", None, false)]);
        let stats = Stats {
            now: taken("2026-W47", Metric::Sim),
            before: None,
            statistics: statistics(&now, None),
        };
        insta::assert_snapshot!(shown(&stats));
    }

    #[test]
    fn two_thousand_new_members_with_odd_names_fit() {
        let odd = ODD.iter().cycle().take(2_000).enumerate();
        let names: Vec<String> = odd.map(|(n, name)| format!("{n} {name}")).collect();
        let many: Vec<_> = names
            .iter()
            .map(|name| (name.as_str(), Some(1), false))
            .collect();
        let stats = Stats {
            now: taken("2026-W47", Metric::Sim),
            before: Some(taken("2026-W46", Metric::Sim)),
            statistics: statistics(&roster(&many), Some(&[])),
        };
        assert!(shown(&stats).contains("more"));
    }
}
