//! The least that a bot on serenity and poise can be: one `/ping`, as poise's own quick start has
//! its command, and nothing that is kept. `cargo xtask load` measures it beside slimy.
//!
//! It has slimy's versions, features and intents of the two libraries, and is aimed at another
//! Discord in the same way. It writes no log, checks nothing and remembers nobody.

use poise::serenity_prelude as serenity;

struct Data {}
type Error = Box<dyn std::error::Error + Send + Sync>;
type Context<'a> = poise::Context<'a, Data, Error>;

/// Says that it is there
#[poise::command(slash_command)]
async fn ping(ctx: Context<'_>) -> Result<(), Error> {
    ctx.say("Pong!").await?;
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    let framework = poise::Framework::builder()
        .options(poise::FrameworkOptions {
            commands: vec![ping()],
            ..Default::default()
        })
        .setup(|ctx, _ready, framework| {
            Box::pin(async move {
                poise::builtins::register_globally(ctx, &framework.options().commands).await?;
                Ok(Data {})
            })
        })
        .build();
    let intents = serenity::GatewayIntents::GUILDS;
    let mut client = serenity::ClientBuilder::new_with_http(http()?, intents)
        .framework(framework)
        .await?;
    client.start().await?;
    Ok(())
}

/// serenity's client for Discord's REST interface; with another origin its own rate limiter, which
/// ignores that, is off.
#[expect(
    clippy::disallowed_methods,
    reason = "this program has two settings and no configuration"
)]
fn http() -> Result<serenity::Http, Error> {
    let http = serenity::HttpBuilder::new(std::env::var("DISCORD_TOKEN")?);
    Ok(match std::env::var("DISCORD_API_BASE") {
        Ok(origin) => http.proxy(origin).ratelimiter_disabled(true).build(),
        Err(_) => http.build(),
    })
}
