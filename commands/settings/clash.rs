//! Two admins changed the same setting: both values are shown, and the one who came later chooses.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use serde_json::Value;
use slimy_domain::{
    Id, UserError,
    settings::{self, Applied, Clash, Mark, Trouble},
};
use slimy_words::{Words, say};

use crate::{
    Error,
    answer::Answer,
    check::Request,
    component::{Control, Press as _},
    embed::{CARE, card, field},
    limits::FIELD_VALUE,
    text::shorten,
};

use super::{
    files,
    key::Topic,
    open::{page, topic_page},
    values::{name, value},
};

control! {
    /// **Use mine** under the two values; `seen` is the mark of what they were.
    pub(crate) struct UseMine("settings.mine") { id: Id, seen: Mark }
}

impl Control for UseMine {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        match settings::apply(services, actor, &self.id, self.seen).await? {
            Applied::Clash(clash) => Ok(answer(request.words, &clash)),
            Applied::Moved(import) => Ok(files::question(request.words, &import, true)),
            Applied::Done(changed) => match changed.first() {
                Some(one) => page(request, one.spot.setting).await,
                None => topic_page(request, Topic("language")).await,
            },
        }
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(request.words, error)
    }
}

control! {
    /// **Keep theirs**.
    pub(crate) struct Keep("settings.keep") { id: Id }
}

impl Control for Keep {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let spot = settings::give_up(request.services, &request.actor, &self.id).await?;
        match spot {
            Some(spot) => page(request, spot.setting).await,
            None => topic_page(request, Topic("language")).await,
        }
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(request.words, error)
    }
}

/// What a question shows that was answered before, or waited too long.
pub(super) fn over(words: Words, error: &UserError) -> Option<Answer> {
    let is_over = *error == UserError::Settings(Trouble::Over);
    is_over.then(|| {
        card(&say!(words, "settings-title"))
            .description(Trouble::Over.say(words))
            .into()
    })
}

/// Both values, and the choice.
pub(super) fn answer(words: Words, clash: &Clash) -> Answer {
    let name = name(words, clash.spot.setting);
    let name = match &clash.spot.channel {
        Some(channel) => format!("{name} <#{channel}>"),
        None => name,
    };
    let said = if let Some(by) = &clash.by {
        say!(
            words,
            "settings-clash-by",
            who = format!("<@{by}>"),
            name = name
        )
    } else {
        say!(words, "settings-clash", name = name)
    };
    let side = |stored: &Value| {
        let said = match (&clash.spot.channel, stored) {
            (Some(_), Value::Null) => say!(words, "settings-none"),
            _ => value(words, clash.spot.setting, stored),
        };
        shorten(&said, FIELD_VALUE)
    };
    let theirs = say!(words, "settings-clash-theirs");
    let (name, text, inline) = field(&theirs, &side(&clash.theirs), false);
    let embed = card(&say!(words, "settings-clash-title"))
        .description(said)
        .field(name, text, inline);
    let mine = say!(words, "settings-clash-mine");
    let (name, text, inline) = field(&mine, &side(&clash.mine), false);
    let embed = embed.field(name, text, inline).colour(CARE);
    let (use_mine, keep) = (
        UseMine {
            id: clash.id.clone(),
            seen: clash.base,
        },
        Keep {
            id: clash.id.clone(),
        },
    );
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        use_mine.button(&say!(words, "settings-use-mine"), ButtonStyle::Primary),
        keep.button(&say!(words, "settings-keep-theirs"), ButtonStyle::Secondary),
    ]))
}
