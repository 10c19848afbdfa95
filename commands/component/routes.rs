//! The list of all controls.

use poise::BoxFuture;
use slimy_domain::UserError;

use super::{Begins, Control, Done, Given, Input, Outcome, Routed, codec};
use crate::{
    Error, answer::Answer, audit, chat, check::Request, club, club_admin, conversations,
    guild_data, help, privacy, settings,
};

/// Lists the controls. What is listed has a `custom_id`, and is answered.
macro_rules! routes {
    ($($(#[$when:meta])* $control:ty,)+) => {
        $($(#[$when])* impl Routed for $control {})+

        pub(super) static ROUTES: &[Route] = &[$($(#[$when])* Route::of::<$control>()),+];
    };
}

routes! {
    audit::Newer,
    audit::Older,
    club::Save,
    club::SaveOne,
    club::Approve,
    club::Discard,
    club::Turn,
    club::Switch,
    club::Who,
    club::Fix,
    club::Submit,
    club::Page,
    club::Newer,
    club::Older,
    club::Rename,
    club::Confirm,
    club::Keep,
    club::LeaderboardPage,
    club::MoversPage,
    club::MemberWeeks,
    club::ConfirmLink,
    club::Unlink,
    club_admin::AliasesTurn,
    club_admin::CorrectionsNewer,
    club_admin::CorrectionsOlder,
    club_admin::ImportConfirm,
    club_admin::ImportCancel,
    club_admin::ImportApprove,
    club_admin::ImportUndo,
    club_admin::MembersMerge,
    club_admin::MembersKeep,
    club_admin::RollbackConfirm,
    club_admin::RollbackKeep,
    club_admin::RollbackUndo,
    conversations::NewerConversations,
    conversations::OlderConversations,
    conversations::AllConversations,
    conversations::PickConversation,
    conversations::ShowConversation,
    conversations::NewerMessages,
    conversations::OlderMessages,
    conversations::AskTitle,
    conversations::SubmitTitle,
    conversations::NewerHits,
    conversations::OlderHits,
    conversations::BeginExport,
    conversations::NextPart,
    conversations::AskDelete,
    conversations::ConfirmDelete,
    conversations::KeepConversation,
    conversations::Continue,
    help::PickTopic,
    settings::ChooseTopic,
    settings::ChooseSetting,
    settings::Switch,
    settings::Choose,
    settings::PickChannels,
    settings::PickRoles,
    settings::Reset,
    settings::Edit,
    settings::Fill,
    settings::PickTextChannel,
    settings::FillText,
    settings::UseMine,
    settings::Keep,
    settings::HistoryPage,
    settings::TakeBack,
    settings::Apply,
    settings::CancelImport,
    chat::Stop,
    chat::Again,
    chat::New,
    chat::Alternative,
    privacy::AskWord,
    privacy::Submit,
    privacy::Keep,
    guild_data::AskName,
    guild_data::Submit,
    chat::StopUnkept,
    privacy::About,
    privacy::Decide,
    privacy::Forget,
    #[cfg(test)] crate::frame::Turn,
    #[cfg(test)] crate::frame::Pick,
    #[cfg(test)] crate::frame::PickUsers,
    #[cfg(test)] crate::frame::PickRoles,
    #[cfg(test)] crate::frame::PickChannels,
    #[cfg(test)] crate::frame::Ask,
    #[cfg(test)] crate::frame::Tell,
    #[cfg(test)] crate::frame::Refuse,
    #[cfg(test)] crate::frame::Openly,
}

/// A kind of control, without its type.
pub(super) struct Route {
    pub(super) name: &'static str,
    pub(super) audited_as: &'static str,
    pub(super) is_audited: bool,
    /// Where the answer appears; none for what opens a modal.
    pub(super) begins: Option<Begins>,
    pub(super) perform: Perform,
    pub(super) settled: Settled,
    #[cfg(test)]
    survives: fn(),
}

type Perform = for<'a> fn(&'a str, Given, &'a Request<'a>) -> BoxFuture<'a, Result<Done, Error>>;
type Settled = for<'a> fn(&'a str, &'a Request<'a>, &'a UserError) -> BoxFuture<'a, Option<Answer>>;

impl Route {
    const fn of<C: Routed>() -> Self {
        Self {
            name: C::NAME,
            audited_as: C::AUDITED_AS,
            is_audited: C::IS_AUDITED,
            begins: if <C::Outcome as Outcome>::IS_FIRST {
                None
            } else {
                Some(C::BEGINS)
            },
            perform: perform::<C>,
            settled: settled::<C>,
            #[cfg(test)]
            survives: tests::survives::<C>,
        }
    }
}

fn perform<'a, C: Control>(
    custom_id: &'a str,
    given: Given,
    request: &'a Request<'a>,
) -> BoxFuture<'a, Result<Done, Error>> {
    Box::pin(async move {
        let control: C = codec::read(custom_id).ok_or(UserError::StaleButton)?;
        let input = C::Input::of(given).ok_or(UserError::StaleButton)?;
        control.perform(request, input).await.map(Outcome::done)
    })
}

fn settled<'a, C: Control>(
    custom_id: &'a str,
    request: &'a Request<'a>,
    error: &'a UserError,
) -> BoxFuture<'a, Option<Answer>> {
    Box::pin(async move {
        let control: C = codec::read(custom_id)?;
        control.settled(request, error).await
    })
}

/// The kind of control that a `custom_id` names.
pub(super) fn find(custom_id: &str) -> Option<&'static Route> {
    let name = codec::name(custom_id);
    ROUTES.iter().find(|route| route.name == name)
}

/// The names of all controls.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    ROUTES.iter().map(|route| route.name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::{prelude::*, test_runner::TestRunner};

    use super::{super::MAX_CUSTOM_ID, *};

    /// Any control of a kind comes back from its `custom_id`, which Discord takes.
    pub(super) fn survives<C: Routed>() {
        let mut runner = TestRunner::deterministic();
        // A `custom_id` is its control, so what is written again says whether they are equal.
        let survived = runner.run(&C::any().prop_map(|any| any.custom_id()), |custom_id| {
            prop_assert!(
                custom_id.encode_utf16().count() <= MAX_CUSTOM_ID,
                "too long: {custom_id}"
            );
            prop_assert!(find(&custom_id).is_some_and(|route| route.name == C::NAME));
            let read = codec::read::<C>(&custom_id);
            prop_assert_eq!(read.map(|control| control.custom_id()), Some(custom_id));
            Ok(())
        });
        survived.unwrap_or_else(|error| panic!("{}: {error}", C::NAME));
    }

    #[test]
    fn every_control_survives_its_custom_id() {
        for route in ROUTES {
            (route.survives)();
        }
    }

    #[test]
    fn no_two_controls_have_one_name() {
        let all: BTreeSet<_> = names().collect();
        assert_eq!(all.len(), ROUTES.len());
        assert!(names().all(|name| !name.contains([':', '%'])));
    }

    #[test]
    fn the_buttons_of_the_first_release_still_say_the_same() {
        let id = "cmwrt8afl00067d2zeeb71pqc";
        let place = format!("1795500000000000.{id}");
        let save = codec::read(&format!("club.save:{id}"));
        assert_eq!(save, Some(club::Save { id: id.into() }));
        let discard = codec::read(&format!("club.discard:{id}"));
        assert_eq!(discard, Some(club::Discard { id: id.into() }));
        let page = codec::read(&format!("club.page:{id}:2"));
        assert_eq!(
            page,
            Some(club::Page {
                id: id.into(),
                page: 2
            })
        );
        let newer: club::Newer = codec::read(&format!("club.list.newer:{place}")).unwrap();
        assert_eq!(newer.place.as_str(), place);
        let older: club::Older = codec::read(&format!("club.list.older:{place}")).unwrap();
        assert_eq!(older.place.as_str(), place);
    }

    #[test]
    fn foreign_custom_ids_are_nobodys() {
        for custom_id in ["", "other:1", "clubsave", ":", "%:"] {
            assert!(find(custom_id).is_none(), "{custom_id}");
        }
        for custom_id in [
            "club.page:x",
            "club.page:x:y",
            "club.page:x:1:2",
            "club.page",
        ] {
            assert_eq!(codec::read::<club::Page>(custom_id), None, "{custom_id}");
        }
    }
}
