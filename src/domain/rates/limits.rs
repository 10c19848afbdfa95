//! How many of what, for a person and for a guild.

use std::time::Duration;

/// What is asked for, by what it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rate {
    /// Completing what somebody types: one for every key or so.
    Typing,
    /// Paging, choosing, opening a form.
    Pressing,
    /// A command that reads or changes little.
    Usual,
    /// Asking the model. The budget and the cooldown of the chat come beside.
    Chatting,
    /// Reading screenshots.
    Reading,
    /// A file of all that a guild has, or the deletion of it: for those who look after it.
    Exporting,
    /// A file of what is one's own, or the deletion of it. Everybody in a guild may, so it is apart
    /// from [`Exporting`](Self::Exporting): no few of them keep its owner waiting.
    TakingAway,
    /// Reading a file.
    Importing,
    /// Going through all of the audit log.
    Proving,
}

/// How many at once, and how long it takes until there is one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// How many at once.
    pub at_once: u32,
    /// How long it takes until there is one more.
    pub one_more: Duration,
}

const fn allowance(at_once: u32, one_more_millis: u64) -> Allowance {
    Allowance {
        at_once,
        one_more: Duration::from_millis(one_more_millis),
    }
}

/// Each rate with what a person may, and what a guild may.
#[rustfmt::skip]
const TABLE: &[(Rate, Allowance, Allowance)] = &[
    (Rate::Typing,     allowance(60,    200), allowance(600,    20)),
    (Rate::Pressing,   allowance(40,    500), allowance(400,    50)),
    (Rate::Usual,      allowance(20,  1_000), allowance(200,   100)),
    (Rate::Chatting,   allowance(10,  3_000), allowance(100,   300)),
    (Rate::Reading,    allowance(6,  10_000), allowance(30,  2_000)),
    (Rate::Exporting,  allowance(5,  15_000), allowance(25,  3_000)),
    (Rate::TakingAway, allowance(5,  15_000), allowance(50,  1_500)),
    (Rate::Importing,  allowance(5,  15_000), allowance(15,  5_000)),
    (Rate::Proving,    allowance(3,  30_000), allowance(6,  15_000)),
];

impl Rate {
    /// Every one.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(rate, ..)| *rate)
    }

    /// What one person may.
    pub fn of_person(self) -> Allowance {
        self.listed().0
    }

    /// What everybody in a guild together may.
    pub fn of_guild(self) -> Allowance {
        self.listed().1
    }

    /// What the table says; what it does not list may be done once in a while.
    fn listed(self) -> (Allowance, Allowance) {
        let found = TABLE.iter().find(|(rate, ..)| *rate == self);
        let seldom = allowance(1, 60_000);
        found.map_or((seldom, seldom), |(_, person, guild)| (*person, *guild))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rate_is_in_the_table_once_and_leaves_room_for_more_than_one_person() {
        let all: Vec<Rate> = Rate::all().collect();
        assert_eq!(all.len(), Rate::Proving as usize + 1);
        for rate in all {
            assert_eq!(
                Rate::all().filter(|other| *other == rate).count(),
                1,
                "{rate:?}"
            );
            let (person, guild) = (rate.of_person(), rate.of_guild());
            assert!(person.at_once * 2 <= guild.at_once, "{rate:?}");
            assert!(guild.one_more * 2 <= person.one_more, "{rate:?}");
            // A bucket that nobody has used for so long is full, so that it can be forgotten.
            for one in [person, guild] {
                assert!(one.one_more * one.at_once <= super::super::IDLE, "{rate:?}");
            }
        }
    }
}
