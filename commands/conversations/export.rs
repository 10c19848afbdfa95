//! `/conversations export`: a conversation as a file, in parts where it is large.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id,
    chat::keeping::{self, Exported, Form, Format, Onward},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::Request,
    component::{Begins, Control, Press as _},
    limits::FILE_BYTES,
};

use super::{
    typing::complete,
    words::{messages, title},
};

/// Which file, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum FileKind {
    /// For people.
    #[name = "md"]
    Markdown,
    /// For programs.
    #[name = "json"]
    Json,
}

impl From<FileKind> for Format {
    fn from(kind: FileKind) -> Self {
        match kind {
            FileKind::Markdown => Self::Markdown,
            FileKind::Json => Self::Json,
        }
    }
}

/// A conversation as a file, with all answers and attachments
#[poise::command(slash_command)]
pub(super) async fn export(
    ctx: Context<'_>,
    #[description = "Which conversation (default: the newest)"]
    #[autocomplete = "complete"]
    conversation: Option<String>,
    #[description = "Which file (default: md)"] format: Option<FileKind>,
) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let id = conversation.map(Id::from);
    let found = keeping::find(request.services, &request.actor, id.as_ref()).await?;
    let format = format.unwrap_or(FileKind::Markdown).into();
    let part = part(&request, &found.id, format, None).await?;
    request.answer(part).await
}

control! {
    /// **Export**, and the button for the other format under the first part.
    pub(crate) struct BeginExport("conversations.export.begin") { id: Id, format: Format }
}

impl Control for BeginExport {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Quietly;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        part(request, &self.id, self.format, None).await
    }
}

control! {
    /// **Next part** under a part: which part that is, and the message that it goes on behind.
    pub(crate) struct NextPart("conversations.export.next") {
        id: Id, format: Format, part: usize, position: usize, alternative: usize,
    }
}

impl Control for NextPart {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Quietly;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let onward = Onward {
            part: self.part,
            position: self.position,
            alternative: self.alternative,
        };
        part(request, &self.id, self.format, Some(onward)).await
    }
}

async fn part(
    request: &Request<'_>,
    id: &Id,
    format: Format,
    onward: Option<Onward>,
) -> Result<Answer, Error> {
    let (services, actor) = (request.services, &request.actor);
    let form = Form {
        format,
        max: FILE_BYTES,
        words: request.words,
    };
    let exported = keeping::export(services, actor, id, form, onward).await?;
    Ok(answer(request.words, exported, format))
}

fn answer(words: Words, exported: Exported, format: Format) -> Answer {
    let Exported {
        conversation,
        file_name,
        bytes,
        messages: count,
        files,
        part,
        next,
    } = exported;
    let mut what = messages(words, count);
    if files > 0 {
        let files = say!(words, "conversations-files", count = files);
        what = say!(
            words,
            "conversations-export-files",
            messages = what,
            files = files
        );
    }
    let title = title(words, conversation.title.as_deref());
    let said = match (part, next) {
        (1, None) => say!(
            words,
            "conversations-export-all",
            title = title,
            what = what
        ),
        (1, Some(_)) => say!(
            words,
            "conversations-export-first",
            title = title,
            what = what
        ),
        (part, Some(_)) => {
            say!(
                words,
                "conversations-export-part",
                part = part,
                title = title,
                what = what
            )
        }
        (part, None) => {
            say!(
                words,
                "conversations-export-last",
                part = part,
                title = title,
                what = what
            )
        }
    };
    let mut buttons = Vec::new();
    if let Some(next) = next {
        let next = NextPart {
            id: conversation.id.clone(),
            format,
            part: next.part,
            position: next.position,
            alternative: next.alternative,
        };
        let label = say!(words, "conversations-export-next");
        buttons.push(next.button(&label, ButtonStyle::Primary));
    }
    if part == 1 {
        let (label, format) = match format {
            Format::Markdown => (say!(words, "conversations-export-json"), Format::Json),
            Format::Json => (
                say!(words, "conversations-export-markdown"),
                Format::Markdown,
            ),
        };
        let other = BeginExport {
            id: conversation.id,
            format,
        };
        buttons.push(other.button(&label, ButtonStyle::Secondary));
    }
    let row = (!buttons.is_empty()).then_some(CreateActionRow::Buttons(buttons));
    Answer::text(said).file(&file_name, bytes).row(row)
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::{super::fixture, *};
    use crate::limits::fault;

    fn exported(words: Words, part: usize, files: usize, goes_on: bool) -> Answer {
        let [conversation, ..] = fixture::three();
        let onward = Onward {
            part: part + 1,
            position: 4_000,
            alternative: 2,
        };
        let answer = answer(
            words,
            Exported {
                conversation,
                file_name: format!("how-to-win-{part}.md"),
                bytes: vec![1],
                messages: 12,
                files,
                part,
                next: goes_on.then_some(onward),
            },
            Format::Markdown,
        );
        assert_eq!(fault(&answer), None);
        answer
    }

    #[test]
    fn what_is_in_each_part_is_said_and_where_the_next_one_is() {
        let answers = |language| {
            let words = Words::of(language);
            [
                exported(words, 1, 0, false),
                exported(words, 1, 2, true),
                exported(words, 2, 0, true),
                exported(words, 3, 1, false),
            ]
        };
        let english = answers(Language::En);
        insta::assert_snapshot!(serde_json::to_string_pretty(&english).unwrap());
        let said = Language::ALL.map(|language| {
            let said = answers(language).map(|answer| answer.content);
            said.join("\n")
        });
        insta::assert_snapshot!("in_all_languages", said.join("\n\n"));
    }
}
