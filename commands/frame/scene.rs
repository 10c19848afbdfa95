//! A bot with the commands that are tried.

use std::{sync::Arc, time::Duration};

use discord_standin::{Answer as Seen, Guild, Member, Standin};
use poise::serenity_prelude::{self as serenity, FullEvent, Interaction};
use slimy_domain::{
    Services, attachment::Fetcher, club::ReadingRoom, guild, identity::Identities, rates::Rates,
    rights::Hosts,
};
use slimy_store::{
    Cache, PageRequest, Recorder, SystemClock,
    audit::{self, AuditEntry, AuditFilter},
    testing::TestDb,
};
use tempfile::TempDir;
use tokio::task::JoinHandle;

use super::commands::commands;
use crate::{Data, component};

/// How long an entry is waited for.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked for.
const GLANCE: Duration = Duration::from_millis(5);

/// A bot with these commands, connected to the stand-in.
pub(super) struct Scene {
    pub(super) discord: Standin,
    _guild: Guild,
    pub(super) ana: Member,
    pub(super) bob: Member,
    test: TestDb,
    task: JoinHandle<()>,
    _journal: TempDir,
}

impl Drop for Scene {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Scene {
    pub(super) async fn set(test: TestDb) -> Self {
        let discord = Standin::start().await;
        let guild = discord.guild("Slimy Club");
        let ana = guild.member("ana").can_manage_guild();
        let bob = guild.member("bob");
        let journal = TempDir::new().expect("a temporary directory");
        let services = services(&test, &journal);
        let mut client = client(&discord, Arc::new(services)).await;
        let task = tokio::spawn(async move {
            let _ = client.start().await;
        });
        discord.bot_ready().await;
        Self {
            discord,
            _guild: guild,
            ana,
            bob,
            test,
            task,
            _journal: journal,
        }
    }

    /// The entries of an action, when there is one: a refusal is told before its entry is written.
    pub(super) async fn audited(&self, action: &str) -> Vec<AuditEntry> {
        let written = async {
            loop {
                let entries = self.audited_now(action).await;
                if !entries.is_empty() {
                    break entries;
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        let written = tokio::time::timeout(PATIENCE, written).await;
        written.unwrap_or_else(|_| panic!("{action} is not on record"))
    }

    /// The entries of an action that there are by now.
    pub(super) async fn audited_now(&self, action: &str) -> Vec<AuditEntry> {
        let filter = AuditFilter {
            action: Some(action.to_owned()),
            ..AuditFilter::default()
        };
        let page = audit::list(&self.test.db, &filter, &PageRequest::first(10)).await;
        page.expect("the audit log can be read").items
    }

    pub(super) async fn chooser(&self) -> Seen {
        let answer = self.bob.types("/choose").send().await;
        answer.sees("Choose.").await;
        answer
    }
}

/// The rules on a test's database.
pub(crate) fn services(test: &TestDb, journal: &TempDir) -> Services {
    let recorder = Recorder::start(test.db.clone(), journal.path());
    Services {
        db: test.db.clone(),
        cache: Cache::in_process(),
        recorder: recorder.expect("the journal can be written"),
        clock: Arc::new(SystemClock),
        fetcher: Fetcher::new(Fetcher::client().expect("a client"), Vec::new(), None),
        reading: ReadingRoom::new(1),
        vision: None,
        chat: None,
        identities: Identities::default(),
        guilds: guild::Turn::default(),
        hosts: Hosts::default(),
        exports: slimy_domain::privacy::Turns::default(),
        rates: Rates::default(),
    }
}

async fn client(discord: &Standin, services: Arc<Services>) -> serenity::Client {
    let options = poise::FrameworkOptions {
        event_handler: |framework, event| {
            Box::pin(async move {
                let (gateway, data) = (framework.serenity_context, framework.user_data);
                let FullEvent::InteractionCreate { interaction } = event else {
                    return Ok(());
                };
                match interaction {
                    Interaction::Component(one) => component::pressed(gateway, one, data).await,
                    Interaction::Modal(one) => component::submitted(gateway, one, data).await,
                    _ => {}
                }
                Ok(())
            })
        },
        ..crate::options(commands())
    };
    let framework = poise::Framework::builder()
        .options(options)
        .setup(move |ctx, _, framework| {
            Box::pin(async move {
                let commands = &framework.options().commands;
                poise::builtins::register_globally(ctx, commands).await?;
                Ok(Data::new(services))
            })
        })
        .build();
    let http = serenity::HttpBuilder::new(discord.token())
        .proxy(discord.origin())
        .ratelimiter_disabled(true)
        .build();
    let intents = serenity::GatewayIntents::GUILDS;
    let client = serenity::ClientBuilder::new_with_http(http, intents).framework(framework);
    client.await.expect("a client")
}
