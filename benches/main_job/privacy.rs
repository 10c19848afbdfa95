//! What it costs to hand somebody all that is stored about them: a hundred thousand messages in
//! a thousand conversations.
//!
//! On a SQLite file, and on the server of `SLIMY_TEST_POSTGRES` where that names one.

use std::time::{Duration, Instant};

use discord_standin::{Member, Standin};
use slimy_store::{
    Clock as _, SystemClock, batches,
    chat::{self, MessageStatus, NewConversation, NewMessage},
    testing::{self, TestDb},
    users,
};
use tempfile::TempDir;
use tokio::time::sleep;

use crate::{bot::Bot, process::resident, report::Report};

/// Issue 7: "export of a person with 100,000 messages under 10 s in under 100 MB".
const TIME_BAR: Duration = Duration::from_secs(10);
const MEMORY_BAR: f64 = 100.0;
const CONVERSATIONS: usize = 1_000;
const MESSAGES: usize = 100;
const ROUNDS: usize = 3;

/// Measures it.
pub(crate) async fn measure(report: &mut Report) {
    export(report, testing::sqlite().await).await;
    if std::env::vars().any(|(name, _)| name == "SLIMY_TEST_POSTGRES") {
        export(report, testing::postgres().await).await;
    }
}

async fn export(report: &mut Report, test: TestDb) {
    let home = TempDir::new().expect("a temporary directory");
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start_on(&discord, home.path(), &test.url).await;
    discord.bot_ready().await;
    let bob = guild.member("bob");
    bob.types("/status").send().await.sees("Slimy is up").await;
    remember(&test, &bob).await;

    let (mut times, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let before = resident(bot.pid()).now;
        let began = Instant::now();
        let exported = bob.types("/privacy export").send().await;
        let mut most = before;
        while exported.files().is_empty() {
            most = most.max(resident(bot.pid()).now);
            sleep(Duration::from_millis(5)).await;
        }
        times.push(began.elapsed());
        exported.sees("100,000 messages").await;
        memory.push(most.saturating_sub(before));
    }
    let engine = test.engine();
    let what = format!("100,000 messages: /privacy export ({engine})");
    report.times(&what, Some(TIME_BAR), &times);
    let what = format!("The same, memory beside what is there ({engine})");
    report.memory(&what, Some(MEMORY_BAR), &memory);
    bot.stop().await;
}

/// Conversations of the person's, in words of which no two are alike.
async fn remember(test: &TestDb, who: &Member) {
    let db = &test.db;
    let user = users::find_by_discord_id(db, &who.id().to_string()).await;
    let user = user.unwrap().expect("they are known").id;
    for conversation in 0..CONVERSATIONS {
        let new = NewConversation {
            user_id: user.clone(),
            guild_id: None,
            channel_id: None,
            title: Some(format!("Slime in week {conversation}")),
            private: false,
        };
        let id = chat::create_conversation(db, new, SystemClock.now()).await;
        let id = id.unwrap().id;
        let mut said = Vec::with_capacity(MESSAGES);
        for number in 0..MESSAGES / 2 {
            let now = SystemClock.now();
            let words = format!("How many are we in week {conversation}.{number}, and who leads?");
            let question = NewMessage::question(id.clone(), user.clone(), &words, now);
            let asked = question.id.clone();
            let mut answer = NewMessage::answer(id.clone(), user.clone(), asked, "model", now);
            answer.status = MessageStatus::Complete;
            answer.content =
                format!("In {number} of {conversation} the power rose by four percent. ").repeat(5);
            said.extend([question, answer]);
        }
        batches::messages(db, &said, |_| {}).await.unwrap();
    }
}
