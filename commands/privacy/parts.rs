//! An export in messages: a part in each, because a request to Discord takes little more.

use slimy_domain::privacy::Part;
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
/// told: an answer can be followed for a quarter of an hour.
pub(crate) async fn send(
    request: &Request<'_>,
    mut said: String,
    parts: Vec<Part>,
) -> Result<(), Error> {
    let words = request.own;
    let count = parts.len();
    if count > 1 {
        said.push('\n');
        said.push_str(&say!(words, "privacy-export-parts", count = count));
    }
    let mut unsent = 0;
    for (index, part) in parts.into_iter().enumerate() {
        if unsent > 0 {
            unsent += 1;
            continue;
        }
        let name = part.name.clone();
        let bytes = part.read().await?;
        if index == 0 {
            let first = Answer::text(std::mem::take(&mut said));
            request.answer(first.file(&name, bytes)).await?;
            continue;
        }
        let text = say!(
            words,
            "privacy-export-part",
            part = index + 1,
            count = count
        );
        let next = Answer::text(text).file(&name, bytes);
        if !request.follow_up_quietly(next).await {
            unsent += 1;
        }
    }
    if unsent > 0 {
        let told = say!(words, "privacy-export-unsent", count = unsent);
        request.follow_up_quietly(Answer::text(told)).await;
    }
    Ok(())
}
