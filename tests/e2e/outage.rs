//! The process is killed, or the database goes away, in the middle of many interactions: what a
//! person was told has worked is in the audit log exactly once.

use discord_standin::{Guild, Standin};
use private_servers::{Postgres, PostgresOptions, Stop};
use slimy_store::{Db, DbOptions, on_both_engines};
use tempfile::TempDir;
use tokio::task::block_in_place;

use crate::{
    bot::{Bot, Scene},
    load::{Load, until},
};

const PEOPLE: usize = 20;

on_both_engines! {
    async fn a_killed_process_has_lost_nothing_that_it_confirmed(test: TestDb) {
        let scene = Scene::set(test).await;
        let mut load = Load::start(&scene.guild, PEOPLE);
        load.sees_more(100).await;
        let Scene { discord, guild, bot, test, .. } = scene;
        drop(bot);
        load.stop().await;
        discord.bot_gone().await;

        let bot = Bot::launch(&discord, &test.url, &[]);
        discord.bot_connected().await;
        let mut later = Load::start(&guild, PEOPLE);
        later.sees_more(100).await;
        later.stop().await;
        load.assert_audited_once(&test.db).await;
        later.assert_audited_once(&test.db).await;
        drop(bot);
    }
}

/// A guild with the bot on a PostgreSQL that can be stopped.
struct Outage {
    postgres: Postgres,
    db: Db,
    discord: Standin,
    guild: Guild,
    journal: TempDir,
}

impl Outage {
    async fn prepare() -> (Self, Bot) {
        // Durable, so that a power cut of the server keeps what it has committed.
        let durable = PostgresOptions { durable: true };
        let postgres = block_in_place(|| Postgres::start(durable)).expect("PostgreSQL starts");
        let db = Db::connect(postgres.url(), DbOptions::default()).await;
        let db = db.expect("the database opens");
        db.migrate().await.expect("the migrations apply");
        let discord = Standin::start().await;
        let guild = discord.guild("Slimy Club");
        let journal = TempDir::new().expect("a temporary directory");
        let outage = Self {
            postgres,
            db,
            discord,
            guild,
            journal,
        };
        let bot = outage.launch();
        outage.discord.bot_ready().await;
        (outage, bot)
    }

    fn launch(&self) -> Bot {
        let journal = self.journal.path().to_str().expect("the path is text");
        let settings = [("AUDIT_JOURNAL", journal)];
        Bot::launch(&self.discord, self.postgres.url(), &settings)
    }

    fn stop_server(&mut self, how: Stop) {
        block_in_place(|| self.postgres.stop_server(how)).expect("the server stops");
    }

    fn start_server(&mut self) {
        block_in_place(|| self.postgres.start_server()).expect("the server starts again");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_answered_while_postgresql_is_away_and_every_answer_is_audited_once() {
    let (mut outage, mut bot) = Outage::prepare().await;
    let mut load = Load::start(&outage.guild, PEOPLE);
    load.sees_more(200).await;
    for how in [Stop::Fast, Stop::Immediate] {
        outage.stop_server(how);
        load.sees_more(100).await;
        outage.start_server();
        load.sees_more(100).await;
    }
    load.stop().await;
    assert!(load.anybody_saw("PostgreSQL is away"));
    until("the journal is replayed", async || {
        load.are_all_there(&outage.db).await
    })
    .await;
    bot.terminate();
    assert!(bot.ended().await.success());
    load.assert_audited_once(&outage.db).await;
    let left = std::fs::read_dir(outage.journal.path()).expect("the directory is there");
    assert_eq!(left.count(), 0, "the journal is empty and tidied away");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_killed_while_postgresql_is_away_has_lost_nothing() {
    let (mut outage, bot) = Outage::prepare().await;
    let mut load = Load::start(&outage.guild, PEOPLE);
    load.sees_more(100).await;
    outage.stop_server(Stop::Immediate);
    load.sees_more(100).await;
    drop(bot);
    load.stop().await;
    outage.discord.bot_gone().await;

    outage.start_server();
    let bot = outage.launch();
    outage.discord.bot_connected().await;
    until("the journal is replayed", async || {
        load.are_all_there(&outage.db).await
    })
    .await;
    load.assert_audited_once(&outage.db).await;
    drop(bot);
}
