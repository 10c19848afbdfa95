//! Tokens are reserved before a model is called, and settled after it: of many calls at once none
//! goes beyond a budget.

use slimy_llm::Usage;
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

impl Paid {
    /// For a call with so many tokens, of which nothing is reserved yet.
    pub(super) fn to_be(prompt: i64) -> Self {
        Self {
            reservation: Id::new(),
            prompt,
        }
    }

    /// What the provider says that the call took, `(prompt, completion)`, as far as it can be:
    /// others count otherwise than we do, and a model may think longer than it was told, but not
    /// without an end. `answer_tokens` is the longest answer that was asked for.
    pub(super) fn believed(&self, usage: Usage, answer_tokens: i64) -> (i64, i64) {
        let most_prompt = self.prompt.saturating_mul(2).saturating_add(10_000);
        let most_completion = answer_tokens.saturating_mul(2);
        let tokens = |tokens: u64| i64::try_from(tokens).unwrap_or(i64::MAX);
        let (prompt, completion) = (tokens(usage.prompt_tokens), tokens(usage.completion_tokens));
        if prompt > most_prompt || completion > most_completion {
            tracing::warn!(
                prompt,
                completion,
                most_prompt,
                most_completion,
                "a provider says that a call took more tokens than it can have"
            );
        }
        (prompt.min(most_prompt), completion.min(most_completion))
    }
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
    let paid = Paid::to_be(i64::try_from(prompt).unwrap_or(i64::MAX));
    reserve_as(services, chat, actor, budget, model, &paid).await?;
    Ok(paid)
}

/// [`reserve`] of what is written down before: broken off, it can be given back all the same.
pub(super) async fn reserve_as(
    services: &Services,
    chat: &Chat,
    actor: &Actor,
    budget: Budget,
    model: &str,
    paid: &Paid,
) -> Result<(), Error> {
    let now = services.now();
    let periods = periods(now);
    let reserve = Reserve {
        user_id: actor.user_id.clone(),
        guild_id: actor.guild_id().cloned(),
        model: model.to_owned(),
        day: periods.day,
        month: periods.month,
        tokens: paid
            .prompt
            .saturating_add(i64::from(chat.setup.answer_tokens)),
        budget: usage::Budget {
            person: stored(budget.person),
            guild: actor.guild_id().map(|_| stored(budget.guild)),
            host: stored(budget.host),
        },
    };
    let key = paid.reservation.clone();
    match usage::reserve_as(&services.db, key, &reserve, now).await? {
        Reserved::Granted(_) => Ok(()),
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
pub(super) async fn release(services: &Services, paid: &Paid) {
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
