//! A draft as people decide on it: the table, what has changed, what is asked, and the buttons.

mod notes;
#[cfg(test)]
pub(super) mod tests;

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    club::{self, Candidate, Metric, Part, Question, Reply, Review, Saving},
    number::short,
};

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
pub(super) fn answer(review: &Review, metric: Option<Metric>, page: usize) -> Answer {
    let Some(part) = review.part(metric) else {
        return Answer::text("This review has no rows (any more): analyze the screenshots again.");
    };
    let (id, metric) = (&review.id, part.sheet.metric);
    let (mut embed, pages) = sheet::embed(&part.sheet, page, &standing(review, part));
    let is_fine = part.guards.is_empty() && part.questions.is_empty();
    if !is_fine {
        embed = embed.colour(crate::embed::CARE);
    }
    let embed = notes::add(embed, review, part);
    let turn = pages.row(|page| Turn {
        id: id.clone(),
        metric,
        page,
    });
    Answer::from(embed)
        .row(decide(review, part))
        .row(turn)
        .row(switch(review, metric))
        .row(question(review, part))
}

/// Whether it is saved, below the table.
fn standing(review: &Review, part: &Part) -> String {
    let slimy_domain::club::State::Draft { expires_at } = &part.sheet.state else {
        return String::new();
    };
    let (at, week) = (moment(*expires_at), review.week);
    let Some(request) = &review.request else {
        return format!(
            "**Not saved yet.** Save keeps it as week {week}, Discard throws it away; it runs out on {at}."
        );
    };
    let who = match &request.by {
        Some(by) => format!("<@{by}>"),
        None => "Somebody".to_owned(),
    };
    let what = match request.saving {
        Saving::All => "this",
        Saving::One(Metric::Sim) => "the sim power",
        Saving::One(Metric::Total) => "the total power",
    };
    let why = reasons(review, part, request.saving);
    format!(
        "**Not saved yet: waiting for approval.** {who} wants to save {what} as week {week}; because of what stands under \"{}\"{why}, another manager has to press Approve. It runs out on {at}.",
        notes::SECOND_MANAGER
    )
}

/// On which other tab it stands why a second manager has to look: nowhere, where it stands here.
fn reasons(review: &Review, part: &Part, saving: Saving) -> String {
    let is_of_it = |part: &&Part| saving.includes(part.sheet.metric) && !part.guards.is_empty();
    let of_it: Vec<&Part> = review.parts.iter().filter(is_of_it).collect();
    let shown = part.sheet.metric;
    if of_it.is_empty() || of_it.iter().any(|part| part.sheet.metric == shown) {
        return String::new();
    }
    let tabs = of_it
        .iter()
        .map(|part| format!("**{}**", words::metric(part.sheet.metric)));
    let tabs: Vec<String> = tabs.collect();
    format!(" on the tab {}", tabs.join(" and "))
}

/// The buttons that decide.
fn decide(review: &Review, part: &Part) -> CreateActionRow {
    let id = || review.id.clone();
    let mut buttons = Vec::new();
    if review.request.is_some() {
        buttons.push(Approve { id: id() }.button("Approve", ButtonStyle::Success));
    } else if review.parts.len() > 1 {
        buttons.push(Save { id: id() }.button("Save both", ButtonStyle::Success));
        for part in &review.parts {
            let metric = part.sheet.metric;
            let label = match metric {
                Metric::Sim => "Save sim only",
                Metric::Total => "Save total only",
            };
            let one = SaveOne { id: id(), metric };
            buttons.push(one.button(label, ButtonStyle::Secondary));
        }
    } else {
        buttons.push(Save { id: id() }.button("Save", ButtonStyle::Success));
    }
    let metric = part.sheet.metric;
    buttons.push(Fix { id: id(), metric }.button("Fix", ButtonStyle::Secondary));
    buttons.push(Discard { id: id() }.button("Discard", ButtonStyle::Danger));
    CreateActionRow::Buttons(buttons)
}

/// The way to the other metric.
fn switch(review: &Review, shown: Metric) -> Option<CreateActionRow> {
    if review.parts.len() < 2 {
        return None;
    }
    let buttons = review.parts.iter().map(|part| {
        let metric = part.sheet.metric;
        let id = review.id.clone();
        let button = Switch { id, metric };
        button
            .button(words::metric(metric), ButtonStyle::Secondary)
            .disabled(metric == shown)
    });
    Some(CreateActionRow::Buttons(buttons.collect()))
}

/// The first open question, as a select.
fn question(review: &Review, part: &Part) -> Option<CreateActionRow> {
    let must = part.must_answer().next();
    let question = must.or_else(|| part.questions.first())?;
    let who = Who {
        id: review.id.clone(),
        metric: part.sheet.metric,
        row: Short::new(question.key.as_str())?,
    };
    let open = part.questions.len();
    let count = if open > 1 {
        format!(" ({open} to answer)")
    } else {
        String::new()
    };
    let power = question
        .power
        .map_or_else(String::new, |power| format!(", {}", short(power)));
    let named = shorten(&visible(&question.name), NAME);
    let asked = format!("Who is {named}{power}?{count}");
    Some(CreateActionRow::SelectMenu(
        who.select(&asked, offers(question)),
    ))
}

fn offers(question: &Question) -> Vec<Offer<Said>> {
    let mut offers: Vec<Offer<Said>> = question.candidates.iter().map(offer).collect();
    if question.may_be_new {
        offers.push(Offer {
            label: "A new member".to_owned(),
            value: Said(Reply::New),
            description: "Somebody who was not in the club's records before".to_owned(),
            is_chosen: false,
        });
    }
    offers
}

fn offer(candidate: &Candidate) -> Offer<Said> {
    let (label, value, description) = match candidate {
        Candidate::Member { id, name } => (
            name,
            Reply::Member(id.clone()),
            "A member who is known; the spelling is remembered",
        ),
        Candidate::Row { key, name } => (
            name,
            Reply::Row(key.clone()),
            "The same member as this row: both become one",
        ),
    };
    let label = visible(label).trim().to_owned();
    Offer {
        label: if label.is_empty() {
            "(no name)".to_owned()
        } else {
            label
        },
        value: Said(value),
        description: description.to_owned(),
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
            request.whisper(WITHDRAWN).await;
        }
        Ok(answer(&answered.review, Some(metric), 0))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        draft::decided(request, &self.id, error).await
    }
}

/// What somebody is told whose change takes a request back.
pub(super) const WITHDRAWN: &str = "The request for approval was taken back, because the review has changed: press Save to ask again.";

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
