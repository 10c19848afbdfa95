//! A draft as people decide on it: the table, what has changed, what is asked, and the buttons.

mod notes;
#[cfg(test)]
pub(super) mod tests;

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    club::{self, Candidate, Metric, Part, Question, Reply, Review, Saving, State},
};
use slimy_words::{Words, say};

use crate::{
    Error,
    answer::Answer,
    check::Request,
    component::{Choose as _, Control, Field, Offer, Options, Press as _, Short},
    text::{moment, name, shorten, visible},
};

use super::{
    draft::{self, Approve, Discard, Save, SaveOne},
    fix::Fix,
    sheet, words,
};

/// Characters of a name in a question.
const NAME: usize = 40;

/// The page `page` (from 0) of the metric's part, or of the first; a page that is not there is the
/// last.
pub(super) fn answer(words: Words, review: &Review, metric: Option<Metric>, page: usize) -> Answer {
    let Some(part) = review.part(metric) else {
        return Answer::text(say!(words, "review-no-rows"));
    };
    let (id, metric) = (&review.id, part.sheet.metric);
    let below = standing(words, review, part);
    let (mut embed, pages) = sheet::embed(words, &part.sheet, page, &below);
    let is_fine = part.guards.is_empty() && part.questions.is_empty();
    if !is_fine {
        embed = embed.colour(crate::embed::CARE);
    }
    let embed = notes::add(words, embed, review, part);
    let turn = pages.row(words, |page| Turn {
        id: id.clone(),
        metric,
        page,
    });
    Answer::from(embed)
        .row(decide(words, review, part))
        .row(turn)
        .row(switch(words, review, metric))
        .row(question(words, review, part))
}

/// Whether it is saved, below the table.
fn standing(words: Words, review: &Review, part: &Part) -> String {
    let State::Draft { expires_at } = &part.sheet.state else {
        return String::new();
    };
    let (at, week) = (moment(*expires_at), review.week.to_string());
    let Some(request) = &review.request else {
        return say!(words, "review-not-saved", week = week, at = at);
    };
    let who = request.by.as_ref();
    let who = who.map_or_else(|| say!(words, "review-somebody"), |by| format!("<@{by}>"));
    let what = match request.saving {
        Saving::All => say!(words, "review-this"),
        Saving::One(Metric::Sim) => say!(words, "review-the-sim"),
        Saving::One(Metric::Total) => say!(words, "review-the-total"),
    };
    let field = say!(words, "review-note-second-manager");
    match tabs(words, review, part, request.saving) {
        None => say!(
            words,
            "review-waiting",
            who = who,
            what = what,
            week = week,
            field = field,
            at = at
        ),
        Some(tabs) => say!(
            words,
            "review-waiting-on-tab",
            who = who,
            what = what,
            week = week,
            field = field,
            tabs = tabs,
            at = at
        ),
    }
}

/// On which other tabs it stands why a second manager has to look: none, where it stands here.
fn tabs(words: Words, review: &Review, part: &Part, saving: Saving) -> Option<String> {
    let is_of_it = |part: &&Part| saving.includes(part.sheet.metric) && !part.guards.is_empty();
    let of_it: Vec<&Part> = review.parts.iter().filter(is_of_it).collect();
    let shown = part.sheet.metric;
    if of_it.is_empty() || of_it.iter().any(|part| part.sheet.metric == shown) {
        return None;
    }
    let tabs = of_it
        .iter()
        .map(|part| format!("**{}**", words::metric(words, part.sheet.metric)));
    Some(words.list(&tabs.collect::<Vec<String>>()))
}

/// The buttons that decide.
fn decide(words: Words, review: &Review, part: &Part) -> CreateActionRow {
    let id = || review.id.clone();
    let mut buttons = Vec::new();
    if review.request.is_some() {
        let label = say!(words, "review-approve");
        buttons.push(Approve { id: id() }.button(&label, ButtonStyle::Success));
    } else if review.parts.len() > 1 {
        let label = say!(words, "review-save-both");
        buttons.push(Save { id: id() }.button(&label, ButtonStyle::Success));
        for part in &review.parts {
            let metric = part.sheet.metric;
            let label = match metric {
                Metric::Sim => say!(words, "review-save-sim"),
                Metric::Total => say!(words, "review-save-total"),
            };
            let one = SaveOne { id: id(), metric };
            buttons.push(one.button(&label, ButtonStyle::Secondary));
        }
    } else {
        let label = say!(words, "review-save");
        buttons.push(Save { id: id() }.button(&label, ButtonStyle::Success));
    }
    let metric = part.sheet.metric;
    let fix = Fix { id: id(), metric };
    buttons.push(fix.button(&say!(words, "review-fix"), ButtonStyle::Secondary));
    let discard = Discard { id: id() };
    buttons.push(discard.button(&say!(words, "review-discard"), ButtonStyle::Danger));
    CreateActionRow::Buttons(buttons)
}

