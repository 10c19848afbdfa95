//! The page with a bot behind it that shows one of everything, in this process.

use discord_standin::{Page, PageAssets, PageFile, Person, Standin};
use poise::serenity_prelude as serenity;
use tokio::{net::TcpListener, task::JoinHandle};

use super::everything;

/// A guild with ana, who manages it, and bob; the page, and the bot. It ends when it is dropped.
pub(crate) struct Scene {
    _discord: Standin,
    page: Page,
    bot: JoinHandle<()>,
}

impl Scene {
    /// Sets it up and waits until the bot serves.
    pub(crate) async fn set() -> Self {
        let discord = Standin::start().await;
        let guild = discord.guild("Test Club");
        guild.opens_channel("club");
        let manager = Person {
            member: guild.member("ana").can_manage_guild(),
            role: "manager",
            note: "Ana may do everything.",
        };
        let member = Person {
            member: guild.member("bob").role("Snails"),
            role: "member",
            note: "Bob may do little.",
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let page = Page::serve(&discord, listener, vec![manager, member], assets());
        let page = page.expect("a page");
        let bot = tokio::spawn(serve(
            discord.token().to_owned(),
            discord.origin().to_owned(),
        ));
        page.bot_ready().await;
        Self {
            _discord: discord,
            page,
            bot,
        }
    }

    pub(crate) fn origin(&self) -> String {
        self.page.origin()
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        self.bot.abort();
    }
}

async fn serve(token: String, origin: String) {
    let framework = poise::Framework::builder()
        .options(poise::FrameworkOptions {
            commands: everything::all(),
            event_handler: |framework, event| Box::pin(everything::handle(framework, event)),
            ..Default::default()
        })
        .setup(|context, _, framework| {
            Box::pin(async move {
                let commands = &framework.options().commands;
                poise::builtins::register_globally(context, commands).await?;
                Ok(())
            })
        })
        .build();
    let http = serenity::HttpBuilder::new(&token)
        .proxy(origin)
        .ratelimiter_disabled(true)
        .build();
    let intents = serenity::GatewayIntents::non_privileged();
    let client = serenity::ClientBuilder::new_with_http(http, intents).framework(framework);
    let mut client = client.await.expect("a client");
    client.start().await.expect("a bot that serves");
}

/// The files of the page as they lie in the checkout.
fn assets() -> PageAssets {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/web");
    let entries = std::fs::read_dir(directory).expect("the page's files");
    let files: Vec<PageFile> = entries
        .map(|entry| {
            let path = entry.expect("a file").path();
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let content_type = match path.extension().and_then(|end| end.to_str()) {
                Some("html") => "text/html; charset=utf-8",
                Some("css") => "text/css; charset=utf-8",
                Some("js") => "text/javascript; charset=utf-8",
                Some("svg") => "image/svg+xml",
                _ => panic!("{name} has no media type"),
            };
            let place = if name == "index.html" {
                "/".to_owned()
            } else {
                format!("/{name}")
            };
            PageFile {
                path: place.leak(),
                content_type,
                bytes: std::fs::read(&path).expect("a file").leak(),
            }
        })
        .collect();
    PageAssets {
        files: files.leak(),
        samples: &[],
    }
}
