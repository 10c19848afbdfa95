//! The gateway's socket: HELLO, IDENTIFY, heartbeats, RESUME, and Discord's close codes.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::response::Response;
use futures_util::SinkExt;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::payload;
use crate::sessions::{Line, Log, Missed, Session, intent};
use crate::transcript::brief;
use crate::world::World;

/// A connection may send 120 events in 60 seconds.
const SEND_LIMIT: (usize, Duration) = (120, Duration::from_mins(1));

/// What the client asks for in the URL.
#[derive(Debug, Deserialize)]
pub(crate) struct Wish {
    v: Option<String>,
    encoding: Option<String>,
}

/// `GET /` with an upgrade.
pub(crate) async fn connect(
    State(world): State<Arc<World>>,
    Query(wish): Query<Wish>,
    upgrade: WebSocketUpgrade,
) -> Response {
    upgrade.on_upgrade(move |socket| async move {
        let (line, lines) = unbounded_channel();
        let version = wish.v.unwrap_or_else(|| "10".to_owned());
        let encoding = wish.encoding.unwrap_or_else(|| "json".to_owned());
        if version != "10" || encoding != "json" {
            let _gone = line.send(Line::Close(4012, "Invalid API version"));
        }
        let connection = Connection {
            world,
            line,
            session: None,
            sent: VecDeque::new(),
        };
        connection.run(socket, lines).await;
    })
}

struct Connection {
    world: Arc<World>,
    line: UnboundedSender<Line>,
    session: Option<String>,
    sent: VecDeque<Duration>,
}

impl Connection {
    async fn run(mut self, mut socket: WebSocket, mut lines: UnboundedReceiver<Line>) {
        let interval = self.world.read(|state| state.gateway.heartbeat_interval);
        let hello = json!({ "heartbeat_interval": interval.as_millis() });
        self.say(&json!({ "op": 10, "s": null, "t": null, "d": hello }));
        loop {
            tokio::select! {
                line = lines.recv() => match line {
                    Some(Line::Payload(payload)) => {
                        if socket.send(Message::Text(payload)).await.is_err() {
                            break self.forget_line();
                        }
                    }
                    Some(Line::Close(code, reason)) => {
                        self.world.update(|state| state.note(format_args!("discord closes the gateway: {code} {reason}")));
                        let frame = CloseFrame { code, reason: reason.into() };
                        let _gone = socket.send(Message::Close(Some(frame))).await;
                        break self.forget_line();
                    }
                    Some(Line::Drop) | None => break self.forget_line(),
                    Some(Line::Freeze) => {
                        self.forget_line();
                        std::future::pending::<()>().await;
                    }
                },
                message = socket.recv() => match message {
                    Some(Ok(Message::Text(text))) => self.hear(&text),
                    Some(Ok(Message::Close(frame))) => {
                        self.closed_by_bot(frame.map_or(1005, |frame| frame.code));
                        // The other side waits for the end of the handshake.
                        let _gone = socket.close().await;
                        break;
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => break self.forget_line(),
                },
            }
        }
    }

    fn say(&self, payload: &Value) {
        let _gone = self.line.send(Line::of(payload));
    }

    fn close(&self, code: u16, reason: &'static str) {
        let _gone = self.line.send(Line::Close(code, reason));
    }

    fn hear(&mut self, text: &str) {
        if self.is_over_the_limit() {
            return self.close(4008, "Rate limited.");
        }
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return self.close(4002, "Error while decoding payload.");
        };
        match payload["op"].as_u64() {
            Some(1) => self.acknowledge(),
            Some(2) => self.identify(&payload["d"]),
            Some(6) => self.resume(&payload["d"]),
            Some(3 | 4 | 8 | 31) if !self.is_authenticated() => {
                self.close(4003, "Not authenticated.");
            }
            Some(8) => self.members(&payload["d"]),
            // Presence and voice change nothing that anybody here can see.
            Some(3 | 4) => {}
            _ => self.close(4001, "Unknown opcode."),
        }
    }

    /// A session that was invalidated is none: the same socket may identify again.
    fn is_authenticated(&self) -> bool {
        let mine = self.session.as_ref();
        mine.is_some_and(|mine| {
            self.world
                .read(|state| state.sessions.iter().any(|one| one.id == *mine))
        })
    }

    fn acknowledge(&self) {
        let is_missed = self.world.update(|state| {
            state.gateway.heartbeats += 1;
            let left = state.gateway.missed_acks;
            state.gateway.missed_acks = left.saturating_sub(1);
            if left > 0 {
                state.note("a heartbeat gets no ACK");
            }
            left > 0
        });
        if !is_missed {
            self.say(&json!({ "op": 11, "s": null, "t": null, "d": null }));
        }
    }

    fn is_over_the_limit(&mut self) -> bool {
        let now = self.world.read(|state| state.clock.elapsed());
        let (most, window) = SEND_LIMIT;
        self.sent.push_back(now);
        while self
            .sent
            .front()
            .is_some_and(|at| now.saturating_sub(*at) > window)
        {
            self.sent.pop_front();
        }
        self.sent.len() > most
    }

