//! An export in messages: a part in each, because a request to Discord takes little more.

use slimy_domain::privacy::{self, Exported};
use slimy_words::say;

use crate::{Context, Error, answer::Answer, check::Request, limits::FILE_BYTES};

/// The most bytes of a part: as much as Discord takes here.
pub(crate) fn most(ctx: Context<'_>) -> u64 {
    let poise::Context::Application(application) = ctx else {
        unreachable!("no prefix command is registered");
    };
    let limit = u64::from(application.interaction.attachment_size_limit);
    limit.min(FILE_BYTES as u64)
}

/// Answers with `said` and the first part, and sends the others behind it. What cannot be sent is
/// told and on record: an answer can be followed for a quarter of an hour.
pub(crate) async fn send(
    request: &Request<'_>,
    mut said: String,
    exported: Exported,
) -> Result<(), Error> {
    let words = request.own;
    let Exported { parts, whose, .. } = exported;
    let count = parts.len();
    if count > 1 {
        said.push('\n');
        said.push_str(&say!(words, "privacy-export-parts", count = count));
    }
    let mut sent = 0;
    for part in parts {
        let name = part.name.clone();
        let bytes = part.read().await?;
        let is_sent = if sent == 0 {
            let first = Answer::text(std::mem::take(&mut said));
            request.post(first.file(&name, bytes)).await?.is_some()
        } else {
            let text = say!(words, "privacy-export-part", part = sent + 1, count = count);
            let next = Answer::text(text).file(&name, bytes);
            request.follow_up_quietly(next).await
        };
        if !is_sent {
            break;
        }
        sent += 1;
    }
    let unsent = count - sent;
    if unsent > 0 {
        privacy::unsent(request.services, &request.actor, &whose, unsent).await?;
        let told = say!(words, "privacy-export-unsent", count = unsent);
        request.follow_up_quietly(Answer::text(told)).await;
    }
    Ok(())
}
