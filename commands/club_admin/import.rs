//! `/club-admin import`: a file becomes history, after it was shown what that changes.

use poise::serenity_prelude::{Attachment, ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    club::{
        Upload,
        admin::{self, Fault, Guarded, Import, ImportUndone, Plan},
        files::Format,
    },
};
use slimy_words::Words;

use crate::{
    Context, Error,
    answer::Answer,
    check::Request,
    component::{Control, Press as _},
    embed::{CARE, GOOD, body, card},
    limits::CONTENT,
    text::{name, plain, shorten, visible},
};

use super::{NAME, power};

/// Guards that are told one by one.
const GUARDED: usize = 5;

/// Names of new members that are told.
const NAMED: usize = 20;

/// Take over a history from a CSV, XLSX or JSON file; asks before anything changes
#[poise::command(slash_command, guild_only)]
pub(super) async fn import(
    ctx: Context<'_>,
    #[description = "A file as /club export makes it"] file: Attachment,
) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let upload = Upload {
        name: file.filename,
        url: file.url,
        size: u64::from(file.size),
    };
    let channel = Some(request.channel_id.clone());
    let prepared = admin::prepare(request.services, &request.actor, channel, upload).await;
    match prepared {
        Ok((id, plan)) => request.answer(question(&id, &plan)).await,
        Err(error) => match faults(&error) {
            Some(text) => request.answer(refused(&text)).await,
            None => Err(error.into()),
        },
    }
}

control! {
    /// **Import** under the question about the file that waits under this id.
    pub(crate) struct Confirm("club-admin.import.confirm") { id: Id }
}

impl Control for Confirm {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let done = admin::import(request.services, &request.actor, &self.id).await?;
        let plan = match done {
            Import::Imported(plan) => return Ok(imported(&self.id, &plan)),
            Import::Requested(plan) => plan,
        };
        // The question stands in an answer for one person alone, and another one has to see this.
        let is_seen = request.follow_up(asking(&self.id, &plan)).await;
        Ok(asked(&plan, is_seen))
    }

    async fn settled(&self, _: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(error)
    }
}

control! {
    /// **Approve** under a request for a second manager.
    pub(crate) struct Approve("club-admin.import.approve") { id: Id }
}

impl Control for Approve {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let done = admin::approve_import(request.services, &request.actor, &self.id).await?;
        let (Import::Imported(plan) | Import::Requested(plan)) = done;
        Ok(imported(&self.id, &plan))
    }

    async fn settled(&self, _: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(error)
    }
}

control! {
    /// **Undo** under an import.
    pub(crate) struct Undo("club-admin.import.undo") { id: Id }
}

impl Control for Undo {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let done = admin::undo_import(request.services, &request.actor, &self.id).await?;
        Ok(undone(done))
    }

    async fn settled(&self, _: &Request<'_>, error: &UserError) -> Option<Answer> {
        let fault = Fault::NothingToUndo;
        let said = fault.to_string();
        (*error == UserError::ClubAdmin(fault)).then(|| card("Import").description(said).into())
    }
}

control! {
    /// **Cancel** under the question.
    pub(crate) struct Cancel("club-admin.import.cancel") { id: Id }
}

impl Control for Cancel {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        admin::cancel(request.services, &request.actor, &self.id).await?;
        Ok(cancelled())
    }

    async fn settled(&self, _: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(error)
    }
}

fn cancelled() -> Answer {
    card("Cancelled")
        .description("Nothing was imported.")
        .into()
}

/// What a question shows that was answered before, or waited too long.
fn over(error: &UserError) -> Option<Answer> {
    let is_over = *error == UserError::ClubAdmin(Fault::ImportOver);
    is_over.then(|| {
        card("Import")
            .description(Fault::ImportOver.to_string())
            .into()
    })
}

/// The faults of a file that are too many for a message.
fn faults(error: &slimy_domain::Error) -> Option<String> {
    let slimy_domain::Error::User(UserError::ClubAdmin(
        fault @ (Fault::Unreadable(_) | Fault::Contradictions(_)),
    )) = error
    else {
        return None;
    };
    let text = fault.to_string();
    (crate::text::refusal(&UserError::ClubAdmin(fault.clone()), Words::ENGLISH)
        .encode_utf16()
        .count()
        > CONTENT)
        .then_some(text)
}

