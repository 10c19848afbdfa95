//! An export in messages: a part in each, because a request to Discord takes little more.

use slimy_domain::{
    chain,
    privacy::{self, Exported, Part},
};
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
    let mut way = Answering {
        request,
        said,
        count,
        is_answered: false,
    };
    let unsent = count - one_by_one(&mut way, parts).await;
    if unsent > 0 {
        privacy::unsent(request.services, &request.actor, &whose, unsent).await?;
        let told = Answer::text(say!(words, "privacy-export-unsent", count = unsent));
        if way.is_answered {
            request.follow_up_quietly(told).await;
        } else {
            request.answer(told).await?;
        }
    }
    Ok(())
}

/// How parts get to their person.
trait Way {
    /// What is sent.
    type Part;

    /// Sends the part with this number, from 0, and says whether it was taken.
    fn send(
        &mut self,
        number: usize,
        part: Self::Part,
    ) -> impl Future<Output = Result<bool, Error>> + Send;
}

/// With the answer, and behind it.
struct Answering<'a> {
    request: &'a Request<'a>,
    said: String,
    count: usize,
    /// Whether the answer was tried: before that nothing else may take its place.
    is_answered: bool,
}

impl Way for Answering<'_> {
    type Part = Part;

    async fn send(&mut self, number: usize, part: Part) -> Result<bool, Error> {
        let name = part.name.clone();
        let bytes = part.read().await?;
        if number == 0 {
            self.is_answered = true;
            let first = Answer::text(self.said.as_str()).file(&name, bytes);
            return Ok(self.request.post(first).await?.is_some());
        }
        let words = self.request.own;
        let (part, count) = (number + 1, self.count);
        let text = say!(words, "privacy-export-part", part = part, count = count);
        let next = Answer::text(text).file(&name, bytes);
        Ok(self.request.follow_up_quietly(next).await)
    }
}

/// Sends one part after the other, and says how many were sent. The first that cannot be is the
/// last, whatever the reason: those before it are with their person already, and that the others
/// are not has to be told and written.
async fn one_by_one<W: Way>(way: &mut W, parts: Vec<W::Part>) -> usize {
    let count = parts.len();
    for (number, part) in parts.into_iter().enumerate() {
        match way.send(number, part).await {
            Ok(true) => {}
            Ok(false) => return number,
            Err(error) => {
                let error = chain(&error);
                tracing::error!(number, error, "a part of an export was not sent");
                return number;
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts that say what becomes of them; an error where they cannot be read.
    #[derive(Default)]
    struct Told(Vec<usize>);

    impl Way for Told {
        type Part = Option<bool>;

        async fn send(&mut self, number: usize, part: Option<bool>) -> Result<bool, Error> {
            self.0.push(number);
            part.ok_or(Error::Late)
        }
    }

    async fn sent(parts: &[Option<bool>]) -> (usize, Vec<usize>) {
        let mut way = Told::default();
        let sent = one_by_one(&mut way, parts.to_vec()).await;
        (sent, way.0)
    }

    #[tokio::test]
    async fn what_cannot_be_read_is_as_little_sent_as_what_discord_does_not_take() {
        let taken = Some(true);
        assert_eq!(sent(&[taken; 3]).await, (3, vec![0, 1, 2]));
        for not in [Some(false), None] {
            assert_eq!(sent(&[taken, not, taken]).await, (1, vec![0, 1]));
            assert_eq!(sent(&[not, taken]).await, (0, vec![0]));
        }
    }
}
