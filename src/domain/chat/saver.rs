//! Saves what has come of the answers on their way, all of them together: on SQLite that is one
//! transaction, and one wait for the disk, however many they are.

use std::{sync::Arc, time::Duration};

use futures_util::future::join_all;
use slimy_store::{
    Engine, Id, StoreError,
    chat::{self as store, MessageStatus},
};
use tokio::time::{MissedTickBehavior, interval};

use super::Chat;
use crate::{Services, chain};

/// How often they are saved, and their rows are touched where nothing has come: others take an
/// answer that is not for one that was left behind.
const SAVE_EVERY: Duration = Duration::from_secs(2);

/// Begins to save, unless that has begun. It goes on for as long as the services are there, and so
/// through the end of an answer that cannot be stored yet.
pub(super) fn start(services: &Arc<Services>) {
    let chat = services.chat.as_ref();
    if !chat.is_some_and(|chat| chat.running.begins_to_be_saved()) {
        return;
    }
    let services = Arc::downgrade(services);
    tokio::spawn(async move {
        let mut ticks = interval(SAVE_EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        ticks.tick().await;
        loop {
            ticks.tick().await;
            let Some(services) = services.upgrade() else {
                return;
            };
            save(&services).await;
        }
    });
}

/// Saves each once, and tells those whose row has ended.
async fn save(services: &Services) {
    let Some(chat) = &services.chat else {
        return;
    };
    let said = chat.running.said();
    if said.is_empty() {
        return;
    }
    let ended = match services.db.engine() {
        Engine::Sqlite => together(services, &said).await,
        Engine::Postgres => each(services, &said).await,
    };
    let told = match ended {
        Ok(ended) => tell(services, chat, ended).await,
        Err(error) => Err(error),
    };
    if let Err(error) = told {
        tracing::debug!(error = chain(&error), "answers' progress was not saved");
    }
}

/// Tells the answers whose row has ended. One that another process took for left behind goes on:
/// its end is stored after all.
async fn tell(services: &Services, chat: &Chat, ended: Vec<Id>) -> Result<(), StoreError> {
    for id in ended {
        let row = store::find_message(&services.db, &id).await?;
        if row.is_none_or(|row| row.status != MessageStatus::Interrupted) {
            chat.running.ended_elsewhere(&id);
        }
    }
    Ok(())
}

/// In one transaction: the keys of those that have ended.
async fn together(services: &Services, said: &[(Id, Arc<str>)]) -> Result<Vec<Id>, StoreError> {
    let now = services.now();
    let mut ended = Vec::new();
    let mut tx = services.db.begin().await?;
    for (id, text) in said {
        if !store::save_progress(&mut tx, id, text, now).await? {
            ended.push(id.clone());
        }
    }
    tx.commit().await?;
    Ok(ended)
}

/// Each for itself, so that none waits for another's row.
async fn each(services: &Services, said: &[(Id, Arc<str>)]) -> Result<Vec<Id>, StoreError> {
    let saved = said.iter().map(|(id, text)| one(services, id, text));
    Ok(join_all(saved).await.into_iter().flatten().collect())
}

/// The key of the answer when it has ended. What is not saved has not.
async fn one(services: &Services, id: &Id, text: &str) -> Option<Id> {
    let saved = store::save_progress(&services.db, id, text, services.now()).await;
    if let Err(error) = &saved {
        tracing::debug!(error = chain(error), answer = %id, "an answer's progress was not saved");
    }
    (!saved.unwrap_or(true)).then(|| id.clone())
}