/// The way to the other metric.
fn switch(words: Words, review: &Review, shown: Metric) -> Option<CreateActionRow> {
    if review.parts.len() < 2 {
        return None;
    }
    let buttons = review.parts.iter().map(|part| {
        let metric = part.sheet.metric;
        let id = review.id.clone();
        let button = Switch { id, metric };
        button
            .button(&words::metric(words, metric), ButtonStyle::Secondary)
            .disabled(metric == shown)
    });
    Some(CreateActionRow::Buttons(buttons.collect()))
}

/// The first open question, as a select.
fn question(words: Words, review: &Review, part: &Part) -> Option<CreateActionRow> {
    let must = part.must_answer().next();
    let question = must.or_else(|| part.questions.first())?;
    let who = Who {
        id: review.id.clone(),
        metric: part.sheet.metric,
        row: Short::new(question.key.as_str())?,
    };
    let mut named = shorten(&visible(&question.name), NAME);
    if let Some(power) = question.power {
        let power = words.short(power);
        named = say!(words, "review-ask-with-power", name = named, power = power);
    }
    let asked = match part.questions.len() {
        ..=1 => say!(words, "review-ask", name = named),
        open => say!(words, "review-ask-open", name = named, count = open),
    };
    Some(CreateActionRow::SelectMenu(
        who.select(&asked, offers(words, question)),
    ))
}

fn offers(words: Words, question: &Question) -> Vec<Offer<Said>> {
    let candidates = question.candidates.iter();
    let mut offers: Vec<Offer<Said>> = candidates.map(|one| offer(words, one)).collect();
    if question.may_be_new {
        offers.push(Offer {
            label: say!(words, "review-offer-new"),
            value: Said(Reply::New),
            description: say!(words, "review-offer-new-why"),
            is_chosen: false,
        });
    }
    offers
}

fn offer(words: Words, candidate: &Candidate) -> Offer<Said> {
    let (label, value, description) = match candidate {
        Candidate::Member { id, name } => (
            name,
            Reply::Member(id.clone()),
            say!(words, "review-offer-member-why"),
        ),
        Candidate::Row { key, name } => (
            name,
            Reply::Row(key.clone()),
            say!(words, "review-offer-row-why"),
        ),
    };
    let label = visible(label).trim().to_owned();
    Offer {
        label: if label.is_empty() {
            say!(words, "club-no-name")
        } else {
            label
        },
        value: Said(value),
        description,
        is_chosen: false,
    }
}

control! {
    /// **Previous** and **Next**: a page (from 0) of one metric of the draft with this id.
    pub(crate) struct Turn("club.review.page") { id: Id, metric: Metric, page: usize }
}

impl Control for Turn {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        draft::newest(request, &self.id).await?;
        draft::page(request, &self.id, Some(self.metric), self.page).await
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        draft::decided(request, &self.id, error).await
    }
}

control! {
    /// **Sim power**, **Total power**: this metric of the draft with this id.
    pub(crate) struct Switch("club.review.metric") { id: Id, metric: Metric }
}

impl Control for Switch {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        draft::newest(request, &self.id).await?;
        draft::page(request, &self.id, Some(self.metric), 0).await
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        draft::decided(request, &self.id, error).await
    }
}

control! {
    /// **Who is …?**: settles who a row of the draft is.
    pub(crate) struct Who("club.review.who") { id: Id, metric: Metric, row: Short<16> }
}

impl Control for Who {
    type Input = Options<Said>;
    type Outcome = Answer;

    async fn perform(
        self,
        request: &Request<'_>,
        Options(said): Options<Said>,
    ) -> Result<Answer, Error> {
        let Some(Said(reply)) = said.first() else {
            return Err(UserError::StaleButton.into());
        };
        draft::newest(request, &self.id).await?;
        let (services, actor) = (request.services, &request.actor);
        let (id, metric, row) = (&self.id, self.metric, self.row.as_str());
        let answered = club::answer(services, actor, id, metric, row, reply).await?;
        if answered.withdrawn {
            request.whisper(&withdrawn(request.own)).await;
        }
        Ok(answer(request.words, &answered.review, Some(metric), 0))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        draft::decided(request, &self.id, error).await
    }
}

/// What somebody is told whose change takes a request back.
pub(super) fn withdrawn(words: Words) -> String {
    say!(words, "review-withdrawn")
}

/// A reply as a value of a select.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said(Reply);

impl Field for Said {
    fn write(&self) -> String {
        match &self.0 {
            Reply::New => "new".to_owned(),
            Reply::Member(id) => format!("member {id}"),
            Reply::Row(key) => format!("row {key}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let reply = match text.split_once(' ') {
            None if text == "new" => Reply::New,
            Some(("member", id)) => Reply::Member(Id::read(id)?),
            Some(("row", key)) => Reply::Row(key.to_owned()),
            _ => return None,
        };
        Some(Self(reply))
    }

    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self> {
        use proptest::prelude::*;
        let member = Id::any().prop_map(Reply::Member);
        let row = "[0-9a-f]{12}".prop_map(Reply::Row);
        prop_oneof![Just(Reply::New), member, row]
            .prop_map(Self)
            .boxed()
    }
}

/// A foreign name as part of a sentence.
fn bold(text: &str) -> String {
    name(text, NAME)
}
