//! `/settings history`: who changed what and when, and taking a change back.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::settings::{
    self, Cause, Conflict, Difference, Entry, History, Mark, Reverted, Spot,
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Control, Press as _},
    embed::{CARE, body, card},
};

use super::differences::{differences, excerpt};

/// Lines of an entry's differences.
const LISTED: usize = 5;
/// Lines of a conflict's differences, unless more of them have to be seen.
const OF_CONFLICT: usize = 20;

/// Who changed what and when, and take a change back
#[poise::command(slash_command, guild_only)]
pub(super) async fn history(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let page = page(&request, None, None).await?;
        request.write(page).await
    })
    .await
}

control! {
    /// **Newer**, **Older** and **Cancel**: the page that begins with the change of this number.
    pub(crate) struct HistoryPage("settings.history.page") { from: i64 }
}

impl Control for HistoryPage {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        page(request, Some(self.from), None).await
    }
}

control! {
    /// **Take back**: the change of this number. `seen` is the mark of what the person was shown
    /// when some of it had been changed again.
    pub(crate) struct TakeBack("settings.revert") { number: i64, seen: Option<Mark> }
}

impl Control for TakeBack {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        match settings::revert(services, actor, self.number, self.seen).await? {
            Reverted::Done(_) => page(request, None, Some(self.number)).await,
            Reverted::Conflict(conflict) => Ok(conflicting(request.words, &conflict)),
        }
    }
}

/// A page, below what was just taken back.
async fn page(
    request: &Request<'_>,
    from: Option<i64>,
    done: Option<i64>,
) -> Result<Answer, Error> {
    let history = settings::history(request.services, &request.actor, from).await?;
    Ok(answer(request.words, &history, done))
}

pub(super) fn answer(words: Words, history: &History, done: Option<i64>) -> Answer {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(done.map(|number| say!(words, "settings-taken-back", number = number)));
    if history.entries.is_empty() {
        parts.push(say!(words, "settings-history-empty"));
    }
    parts.extend(history.entries.iter().map(|entry| told(words, entry)));
    let title = say!(words, "settings-history-title");
    let embed = card(&title).description(body(&parts.join("\n\n")));
    let back = history.entries.iter().map(|entry| {
        let control = TakeBack {
            number: entry.number,
            seen: None,
        };
        let label = say!(words, "settings-take-back", number = entry.number);
        let button = control.button(&label, ButtonStyle::Secondary);
        button.disabled(entry.differences.is_empty())
    });
    let back: Vec<_> = back.collect();
    let turn = |from: Option<i64>, label: String| {
        let control = HistoryPage { from: from? };
        Some(control.button(&label, ButtonStyle::Secondary))
    };
    let turns = [
        turn(history.newer, say!(words, "settings-newer")),
        turn(history.older, say!(words, "settings-older")),
    ];
    let turns: Vec<_> = turns.into_iter().flatten().collect();
    let row = |buttons: Vec<_>| (!buttons.is_empty()).then_some(CreateActionRow::Buttons(buttons));
    Answer::from(embed).row(row(back)).row(row(turns))
}

fn told(words: Words, entry: &Entry) -> String {
    let who = if let Some(id) = &entry.by {
        format!("<@{id}>")
    } else {
        say!(words, "settings-somebody")
    };
    let head = say!(
        words,
        "settings-entry",
        number = entry.number,
        who = who,
        when = format!("<t:{}:R>", entry.at.seconds())
    );
    let note = match (entry.cause, entry.reverts) {
        (_, Some(number)) => Some(say!(words, "settings-entry-reverts", number = number)),
        (Cause::Import, None) => Some(say!(words, "settings-entry-import")),
        _ => None,
    };
    let head = note.map_or_else(|| head.clone(), |note| format!("{head} · {note}"));
    let mut lines = vec![head];
    lines.extend(excerpt(words, &entry.differences, LISTED));
    lines.join("\n")
}

pub(super) fn conflicting(words: Words, conflict: &Conflict) -> Answer {
    let is_changed = |spot: &Spot| conflict.changed_since.contains(spot);
    // What was changed again is what has to be seen.
    let (again, others): (Vec<&Difference>, Vec<&Difference>) = conflict
        .differences
        .iter()
        .partition(|one| is_changed(&one.spot));
    let mut lines = vec![say!(words, "settings-revert-conflict"), String::new()];
    let again = differences(words, again, OF_CONFLICT);
    let left = OF_CONFLICT.saturating_sub(again.len());
    lines.extend(again.into_iter().map(|line| format!("⚠ {line}")));
    lines.extend(differences(words, others, left));
    let title = say!(words, "settings-revert-title", number = conflict.number);
    let embed = card("")
        .title(title)
        .description(body(&lines.join("\n")))
        .colour(CARE);
    let anyway = TakeBack {
        number: conflict.number,
        seen: Some(conflict.base),
    };
    let cancel = HistoryPage {
        from: conflict.number,
    };
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        anyway.button(&say!(words, "settings-revert-anyway"), ButtonStyle::Danger),
        cancel.button(&say!(words, "settings-cancel"), ButtonStyle::Secondary),
    ]))
}
