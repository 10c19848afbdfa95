//! What was used and what is left, and what holds where somebody asks.

use std::time::Duration;

use slimy_store::chat::usage::{self as store, ModelUsage, Used};

use super::{Budget, Fault, Limits, Place, access, pay, periods, persona, setup::chat, tools};
use crate::{
    Error, Services,
    rights::{Action, Actor, Resource, may},
    settings::{self, GuildSettings},
};

/// What was used, and what may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageView {
    /// By the person, wherever they asked.
    pub person: Spans,
    /// By everybody in the guild where they are.
    pub guild: Option<Spans>,
    /// By everybody; only hosts see that.
    pub host: Option<HostUsage>,
}

/// Of today and of this month, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spans {
    /// Today.
    pub day: Allowance,
    /// This month.
    pub month: Allowance,
}

/// Tokens that were used, and how many may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Used, what is under way included.
    pub used: i64,
    /// The limit; none where there is none.
    pub limit: Option<i64>,
}

/// What a host sees beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostUsage {
    /// Of everybody.
    pub spans: Spans,
    /// What today has cost, in millionths of a US dollar; models without a price count nothing.
    pub cost_micros_day: i64,
    /// What this month has cost.
    pub cost_micros_month: i64,
    /// This month by model.
    pub models: Vec<ModelUsage>,
}

impl Allowance {
    /// How many are left, never below 0; none where there is no limit.
    pub fn left(&self) -> Option<i64> {
        Some(self.limit?.saturating_sub(self.used).max(0))
    }
}

/// What the actor has used, their guild, and, for hosts, everybody.
pub async fn usage(services: &Services, actor: &Actor) -> Result<UsageView, Error> {
    let chat = chat(services)?;
    let db = &services.db;
    let budget = pay::budget(chat, actor, &settings_of(services, actor).await?);
    let now = periods(services.now());
    let of_user = [
        store::of_user(db, &actor.user_id, &now.day).await?,
        store::of_user(db, &actor.user_id, &now.month).await?,
    ];
    let guild = match actor.guild_id() {
        Some(guild_id) => {
            let day = store::of_guild(db, guild_id, &now.day).await?;
            let month = store::of_guild(db, guild_id, &now.month).await?;
            Some(spans(budget.guild, [day, month]))
        }
        None => None,
    };
    let host = if may(actor, Action::HostStatus, Resource::of_bot()) {
        let day = store::of_host(db, &now.day).await?;
        let month = store::of_host(db, &now.month).await?;
        Some(HostUsage {
            spans: spans(budget.host, [day, month]),
            cost_micros_day: day.cost_micros,
            cost_micros_month: month.cost_micros,
            models: store::by_model(db, &now.month).await?,
        })
    } else {
        None
    };
    Ok(UsageView {
        person: spans(budget.person, of_user),
        guild,
        host,
    })
}

fn spans(limits: Limits, [day, month]: [Used; 2]) -> Spans {
    Spans {
        day: Allowance {
            used: day.used,
            limit: limits.day,
        },
        month: Allowance {
            used: month.used,
            limit: limits.month,
        },
    }
}

/// What holds where somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// The model, as the host calls it.
    pub model: String,
    /// Whether it takes images.
    pub sees: bool,
    /// The model that is asked when that one cannot answer.
    pub second: Option<String>,
    /// Who the bot is here.
    pub persona: String,
    /// Where that is from.
    pub persona_of: PersonaOf,
    /// The most tokens that the model is shown.
    pub context_tokens: usize,
    /// The most tokens of an answer.
    pub answer_tokens: u32,
    /// How soon one may ask again.
    pub cooldown: Duration,
    /// The limits.
    pub budget: Budget,
    /// What the model may look into here.
    pub tools: Vec<&'static str>,
    /// The channels in which people may chat, by Discord's ids; empty for all.
    pub channels: Vec<String>,
    /// The roles whose holders may; empty for everybody.
    pub roles: Vec<String>,
    /// Why the actor may not chat here, if they may not.
    pub refused: Option<Fault>,
}

/// Whose persona it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonaOf {
    /// The channel's own.
    Channel,
    /// The guild's.
    Guild,
    /// The program's.
    Default,
}

/// What holds for the actor in this place.
pub async fn info(services: &Services, actor: &Actor, place: &Place) -> Result<Info, Error> {
    let chat = chat(services)?;
    let settings = settings_of(services, actor).await?;
    let setup = &chat.setup;
    let channel = place.of_persona();
    let persona_of = if settings.chat.channel_personas.contains_key(channel) {
        PersonaOf::Channel
    } else if settings.chat.persona.is_some() {
        PersonaOf::Guild
    } else {
        PersonaOf::Default
    };
    let looks = access::may_look(actor, &settings);
    Ok(Info {
        model: setup.first.model.clone(),
        sees: setup.first.sees,
        second: setup.second.as_ref().map(|second| second.model.clone()),
        persona: persona::persona(&settings.chat, channel).to_owned(),
        persona_of,
        context_tokens: setup.context_tokens,
        answer_tokens: setup.answer_tokens,
        cooldown: setup.cooldown,
        budget: pay::budget(chat, actor, &settings),
        tools: if looks {
            tools::NAMES.to_vec()
        } else {
            Vec::new()
        },
        refused: access::refusal(actor, &settings, place),
        channels: settings.chat.channels,
        roles: settings.chat.roles,
    })
}

/// The settings where the actor is; those of a direct message are the defaults.
async fn settings_of(services: &Services, actor: &Actor) -> Result<GuildSettings, Error> {
    match actor.guild_id() {
        Some(guild_id) => settings::read(services, guild_id).await,
        None => Ok(GuildSettings::default()),
    }
}
