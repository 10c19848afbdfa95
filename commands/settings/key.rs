//! What the controls of the settings say in their `custom_id`. A setting is written as its key, so
//! that a button works in a later release, whatever comes into the schema.

use slimy_domain::settings::{Mark, SCHEMA, Setting, topics};

use crate::component::Field;

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(pub(crate) &'static Setting);

impl Field for Key {
    fn write(&self) -> String {
        self.0.key.to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        Setting::find(text).map(Self)
    }

    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self> {
        use proptest::strategy::Strategy as _;
        let all: Vec<&'static Setting> = SCHEMA.iter().collect();
        proptest::sample::select(all).prop_map(Self).boxed()
    }
}

/// A topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Topic(pub(crate) &'static str);

impl Topic {
    /// Its settings.
    pub(crate) fn settings(self) -> impl Iterator<Item = &'static Setting> {
        SCHEMA
            .iter()
            .filter(move |setting| setting.topic() == self.0)
    }
}

impl Field for Topic {
    fn write(&self) -> String {
        self.0.to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        topics().into_iter().find(|topic| *topic == text).map(Self)
    }

    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self> {
        use proptest::strategy::Strategy as _;
        proptest::sample::select(topics()).prop_map(Self).boxed()
    }
}

parsed! {
    Mark,
    any = proptest::strategy::Strategy::prop_map(proptest::num::u64::ANY, |number| {
        Mark::of(&number.into())
    })
}
