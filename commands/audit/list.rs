//! `/audit list`: entries, the newest first, a page at a time.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateButton};
use slimy_domain::audit::{self, Lines, LinesFrom};
use slimy_words::{Words, say};

use crate::{
    Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Control, Press as _, Short},
    embed::{body, card},
};

use super::words;

/// From where a list goes on, and what it is about, as the domain writes both.
type At = Short<40>;
type What = Short<44>;

filtered! {
    /// What was done here, the newest first
    #[poise::command(slash_command, guild_only)]
    async fn list(ctx, asked) {
        at_once_quietly(ctx, async {
            let request = Request::begin_quietly(ctx).await?;
            let filter = asked.read().map_err(slimy_domain::UserError::from)?;
            let newest = LinesFrom::Newest(filter);
            let found = audit::lines(request.services, &request.actor, newest).await?;
            request.write(listed(request.words, &found)).await
        })
        .await
    }
}

control! {
    /// **Newer**: entries from before this place.
    pub(crate) struct Newer("audit.newer") { at: At, what: Option<What> }
}

impl Control for Newer {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let what = self.what.as_ref().map_or("", What::as_str);
        let from = LinesFrom::NewerThan(self.at.as_str(), what);
        let found = audit::lines(request.services, &request.actor, from).await?;
        Ok(listed(request.own, &found))
    }
}

control! {
    /// **Older**: entries from after this place.
    pub(crate) struct Older("audit.older") { at: At, what: Option<What> }
}

impl Control for Older {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let what = self.what.as_ref().map_or("", What::as_str);
        let from = LinesFrom::OlderThan(self.at.as_str(), what);
        let found = audit::lines(request.services, &request.actor, from).await?;
        Ok(listed(request.own, &found))
    }
}

fn listed(words: Words, found: &Lines) -> Answer {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(words::filter(words, &found.filter).map(|what| format!("-# {what}")));
    if found.items.is_empty() {
        lines.push(say!(words, "audit-none"));
    }
    lines.extend(found.items.iter().map(|one| words::line(words, one)));
    let title = say!(words, "audit-title");
    let embed = card(&title).description(body(&lines.join("\n")));
    Answer::from(embed).row(row(words, found))
}

fn row(words: Words, found: &Lines) -> Option<CreateActionRow> {
    let what = What::new(found.filter.coded());
    let newer = found.newer.as_ref().and_then(At::new).map(|at| {
        let what = what.clone();
        Newer { at, what }
    });
    let older = found
        .older
        .as_ref()
        .and_then(At::new)
        .map(|at| Older { at, what });
    if newer.is_none() && older.is_none() {
        return None;
    }
    let (newer_label, older_label) = (say!(words, "audit-newer"), say!(words, "audit-older"));
    let style = ButtonStyle::Secondary;
    // Discord wants a `custom_id` for a button that cannot be pressed, too.
    let nowhere = |name: &str, label: &str| {
        CreateButton::new(format!("nowhere:{name}"))
            .label(label)
            .style(style)
            .disabled(true)
    };
    Some(CreateActionRow::Buttons(vec![
        newer.map_or_else(
            || nowhere("newer", &newer_label),
            |to| to.button(&newer_label, style),
        ),
        older.map_or_else(
            || nowhere("older", &older_label),
            |to| to.button(&older_label, style),
        ),
    ]))
}

#[cfg(test)]
mod tests {
    use slimy_domain::{
        Timestamp,
        audit::{AuditEntry, Filter, Line},
    };
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn line(success: bool, odd: &str) -> Line {
        Line {
            entry: AuditEntry {
                id: "cmwrt8afl00067d2zeeb71pqc".into(),
                user_id: None,
                guild_id: None,
                action: "club.import.apply".to_owned(),
                resource_type: "club_import".to_owned(),
                resource_id: odd.to_owned(),
                details: None,
                ip_address: None,
                user_agent: None,
                session_id: None,
                request_id: None,
                timestamp: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
                success,
                error_message: (!success).then(|| odd.to_owned()),
            },
            person: success.then(|| "11".to_owned()),
        }
    }

    fn everything() -> Filter {
        Filter {
            person: Some(u64::MAX.to_string()),
            action: Some("club.import".to_owned()),
            resource: Some("club_import".to_owned()),
            success: Some(false),
            from: chrono::NaiveDate::from_ymd_opt(2026, 11, 1),
            to: chrono::NaiveDate::from_ymd_opt(2026, 11, 22),
        }
    }

    #[test]
    fn entries_are_listed_and_page_on_with_all_of_the_filter() {
        let found = Lines {
            items: vec![
                line(true, "*x* <@1>"),
                line(false, "[a](https://b.example)"),
            ],
            filter: everything(),
            newer: None,
            older: Some("hgoe1ckm29s.cmwrt8afl00067d2zeeb71pqc".to_owned()),
        };
        let none = Lines {
            items: Vec::new(),
            filter: Filter::default(),
            newer: None,
            older: None,
        };
        let all = [
            listed(Words::ENGLISH, &found),
            listed(Words::ENGLISH, &none),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[test]
    fn the_longest_page_fits_in_every_language() {
        let long = "*".repeat(500);
        let mut longest = line(false, &long);
        longest.entry.action = "a".repeat(200);
        longest.entry.resource_type = "b".repeat(200);
        let found = Lines {
            items: vec![longest; 10],
            filter: everything(),
            newer: Some("hgoe1ckm29s.cmwrt8afl00067d2zeeb71pqc".to_owned()),
            older: Some("hgoe1ckm29s.cmwrt8afl00067d2zeeb71pqc".to_owned()),
        };
        for language in Language::ALL {
            assert_eq!(fault(&listed(Words::of(language), &found)), None);
        }
    }
}
