//! How an import is shown: what it would change, what it has changed, and what was taken back.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    club::{
        admin::{Fault, Guarded, ImportUndone, Plan},
        files::Format,
    },
};
use slimy_words::{Words, say};

use super::{super::NAME, Approve, Cancel, Confirm, Undo};
use crate::{
    answer::Answer,
    component::Press as _,
    embed::{CARE, GOOD, body, card},
    limits::CONTENT,
    text::{name, plain, shorten, visible},
};

/// Guards that are told one by one.
const GUARDED: usize = 5;

/// Names of new members that are told.
const NAMED: usize = 20;

/// The file in which people are told what is wrong with theirs.
const FAULTS: &str = "errors.txt";

pub(super) fn cancelled(words: Words) -> Answer {
    card(&say!(words, "club-admin-import-cancelled-title"))
        .description(say!(words, "club-admin-import-cancelled"))
        .into()
}

/// What a question shows that was answered before, or waited too long.
pub(super) fn over(words: Words, error: &UserError) -> Option<Answer> {
    ended(words, error, Fault::ImportOver)
}

/// What stands in the place of a message that `fault` has ended, when it is that.
pub(super) fn ended(words: Words, error: &UserError, fault: Fault) -> Option<Answer> {
    let said = fault.say(words);
    let embed = card(&say!(words, "club-admin-import-title")).description(said);
    (*error == UserError::ClubAdmin(fault)).then(|| embed.into())
}

/// The faults of a file that are too many for a message.
pub(super) fn faults(words: Words, error: &slimy_domain::Error) -> Option<String> {
    let slimy_domain::Error::User(
        error @ UserError::ClubAdmin(fault @ (Fault::Unreadable(_) | Fault::Contradictions { .. })),
    ) = error
    else {
        return None;
    };
    let told = crate::text::refusal(error, words);
    (told.encode_utf16().count() > CONTENT).then(|| fault.say(words))
}

pub(super) fn refused(words: Words, faults: &str) -> Answer {
    let lines: Vec<String> = faults.lines().map(visible).collect();
    let file = format!("**{FAULTS}**");
    let said = say!(words, "club-admin-import-refused", file = file);
    let embed = card(&say!(words, "club-admin-import-refused-title"))
        .description(said)
        .colour(CARE);
    Answer::from(embed).file(FAULTS, lines.join("\n").into_bytes())
}

pub(super) fn question(words: Words, id: &Id, plan: &Plan) -> Answer {
    let (confirm, cancel) = (Confirm { id: id.clone() }, Cancel { id: id.clone() });
    let file = visible(&plan.file);
    let title = say!(words, "club-admin-import-question-title", file = file);
    let then = if plan.guards.is_empty() {
        say!(words, "club-admin-import-question")
    } else {
        say!(words, "club-admin-import-question-guarded")
    };
    let said = format!("{}\n\n{then}", changes(words, plan));
    let embed = card(&title).description(body(&said)).colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        confirm.button(
            &say!(words, "club-admin-import-confirm"),
            ButtonStyle::Primary,
        ),
        cancel.button(
            &say!(words, "club-admin-import-cancel"),
            ButtonStyle::Secondary,
        ),
    ]))
}

/// What a second manager is asked, for all to see.
pub(super) fn asking(words: Words, id: &Id, plan: &Plan) -> Answer {
    let (approve, cancel) = (Approve { id: id.clone() }, Cancel { id: id.clone() });
    let file = visible(&plan.file);
    let title = say!(words, "club-admin-import-asking-title", file = file);
    let then = say!(words, "club-admin-import-asking");
    let said = format!("{}\n\n{then}", changes(words, plan));
    let embed = card(&title).description(body(&said)).colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        approve.button(
            &say!(words, "club-admin-import-approve"),
            ButtonStyle::Success,
        ),
        cancel.button(
            &say!(words, "club-admin-import-cancel"),
            ButtonStyle::Secondary,
        ),
    ]))
}

/// What whoever asked is told.
pub(super) fn asked(words: Words, plan: &Plan, is_seen: bool) -> Answer {
    let said = if is_seen {
        say!(words, "club-admin-import-asked")
    } else {
        say!(words, "club-admin-import-asked-unseen")
    };
    let file = visible(&plan.file);
    card(&say!(words, "club-admin-import-asked-title", file = file))
        .description(said)
        .colour(CARE)
        .into()
}

pub(super) fn imported(words: Words, id: &Id, plan: &Plan) -> Answer {
    let file = visible(&plan.file);
    let undo = Undo { id: id.clone() };
    let embed = card(&say!(words, "club-admin-imported-title", file = file))
        .description(body(&changes(words, plan)))
        .colour(GOOD);
    let answer = Answer::from(embed);
    if plan.rosters == 0 {
        return answer;
    }
    answer.row(CreateActionRow::Buttons(vec![
        undo.button(&say!(words, "club-admin-undo"), ButtonStyle::Secondary),
    ]))
}

pub(super) fn undone(words: Words, done: ImportUndone) -> Answer {
    let said = match done.corrections {
        0 => say!(words, "club-admin-import-undone", rosters = done.rosters),
        corrections => say!(
            words,
            "club-admin-import-undone-corrections",
            rosters = done.rosters,
            corrections = corrections
        ),
    };
    card(&say!(words, "club-admin-import-undone-title"))
        .description(said)
        .into()
}

