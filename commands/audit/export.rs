//! `/audit export`: entries as files, as many as it takes.

use poise::serenity_prelude::User;
use slimy_domain::audit::{self, Asked, Format, Part};
use slimy_words::{Words, say};

use crate::{Context, Error, answer::Answer, check::Request, limits::FILE_BYTES};

use super::typing;

/// Which file, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum FileKind {
    /// For spreadsheets.
    #[name = "csv"]
    Csv,
    /// For programs.
    #[name = "jsonl"]
    JsonLines,
}

impl From<FileKind> for Format {
    fn from(kind: FileKind) -> Self {
        match kind {
            FileKind::Csv => Self::Csv,
            FileKind::JsonLines => Self::JsonLines,
        }
    }
}

/// What was done here as a file, in parts where it is large
#[poise::command(slash_command, guild_only)]
#[expect(clippy::too_many_arguments, reason = "they are the command's options")]
pub(super) async fn export(
    ctx: Context<'_>,
    #[description = "Which file (default: csv)"] format: Option<FileKind>,
    #[description = "Who did it"] person: Option<User>,
    #[description = "Which action, or what several begin with"]
    #[autocomplete = "typing::action"]
    #[max_length = 80]
    action: Option<String>,
    #[description = "What kind of thing it was done to"]
    #[autocomplete = "typing::resource"]
    #[max_length = 80]
    resource: Option<String>,
    #[description = "Only what worked, or only what failed"] success: Option<bool>,
    #[description = "The first day, like 2026-11-22"]
    #[autocomplete = "typing::day"]
    #[max_length = 40]
    from: Option<String>,
    #[description = "The last day, like 2026-11-22"]
    #[autocomplete = "typing::day"]
    #[max_length = 40]
    to: Option<String>,
) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let asked = Asked {
        person: person.map(|person| person.id.to_string()),
        action,
        resource,
        success,
        from,
        to,
    };
    let filter = asked.read().map_err(slimy_domain::UserError::from)?;
    let format = format.unwrap_or(FileKind::Csv).into();
    let (services, actor) = (request.services, &request.actor);
    let mut export = audit::export(services, actor, filter, format, most(ctx)).await?;
    while let Some(part) = export.next(services).await? {
        let (number, is_last) = (part.number, part.is_last);
        let answer = answer(request.words, part);
        if is_last {
            // Nobody has all of it before that is on disk.
            export.record(services, actor).await?;
        }
        if number == 1 {
            request.answer(answer).await?;
        } else if !request.follow_up_quietly(answer).await {
            break;
        }
    }
    Ok(())
}

/// How large a file may be here; no larger than one of ours is held in memory.
fn most(ctx: Context<'_>) -> usize {
    let poise::Context::Application(application) = ctx else {
        return FILE_BYTES;
    };
    let limit = usize::try_from(application.interaction.attachment_size_limit);
    limit.map_or(FILE_BYTES, |limit| limit.clamp(1 << 20, FILE_BYTES))
}

fn answer(words: Words, part: Part) -> Answer {
    let Part {
        number,
        name,
        bytes,
        entries,
        is_last,
        is_cut,
    } = part;
    let said = match (number, is_last) {
        (1, true) => say!(words, "audit-export-all", count = entries),
        (1, false) => say!(words, "audit-export-first", count = entries),
        (_, false) => say!(words, "audit-export-part", number = number, count = entries),
        (_, true) => say!(words, "audit-export-last", number = number, count = entries),
    };
    let said = if is_cut {
        format!("{said} {}", say!(words, "audit-export-cut"))
    } else {
        said
    };
    Answer::text(said).file(&name, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::fault;

    #[test]
    fn each_part_says_what_it_is() {
        let part = |number, is_last, is_cut| Part {
            number,
            name: format!("audit-log-2026-11-22-{number}.csv"),
            bytes: vec![1],
            entries: 1_234,
            is_last,
            is_cut,
        };
        let parts = [
            part(1, true, false),
            part(1, false, false),
            part(2, false, false),
            part(3, true, false),
            part(20, true, true),
        ];
        let answers = parts.map(|part| answer(Words::ENGLISH, part));
        assert!(answers.iter().all(|answer| fault(answer).is_none()));
        let said = answers.map(|answer| answer.content);
        insta::assert_snapshot!(said.join("\n"));
    }
}
