//! What a person gives with a control: nothing but the press, what they chose, or a form.

use std::collections::BTreeMap;

use poise::serenity_prelude::{
    ActionRow, ActionRowComponent, ChannelId, ComponentInteractionDataKind, RoleId, UserId,
};
use slimy_domain::UserError;

use super::Field;

/// What Discord says that a person gave.
#[derive(Debug, Clone)]
pub(crate) enum Given {
    /// Pressed a button, or chose in a select.
    Component(ComponentInteractionDataKind),
    /// Filled in a modal.
    Form(Filled),
}

/// The part of it that a control takes; another kind of control's is none.
pub(crate) trait Input: Sized + Send {
    /// What was given, when it is of this kind.
    fn of(given: Given) -> Option<Self>;
}

/// A button has no more to say than that it was pressed.
impl Input for () {
    fn of(given: Given) -> Option<Self> {
        matches!(
            given,
            Given::Component(ComponentInteractionDataKind::Button)
        )
        .then_some(())
    }
}

/// The values that were chosen among those which the select offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options<T>(pub(crate) Vec<T>);

impl<T: Field + Send> Input for Options<T> {
    fn of(given: Given) -> Option<Self> {
        let Given::Component(ComponentInteractionDataKind::StringSelect { values }) = given else {
            return None;
        };
        let read: Option<Vec<T>> = values.iter().map(|value| T::read(value)).collect();
        read.map(Self)
    }
}

/// The people who were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Users(pub(crate) Vec<UserId>);

impl Input for Users {
    fn of(given: Given) -> Option<Self> {
        match given {
            Given::Component(ComponentInteractionDataKind::UserSelect { values }) => {
                Some(Self(values))
            }
            _ => None,
        }
    }
}

/// The roles that were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Roles(pub(crate) Vec<RoleId>);

impl Input for Roles {
    fn of(given: Given) -> Option<Self> {
        match given {
            Given::Component(ComponentInteractionDataKind::RoleSelect { values }) => {
                Some(Self(values))
            }
            _ => None,
        }
    }
}

/// The channels that were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Channels(pub(crate) Vec<ChannelId>);

impl Input for Channels {
    fn of(given: Given) -> Option<Self> {
        match given {
            Given::Component(ComponentInteractionDataKind::ChannelSelect { values }) => {
                Some(Self(values))
            }
            _ => None,
        }
    }
}

/// A form as it was sent: each text under its input's name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filled(BTreeMap<String, String>);

impl Filled {
    pub(super) fn new(rows: &[ActionRow]) -> Self {
        let inputs = rows.iter().flat_map(|row| &row.components);
        let texts = inputs.filter_map(|input| match input {
            ActionRowComponent::InputText(input) => Some((
                input.custom_id.clone(),
                input.value.clone().unwrap_or_default(),
            )),
            _ => None,
        });
        Self(texts.collect())
    }

    /// The text of an input, without white space around it; empty when it was left empty. A form
    /// of another release, which does not have the input, is stale.
    pub(crate) fn text(&self, name: &str) -> Result<&str, UserError> {
        let text = self.0.get(name).ok_or(UserError::StaleButton)?;
        Ok(text.trim())
    }
}

impl Input for Filled {
    fn of(given: Given) -> Option<Self> {
        match given {
            Given::Form(filled) => Some(filled),
            Given::Component(_) => None,
        }
    }
}
