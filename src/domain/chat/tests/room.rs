//! The rules on a test's database, a model beside them, and people in two guilds.

use std::{fs, path::Path, sync::Arc, time::Duration};

use discord_standin::model::Model;
use serde_json::Value;
use slimy_llm::{Client, Endpoint, Retries};
use slimy_store::{
    Cache, Db, Id, ManualClock, PageRequest, Recorder, Timestamp,
    audit::{self, AuditEntry, AuditFilter},
    chat::{self as store, Message},
    guilds::{self, NewGuild},
    testing::TestDb,
    users::{self, NewUser},
};
use slimy_words::Words;
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
    time::timeout,
};
use url::Url;

use super::super::{
    Budget, Chat, Draft, End, Fault, Link, Place, Prices, Provider, Question, Setup, Turn, Way,
    again, ask, consent, stop,
};
use crate::{
    Error, Services, UserError,
    attachment::Fetcher,
    club::ReadingRoom,
    guild,
    identity::Identities,
    rates::Rates,
    rights::{Actor, Hosts, Membership},
    settings,
};

/// Longer takes nothing here, however busy the machine is.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);
/// Retries that do not wait.
pub(super) const AT_ONCE: Retries = Retries {
    tries: 3,
    first: Duration::ZERO,
    longest: Duration::from_secs(8),
};

pub(super) struct Room {
    pub(super) services: Arc<Services>,
    pub(super) clock: Arc<ManualClock>,
    pub(super) model: Model,
    /// In the first guild.
    pub(super) ana: Actor,
    /// There too.
    pub(super) bob: Actor,
    /// In the second guild.
    pub(super) cyd: Actor,
    pub(super) journal: TempDir,
}

/// The way to a stand-in.
pub(super) fn provider(model: &Model, name: &str) -> Provider {
    let base: Url = model.base_url().parse().unwrap();
    let key = model.key().to_owned().into();
    let endpoint = Endpoint::new(&base, Some(key)).unwrap();
    Provider {
        client: Client::new(Client::http().unwrap(), endpoint),
        model: name.to_owned(),
        sees: name == Model::SEES,
    }
}

/// What a host sets up for one model.
pub(super) fn setup(model: &Model) -> Setup {
    Setup {
        first: provider(model, Model::SEES),
        second: None,
        context_tokens: 8_000,
        answer_tokens: 500,
        prices: Prices::parse("standin-vision=1/10,standin-text=2/20").unwrap(),
        budget: Budget::default(),
        cooldown: Duration::ZERO,
    }
}

pub(super) async fn room(test: &TestDb) -> Room {
    let model = Model::start().await;
    let setup = setup(&model);
    room_with(test, model, setup).await
}

pub(super) async fn room_with(test: &TestDb, model: Model, setup: Setup) -> Room {
    let journal = TempDir::new().unwrap();
    let began = Timestamp::from_micros(1_795_500_000_000_000).unwrap();
    let clock = Arc::new(ManualClock::new(began));
    let services = program(test.db.clone(), clock.clone(), journal.path(), setup);
    let (first, second) = (
        guild_of(test, "22", began).await,
        guild_of(test, "23", began).await,
    );
    let room = Room {
        ana: Actor {
            is_host: true,
            ..person(test, "11", &first, began).await
        },
        bob: person(test, "12", &first, began).await,
        cyd: person(test, "13", &second, began).await,
        services: Arc::new(services),
        clock,
        model,
        journal,
    };
    for one in [&room.ana, &room.bob, &room.cyd] {
        consent::accept(&room.services, one).await.unwrap();
    }
    room
}

/// A program on this database.
pub(super) fn program(db: Db, clock: Arc<ManualClock>, journal: &Path, setup: Setup) -> Services {
    Services {
        cache: Cache::in_process(),
        recorder: Recorder::start(db.clone(), journal).unwrap(),
        db,
        clock,
        fetcher: Fetcher::new(Fetcher::client().unwrap(), Vec::new(), None),
        reading: ReadingRoom::new(1),
        vision: None,
        chat: Some(Chat::new(setup).with_retries(AT_ONCE)),
        identities: Identities::default(),
        guilds: guild::Turn::default(),
        hosts: Hosts::default(),
        rates: Rates::default(),
        exports: crate::privacy::Turns::default(),
    }
}

async fn guild_of(test: &TestDb, discord_id: &str, at: Timestamp) -> Id {
    let new = NewGuild {
        discord_id: discord_id.to_owned(),
        name: "Slimy Club".to_owned(),
    };
    guilds::upsert(&test.db, new, at).await.unwrap().row.id
}

/// A person there who has said nothing to the notice yet.
pub(super) async fn person(test: &TestDb, discord_id: &str, guild: &Id, at: Timestamp) -> Actor {
    let new = NewUser {
        discord_id: discord_id.to_owned(),
        username: None,
        global_name: None,
        avatar: None,
    };
    let user = users::upsert(&test.db, new, at).await.unwrap();
    Actor {
        user_id: user.row.id,
        membership: Some(Membership {
            guild_id: guild.clone(),
            roles: Vec::new(),
            is_owner: false,
            manage_guild: false,
            manage_messages: false,
        }),
        is_host: false,
        request_id: format!("9{discord_id}"),
    }
}

/// The channel of most tests.
pub(super) fn here() -> Place {
    in_channel("5")
}

pub(super) fn in_channel(id: &str) -> Place {
    Place {
        channel_id: id.to_owned(),
        parent_id: None,
    }
}

pub(super) fn question(text: &str) -> Question {
    Question {
        text: text.to_owned(),
        quoted: None,
        author: None,
        files: Vec::new(),
        borrowed: false,
        place: here(),
        private: false,
        fresh: false,
        discord_message_id: None,
        in_reply_to: None,
        way: Way::Command,
        words: Words::ENGLISH,
    }
}

