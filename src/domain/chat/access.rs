//! Who may chat where, and who may press the buttons below an answer.

use slimy_store::chat::{self as store, Conversation, Message};

use super::{Fault, Place};
use crate::{
    Error, Services, UserError,
    rights::{self, Action, Actor, Resource, may},
    settings::{self, GuildSettings},
};

/// Refuses who may not chat here. Gives the guild's settings; those of a direct message are the
/// defaults.
pub(super) async fn check(
    services: &Services,
    actor: &Actor,
    place: &Place,
) -> Result<GuildSettings, Error> {
    if !may(actor, Action::ChatUse, Resource::of_bot()) {
        return Err(rights::refusal(actor, Action::ChatUse).into());
    }
    let settings = match actor.guild_id() {
        Some(guild_id) => settings::read(services, guild_id).await?,
        None => GuildSettings::default(),
    };
    match refusal(actor, &settings, place) {
        None => Ok(settings),
        Some(fault) => Err(refused(fault)),
    }
}

/// Whether the actor may ask here at all: chat is set up, and the guild allows it. Asked by who has
/// to do something before [`super::ask`], which asks again.
pub async fn admits(services: &Services, actor: &Actor, place: &Place) -> Result<(), Error> {
    if services.chat.is_none() {
        return Err(refused(Fault::NotSetUp));
    }
    check(services, actor, place).await?;
    Ok(())
}

/// Why the actor may not chat here, if they may not.
pub(super) fn refusal(actor: &Actor, settings: &GuildSettings, place: &Place) -> Option<Fault> {
    let membership = actor.membership.as_ref()?;
    if !settings.features.chat_bot {
        return Some(Fault::SwitchedOff);
    }
    let chat = &settings.chat;
    let is_listed = |id: &String| chat.channels.contains(id);
    let is_here = is_listed(&place.channel_id) || place.parent_id.as_ref().is_some_and(is_listed);
    if !chat.channels.is_empty() && !is_here {
        return Some(Fault::NotInThisChannel);
    }
    let holds_one = membership
        .roles
        .iter()
        .any(|role| chat.roles.contains(role));
    (!chat.roles.is_empty() && !holds_one).then_some(Fault::NotWithTheseRoles)
}

/// Whether the model may look into the club for the actor: the guild's own club, as far as they may
/// themselves. Asked before each look.
pub(super) fn may_look(actor: &Actor, settings: &GuildSettings) -> bool {
    let Some(guild_id) = actor.guild_id() else {
        return false;
    };
    let club = Resource::of_guild(guild_id, settings);
    settings.features.club_analytics && may(actor, Action::ClubRead, club)
}

/// Whether the actor may press the buttons below an answer of this conversation: whose it is, and
/// who may manage messages in the guild where it stands. What is private is its owner's alone.
pub(super) fn may_press(actor: &Actor, conversation: &Conversation) -> bool {
    let shown_in = conversation.guild_id.as_ref();
    let answer = Resource::of_person(&conversation.user_id)
        .seen_in(shown_in.filter(|_| !conversation.private));
    may(actor, Action::ChatPress, answer)
}

/// An answer and its conversation, for somebody who may press the buttons below it.
pub(super) async fn pressable(
    services: &Services,
    actor: &Actor,
    answer: &slimy_store::Id,
) -> Result<(Message, Conversation), Error> {
    let gone = || refused(Fault::Gone);
    let message = store::find_message(&services.db, answer).await?;
    let message = message.filter(|message| message.role == store::Role::Assistant);
    let message = message.ok_or_else(gone)?;
    let owner = message.user_id.as_ref().ok_or_else(gone)?;
    let found = store::find_conversation(&services.db, &message.conversation_id, owner).await?;
    let conversation = found.ok_or_else(gone)?;
    if may_press(actor, &conversation) {
        Ok((message, conversation))
    } else {
        Err(refused(Fault::NotYours))
    }
}

/// Refuses whoever is not the owner of the conversation but where it is held: they manage messages
/// in the channel where they press, and an older answer may stand in another one than that.
pub(super) fn in_its_place(
    actor: &Actor,
    conversation: &Conversation,
    pressed: &[String],
) -> Result<(), Error> {
    let is_there = conversation
        .channel_id
        .as_ref()
        .is_some_and(|channel| pressed.contains(channel));
    if conversation.user_id == actor.user_id || is_there {
        Ok(())
    } else {
        Err(refused(Fault::NotYours))
    }
}

