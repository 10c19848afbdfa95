//! `/audit verify`: whether the server's entries are what was written.

use slimy_domain::audit::{self, Outcome};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::Request,
    embed::{CARE, GOOD, body, card},
};

use super::words;

/// Prove that nobody changed, removed or added entries by hand
#[poise::command(slash_command, guild_only)]
pub(super) async fn verify(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let outcome = audit::verify(request.services, &request.actor).await?;
    request.answer(answer(request.words, &outcome)).await
}

fn answer(words: Words, outcome: &Outcome) -> Answer {
    let verified = &outcome.verified;
    let is_whole = verified.findings == 0;
    let mut lines = Vec::new();
    if is_whole {
        lines.push(say!(words, "audit-verify-whole", count = verified.entries));
    } else {
        lines.push(say!(words, "audit-verify-found", count = verified.findings));
        let shown = outcome.findings.len();
        let found = outcome.findings.iter();
        lines.extend(found.map(|one| format!("- {}", words::finding(words, one))));
        let more = verified.findings.saturating_sub(shown as u64);
        if more > 0 {
            lines.push(format!("- {}", say!(words, "audit-more", count = more)));
        }
        lines.push(say!(
            words,
            "audit-verify-looked-at",
            count = verified.entries
        ));
    }
    if verified.archived > 0 {
        lines.push(say!(
            words,
            "audit-verify-archived",
            count = verified.archived
        ));
    }
    if verified.before_chain > 0 {
        lines.push(say!(
            words,
            "audit-verify-before",
            count = verified.before_chain
        ));
    }
    if let Some(head) = &outcome.head {
        let head = format!("`{}:{}`", head.seq, head.hash);
        lines.push(say!(words, "audit-head", head = head));
    }
    // Otherwise it may be what is not there any more.
    if is_whole && let Some(posted) = &outcome.posted {
        let posted = format!("`{}:{}`", posted.seq, posted.hash);
        lines.push(say!(words, "audit-posted", head = posted));
    }
    let (title, colour) = if is_whole {
        (say!(words, "audit-verify-title-whole"), GOOD)
    } else {
        (say!(words, "audit-verify-title-found"), CARE)
    };
    card(&title)
        .description(body(&lines.join("\n")))
        .colour(colour)
        .into()
}

#[cfg(test)]
mod tests {
    use slimy_domain::{
        Timestamp,
        audit::{Finding, Mark, Named, Verified},
    };
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn outcome(findings: Vec<Finding>) -> Outcome {
        let verified = Verified {
            chains: 1,
            entries: 1_234,
            archived: 2,
            before_chain: 3,
            findings: findings.len() as u64 * 2,
            head: 1_236,
        };
        Outcome {
            verified,
            findings,
            head: Some(Mark {
                seq: 1_236,
                hash: "ab".repeat(32),
            }),
            posted: Some(Mark {
                seq: 1_200,
                hash: "cd".repeat(32),
            }),
        }
    }

    fn every() -> Vec<Finding> {
        let chain = "g".to_owned();
        let entry = Named {
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
            action: "club.import.apply".to_owned(),
            timestamp: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
        };
        let removed = |first, last, id| Finding::Removed {
            chain: chain.clone(),
            first,
            last,
            id,
        };
        vec![
            Finding::Changed {
                chain: chain.clone(),
                seq: 7,
                entry: entry.clone(),
            },
            removed(8, 8, Some(entry.id.clone())),
            removed(9, 9, None),
            removed(9, 12, None),
            Finding::RemovedFromBefore {
                chain: chain.clone(),
                id: entry.id.clone(),
            },
            Finding::Inserted {
                chain: chain.clone(),
                entry,
            },
            Finding::CutEnd {
                chain: chain.clone(),
                last: 1_200,
                head: 1_236,
            },
            Finding::HeadDoesNotFit {
                chain: chain.clone(),
                seq: 1_236,
            },
            Finding::BeforeDoesNotFit {
                chain: chain.clone(),
                expected: 3,
                found: 4,
            },
            Finding::ArchivedDoesNotFit {
                chain: chain.clone(),
                taken: 2,
                said: 3,
            },
            Finding::NumberDoesNotFit {
                chain: Some(chain),
                known: 1_234,
                found: 1_235,
            },
        ]
    }

    #[test]
    fn what_is_whole_and_each_finding_are_said() {
        let all = Language::ALL.map(|language| {
            let words = Words::of(language);
            [outcome(Vec::new()), outcome(every())].map(|one| {
                let answer = answer(words, &one);
                assert_eq!(fault(&answer), None);
                answer
            })
        });
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
