//! `/audit stats`: how much was done, by whom and on which days, with a chart.

use poise::serenity_prelude::User;
use slimy_charts::{Day, Days, Fault};
use slimy_domain::audit::{self, Counting, Numbers, Tally};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::{Answer, Picture},
    check::{Request, at_once_quietly},
    embed::{body, card, field},
    text::{plain, shorten, verbatim},
};

use super::{TYPED, typing};

/// Lines of a list.
const LISTED: usize = 10;
/// Days that are counted unless somebody says otherwise.
const DAYS: u32 = 30;
/// The picture's name, as people save it.
const NAME: &str = "audit.png";

/// How much was done: by action, by person and by day
#[poise::command(slash_command, guild_only)]
pub(super) async fn stats(
    ctx: Context<'_>,
    #[description = "Who did it"] person: Option<User>,
    #[description = "Which action"]
    #[autocomplete = "typing::action"]
    #[max_length = 80]
    action: Option<String>,
    #[description = "How many days up to today (default: 30)"]
    #[min = 1]
    #[max = 366]
    days: Option<u32>,
) -> Result<(), Error> {
    let counting = Counting {
        person: person.map(|person| person.id.to_string()),
        action,
        days: days.unwrap_or(DAYS),
    };
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let found = audit::numbers(request.services, &request.actor, &counting).await?;
        let answer = match found {
            Some(numbers) if numbers.total > 0 => shown(request.words, numbers).await?,
            _ => nothing(request.words),
        };
        request.write(answer).await
    })
    .await
}

fn nothing(words: Words) -> Answer {
    let title = say!(words, "audit-stats-title");
    card(&title)
        .description(say!(words, "audit-stats-none"))
        .into()
}

async fn shown(words: Words, numbers: Numbers) -> Result<Answer, Error> {
    let answer = written(words, &numbers);
    let picture = drawn(words, numbers).await?;
    Ok(answer.picture(picture))
}

fn written(words: Words, numbers: &Numbers) -> Answer {
    let total = say!(
        words,
        "audit-stats-total",
        count = numbers.total,
        days = numbers.by_day.len(),
        rate = words.percent(tenths(numbers.total - numbers.failed, numbers.total))
    );
    let actions = numbers.by_action.iter().map(|one| {
        let action = format!("`{}`", verbatim(&shorten(&one.key, TYPED)));
        counted(words, &action, one)
    });
    let people = numbers.by_person.iter().map(|one| {
        let person = one.key.as_ref().map_or_else(
            || say!(words, "audit-nobody"),
            |discord_id| format!("<@{}>", plain(discord_id)),
        );
        counted(words, &person, one)
    });
    let list =
        |lines: &mut dyn Iterator<Item = String>| lines.take(LISTED).collect::<Vec<_>>().join("\n");
    let (by_action, by_person) = (
        say!(words, "audit-stats-actions"),
        say!(words, "audit-stats-people"),
    );
    let title = say!(words, "audit-stats-title");
    let fields = [
        field(&by_action, &list(&mut { actions }), false),
        field(&by_person, &list(&mut { people }), false),
    ];
    let embed = card(&title).description(body(&total)).fields(fields);
    Answer::from(embed)
}

fn counted<K>(words: Words, what: &str, tally: &Tally<K>) -> String {
    let total = words.number(i64::try_from(tally.total).unwrap_or(i64::MAX));
    if tally.failed == 0 {
        return format!("{what}: {total}");
    }
    let failed = say!(words, "audit-stats-failed", count = tally.failed);
    format!("{what}: {total} ({failed})")
}

/// A share in tenths of a percent.
fn tenths(part: u64, whole: u64) -> i64 {
    let share = u128::from(part) * 1_000 / u128::from(whole.max(1));
    i64::try_from(share).unwrap_or(1_000)
}

async fn drawn(words: Words, numbers: Numbers) -> Result<Option<Picture>, Error> {
    let alt = say!(words, "audit-chart-alt");
    let days = numbers.by_day.iter().map(|day| Day {
        label: words.day_of_year(day.key.datetime().date_naive()),
        count: day.total,
        succeeded: day.total.saturating_sub(day.failed),
    });
    let chart = Days {
        title: say!(words, "audit-chart-title"),
        subtitle: String::new(),
        days: days.collect(),
        count: say!(words, "audit-chart-count"),
        rate: say!(words, "audit-chart-rate"),
        numbers: slimy_charts::Numbers {
            decimal: words.decimal_separator(),
            units: words.units(),
        },
    };
    let painted = tokio::task::spawn_blocking(move || chart.draw()?.png()).await;
    let painted = painted.map_err(|error| Error::Chart(error.to_string()))?;
    match painted {
        Ok(bytes) => Ok(Some(Picture {
            name: NAME,
            bytes,
            alt,
        })),
        Err(Fault::Empty) => Ok(None),
        Err(fault) => Err(Error::Chart(fault.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::Timestamp;
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn numbers() -> Numbers {
        let day = Timestamp::from_micros(1_795_000_000_000_000).unwrap();
        let tally = |key: &str, total, failed| Tally {
            key: key.to_owned(),
            total,
            failed,
        };
        Numbers {
            total: 1_234,
            failed: 12,
            by_action: vec![
                tally("club.import.apply", 1_200, 1),
                tally("chat.message", 34, 0),
            ],
            by_person: vec![
                Tally {
                    key: Some("11".to_owned()),
                    total: 1_200,
                    failed: 12,
                },
                Tally {
                    key: None,
                    total: 34,
                    failed: 0,
                },
            ],
            by_day: vec![Tally {
                key: day,
                total: 1_234,
                failed: 12,
            }],
            from: day,
        }
    }

    #[test]
    fn numbers_are_said_by_action_and_person() {
        let all = Language::ALL.map(|language| {
            let answer = written(Words::of(language), &numbers());
            assert_eq!(fault(&answer), None);
            answer
        });
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[tokio::test]
    async fn days_are_drawn() {
        let answer = shown(Words::ENGLISH, numbers()).await.unwrap();
        assert_eq!((fault(&answer), answer.files.len()), (None, 1));
    }
}
