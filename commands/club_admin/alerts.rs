//! `/club-admin alerts`: where the club's news are told, and which.

use poise::serenity_prelude::ChannelId;
use slimy_domain::{
    UserError,
    club::admin::{self, AlertsChange, AlertsState, Fault, Trouble},
};

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
        request.write(shown(&state)).await
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
        let tried = channel.send_message(ctx.http(), news::trial()).await;
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
    request.answer(set_answer(&state)).await
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
    request.answer(off_answer()).await
}

fn off_answer() -> Answer {
    let said = "The club's news are told nowhere any more.";
    card("Alerts off").description(said).colour(GOOD).into()
}

fn state(title: &str, state: &AlertsState) -> Answer {
    let settings = &state.settings;
    let said = match &settings.channel {
        Some(channel) => format!("The club's news are told in <#{}>.", plain(channel)),
        None => "The club's news are told nowhere: choose a channel with /club-admin alerts set."
            .to_owned(),
    };
    let on = |on: bool| if on { "on" } else { "off" };
    let change = match settings.change_percent {
        Some(percent) => format!("by {percent} % or more"),
        None => "off".to_owned(),
    };
    let mut embed = card(title).description(body(&said)).fields([
        field("Joined and left", on(settings.members), true),
        field("Changes", &change, true),
        field("Scan due", on(settings.scan_due), true),
    ]);
    if let Some(trouble) = &state.trouble {
        embed = embed
            .fields([field("Not delivered", &told(trouble), false)])
            .colour(CARE);
    }
    embed.into()
}

fn told(trouble: &Trouble) -> String {
    let what = plain(&shorten(&trouble.error, 300));
    let then = if trouble.is_waiting {
        "It is tried again; look at the bot's permissions in that channel."
    } else {
        "It was given up."
    };
    format!("{}: {what}. {then}", moment(trouble.at))
}

fn shown(alerts: &AlertsState) -> Answer {
    state("Alerts", alerts)
}

fn set_answer(alerts: &AlertsState) -> Answer {
    state("Alerts set", alerts)
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, settings::AlertSettings};

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
                error: "status 403, code 50013, Missing Permissions".to_owned(),
                at: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
                is_waiting,
            }),
        }
    }

    #[test]
    fn what_is_told_where_and_what_did_not_arrive() {
        let all = [
            shown(&alerts(None, None)),
            set_answer(&alerts(Some("123456789012345678"), None)),
            shown(&alerts(Some("123456789012345678"), Some(true))),
            shown(&alerts(Some("123456789012345678"), Some(false))),
            off_answer(),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
