//! `slimy run`: the wiring in order, and the way down.

mod chat;
mod hosts;

use std::{
    net::IpAddr,
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use anyhow::Context as _;
use poise::serenity_prelude as serenity;
use secrecy::{ExposeSecret as _, SecretString};
use slimy_commands::{Command, Data, Error, Refusal};
use slimy_domain::{
    Services,
    attachment::Fetcher,
    club::{ReadingRoom, vision::Vision},
    guild,
    identity::Identities,
    rates::{Rates, write_refused},
    rights::Hosts,
};
use slimy_llm::Endpoint;
use slimy_store::{Cache, Db, Recorder, StoreError, SystemClock};
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{Misuse, announce, config, drain::Draining, events, gateway, jobs, migrate};

/// What the gateway tells. Of messages in guilds it tells the text only where they mention the bot,
/// which is all that is wanted; none of these has to be asked for in the developer portal.
const INTENTS: serenity::GatewayIntents = serenity::GatewayIntents::GUILDS
    .union(serenity::GatewayIntents::GUILD_MESSAGES)
    .union(serenity::GatewayIntents::DIRECT_MESSAGES);

/// What runs when the program is told to stop gets this long.
const GRACE: Duration = Duration::from_secs(10);
/// Reaching Discord's REST interface gets this long.
const CONNECT: Duration = Duration::from_secs(5);
/// One of its answers gets this long, an upload of 25 MiB included.
const ANSWER: Duration = Duration::from_mins(1);
/// Closing the gateway's connections gets this long, and so does closing the database.
const GOODBYE: Duration = Duration::from_secs(2);
/// Waits between attempts to register the commands; the last is repeated.
const REGISTER_AGAIN: [Duration; 4] = [
    Duration::from_secs(2),
    Duration::from_secs(10),
    Duration::from_mins(1),
    Duration::from_mins(5),
];

/// Connects and serves until SIGINT or SIGTERM.
pub(crate) async fn run(settings: config::Bot) -> anyhow::Result<()> {
    let mut stopped = Stopped::listen()?;
    let running = TaskTracker::new();
    // A start that hangs, on a database or on Discord, can be stopped like everything else.
    let (mut client, services) = tokio::select! {
        prepared = prepare(&settings, &running) => prepared?,
        () = stopped.received() => return Ok(()),
    };
    let stop = CancellationToken::new();
    let announcer = announce::Channels(Arc::clone(&client.http));
    let http = Arc::clone(&client.http);
    running.spawn(jobs::run(
        Arc::clone(&services),
        http,
        announcer,
        stop.clone(),
    ));
    let shards = Arc::clone(&client.shard_manager);
    running.spawn(gateway::watch(shards, stop.clone()));

    let ended = tokio::select! {
        ended = client.start_autosharded() => ended.context("the connection to Discord ended"),
        () = stopped.received() => Ok(()),
    };
    tracing::info!("stopping: what runs is let finish");
    running.close();
    stop.cancel();
    let _ = tokio::time::timeout(GOODBYE, gateway::close(&client)).await;
    let finished = async {
        // Answers on their way end here, and are shown as interrupted.
        if let Some(chat) = &services.chat {
            chat.close().await;
        }
        running.wait().await;
    };
    tokio::select! {
        () = finished => {}
        () = tokio::time::sleep(GRACE) => tracing::warn!("some work did not finish in time"),
        () = stopped.received() => tracing::warn!("told to stop again: not waiting any longer"),
    }
    if let Err(error) = write_refused(&services).await {
        let error = slimy_domain::chain(&error);
        tracing::warn!(error, "it is not on record who asked too often at last");
    }
    // Before the database, because it writes what it was handed into it.
    services.recorder.close().await;
    let _ = tokio::time::timeout(GOODBYE, services.db.close()).await;
    tracing::info!("stopped");
    ended
}

/// Everything up to the first connection, in order.
async fn prepare(
    settings: &config::Bot,
    running: &TaskTracker,
) -> anyhow::Result<(serenity::Client, Arc<Services>)> {
    let config::Bot {
        discord,
        database,
        cache,
        models,
        chat,
        ..
    } = settings;
    let started = Instant::now();
    if models
        .base
        .as_ref()
        .is_some_and(|base| shows_key(base, &models.key))
    {
        tracing::warn!(
            "OPENAI_BASE_URL begins with http:// and is another machine's: whoever is on the way there can read OPENAI_API_KEY. Use https://"
        );
    }
    if let Some(other) = &chat.fallback
        && shows_key(&other.base, &other.key)
    {
        tracing::warn!(
            "CHAT_FALLBACK_BASE_URL begins with http:// and is another machine's: whoever is on the way there can read CHAT_FALLBACK_API_KEY. Use https://"
        );
    }
    if chat.is_open_ended() {
        tracing::warn!(
            "CHAT_HOST_TOKENS has a 0: nothing bounds what all people together may cost in a day or a month"
        );
    }
    let vision = vision(models)?;
    let cache = share(cache).await?;
    let db = migrate::connect(database).await?;
    let migrated = db.migrate().await;
    migrated.context("the database's schema cannot be brought up to date")?;

    let recorder = record(&db, &database.audit_journal)?;
    let client = Fetcher::client().context("the HTTP client cannot be made")?;
    let http = http(discord, rest_client(discord)?);
    tracing::info!(database = %db.engine(), "connecting to Discord");
    let gateway = match knock(&http).await {
        Ok(gateway) => gateway,
        Err(error) => {
            // Closed in order, SQLite leaves one file and not three.
            recorder.close().await;
            db.close().await;
            return Err(error);
        }
    };
    let services = Services {
        chat: chat::set_up(settings)?,
        hosts: hosts::find(&discord.owners, &http).await,
        rates: rates(settings.rate_limits),
        ..services(discord, db, cache, recorder, client, vision)
    };
    let services = Arc::new(services);
    let framework = framework(Arc::clone(&services), discord.guild_id, started);
    let client = serenity::ClientBuilder::new_with_http(http, INTENTS)
        .framework(Draining::new(framework, running.clone()))
        .cache_settings(discord_cache())
        .await?;
    // serenity asks for the address itself, and when that fails it takes Discord's own: a bot
    // that was sent elsewhere must not dial out.
    *client.ws_url.lock().await = gateway;
    Ok((client, services))
}

/// Who may ask how often: as the table says, unless the host lets everybody.
fn rates(are_limited: bool) -> Rates {
    if are_limited {
        Rates::limited(Arc::new(SystemClock))
    } else {
        Rates::default()
    }
}

/// The cache, in Redis when there is one.
async fn share(settings: &config::Cache) -> anyhow::Result<Cache> {
    let url = settings.redis_url.expose_secret();
    if url.is_empty() {
        return Ok(Cache::in_process());
    }
    Cache::connect(url).await.map_err(|error| {
        let accepted = config::REDIS_URLS;
        Misuse(format!("REDIS_URL {error}; accepted: {accepted}")).into()
    })
}

/// Begins to write the audit log, which replays what an earlier process could not write.
fn record(db: &Db, journal: &Path) -> anyhow::Result<Recorder> {
    Recorder::start(db.clone(), journal).map_err(|error| {
        let why = match error {
            StoreError::Unavailable(why) => why.to_string(),
            other => other.to_string(),
        };
        let place = journal.display();
        let fault = format!(
            "AUDIT_JOURNAL: {place} cannot be used: {why}; accepted: a directory of your own that can be written and is no link, or the path of one to be made"
        );
        Misuse(fault).into()
    })
}

/// Whether a key for `base` would go over a network without encryption. What stays on this very
/// machine nobody else can read.
fn shows_key(base: &reqwest::Url, key: &SecretString) -> bool {
    base.scheme() == "http" && !key.expose_secret().is_empty() && !is_here(base)
}

/// Whether that is an address of this very machine.
fn is_here(base: &reqwest::Url) -> bool {
    let host = base.host_str().unwrap_or_default();
    let address: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
    match address {
        Some(address) => address.is_loopback(),
        None => host == "localhost" || host.ends_with(".localhost"),
    }
}

/// The way to the models at `base`.
fn model_client(base: &reqwest::Url) -> anyhow::Result<reqwest::Client> {
    let client = if is_here(base) {
        slimy_llm::Client::http_here()
    } else {
        slimy_llm::Client::http()
    };
    client.context("the HTTP client cannot be made")
}

/// The model that reads screenshots beside the built-in reader, when the host has set one up.
fn vision(models: &config::Models) -> anyhow::Result<Option<Vision>> {
    let (Some(model), Some(base)) = (&models.vision, &models.base) else {
        return Ok(None);
    };
    let key = (!models.key.expose_secret().is_empty()).then(|| models.key.clone());
    let endpoint = Endpoint::new(base, key).context("OPENAI_BASE_URL is no address")?;
    let client = slimy_llm::Client::new(model_client(base)?, endpoint);
    Ok(Some(Vision::new(client, model.clone())))
}

fn services(
    discord: &config::Discord,
    db: Db,
    cache: Cache,
    recorder: Recorder,
    client: reqwest::Client,
    vision: Option<Vision>,
) -> Services {
    let seats = thread::available_parallelism().map_or(1, usize::from);
    Services {
        db,
        cache,
        recorder,
        clock: Arc::new(SystemClock),
        fetcher: Fetcher::new(
            client,
            discord.attachment_hosts.clone(),
            discord.api_base.clone(),
        ),
        reading: ReadingRoom::new(seats),
        vision,
        chat: None,
        identities: Identities::default(),
        guilds: guild::Turn::default(),
        hosts: Hosts::default(),
        rates: Rates::default(),
        exports: slimy_domain::privacy::Turns::default(),
    }
}

/// The HTTP client for Discord's REST interface, which serenity would make without time limits.
/// Unlike the one for attachments it goes through the environment's proxy, if there is one; but
/// what is on this very machine no proxy can reach.
fn rest_client(discord: &config::Discord) -> anyhow::Result<reqwest::Client> {
    let mut client = reqwest::Client::builder()
        .connect_timeout(CONNECT)
        .timeout(ANSWER);
    let host = discord.api_base.as_ref().and_then(reqwest::Url::host_str);
    if host.is_some_and(|host| ["127.0.0.1", "localhost", "[::1]"].contains(&host)) {
        client = client.no_proxy();
    }
    client.build().context("the HTTP client cannot be made")
}

/// serenity's client for Discord's REST interface. With another origin its own rate limiter is
/// off: it ignores the origin otherwise, and the proxy behind it is there to do the waiting.
fn http(discord: &config::Discord, client: reqwest::Client) -> serenity::Http {
    let token = discord.token.expose_secret();
    let builder = serenity::HttpBuilder::new(token)
        .client(client)
        .default_allowed_mentions(serenity::CreateAllowedMentions::new());
    match &discord.api_base {
        None => builder.build(),
        Some(origin) => {
            let origin = origin.as_str().trim_end_matches('/');
            builder.proxy(origin).ratelimiter_disabled(true).build()
        }
    }
}

/// Asks for the gateway before serenity does: a refused token is a wrong setting, and when the
/// request fails serenity would go on to Discord's own gateway without a word. Returns its address.
async fn knock(http: &serenity::Http) -> anyhow::Result<String> {
    match http.get_bot_gateway().await {
        Ok(gateway) => Ok(gateway.url),
        Err(serenity::Error::Http(error))
            if error.status_code() == Some(serenity::StatusCode::UNAUTHORIZED) =>
        {
            let fault = "DISCORD_TOKEN was refused by Discord; accepted: the bot's current token from Discord's developer portal";
            Err(Misuse(fault.to_owned()).into())
        }
        Err(error) => Err(anyhow::anyhow!(
            "Discord did not let the bot in: {}",
            Refusal::from(&error)
        )),
    }
}

/// Guilds are cached for their names; nothing else of Discord's is needed in memory.
fn discord_cache() -> serenity::cache::Settings {
    let mut settings = serenity::cache::Settings::default();
    settings.max_messages = 0;
    settings.cache_channels = false;
    settings.cache_users = false;
    settings
}

fn framework(
    services: Arc<Services>,
    guild_id: Option<u64>,
    started: Instant,
) -> poise::Framework<Data, Error> {
    let options = poise::FrameworkOptions {
        event_handler: |framework, event| Box::pin(events::on_event(framework, event)),
        ..slimy_commands::options(slimy_commands::all())
    };
    poise::Framework::builder()
        .options(options)
        .setup(move |ctx, ready, framework| {
            Box::pin(async move {
                let ready_after = started.elapsed().as_millis();
                tracing::info!(bot = %ready.user.name, guilds = ready.guilds.len(), ready_after, "ready");
                let commands = &framework.options().commands;
                tokio::spawn(register(Arc::clone(&ctx.http), listed(commands), guild_id));
                Ok(Data::new(services))
            })
        })
        .build()
}

fn listed(commands: &[Command]) -> Vec<serenity::CreateCommand> {
    slimy_commands::registered(commands)
}

/// Tells Discord which commands there are. The bot serves meanwhile: the commands of the last
/// time are still registered.
async fn register(
    http: Arc<serenity::Http>,
    commands: Vec<serenity::CreateCommand>,
    guild_id: Option<u64>,
) {
    let mut waits = REGISTER_AGAIN.iter().copied();
    let mut wait = REGISTER_AGAIN[0];
    loop {
        let registered = match guild_id {
            Some(id) => {
                serenity::GuildId::new(id)
                    .set_commands(&http, commands.clone())
                    .await
            }
            None => serenity::Command::set_global_commands(&http, commands.clone()).await,
        };
        match registered {
            Ok(commands) => {
                return tracing::info!(commands = commands.len(), "commands registered");
            }
            Err(error) => {
                wait = waits.next().unwrap_or(wait);
                tracing::warn!(error = %Refusal::from(&error), again_in = ?wait, "commands could not be registered");
                tokio::time::sleep(wait).await;
            }
        }
    }
}

/// The signals that end the program.
struct Stopped {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

impl Stopped {
    fn listen() -> std::io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn received(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_shown_by_http_to_another_machine_and_by_nothing_else() {
        let shown =
            |base: &str, key: &str| shows_key(&base.parse().unwrap(), &key.to_owned().into());
        for (base, is_shown) in [
            ("http://models.example/v1", true),
            ("http://10.0.0.2:8000/v1", true),
            ("http://localhost.example/v1", true),
            ("https://models.example/v1", false),
            ("http://localhost:11434/v1", false),
            ("http://127.0.0.9:1/v1", false),
            ("http://[::1]:1/v1", false),
        ] {
            assert_eq!(shown(base, "sk-1"), is_shown, "{base}");
            assert!(!shown(base, ""), "{base}: there is no key");
        }
    }
}
