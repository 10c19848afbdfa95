//! `/chat-usage`: what is left, and for the bot's hosts what it cost.

use slimy_domain::chat::{self, Allowance, HostUsage, Spans, UsageView};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    embed::{card, field},
    text::{plain, shorten},
};

use super::info::grouped;

/// Models that are listed; hosts have a handful.
const MODELS: usize = 15;
/// Units of a model's name.
const NAME: usize = 40;

/// What is left of the chat's tokens today and this month
#[poise::command(slash_command, rename = "chat-usage")]
pub(crate) async fn chat_usage(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let usage = chat::usage(request.services, &request.actor).await?;
        request.write(shown(&usage)).await
    })
    .await
}

fn shown(usage: &UsageView) -> Answer {
    let mut embed = card("What is left of the chat");
    let said = "In tokens: about four for every three words, of questions and answers alike. A day begins at midnight UTC, a month on the 1st.";
    embed = embed.description(said);
    let (name, value, inline) = field("You", &spans(&usage.person), false);
    embed = embed.field(name, value, inline);
    if let Some(guild) = &usage.guild {
        let (name, value, inline) = field("This server", &spans(guild), false);
        embed = embed.field(name, value, inline);
    }
    if let Some(host) = &usage.host {
        let (name, value, inline) = field("All of the bot", &hosts(host), false);
        embed = embed.field(name, value, inline);
    }
    embed.into()
}

fn spans(spans: &Spans) -> String {
    let (day, month) = (allowance(&spans.day), allowance(&spans.month));
    format!("Today: {day}\nThis month: {month}")
}

fn allowance(allowance: &Allowance) -> String {
    let used = grouped(allowance.used);
    match (allowance.left(), allowance.limit) {
        (Some(left), Some(limit)) => {
            format!(
                "**{}** left of {} ({used} used)",
                grouped(left),
                grouped(limit)
            )
        }
        _ => format!("no limit ({used} used)"),
    }
}

fn hosts(host: &HostUsage) -> String {
    let mut lines = vec![spans(&host.spans)];
    lines.push(format!(
        "Cost: {} today, {} this month",
        dollars(host.cost_micros_day),
        dollars(host.cost_micros_month)
    ));
    let models = host.models.iter().take(MODELS).map(|model| {
        let used = &model.used;
        format!(
            "{}: {} calls, {} tokens in, {} out, {}",
            plain(&shorten(&model.model, NAME)),
            grouped(used.calls),
            grouped(used.prompt_tokens),
            grouped(used.completion_tokens),
            dollars(used.cost_micros)
        )
    });
    lines.extend(models);
    lines.join("\n")
}

/// Millionths of a US dollar, to the hundredth of a cent.
fn dollars(micros: i64) -> String {
    let hundredths = (micros + 50).div_euclid(100);
    let (whole, rest) = (hundredths.div_euclid(10_000), hundredths.rem_euclid(10_000));
    format!("${}.{rest:04}", grouped(whole))
}

#[cfg(test)]
mod tests {
    use slimy_store::chat::usage::{ModelUsage, Used};

    use super::*;
    use crate::limits::fault;

    fn spans(used: i64, limit: Option<i64>) -> Spans {
        Spans {
            day: Allowance { used, limit },
            month: Allowance {
                used: used * 10,
                limit: None,
            },
        }
    }

    #[test]
    fn people_see_what_is_left_and_hosts_what_it_cost() {
        let mine = UsageView {
            person: spans(1_500, Some(200_000)),
            guild: None,
            host: None,
        };
        let model = |model: &str| ModelUsage {
            model: model.to_owned(),
            used: Used {
                used: 15_000,
                prompt_tokens: 12_000,
                completion_tokens: 3_000,
                cost_micros: 9_000,
                calls: 12,
            },
        };
        let all = UsageView {
            person: spans(300_000, Some(200_000)),
            guild: Some(spans(300_000, None)),
            host: Some(HostUsage {
                spans: spans(300_000, None),
                cost_micros_day: 1_234_567_890,
                cost_micros_month: 49,
                models: vec![model("gpt-5-mini"), model(&"*".repeat(200))],
            }),
        };
        let (mine, all) = (shown(&mine), shown(&all));
        assert_eq!((fault(&mine), fault(&all)), (None, None));
        insta::assert_snapshot!(serde_json::to_string_pretty(&[mine, all]).unwrap());
    }
}
