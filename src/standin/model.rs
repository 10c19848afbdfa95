//! A language model beside Discord: an OpenAI-compatible server on an origin of its own, strict
//! where OpenAI is strict, that says what a test tells it to say and fails as providers fail.
//!
//! ```no_run
//! # async fn story() {
//! use discord_standin::model::{Failure, Model, Outcome, Pace, Reply};
//!
//! let model = Model::start().await;
//! // … start the bot with model.base_url(), model.key() and Model::SEES …
//! model.fails_next(503);
//! model.answers("Fifty-five members.");
//!
//! let pace = Pace::new();
//! model.answers(Reply::says("one two three").paced(&pace));
//! pace.releases(2); // … "one two" arrives; somebody presses Stop …
//! assert_eq!(model.ended(3).await.outcome, Outcome::Cancelled);
//! # }
//! ```
//!
//! What its tests hold it to:
//! - A streamed answer is a role, words, a finish reason, the token counts when they were asked
//!   for, and `[DONE]`; one that is not streamed is the same in one piece.
//! - Without a script it says back what it was asked, and that it is a stand-in and no real model.
//! - Scripted answers and failures are given once each, in the order of the script; an answer to a
//!   certain question waits for that question.
//! - A wrong key is 401, an unknown model 404, an invalid request 400, each with OpenAI's body; an
//!   invalid request or an unknown route also fails the test, unless it is forgiven.
//! - 429 says when to come back, and an empty account is told apart from it; 500, 503, a proxy's
//!   page, a page in place of an answer and a refused question come as they come from providers.
//! - An answer waits for its [`Pace`], before the headers or before each word; nothing sleeps.
//! - An answer breaks off, stops short, holds a chunk that is no JSON, reports an error in the
//!   middle, is empty, is filtered, runs out of room, has comments between its events, or arrives a
//!   few bytes at a time.
//! - Tool calls stream as OpenAI streams them, and their results are found in the next request.
//! - Images are recorded with type, size and dimensions; a model that is blind refuses them.
//! - A client that goes away is noticed, with streaming and without.
//!
//! Its token is not a real tokeniser's: a request counts a token for four characters, an answer
//! counts one for each word or piece of a tool call's arguments.

mod answer;
mod call;
mod desk;
mod echo;
mod failure;
mod image;
mod obedience;
mod pace;
mod refusal;
mod reply;
mod request;
mod routes;
mod rules;
mod stream;

use std::io;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use failure::Failure;
pub use image::Image;
pub use pace::Pace;
pub use reply::Reply;
pub use request::{Outcome, Request};

use desk::{Desk, Turn, What};

/// A language model on loopback. Dropping it fails the test when it was asked something that
/// OpenAI would call invalid.
#[derive(Debug)]
pub struct Model {
    desk: Arc<Desk>,
    origin: String,
    server: JoinHandle<io::Result<()>>,
}

impl Model {
    /// The name of the model that takes images.
    pub const SEES: &str = "standin-vision";
    /// The name of the model that only reads text.
    pub const READS: &str = "standin-text";
    /// How many tokens its longest answer has.
    pub const LONGEST_ANSWER: u64 = 16_384;
    /// How many tokens a request and its answer may have together, unless a test says otherwise.
    pub const WINDOW: u64 = 128_000;

    /// Starts on a free port of 127.0.0.1.
    ///
    /// # Panics
    /// When loopback has no free port.
    pub async fn start() -> Self {
        let bound = TcpListener::bind(("127.0.0.1", 0)).await;
        let bound = bound.and_then(|one| one.local_addr().map(|address| (one, address)));
        let (listener, address) = match bound {
            Ok(bound) => bound,
            Err(error) => panic!("loopback has no free port: {error}"),
        };
        let desk = Arc::new(Desk::new());
        let routes = routes::routes(desk.clone());
        Self {
            desk,
            origin: format!("http://{address}"),
            server: tokio::spawn(async { axum::serve(listener, routes).await }),
        }
    }

    /// Where it listens: `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What a client is set up with: the origin and `/v1`.
    pub fn base_url(&self) -> String {
        format!("{}/v1", self.origin)
    }

    /// The one key that it takes.
    pub fn key(&self) -> &str {
        desk::KEY
    }

    /// The next request without a turn of its own gets this answer, once.
    pub fn answers(&self, reply: impl Into<Reply>) {
        self.plan(None, What::Reply(reply.into()));
    }

    /// The next request whose question contains this part gets this answer, once. Requests that
    /// run side by side are told apart by it.
    pub fn answers_to(&self, part: &str, reply: impl Into<Reply>) {
        self.plan(Some(part), What::Reply(reply.into()));
    }

    /// The next request without a turn of its own fails, once; a number is an HTTP status.
    pub fn fails_next(&self, failure: impl Into<Failure>) {
        self.plan(None, What::Failure(failure.into()));
    }

    /// What it answers to every request that the script has no turn for.
    pub fn usually(&self, answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) {
        self.desk
            .update(|papers| papers.habit = desk::Habit::new(answer));
    }

    /// From now on it obeys whatever stands in a request, whoever wrote it, when the script has no
    /// turn: a line `CALL name {"argument": …}` calls that tool, one at a time; a line `SAY words`
    /// is said. It looks into the system's messages, the last question and all that came after it;
    /// of a tool's JSON into each text.
    pub fn obeys(&self) {
        self.usually(obedience::answer);
    }

    /// What it answers without a script: the question said back, and that this is no real model.
    pub fn echo(request: &Request) -> Reply {
        echo::answer(request)
    }

    /// How many tokens a request and its answer may have together from now on.
    pub fn holds(&self, tokens: u64) {
        self.desk.update(|papers| papers.window = tokens);
    }

    /// The newest requests, at most 256, oldest first; those that it refused, too.
    pub fn requests(&self) -> Vec<Request> {
        self.desk
            .read(|papers| papers.requests.iter().cloned().collect())
    }

    /// Waits until the n-th request since the start, counted from 1, has arrived.
    ///
    /// # Panics
    /// After 30 seconds, and when more than 256 came after it.
    pub async fn asked(&self, number: usize) -> Request {
        self.desk.wait_for(number, |_| true).await
    }

    /// Waits until the n-th request since the start, counted from 1, has come to its end,
    /// whichever that is.
    ///
    /// # Panics
    /// After 30 seconds, and when more than 256 came after it.
    pub async fn ended(&self, number: usize) -> Request {
        let is_over = |request: &Request| request.outcome != Outcome::Pending;
        self.desk.wait_for(number, is_over).await
    }

    /// How many turns of the script nobody has asked for yet.
    pub fn turns_left(&self) -> usize {
        self.desk.read(|papers| papers.script.len())
    }

    /// What it was asked and OpenAI would call invalid.
    pub fn faults(&self) -> Vec<String> {
        self.desk.read(|papers| papers.faults.clone())
    }

    /// Takes the faults that a test provoked on purpose, so that they do not fail it.
    pub fn forgive_faults(&self) -> Vec<String> {
        self.desk
            .update(|papers| std::mem::take(&mut papers.faults))
    }

    fn plan(&self, about: Option<&str>, what: What) {
        let about = about.map(str::to_owned);
        self.desk
            .update(|papers| papers.script.push_back(Turn { about, what }));
    }
}

impl Drop for Model {
    fn drop(&mut self) {
        self.server.abort();
        let faults = self.faults();
        // A second panic would abort the process and hide the first one's reason.
        assert!(
            faults.is_empty() || std::thread::panicking(),
            "OpenAI would not take this:\n  {}",
            faults.join("\n  ")
        );
    }
}
