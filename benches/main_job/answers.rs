//! What people wait for: `/club analyze` with ten screenshots, and `/status` meanwhile.

use std::{future::Future, pin::pin, time::Duration};

use discord_standin::{Answer, Latency, Member, Standin};
use tempfile::TempDir;
use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::{
    bot::Bot,
    process::{computed, resident},
    report::Report,
    screenshots,
};

const ANALYZE_BAR: Duration = Duration::from_secs(3);
/// Discord drops an interaction that has no answer by then.
const CALLBACK_BAR: Duration = Duration::from_secs(3);
const STATUS_BAR: Duration = Duration::from_millis(100);
const MEMORY_BAR: f64 = 150.0;

const ROUNDS: usize = 5;
const IDLE: Duration = Duration::from_secs(10);
/// How often the other member asks.
const PERIOD: Duration = Duration::from_millis(50);

/// A guild with a manager who analyzes and a member who asks how the bot is.
struct Scene {
    discord: Standin,
    ana: Member,
    bob: Member,
    bot: Bot,
    shots: Vec<(String, Vec<u8>)>,
}

/// Measures it idle, with the manager alone, and with both at once.
pub(crate) async fn measure(report: &mut Report) {
    let home = TempDir::new().expect("a temporary directory");
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let ana = guild.member("ana").can_manage_guild();
    let bob = guild.member("bob");
    let (bot, _) = Bot::start(&discord, home.path()).await;
    discord.bot_ready().await;
    let scene = Scene {
        discord,
        ana,
        bob,
        bot,
        shots: screenshots::ten(),
    };

    let idle = scene.asks_until(sleep(IDLE)).await;
    let before = resident(scene.bot.pid());

    let (mut alone, mut together) = (Vec::new(), Vec::new());
    let (mut meanwhile, mut peaks, mut processor) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let began = computed(scene.bot.pid());
        let preview = scene.analyzes().await;
        alone.push(scene.shown(&preview).await);
        processor.push(computed(scene.bot.pid()).saturating_sub(began));
        peaks.push(resident(scene.bot.pid()).peak);
    }
    for _ in 0..ROUNDS {
        let preview = scene.analyzes().await;
        meanwhile.extend(scene.asks_until(preview.arrives()).await);
        together.push(scene.shown(&preview).await);
        peaks.push(resident(scene.bot.pid()).peak);
    }
    let after = resident(scene.bot.pid());
    scene.bot.stop().await;

    let bar = Some(MEMORY_BAR);
    report.memory("Memory before the first screenshot", None, &[before.now]);
    report.memory("Memory after ten times ten screenshots", bar, &[after.now]);
    report.memory("Most memory, ten screenshots in flight", bar, &peaks);
    let bar = Some(ANALYZE_BAR);
    report.times(
        "/club analyze, first, loads the model",
        bar,
        &visible(&alone[..1]),
    );
    report.times("/club analyze, ten screenshots", bar, &visible(&alone[1..]));
    report.times("/club analyze, /status meanwhile", bar, &visible(&together));
    report.times("Processor time of it, all threads", None, &processor);
    alone.extend(together);
    let deferred: Vec<Duration> = alone.iter().map(|one| one.first_callback).collect();
    report.times(
        "/club analyze, first callback",
        Some(CALLBACK_BAR),
        &deferred,
    );
    report.times(
        "/status while ten are read",
        Some(STATUS_BAR),
        &visible(&meanwhile),
    );
    report.times("/status, otherwise idle", Some(STATUS_BAR), &visible(&idle));
}

impl Scene {
    async fn analyzes(&self) -> Answer {
        let mut typed = self.ana.types("/club analyze");
        for (number, (name, bytes)) in (1..).zip(&self.shots) {
            let option = match number {
                1 => "screenshot".to_owned(),
                _ => format!("screenshot{number}"),
            };
            typed = typed.attach(&option, name, bytes.clone());
        }
        typed.send().await
    }

    /// Waits for the preview of all ten.
    async fn shown(&self, preview: &Answer) -> Latency {
        let text = preview.arrives().await;
        let can_be_saved = preview
            .buttons()
            .iter()
            .any(|button| button.label == "Save");
        assert!(
            can_be_saved && preview.message_count() == 1,
            "no preview of all: {text}"
        );
        self.latency(preview)
    }

    /// Types `/status` every now and then until something has happened, whether or not the last
    /// one is answered yet, and returns how long each took.
    async fn asks_until(&self, happened: impl Future) -> Vec<Latency> {
        let mut happened = pin!(happened);
        let mut tick = interval(PERIOD);
        tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut asked = Vec::new();
        loop {
            tokio::select! {
                biased;
                _ = &mut happened => break,
                _ = tick.tick() => asked.push(self.bob.types("/status").send().await),
            }
        }
        let mut latencies = Vec::new();
        for answer in asked {
            answer.sees("Slimy is up").await;
            latencies.push(self.latency(&answer));
        }
        latencies
    }

    fn latency(&self, answer: &Answer) -> Latency {
        let latency = self.discord.callback_latency(answer);
        latency.expect("what is seen was answered")
    }
}

fn visible(latencies: &[Latency]) -> Vec<Duration> {
    let visible = latencies.iter().map(|latency| latency.visible);
    visible
        .map(|time| time.expect("what is seen is visible"))
        .collect()
}
