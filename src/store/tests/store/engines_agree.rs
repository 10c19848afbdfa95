//! The same operations in the same order get the same answers from both engines,
//! whatever they are.
//!
//! An operation is a verb with more arguments than it needs, so that any of them shrinks
//! to something simpler. What a run found stands in `engines_agree.regressions` and
//! is tried first; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` look further than every day.

mod analyses;
mod chats;
mod entries;
mod history;
mod operations;
mod people;
mod places;
mod usage;
mod world;

use proptest::collection::vec;
use proptest::test_runner::{Config, FileFailurePersistence, RngSeed, TestCaseError, TestRunner};
use slimy_store::testing::{TestDb, postgres, sqlite};

use operations::{Op, Verb, operation};
use world::World;

/// Where the seeds of what was found stand.
const FOUND: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/store/engines_agree.regressions"
);

/// As many as take a few seconds, and the same ones each time: what is new is for who
/// looks for it.
fn config() -> Config {
    let wanted = Config::default();
    let (cases, rng_seed) = match wanted.rng_seed {
        RngSeed::Random => (24, RngSeed::Fixed(3)),
        fixed @ RngSeed::Fixed(_) => (wanted.cases, fixed),
    };
    Config {
        cases,
        rng_seed,
        max_shrink_iters: 400,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(FOUND))),
        ..wanted
    }
}

#[test]
fn both_engines_give_the_same_answers() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let pair = runtime.block_on(async { (sqlite().await, postgres().await) });
    let mut runner = TestRunner::new(config());
    let outcome = runner.run(&vec(operation(), 1..60), |operations| {
        runtime.block_on(compare(&pair, &operations))
    });
    // Dropped inside, because the databases close their connections there.
    let _inside = runtime.enter();
    drop(pair);
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

async fn compare(pair: &(TestDb, TestDb), operations: &[Op]) -> Result<(), TestCaseError> {
    let mut one = World::new(&pair.0).await;
    let mut other = World::new(&pair.1).await;
    for (number, op) in operations.iter().enumerate() {
        let (here, there) = (perform(&mut one, op).await, perform(&mut other, op).await);
        if here != there {
            let reason = format!("operation {number}\nSQLite:     {here}\nPostgreSQL: {there}");
            return Err(TestCaseError::fail(reason));
        }
    }
    for world in [&one, &other] {
        if let Some(fault) = world.fault().await {
            return Err(TestCaseError::fail(fault));
        }
    }
    Ok(())
}

/// What the operation answers, in words that name rows by the order in which they came.
async fn perform(world: &mut World<'_>, op: &Op) -> String {
    match op.verb {
        Verb::People(verb) => people::perform(world, verb, op).await,
        Verb::Places(verb) => places::perform(world, verb, op).await,
        Verb::Entries(verb) => entries::perform(world, verb, op).await,
        Verb::Analyses(verb) => analyses::perform(world, verb, op).await,
        Verb::History(verb) => history::perform(world, verb, op).await,
        Verb::Chats(verb) => chats::perform(world, verb, op).await,
        Verb::Usage(verb) => usage::perform(world, verb, op).await,
    }
}
