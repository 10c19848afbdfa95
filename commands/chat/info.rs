//! `/chat-info`: who answers here, as whom, and where and for whom.

use slimy_domain::chat::{self, Info, Limits, PersonaOf};

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
        request.write(shown(&info, is_in_guild)).await
    })
    .await
}

fn shown(info: &Info, is_in_guild: bool) -> Answer {
    let mut embed = card("Chat");
    if let Some(fault) = &info.refused {
        embed = embed.description(fault.to_string()).colour(CARE);
    }
    let fields = [
        field("Model", &model(info), true),
        field("Images", sees(info), true),
        field("Limits", &limits(info, is_in_guild), false),
        field(persona_of(info.persona_of), &persona(&info.persona), false),
    ];
    embed = embed.fields(fields);
    if is_in_guild {
        embed = embed.fields([
            field("Where", &places(&info.channels, "#", "Every channel"), true),
            field("For whom", &places(&info.roles, "@&", "Everybody"), true),
            field("It may look at", &tools(&info.tools), false),
        ]);
    }
    embed.into()
}

fn model(info: &Info) -> String {
    let first = plain(&info.model);
    match &info.second {
        Some(second) => format!(
            "{first}; when it is overloaded or silent: {}",
            plain(second)
        ),
        None => first,
    }
}

fn sees(info: &Info) -> &'static str {
    if info.sees {
        "It sees what you attach."
    } else {
        "It reads text only."
    }
}

fn limits(info: &Info, is_in_guild: bool) -> String {
    let mut lines = vec![
        format!(
            "It is shown up to {} tokens of a conversation, and answers with up to {}.",
            grouped(i64::try_from(info.context_tokens).unwrap_or(i64::MAX)),
            grouped(info.answer_tokens.into())
        ),
        match info.cooldown.as_secs() {
            0 => "You may ask again at once.".to_owned(),
            1 => "You may ask again after a second.".to_owned(),
            seconds => format!("You may ask again after {seconds} seconds."),
        },
    ];
    lines.push(format!("You: {}.", budget(info.budget.person)));
    if is_in_guild {
        lines.push(format!("This server: {}.", budget(info.budget.guild)));
    }
    lines.join("\n")
}

fn budget(limits: Limits) -> String {
    let part = |limit: Option<i64>, span: &str| {
        limit.map(|limit| format!("{} tokens a {span}", grouped(limit)))
    };
    let parts = [part(limits.day, "day"), part(limits.month, "month")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return "no limit".to_owned();
    }
    parts.join(", ")
}

fn persona_of(of: PersonaOf) -> &'static str {
    match of {
        PersonaOf::Channel => "Who it is in this channel",
        PersonaOf::Guild => "Who it is in this server",
        PersonaOf::Default => "Who it is",
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

/// Channels or roles as Discord shows them. Only ids are shown so: a setting is what somebody
/// typed.
fn places(ids: &[String], mark: &str, all: &str) -> String {
    let is_id = |id: &&String| !id.is_empty() && id.chars().all(|c| c.is_ascii_digit());
    let shown: Vec<String> = ids
        .iter()
        .filter(is_id)
        .map(|id| format!("<{mark}{id}>"))
        .collect();
    if shown.is_empty() {
        return all.to_owned();
    }
    shown.join(" ")
}

fn tools(tools: &[&str]) -> String {
    if tools.is_empty() {
        return "Nothing but what you show it.".to_owned();
    }
    let what = tools.iter().map(|tool| match *tool {
        "club_roster" => "the club's roster",
        "club_stats" => "its figures",
        "club_movers" => "who has changed",
        "club_member" => "a member's weeks",
        other => other,
    });
    what.collect::<Vec<_>>().join(", ")
}

/// A number with commas.
pub(super) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use slimy_domain::chat::{Budget, Fault};

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

    #[test]
    fn people_see_who_answers_and_within_which_limits() {
        let direct = shown(&info(), false);
        let here = Info {
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
        };
        let here = shown(&here, true);
        assert_eq!((fault(&direct), fault(&here)), (None, None));
        insta::assert_snapshot!(serde_json::to_string_pretty(&[direct, here]).unwrap());
    }

    #[test]
    fn numbers_have_commas() {
        for (number, shown) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (-12_345_678, "-12,345,678"),
        ] {
            assert_eq!(grouped(number), shown);
        }
    }
}
