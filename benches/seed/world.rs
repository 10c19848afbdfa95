//! Who is where: guilds by their size, people by how much they do.

use fastrand::Rng;

use crate::known::{self, END, YEAR};
use crate::words::{Words, scaled};
use crate::{Amounts, GUILDS, USERS};

/// Members of the largest guild.
const LARGEST: f64 = 6_000.0;

/// What all the rows have in common.
pub(crate) struct World {
    pub(crate) amounts: Amounts,
    pub(crate) words: Words,
    /// Members by guild.
    sizes: Vec<u64>,
    /// How much of everything goes on in the guilds up to this one, from 0 to 1.
    shares: Vec<f64>,
}

impl World {
    pub(crate) fn new(amounts: Amounts) -> Self {
        let ranks = || (0..GUILDS).map(|rank| f64::from(u32::try_from(rank).unwrap_or(u32::MAX)));
        let sizes = ranks().map(|rank| whole(LARGEST / (rank + 1.0).powf(0.8)).max(5));
        let weights: Vec<f64> = ranks().map(|rank| (rank + 2.0).powf(-0.9)).collect();
        let all: f64 = weights.iter().sum();
        let shares = weights.iter().scan(0.0, |sum, weight| {
            *sum += weight / all;
            Some(*sum)
        });
        Self {
            amounts,
            words: Words::new(),
            sizes: sizes.collect(),
            shares: shares.collect(),
        }
    }

    /// When a guild was first seen: all in the first weeks, so that each has most of the year.
    pub(crate) fn guild_made(number: u64) -> i64 {
        at(number, GUILDS * 10)
    }

    /// When a person was first seen.
    pub(crate) fn user_made(number: u64) -> i64 {
        at(number, USERS * 10)
    }

    /// A guild, as often as things happen there.
    pub(crate) fn guild(&self, random: &mut Rng) -> u64 {
        let share = random.f64();
        let guild = self.shares.partition_point(|up_to| *up_to < share);
        u64::try_from(guild).unwrap_or(0).min(GUILDS - 1)
    }

    /// How many members a guild has.
    pub(crate) fn size(&self, guild: u64) -> u64 {
        let size = usize::try_from(guild).ok().and_then(|g| self.sizes.get(g));
        size.copied().unwrap_or(5)
    }

    /// The person who is a guild's member of this number; 0 leads it.
    pub(crate) fn member(guild: u64, number: u64) -> u64 {
        (guild * 7_919 + number) % USERS
    }

    /// A member of the guild, as often as they do things; only so many do at all.
    pub(crate) fn active_member(&self, random: &mut Rng, guild: u64, most: u64) -> u64 {
        let count = usize::try_from(self.size(guild).min(most)).unwrap_or(1);
        let number = scaled(random.f64().powf(2.5), count);
        Self::member(guild, u64::try_from(number).unwrap_or(0))
    }

    /// The key of a guild.
    pub(crate) fn guild_key(number: u64) -> String {
        known::guild_id(number)
    }

    /// The key of a person.
    pub(crate) fn user_key(number: u64) -> String {
        known::user_id(number)
    }
}

/// The time of one of `count` things that happen one after the other over the year.
pub(crate) fn at(number: u64, count: u64) -> i64 {
    let step = YEAR / i64::try_from(count.max(1)).unwrap_or(i64::MAX);
    END - YEAR + step * i64::try_from(number).unwrap_or(0)
}

/// Discord's id of something of this time: a snowflake has 42 bits of milliseconds.
pub(crate) fn snowflake(micros: i64, number: u64) -> String {
    const DISCORD_EPOCH: i64 = 1_420_070_400_000;
    let millis = u64::try_from(micros / 1_000 - DISCORD_EPOCH).unwrap_or(0);
    ((millis << 22) | (number & 0x3f_ffff)).to_string()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size of a guild, a few thousand at most"
)]
fn whole(size: f64) -> u64 {
    size as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn much_goes_on_in_the_largest_guild_and_something_in_the_smallest() {
        let world = World::new(Amounts {
            audit: 0,
            messages: 0,
            analyses: 0,
        });
        let mut random = Rng::with_seed(1);
        let mut counts = vec![0_u32; 1_000];
        for _ in 0..100_000 {
            counts[usize::try_from(world.guild(&mut random)).unwrap()] += 1;
        }
        assert!((4_000..8_000).contains(&counts[0]), "{}", counts[0]);
        assert!(counts[999] > 0);
        assert!(world.size(0) > 5_000 && world.size(999) >= 5);
    }
}
