//! A deletion that is confirmed by typing: the question, the form under it, and the outcome. Of a
//! person and of a server it is the same but for what is said.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::privacy::Gone;
use slimy_words::{Words, say};

use super::{Keep, list};
use crate::{
    answer::Answer,
    component::{Control, Filled, Press, Routed},
    embed::{CARE, GOOD, body, card},
    modal::{Modal, TextInput},
};

/// What would become of it, above **Delete everything**, which does `ask`, and **Keep**.
pub(crate) fn question(words: Words, title: &str, said: &str, ask: &impl Press) -> Answer {
    let embed = card(title).description(body(said));
    Answer::from(embed.colour(CARE)).row(CreateActionRow::Buttons(vec![
        ask.button(&say!(words, "privacy-delete-button"), ButtonStyle::Danger),
        Keep {}.button(&say!(words, "privacy-delete-keep"), ButtonStyle::Secondary),
    ]))
}

/// What is to be typed.
pub(crate) struct Typed<'a> {
    /// What the form calls it.
    pub(crate) name: &'a str,
    /// What stands above it.
    pub(crate) label: &'a str,
    /// It.
    pub(crate) asked: &'a str,
    /// The most characters that are taken: more than it has, for white space does not matter.
    pub(crate) most: u16,
}

/// The form that takes it.
pub(crate) fn modal<F>(form: &F, title: &str, typed: &Typed<'_>) -> Modal
where
    F: Routed + Control<Input = Filled>,
{
    let input = TextInput::line(typed.name, typed.label).placeholder(typed.asked);
    Modal::of(form, title).input(input.length(1, typed.most))
}

/// That it is done, with what went.
pub(crate) fn outcome(words: Words, said: &str, gone: &Gone) -> Answer {
    let rows = list(words, gone.rows.iter().copied());
    let title = say!(words, "privacy-delete-done-title");
    let embed = card(&title).description(body(&format!("{said}\n{rows}")));
    embed.colour(GOOD).into()
}

/// Holds a form against Discord's limits: nothing of its title or its label may be cut.
#[cfg(test)]
pub(crate) fn assert_whole(modal: &Modal, title: &str, label: &str) {
    assert_eq!(crate::limits::modal_fault(modal), None);
    assert_eq!(modal.title, title);
    assert_eq!(modal.inputs[0].label, label);
}

/// What has gone, as much of it as there may be.
#[cfg(test)]
pub(crate) fn much_gone() -> Gone {
    let rows = super::much().into_iter().map(|one| (one.holding, one.rows));
    Gone {
        discord_id: None,
        rows: rows.collect(),
    }
}
