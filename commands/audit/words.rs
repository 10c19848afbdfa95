//! Entries, filters, findings and refusals in words.

use slimy_domain::audit::{AuditEntry, Filter, Finding, Line};
use slimy_words::{Words, say};

use crate::text::{moment, plain, shorten, verbatim};

use super::TYPED;

/// Units of what an entry was about, and of why it failed.
const RESOURCE: usize = 60;
const REASON: usize = 80;

/// "Nov 22 · `club.import` · @ada · `club_analysis` x: failed, `not_in_guild`".
pub(super) fn line(words: Words, line: &Line) -> String {
    let Line { entry, person } = line;
    let AuditEntry {
        action,
        resource_type,
        resource_id,
        timestamp,
        ..
    } = entry;
    let person = person.as_ref().map_or_else(
        || say!(words, "audit-nobody"),
        |discord_id| format!("<@{}>", plain(discord_id)),
    );
    // A command's own entry is about nothing else.
    let about = if resource_type == "command" {
        String::new()
    } else {
        format!(
            " · {} {}",
            plain(&shorten(resource_type, RESOURCE)),
            plain(&shorten(resource_id, RESOURCE))
        )
    };
    let mut said = format!(
        "{} · `{}` · {person}{about}",
        moment(*timestamp),
        verbatim(&shorten(action, TYPED))
    );
    if !entry.success {
        let reason = entry.error_message.as_deref().unwrap_or("–");
        let reason = plain(&shorten(reason, REASON));
        said = format!("{said} · {}", say!(words, "audit-failed", reason = reason));
    }
    said
}

/// What a list was asked for; nothing for everything.
pub(super) fn filter(words: Words, filter: &Filter) -> Option<String> {
    let code = |name: &str| format!("`{}`", verbatim(&shorten(name, TYPED)));
    let parts = [
        filter
            .person
            .as_ref()
            .map(|id| say!(words, "audit-by", person = format!("<@{}>", plain(id)))),
        filter
            .action
            .as_ref()
            .map(|action| say!(words, "audit-action", action = code(action))),
        filter
            .resource
            .as_ref()
            .map(|kind| say!(words, "audit-about", kind = code(kind))),
        filter.success.map(|worked| {
            if worked {
                say!(words, "audit-only-worked")
            } else {
                say!(words, "audit-only-failed")
            }
        }),
        filter
            .from
            .map(|day| say!(words, "audit-from", day = words.day(day))),
        filter
            .to
            .map(|day| say!(words, "audit-to", day = words.day(day))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What a verification found, in a line.
pub(super) fn finding(words: Words, finding: &Finding) -> String {
    let named = |entry: &slimy_domain::audit::Named| {
        format!(
            "`{}` · {} · `{}`",
            verbatim(&shorten(&entry.action, TYPED)),
            moment(entry.timestamp),
            verbatim(entry.id.as_str())
        )
    };
    let code = |id: &slimy_domain::Id| format!("`{}`", verbatim(id.as_str()));
    match finding {
        Finding::Changed { seq, entry, .. } => {
            say!(
                words,
                "audit-found-changed",
                number = *seq,
                entry = named(entry)
            )
        }
        Finding::Removed {
            first,
            id: Some(id),
            ..
        } => say!(words, "audit-found-removed", number = *first, id = code(id)),
        Finding::Removed { first, last, .. } => {
            say!(words, "audit-found-gone", first = *first, last = *last)
        }
        Finding::RemovedFromBefore { id, .. } => {
            say!(words, "audit-found-gone-from-before", id = code(id))
        }
        Finding::Inserted { entry, .. } => {
            say!(words, "audit-found-inserted", entry = named(entry))
        }
        Finding::CutEnd { last, head, .. } => {
            say!(words, "audit-found-cut", last = *last, head = *head)
        }
        Finding::HeadDoesNotFit { seq, .. } => {
            say!(words, "audit-found-head", number = *seq)
        }
        Finding::BeforeDoesNotFit {
            expected, found, ..
        } => say!(
            words,
            "audit-found-before",
            expected = *expected,
            found = *found
        ),
        Finding::ArchivedDoesNotFit { taken, said, .. } => {
            say!(words, "audit-found-archived", taken = *taken, said = *said)
        }
        Finding::NumberDoesNotFit { known, found, .. } => {
            say!(words, "audit-found-number", known = *known, found = *found)
        }
    }
}
