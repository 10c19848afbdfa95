//! Whose turn it is: a queue for each guild, and the guilds one after the other.

use std::collections::VecDeque;

use slimy_store::Id;

/// What waits, by guild. Of each guild one thing is taken in its turn, the oldest first; so the
/// next of a guild waits for at most one of each other guild, however many those have waiting.
#[derive(Debug)]
pub(super) struct Turns<T> {
    /// The guilds with something waiting, the next one first.
    guilds: VecDeque<(Id, VecDeque<T>)>,
}

impl<T> Default for Turns<T> {
    fn default() -> Self {
        Self {
            guilds: VecDeque::new(),
        }
    }
}

impl<T> Turns<T> {
    /// Has `thing` wait behind what the guild has waiting.
    pub(super) fn push(&mut self, guild: &Id, thing: T) {
        match self.guilds.iter_mut().find(|(id, _)| id == guild) {
            Some((_, queue)) => queue.push_back(thing),
            None => self
                .guilds
                .push_back((guild.clone(), VecDeque::from([thing]))),
        }
    }

    /// What is next, without taking it.
    pub(super) fn peek(&self) -> Option<&T> {
        self.guilds.front().and_then(|(_, queue)| queue.front())
    }

    /// Takes what is next; its guild comes behind the others.
    pub(super) fn pop(&mut self) -> Option<T> {
        let (guild, mut queue) = self.guilds.pop_front()?;
        let thing = queue.pop_front();
        if !queue.is_empty() {
            self.guilds.push_back((guild, queue));
        }
        thing
    }

    /// Forgets what nobody waits for any more.
    pub(super) fn retain(&mut self, mut wanted: impl FnMut(&T) -> bool) {
        for (_, queue) in &mut self.guilds {
            queue.retain(&mut wanted);
        }
        self.guilds.retain(|(_, queue)| !queue.is_empty());
    }

    /// How many other guilds come before this guild's next; none when it has nothing waiting.
    pub(super) fn before(&self, guild: &Id) -> Option<usize> {
        self.guilds.iter().position(|(id, _)| id == guild)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn guild(number: usize) -> Id {
        Id::from(format!("g{number}").as_str())
    }

    #[test]
    fn guilds_take_turns_and_each_keeps_its_order() {
        let mut turns = Turns::default();
        for image in 0..3 {
            turns.push(&guild(0), (0, image));
        }
        turns.push(&guild(1), (1, 0));
        assert_eq!(turns.before(&guild(1)), Some(1));
        assert_eq!(turns.before(&guild(2)), None);
        let order: Vec<_> = std::iter::from_fn(|| turns.pop()).collect();
        assert_eq!(order, [(0, 0), (1, 0), (0, 1), (0, 2)]);
    }

    proptest! {
        #[test]
        fn nobody_waits_for_more_than_one_of_each_other_guild(
            counts in prop::collection::vec(1_usize..12, 1..100),
            late in 0_usize..12,
        ) {
            let mut turns = Turns::default();
            for (number, count) in counts.iter().enumerate() {
                for image in 0..*count {
                    turns.push(&guild(number), (number, image));
                }
            }
            for _ in 0..late {
                turns.pop();
            }
            // A guild that comes when all others are at it.
            let comer = counts.len();
            turns.push(&guild(comer), (comer, 0));
            let before = turns.before(&guild(comer)).unwrap();
            prop_assert!(before <= counts.len());
            let mut seen = Vec::new();
            while let Some((number, _)) = turns.pop() {
                if number == comer {
                    break;
                }
                prop_assert!(!seen.contains(&number), "{number} came twice before it");
                seen.push(number);
            }
            prop_assert_eq!(seen.len(), before);
        }

        #[test]
        fn nothing_is_lost(pushes in prop::collection::vec(0_usize..5, 0..60)) {
            let mut turns = Turns::default();
            for (place, number) in pushes.iter().enumerate() {
                turns.push(&guild(*number), place);
            }
            let mut all: Vec<_> = std::iter::from_fn(|| turns.pop()).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..pushes.len()).collect::<Vec<_>>());
        }
    }
}
