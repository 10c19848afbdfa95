//! From a pressed button, a choice or a filled modal to its control, and back to the person.

use std::time::Duration;

use poise::serenity_prelude::{
    ComponentInteraction, Context as Gateway, Message, MessageFlags, ModalInteraction,
};
use slimy_domain::{UserError, audit, chain, rates::TooFast, rights::Actor};

use super::{
    Begins, Done, Filled, Given,
    routes::{Route, find},
};
use crate::{
    Data, Error,
    answer::Answer,
    check::{Asker, Locales, Request, Spoken, Written, parent},
    error::Refusal,
    rates,
    reply::{Responder, Visibility},
    rights,
};

/// What opens a modal gets this long to say which.
const BEFORE_MODAL: Duration = Duration::from_millis(1_500);
/// The same with finding out who it is: Discord waits 3 s for the first response.
const FIRST_RESPONSE: Duration = Duration::from_secs(2);

/// Answers a pressed button or a choice in a select.
pub async fn pressed(gateway: &Gateway, pressed: &ComponentInteraction, data: &Data) {
    let arrived = Arrived {
        data,
        custom_id: &pressed.data.custom_id,
        message_id: Some(pressed.message.id.to_string()),
        channel_id: pressed.channel_id.to_string(),
        parent_id: parent(pressed.channel.as_ref()),
        locales: Locales {
            own: &pressed.locale,
            guild: pressed.guild_locale.as_deref(),
        },
        below: visibility(Some(&pressed.message)),
        asker: Asker {
            user: &pressed.user,
            guild_id: pressed.guild_id,
            member: pressed.member.as_ref().map(Into::into),
        },
        responder: Responder {
            ctx: gateway,
            id: pressed.id,
            token: &pressed.token,
        },
    };
    arrived
        .route(Given::Component(pressed.data.kind.clone()))
        .await;
}

/// Answers a filled modal.
pub async fn submitted(gateway: &Gateway, submitted: &ModalInteraction, data: &Data) {
    let arrived = Arrived {
        data,
        custom_id: &submitted.data.custom_id,
        message_id: submitted
            .message
            .as_ref()
            .map(|message| message.id.to_string()),
        channel_id: submitted.channel_id.to_string(),
        parent_id: parent(submitted.channel.as_ref()),
        locales: Locales {
            own: &submitted.locale,
            guild: submitted.guild_locale.as_deref(),
        },
        below: visibility(submitted.message.as_deref()),
        asker: Asker {
            user: &submitted.user,
            guild_id: submitted.guild_id,
            member: submitted.member.as_ref().map(Into::into),
        },
        responder: Responder {
            ctx: gateway,
            id: submitted.id,
            token: &submitted.token,
        },
    };
    let filled = Filled::new(&submitted.data.components);
    arrived.route(Given::Form(filled)).await;
}

/// An interaction with a control.
struct Arrived<'a> {
    data: &'a Data,
    custom_id: &'a str,
    /// Of the message with the control; none of a modal that a command opened.
    message_id: Option<String>,
    channel_id: String,
    parent_id: Option<String>,
    locales: Locales<'a>,
    /// Who sees the message with the control.
    below: Visibility,
    asker: Asker<'a>,
    responder: Responder<'a>,
}

/// Who sees a message; a modal that a command opened is its person's alone.
fn visibility(message: Option<&Message>) -> Visibility {
    let is_public = message.is_some_and(|message| {
        let flags = message.flags.unwrap_or_default();
        !flags.contains(MessageFlags::EPHEMERAL)
    });
    if is_public {
        Visibility::Public
    } else {
        Visibility::Private
    }
}

