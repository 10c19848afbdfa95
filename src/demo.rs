//! `slimy demo`: the bot, a Discord and a language model on loopback, and a page for the people, in
//! one process. No account, no token, no key, and nothing that leaves the machine.

mod model;
mod page;

use std::{
    io::Write as _,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use discord_standin::{Guild, Page, Person, Standin};
use slimy_store::{Clock as _, SystemClock};
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::{Misuse, config, run};

/// What `--addr` may be.
const ACCEPTED: &str = "a loopback address and a port, like 127.0.0.1:8787, or :0 for a free port";

/// Where the bot keeps what it is told.
enum Place {
    /// Gone with the demo.
    Temporary(TempDir),
    /// Kept for the next time.
    Kept(PathBuf),
}

/// What goes wrong, and nothing else: who tries the bot out looks at the page.
pub(crate) fn log() -> config::Log {
    config::Log {
        format: config::LogFormat::Pretty,
        filter: "warn".to_owned(),
    }
}

/// Serves until SIGINT or SIGTERM.
pub(crate) async fn run(address: &str, data: Option<PathBuf>) -> anyhow::Result<()> {
    let listener = bind(address).await?;
    let place = Place::make(data)?;
    let model = model::Echo::start().await;
    let discord = Standin::start().await;
    // Nobody tests the bot here: what Discord would not take is in the log.
    discord.only_logs_faults();
    let cast = settle(&discord.guild("Slimy Club"));
    // After the guild, so that what was saved under its id is found again the next time.
    let now = SystemClock.now().micros() / 1_000;
    discord.set_calendar(u64::try_from(now).unwrap_or_default());
    let page = Page::serve(&discord, listener, cast, page::ASSETS)?;

    let mut settings = config::Reader::new(|name| {
        let chat = model.setting(name);
        chat.or_else(|| place.setting(name, &discord))
    });
    let all = settings.bot();
    let settings = settings.finish(all).map_err(Misuse::from)?;
    let mut bot = Box::pin(run::run(settings));
    tokio::select! {
        ended = &mut bot => return ended,
        () = page.bot_ready() => {}
    }
    // Who closed stdout does not want to know.
    let _ = writeln!(
        std::io::stdout(),
        "Slimy is ready at {}\nA Discord on this machine: no account, no token. Ctrl+C ends it.",
        page.origin()
    );
    bot.await
}

/// The port of the page, on loopback: whoever reaches the page can do everything in it.
async fn bind(address: &str) -> anyhow::Result<TcpListener> {
    let parsed: Option<SocketAddr> = address.parse().ok();
    let parsed = parsed.filter(|one| one.ip().to_canonical().is_loopback());
    let Some(parsed) = parsed else {
        let fault = format!("--addr {address} cannot be used; accepted: {ACCEPTED}");
        return Err(Misuse(fault).into());
    };
    TcpListener::bind(parsed).await.map_err(|error| {
        let fault = if error.kind() == std::io::ErrorKind::AddrInUse {
            format!("--addr {parsed} is taken, perhaps by another slimy demo; accepted: {ACCEPTED}")
        } else {
            format!("--addr {parsed} cannot be used: {error}; accepted: {ACCEPTED}")
        };
        Misuse(fault).into()
    })
}

/// The channels and the people.
fn settle(guild: &Guild) -> Vec<Person> {
    guild.opens_channel("club");
    let ned = guild.member("ned");
    guild.belongs_to(&ned);
    vec![
        Person {
            member: guild.member("mia").can_manage_guild(),
            role: "manager",
            note: "Mia has Manage Server: she may read screenshots, and save what was read.",
        },
        Person {
            member: guild.member("max").role("Snails"),
            role: "member",
            note: "Max is in the club: he may see what is saved, and read screenshots when a \
                   manager lets his role.",
        },
        Person {
            member: guild.member("sam"),
            role: "stranger",
            note: "Sam has no role: he sees what everybody sees, and may change nothing.",
        },
        Person {
            member: ned,
            role: "owner",
            note: "Ned owns the server: what needs a second manager, he approves, and the server's \
                   data is his to take away and to delete.",
        },
    ]
}

impl Place {
    fn make(data: Option<PathBuf>) -> anyhow::Result<Self> {
        let Some(data) = data else {
            let made = tempfile::Builder::new().prefix("slimy-demo-").tempdir();
            return made
                .map(Self::Temporary)
                .context("a temporary directory cannot be made");
        };
        match std::fs::create_dir_all(&data) {
            Ok(()) => Ok(Self::Kept(data)),
            Err(error) => {
                let data = data.display();
                let fault = format!(
                    "--data {data} cannot be used: {error}; accepted: a directory that can be written"
                );
                Err(Misuse(fault).into())
            }
        }
    }

    fn path(&self) -> &Path {
        match self {
            Self::Temporary(directory) => directory.path(),
            Self::Kept(path) => path,
        }
    }

    /// The settings of this bot. Those of the environment are another bot's.
    fn setting(&self, name: &str, discord: &Standin) -> Option<String> {
        let below = |name: &str| self.path().join(name).to_string_lossy().into_owned();
        match name {
            "DISCORD_TOKEN" => Some(discord.token().to_owned()),
            "DISCORD_API_BASE" => Some(discord.origin().to_owned()),
            "DATABASE_URL" => {
                // What would mean something in a URL.
                let file = below("slimy.db").replace('%', "%25").replace('?', "%3F");
                Some(format!("sqlite://{file}"))
            }
            // Scripts may play the people here, faster than people type.
            "RATE_LIMITS" => Some("off".to_owned()),
            "AUDIT_JOURNAL" => Some(below("audit-journal")),
            _ => None,
        }
    }
}
