//! What is stored, by kind, in plain words.

use slimy_domain::privacy::{Fate, Held, Holding};
use slimy_words::{Words, say};

/// The kinds of which there are some, each in a line of its own.
pub(crate) fn list(words: Words, all: impl IntoIterator<Item = (Holding, u64)>) -> String {
    let line = |(holding, rows)| format!("- {}\n", kind(words, holding, rows));
    all.into_iter().map(line).collect()
}

/// The same of what has one of these fates.
pub(crate) fn of_fate(words: Words, held: &[Held], fates: &[Fate]) -> String {
    let some = held.iter().filter(|one| fates.contains(&one.fate));
    list(words, some.map(|one| (one.holding, one.rows)))
}

fn kind(words: Words, holding: Holding, rows: u64) -> String {
    match holding {
        Holding::Person => say!(words, "privacy-kind-person"),
        Holding::Sessions => say!(words, "privacy-kind-sessions", rows = rows),
        Holding::Memberships => say!(words, "privacy-kind-memberships", rows = rows),
        Holding::Consent => say!(words, "privacy-kind-consent"),
        Holding::Conversations => say!(words, "privacy-kind-conversations", rows = rows),
        Holding::Messages => say!(words, "privacy-kind-messages", rows = rows),
        Holding::Posts => say!(words, "privacy-kind-posts", rows = rows),
        Holding::Files => say!(words, "privacy-kind-files", rows = rows),
        Holding::Usage | Holding::GuildUsage => {
            say!(words, "privacy-kind-usage", rows = rows)
        }
        Holding::Reservations => say!(words, "privacy-kind-reservations", rows = rows),
        Holding::Analyses => say!(words, "privacy-kind-analyses", rows = rows),
        Holding::Images => say!(words, "privacy-kind-images", rows = rows),
        Holding::Metrics => say!(words, "privacy-kind-metrics", rows = rows),
        Holding::Powers => say!(words, "privacy-kind-powers", rows = rows),
        Holding::Reviews => say!(words, "privacy-kind-reviews", rows = rows),
        Holding::ClubMembers => say!(words, "privacy-kind-club-members", rows = rows),
        Holding::Aliases => say!(words, "privacy-kind-aliases", rows = rows),
        Holding::Corrections => say!(words, "privacy-kind-corrections", rows = rows),
        Holding::Alerts => say!(words, "privacy-kind-alerts", rows = rows),
        Holding::Guild => say!(words, "privacy-kind-guild"),
        Holding::SettingsRevisions => {
            say!(words, "privacy-kind-settings-revisions", rows = rows)
        }
        Holding::SettingsProposals => {
            say!(words, "privacy-kind-settings-proposals", rows = rows)
        }
        Holding::AuditEntries => say!(words, "privacy-kind-audit-entries", rows = rows),
        Holding::AuditCounts => say!(words, "privacy-kind-audit-counts", rows = rows),
    }
}

/// Some of every kind, as much of it as there may be.
#[cfg(test)]
pub(crate) fn much() -> Vec<Held> {
    let fates = [Fate::Goes, Fate::Freed, Fate::Stays];
    let all = Holding::ALL.into_iter().zip(fates.into_iter().cycle());
    let held = all.enumerate().map(|(index, (holding, fate))| Held {
        holding,
        fate,
        rows: if index % 2 == 0 { 1 } else { 12_345_678 },
    });
    held.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_words_in_every_language() {
        let mut all = String::new();
        for language in slimy_words::Language::ALL {
            let held = much().into_iter().map(|one| (one.holding, one.rows));
            let text = list(Words::of(language), held);
            assert_eq!(text.lines().count(), Holding::ALL.len());
            all.push_str(&text);
            all.push('\n');
        }
        insta::assert_snapshot!(all);
    }
}
