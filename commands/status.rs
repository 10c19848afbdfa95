//! `/status`: how the bot is doing; to those who run it also inside.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::{
    Services,
    status::{self, Inside, Model, Status},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    check::{Request, Written, at_once, at_once_quietly},
    embed::field,
};

/// How the bot is doing: version, latency and database
#[poise::command(slash_command)]
pub(crate) async fn status(ctx: Context<'_>) -> Result<(), Error> {
    let host = ctx.author().id.to_string();
    // What is inside is for nobody else in the channel.
    if ctx.data().services.hosts.contains(&host) {
        return at_once_quietly(ctx, async move {
            let request = Request::begin_quietly(ctx).await?;
            answer(ctx, request).await
        })
        .await;
    }
    at_once(ctx, async move {
        let request = Request::begin(ctx).await?;
        answer(ctx, request).await
    })
    .await
}

async fn answer<'a>(ctx: Context<'a>, request: Request<'a>) -> Result<Written<'a>, Error> {
    let (services, words) = (request.services, request.words);
    let status = status::status(services).await?;
    let gateway = ctx.serenity_context();
    let process = Process {
        latency_micros: ctx.ping().await.as_micros(),
        up_since: ctx.data().started.seconds(),
        shard: gateway.shard_id.0 + 1,
        shards: gateway.cache.shard_count(),
        guilds: gateway.cache.guild_count(),
    };
    let mut embed = shown(words, &status, &process);
    embed = with(
        embed,
        &say!(words, "status-reader"),
        &reader(words, services),
        true,
    );
    embed = with(
        embed,
        &say!(words, "status-model"),
        &model(words, &status::model(services)),
        true,
    );
    if let Some(inside) = status::inside(services, &request.actor).await? {
        embed = with_inside(embed, words, &inside, &process);
    }
    request.write(embed).await
}

/// What the program knows of itself and of its connection.
struct Process {
    /// 0 before the second heartbeat.
    latency_micros: u128,
    /// Unix seconds.
    up_since: i64,
    /// From 1.
    shard: u32,
    shards: u32,
    guilds: usize,
}

fn with(embed: CreateEmbed, name: &str, value: &str, inline: bool) -> CreateEmbed {
    let (name, value, inline) = field(name, value, inline);
    embed.field(name, value, inline)
}

/// A time in milliseconds with one decimal.
fn millis(words: Words, micros: u128) -> String {
    let tenths = i64::try_from((micros + 50) / 100).unwrap_or(i64::MAX);
    say!(words, "status-milliseconds", number = words.tenths(tenths))
}

fn shown(words: Words, status: &Status, process: &Process) -> CreateEmbed {
    // Before the second heartbeat there is nothing to tell.
    let latency = if process.latency_micros == 0 {
        say!(words, "status-latency-unknown")
    } else {
        millis(words, process.latency_micros)
    };
    let (database, schema) = match status {
        Status::Here {
            database,
            answered_in,
            schema,
        } => {
            let time = millis(words, answered_in.as_micros());
            let here = say!(
                words,
                "status-database-here",
                database = database,
                time = time
            );
            (here, schema.to_string())
        }
        Status::Away {
            database,
            entries_waiting,
        } => {
            let away = say!(
                words,
                "status-database-away",
                database = database,
                count = *entries_waiting
            );
            (away, "–".to_owned())
        }
    };
    let embed = CreateEmbed::new().title(say!(words, "status-up"));
    let embed = with(
        embed,
        &say!(words, "status-version"),
        env!("CARGO_PKG_VERSION"),
        true,
    );
    let embed = with(embed, &say!(words, "status-latency"), &latency, true);
    // Discord says it in each reader's own language.
    let since = format!("<t:{}:R>", process.up_since);
    let embed = with(embed, &say!(words, "status-up-since"), &since, true);
    let embed = with(embed, &say!(words, "status-database"), &database, false);
    let embed = with(embed, &say!(words, "status-schema"), &schema, true);
    let shard = say!(
        words,
        "status-shard-of",
        shard = process.shard,
        shards = process.shards
    );
    with(embed, &say!(words, "status-shard"), &shard, true)
}

fn reader(words: Words, services: &Services) -> String {
    match services.reading.calls() {
        0 => say!(words, "status-reader-idle"),
        calls => say!(words, "status-reader-busy", calls = calls),
    }
}

fn model(words: Words, model: &Model) -> String {
    match model {
        Model::None => say!(words, "status-model-none"),
        Model::Here { answers: 0 } => say!(words, "status-model-idle"),
        Model::Here { answers } => say!(words, "status-model-busy", answers = *answers),
    }
}

