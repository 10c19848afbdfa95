//! Buttons, selects and modals: a typed control in each `custom_id`, and the one router for all.
//!
//! A control is declared in its feature's file with `control!`, says what it does by
//! implementing `Control`, and stands in the list of `component/routes.rs`. It says all that is
//! needed, so it still works after the bot was started anew.

use std::future::Future;

use poise::{
    BoxFuture,
    serenity_prelude::{
        ButtonStyle, ChannelId, ChannelType, CreateButton, CreateSelectMenu, CreateSelectMenuKind,
        CreateSelectMenuOption, RoleId,
    },
};
use slimy_domain::UserError;

use crate::{
    Error,
    answer::Answer,
    check::Request,
    limits::{LABEL, OPTION, OPTIONS, SELECT_PLACEHOLDER},
    modal::Modal,
    text::{shorten, visible},
};

#[macro_use]
mod codec;
mod input;
mod router;
mod routes;

pub(crate) use codec::{Coded, Field, MAX_CUSTOM_ID, Place, Short};
pub(crate) use input::{Channels, Filled, Given, Input, Options, Roles, Users};
pub use router::{pressed, submitted};
#[cfg(test)]
pub(crate) use routes::names;

/// What a control does. The router asks who it is, holds the table of rights against them, writes
/// the audit entry, shows the answer, and tells only the person what failed.
pub(crate) trait Control: Coded + std::fmt::Debug + Send + Sync + 'static {
    /// What the person gives with it: `()` for a button; [`Options`], [`Users`], [`Roles`] or
    /// [`Channels`] for a select; [`Filled`] for a modal.
    type Input: Input;

    /// What comes of it: an [`Answer`], a [`Modal`] that opens, or what goes on [`Later`].
    type Outcome: Outcome;

    /// Where an answer appears. A modal has no say in it.
    const BEGINS: Begins = Begins::InPlace;

    /// Whether it is written that it worked. What only shows something is written when it fails,
    /// and otherwise not.
    const IS_AUDITED: bool = true;

    /// The name in the audit log.
    const AUDITED_AS: &'static str = Self::NAME;

    /// Does it. What opens a modal has two seconds for all.
    fn perform(
        self,
        request: &Request<'_>,
        input: Self::Input,
    ) -> impl Future<Output = Result<Self::Outcome, Error>> + Send;

    /// What the message should have shown, when the press was refused because it shows what is no
    /// longer so. Only asked of controls that answer in place.
    fn settled(
        &self,
        _request: &Request<'_>,
        _error: &UserError,
    ) -> impl Future<Output = Option<Answer>> + Send {
        async { None }
    }
}

/// Where the answer of a control appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Begins {
    /// In place of the message with the control. A modal that a command opened has none, and
    /// answers as with [`Self::Quietly`].
    InPlace,
    /// As a new message for all to see.
    Openly,
    /// As a new message for the person alone.
    Quietly,
}

/// What may come of a control.
pub(crate) trait Outcome: Send {
    /// Whether it has to be the first response, before which nothing may be sent.
    const IS_FIRST: bool;

    /// As the router takes it.
    fn done(self) -> Done;
}

/// What came of a control.
pub(crate) enum Done {
    /// A message.
    Answer(Answer),
    /// A modal that opens.
    Modal(Modal),
    /// What shows itself, once it is written that it worked.
    Later(Later),
}

/// What goes on after a press, and shows by itself what becomes of it: an answer that comes word
/// by word takes longer than anybody waits for an entry of the audit log.
pub(crate) type Later = BoxFuture<'static, ()>;

impl Outcome for Later {
    const IS_FIRST: bool = false;

    fn done(self) -> Done {
        Done::Later(self)
    }
}

impl Outcome for Answer {
    const IS_FIRST: bool = false;

    fn done(self) -> Done {
        Done::Answer(self)
    }
}

impl Outcome for Modal {
    const IS_FIRST: bool = true;

