//! `/chat-usage`: what is left, and for the bot's hosts what it cost.

use slimy_domain::chat::{self, Allowance, HostUsage, Spans, UsageView};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    embed::{card, field},
    text::{plain, shorten},
};

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
        request.write(shown(request.words, &usage)).await
    })
    .await
}

fn shown(words: Words, usage: &UsageView) -> Answer {
    let mut embed = card(&say!(words, "chat-usage-title"));
    embed = embed.description(say!(words, "chat-usage-in-tokens"));
    let you = say!(words, "chat-usage-you");
    let mut fields = vec![field(&you, &spans(words, &usage.person), false)];
    if let Some(guild) = &usage.guild {
        let here = say!(words, "chat-usage-guild");
        fields.push(field(&here, &spans(words, guild), false));
    }
    if let Some(host) = &usage.host {
        let all = say!(words, "chat-usage-all");
        fields.push(field(&all, &hosts(words, host), false));
    }
    embed.fields(fields).into()
}

fn spans(words: Words, spans: &Spans) -> String {
    let (day, month) = (allowance(words, &spans.day), allowance(words, &spans.month));
    let today = say!(words, "chat-usage-today", left = day);
    let month = say!(words, "chat-usage-month", left = month);
    format!("{today}\n{month}")
}

fn allowance(words: Words, allowance: &Allowance) -> String {
    let used = allowance.used;
    if let (Some(left), Some(limit)) = (allowance.left(), allowance.limit) {
        say!(
            words,
            "chat-usage-left",
            left = left,
            limit = limit,
            used = used
        )
    } else {
        say!(words, "chat-usage-no-limit", used = used)
    }
}

fn hosts(words: Words, host: &HostUsage) -> String {
    let mut lines = vec![spans(words, &host.spans)];
    lines.push(say!(
        words,
        "chat-usage-cost",
        day = dollars(words, host.cost_micros_day),
        month = dollars(words, host.cost_micros_month)
    ));
    let models = host.models.iter().take(MODELS).map(|model| {
        let used = &model.used;
        say!(
            words,
            "chat-usage-of-model",
            model = plain(&shorten(&model.model, NAME)),
            calls = used.calls,
            prompt = used.prompt_tokens,
            completion = used.completion_tokens,
            cost = dollars(words, used.cost_micros)
        )
    });
    lines.extend(models);
    lines.join("\n")
}

/// Millionths of a US dollar, to the hundredth of a cent.
fn dollars(words: Words, micros: i64) -> String {
    let hundredths = (micros + 50).div_euclid(100);
    let (whole, rest) = (hundredths.div_euclid(10_000), hundredths.rem_euclid(10_000));
    let (whole, decimal) = (words.number(whole), words.decimal_separator());
    say!(
        words,
        "chat-usage-dollars",
        amount = format!("{whole}{decimal}{rest:04}")
    )
}

#[cfg(test)]
mod tests {
    use slimy_store::chat::usage::{ModelUsage, Used};
    use slimy_words::Language;

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
        for language in Language::ALL {
            let words = Words::of(language);
            let (mine, all) = (shown(words, &mine), shown(words, &all));
            assert_eq!((fault(&mine), fault(&all)), (None, None));
            let all = serde_json::to_string_pretty(&all.embeds).unwrap();
            insta::assert_snapshot!(format!("in_{}", language.code()), all);
        }
        let (mine, all) = (shown(Words::ENGLISH, &mine), shown(Words::ENGLISH, &all));
        insta::assert_snapshot!(serde_json::to_string_pretty(&[mine, all]).unwrap());
    }
}