fn with_inside(
    embed: CreateEmbed,
    words: Words,
    inside: &Inside,
    process: &Process,
) -> CreateEmbed {
    let guilds = words.number(i64::try_from(process.guilds).unwrap_or(i64::MAX));
    let mut embed = with(embed, &say!(words, "status-servers"), &guilds, true);
    if let Some(bytes) = inside.memory {
        let name = say!(words, "status-memory");
        embed = with(embed, &name, &mebibytes(words, bytes), true);
    }
    let queues = say!(
        words,
        "status-queue-lengths",
        calls = inside.calls,
        seats = inside.seats,
        answers = inside.answers,
        refused = inside.refused
    );
    embed = with(embed, &say!(words, "status-queues"), &queues, false);
    let journal = say!(words, "status-journal-entries", count = inside.journalled);
    embed = with(embed, &say!(words, "status-journal"), &journal, true);
    if let Some(health) = &inside.database {
        let pool = health.pool;
        let pool = say!(
            words,
            "status-pool-use",
            open = pool.open,
            idle = pool.idle,
            most = pool.most
        );
        embed = with(embed, &say!(words, "status-pool"), &pool, true);
        let name = say!(words, "status-database-size");
        embed = with(embed, &name, &mebibytes(words, health.bytes), true);
    }
    if let Some(model) = &inside.model {
        embed = with(
            embed,
            &say!(words, "status-model-name"),
            &crate::text::plain(model),
            true,
        );
    }
    embed
}

fn mebibytes(words: Words, bytes: u64) -> String {
    let tenths = i64::try_from(bytes.saturating_mul(10) >> 20).unwrap_or(i64::MAX);
    say!(words, "status-mebibytes", number = words.tenths(tenths))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use slimy_domain::status::{Engine, Health, PoolUse, SlowQueries};
    use slimy_words::Language;

    use super::*;
    use crate::{answer::Answer, limits::fault};

    fn process() -> Process {
        Process {
            latency_micros: 41_230,
            up_since: 1_795_500_000,
            shard: 1,
            shards: 2,
            guilds: 1_234,
        }
    }

    fn inside() -> Inside {
        Inside {
            memory: Some(88 << 20),
            calls: 1,
            seats: 2,
            answers: 3,
            refused: 4,
            journalled: 0,
            model: Some("gpt-5*".to_owned()),
            database: Some(Health {
                engine: Engine::Sqlite,
                version: "3.51.1".to_owned(),
                response_time: Duration::from_micros(120),
                pool: PoolUse {
                    open: 5,
                    idle: 3,
                    most: 11,
                },
                migration: 7,
                bytes: 12_345_678,
                slow: SlowQueries::default(),
            }),
        }
    }

    fn text(embed: &CreateEmbed) -> String {
        let embed = serde_json::to_value(embed).unwrap();
        let mut lines = vec![embed["title"].as_str().unwrap().to_owned()];
        for field in embed["fields"].as_array().unwrap() {
            let (name, value) = (&field["name"], &field["value"]);
            lines.push(format!(
                "{}: {}",
                name.as_str().unwrap(),
                value.as_str().unwrap()
            ));
        }
        lines.join("\n")
    }

    #[test]
    fn how_the_bot_is_doing_is_told_in_every_language() {
        let here = Status::Here {
            database: "SQLite 3.51.1".to_owned(),
            answered_in: Duration::from_micros(340),
            schema: 7,
        };
        let told = Language::ALL.map(|language| {
            let words = Words::of(language);
            let embed = shown(words, &here, &process());
            let embed = with_inside(embed, words, &inside(), &process());
            assert_eq!(fault(&Answer::from(embed.clone())), None, "{language:?}");
            format!("[{}]\n{}", language.code(), text(&embed))
        });
        insta::assert_snapshot!(told.join("\n\n"));
    }

    #[test]
    fn a_database_that_is_away_loses_nothing() {
        let away = Status::Away {
            database: "PostgreSQL".to_owned(),
            entries_waiting: 3,
        };
        let beginning = Process {
            latency_micros: 0,
            ..process()
        };
        let told = text(&shown(Words::ENGLISH, &away, &beginning));
        assert!(told.contains("PostgreSQL is away. Nothing is lost: 3 entries of the audit log wait for it on disk."), "{told}");
        assert!(
            told.contains("Latency to Discord: not measured yet"),
            "{told}"
        );
    }
}
