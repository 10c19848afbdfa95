//! Tokens are reserved before a model is called, and settled after it: of many calls at once none
//! goes beyond a budget.

use slimy_store::{
    Id, Tx,
    chat::usage::{self, Refusal, Reserve, Reserved},
    limits,
};

use super::{Budget, Chat, Fault, Limits, Scope, Span, access::refused, periods};
use crate::{Error, Services, chain, rights::Actor, settings::GuildSettings};

/// What a call under way has reserved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paid {
    reservation: Id,
    /// The tokens that the model is shown, by our own count.
    pub(super) prompt: i64,
}

/// What a call took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bill {
    paid: Paid,
    /// The model that was called, as the host calls it.
    model: String,
    pub(super) prompt: i64,
    pub(super) completion: i64,
    pub(super) cost_micros: i64,
}

/// The limits that hold for the actor where they are.
pub(super) fn budget(chat: &Chat, actor: &Actor, settings: &GuildSettings) -> Budget {
    let host = chat.setup.budget;
    match actor.guild_id() {
        Some(_) => host.in_guild(&settings.chat),
        None => host,
    }
}

/// Reserves what a call with `prompt` tokens and the longest answer takes, or refuses.
pub(super) async fn reserve(
    services: &Services,
    chat: &Chat,
    actor: &Actor,
    budget: Budget,
    model: &str,
    prompt: usize,
) -> Result<Paid, Error> {
    let now = services.now();
    let periods = periods(now);
    let prompt = i64::try_from(prompt).unwrap_or(i64::MAX);
    let reserve = Reserve {
        user_id: actor.user_id.clone(),
        guild_id: actor.guild_id().cloned(),
        model: model.to_owned(),
        day: periods.day,
        month: periods.month,
        tokens: prompt.saturating_add(i64::from(chat.setup.answer_tokens)),
        budget: usage::Budget {
            person: stored(budget.person),
            guild: actor.guild_id().map(|_| stored(budget.guild)),
            host: stored(budget.host),
        },
    };
    match usage::reserve(&services.db, &reserve, now).await? {
        Reserved::Granted(reservation) => Ok(Paid {
            reservation,
            prompt,
        }),
        Reserved::Refused(Refusal { scope, span, .. }) => Err(refused(Fault::BudgetSpent {
            scope: match scope {
                usage::Scope::Person => Scope::Person,
                usage::Scope::Guild => Scope::Guild,
                usage::Scope::Host => Scope::Host,
            },
            span: match span {
                usage::Span::Day => Span::Day,
                usage::Span::Month => Span::Month,
            },
        })),
    }
}

/// Gives back what was reserved for a call that was not made. What cannot be given back now is
/// settled when it is stale.
pub(super) async fn release(services: &Services, paid: Paid) {
    let released = usage::release(&services.db, &paid.reservation, services.now()).await;
    if let Err(error) = released {
        tracing::warn!(error = chain(&error), "reserved tokens were not given back");
    }
}

impl Bill {
    /// Of a call of `model`, as the host calls it, that took so many tokens.
    pub(super) fn new(chat: &Chat, paid: Paid, model: &str, prompt: i64, completion: i64) -> Self {
        // A provider may say anything of itself.
        let of_a_call = |tokens: i64| tokens.clamp(0, limits::TOKENS_PER_CALL);
        let (prompt, completion) = (of_a_call(prompt), of_a_call(completion));
        let cost = chat.setup.prices.cost(model, prompt, completion);
        Self {
            paid,
            model: model.to_owned(),
            prompt,
            completion,
            cost_micros: of_a_call(cost.unwrap_or(0)),
        }
    }

    /// Writes it into the books; once, however often it is called.
    pub(super) async fn settle(
        &self,
        tx: &mut Tx,
        at: slimy_store::Timestamp,
    ) -> Result<(), slimy_store::StoreError> {
        let spent = usage::Spent {
            model: Some(self.model.clone()),
            prompt_tokens: self.prompt,
            completion_tokens: self.completion,
            cost_micros: self.cost_micros,
        };
        usage::settle(tx, &self.paid.reservation, &spent, at).await?;
        Ok(())
    }
}

fn stored(limits: Limits) -> usage::Limits {
    usage::Limits {
        day: limits.day,
        month: limits.month,
    }
}
