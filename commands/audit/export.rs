//! `/audit export`: entries as files, as many as it takes.

use slimy_domain::audit::{self, Format, Part};
use slimy_words::{Words, say};

use crate::{Context, answer::Answer, check::Request, limits::FILE_BYTES};

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

filtered! {
    /// What was done here as a file, in parts where it is large
    #[poise::command(slash_command, guild_only)]
    #[expect(clippy::too_many_arguments, reason = "they are the command's options")]
    async fn export(
        ctx,
        asked,
        #[description = "Which file (default: csv)"] format: Option<FileKind>
    ) {
        let request = Request::open_quietly(ctx).await?;
        let filter = asked.read().map_err(slimy_domain::UserError::from)?;
        let format = format.unwrap_or(FileKind::Csv).into();
        let (services, actor) = (request.services, &request.actor);
        let mut export = audit::export(services, actor, filter, format, most(ctx)).await?;
        while let Some(part) = export.next(services, actor).await? {
            let (number, entries) = (part.number, part.entries);
            let answer = answer(request.words, part);
            let is_sent = if number == 1 {
                request.post(answer).await?.is_some()
            } else {
                request.follow_up_quietly(answer).await
            };
            if !is_sent {
                export.unsent(services, actor, number, entries).await?;
                let told = say!(request.words, "audit-export-unsent", number = number);
                request.follow_up_quietly(Answer::text(told)).await;
                break;
            }
        }
        Ok(())
    }
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
