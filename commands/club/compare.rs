//! `/club compare`: two weeks or two analyses, member by member.

use std::fmt::Write as _;

use slimy_domain::club::{
    Change,
    compare::{Suspicion, Why},
    known::{self, Compared, Side},
};
use slimy_words::{Words, say};

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
    words::{self, NAME, Power, changes_since, names, star, taken},
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
        let words = request.words;
        request.write(answer(words, &compared)).await
    })
    .await
}

fn answer(words: Words, compared: &Compared) -> Answer {
    let comparison = &compared.comparison;
    let mut embed = card(&say!(
        words,
        "club-compare-title",
        metric = words::metric(words, compared.metric)
    ))
    .description(body(&said(words, compared)))
    .fields(numbers(words, compared));
    let (new, missing) = (&comparison.new, &comparison.missing);
    let people = [
        (new, say!(words, "club-field-new", count = new.len())),
        (
            missing,
            say!(words, "club-field-missing", count = missing.len()),
        ),
    ];
    for (standings, what) in people {
        if !standings.is_empty() {
            let (what, who, is_inline) = field(&what, &names(words, standings.iter()), false);
            embed = embed.field(what, who, is_inline);
        }
    }
    let suspicious = &comparison.suspicious;
    if !suspicious.is_empty() {
        let what = say!(words, "club-compare-look-twice", count = suspicious.len());
        let told = suspicious.iter().take(SUSPICIOUS);
        let told: String = told.map(|one| suspicion(words, one)).collect();
        let (what, told, is_inline) = field(&what, &told, false);
        embed = embed.field(what, told, is_inline);
    }
    embed.into()
}

/// What is compared, and the largest changes.
fn said(words: Words, compared: &Compared) -> String {
    let mut changes: Vec<&Change> = compared.comparison.changed.iter().collect();
    changes.sort_by_key(|change| {
        let by = change.difference().map_or(0, i64::unsigned_abs);
        (std::cmp::Reverse(by), change.name.clone())
    });
    let shown = &changes[..changes.len().min(CHANGES)];
    let mut said = say!(
        words,
        "club-compare-sides",
        from = side(words, &compared.from),
        to = side(words, &compared.to)
    );
    said.push('\n');
    let rows = shown.iter().map(|change| words::changed_row(words, change));
    said.push_str(&grid(None, rows, &[1, 2, 3]));
    // Writing to a string cannot fail.
    let _ = match changes.len() - shown.len() {
        0 => Ok(()),
        more => {
            let more = say!(words, "club-compare-smaller", count = more);
            writeln!(said, "\n{more}")
        }
    };
    if shown.iter().any(|change| change.corrected) {
        let _ = write!(said, "\n{}", star(words));
    }
    said
}

fn numbers(words: Words, compared: &Compared) -> Vec<(String, String, bool)> {
    let comparison = &compared.comparison;
    let since = compared.statistics.since.as_ref();
    let counts = say!(
        words,
        "club-compare-counts",
        changed = comparison.changed.len(),
        same = comparison.same.len(),
        unknown = comparison.unknown.len()
    );
    let mut fields = changes_since(words, since).to_vec();
    fields.push(field(&say!(words, "club-field-members"), &counts, true));
    fields
}

fn side(words: Words, side: &Side) -> String {
    match side {
        Side::Week(week) => say!(words, "club-compare-week", taken = taken(words, week)),
        Side::Analysis {
            title,
            week,
            saved_at,
        } => {
            let (title, moment) = (name(title, NAME), moment(*saved_at));
            match week {
                None => say!(
                    words,
                    "club-compare-analysis",
                    title = title,
                    moment = moment
                ),
                Some(week) => say!(
                    words,
                    "club-compare-analysis-of-week",
                    title = title,
                    week = week.to_string(),
                    moment = moment
                ),
            }
        }
    }
}

fn suspicion(words: Words, suspicion: &Suspicion) -> String {
    let name = name(&suspicion.change.name, NAME);
    let said = match suspicion.why {
        Why::TenTimes => say!(words, "club-compare-ten-times", name = name),
        Why::ATenth => say!(words, "club-compare-a-tenth", name = name),
        Why::Jump => say!(words, "club-compare-jump", name = name),
    };
    let digits = &suspicion.digits;
    let lines = [&digits.before, &digits.now, &digits.marks].map(|line| verbatim(line));
    format!("{said}\n```\n{}\n```", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use slimy_domain::{
        Timestamp,
        club::{Metric, Standing, compare::compare, statistics::statistics},
    };

    use super::*;
    use crate::club::fixture::{ODD, in_every_language, roster, taken, week};

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
        in_every_language(|words| answer(words, &compared(&from, &to)));
        let answer = answer(Words::ENGLISH, &compared(&from, &to));
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
        let compared = compared(&rows(900_000_000_000), &rows(9_000_000_000_000));
        in_every_language(|words| answer(words, &compared));
    }
}
