//! `/club export`: the club's whole history as a file, for managers.

use slimy_domain::club::{
    files::Format,
    known::{self, Exported, ExportedFile},
};
use slimy_words::{Words, say};

use crate::{Context, Error, answer::Answer, check::Request};

/// Which file, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum FileKind {
    /// Text with separators.
    #[name = "csv"]
    Csv,
    /// A spreadsheet.
    #[name = "xlsx"]
    Xlsx,
    /// For programs.
    #[name = "json"]
    Json,
}

impl From<FileKind> for Format {
    fn from(kind: FileKind) -> Self {
        match kind {
            FileKind::Csv => Self::Csv,
            FileKind::Xlsx => Self::Xlsx,
            FileKind::Json => Self::Json,
        }
    }
}

/// The club's whole history as a file (club managers)
#[poise::command(slash_command, guild_only)]
pub(super) async fn export(
    ctx: Context<'_>,
    #[description = "Which file (default: csv)"] format: Option<FileKind>,
) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let format = format.unwrap_or(FileKind::Csv).into();
    let exported = known::export(request.services, &request.actor, format).await?;
    let mut parts = answers(request.words, exported).into_iter();
    if let Some(first) = parts.next() {
        request.answer(first).await?;
    }
    for part in parts {
        request.follow_up_quietly(part).await;
    }
    Ok(())
}

/// A message for each file: each is as large as a message may be.
fn answers(words: Words, exported: Exported) -> Vec<Answer> {
    let Exported {
        files,
        records,
        weeks,
        members,
    } = exported;
    let counts = say!(
        words,
        "club-export-counts",
        values = say!(words, "club-export-values", count = records),
        members = say!(words, "club-export-members", count = members),
        weeks = say!(words, "club-export-weeks", count = weeks)
    );
    let all = files.len();
    let files = files.into_iter().enumerate();
    let parts = files.map(|(index, ExportedFile { name, bytes })| {
        let said = match (all, index) {
            (1, _) => counts.clone(),
            (_, 0) => say!(words, "club-export-first", counts = &counts, files = all),
            (_, index) => say!(words, "club-export-part", part = index + 1, files = all),
        };
        Answer::text(said).file(&name, bytes)
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn shown(files: usize) -> String {
        let files = (1..=files).map(|n| ExportedFile {
            name: format!("club-history-{n}.csv"),
            bytes: vec![1],
        });
        let exported = Exported {
            files: files.collect(),
            records: 31_200,
            weeks: 1,
            members: 150,
        };
        for language in Language::ALL {
            let answers = answers(Words::of(language), exported.clone());
            assert!(answers.iter().all(|answer| fault(answer).is_none()));
        }
        let answers = answers(Words::ENGLISH, exported);
        serde_json::to_string_pretty(&answers).unwrap()
    }

    #[test]
    fn what_is_in_the_file_is_said() {
        insta::assert_snapshot!(shown(1));
    }

    #[test]
    fn a_large_history_comes_in_parts() {
        insta::assert_snapshot!(shown(3));
    }
}
