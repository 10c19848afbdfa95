//! Many guilds that have a roster read at the same moment: how long each waits for its own, what
//! that takes up in memory, and whether each was shown its place meanwhile.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use comfy_table::{CellAlignment, Table, presets};
use discord_standin::{Member, Standin};
use slimy_store::Engine;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use crate::bot::Bot;
use crate::process;

/// Who has no preview by then is counted as one who never gets one.
const PATIENCE: Duration = Duration::from_mins(5);
/// How often somebody looks at what they are shown.
const GLANCE: Duration = Duration::from_millis(20);
/// What stands in a preview.
const PREVIEW: &str = "Not saved yet";
/// What stands in an answer while other guilds come first.
const PLACE: &str = "Waiting: ";

/// What became of one guild's call.
struct Called {
    /// From typing until the preview was seen; none when it never was.
    waited: Option<Duration>,
    /// They were told how many come before them.
    saw_place: bool,
}

/// What was measured.
struct Measured {
    engine: Engine,
    called: Vec<Called>,
    /// Until the last preview.
    took: Duration,
    /// Most resident memory until then, in bytes.
    peak: u64,
    load: [f64; 2],
}

/// A manager in each of so many guilds calls `/club analyze` with the same drawn screenshot at
/// once. True when every guild got its preview.
pub(crate) async fn run(guilds: usize, engines: &[Engine]) -> Result<bool> {
    let screenshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo/sim-1.png");
    let screenshot = std::fs::read(&screenshot).context("the drawn screenshot is not there")?;
    let mut all_came = true;
    for engine in engines {
        let load = process::load()?;
        let bot = Bot::slimy(1, *engine).await?;
        let mut managers: Vec<Member> = (0..=guilds)
            .map(|number| manager(bot.discord(), number))
            .collect();
        // The model is loaded with the first screenshot: that is no guild's waiting,
        // and the same picture twice would be refused.
        let first = analyze(managers.remove(0), screenshot.clone()).await;
        ensure!(first.waited.is_some(), "no preview:\n{}", bot.last_words());
        let began = Instant::now();
        let mut calls = JoinSet::new();
        for manager in managers {
            calls.spawn(analyze(manager, screenshot.clone()));
        }
        let called = calls.join_all().await;
        let measured = Measured {
            engine: *engine,
            called,
            took: began.elapsed(),
            peak: bot.peak()?,
            load: [load, process::load()?],
        };
        println!("{measured}");
        all_came &= measured.called.iter().all(|one| one.waited.is_some());
        bot.stop().await?;
    }
    Ok(all_came)
}

fn manager(discord: &Standin, number: usize) -> Member {
    let guild = discord.guild(&format!("Club {number}"));
    guild.member(&format!("manager{number}")).can_manage_guild()
}

async fn analyze(manager: Member, screenshot: Vec<u8>) -> Called {
    let since = Instant::now();
    let typed = manager.types("/club analyze");
    let answer = typed
        .attach("screenshot", "sim-1.png", screenshot)
        .send()
        .await;
    let mut saw_place = false;
    let mut waited = None;
    while since.elapsed() < PATIENCE {
        let text = answer.text();
        saw_place |= text.contains(PLACE);
        if text.contains(PREVIEW) {
            waited = Some(since.elapsed());
            break;
        }
        sleep(GLANCE).await;
    }
    answer.forget();
    Called { waited, saw_place }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut waits: Vec<f64> = self
            .called
            .iter()
            .filter_map(|one| one.waited)
            .map(|waited| waited.as_secs_f64())
            .collect();
        waits.sort_unstable_by(f64::total_cmp);
        let at = |percent: usize| {
            waits.get((waits.len() * percent / 100).min(waits.len().saturating_sub(1)))
        };
        let at = |percent| at(percent).copied().unwrap_or(f64::NAN);
        let seen = self.called.iter().filter(|one| one.saw_place).count();
        let all = self.called.len();
        let mut table = Table::new();
        table.load_style(presets::ASCII_MARKDOWN);
        table.set_header(["Guilds at once", &self.engine.to_string()]);
        if let Some(column) = table.column_mut(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52 bytes")]
        let peak = self.peak as f64 / 1e6;
        for (what, figure) in [
            ("with a preview", format!("{} of {all}", waits.len())),
            (
                "who saw their place in the queue",
                format!("{seen} of {all}"),
            ),
            (
                "until the last preview",
                format!("{:.1} s", self.took.as_secs_f64()),
            ),
            ("own wait, first", format!("{:.2} s", at(0))),
            ("own wait, median", format!("{:.2} s", at(50))),
            ("own wait, last", format!("{:.2} s", at(100))),
            ("last / median", format!("{:.2}", at(100) / at(50))),
            ("most memory", format!("{peak:.0} MB")),
            (
                "load average",
                format!("{:.1} … {:.1}", self.load[0], self.load[1]),
            ),
        ] {
            table.add_row([what.to_owned(), figure]);
        }
        table.fmt(f)
    }
}