/// The same actor with the right to manage messages.
pub(super) fn moderator(actor: &Actor) -> Actor {
    let mut actor = actor.clone();
    if let Some(place) = &mut actor.membership {
        place.manage_messages = true;
    }
    actor
}

/// The actor in their direct messages.
pub(super) fn directly(actor: &Actor) -> Actor {
    Actor {
        membership: None,
        ..actor.clone()
    }
}

/// The last state of a turn.
pub(super) async fn end(turn: &mut Turn) -> Draft {
    let over = turn.draft.wait_for(Draft::is_over);
    timeout(PATIENCE, over).await.unwrap().unwrap().clone()
}

/// Waits until so much was said.
pub(super) async fn says(turn: &mut Turn, text: &str) {
    let said = turn.draft.wait_for(|draft| draft.text.contains(text));
    timeout(PATIENCE, said).await.unwrap().unwrap();
}

/// What somebody is told.
pub(super) fn fault(error: Error) -> Fault {
    match error {
        Error::User(UserError::Chat(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

impl Room {
    pub(super) async fn ask(&self, actor: &Actor, text: &str) -> Turn {
        self.asks(actor, question(text)).await
    }

    pub(super) async fn asks(&self, actor: &Actor, question: Question) -> Turn {
        self.tries(actor, question).await.unwrap()
    }

    pub(super) async fn tries(&self, actor: &Actor, question: Question) -> Result<Turn, Error> {
        self.clock.advance(Duration::from_secs(1));
        ask(&self.services, actor, question).await
    }

    pub(super) async fn refused(&self, actor: &Actor, question: Question) -> Fault {
        fault(self.tries(actor, question).await.unwrap_err())
    }

    /// Asks, and waits for the end.
    pub(super) async fn answered(&self, actor: &Actor, text: &str) -> (Turn, Draft) {
        let mut turn = self.ask(actor, text).await;
        let draft = end(&mut turn).await;
        (turn, draft)
    }

    pub(super) async fn ends(&self, actor: &Actor, text: &str) -> End {
        let (_, draft) = self.answered(actor, text).await;
        draft.end().unwrap().clone()
    }

    pub(super) async fn again(&self, actor: &Actor, answer: &Id) -> Result<Turn, Error> {
        self.clock.advance(Duration::from_secs(1));
        again(&self.services, actor, answer, here()).await
    }

    pub(super) async fn stops(&self, actor: &Actor, answer: &Id) -> Result<(), Fault> {
        let stopping = stop(&self.services, actor, answer);
        let stopped = timeout(PATIENCE, stopping).await.unwrap();
        stopped.map(|_| ()).map_err(fault)
    }

    pub(super) async fn row(&self, id: &Id) -> Message {
        let found = store::find_message(&self.services.db, id).await.unwrap();
        found.unwrap()
    }

    pub(super) async fn set(&self, actor: &Actor, patch: &Value) {
        let mut admin = actor.clone();
        if let Some(place) = &mut admin.membership {
            place.manage_guild = true;
        }
        settings::update(&self.services, &admin, patch)
            .await
            .unwrap();
    }

    /// The entries about one thing, oldest first.
    pub(super) async fn audited(&self, about: &Id) -> Vec<AuditEntry> {
        self.services.recorder.flush().await.unwrap();
        let filter = AuditFilter {
            resource_id: Some(about.as_str().to_owned()),
            ..AuditFilter::default()
        };
        let db = &self.services.db;
        let page = audit::list(db, &filter, &PageRequest::first(50)).await;
        let mut items = page.unwrap().items;
        items.reverse();
        items
    }
}

/// Serves files under their names, and the fetcher that may download them.
pub(super) async fn shelf(files: Vec<(&'static str, Vec<u8>)>) -> (Fetcher, impl Fn(&str) -> Link) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let plain = origin.parse().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut asked = Vec::new();
            while !asked.ends_with(b"\r\n\r\n") {
                let Ok(byte) = socket.read_u8().await else {
                    break;
                };
                asked.push(byte);
            }
            let asked = String::from_utf8_lossy(&asked).into_owned();
            let path = asked.split(' ').nth(1).unwrap_or_default();
            let found = files.iter().find(|(name, _)| path == format!("/{name}"));
            let (status, bytes) = match found {
                Some((_, bytes)) => ("200 OK", bytes.as_slice()),
                None => ("404 Not Found", &[][..]),
            };
            let head = format!(
                "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                bytes.len()
            );
            let _ = socket.write_all(head.as_bytes()).await;
            let _ = socket.write_all(bytes).await;
        }
    });
    let fetcher = Fetcher::new(Fetcher::client().unwrap(), Vec::new(), Some(plain));
    let link = move |name: &str| Link {
        name: name.to_owned(),
        url: format!("{origin}/{name}"),
    };
    (fetcher, link)
}

/// Holds all that is on the disk against words of which nothing may be kept: every table, and the
/// journal.
pub(super) async fn nothing_is_kept_of(words: &[&str], test: &TestDb, room: &Room) {
    room.services.recorder.flush().await.unwrap();
    for word in words {
        assert_eq!(test.holding(word).await, Vec::<String>::new(), "{word}");
        let mut below = vec![room.journal.path().to_owned()];
        while let Some(path) = below.pop() {
            if path.is_dir() {
                below.extend(fs::read_dir(&path).unwrap().map(|one| one.unwrap().path()));
                continue;
            }
            let written = fs::read(&path).unwrap();
            let found = written
                .windows(word.len())
                .any(|part| part == word.as_bytes());
            assert!(!found, "{word} is in {}", path.display());
        }
    }
}