    fn identify(&mut self, wish: &Value) {
        if self.is_authenticated() {
            return self.close(4005, "Already authenticated.");
        }
        let intents = wish["intents"].as_u64();
        let shard = match wish["shard"].as_array().map(Vec::as_slice) {
            None => (0, 1),
            Some([id, count]) => (id.as_u64().unwrap_or(0), count.as_u64().unwrap_or(0)),
            Some(_) => (0, 0),
        };
        let refusal = self.world.update(|state| {
            state.note(format_args!(
                "bot → gateway  IDENTIFY intents {intents:?} shard {shard:?}"
            ));
            let token = wish["token"].as_str().unwrap_or_default();
            if token.trim_start_matches("Bot ") != state.token {
                return Some((4004, "Authentication failed."));
            }
            if shard.0 >= shard.1 {
                return Some((4010, "Invalid shard."));
            }
            match intents.filter(|bits| bits & !intent::ALL == 0) {
                None => Some((4013, "Invalid intent(s).")),
                Some(bits) if bits & intent::PRIVILEGED & !state.privileged_intents != 0 => {
                    Some((4014, "Disallowed intent(s)."))
                }
                Some(_) => None,
            }
        });
        if let Some((code, reason)) = refusal {
            return self.close(code, reason);
        }
        let may = self.world.update(|state| {
            let now = state.clock.elapsed();
            state.gateway.may_identify(now, shard.0)
        });
        if !may {
            return self.say(&json!({ "op": 9, "s": null, "t": null, "d": false }));
        }
        if !self.counts() {
            return self.close(4004, "Authentication failed.");
        }
        self.session = Some(self.open_session(intents.unwrap_or(0), shard));
    }

    /// Counts the session that is about to begin. One too many in a day resets the bot's token, so
    /// that all of them end and nothing works any more.
    fn counts(&self) -> bool {
        self.world.update(|state| {
            let now = state.clock.elapsed();
            let may = state.gateway.start(now);
            if !may {
                state.fault("more sessions were started than a day has".to_owned());
                state.token.push_str("-reset");
                for session in &state.sessions {
                    session.tell(Line::Close(4004, "Authentication failed."));
                }
                state.sessions.clear();
            }
            may
        })
    }

    fn open_session(&self, intents: u64, shard: (u64, u64)) -> String {
        self.world.update(|state| {
            let id = format!("session-{}", state.clock.next_id());
            state.sessions.push(Session {
                id: id.clone(),
                intents,
                shard,
                log: Log::default(),
                line: Some(self.line.clone()),
                has_registered: false,
            });
            let mine: Vec<_> = state
                .guilds
                .values()
                .filter(|guild| guild.has_bot && (guild.id >> 22) % shard.1 == shard.0)
                .cloned()
                .collect();
            let ready = payload::ready(state, &id, shard, &mine);
            state.dispatch_to(&id, "READY", &ready);
            if intents & intent::GUILDS != 0 {
                for guild in mine.iter().filter(|guild| guild.available) {
                    let data = payload::guild_create(state, guild);
                    state.dispatch_to(&id, "GUILD_CREATE", &data);
                }
            }
            id
        })
    }

    fn resume(&mut self, wish: &Value) {
        let id = wish["session_id"].as_str().unwrap_or_default().to_owned();
        let seen = wish["seq"].as_u64();
        let resumed = self.world.update(|state| {
            state.note(format_args!(
                "bot → gateway  RESUME {}",
                brief(&json!({ "session_id": id, "seq": seen }))
            ));
            let token = wish["token"].as_str().unwrap_or_default();
            if token.trim_start_matches("Bot ") != state.token {
                return Err((4004, "Authentication failed."));
            }
            let Some(session) = state.sessions.iter_mut().find(|one| one.id == id) else {
                return Ok(false);
            };
            let missed = match seen.map(|seen| session.log.since(seen)) {
                Some(Missed::Events(missed)) => missed,
                Some(Missed::TooMuch) => return Ok(false),
                Some(Missed::NotYetSent) | None => return Err((4007, "Invalid seq.")),
            };
            for payload in missed {
                let _gone = self.line.send(Line::Payload(payload));
            }
            session.line = Some(self.line.clone());
            state.gateway.resumes += 1;
            state.dispatch_to(&id, "RESUMED", &json!({}));
            Ok(true)
        });
        match resumed {
            Ok(true) => self.session = Some(id),
            Ok(false) => self.say(&json!({ "op": 9, "s": null, "t": null, "d": false })),
            Err((code, reason)) => self.close(code, reason),
        }
    }

    /// Request guild members: everybody of the guild in one chunk.
    fn members(&self, wish: &Value) {
        let guild = wish["guild_id"].as_str().and_then(|id| id.parse().ok());
        self.world.update(|state| {
            let Some(guild) = guild.and_then(|id| state.guilds.get(&id).cloned()) else {
                return;
            };
            let data = payload::members_chunk(state, &guild, &wish["nonce"]);
            if let Some(id) = &self.session {
                state.dispatch_to(id, "GUILD_MEMBERS_CHUNK", &data);
            }
        });
    }

    /// The socket is gone, the session waits for a RESUME.
    fn forget_line(&self) {
        self.world.update(|state| {
            let mine = state.sessions.iter_mut().find(|session| {
                session
                    .line
                    .as_ref()
                    .is_some_and(|line| line.same_channel(&self.line))
            });
            if let Some(session) = mine {
                session.line = None;
                state.note("the gateway's socket is gone");
            }
        });
    }

    /// A bot that closes with 1000 or 1001 ends its session; any other code keeps it.
    fn closed_by_bot(&self, code: u16) {
        self.forget_line();
        self.world.update(|state| {
            state.note(format_args!("bot closes the gateway: {code}"));
            if matches!(code, 1000 | 1001) {
                state
                    .sessions
                    .retain(|one| Some(&one.id) != self.session.as_ref());
            }
        });
    }
}
