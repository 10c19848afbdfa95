//! One of the two databases, and what is known of it: rows in the order in which they came.

use std::collections::HashMap;
use std::fmt::{Debug, Write};

use slimy_store::audit::NewAuditEntry;
use slimy_store::sessions::SessionToken;
use slimy_store::testing::TestDb;
use slimy_store::{Cursor, Db, Id, Page, PageRequest, checks, guilds, members, users};

use super::operations::Where;
use crate::support::{at, new_guild, new_user, raw};

pub(super) struct World<'a> {
    test: &'a TestDb,
    pub(super) users: Vec<Id>,
    pub(super) guilds: Vec<Id>,
    pub(super) sessions: Vec<(Id, SessionToken)>,
    pub(super) entries: Vec<NewAuditEntry>,
    pub(super) analyses: Vec<Id>,
    pub(super) members: Vec<Id>,
    pub(super) corrections: Vec<Id>,
    pub(super) conversations: Vec<Id>,
    pub(super) messages: Vec<Id>,
    pub(super) reservations: Vec<Id>,
    cursors: Vec<Cursor>,
    names: HashMap<String, usize>,
}

impl<'a> World<'a> {
    /// The emptied database with two people and two guilds.
    pub(super) async fn new(test: &'a TestDb) -> Self {
        empty(test).await;
        let mut world = Self {
            test,
            users: vec![],
            guilds: vec![],
            sessions: vec![],
            entries: vec![],
            analyses: vec![],
            members: vec![],
            corrections: vec![],
            conversations: vec![],
            messages: vec![],
            reservations: vec![],
            cursors: vec![],
            names: HashMap::new(),
        };
        for number in ["0", "1"] {
            let user = users::upsert(world.db(), new_user(number), at(0))
                .await
                .unwrap()
                .row
                .id;
            let name = format!("Club {number}");
            let guild = guilds::upsert(world.db(), new_guild(number, &name), at(0))
                .await
                .unwrap();
            members::upsert(world.db(), &user, &guild.row.id, &[], at(0))
                .await
                .unwrap();
            world.users.push(user);
            world.guilds.push(guild.row.id);
        }
        world
    }

    pub(super) fn db(&self) -> &'a Db {
        &self.test.db
    }

    pub(super) fn user(&self, number: usize) -> Id {
        pick(&self.users, number)
    }

    pub(super) fn guild(&self, number: usize) -> Id {
        pick(&self.guilds, number)
    }

    pub(super) fn analysis(&self, number: usize) -> Id {
        pick(&self.analyses, number)
    }

    pub(super) fn member(&self, number: usize) -> Id {
        pick(&self.members, number)
    }

    pub(super) fn correction(&self, number: usize) -> Id {
        pick(&self.corrections, number)
    }

    pub(super) fn conversation(&self, number: usize) -> Id {
        pick(&self.conversations, number)
    }

    pub(super) fn message(&self, number: usize) -> Id {
        pick(&self.messages, number)
    }

    pub(super) fn reservation(&self, number: usize) -> Id {
        pick(&self.reservations, number)
    }

    pub(super) fn page(&self, page: &Where) -> PageRequest {
        let cursor = page.cursor.and_then(|(number, back)| {
            let count = self.cursors.len().max(1);
            Some((self.cursors.get(number % count)?.clone(), back))
        });
        match cursor {
            None => PageRequest::first(page.size),
            Some((cursor, false)) => PageRequest::after(page.size, cursor),
            Some((cursor, true)) => PageRequest::before(page.size, cursor),
        }
    }

    /// A page in words; where it goes on from is remembered.
    pub(super) fn say_page<T: Debug, E: Debug>(&mut self, answer: &Result<Page<T>, E>) -> String {
        if let Ok(page) = answer {
            for cursor in [&page.next, &page.previous].into_iter().flatten() {
                if !self.cursors.contains(cursor) {
                    self.cursors.push(cursor.clone());
                }
            }
        }
        self.say(answer)
    }

    /// An answer in words, with each key as the number under which it first appeared.
    pub(super) fn say(&mut self, answer: &impl Debug) -> String {
        let text = format!("{answer:?}");
        let mut said = String::new();
        let mut word = String::new();
        for c in text.chars().chain([' ']) {
            if c.is_ascii_alphanumeric() {
                word.push(c);
                continue;
            }
            if is_key(&word) {
                let next = self.names.len();
                let number = *self.names.entry(std::mem::take(&mut word)).or_insert(next);
                // Writing to a String cannot fail.
                let _ = write!(said, "#{number}");
            } else {
                said.push_str(&std::mem::take(&mut word));
            }
            said.push(c);
        }
        said
    }

    /// What the store's own checks find wrong with the rows.
    pub(super) async fn fault(&self) -> Option<String> {
        let findings = checks::run(self.db()).await.unwrap().findings;
        // The schema has a test of its own, and what the operations' analyses say of their
        // members adds up to nothing.
        let meant = |fault: &checks::Finding| {
            fault.kind != checks::Kind::Schema && !fault.place.starts_with("club_")
        };
        let faults: Vec<_> = findings.into_iter().filter(meant).collect();
        (!faults.is_empty()).then(|| format!("{}: {faults:?}", self.test.engine()))
    }
}

/// Keys are random after their first letters; no text of the operations looks like one.
fn is_key(word: &str) -> bool {
    word.len() == 25 && word.starts_with('c')
}

fn pick(known: &[Id], number: usize) -> Id {
    let unknown = || Id::from("nobody's");
    known
        .get(number % (known.len() + 1))
        .cloned()
        .unwrap_or_else(unknown)
}

async fn empty(test: &TestDb) {
    let statements = [
        "BEGIN",
        "INSERT INTO audit_maintenance (purpose, closed) VALUES ('archive', 'x'), ('erase', 'x')",
        "DELETE FROM audit_logs",
        "DELETE FROM audit_daily_actions",
        "DELETE FROM audit_daily_users",
        "DELETE FROM users",
        "DELETE FROM guilds",
        "DELETE FROM chat_reservations",
        "DELETE FROM chat_usage_models",
        "DELETE FROM audit_maintenance",
        "COMMIT",
    ];
    raw(test, &statements.map(str::to_owned)).await.unwrap();
}