/// What an import changes, a line for each kind.
fn changes(words: Words, plan: &Plan) -> String {
    let mut lines = vec![what(words, plan)];
    if plan.rosters > 0 {
        lines.push(say!(
            words,
            "club-admin-import-saved",
            rosters = plan.rosters,
            values = plan.values
        ));
    }
    if plan.superseded > 0 {
        let rosters = plan.superseded;
        lines.push(say!(
            words,
            "club-admin-import-superseded",
            rosters = rosters
        ));
    }
    if plan.unchanged > 0 {
        let rosters = plan.unchanged;
        lines.push(say!(
            words,
            "club-admin-import-unchanged",
            rosters = rosters
        ));
    }
    lines.push(say!(words, "club-admin-import-known", count = plan.known));
    if !plan.new.is_empty() {
        let named: Vec<String> = plan.new.iter().map(|one| name(one, NAME)).collect();
        lines.push(say!(
            words,
            "club-admin-import-new",
            count = plan.new.len(),
            names = words.some(&named, NAMED)
        ));
    }
    if plan.aliases > 0 {
        lines.push(say!(
            words,
            "club-admin-import-aliases",
            count = plan.aliases
        ));
    }
    if plan.corrections > 0 {
        lines.push(say!(
            words,
            "club-admin-import-corrections",
            count = plan.corrections
        ));
    }
    lines.extend(guarded(words, &plan.guards));
    let notes = plan.notes.iter().map(|note| note.say(words));
    lines.extend(notes.map(|note| plain(&shorten(&note, 500))));
    lines.join("\n")
}

/// "XLSX · 2026-W40 to 2026-W47".
fn what(words: Words, plan: &Plan) -> String {
    let format = match plan.format {
        Format::Csv => "CSV",
        Format::Xlsx => "XLSX",
        Format::Json => "JSON",
    };
    let (first, last) = (plan.first.to_string(), plan.last.to_string());
    if first == last {
        return say!(
            words,
            "club-admin-import-week",
            format = format,
            week = first
        );
    }
    say!(
        words,
        "club-admin-import-weeks",
        format = format,
        first = first,
        last = last
    )
}

fn guarded(words: Words, guards: &[Guarded]) -> Vec<String> {
    let told = guards.iter().take(GUARDED).map(|one| {
        say!(
            words,
            "club-admin-import-guarded",
            week = one.week.to_string(),
            metric = one.metric.as_str(),
            guard = plain(&shorten(&one.guard.say(words), 300))
        )
    });
    let mut lines: Vec<String> = told.collect();
    if let Some(more @ 1..) = guards.len().checked_sub(GUARDED) {
        lines.push(say!(words, "club-admin-import-more-guards", count = more));
    }
    lines
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::{
        Guard, Metric,
        admin::{Contradiction, ImportNote},
        files::Note,
    };
    use slimy_words::Language;

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
            notes: vec![ImportNote::File(Note::IgnoredColumns(vec![
                "[x](y)".to_owned(),
            ]))],
        }
    }

    #[test]
    fn a_question_says_what_would_change() {
        let id = Id::from("cmwrt8afl00067d2zeeb71pqc");
        let new = vec!["@everyone".to_owned(), "Ann".to_owned()];
        let plan = plan(new);
        let all = |words| [question(words, &id, &plan), imported(words, &id, &plan)];
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
        let all = Language::ALL.map(|language| all(Words::of(language)));
        assert!(all.iter().flatten().all(|answer| fault(answer).is_none()));
        let questions = all.map(|[question, _]| question);
        insta::assert_snapshot!(serde_json::to_string_pretty(&questions).unwrap());
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
        let undo = |words, rosters, corrections| {
            let done = ImportUndone {
                rosters,
                corrections,
            };
            undone(words, done)
        };
        let all = |words| {
            [
                question(words, &id, &plan),
                asking(words, &id, &plan),
                asked(words, &plan, true),
                asked(words, &plan, false),
                undo(words, 16, 1),
                undo(words, 1, 0),
            ]
        };
        for language in Language::ALL {
            let all = all(Words::of(language));
            assert!(all.iter().all(|answer| fault(answer).is_none()));
        }
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
    }

    #[test]
    fn a_thousand_new_members_fit() {
        let id = Id::from("cmwrt8afl00067d2zeeb71pqc");
        let plan = plan(vec!["*".repeat(100); 1_000]);
        for language in Language::ALL {
            assert_eq!(fault(&question(Words::of(language), &id, &plan)), None);
        }
    }

    #[test]
    fn many_faults_come_as_a_file_and_few_do_not() {
        let error = |lines| {
            let one = Contradiction::SameMember {
                week: "2026-W47".parse().unwrap(),
                metric: Metric::Sim,
                one: "a".to_owned(),
                other: "A".to_owned(),
            };
            let told = vec![one; lines];
            let fault = Fault::Contradictions { told, more: 0 };
            slimy_domain::Error::User(UserError::ClubAdmin(fault))
        };
        for words in Language::ALL.map(Words::of) {
            assert_eq!(faults(words, &error(3)), None);
            let text = faults(words, &error(200)).unwrap();
            assert_eq!(text.lines().count(), 200);
            assert_eq!(fault(&refused(words, &text)), None);
        }
    }

    #[test]
    fn what_else_becomes_of_an_import_is_said() {
        let words = Words::ENGLISH;
        let over = over(words, &UserError::ClubAdmin(Fault::ImportOver)).expect("it is over");
        let all = [
            cancelled(words),
            over,
            refused(words, "Row 2, week: 2026-W99 is no week\u{202e}"),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
