//! `/club-admin alerts`: where the club's news are told, and which.

use poise::serenity_prelude::ChannelId;
use slimy_domain::{
    UserError,
    club::admin::{self, AlertsChange, AlertsState, Fault, Trouble},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error, Refusal,
    answer::Answer,
    check::{Request, at_once_quietly},
    embed::{CARE, GOOD, body, card, field},
    news,
    text::{moment, plain, shorten},
};

/// Where the club's news are told, and which
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("show", "set", "off")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(super) async fn alerts(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Show where the club's news are told, and whether they arrive
#[poise::command(slash_command, guild_only)]
async fn show(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let state = admin::alerts(request.services, &request.actor).await?;
        request.write(shown(request.words, &state)).await
    })
    .await
}

/// Choose the channel for the club's news, and which are told
#[poise::command(slash_command, guild_only)]
async fn set(
    ctx: Context<'_>,
    #[description = "The channel (default: stays)"]
    #[channel_types("Text", "News")]
    channel: Option<ChannelId>,
    #[description = "Who joins and leaves (default: stays)"] members: Option<bool>,
    #[description = "Whose power changes by this many percent; 0 is off (default: stays)"]
    #[min = 0]
    #[max = 1000]
    change: Option<i64>,
    #[description = "When the weekly scan is due (default: stays)"] scan_due: Option<bool>,
) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    if let Some(channel) = channel {
        let tried = channel
            .send_message(ctx.http(), news::trial(request.words))
            .await;
        tried.map_err(|error| {
            let why = Refusal::from(&error).to_string();
            UserError::ClubAdmin(Fault::CannotPost { why })
        })?;
    }
    let change = AlertsChange {
        channel: channel.map(|channel| Some(channel.to_string())),
        members,
        change_percent: change,
        scan_due,
    };
    let state = admin::set_alerts(request.services, &request.actor, change).await?;
    request.answer(set_answer(request.words, &state)).await
}

/// Tell no news any more; what else is set stays for the next time
#[poise::command(slash_command, guild_only)]
async fn off(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    let change = AlertsChange {
        channel: Some(None),
        ..AlertsChange::default()
    };
    admin::set_alerts(request.services, &request.actor, change).await?;
    request.answer(off_answer(request.words)).await
}

fn off_answer(words: Words) -> Answer {
    card(&say!(words, "club-admin-alerts-off-title"))
        .description(say!(words, "club-admin-alerts-off"))
        .colour(GOOD)
        .into()
}

fn state(words: Words, title: &str, state: &AlertsState) -> Answer {
    let settings = &state.settings;
    let said = if let Some(channel) = &settings.channel {
        let channel = format!("<#{}>", plain(channel));
        say!(words, "club-admin-alerts-in", channel = channel)
    } else {
        say!(words, "club-admin-alerts-nowhere")
    };
    let on = |on: bool| {
        if on {
            say!(words, "club-admin-on")
        } else {
            say!(words, "club-admin-off")
        }
    };
    let change = match settings.change_percent {
        Some(percent) => say!(words, "club-admin-alerts-change", percent = percent),
        None => on(false),
    };
    let mut embed = card(title).description(body(&said)).fields([
        field(
            &say!(words, "club-admin-alerts-members"),
            &on(settings.members),
            true,
        ),
        field(&say!(words, "club-admin-alerts-changes"), &change, true),
        field(
            &say!(words, "club-admin-alerts-scan-due"),
            &on(settings.scan_due),
            true,
        ),
    ]);
    if let Some(trouble) = &state.trouble {
        embed = embed
            .fields([field(
                &say!(words, "club-admin-alerts-trouble"),
                &told(words, trouble),
                false,
            )])
            .colour(CARE);
    }
    embed.into()
}

fn told(words: Words, trouble: &Trouble) -> String {
    let why = plain(&shorten(&trouble.why.say(words), 300));
    let at = moment(trouble.at);
    if trouble.is_waiting {
        say!(words, "club-admin-alerts-trouble-waits", at = at, why = why)
    } else {
        say!(words, "club-admin-alerts-trouble-over", at = at, why = why)
    }
}

fn shown(words: Words, alerts: &AlertsState) -> Answer {
    state(words, &say!(words, "club-admin-alerts-title"), alerts)
}

fn set_answer(words: Words, alerts: &AlertsState) -> Answer {
    state(words, &say!(words, "club-admin-alerts-set-title"), alerts)
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, club::alerts::Fault as Untold, settings::AlertSettings};
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn alerts(channel: Option<&str>, trouble: Option<bool>) -> AlertsState {
        AlertsState {
            settings: AlertSettings {
                channel: channel.map(str::to_owned),
                members: true,
                change_percent: channel.map(|_| 10),
                scan_due: channel.is_some(),
            },
            trouble: trouble.map(|is_waiting| Trouble {
                why: Untold::Discord("status 403, code 50013, Missing Permissions".to_owned()),
                at: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
                is_waiting,
            }),
        }
    }

    #[test]
    fn what_is_told_where_and_what_did_not_arrive() {
        let all = |words| {
            [
                shown(words, &alerts(None, None)),
                set_answer(words, &alerts(Some("123456789012345678"), None)),
                shown(words, &alerts(Some("123456789012345678"), Some(true))),
                shown(words, &alerts(Some("123456789012345678"), Some(false))),
                off_answer(words),
            ]
        };
        for language in Language::ALL {
            let all = all(Words::of(language));
            assert!(all.iter().all(|answer| fault(answer).is_none()));
        }
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
    }
}
