//! What people try in order to make the bot say or tell what it should not (issue 6): the model
//! obeys every instruction that it is given, whoever wrote it, and the program holds all the same.
//!
//! An attack is a line of a table: how it reaches the model, what stands in it, and what people and
//! the model see of it. What holds for all of them is in [`checks`].

mod attack;
mod checks;
mod data;
mod secrets;
mod stage;
mod tools;
mod words;

use std::collections::BTreeSet;

use slimy_store::{on_both_engines, testing};

use self::{attack::Attack, stage::Stage};

fn all() -> impl Iterator<Item = &'static Attack> {
    [
        words::ATTACKS,
        data::ATTACKS,
        tools::ATTACKS,
        secrets::ATTACKS,
    ]
    .into_iter()
    .flatten()
}

#[test]
fn there_are_at_least_forty_attacks_and_each_has_its_own_name() {
    let names: BTreeSet<&str> = all().map(|attack| attack.name).collect();
    assert_eq!(names.len(), all().count());
    assert!(names.len() >= 40, "{}", names.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_words_of_a_model_call_people_or_hide_where_they_lead() {
    Stage::set(testing::sqlite().await)
        .await
        .withstands(words::ATTACKS)
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_others_wrote_stays_data() {
    Stage::set(testing::sqlite().await)
        .await
        .withstands(data::ATTACKS)
        .await;
}

on_both_engines! {
    async fn tools_give_no_more_than_the_asker_may_see(test: TestDb) {
        Stage::set(test).await.withstands(tools::ATTACKS).await;
    }

    async fn what_was_said_elsewhere_stays_there(test: TestDb) {
        Stage::set(test).await.withstands(secrets::ATTACKS).await;
    }
}