/// The channels in which an answer stands.
pub(super) async fn stands(
    services: &Services,
    answer: &slimy_store::Id,
) -> Result<Vec<String>, Error> {
    let posts = store::posts(&services.db, answer).await?;
    let mut channels: Vec<String> = posts.into_iter().map(|post| post.channel_id).collect();
    channels.sort();
    channels.dedup();
    Ok(channels)
}

/// A refusal as an error.
pub(super) fn refused(fault: Fault) -> Error {
    UserError::from(fault).into()
}

#[cfg(test)]
mod tests {
    use slimy_store::{Id, Timestamp};

    use super::*;
    use crate::{rights::Membership, settings::ChatSettings};

    fn actor(roles: &[&str], manage_messages: bool) -> Actor {
        Actor {
            user_id: Id::from("u1"),
            membership: Some(Membership {
                guild_id: Id::from("g1"),
                roles: roles.iter().map(ToString::to_string).collect(),
                is_owner: false,
                manage_guild: false,
                manage_messages,
            }),
            is_host: false,
            request_id: "1".to_owned(),
        }
    }

    fn place(channel: &str, parent: Option<&str>) -> Place {
        Place {
            channel_id: channel.to_owned(),
            parent_id: parent.map(str::to_owned),
        }
    }

    fn settings(channels: &[&str], roles: &[&str]) -> GuildSettings {
        let all = |ids: &[&str]| ids.iter().map(ToString::to_string).collect();
        GuildSettings {
            chat: ChatSettings {
                channels: all(channels),
                roles: all(roles),
                ..ChatSettings::default()
            },
            ..GuildSettings::default()
        }
    }

    #[test]
    fn a_guild_allows_channels_with_their_threads_and_roles() {
        let none = settings(&[], &[]);
        assert_eq!(refusal(&actor(&[], false), &none, &place("5", None)), None);
        let some = settings(&["5"], &["7"]);
        let holder = actor(&["7"], false);
        assert_eq!(refusal(&holder, &some, &place("5", None)), None);
        assert_eq!(refusal(&holder, &some, &place("6", Some("5"))), None);
        let elsewhere = refusal(&holder, &some, &place("6", Some("8")));
        assert_eq!(elsewhere, Some(Fault::NotInThisChannel));
        let other = refusal(&actor(&["8"], true), &some, &place("5", None));
        assert_eq!(other, Some(Fault::NotWithTheseRoles));
    }

    #[test]
    fn what_is_switched_off_answers_nobody_and_direct_messages_are_no_guilds() {
        let mut off = settings(&["5"], &["7"]);
        off.features.chat_bot = false;
        let here = place("5", None);
        assert_eq!(
            refusal(&actor(&["7"], true), &off, &here),
            Some(Fault::SwitchedOff)
        );
        let direct = Actor {
            membership: None,
            ..actor(&[], false)
        };
        assert_eq!(refusal(&direct, &off, &here), None);
    }

    #[test]
    fn nobody_looks_into_a_club_from_outside() {
        let on = settings(&[], &[]);
        assert!(may_look(&actor(&[], false), &on));
        let direct = Actor {
            membership: None,
            ..actor(&[], false)
        };
        assert!(!may_look(&direct, &on));
        let mut off = settings(&[], &[]);
        off.features.club_analytics = false;
        assert!(!may_look(&actor(&[], false), &off));
    }

    #[test]
    fn buttons_are_for_whose_it_is_and_for_who_manages_messages_in_that_guild() {
        let at = Timestamp::from_micros(0).unwrap();
        let conversation = |owner: &str, guild: &str, private: bool| Conversation {
            id: Id::from("c1"),
            user_id: Id::from(owner),
            guild_id: Some(Id::from(guild)),
            channel_id: Some("5".to_owned()),
            title: None,
            private,
            last_position: 2,
            closed_at: None,
            deleted_at: None,
            created_at: at,
            updated_at: at,
        };
        let (member, manager) = (actor(&[], false), actor(&[], true));
        assert!(may_press(&member, &conversation("u1", "g2", true)));
        assert!(!may_press(&member, &conversation("u2", "g1", false)));
        assert!(may_press(&manager, &conversation("u2", "g1", false)));
        assert!(!may_press(&manager, &conversation("u2", "g1", true)));
        assert!(!may_press(&manager, &conversation("u2", "g2", false)));
    }
}
