//! Buttons: a typed action in each `custom_id`, and the one router for all of them.
//!
//! The action says all that is needed, so a button still works after the bot was started anew.

use poise::serenity_prelude::{ComponentInteraction, Context as Gateway};
use slimy_domain::{Id, UserError, audit, chain, rights::Actor};

use crate::{
    Data, Error,
    check::Asker,
    club,
    error::Refusal,
    reply::{Answer, Responder},
};

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Saves the draft with this id.
    Save(Id),
    /// Discards the draft with this id.
    Discard(Id),
    /// Shows the given page (from 0) of the draft or analysis with this id.
    Page(Id, usize),
    /// Shows the analyses before or after this place in the list.
    List(Turn, String),
}

/// Which way a list is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Towards the newest.
    Newer,
    /// Towards the oldest.
    Older,
}

impl Action {
    /// The `custom_id`: at most 100 characters, as Discord wants it.
    pub fn to_custom_id(&self) -> String {
        match self {
            Self::Save(id) => format!("club.save:{id}"),
            Self::Discard(id) => format!("club.discard:{id}"),
            Self::Page(id, page) => format!("club.page:{id}:{page}"),
            Self::List(Turn::Newer, place) => format!("club.list.newer:{place}"),
            Self::List(Turn::Older, place) => format!("club.list.older:{place}"),
        }
    }

    /// What a `custom_id` says, if it is one of ours.
    pub fn parse(custom_id: &str) -> Option<Self> {
        let (name, rest) = custom_id.split_once(':')?;
        Some(match name {
            "club.save" => Self::Save(rest.into()),
            "club.discard" => Self::Discard(rest.into()),
            "club.page" => {
                let (id, page) = rest.split_once(':')?;
                Self::Page(id.into(), page.parse().ok()?)
            }
            "club.list.newer" => Self::List(Turn::Newer, rest.to_owned()),
            "club.list.older" => Self::List(Turn::Older, rest.to_owned()),
            _ => return None,
        })
    }

    /// Whether it is written that the button worked. Turning pages changes nothing, and is only
    /// written when it fails.
    fn is_audited(&self) -> bool {
        matches!(self, Self::Save(_) | Self::Discard(_))
    }

    /// The name in the audit log.
    fn name(&self) -> &'static str {
        match self {
            Self::Save(_) => "club save",
            Self::Discard(_) => "club discard",
            Self::Page(..) => "club page",
            Self::List(..) => "club list",
        }
    }
}

/// Answers a pressed button: the message changes, or only the presser is told why not.
pub async fn route(gateway: &Gateway, pressed: &ComponentInteraction, data: &Data) {
    let responder = Responder {
        ctx: gateway,
        id: pressed.id,
        token: &pressed.token,
    };
    if let Err(error) = responder.acknowledge().await {
        tracing::warn!(request_id = pressed.id.get(), error = %Refusal::from(&error), "a press was not acknowledged");
        return;
    }
    let action = Action::parse(&pressed.data.custom_id);
    if let Err(error) = press(gateway, pressed, data, responder, action.as_ref()).await {
        let sentence = error.sentence(pressed.id.get());
        if let Err(error) = responder.whisper(&sentence).await {
            tracing::warn!(request_id = pressed.id.get(), error = %Refusal::from(&error), "a person could not be told");
        }
    }
}

async fn press(
    gateway: &Gateway,
    pressed: &ComponentInteraction,
    data: &Data,
    responder: Responder<'_>,
    action: Option<&Action>,
) -> Result<(), Error> {
    let asker = Asker {
        user: &pressed.user,
        guild_id: pressed.guild_id,
        member: pressed.member.as_ref(),
    };
    let actor = asker
        .arrive(gateway, &data.services, pressed.id.get())
        .await?;
    let done = match action {
        Some(action) => perform(data, &actor, action).await,
        None => Err(UserError::StaleButton.into()),
    };
    let name = action.map_or("unknown button", Action::name);
    let is_audited = done.is_err() || action.is_some_and(Action::is_audited);
    if is_audited {
        let failure = done.as_ref().err().map(Error::kind);
        let written = audit::command(&data.services, &actor, name, failure).await;
        if let Err(error) = written {
            // What was done or refused stands, and the person is told of it all the same.
            let error = chain(&error);
            tracing::error!(
                request_id = pressed.id.get(),
                error,
                "a press was not audited"
            );
        }
    }
    if let (Err(error), Some(action)) = (&done, action)
        && let Some(answer) = settled(data, &actor, action, error).await
    {
        responder.edit(answer).await?;
    }
    responder.edit(done?).await?;
    Ok(())
}

/// What the message under the button should have shown: a press that came too late is a sign
/// that it still shows a draft.
async fn settled(data: &Data, actor: &Actor, action: &Action, error: &Error) -> Option<Answer> {
    let (Action::Save(id) | Action::Discard(id) | Action::Page(id, _)) = action else {
        return None;
    };
    match error.user()? {
        UserError::AlreadySaved => club::page(&data.services, actor, id, 0).await.ok(),
        UserError::AlreadyDiscarded | UserError::DraftExpired => Some(club::gone()),
        _ => None,
    }
}

async fn perform(data: &Data, actor: &Actor, action: &Action) -> Result<Answer, Error> {
    let services = &data.services;
    match action {
        Action::Save(id) => club::save(services, actor, id).await,
        Action::Discard(id) => club::discard(services, actor, id).await,
        Action::Page(id, page) => club::page(services, actor, id, *page).await,
        Action::List(turn, place) => club::turn(services, actor, *turn, place).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_survives_its_custom_id() {
        let place = "c".repeat(60);
        let id = Id::from("c".repeat(25));
        for action in [
            Action::Save(id.clone()),
            Action::Discard(id.clone()),
            Action::Page(id, 999),
            Action::List(Turn::Newer, place.clone()),
            Action::List(Turn::Older, place),
        ] {
            let custom_id = action.to_custom_id();
            assert!(custom_id.len() <= 100, "{custom_id}");
            assert_eq!(Action::parse(&custom_id), Some(action));
        }
    }

    #[test]
    fn foreign_custom_ids_are_nobodys() {
        for custom_id in ["", "club.save", "club.page:x", "club.page:x:y", "other:1"] {
            assert_eq!(Action::parse(custom_id), None, "{custom_id}");
        }
    }
}
