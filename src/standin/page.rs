//! The people's side as HTTP on loopback: whoever tries a bot out opens it in a browser, types
//! commands and presses buttons as one of a cast of people, and sees what that person would see.
//!
//! | request | what it does |
//! | --- | --- |
//! | `GET /api/world` | bot, people, guilds, commands, samples |
//! | `GET /api/messages?as=&channel=&before=&limit=` | what one person sees in a channel |
//! | `POST /api/messages` | that person writes there |
//! | `GET /api/events?as=` | what happens from now on, as server-sent events |
//! | `POST /api/files?as=` | stores a file for an option or a message |
//! | `POST /api/interactions` | runs a command, completes an option, presses, chooses, fills in |
//!
//! Ids are strings, errors are `{"error": "one sentence"}`. It serves loopback only, and other
//! pages of the browser cannot use it.

mod controls;
mod events;
mod files;
mod guard;
mod interactions;
mod messages;
mod overview;
mod place;
mod refused;
mod slash;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::clock::Id;
use crate::member::Member;
use crate::sessions::Session;
use crate::standin::Standin;
use crate::world::World;

use files::{LARGEST_FILE, Uploads};
use refused::Refused;

/// Somebody to act as.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who it is; their guild is shown.
    pub member: Member,
    /// What they are, in a word: `manager`.
    pub role: &'static str,
    /// What they may do, in a sentence.
    pub note: &'static str,
}

/// A file of the page itself.
#[derive(Clone, Copy, Debug)]
pub struct PageFile {
    /// Where it is served: `/app.js`; `/` is the page.
    pub path: &'static str,
    /// Its media type.
    pub content_type: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
}

/// A picture that lies ready to be attached.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Its file name, without anything that a URL would escape.
    pub name: &'static str,
    /// What it shows, in a sentence.
    pub description: &'static str,
    /// The PNG.
    pub bytes: &'static [u8],
}

/// What the caller brings along: this room has no page of its own.
#[derive(Clone, Copy, Debug)]
pub struct PageAssets {
    /// The page and all that it loads.
    pub files: &'static [PageFile],
    /// What lies ready.
    pub samples: &'static [Sample],
}

/// A served page. Dropping it ends the service.
#[derive(Debug)]
pub struct Page {
    world: Arc<World>,
    address: SocketAddr,
    server: JoinHandle<io::Result<()>>,
}

/// What the requests share.
#[derive(Debug)]
struct Shared {
    world: Arc<World>,
    cast: Vec<Person>,
    assets: PageAssets,
    uploads: Mutex<Uploads>,
    /// The names under which a browser may ask.
    hosts: Vec<String>,
}

impl Page {
    /// Serves the people's side of a stand-in.
    ///
    /// # Errors
    /// When the listener is not bound to a loopback address, or has none.
    pub fn serve(
        discord: &Standin,
        listener: TcpListener,
        cast: Vec<Person>,
        assets: PageAssets,
    ) -> io::Result<Self> {
        let address = listener.local_addr()?;
        if !address.ip().to_canonical().is_loopback() {
            let fault = "the page is for loopback addresses only";
            return Err(io::Error::new(io::ErrorKind::AddrNotAvailable, fault));
        }
        let world = discord.world();
        for person in &cast {
            world.update(|state| state.direct_channel(person.member.id()));
        }
        let shared = Arc::new(Shared {
            world: world.clone(),
            cast,
            assets,
            uploads: Mutex::default(),
            hosts: guard::hosts(address),
        });
        let routes = routes(&shared);
        let server = tokio::spawn(async { axum::serve(listener, routes).await });
        Ok(Self {
            world,
            address,
            server,
        })
    }

    /// Where it is: `http://127.0.0.1:8787`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits, however long it takes, until a bot is connected and has registered its commands.
    pub async fn bot_ready(&self) {
        let mut bell = self.world.listen();
        let is_ready = |one: &Session| one.is_ready() && one.has_registered;
        while !self.world.read(|state| state.sessions.iter().any(is_ready)) {
            if bell.changed().await.is_err() {
                return;
            }
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn routes(shared: &Arc<Shared>) -> Router {
    Router::new()
        .route("/api/world", get(overview::show))
        .route("/api/messages", get(messages::list).post(messages::write))
        .route("/api/events", get(events::listen))
        .route("/api/files", post(files::store))
        .route("/api/interactions", post(interactions::act))
        .route("/files/{id}/{name}", get(files::stored))
        .route("/attachments/{channel}/{id}/{name}", get(files::attachment))
        .route("/samples/{name}", get(files::sample))
        .fallback(files::embedded)
        .layer(DefaultBodyLimit::max(LARGEST_FILE))
        .layer(from_fn_with_state(shared.clone(), guard::pass))
        .with_state(shared.clone())
}

/// The `as` of a query.
#[derive(Debug, Deserialize)]
struct Who {
    #[serde(rename = "as")]
    person: String,
}

impl Shared {
    /// Who acts: one of the cast, by id or by name.
    fn person(&self, wanted: &str) -> Result<Id, Refused> {
        let mut cast = self.cast.iter().map(|person| &person.member);
        cast.find(|one| one.id().to_string() == wanted || one.name() == wanted)
            .map(Member::id)
            .ok_or_else(|| Refused::wrong("\"as\" names nobody of the people here."))
    }

    fn uploads(&self) -> MutexGuard<'_, Uploads> {
        // The store is whole after every statement, so a panic elsewhere leaves nothing half done.
        self.uploads.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
