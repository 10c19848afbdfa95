//! `/chat-info`: who answers here, as whom, and where and for whom.

use slimy_domain::chat::{self, Info, Limits, PersonaOf};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    embed::{CARE, card, field},
    text::{plain, shorten},
};

use super::place;

/// Units of a persona that are shown.
const PERSONA: usize = 900;

/// Who answers in this channel, as whom, and where and for whom
#[poise::command(slash_command, rename = "chat-info")]
pub(crate) async fn chat_info(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let info = chat::info(request.services, &request.actor, &place(&request)).await?;
        let is_in_guild = request.actor.guild_id().is_some();
        request
            .write(shown(request.words, &info, is_in_guild))
            .await
    })
    .await
}

fn shown(words: Words, info: &Info, is_in_guild: bool) -> Answer {
    let mut embed = card(&say!(words, "chat-info-title"));
    if let Some(fault) = &info.refused {
        embed = embed.description(fault.say(words)).colour(CARE);
    }
    let fields = [
        field(&say!(words, "chat-info-model"), &model(words, info), true),
        field(&say!(words, "chat-info-images"), &sees(words, info), true),
        field(
            &say!(words, "chat-info-limits"),
            &limits(words, info, is_in_guild),
            false,
        ),
        field(
            &persona_of(words, info.persona_of),
            &persona(&info.persona),
            false,
        ),
    ];
    embed = embed.fields(fields);
    if is_in_guild {
        let everywhere = || say!(words, "chat-info-everywhere");
        let everybody = || say!(words, "chat-info-everybody");
        let channels = places(&info.channels, "#").unwrap_or_else(everywhere);
        let roles = places(&info.roles, "@&").unwrap_or_else(everybody);
        embed = embed.fields([
            field(&say!(words, "chat-info-where"), &channels, true),
            field(&say!(words, "chat-info-whom"), &roles, true),
            field(
                &say!(words, "chat-info-looks"),
                &tools(words, &info.tools),
                false,
            ),
        ]);
    }
    embed.into()
}

fn model(words: Words, info: &Info) -> String {
    let first = plain(&info.model);
    match &info.second {
        Some(second) => say!(
            words,
            "chat-info-second",
            first = first,
            second = plain(second)
        ),
        None => first,
    }
}

fn sees(words: Words, info: &Info) -> String {
    if info.sees {
        say!(words, "chat-info-sees")
    } else {
        say!(words, "chat-info-blind")
    }
}

fn limits(words: Words, info: &Info, is_in_guild: bool) -> String {
    let mut lines = vec![
        say!(
            words,
            "chat-info-tokens",
            context = info.context_tokens,
            answer = info.answer_tokens
        ),
        say!(
            words,
            "chat-info-cooldown",
            seconds = info.cooldown.as_secs()
        ),
    ];
    let person = budget(words, info.budget.person);
    lines.push(say!(words, "chat-info-you", budget = person));
    if is_in_guild {
        let guild = budget(words, info.budget.guild);
        lines.push(say!(words, "chat-info-guild", budget = guild));
    }
    lines.join("\n")
}

fn budget(words: Words, limits: Limits) -> String {
    let day = limits.day;
    let day = day.map(|limit| say!(words, "chat-info-a-day", count = limit));
    let month = limits.month;
    let month = month.map(|limit| say!(words, "chat-info-a-month", count = limit));
    let parts: Vec<String> = [day, month].into_iter().flatten().collect();
    if parts.is_empty() {
        return say!(words, "chat-info-no-limit");
    }
    parts.join(&say!(words, "text-list-between"))
}

fn persona_of(words: Words, of: PersonaOf) -> String {
    match of {
        PersonaOf::Channel => say!(words, "chat-info-who-in-channel"),
        PersonaOf::Guild => say!(words, "chat-info-who-in-guild"),
        PersonaOf::Default => say!(words, "chat-info-who"),
    }
}

fn persona(text: &str) -> String {
    let text = plain_lines(&shorten(text.trim(), PERSONA));
    text.lines()
        .map(|line| format!("> {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn plain_lines(text: &str) -> String {
    text.lines().map(plain).collect::<Vec<_>>().join("\n")
}

/// Channels or roles as Discord shows them, if there are any. Only ids are shown so: a setting is
/// what somebody typed.
fn places(ids: &[String], mark: &str) -> Option<String> {
    let is_id = |id: &&String| !id.is_empty() && id.chars().all(|c| c.is_ascii_digit());
    let shown: Vec<String> = ids
        .iter()
        .filter(is_id)
        .map(|id| format!("<{mark}{id}>"))
        .collect();
    (!shown.is_empty()).then(|| shown.join(" "))
}

fn tools(words: Words, tools: &[&str]) -> String {
    if tools.is_empty() {
        return say!(words, "chat-info-looks-at-nothing");
    }
    let what = tools.iter().map(|tool| match *tool {
        "club_roster" => say!(words, "chat-info-roster"),
        "club_stats" => say!(words, "chat-info-stats"),
        "club_movers" => say!(words, "chat-info-movers"),
        "club_member" => say!(words, "chat-info-member"),
        other => other.to_owned(),
    });
    let what: Vec<String> = what.collect();
    what.join(&say!(words, "text-list-between"))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use slimy_domain::chat::{Budget, Fault};
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn info() -> Info {
        let limits = |day, month| Limits { day, month };
        Info {
            model: "gpt-5-mini".to_owned(),
            sees: true,
            second: None,
            persona: "You are **Slimy**.\nYou know @everyone.".to_owned(),
            persona_of: PersonaOf::Default,
            context_tokens: 16_000,
            answer_tokens: 2_000,
            cooldown: Duration::from_secs(3),
            budget: Budget {
                person: limits(Some(200_000), Some(2_000_000)),
                guild: limits(None, None),
                host: limits(None, None),
            },
            tools: Vec::new(),
            channels: Vec::new(),
            roles: Vec::new(),
            refused: None,
        }
    }

    fn here() -> Info {
        Info {
            sees: false,
            second: Some("other".to_owned()),
            persona: "x".repeat(2_000),
            persona_of: PersonaOf::Channel,
            cooldown: Duration::ZERO,
            tools: vec!["club_roster", "club_stats", "club_movers", "club_member"],
            channels: vec!["44".to_owned(), "<@1>".to_owned()],
            roles: vec!["55".to_owned()],
            refused: Some(Fault::NotInThisChannel),
            ..info()
        }
    }

    #[test]
    fn people_see_who_answers_and_within_which_limits() {
        let direct = shown(Words::ENGLISH, &info(), false);
        let here = shown(Words::ENGLISH, &here(), true);
        assert_eq!((fault(&direct), fault(&here)), (None, None));
        insta::assert_snapshot!(serde_json::to_string_pretty(&[direct, here]).unwrap());
    }

    #[test]
    fn people_see_it_in_their_language() {
        for language in Language::ALL {
            let shown = shown(Words::of(language), &here(), true);
            assert_eq!(fault(&shown), None);
            let shown = serde_json::to_string_pretty(&shown.embeds).unwrap();
            insta::assert_snapshot!(format!("in_{}", language.code()), shown);
        }
    }
}
