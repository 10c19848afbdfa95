//! `/club analyze` and the message menu **Analyze club roster**.

use poise::serenity_prelude::{Attachment, Message};
use slimy_domain::club::{self, Analyzed, Upload};

use crate::{Context, Error, check::Request, text::reasons};

use super::sheet;

/// Read roster screenshots (Club > Manage Members) into a table that you can save
#[poise::command(slash_command, guild_only)]
#[expect(
    clippy::too_many_arguments,
    reason = "each option of the command is an argument"
)]
pub(super) async fn analyze(
    ctx: Context<'_>,
    #[description = "A screenshot of Club > Manage Members"] screenshot: Attachment,
    #[description = "Another screenshot"] screenshot2: Option<Attachment>,
    #[description = "Another screenshot"] screenshot3: Option<Attachment>,
    #[description = "Another screenshot"] screenshot4: Option<Attachment>,
    #[description = "Another screenshot"] screenshot5: Option<Attachment>,
    #[description = "Another screenshot"] screenshot6: Option<Attachment>,
    #[description = "Another screenshot"] screenshot7: Option<Attachment>,
    #[description = "Another screenshot"] screenshot8: Option<Attachment>,
    #[description = "Another screenshot"] screenshot9: Option<Attachment>,
    #[description = "Another screenshot"] screenshot10: Option<Attachment>,
    #[description = "What to call the analysis"]
    #[max_length = 100]
    title: Option<String>,
) -> Result<(), Error> {
    let more = [
        screenshot2,
        screenshot3,
        screenshot4,
        screenshot5,
        screenshot6,
        screenshot7,
        screenshot8,
        screenshot9,
        screenshot10,
    ];
    let uploads = std::iter::once(screenshot).chain(more.into_iter().flatten());
    read(ctx, title, uploads.map(upload).collect()).await
}

/// The same for the screenshots of a message: a phone's picker fills one option at a time, but a
/// message takes ten at once.
#[poise::command(context_menu_command = "Analyze club roster", guild_only)]
pub(crate) async fn analyze_club_roster(ctx: Context<'_>, message: Message) -> Result<(), Error> {
    let forwarded = message
        .message_snapshots
        .into_iter()
        .flat_map(|copy| copy.attachments);
    let uploads = message.attachments.into_iter().chain(forwarded);
    read(ctx, None, uploads.map(upload).collect()).await
}

fn upload(attachment: Attachment) -> Upload {
    Upload {
        name: attachment.filename,
        url: attachment.url,
        size: u64::from(attachment.size),
    }
}

async fn read(ctx: Context<'_>, title: Option<String>, uploads: Vec<Upload>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    let channel = Some(request.channel_id.clone());
    let Analyzed { sheet, rejected } =
        club::analyze(request.services, &request.actor, title, channel, uploads).await?;
    request.answer(sheet::answer(&sheet, 0)).await?;
    if !rejected.is_empty() {
        request.whisper(&reasons(&rejected)).await;
    }
    Ok(())
}
