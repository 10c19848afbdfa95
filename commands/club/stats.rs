//! `/club stats`: a week in numbers, and how they have changed.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::{
    club::{
        known::{self, Stats},
        statistics::Since,
    },
    number::{grouped, short},
};

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
    words::{self, NAME, Power, STAR, changed, compared, members, names},
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
        request.write(answer(&stats)).await
    })
    .await
}

fn answer(stats: &Stats) -> Answer {
    let numbers = &stats.statistics;
    let power = |power: Option<i64>| power.map_or_else(|| UNCERTAIN.to_owned(), whole);
    let title = format!("{} · {}", words::metric(stats.now.metric), stats.now.week);
    let mut said = compared(&stats.now, stats.before.as_ref());
    let top = match &numbers.top {
        None => UNCERTAIN.to_owned(),
        Some(top) => {
            if top.corrected {
                said = format!("{said}\n{STAR}");
            }
            let value = words::value(top.power, top.corrected);
            format!("{} {}", name(&top.name, NAME), value.replace('*', "\\*"))
        }
    };
    let share = numbers.known_tenths().map_or_else(String::new, |tenths| {
        format!(" ({}.{} %)", tenths / 10, tenths % 10)
    });
    let known = format!("{} of {}{share}", numbers.with_power, numbers.members);
    let mut embed = card(&title).description(body(&said)).fields([
        field("Members", &numbers.members.to_string(), true),
        field("With a value", &known, true),
        field("Total", &power(numbers.total), true),
        field("Average", &power(numbers.average), true),
        field("Median", &power(numbers.median), true),
        field("Top", &top, true),
    ]);
    if let Some(since) = &numbers.since {
        embed = with_changes(embed, since);
    }
    embed.into()
}

fn with_changes(embed: CreateEmbed, since: &Since) -> CreateEmbed {
    let total = since
        .total
        .map(|total| changed(total, since.total_percent()));
    let alike = since.alike.map(|alike| {
        let changed = changed(alike, since.alike_percent());
        format!("{changed}, {}", members(since.alike_members))
    });
    let unknown = || "not known".to_owned();
    let embed = embed.fields([
        field("Change of the total", &total.unwrap_or_else(unknown), true),
        field(
            "Of members known both times",
            &alike.unwrap_or_else(unknown),
            true,
        ),
    ]);
    let people = [("New", &since.new), ("Departed", &since.departed)];
    embed.fields(people.into_iter().map(|(what, standings)| {
        let what = format!("{what} ({})", standings.len());
        field(&what, &names(standings.iter()), false)
    }))
}

/// "10.1 B (10,123,456,789)".
fn whole(power: i64) -> String {
    match (short(power), grouped(power)) {
        (short, grouped) if short == grouped => grouped,
        (short, grouped) => format!("{short} ({grouped})"),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::{Metric, statistics::statistics};

    use super::*;
    use crate::{
        club::fixture::{ODD, roster, taken},
        limits::fault,
    };

    fn shown(stats: &Stats) -> String {
        let answer = answer(stats);
        assert_eq!(fault(&answer), None);
        serde_json::to_string_pretty(&answer).unwrap()
    }

    #[test]
    fn a_week_is_told_with_what_has_changed_since_the_one_before() {
        let before = roster(&[("Stone", Some(100), false), ("Gone", Some(50), false)]);
        let now = roster(&[
            ("Stone", Some(1_120_000), true),
            ("New *one*", Some(2_000_000), false),
            ("Unread", None, false),
        ]);
        let stats = Stats {
            now: taken("2026-W47", Metric::Total),
            before: Some(taken("2026-W44", Metric::Total)),
            statistics: statistics(&now, Some(&before)),
        };
        insta::assert_snapshot!(shown(&stats));
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