    fn done(self) -> Done {
        Done::Modal(self)
    }
}

/// A control that is in the list of routes. Nothing else has a `custom_id`, so no message can
/// show a control that nobody answers.
pub(crate) trait Routed: Control {
    /// The `custom_id`: at most 100 characters, as Discord wants it.
    fn custom_id(&self) -> String {
        codec::write(self)
    }
}

/// Buttons.
pub(crate) trait Press: Routed + Control<Input = ()> {
    /// The button that does this.
    fn button(&self, label: &str, style: ButtonStyle) -> CreateButton {
        CreateButton::new(self.custom_id())
            .label(shorten(label, LABEL))
            .style(style)
    }
}

impl<C: Routed + Control<Input = ()>> Press for C {}

/// One of the values that a select offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer<T> {
    /// What is shown.
    pub(crate) label: String,
    /// What it means.
    pub(crate) value: T,
    /// Smaller, below the label; may be empty.
    pub(crate) description: String,
    /// Whether it is chosen to begin with.
    pub(crate) is_chosen: bool,
}

/// Selects of given values.
pub(crate) trait Choose<T: Field>: Routed + Control<Input = Options<T>> {
    /// The select; more than 25 offers are cut off.
    fn select(
        &self,
        placeholder: &str,
        offers: impl IntoIterator<Item = Offer<T>>,
    ) -> CreateSelectMenu {
        let options = offers.into_iter().take(OPTIONS).map(|offer| {
            let label = shorten(visible(&offer.label).trim(), OPTION);
            let option = CreateSelectMenuOption::new(label, offer.value.write());
            let option = option.default_selection(offer.is_chosen);
            match shorten(&visible(&offer.description), OPTION) {
                description if description.is_empty() => option,
                description => option.description(description),
            }
        });
        let options = options.collect();
        menu(self, placeholder, CreateSelectMenuKind::String { options })
    }
}

impl<T: Field, C: Routed + Control<Input = Options<T>>> Choose<T> for C {}

/// Selects of people.
#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "the menus of the settings will take it; its tests do"
    )
)]
pub(crate) trait ChooseUsers: Routed + Control<Input = Users> {
    /// The select.
    fn select_users(&self, placeholder: &str) -> CreateSelectMenu {
        let default_users = None;
        menu(
            self,
            placeholder,
            CreateSelectMenuKind::User { default_users },
        )
    }
}

impl<C: Routed + Control<Input = Users>> ChooseUsers for C {}

/// Selects of roles.
pub(crate) trait ChooseRoles: Routed + Control<Input = Roles> {
    /// The select, with the roles that are chosen to begin with.
    fn select_roles(&self, placeholder: &str, chosen: Vec<RoleId>) -> CreateSelectMenu {
        let default_roles = (!chosen.is_empty()).then_some(chosen);
        menu(
            self,
            placeholder,
            CreateSelectMenuKind::Role { default_roles },
        )
    }
}

impl<C: Routed + Control<Input = Roles>> ChooseRoles for C {}

/// Selects of channels.
pub(crate) trait ChooseChannels: Routed + Control<Input = Channels> {
    /// The select of text channels, with those that are chosen to begin with.
    fn select_channels(&self, placeholder: &str, chosen: Vec<ChannelId>) -> CreateSelectMenu {
        let kind = CreateSelectMenuKind::Channel {
            channel_types: Some(vec![ChannelType::Text, ChannelType::News]),
            default_channels: (!chosen.is_empty()).then_some(chosen),
        };
        menu(self, placeholder, kind)
    }
}

impl<C: Routed + Control<Input = Channels>> ChooseChannels for C {}

fn menu(control: &impl Routed, placeholder: &str, kind: CreateSelectMenuKind) -> CreateSelectMenu {
    CreateSelectMenu::new(control.custom_id(), kind)
        .placeholder(shorten(placeholder, SELECT_PLACEHOLDER))
}
