//! What talking costs: the processor time of a turn, two hundred answers that come at once, and a
//! conversation of ten thousand messages. The model is the stand-in, in this process.
//!
//! On a SQLite file; the long conversation also on the server of `SLIMY_TEST_POSTGRES` where that
//! names one.

use std::time::{Duration, Instant};

use discord_standin::{
    Answer, Guild, Member, Standin,
    model::{Model, Reply},
};
use slimy_store::{Clock as _, SystemClock};
use slimy_store::{
    Id, batches,
    chat::{self, MessageStatus, NewConversation, NewMessage},
    guilds,
    testing::{self, TestDb},
    users,
};
use tempfile::TempDir;
use tokio::time::sleep;

use crate::{
    bot::Bot,
    process::{computed, resident},
    report::Report,
};

/// Issue 6: "Own time per chat turn (everything but the model) under 15 ms of CPU".
const TURN_BAR: Duration = Duration::from_millis(15);
/// Issue 6: "200 streams at once in under 150 MB".
const MEMORY_BAR: f64 = 150.0;
const STREAMS: usize = 200;
/// Issue 6: "a conversation of 10,000 messages opens and continues in under 50 ms".
const LONG_BAR: Duration = Duration::from_millis(50);
const MESSAGES: usize = 10_000;

/// The kernel counts hundredths of a second: a batch of turns is measured, and divided.
const BATCHES: usize = 5;
const BATCH: usize = 40;
/// How often the long conversation is opened, and gone on with.
const ROUNDS: usize = 30;

/// Words of an answer: about as long as a model's.
const WORDS: usize = 120;
/// Between the words of an answer that streams: six seconds in all.
const PAUSE: Duration = Duration::from_millis(50);

/// A guild that chats with a model.
struct Scene {
    discord: Standin,
    guild: Guild,
    model: Model,
    bot: Bot,
}

/// Measures all of it.
pub(crate) async fn measure(report: &mut Report) {
    turns(report).await;
    long(report, testing::sqlite().await).await;
    if std::env::vars().any(|(name, _)| name == "SLIMY_TEST_POSTGRES") {
        long(report, testing::postgres().await).await;
    }
}

async fn turns(report: &mut Report) {
    let home = TempDir::new().expect("a temporary directory");
    let scene = Scene::set(home.path(), None).await;
    let pid = scene.bot.pid();
    let people: Vec<Member> = (0..STREAMS)
        .map(|number| scene.guild.member(&format!("person{number}")))
        .collect();
    for person in &people {
        accept(person).await;
    }
    // The dictionary of tokens is loaded with the first question; everybody is written down once.
    for some in people.chunks(BATCH) {
        all_ask(some).await;
    }
    let quiet = resident(pid);

    let at_once = scene.batches(&people).await;
    scene.model.usually(|_| Reply::says(answer()).slow(PAUSE));
    let streamed = scene.batches(&people).await;

    let began = computed(pid);
    let most = all_ask_watched(&people, pid).await;
    let each = computed(pid).saturating_sub(began) / u32::try_from(STREAMS).expect("it is small");
    let after = resident(pid);
    scene.bot.stop().await;

    report.times(
        "Processor time of a turn, the answer comes whole",
        Some(TURN_BAR),
        &at_once,
    );
    report.times(
        "The same, the answer streams for 6 s",
        Some(TURN_BAR),
        &streamed,
    );
    report.times("The same, 200 of them at once", Some(TURN_BAR), &[each]);
    report.memory("Memory with the dictionary of tokens", None, &[quiet.now]);
    report.memory(
        "Memory, 200 answers stream at once",
        Some(MEMORY_BAR),
        &most,
    );
    report.memory("The most of all", Some(MEMORY_BAR), &[after.peak]);
}

impl Scene {
    async fn set(home: &std::path::Path, database: Option<&str>) -> Self {
        let discord = Standin::start().await;
        let guild = discord.guild("Slimy Club");
        let model = Model::start().await;
        model.usually(|_| Reply::says(answer()));
        let base = model.base_url();
        let settings = [
            ("OPENAI_BASE_URL", base.as_str()),
            ("OPENAI_API_KEY", model.key()),
            ("CHAT_MODEL", Model::READS),
            ("CHAT_COOLDOWN_SECONDS", "0"),
            ("CHAT_PERSON_TOKENS", "0/0"),
            ("CHAT_GUILD_TOKENS", "0/0"),
        ];
        let bot = Bot::start_with(&discord, home, database, &settings).await;
        discord.bot_ready().await;
        Self {
            discord,
            guild,
            model,
            bot,
        }
    }

    /// The processor time of one turn, of each batch.
    async fn batches(&self, people: &[Member]) -> Vec<Duration> {
        let mut each = Vec::new();
        for some in people.chunks(BATCH).cycle().take(BATCHES) {
            let began = computed(self.bot.pid());
            all_ask(some).await;
            let took = computed(self.bot.pid()).saturating_sub(began);
            each.push(took / u32::try_from(some.len()).expect("it is small"));
        }
        each
    }

