//! `/club analyze` and the message menu **Analyze club roster**.

use std::{pin::pin, time::Duration};

use poise::serenity_prelude::{Attachment, Message};
use slimy_domain::{
    Id,
    club::{self, Analyzed, Posted, Progress, ReadingRoom, Stage, Upload},
};
use slimy_words::{Words, say};
use tokio::time::{Instant, interval_at};

use crate::{Context, Error, check::Request, text::reasons, upload::upload};

use super::{draft, review};

/// How often people see how far it is. What is done before is shown as the answer alone.
const PROGRESS: Duration = Duration::from_secs(1);

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

async fn read(ctx: Context<'_>, title: Option<String>, uploads: Vec<Upload>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    let channel = Some(request.channel_id.clone());
    let progress = Progress::default();
    let (services, actor) = (request.services, &request.actor);
    let work = Box::pin(club::analyze(
        services, actor, title, channel, uploads, &progress,
    ));
    let analyzed = watched(&request, &progress, work).await?;
    let Analyzed {
        review,
        rejected,
        added_to,
        warnings,
    } = analyzed;
    let mut answer = review::answer(request.words, &review, None, 0);
    if let Some(before) = &added_to {
        answer.content = added(request.words, before.screenshots);
    }
    if let Some(shown) = request.post(answer).await? {
        note(&request, &review.id, &shown).await;
    }
    // It shows less than the review is now.
    if let Some(message) = added_to.and_then(|before| before.message) {
        request.replace(&message, draft::moved(request.words)).await;
    }
    if !rejected.is_empty() {
        request.whisper(&reasons(request.own, &rejected)).await;
    }
    if !warnings.is_empty() {
        let told: Vec<String> = warnings.iter().map(|one| one.say(request.own)).collect();
        request.whisper(&told.join("\n")).await;
    }
    Ok(())
}

/// Notes which message shows the review. The answer stands when that fails, so a failure is only
/// logged.
async fn note(request: &Request<'_>, id: &Id, shown: &Posted) {
    let noted = club::posted(request.services, &request.actor, id, shown).await;
    if let Err(error) = noted {
        let request_id = request.actor.request_id.as_str();
        let error = slimy_domain::chain(&error);
        tracing::warn!(request_id, error, "where a review is shown was not noted");
    }
}

fn added(words: Words, before: usize) -> String {
    say!(words, "review-added", count = before)
}

/// Does the work, and shows meanwhile how far it is. An edit that is under way is let finish, so
/// that it cannot come behind the answer.
async fn watched<T>(
    request: &Request<'_>,
    progress: &Progress,
    work: impl Future<Output = Result<T, slimy_domain::Error>>,
) -> Result<T, Error> {
    let mut work = pin!(work);
    let mut ticks = interval_at(Instant::now() + PROGRESS, PROGRESS);
    loop {
        tokio::select! {
            biased;
            done = &mut work => return Ok(done?),
            _ = ticks.tick() => {}
        }
        let guild_id = request.actor.guild_id();
        let room = &request.services.reading;
        let sentence = sentence(request.words, progress.stage(), room, guild_id);
        let Some(sentence) = sentence else { continue };
        let mut edit = pin!(request.progress(&sentence));
        let done = tokio::select! {
            biased;
            done = &mut work => Some(done),
            () = &mut edit => None,
        };
        if let Some(done) = done {
            edit.await;
            return Ok(done?);
        }
    }
}

/// How far it is, in words.
fn sentence(
    words: Words,
    stage: Stage,
    room: &ReadingRoom,
    guild_id: Option<&Id>,
) -> Option<String> {
    match stage {
        Stage::Between => None,
        Stage::Reading { done, of } => {
            let number = (done + 1).min(of);
            Some(say!(words, "review-reading", number = number, of = of))
        }
        Stage::Waiting => {
            let before = guild_id.and_then(|guild_id| room.before(guild_id));
            Some(waiting(words, before.unwrap_or(0)))
        }
    }
}

fn waiting(words: Words, before: usize) -> String {
    match before {
        0 => say!(words, "review-next"),
        others => say!(words, "review-waiting-clubs", count = others),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_how_far_it_is() {
        let room = ReadingRoom::new(1);
        let said = |stage| sentence(Words::ENGLISH, stage, &room, None);
        assert_eq!(said(Stage::Between), None);
        let reading = Stage::Reading { done: 3, of: 10 };
        assert_eq!(said(reading).as_deref(), Some("Reading 4 of 10…"));
        let next = "Waiting: your screenshots are next…";
        assert_eq!(said(Stage::Waiting).as_deref(), Some(next));
        assert_eq!(
            waiting(Words::ENGLISH, 3),
            "Waiting: 3 other clubs are before you…"
        );
        assert!(added(Words::ENGLISH, 1).contains("1 screenshot,"));
    }
}