fn refused(faults: &str) -> Answer {
    let lines: Vec<String> = faults.lines().map(visible).collect();
    let said = "Nothing was imported. What is wrong with the file stands in **errors.txt**; correct it and import it again.";
    let embed = card("This file cannot be imported")
        .description(said)
        .colour(CARE);
    Answer::from(embed).file("errors.txt", lines.join("\n").into_bytes())
}

fn question(id: &Id, plan: &Plan) -> Answer {
    let (confirm, cancel) = (Confirm { id: id.clone() }, Cancel { id: id.clone() });
    let title = format!("Import {}?", visible(&plan.file));
    let needs = if plan.guards.is_empty() {
        ""
    } else {
        " Import asks for a second manager's approval."
    };
    let said = format!("{}\n\nNothing has changed yet.{needs}", changes(plan));
    let embed = card(&title).description(body(&said)).colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        confirm.button("Import", ButtonStyle::Primary),
        cancel.button("Cancel", ButtonStyle::Secondary),
    ]))
}

/// What a second manager is asked, for all to see.
fn asking(id: &Id, plan: &Plan) -> Answer {
    let (approve, cancel) = (Approve { id: id.clone() }, Cancel { id: id.clone() });
    let title = format!("Approve the import of {}?", visible(&plan.file));
    let said = format!(
        "{}\n\nNothing has changed yet: another manager than the one who asked has to press Approve.",
        changes(plan)
    );
    let embed = card(&title).description(body(&said)).colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        approve.button("Approve", ButtonStyle::Success),
        cancel.button("Cancel", ButtonStyle::Secondary),
    ]))
}

/// What whoever asked is told.
fn asked(plan: &Plan, is_seen: bool) -> Answer {
    let said = if is_seen {
        "Another manager has to press Approve under the message in this channel."
    } else {
        "Another manager has to approve this, but the message for them could not be posted in this channel: cancel it by importing again where the bot can post."
    };
    let title = format!("Approval asked for {}", visible(&plan.file));
    card(&title).description(said).colour(CARE).into()
}

fn imported(id: &Id, plan: &Plan) -> Answer {
    let title = format!("Imported {}", visible(&plan.file));
    let undo = Undo { id: id.clone() };
    let embed = card(&title).description(body(&changes(plan))).colour(GOOD);
    let answer = Answer::from(embed);
    if plan.rosters == 0 {
        return answer;
    }
    answer.row(CreateActionRow::Buttons(vec![
        undo.button("Undo", ButtonStyle::Secondary),
    ]))
}

fn undone(done: ImportUndone) -> Answer {
    let rosters = of(
        usize::try_from(done.rosters).unwrap_or(usize::MAX),
        "roster",
    );
    let corrections = usize::try_from(done.corrections).unwrap_or(usize::MAX);
    let corrections = match corrections {
        0 => String::new(),
        corrections => format!(" and {} removed", of(corrections, "correction")),
    };
    let said = format!(
        "{rosters} rolled back{corrections}: what counted before counts again. Members and aliases that the file brought stay known. To have it back, import the file again."
    );
    card("Import undone").description(said).into()
}

