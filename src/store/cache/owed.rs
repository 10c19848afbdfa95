//! The changes that Redis has not heard of, because it was away.

use std::collections::HashSet;

use super::Key;
use crate::limits;

/// What has to be said to Redis before anything in it can be believed again.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Owed {
    keys: HashSet<Key>,
    /// More rows changed than are remembered one by one: all that we keep must go.
    everything: bool,
}

/// The same, to be worked off.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Debt {
    /// These rows changed.
    Keys(Vec<Key>),
    /// So many rows changed that all must go.
    Everything,
}

impl Owed {
    /// Notes that these rows changed.
    pub(super) fn add(&mut self, keys: &[Key]) {
        if self.everything {
            return;
        }
        self.keys.extend(keys.iter().cloned());
        if self.keys.len() > limits::CACHE_OWED {
            self.add_everything();
        }
    }

    fn add_everything(&mut self) {
        self.keys = HashSet::new();
        self.everything = true;
    }

    /// Takes what is owed, to try to say it; none when nothing is.
    pub(super) fn take(&mut self) -> Option<Debt> {
        let Self { keys, everything } = std::mem::take(self);
        if everything {
            return Some(Debt::Everything);
        }
        (!keys.is_empty()).then(|| Debt::Keys(keys.into_iter().collect()))
    }

    /// Puts back what could not be said.
    pub(super) fn put_back(&mut self, debt: &Debt) {
        match debt {
            Debt::Keys(keys) => self.add(keys),
            Debt::Everything => self.add_everything(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Id;

    fn keys(most: usize) -> Vec<Key> {
        (0..most)
            .map(|n| Key::User(Id::from(n.to_string())))
            .collect()
    }

    #[test]
    fn a_row_that_changed_twice_is_owed_once_and_worked_off_once() {
        let mut owed = Owed::default();
        owed.add(&keys(1));
        owed.add(&keys(1));
        assert_eq!(owed.take(), Some(Debt::Keys(keys(1))));
        assert_eq!(owed.take(), None);
    }

    #[test]
    fn when_too_much_is_owed_everything_goes_and_nothing_is_forgotten() {
        let mut owed = Owed::default();
        owed.add(&keys(limits::CACHE_OWED));
        assert!(!owed.everything);
        owed.add(&[Key::Guild(Id::from("one more"))]);
        assert!(owed.everything && owed.keys.is_empty());
        owed.add(&keys(3));
        let debt = owed.take().unwrap();
        assert_eq!(debt, Debt::Everything);
        owed.add(&keys(1));
        owed.put_back(&debt);
        assert_eq!(owed.take(), Some(Debt::Everything));
    }

    #[test]
    fn what_could_not_be_said_is_owed_with_what_came_since() {
        let mut owed = Owed::default();
        owed.add(&keys(1));
        let debt = owed.take().unwrap();
        owed.add(&keys(2));
        owed.put_back(&debt);
        assert_eq!(owed, {
            let mut all = Owed::default();
            all.add(&keys(2));
            all
        });
    }
}
