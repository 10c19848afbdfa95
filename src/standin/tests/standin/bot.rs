//! A tiny bot, unmodified serenity and poise, that does one of each thing.

use std::sync::{Arc, Mutex};

use discord_standin::Standin;
use poise::serenity_prelude as serenity;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;
use tracing::field::{Field, Visit};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::layer::{Context as LayerContext, Layer, SubscriberExt};

use crate::{bot_commands, bot_events};

/// A running bot; it stops when it is dropped.
pub(crate) struct Bot {
    pub(crate) events: UnboundedReceiver<String>,
    unknown: Arc<Mutex<Vec<String>>>,
    shards: Arc<serenity::ShardManager>,
    task: JoinHandle<Result<(), serenity::Error>>,
    _logs: DefaultGuard,
}

impl Bot {
    /// Starts the bot and waits until it serves.
    pub(crate) async fn start(discord: &Standin) -> Self {
        let bot = Self::launch(
            discord,
            discord.token(),
            serenity::GatewayIntents::non_privileged(),
        )
        .await;
        discord.bot_ready().await;
        bot
    }

    pub(crate) async fn launch(
        discord: &Standin,
        token: &str,
        intents: serenity::GatewayIntents,
    ) -> Self {
        let (unknown, logs) = watch_logs();
        let (sender, events) = unbounded_channel();
        let framework = poise::Framework::builder()
            .options(poise::FrameworkOptions {
                commands: bot_commands::all(),
                event_handler: |framework, event| Box::pin(bot_events::handle(framework, event)),
                on_error: |error| Box::pin(async move { println!("the bot's error: {error}") }),
                ..Default::default()
            })
            .setup(|context, _, framework| {
                Box::pin(async move {
                    let commands = &framework.options().commands;
                    poise::builtins::register_globally(context, commands).await?;
                    Ok(sender)
                })
            })
            .build();
        let http = serenity::HttpBuilder::new(token)
            .proxy(discord.origin())
            .ratelimiter_disabled(true)
            .build();
        let mut client = serenity::ClientBuilder::new_with_http(http, intents)
            .framework(framework)
            .await
            .expect("a client");
        let shards = client.shard_manager.clone();
        let task = tokio::spawn(async move { client.start().await });
        Self {
            events,
            unknown,
            shards,
            task,
            _logs: logs,
        }
    }

    /// The next event that the handler recorded.
    pub(crate) async fn next(&mut self) -> String {
        let event = tokio::time::timeout(std::time::Duration::from_secs(30), self.events.recv());
        event
            .await
            .expect("an event within 30 s")
            .expect("a live bot")
    }

    /// Why the client gave up.
    pub(crate) async fn end(self) -> Result<(), serenity::Error> {
        self.task.await.expect("the bot's task")
    }

    /// Stops as a program does, and checks that it understood everything.
    pub(crate) async fn stop(self, discord: &Standin) {
        self.shards.shutdown_all().await;
        discord.bot_gone().await;
        self.understood_everything();
    }

    /// serenity drops what it cannot read with a DEBUG line only.
    pub(crate) fn understood_everything(&self) {
        assert_eq!(*self.unknown.lock().unwrap(), Vec::<String>::new());
    }
}

#[derive(Clone)]
struct UnknownEvents(Arc<Mutex<Vec<String>>>);

impl<S: tracing::Subscriber> Layer<S> for UnknownEvents {
    fn on_event(&self, event: &tracing::Event<'_>, _: LayerContext<'_, S>) {
        struct Message(String);
        impl Visit for Message {
            fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
                if field.name() == "message" {
                    self.0 = format!("{value:?}");
                }
            }
        }
        let mut message = Message(String::new());
        event.record(&mut message);
        let signs = ["An unknown event was received", "Err deserializing"];
        if signs.iter().any(|sign| message.0.contains(sign)) {
            self.0.lock().unwrap().push(message.0);
        }
    }
}

/// The tests' runtime has one thread, so the thread's subscriber sees the whole bot.
fn watch_logs() -> (Arc<Mutex<Vec<String>>>, DefaultGuard) {
    let unknown = Arc::new(Mutex::new(Vec::new()));
    let layer = UnknownEvents(unknown.clone());
    let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
    (unknown, guard)
}
