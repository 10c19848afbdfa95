//! `/club-admin rollback`: back to the roster that was saved before, and forth again.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id,
    club::admin::{self, RollBack, RolledBack, SnapshotLine, Undone},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    component::{Control, Press as _},
    embed::{CARE, GOOD, card},
    text::{moment, name},
};

use super::{NAME, Power, typing};

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
        request.write(question(request.words, &found)).await
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
        Ok(rolled_back(request.words, &done))
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

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept(request.words))
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
        Ok(undone(request.words, &done))
    }
}

fn kept(words: Words) -> Answer {
    card(&say!(words, "club-admin-rollback-kept-title"))
        .description(say!(words, "club-admin-rollback-kept"))
        .into()
}

fn question(words: Words, found: &RollBack) -> Answer {
    let mut buttons = Vec::new();
    let mut said = say!(words, "club-admin-rollback-none");
    if let Some(now) = &found.now {
        let confirm = Confirm { id: now.id.clone() };
        let label = say!(words, "club-admin-rollback-confirm");
        buttons.push(confirm.button(&label, ButtonStyle::Danger));
        said = now_and_then(words, now, found.before.as_ref());
    }
    if let Some(last) = &found.undoable {
        let undo = Undo {
            id: last.id.clone(),
        };
        let label = say!(words, "club-admin-rollback-undo");
        buttons.push(undo.button(&label, ButtonStyle::Secondary));
        let last = line(words, last);
        let last = say!(words, "club-admin-rollback-undoable", last = last);
        said = format!("{said}\n\n{last}");
    }
    if found.now.is_some() {
        let label = say!(words, "club-admin-rollback-keep");
        buttons.push(Keep {}.button(&label, ButtonStyle::Secondary));
    }
    let embed = card(&say!(words, "club-admin-rollback-title"))
        .description(said)
        .colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(buttons))
}

fn now_and_then(words: Words, now: &SnapshotLine, before: Option<&SnapshotLine>) -> String {
    if let Some(before) = before {
        say!(
            words,
            "club-admin-rollback-question",
            now = line(words, now),
            before = line(words, before)
        )
    } else {
        say!(
            words,
            "club-admin-rollback-question-last",
            now = line(words, now),
            metric = now.metric.as_str(),
            week = &now.week
        )
    }
}

/// "2026-W47 · sim power, **Week 47**, 55 members, saved …".
fn line(words: Words, snapshot: &SnapshotLine) -> String {
    let metric = snapshot.metric.as_str();
    let mut parts = vec![say!(
        words,
        "club-admin-roster",
        week = &snapshot.week,
        metric = metric
    )];
    if !snapshot.title.is_empty() {
        parts.push(name(&snapshot.title, NAME));
    }
    if let Some(members) = snapshot.members {
        parts.push(say!(words, "club-admin-roster-members", count = members));
    }
    let at = moment(snapshot.saved_at);
    parts.push(if snapshot.is_imported {
        say!(words, "club-admin-roster-imported", at = at)
    } else {
        say!(words, "club-admin-roster-saved", at = at)
    });
    parts.join(&say!(words, "text-list-between"))
}

fn rolled_back(words: Words, done: &RolledBack) -> Answer {
    let gone = line(words, &done.gone);
    let said = if let Some(now) = &done.now {
        say!(
            words,
            "club-admin-rolled-back",
            gone = gone,
            now = line(words, now)
        )
    } else {
        say!(
            words,
            "club-admin-rolled-back-last",
            gone = gone,
            metric = done.gone.metric.as_str(),
            week = &done.gone.week
        )
    };
    let undo = Undo {
        id: done.gone.id.clone(),
    };
    let embed = card(&say!(words, "club-admin-rolled-back-title"))
        .description(said)
        .colour(GOOD);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        undo.button(&say!(words, "club-admin-undo"), ButtonStyle::Secondary),
    ]))
}

fn undone(words: Words, done: &Undone) -> Answer {
    let back = line(words, &done.back);
    let said = if done.is_current {
        say!(words, "club-admin-undone", back = back)
    } else {
        say!(words, "club-admin-undone-superseded", back = back)
    };
    card(&say!(words, "club-admin-undone-title"))
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
        let ask = |words, now: Option<_>, before, undoable| {
            let found = RollBack {
                now,
                before,
                undoable,
            };
            question(words, &found)
        };
        let now = || Some(one("*Week* 47", Some(55), false));
        let all = |words| {
            [
                ask(words, now(), Some(one("", Some(1), true)), None),
                ask(words, now(), None, None),
                ask(words, None, None, Some(one("Week 47", Some(55), false))),
            ]
        };
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
        let all = Language::ALL.map(|language| all(Words::of(language)));
        assert!(all.iter().flatten().all(|answer| fault(answer).is_none()));
        let first = all.map(|[first, ..]| first);
        insta::assert_snapshot!(serde_json::to_string_pretty(&first).unwrap());
    }

    #[test]
    fn what_counts_afterwards_is_said() {
        let gone = || one("Week 47", None, false);
        let all = |words| {
            let done = |now| rolled_back(words, &RolledBack { gone: gone(), now });
            let undo = |is_current| {
                let back = gone();
                undone(words, &Undone { back, is_current })
            };
            [
                done(Some(one("", Some(54), false))),
                done(None),
                undo(true),
                undo(false),
                kept(words),
            ]
        };
        for language in Language::ALL {
            let all = all(Words::of(language));
            assert!(all.iter().all(|answer| fault(answer).is_none()));
        }
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
    }
}
