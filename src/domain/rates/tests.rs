use slimy_store::{ManualClock, Timestamp};

use super::*;

fn rates() -> (Arc<ManualClock>, Rates) {
    let began = Timestamp::from_micros(1_795_500_000_000_000).unwrap();
    let clock = Arc::new(ManualClock::new(began));
    (Arc::clone(&clock), Rates::limited(clock))
}

fn caller(person: u64) -> Caller {
    Caller {
        person,
        guild: Some(1),
    }
}

/// How many of `tries` pass.
fn passed(rates: &Rates, caller: Caller, rate: Rate, tries: usize) -> usize {
    let pass = |_: &usize| rates.pass(caller, rate, "status").is_ok();
    (0..tries).filter(pass).count()
}

#[test]
fn a_flood_is_stopped_and_nobody_else_waits() {
    let (_, rates) = rates();
    assert_eq!(passed(&rates, caller(1), Rate::Usual, 1_000), 20);
    assert_eq!(passed(&rates, caller(2), Rate::Usual, 20), 20);
}

#[test]
fn who_waits_as_long_as_they_were_told_may_again() {
    let (clock, rates) = rates();
    passed(&rates, caller(1), Rate::Reading, 6);
    let told = rates.pass(caller(1), Rate::Reading, "club analyze");
    let wait = Duration::from_secs(10);
    assert_eq!(told, Err(TooFast::Person { wait }));
    clock.advance(Duration::from_millis(9_999));
    let told = rates
        .pass(caller(1), Rate::Reading, "club analyze")
        .unwrap_err();
    assert_eq!(
        told.to_string(),
        "You are doing that too fast: try again in 1 second."
    );
    clock.advance(Duration::from_millis(1));
    assert_eq!(rates.pass(caller(1), Rate::Reading, "club analyze"), Ok(()));
    assert!(
        rates
            .pass(caller(1), Rate::Reading, "club analyze")
            .is_err()
    );
}

#[test]
fn what_is_cheap_goes_on_where_something_dear_has_to_wait() {
    let (_, rates) = rates();
    passed(&rates, caller(1), Rate::Exporting, 100);
    assert_eq!(passed(&rates, caller(1), Rate::Usual, 1), 1);
}

#[test]
fn members_who_take_away_what_is_theirs_keep_nobody_waiting_who_looks_after_the_guild() {
    let (_, rates) = rates();
    let members: usize = (0..20)
        .map(|one| passed(&rates, caller(one), Rate::TakingAway, 5))
        .sum();
    assert_eq!(members, 50, "all that the guild's members may together");
    assert_eq!(passed(&rates, caller(99), Rate::Exporting, 5), 5);
    // Nor does what they take away themselves count against what they do for the guild.
    assert_eq!(passed(&rates, caller(0), Rate::Exporting, 5), 5);
}

#[test]
fn a_guild_waits_for_what_all_in_it_ask_together_and_others_do_not() {
    let (_, rates) = rates();
    let all: usize = (0..20)
        .map(|one| passed(&rates, caller(one), Rate::Usual, 20))
        .sum();
    assert_eq!(all, 200);
    let told = rates.pass(caller(99), Rate::Usual, "status").unwrap_err();
    assert!(matches!(told, TooFast::Guild { .. }), "{told:?}");
    let elsewhere = Caller {
        guild: Some(2),
        ..caller(99)
    };
    let directly = Caller {
        guild: None,
        ..caller(99)
    };
    assert_eq!(passed(&rates, elsewhere, Rate::Usual, 1), 1);
    assert_eq!(passed(&rates, directly, Rate::Usual, 1), 1);
}

#[test]
fn who_is_refused_takes_nothing_from_their_guild() {
    let (_, rates) = rates();
    passed(&rates, caller(1), Rate::Usual, 1_000);
    let others: usize = (2..11)
        .map(|one| passed(&rates, caller(one), Rate::Usual, 20))
        .sum();
    assert_eq!(others, 180);
}

#[test]
fn a_clock_that_was_put_back_keeps_nobody_out() {
    let (clock, rates) = rates();
    clock.advance(Duration::from_hours(24));
    passed(&rates, caller(1), Rate::Usual, 20);
    clock.set(Timestamp::from_micros(1_795_500_000_000_000).unwrap());
    assert_eq!(passed(&rates, caller(1), Rate::Usual, 100), 20);
}

#[test]
fn of_many_at_once_no_more_pass_than_one_after_the_other() {
    let (_, rates) = rates();
    let all: usize = std::thread::scope(|scope| {
        let ask = || passed(&rates, caller(1), Rate::Usual, 10);
        let asking: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        asking.into_iter().map(|one| one.join().unwrap()).sum()
    });
    assert_eq!(all, 20);
}

#[test]
fn without_limits_everybody_asks_as_they_like() {
    let rates = Rates::default();
    assert_eq!(passed(&rates, caller(1), Rate::Proving, 1_000), 1_000);
}
