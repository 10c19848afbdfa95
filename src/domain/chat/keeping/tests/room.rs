//! The rules on a test's database, with a person who talks in two servers and directly.

use std::sync::Arc;

use slimy_store::{
    Id, ManualClock, PageRequest, Timestamp,
    audit::{self, AuditEntry, AuditFilter},
    chat::{self, Message, MessageStatus, NewConversation, NewMessage, Outcome},
    testing::TestDb,
};
use slimy_words::Words;
use tempfile::TempDir;

use super::super::{Form, Format};
use crate::{
    Services,
    chat::consent,
    rights::{Actor, Membership},
    testing,
};

pub(super) struct Room {
    pub(super) services: Services,
    pub(super) clock: Arc<ManualClock>,
    /// In the first server.
    pub(super) ana: Actor,
    /// There too.
    pub(super) bob: Actor,
    /// Another server.
    pub(super) elsewhere: Id,
    _journal: TempDir,
}

/// A moment, so many seconds after another.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros((1_795_500_000 + seconds) * 1_000_000).unwrap()
}

pub(super) async fn room(test: &TestDb) -> Room {
    let journal = TempDir::new().unwrap();
    let clock = Arc::new(ManualClock::new(at(10_000)));
    let services = testing::services(&test.db, clock.clone(), &journal);
    let club = testing::guild(&test.db, "22", "Slimy Club", at(0)).await;
    let elsewhere = testing::guild(&test.db, "23", "Elsewhere", at(0)).await;
    let ana = actor(test, "11", &club).await;
    let bob = actor(test, "12", &club).await;
    for one in [&ana, &bob] {
        consent::accept(&services, one).await.unwrap();
    }
    Room {
        services,
        clock,
        ana,
        bob,
        elsewhere,
        _journal: journal,
    }
}

async fn actor(test: &TestDb, discord_id: &str, guild_id: &Id) -> Actor {
    Actor {
        user_id: testing::person(&test.db, discord_id, at(0)).await,
        membership: Some(Membership {
            guild_id: guild_id.clone(),
            roles: Vec::new(),
            is_owner: false,
            manage_guild: true,
            manage_messages: true,
        }),
        is_host: false,
        request_id: "33".to_owned(),
    }
}

impl Room {
    /// Ana in her direct messages.
    pub(super) fn ana_directly(&self) -> Actor {
        Actor {
            membership: None,
            ..self.ana.clone()
        }
    }

    /// A conversation of this person's where they are, in the channel 33.
    pub(super) async fn talks(&self, who: &Actor, title: Option<&str>, when: i64) -> Id {
        self.talks_in(who, who.guild_id(), title, when).await
    }

    /// A conversation of this person's in a server, or directly.
    pub(super) async fn talks_in(
        &self,
        who: &Actor,
        guild_id: Option<&Id>,
        title: Option<&str>,
        when: i64,
    ) -> Id {
        let new = NewConversation {
            user_id: who.user_id.clone(),
            guild_id: guild_id.cloned(),
            channel_id: Some("33".to_owned()),
            title: title.map(str::to_owned),
            private: false,
        };
        let begun = chat::create_conversation(&self.services.db, new, at(when)).await;
        begun.unwrap().id
    }

    pub(super) async fn asks(&self, who: &Actor, id: &Id, words: &str, when: i64) -> Message {
        let new = NewMessage::question(id.clone(), who.user_id.clone(), words, at(when));
        let mut tx = self.services.db.begin().await.unwrap();
        let asked = chat::append(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        asked
    }

    /// An answer that is coming in.
    pub(super) async fn begins_to_answer(&self, question: &Message, when: i64) -> Message {
        let owner = question.user_id.clone().unwrap();
        let (conversation, question) = (question.conversation_id.clone(), question.id.clone());
        let new = NewMessage::answer(conversation, owner, question, "small-1", at(when));
        let mut tx = self.services.db.begin().await.unwrap();
        let answer = chat::append(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        answer
    }

    pub(super) async fn ends(&self, answer: &Message, words: &str, when: i64) {
        let outcome = Outcome::new(MessageStatus::Complete, words);
        let ended = chat::finish(&self.services.db, &answer.id, &outcome, at(when)).await;
        ended.unwrap();
    }

    /// A question and its answer.
    pub(super) async fn turn(
        &self,
        who: &Actor,
        id: &Id,
        words: [&str; 2],
        when: i64,
    ) -> [Message; 2] {
        let question = self.asks(who, id, words[0], when).await;
        let answer = self.begins_to_answer(&question, when).await;
        self.ends(&answer, words[1], when).await;
        [question, answer]
    }

    /// Another answer, which is chosen.
    pub(super) async fn answers_again(&self, answer: &Message, words: &str, when: i64) {
        let mut tx = self.services.db.begin().await.unwrap();
        let again = chat::create_alternative(&mut tx, &answer.id, "large-2", at(when)).await;
        tx.commit().await.unwrap();
        self.ends(&again.unwrap(), words, when).await;
    }

    pub(super) async fn audited(&self, action: &str) -> Vec<AuditEntry> {
        let filter = AuditFilter {
            action: Some(action.to_owned()),
            ..AuditFilter::default()
        };
        let page = audit::list(&self.services.db, &filter, &PageRequest::first(10)).await;
        page.unwrap().items
    }
}

/// How a file is to be: in English.
pub(super) fn form(format: Format, max: usize) -> Form {
    Form {
        format,
        max,
        words: Words::ENGLISH,
    }
}

/// The sentence of a refusal.
pub(super) fn refusal<T: std::fmt::Debug>(refused: Result<T, crate::Error>) -> String {
    match refused {
        Err(crate::Error::User(fault)) => fault.kind().to_owned(),
        other => panic!("it was not refused: {other:?}"),
    }
}
