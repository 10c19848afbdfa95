//! What the server and the test share: the script, the requests so far, and the bell that rings
//! when something changes.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use super::{Failure, Model, Reply, Request, echo};
use crate::world::DEADLINE;

/// The one key that the model takes; it looks like OpenAI's, so that what masks keys masks it.
pub(crate) const KEY: &str = "sk-standin-4f9d2c7b8e1a6053d7c2b9f4";

/// Older requests are forgotten, so that a run under load does not fill the memory.
const KEPT: usize = 256;

/// One step of the script.
#[derive(Debug)]
pub(crate) struct Turn {
    /// Part of the question that it waits for; none takes any.
    pub(crate) about: Option<String>,
    pub(crate) what: What,
}

#[derive(Debug)]
pub(crate) enum What {
    Reply(Reply),
    Failure(Failure),
}

/// What is answered without a script.
#[derive(Clone)]
pub(crate) struct Habit(Arc<dyn Fn(&Request) -> Reply + Send + Sync>);

impl Habit {
    pub(crate) fn new(answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        Self(Arc::new(answer))
    }
}

impl fmt::Debug for Habit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Habit")
    }
}

/// All that is remembered.
#[derive(Debug)]
pub(crate) struct Papers {
    pub(crate) script: VecDeque<Turn>,
    pub(crate) habit: Habit,
    pub(crate) requests: VecDeque<Request>,
    pub(crate) window: u64,
    pub(crate) faults: Vec<String>,
    asked: usize,
}

impl Papers {
    /// Keeps a request under the next number.
    pub(crate) fn file(&mut self, mut request: Request) -> usize {
        self.asked += 1;
        request.number = self.asked;
        if self.requests.len() == KEPT {
            self.requests.pop_front();
        }
        self.requests.push_back(request);
        self.asked
    }

    /// The request with this number, unless it is to come or forgotten.
    pub(crate) fn request(&mut self, number: usize) -> Option<&mut Request> {
        let forgotten = self.asked - self.requests.len();
        let place = number.checked_sub(forgotten + 1)?;
        self.requests.get_mut(place)
    }

    fn is_forgotten(&self, number: usize) -> bool {
        number <= self.asked - self.requests.len()
    }
}

/// The papers behind their lock.
#[derive(Debug)]
pub(crate) struct Desk {
    papers: Mutex<Papers>,
    bell: watch::Sender<u64>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let papers = Papers {
            script: VecDeque::new(),
            habit: Habit::new(echo::answer),
            requests: VecDeque::new(),
            window: Model::WINDOW,
            faults: Vec::new(),
            asked: 0,
        };
        Self {
            papers: Mutex::new(papers),
            bell: watch::Sender::new(0),
        }
    }

    pub(crate) fn read<R>(&self, look: impl FnOnce(&Papers) -> R) -> R {
        look(&self.lock())
    }

    /// Changes something and wakes everybody who waits.
    pub(crate) fn update<R>(&self, change: impl FnOnce(&mut Papers) -> R) -> R {
        let result = change(&mut self.lock());
        self.bell.send_modify(|rings| *rings += 1);
        result
    }

    /// The script's next turn for this request, or what is usually said.
    pub(crate) fn next_turn(&self, request: &Request) -> What {
        let question = request.question();
        let fits = |turn: &Turn| match &turn.about {
            Some(part) => question.contains(part),
            None => true,
        };
        let planned = self.update(|papers| {
            let place = papers.script.iter().position(fits)?;
            papers.script.remove(place)
        });
        if let Some(turn) = planned {
            return turn.what;
        }
        // The habit is a test's own code: it runs outside of the lock.
        let habit = self.read(|papers| papers.habit.clone());
        What::Reply(habit.0(request))
    }

    /// Waits for the request with this number to be as wished.
    pub(crate) async fn wait_for(
        &self,
        number: usize,
        is_fit: impl Fn(&Request) -> bool,
    ) -> Request {
        let deadline = Instant::now() + DEADLINE;
        let mut rings = self.bell.subscribe();
        loop {
            let found = {
                let mut papers = self.lock();
                assert!(
                    !papers.is_forgotten(number),
                    "request {number} is forgotten"
                );
                papers.request(number).filter(|one| is_fit(one)).cloned()
            };
            if let Some(request) = found {
                return request;
            }
            if timeout_at(deadline, rings.changed()).await.is_err() {
                let seen = self.read(|papers| format!("{:#?}", papers.requests));
                panic!(
                    "waited {} s for request {number}:\n{seen}",
                    DEADLINE.as_secs()
                );
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Papers> {
        // A test that panics while it looks must not hide its reason behind a poisoned lock.
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
