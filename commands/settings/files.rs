//! `/settings export` and `/settings import`: all settings as a file.

use poise::serenity_prelude::{Attachment, ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    settings::{self, Applied, Import, Mark},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::Request,
    component::{Control, Press as _},
    embed::{CARE, GOOD, body, card},
    text::visible,
    upload::upload,
};

use super::{clash, differences::differences};

/// The file's name, as people save it.
const FILE: &str = "settings.json";
/// Lines of differences, unless more of them have to be seen.
const LISTED: usize = 20;

/// What is set here, as a file
#[poise::command(slash_command, guild_only)]
pub(super) async fn export(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let bytes = settings::export(request.services, &request.actor).await?;
    let said = say!(request.words, "settings-exported");
    request.answer(Answer::text(said).file(FILE, bytes)).await
}

/// Take settings over from a file; shows what changes first
#[poise::command(slash_command, guild_only)]
pub(super) async fn import(
    ctx: Context<'_>,
    #[description = "A file as /settings export makes it"] file: Attachment,
) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let upload = upload(file);
    let import = settings::prepare_import(request.services, &request.actor, upload).await?;
    request
        .answer(question(request.words, &import, false))
        .await
}

control! {
    /// **Apply** under a file's difference; `seen` is the mark of what that was.
    pub(crate) struct Apply("settings.import.apply") { id: Id, seen: Mark }
}

impl Control for Apply {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let words = request.words;
        let (services, actor) = (request.services, &request.actor);
        let done = settings::apply(services, actor, &self.id, self.seen).await?;
        Ok(match done {
            Applied::Moved(import) => question(words, &import, true),
            Applied::Clash(clash) => clash::answer(words, &clash),
            Applied::Done(changed) => {
                let lines = differences(words, &changed, LISTED);
                let title = say!(words, "settings-imported");
                let embed = card(&title).description(body(&lines.join("\n")));
                embed.colour(GOOD).into()
            }
        })
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        clash::over(request.words, error)
    }
}

control! {
    /// **Cancel** under a file's difference.
    pub(crate) struct CancelImport("settings.import.cancel") { id: Id }
}

impl Control for CancelImport {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let words = request.words;
        settings::give_up(request.services, &request.actor, &self.id).await?;
        let embed = card(&say!(words, "settings-cancelled"));
        Ok(embed
            .description(say!(words, "settings-nothing-changed"))
            .into())
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        clash::over(request.words, error)
    }
}

/// What a file would change, and the choice. It may have to be shown once more, when the settings
/// have changed since.
pub(super) fn question(words: Words, import: &Import, has_moved: bool) -> Answer {
    let mut lines: Vec<String> = Vec::new();
    if has_moved {
        lines.push(format!("⚠ {}", say!(words, "settings-import-moved")));
    }
    lines.push(say!(words, "settings-import-hint"));
    lines.push(String::new());
    lines.extend(differences(words, &import.differences, LISTED));
    let file = visible(&import.name);
    let title = say!(words, "settings-import-title", file = file);
    let embed = card(&title)
        .description(body(&lines.join("\n")))
        .colour(CARE);
    let (id, seen) = (import.id.clone(), import.base);
    let apply = Apply {
        id: id.clone(),
        seen,
    };
    let cancel = CancelImport { id };
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        apply.button(&say!(words, "settings-apply"), ButtonStyle::Primary),
        cancel.button(&say!(words, "settings-cancel"), ButtonStyle::Secondary),
    ]))
}