    /// From the command to something that is seen.
    fn waited(&self, answer: &Answer) -> Duration {
        let latency = self.discord.callback_latency(answer);
        let visible = latency.and_then(|latency| latency.visible);
        visible.expect("what is seen is visible")
    }
}

/// Each asks, and waits for the end of the answer.
async fn all_ask(people: &[Member]) {
    let mut answers = Vec::new();
    for person in people {
        answers.push(ask(person).await);
    }
    for answer in answers {
        answer.sees("[Again]").await;
    }
}

/// The same, and how much memory the process takes meanwhile, in KiB.
async fn all_ask_watched(people: &[Member], pid: u32) -> Vec<u32> {
    let mut answers = Vec::new();
    for person in people {
        answers.push(ask(person).await);
    }
    let mut taken = Vec::new();
    let is_over = |answer: &Answer| answer.text().contains("[Again]");
    while !answers.iter().all(is_over) {
        taken.push(resident(pid).now);
        sleep(Duration::from_millis(250)).await;
    }
    taken
}

/// Says that chats are kept, so that a turn is measured with all that it stores.
async fn accept(person: &Member) {
    let consent = person.types("/privacy consent").send().await;
    let accepted = person.presses(&consent, "Keep my chats").await;
    accepted.sees("Your chats are kept").await;
}

async fn ask(person: &Member) -> Answer {
    let question = "How do snails find their way home, and how does slime help them?";
    person
        .types("/chat")
        .option("message", question)
        .send()
        .await
}

fn answer() -> String {
    let words = [
        "Slime",
        "leaves",
        "a",
        "**trail**",
        "wherever",
        "it",
        "goes.",
    ];
    let words: Vec<&str> = words.into_iter().cycle().take(WORDS).collect();
    words.join(" ")
}

async fn long(report: &mut Report, test: TestDb) {
    let home = TempDir::new().expect("a temporary directory");
    let scene = Scene::set(home.path(), Some(&test.url)).await;
    let bob = scene.guild.member("bob");
    bob.types("/status").send().await.sees("Slimy is up").await;
    accept(&bob).await;
    accept(&scene.guild.member("ana")).await;
    // The dictionary of tokens is loaded.
    ask(&scene.guild.member("ana")).await.sees("[Again]").await;
    remember(&test, &scene, &bob).await;

    let (mut opened, mut continued) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let shown = bob.types("/conversations open").send().await;
        shown.sees("How many are we").await;
        opened.push(scene.waited(&shown));
    }
    for round in 0..ROUNDS {
        // What the stand-in notes is the last change, which keeps its pace.
        let began = Instant::now();
        let answer = ask(&bob).await;
        answer.arrives().await;
        continued.push(began.elapsed());
        answer.sees("[Again]").await;
        let asked = scene.model.asked(round + 2).await;
        let remembered = asked.said_by("user").len();
        assert!(remembered > 20, "it goes on from {remembered} questions");
    }
    let engine = test.engine();
    let what = format!("10,000 messages: /conversations open ({engine})");
    report.times(&what, Some(LONG_BAR), &opened);
    let what = format!("10,000 messages: /chat to the first words ({engine})");
    report.times(&what, Some(LONG_BAR), &continued);
    scene.bot.stop().await;
}

/// A long conversation of the person's in the channel, which is their newest.
async fn remember(test: &TestDb, scene: &Scene, who: &Member) {
    let db = &test.db;
    let guild = guilds::find_by_discord_id(db, &scene.guild.id().to_string()).await;
    let guild = guild.unwrap().expect("the guild is known").id;
    let user = users::find_by_discord_id(db, &who.id().to_string()).await;
    let user: Id = user.unwrap().expect("they are known").id;
    let new = NewConversation {
        user_id: user.clone(),
        guild_id: Some(guild),
        channel_id: Some(who.channel_id().to_string()),
        title: Some("Slime".to_owned()),
        private: false,
    };
    let id = chat::create_conversation(db, new, SystemClock.now()).await;
    let id = id.unwrap().id;
    let mut said = Vec::with_capacity(MESSAGES);
    for number in 0..MESSAGES / 2 {
        let words = format!("How many are we in week {number}, and who has grown the most?");
        let mut question =
            NewMessage::question(id.clone(), user.clone(), &words, SystemClock.now());
        question.tokens = Some(17);
        let asked = question.id.clone();
        let mut answer = NewMessage::answer(
            id.clone(),
            user.clone(),
            asked,
            Model::READS,
            SystemClock.now(),
        );
        answer.status = MessageStatus::Complete;
        answer.content = "The club's power rose by four percent. ".repeat(8);
        answer.tokens = Some(72);
        said.extend([question, answer]);
    }
    batches::messages(db, &said, |_| {}).await.unwrap();
}
