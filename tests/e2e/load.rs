//! Many people who ask the bot how it is, again and again, and what came of it.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use discord_standin::{Answer, Guild, Member};
use slimy_store::{
    Db, PageRequest,
    audit::{self, AuditFilter},
};
use tokio::task::JoinSet;

use crate::PATIENCE_SECONDS;

/// How often it is looked whether something has happened.
const LOOK: Duration = Duration::from_millis(3);
/// The load stops by itself after this many questions.
const MOST: usize = 5_000;

/// What a person sees of a `/status` that worked, with or without a database.
const SUCCESS: &str = "Slimy is up";

/// People who each ask, wait for the answer, and ask again.
pub(crate) struct Load {
    asked: Arc<Mutex<Vec<Answer>>>,
    enough: Arc<AtomicBool>,
    people: JoinSet<()>,
}

impl Load {
    /// So many new members begin.
    pub(crate) fn start(guild: &Guild, people: usize) -> Self {
        let members = (0..people).map(|number| guild.member(&format!("person{number}")));
        let mut load = Self {
            asked: Arc::default(),
            enough: Arc::default(),
            people: JoinSet::new(),
        };
        for member in members {
            let (asked, enough) = (Arc::clone(&load.asked), Arc::clone(&load.enough));
            load.people.spawn(ask(member, asked, enough));
        }
        load
    }

    /// Waits until people have seen so many more successes than now.
    pub(crate) async fn sees_more(&self, more: usize) {
        let wanted = self.seen().len() + more;
        until("successes are seen", async || self.seen().len() >= wanted).await;
    }

    /// Whether anybody was told this.
    pub(crate) fn anybody_saw(&self, text: &str) -> bool {
        self.seen()
            .iter()
            .any(|answer| answer.text().contains(text))
    }

    /// Lets nobody ask again, and gives up waiting for what is not answered yet.
    pub(crate) async fn stop(&mut self) {
        self.enough.store(true, Ordering::Relaxed);
        while let Some(person) = self.people.join_next().await {
            person.expect("nobody panics while asking");
        }
    }

    /// Every success that a person saw is one entry, and nothing has two.
    pub(crate) async fn assert_audited_once(&self, db: &Db) {
        let asked = self.asked();
        for answer in &asked {
            let request = answer.interaction_id().to_string();
            let filter = AuditFilter {
                request_id: Some(request.clone()),
                ..AuditFilter::default()
            };
            let page = audit::list(db, &filter, &PageRequest::first(10)).await;
            let rows = page.expect("the audit log can be read").items;
            let used = rows.iter().filter(|row| row.action == "command.status");
            let outcomes: Vec<bool> = used.map(|row| row.success).collect();
            if answer.text().contains(SUCCESS) {
                assert_eq!(outcomes, [true], "{request} was confirmed");
            } else {
                assert!(outcomes.len() <= 1, "{request} is there {outcomes:?}");
            }
        }
    }

    /// How many entries every confirmed question has, for who waits for the last of them.
    pub(crate) async fn are_all_there(&self, db: &Db) -> bool {
        let mut entries: HashMap<String, usize> = HashMap::new();
        let filter = AuditFilter {
            action: Some("command.status".to_owned()),
            ..AuditFilter::default()
        };
        let mut request = PageRequest::first(100);
        loop {
            let Ok(page) = audit::list(db, &filter, &request).await else {
                return false;
            };
            for row in page.items {
                *entries
                    .entry(row.request_id.unwrap_or_default())
                    .or_default() += 1;
            }
            let Some(next) = page.next else { break };
            request = PageRequest::after(100, next);
        }
        let seen = self.seen();
        let mut ids = seen
            .iter()
            .map(|answer| answer.interaction_id().to_string());
        ids.all(|id| entries.contains_key(&id))
    }

    fn asked(&self) -> Vec<Answer> {
        self.asked.lock().expect("nobody panics with it").clone()
    }

    fn seen(&self) -> Vec<Answer> {
        let mut asked = self.asked();
        asked.retain(|answer| answer.text().contains(SUCCESS));
        asked
    }
}

async fn ask(member: Member, asked: Arc<Mutex<Vec<Answer>>>, enough: Arc<AtomicBool>) {
    while !enough.load(Ordering::Relaxed) {
        let answer = member.types("/status").send().await;
        {
            let mut asked = asked.lock().expect("nobody panics with it");
            asked.push(answer.clone());
            if asked.len() >= MOST {
                return;
            }
        }
        while answer.text().is_empty() && !enough.load(Ordering::Relaxed) {
            tokio::time::sleep(LOOK).await;
        }
    }
}

/// Waits until it is so.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(PATIENCE_SECONDS);
    while !is_so().await {
        assert!(Instant::now() < deadline, "it never came that {what}");
        tokio::time::sleep(LOOK).await;
    }
}
