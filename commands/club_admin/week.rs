//! `/club-admin week`: when the club's weeks begin.

use chrono::Weekday;
use slimy_domain::club::admin::{self, WeekChange, WeekState};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once, at_once_quietly},
    embed::{GOOD, card},
    text::{moment, plain},
};

use super::typing;

/// A day, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
enum Day {
    /// See the setting.
    Monday,
    /// See the setting.
    Tuesday,
    /// See the setting.
    Wednesday,
    /// See the setting.
    Thursday,
    /// See the setting.
    Friday,
    /// See the setting.
    Saturday,
    /// See the setting.
    Sunday,
}

impl Day {
    /// As the setting has it.
    fn key(self) -> &'static str {
        match self {
            Self::Monday => "mon",
            Self::Tuesday => "tue",
            Self::Wednesday => "wed",
            Self::Thursday => "thu",
            Self::Friday => "fri",
            Self::Saturday => "sat",
            Self::Sunday => "sun",
        }
    }
}

/// When the club's weeks begin
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("show", "set")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(super) async fn week(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Show when the club's weeks begin
#[poise::command(slash_command, guild_only)]
async fn show(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let state = admin::week(request.services, &request.actor).await?;
        request.write(shown(request.words, &state)).await
    })
    .await
}

/// Change when the club's weeks begin; what is saved keeps its weeks
#[poise::command(slash_command, guild_only)]
async fn set(
    ctx: Context<'_>,
    #[description = "The day (default: stays)"] day: Option<Day>,
    #[description = "The time, like 04:30 (default: stays)"]
    #[max_length = 5]
    time: Option<String>,
    #[description = "The time zone, like Europe/Berlin (default: stays)"]
    #[autocomplete = "typing::zone"]
    timezone: Option<String>,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let change = WeekChange {
            day: day.map(|day| day.key().to_owned()),
            time,
            timezone,
        };
        let state = admin::set_week(request.services, &request.actor, change).await?;
        request.write(changed(request.words, &state)).await
    })
    .await
}

/// `Weeks begin on Fridays at 04:30 (America/Los_Angeles).`
fn begins(words: Words, state: &WeekState) -> String {
    let anchor = state.anchor;
    // As the messages tell days apart.
    let day = match anchor.weekday {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    };
    say!(
        words,
        "club-admin-week-begins",
        day = day,
        time = anchor.time.format("%H:%M").to_string(),
        zone = plain(anchor.tz.name())
    )
}

fn shown(words: Words, state: &WeekState) -> Answer {
    let runs = say!(
        words,
        "club-admin-week-runs",
        week = state.week.to_string(),
        began = moment(state.began),
        next = moment(state.next)
    );
    card(&say!(words, "club-admin-week-title"))
        .description(format!("{}\n{runs}", begins(words, state)))
        .into()
}

fn changed(words: Words, state: &WeekState) -> Answer {
    let counts = say!(
        words,
        "club-admin-week-set",
        week = state.week.to_string(),
        began = moment(state.began),
        next = moment(state.next)
    );
    card(&say!(words, "club-admin-week-set-title"))
        .description(format!("{}\n{counts}", begins(words, state)))
        .colour(GOOD)
        .into()
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, club::Anchor};
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    #[test]
    fn a_week_says_when_it_began_and_when_the_next_one_does() {
        let at = |seconds: i64| Timestamp::from_micros(seconds * 1_000_000).unwrap();
        let state = WeekState {
            anchor: Anchor::default(),
            week: "2026-W47".parse().unwrap(),
            began: at(1_795_000_000),
            next: at(1_795_604_800),
        };
        let all = |words| [shown(words, &state), changed(words, &state)];
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
        let all = Language::ALL.map(|language| all(Words::of(language)));
        assert!(all.iter().flatten().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
