//! What a server's audit channel is told.

use poise::serenity_prelude::{CreateAllowedMentions, CreateEmbed, CreateMessage};
use slimy_domain::audit::mirror::Bundle;
use slimy_words::say;

use crate::embed::{body, card};

use super::words;

/// The message; it mentions nobody.
pub fn message(bundle: &Bundle) -> CreateMessage {
    CreateMessage::new()
        .embed(embed(bundle))
        .allowed_mentions(CreateAllowedMentions::new())
}

fn embed(bundle: &Bundle) -> CreateEmbed {
    let words = bundle.words;
    let mut lines: Vec<String> = Vec::new();
    if bundle.missed > 0 {
        lines.push(say!(words, "audit-mirror-missed", count = bundle.missed));
    }
    // The end must not be cut off: it is what a head can be compared with.
    let head = format!("`{}:{}`", bundle.head.seq, bundle.head.hash);
    let head = say!(words, "audit-head", head = head);
    lines.extend(bundle.lines.iter().map(|one| words::line(words, one)));
    if bundle.more > 0 {
        lines.push(say!(words, "audit-more", count = bundle.more));
    }
    let title = say!(words, "audit-title");
    let mut embed = card(&title);
    if !lines.is_empty() {
        embed = embed.description(body(&lines.join("\n")));
    }
    embed.field(say!(words, "audit-mirror-head"), head, false)
}

#[cfg(test)]
mod tests {
    use slimy_domain::{
        Timestamp,
        audit::{AuditEntry, Line, Mark},
    };
    use slimy_words::{Language, Words};

    use super::*;
    use crate::{answer::Answer, limits::fault};

    fn bundle(lines: usize, language: Language) -> Bundle {
        let line = Line {
            entry: AuditEntry {
                id: "cmwrt8afl00067d2zeeb71pqc".into(),
                user_id: None,
                guild_id: None,
                action: "club.analysis.save".to_owned(),
                resource_type: "club_analysis".to_owned(),
                resource_id: "cmwrt8afl00067d2zeeb71pqc".to_owned(),
                details: None,
                ip_address: None,
                user_agent: None,
                session_id: None,
                request_id: None,
                timestamp: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
                success: true,
                error_message: None,
            },
            person: Some("11".to_owned()),
        };
        Bundle {
            lines: vec![line; lines],
            more: 480,
            missed: 2,
            head: Mark {
                seq: 1_236,
                hash: "ab".repeat(32),
            },
            words: Words::of(language),
        }
    }

    #[test]
    fn entries_are_told_together_with_the_head() {
        let all = Language::ALL.map(|language| Answer::from(embed(&bundle(1, language))));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[test]
    fn a_full_bundle_fits() {
        for language in Language::ALL {
            let answer = Answer::from(embed(&bundle(20, language)));
            assert_eq!(fault(&answer), None);
        }
    }
}