/// What an import changes, a line for each kind.
fn changes(plan: &Plan) -> String {
    let format = match plan.format {
        Format::Csv => "CSV",
        Format::Xlsx => "XLSX",
        Format::Json => "JSON",
    };
    let weeks = if plan.first == plan.last {
        plan.first.to_string()
    } else {
        format!("{} to {}", plan.first, plan.last)
    };
    let mut lines = vec![format!("{format} · {weeks}")];
    if plan.rosters > 0 {
        let (rosters, values) = (of(plan.rosters, "roster"), of(plan.values, "value"));
        lines.push(format!("Saved: {rosters} with {values}."));
    }
    if plan.superseded > 0 {
        let superseded = of(plan.superseded, "roster");
        lines.push(format!(
            "In the place of what counts so far: {superseded} of these. What is there now is kept, and a rollback brings it back."
        ));
    }
    if plan.unchanged > 0 {
        let unchanged = of(plan.unchanged, "roster");
        lines.push(format!("Known as they are, and left alone: {unchanged}."));
    }
    lines.push(format!("Members that are known: {}.", plan.known));
    if !plan.new.is_empty() {
        let named = plan.new.iter().take(NAMED).map(|one| name(one, NAME));
        let named: Vec<String> = named.collect();
        let more = match plan.new.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let new = plan.new.len();
        lines.push(format!("New members: {new}: {}{more}.", named.join(", ")));
    }
    if plan.aliases > 0 {
        lines.push(format!("New aliases: {}.", plan.aliases));
    }
    if plan.corrections > 0 {
        lines.push(format!(
            "Kept as corrections (\\*): {}.",
            of(plan.corrections, "value")
        ));
    }
    for Guarded {
        week,
        metric,
        guard,
    } in plan.guards.iter().take(GUARDED)
    {
        let guard = plain(&shorten(&guard.to_string(), 300));
        lines.push(format!("Guarded: {week}, {}: {guard}", power(*metric)));
    }
    if let Some(more @ 1..) = plan.guards.len().checked_sub(GUARDED) {
        lines.push(format!("… and {more} more."));
    }
    lines.extend(plan.notes.iter().map(|note| plain(&shorten(note, 500))));
    lines.join("\n")
}

fn of(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::{Guard, Metric};

    use super::*;
    use crate::limits::fault;

    fn plan(new: Vec<String>) -> Plan {
        Plan {
            file: "*history*.xlsx".to_owned(),
            format: Format::Xlsx,
            first: "2026-W40".parse().unwrap(),
            last: "2026-W47".parse().unwrap(),
            rosters: 16,
            superseded: 3,
            unchanged: 1,
            values: 2_400,
            known: 145,
            new,
            aliases: 4,
            corrections: 1,
            guards: Vec::new(),
            notes: vec!["Columns that were left out: [x](y).".to_owned()],
        }
    }

    #[test]
    fn a_question_says_what_would_change() {
        let id = Id::from("cmwrt8afl00067d2zeeb71pqc");
        let new = vec!["@everyone".to_owned(), "Ann".to_owned()];
        let all = [question(&id, &plan(new.clone())), imported(&id, &plan(new))];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[test]
    fn a_guarded_file_asks_for_another_manager_and_can_be_taken_back() {
        let id = Id::from("cmwrt8afl00067d2zeeb71pqc");
        let mut plan = plan(Vec::new());
        let guarded = |header| Guarded {
            week: "2026-W47".parse().unwrap(),
            metric: Metric::Sim,
            guard: Guard::OverHeader { members: 9, header },
        };
        plan.guards = (0..7).map(guarded).collect();
        let all = [
            question(&id, &plan),
            asking(&id, &plan),
            asked(&plan, true),
            asked(&plan, false),
            undone(ImportUndone {
                rosters: 16,
                corrections: 1,
            }),
            undone(ImportUndone {
                rosters: 1,
                corrections: 0,
            }),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[test]
    fn a_thousand_new_members_fit() {
        let id = Id::from("cmwrt8afl00067d2zeeb71pqc");
        let plan = plan(vec!["*".repeat(100); 1_000]);
        assert_eq!(fault(&question(&id, &plan)), None);
    }

    #[test]
    fn many_faults_come_as_a_file_and_few_do_not() {
        let error = |lines| {
            let line = "2026-W47, sim: \"a\" and \"A\" are the same member here.".to_owned();
            let fault = Fault::Contradictions(vec![line; lines]);
            slimy_domain::Error::User(UserError::ClubAdmin(fault))
        };
        assert_eq!(faults(&error(3)), None);
        let text = faults(&error(200)).unwrap();
        assert_eq!(text.lines().count(), 200);
        assert_eq!(fault(&refused(&text)), None);
    }

    #[test]
    fn what_else_becomes_of_an_import_is_said() {
        let over = over(&UserError::ClubAdmin(Fault::ImportOver)).expect("it is over");
        let all = [
            cancelled(),
            over,
            refused("Row 2, week: 2026-W99 is no week\u{202e}"),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
