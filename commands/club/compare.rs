//! `/club compare`: two weeks or two analyses, member by member.

use std::fmt::Write as _;

use slimy_domain::club::{
    Change,
    compare::{Suspicion, Why},
    known::{self, Compared, Side},
};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    embed::{body, card, field},
    text::{moment, name, verbatim},
};

use super::{
    grid::grid,
    typing,
    words::{self, NAME, Power, STAR, changed, members, names, taken},
};

/// Changes that are told, the largest.
const CHANGES: usize = 15;
/// Suspicious values that are told.
const SUSPICIOUS: usize = 3;

/// Compare two weeks or two analyses
#[poise::command(slash_command, guild_only)]
pub(super) async fn compare(
    ctx: Context<'_>,
    #[description = "The earlier week or analysis (default: the week before)"]
    #[autocomplete = "typing::side"]
    from: Option<String>,
    #[description = "The later week or analysis (default: the newest week)"]
    #[autocomplete = "typing::side"]
    to: Option<String>,
    #[description = "Which power (default: that of the newest week)"] metric: Option<Power>,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let metric = metric.map(Into::into);
        let (from, to) = (from.as_deref(), to.as_deref());
        let (services, actor) = (request.services, &request.actor);
        let compared = known::compare(services, actor, metric, from, to).await?;
        request.write(answer(&compared)).await
    })
    .await
}

fn answer(compared: &Compared) -> Answer {
    let comparison = &compared.comparison;
    let mut changes: Vec<&Change> = comparison.changed.iter().collect();
    changes.sort_by_key(|change| {
        let by = change.difference().map_or(0, i64::unsigned_abs);
        (std::cmp::Reverse(by), change.name.clone())
    });
    let shown = &changes[..changes.len().min(CHANGES)];
    let mut said = format!("From {}\nto {}\n", side(&compared.from), side(&compared.to));
    said.push_str(&grid(
        None,
        shown.iter().map(|change| words::changed_row(change)),
        &[1, 2, 3],
    ));
    // Writing to a string cannot fail.
    let _ = match changes.len() - shown.len() {
        0 => Ok(()),
        more => writeln!(said, "\nand {more} more with a smaller change"),
    };
    if shown.iter().any(|change| change.corrected) {
        let _ = write!(said, "\n{STAR}");
    }
    let mut embed = card(&format!("{} compared", words::metric(compared.metric)))
        .description(body(&said))
        .fields(numbers(compared));
    for (what, standings) in [("New", &comparison.new), ("Missing", &comparison.missing)] {
        if !standings.is_empty() {
            let what = format!("{what} ({})", standings.len());
            let (what, who, is_inline) = field(&what, &names(standings.iter()), false);
            embed = embed.field(what, who, is_inline);
        }
    }
    if !comparison.suspicious.is_empty() {
        let what = format!("Look twice ({})", comparison.suspicious.len());
        let told = comparison.suspicious.iter().take(SUSPICIOUS).map(suspicion);
        let told = told.collect::<String>();
        let (what, told, is_inline) = field(&what, &told, false);
        embed = embed.field(what, told, is_inline);
    }
    embed.into()
}

fn numbers(compared: &Compared) -> Vec<(String, String, bool)> {
    let comparison = &compared.comparison;
    let since = compared.statistics.since.as_ref();
    let unknown = || "not known".to_owned();
    let total = since.and_then(|since| Some(changed(since.total?, since.total_percent())));
    let alike = since.and_then(|since| {
        let changed = changed(since.alike?, since.alike_percent());
        Some(format!("{changed}, {}", members(since.alike_members)))
    });
    let counts = format!(
        "{} changed, {} the same, {} not known both times",
        comparison.changed.len(),
        comparison.same.len(),
        comparison.unknown.len()
    );
    vec![
        field("Change of the total", &total.unwrap_or_else(unknown), true),
        field(
            "Of members known both times",
            &alike.unwrap_or_else(unknown),
            true,
        ),
        field("Members", &counts, true),
    ]
}

fn side(side: &Side) -> String {
    match side {
        Side::Week(week) => format!("{}.", taken(week)),
        Side::Analysis {
            title,
            week,
            saved_at,
        } => {
            let week = week.map_or_else(String::new, |week| format!(" of {week}"));
            format!(
                "{}{week} as it was read, saved {}.",
                name(title, NAME),
                moment(*saved_at)
            )
        }
    }
}

fn suspicion(suspicion: &Suspicion) -> String {
    let why = match suspicion.why {
        Why::TenTimes => "about ten times what it was",
        Why::ATenth => "about a tenth of what it was",
        Why::Jump => "a large jump",
    };
    let digits = &suspicion.digits;
    let called = name(&suspicion.change.name, NAME);
    let lines = [&digits.before, &digits.now, &digits.marks].map(|line| verbatim(line));
    format!("{called}: {why}\n```\n{}\n```", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use slimy_domain::{
        Timestamp,
        club::{Metric, Standing, compare::compare, statistics::statistics},
    };

    use super::*;
    use crate::{
        club::fixture::{ODD, roster, taken, week},
        limits::fault,
    };

    fn compared(from: &[Standing], to: &[Standing]) -> Compared {
        Compared {
            metric: Metric::Total,
            from: Side::Analysis {
                title: "Week *46*".to_owned(),
                week: Some(week("2026-W46")),
                saved_at: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
            },
            to: Side::Week(taken("2026-W47", Metric::Total)),
            statistics: statistics(to, Some(from)),
            comparison: compare(from, to, Some(85)),
        }
    }

    #[test]
    fn changes_are_told_the_largest_first_and_what_is_suspicious_with_its_digits() {
        let from = roster(&[
            ("Stone", Some(300_000_000), false),
            ("DavoGato", Some(209_555_551), false),
            ("Same", Some(7), false),
            ("Gone", Some(7), false),
            ("Unread", None, false),
        ]);
        let to = roster(&[
            ("Stone", Some(310_000_000), true),
            ("DavoGato", Some(2_095_555_510), false),
            ("Same", Some(7), false),
            ("Unread", Some(5), false),
            ("Fresh", Some(5), false),
        ]);
        let answer = answer(&compared(&from, &to));
        assert_eq!(fault(&answer), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&answer).unwrap());
    }

    #[test]
    fn a_full_club_of_odd_names_fits() {
        let rows = |power| {
            let names = ODD.iter().cycle().take(150).enumerate();
            let rows = names.map(|(n, name)| Standing {
                member: Some(format!("m{n}").as_str().into()),
                name: (*name).to_owned(),
                power: Some(power),
                corrected: true,
            });
            rows.collect::<Vec<_>>()
        };
        let answer = answer(&compared(&rows(900_000_000_000), &rows(9_000_000_000_000)));
        assert_eq!(fault(&answer), None);
    }
}
