//! `/club-admin rollback`: back to the roster that was saved before, and forth again.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id,
    club::admin::{self, RollBack, RolledBack, SnapshotLine, Undone},
};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    component::{Control, Press as _},
    embed::{CARE, GOOD, card},
    text::{moment, name},
};

use super::{NAME, Power, power, typing};

/// Go back to the roster that was saved before; asks once more, and can be undone
#[poise::command(slash_command, guild_only)]
pub(super) async fn rollback(
    ctx: Context<'_>,
    #[description = "Which power"] metric: Power,
    #[description = "Which week (default: the newest)"]
    #[autocomplete = "typing::week"]
    week: Option<String>,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let (services, actor) = (request.services, &request.actor);
        let found = admin::question(services, actor, metric.into(), week.as_deref()).await?;
        request.write(question(&found)).await
    })
    .await
}

control! {
    /// **Roll back** under the question about the roster with this id.
    pub(crate) struct Confirm("club-admin.rollback.confirm") { id: Id }
}

impl Control for Confirm {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let done = admin::roll_back(request.services, &request.actor, &self.id).await?;
        Ok(rolled_back(&done))
    }
}

control! {
    /// **Keep** under the question.
    pub(crate) struct Keep("club-admin.rollback.keep") {}
}

impl Control for Keep {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept())
    }
}

control! {
    /// **Undo** under a rollback of the roster with this id.
    pub(crate) struct Undo("club-admin.rollback.undo") { id: Id }
}

impl Control for Undo {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let done = admin::undo(request.services, &request.actor, &self.id).await?;
        Ok(undone(&done))
    }
}

fn kept() -> Answer {
    card("Kept").description("Nothing was rolled back.").into()
}

fn question(found: &RollBack) -> Answer {
    let mut buttons = Vec::new();
    let mut said = "Nothing counts there any more that could be rolled back.".to_owned();
    if let Some(now) = &found.now {
        let confirm = Confirm { id: now.id.clone() };
        buttons.push(confirm.button("Roll back", ButtonStyle::Danger));
        let then = match &found.before {
            Some(before) => format!("Then counts: {}", line(before)),
            None => format!(
                "Then there is no {} in {} any more.",
                power(now.metric),
                now.week
            ),
        };
        said = format!(
            "Now counts: {}\n{then}\n\nNothing is lost: it can be undone.",
            line(now)
        );
    }
    if let Some(last) = &found.undoable {
        let undo = Undo {
            id: last.id.clone(),
        };
        buttons.push(undo.button("Undo the last rollback", ButtonStyle::Secondary));
        said = format!("{said}\n\nRolled back last: {}", line(last));
    }
    if found.now.is_some() {
        buttons.push(Keep {}.button("Keep", ButtonStyle::Secondary));
    }
    let embed = card("Roll back?").description(said).colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(buttons))
}

/// "2026-W47 · sim power, **Week 47**, 55 members, saved …".
fn line(snapshot: &SnapshotLine) -> String {
    let SnapshotLine {
        week,
        metric,
        title,
        saved_at,
        members,
        is_imported,
        ..
    } = snapshot;
    let title = if title.is_empty() {
        String::new()
    } else {
        format!(", {}", name(title, NAME))
    };
    let members = match members {
        None => String::new(),
        Some(1) => ", 1 member".to_owned(),
        Some(members) => format!(", {members} members"),
    };
    let how = if *is_imported { "imported" } else { "saved" };
    let (metric, at) = (power(*metric), moment(*saved_at));
    format!("{week} · {metric}{title}{members}, {how} {at}")
}

fn rolled_back(done: &RolledBack) -> Answer {
    let now = if let Some(now) = &done.now {
        format!("Now counts: {}", line(now))
    } else {
        let (metric, week) = (power(done.gone.metric), &done.gone.week);
        format!("There was none before, so {week} has no {metric} any more.")
    };
    let undo = Undo {
        id: done.gone.id.clone(),
    };
    let said = format!("Does not count any more: {}\n{now}", line(&done.gone));
    let embed = card("Rolled back").description(said).colour(GOOD);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        undo.button("Undo", ButtonStyle::Secondary),
    ]))
}

fn undone(done: &Undone) -> Answer {
    let said = if done.is_current {
        format!("Counts again: {}", line(&done.back))
    } else {
        format!(
            "It is back, but a later one was saved meanwhile and counts: {}",
            line(&done.back)
        )
    };
    card("Undone").description(said).colour(GOOD).into()
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, club::Metric};

    use super::*;
    use crate::limits::fault;

    fn one(title: &str, members: Option<i64>, is_imported: bool) -> SnapshotLine {
        SnapshotLine {
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
            week: "2026-W47".to_owned(),
            metric: Metric::Sim,
            title: title.to_owned(),
            saved_at: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
            members,
            is_imported,
        }
    }

    #[test]
    fn a_question_says_what_counts_now_and_then() {
        let ask = |now: Option<_>, before, undoable| {
            question(&RollBack {
                now,
                before,
                undoable,
            })
        };
        let now = || Some(one("*Week* 47", Some(55), false));
        let all = [
            ask(now(), Some(one("", Some(1), true)), None),
            ask(now(), None, None),
            ask(None, None, Some(one("Week 47", Some(55), false))),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[test]
    fn what_counts_afterwards_is_said() {
        let gone = || one("Week 47", None, false);
        let done = |now| rolled_back(&RolledBack { gone: gone(), now });
        let undo = |is_current| {
            undone(&Undone {
                back: gone(),
                is_current,
            })
        };
        let all = [
            done(Some(one("", Some(54), false))),
            done(None),
            undo(true),
            undo(false),
            kept(),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