impl Arrived<'_> {
    async fn route(&self, given: Given) {
        let route = find(self.custom_id);
        let who = (self.asker.user.id, self.asker.guild_id);
        let name = route.map_or("", |route| route.name);
        if let Err(fast) = rates::pass(&self.data.services, who, name) {
            return self.turn_away(fast).await;
        }
        match route.map_or(Some(Begins::InPlace), |route| route.begins) {
            Some(begins) => self.answer(begins, route, given).await,
            None => self.open(route, given).await,
        }
    }

    /// Tells somebody who presses too often how long to wait, and does nothing else.
    async fn turn_away(&self, fast: TooFast) {
        let Some(_turn) = rates::turn().await else {
            return;
        };
        let sentence = fast.say(self.locales.own());
        if let Err(error) = self.responder.refuse_at_once(&sentence).await {
            self.warn("a person could not be told", &error);
        }
    }

    /// Says that an answer will come, and lets it come.
    async fn answer(&self, begins: Begins, route: Option<&Route>, given: Given) {
        let begins = match begins {
            Begins::InPlace if self.message_id.is_none() => Begins::Quietly,
            other => other,
        };
        let to = match begins {
            Begins::InPlace => None,
            Begins::Openly => Some(Visibility::Public),
            Begins::Quietly => Some(Visibility::Private),
        };
        let deferred = match to {
            None => self.responder.acknowledge().await,
            Some(to) => self.responder.defer(to).await,
        };
        // Whether or not that arrived, what was pressed is done, and the answer may arrive.
        if let Err(error) = &deferred {
            self.warn("a press was not acknowledged", error);
        }
        let mut has_begun = deferred.is_ok();
        let error = match self.perform(route, given).await {
            Ok(Done::Answer(answer)) => {
                let written = Written::new(answer, self.responder);
                return if has_begun {
                    written.show().await;
                } else {
                    written.show_undeferred(to).await;
                };
            }
            Ok(Done::Later(later)) => return later.await,
            Ok(Done::Modal(_)) => Error::Unlisted(self.custom_id.to_owned()),
            Err(Failed { error, settled }) => {
                if let (Begins::InPlace, Some(settled)) = (begins, settled) {
                    has_begun |= self.settle(settled, has_begun).await;
                }
                error
            }
        };
        let sentence = error.sentence(self.responder.id.get(), self.locales.own());
        if !has_begun && self.responder.refuse_at_once(&sentence).await.is_ok() {
            return;
        }
        let told = match to {
            None => self.responder.whisper(&sentence).await,
            Some(_) => self.responder.refuse_deferred(&sentence).await,
        };
        if let Err(error) = told {
            self.warn("a person could not be told", &error);
        }
    }

    /// Brings the message up to date that a refused control is below; tells whether that worked.
    async fn settle(&self, settled: Answer, has_begun: bool) -> bool {
        if !has_begun && self.responder.update(settled.clone()).await.is_ok() {
            return true;
        }
        let edited = self.responder.edit(settled).await;
        if let Err(error) = &edited {
            self.warn("a message was not brought up to date", error);
        }
        edited.is_ok()
    }

    /// Opens a modal, which has to be the first response.
    async fn open(&self, route: Option<&Route>, given: Given) {
        let mut request = None;
        let work = async {
            let request = request.insert(self.request(route).await?);
            self.attempt(route, given, request).await
        };
        let done = tokio::time::timeout(FIRST_RESPONSE, work).await;
        let failed = match (done.unwrap_or(Err(Error::Late)), &request) {
            (Ok(Done::Modal(modal)), Some(request)) => {
                // No clock runs here: an entry that is on its way cannot be taken back.
                self.write(route, &request.actor, None).await;
                match self.responder.open(modal).await {
                    Ok(()) => return,
                    Err(error) => (Error::from(error), false),
                }
            }
            (Ok(_), _) => (Error::Unlisted(self.custom_id.to_owned()), true),
            (Err(error), _) => (error, true),
        };
        let (error, is_unwritten) = failed;
        let sentence = error.sentence(self.responder.id.get(), self.locales.own());
        if let Err(error) = self.responder.refuse_at_once(&sentence).await {
            self.warn("a person could not be told", &error);
        }
        if is_unwritten {
            // The first answer has only 3 s, so this comes after it.
            self.write_refusal(route, request, error.kind()).await;
        }
    }

    /// Writes that a press failed whose person may not have been found out in time.
    async fn write_refusal(&self, route: Option<&Route>, request: Option<Request<'_>>, kind: &str) {
        let request = match request {
            Some(request) => Ok(request),
            None => self.request(route).await,
        };
        match request {
            Ok(request) => self.write(route, &request.actor, Some(kind)).await,
            Err(error) => self.log_unwritten(&error),
        }
    }

    async fn perform(&self, route: Option<&Route>, given: Given) -> Result<Done, Failed> {
        let request = self.request(route).await?;
        let done = self.attempt(route, given, &request).await;
        let failure = done.as_ref().err().map(Error::kind);
        self.write(route, &request.actor, failure).await;
        match done {
            Ok(done) => Ok(done),
            Err(error) => {
                let settled = match (route, error.user()) {
                    (Some(route), Some(user)) => {
                        (route.settled)(self.custom_id, &request, user).await
                    }
                    _ => None,
                };
                Err(Failed { error, settled })
            }
        }
    }

    /// Finds out who it is.
    async fn request(&self, route: Option<&Route>) -> Result<Request<'_>, Error> {
        let services = &self.data.services;
        let request_id = self.responder.id.get();
        let actor = self.asker.arrive(self.responder.ctx, services, request_id);
        let actor = actor.await?;
        let tongues = &self.data.tongues;
        tongues.seen(self.asker.user.id, self.locales.own);
        // A modal is its person's alone, wherever its answer will be.
        let to = match route.map(|route| route.begins) {
            Some(Some(Begins::Openly)) => Visibility::Public,
            Some(Some(Begins::Quietly) | None) => Visibility::Private,
            Some(Some(Begins::InPlace)) | None => self.below,
        };
        let spoken = Spoken::find(services, &actor, self.locales, to).await?;
        let request = Request::new(
            actor,
            services,
            audited_as(route).to_owned(),
            spoken,
            self.channel_id.clone(),
            self.responder,
        );
        let request = request.below(self.message_id.clone());
        Ok(request.within(self.parent_id.clone()))
    }

    async fn attempt(
        &self,
        route: Option<&Route>,
        given: Given,
        request: &Request<'_>,
    ) -> Result<Done, Error> {
        match route {
            Some(route) => self.permitted(route, given, request).await,
            None => Err(UserError::StaleButton.into()),
        }
    }

    /// Writes what became of a press, when that is to be known: every failure is.
    async fn write(&self, route: Option<&Route>, actor: &Actor, failure: Option<&str>) {
        if failure.is_none() && !route.is_some_and(|route| route.is_audited) {
            return;
        }
        let services = self.data.services.as_ref();
        let written = audit::command(services, actor, audited_as(route), failure).await;
        if let Err(error) = written {
            // What was done or refused stands, and the person is told of it all the same.
            self.log_unwritten(&error);
        }
    }

    fn log_unwritten(&self, error: &(dyn std::error::Error + 'static)) {
        let request_id = self.responder.id.get();
        let error = chain(error);
        tracing::error!(request_id, error, "a press was not audited");
    }

    async fn permitted(
        &self,
        route: &Route,
        given: Given,
        request: &Request<'_>,
    ) -> Result<Done, Error> {
        rights::guard(request.services, &request.actor, route.name).await?;
        let performed = (route.perform)(self.custom_id, given, request);
        if route.begins.is_some() {
            return performed.await;
        }
        let performed = tokio::time::timeout(BEFORE_MODAL, performed).await;
        performed.map_err(|_| Error::Late)?
    }

    fn warn(&self, what: &str, error: &poise::serenity_prelude::Error) {
        let error = Refusal::from(error);
        tracing::warn!(request_id = self.responder.id.get(), %error, "{what}");
    }
}

fn audited_as(route: Option<&Route>) -> &'static str {
    route.map_or("unknown button", |route| route.audited_as)
}

/// Why a control failed, and what its message should have shown.
struct Failed {
    error: Error,
    settled: Option<Answer>,
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self {
            error,
            settled: None,
        }
    }
}
