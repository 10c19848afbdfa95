//! From a pressed button, a choice or a filled modal to its control, and back to the person.

use std::time::Duration;

use poise::serenity_prelude::{ComponentInteraction, Context as Gateway, ModalInteraction};
use slimy_domain::{UserError, audit, chain};

use super::{
    Begins, Done, Filled, Given,
    routes::{Route, find},
};
use crate::{
    Data, Error,
    answer::Answer,
    check::{Asker, Request},
    error::Refusal,
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
        is_below_message: true,
        channel_id: pressed.channel_id.to_string(),
        asker: Asker {
            user: &pressed.user,
            guild_id: pressed.guild_id,
            member: pressed.member.as_ref(),
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
        is_below_message: submitted.message.is_some(),
        channel_id: submitted.channel_id.to_string(),
        asker: Asker {
            user: &submitted.user,
            guild_id: submitted.guild_id,
            member: submitted.member.as_ref(),
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
    is_below_message: bool,
    channel_id: String,
    asker: Asker<'a>,
    responder: Responder<'a>,
}

impl Arrived<'_> {
    async fn route(&self, given: Given) {
        let route = find(self.custom_id);
        match route.map_or(Some(Begins::InPlace), |route| route.begins) {
            Some(begins) => self.answer(begins, route, given).await,
            None => self.open(route, given).await,
        }
    }

    /// Says that an answer will come, and lets it come.
    async fn answer(&self, begins: Begins, route: Option<&Route>, given: Given) {
        let begins = match begins {
            Begins::InPlace if !self.is_below_message => Begins::Quietly,
            other => other,
        };
        let deferred = match begins {
            Begins::InPlace => self.responder.acknowledge().await,
            Begins::Openly => self.responder.defer(Visibility::Public).await,
            Begins::Quietly => self.responder.defer(Visibility::Private).await,
        };
        if let Err(error) = deferred {
            return self.warn("a press was not acknowledged", &error);
        }
        let shown = match self.perform(route, given).await {
            Ok(Done::Answer(answer)) => self.responder.edit(answer).await.map_err(Error::from),
            Ok(Done::Modal(_)) => Err(Error::Unlisted(self.custom_id.to_owned())),
            Err(Failed { error, settled }) => {
                if let (Begins::InPlace, Some(settled)) = (begins, settled)
                    && let Err(error) = self.responder.edit(settled).await
                {
                    self.warn("a message was not brought up to date", &error);
                }
                Err(error)
            }
        };
        if let Err(error) = shown {
            let sentence = error.sentence(self.responder.id.get());
            let told = match begins {
                Begins::InPlace => self.responder.whisper(&sentence).await,
                Begins::Openly | Begins::Quietly => self.responder.refuse_deferred(&sentence).await,
            };
            if let Err(error) = told {
                self.warn("a person could not be told", &error);
            }
        }
    }

    /// Opens a modal, which has to be the first response.
    async fn open(&self, route: Option<&Route>, given: Given) {
        let performed = tokio::time::timeout(FIRST_RESPONSE, self.perform(route, given)).await;
        let opened = match performed {
            Ok(Ok(Done::Modal(modal))) => self.responder.open(modal).await.map_err(Error::from),
            Ok(Ok(Done::Answer(_))) => Err(Error::Unlisted(self.custom_id.to_owned())),
            Ok(Err(Failed { error, .. })) => Err(error),
            Err(_) => Err(Error::Late),
        };
        if let Err(error) = opened {
            let sentence = error.sentence(self.responder.id.get());
            if let Err(error) = self.responder.refuse_at_once(&sentence).await {
                self.warn("a person could not be told", &error);
            }
        }
    }

    async fn perform(&self, route: Option<&Route>, given: Given) -> Result<Done, Failed> {
        let services = self.data.services.as_ref();
        let request_id = self.responder.id.get();
        let actor = self.asker.arrive(self.responder.ctx, services, request_id);
        let name = route.map_or("unknown button", |route| route.audited_as);
        let request = Request::new(
            actor.await?,
            services,
            name.to_owned(),
            self.channel_id.clone(),
            self.responder,
        );
        let done = match route {
            Some(route) => self.permitted(route, given, &request).await,
            None => Err(UserError::StaleButton.into()),
        };
        if done.is_err() || route.is_some_and(|route| route.is_audited) {
            let failure = done.as_ref().err().map(Error::kind);
            let written = audit::command(services, &request.actor, name, failure).await;
            if let Err(error) = written {
                // What was done or refused stands, and the person is told of it all the same.
                let error = chain(&error);
                tracing::error!(request_id, error, "a press was not audited");
            }
        }
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
