//! People who use the bot.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use slimy_domain::{
    Services, audit,
    identity::{self, Person, Place},
    rights::{Actor, Membership},
};
use tokio::task::JoinSet;

/// Somebody in a guild.
#[derive(Debug, Clone)]
pub(crate) struct Someone {
    person: Person,
    place: Place,
}

/// So many people, each written once.
pub(crate) async fn arrive(services: &Services, number: usize) -> Vec<Someone> {
    let mut people = Vec::new();
    for number in 0..number {
        let someone = Someone {
            person: Person {
                discord_id: format!("{}", 100_000_000_000_000_000 + number),
                username: format!("person{number}"),
                global_name: Some(format!("Person {number}")),
                avatar: None,
            },
            place: Place {
                discord_id: "200000000000000000".to_owned(),
                name: "Slimy Club".to_owned(),
                roles: vec!["300000000000000000".to_owned()],
            },
        };
        use_it(services, &someone, 0).await;
        people.push(someone);
    }
    people
}

/// Lets all of them use it at once, each so many times one after the other, and says how long
/// that took.
pub(crate) async fn all_use_it(
    services: &Arc<Services>,
    people: &[Someone],
    each: usize,
) -> Duration {
    let began = Instant::now();
    let mut running = JoinSet::new();
    for someone in people {
        let (services, someone) = (Arc::clone(services), someone.clone());
        running.spawn(async move {
            for time in 0..each {
                use_it(&services, &someone, time).await;
            }
        });
    }
    while let Some(done) = running.join_next().await {
        done.expect("nobody panics");
    }
    began.elapsed()
}

/// What every command writes, beside what it is for.
async fn use_it(services: &Services, someone: &Someone, time: usize) {
    let request_id = (1_400_000_000_000_000_000 + time).to_string();
    let place = Some(&someone.place);
    let known = identity::arrive(services, &someone.person, place, &request_id).await;
    let known = known.expect("the person is written");
    let membership = known.guild_id.map(|guild_id| Membership {
        guild_id,
        roles: someone.place.roles.clone(),
        is_owner: false,
        manage_guild: false,
        manage_messages: false,
    });
    let actor = Actor {
        user_id: known.user_id,
        membership,
        is_host: false,
        request_id,
    };
    let audited = audit::command(services, &actor, "club show", None).await;
    audited.expect("the entry is written");
}
