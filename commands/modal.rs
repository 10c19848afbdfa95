//! A form in a window of its own. Opening one is a first response: nothing may be deferred before.

use poise::serenity_prelude::{CreateActionRow, CreateInputText, CreateModal, InputTextStyle};

use crate::{
    component::{Control, Filled, Routed},
    limits::{INPUT_LABEL, INPUT_PLACEHOLDER, INPUT_VALUE, MODAL_TITLE},
    text::{cut_at_line, shorten},
};

/// A modal that is to be opened. What is too long for Discord is cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Modal {
    pub(crate) custom_id: String,
    pub(crate) title: String,
    pub(crate) inputs: Vec<TextInput>,
}

impl Modal {
    /// A modal whose submission is `form`'s, under a title of at most 45 characters.
    pub(crate) fn of<F: Routed + Control<Input = Filled>>(form: &F, title: &str) -> Self {
        Self {
            custom_id: form.custom_id(),
            title: shorten(title, MODAL_TITLE),
            inputs: Vec::new(),
        }
    }

    /// The same with one more input; five are the most.
    pub(crate) fn input(mut self, input: TextInput) -> Self {
        self.inputs.push(input);
        self
    }

    pub(crate) fn into_discord(self) -> CreateModal {
        let rows = self.inputs.into_iter();
        let rows = rows.map(|input| CreateActionRow::InputText(input.into_discord()));
        CreateModal::new(self.custom_id, self.title).components(rows.collect())
    }
}

/// An input of a modal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextInput {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) placeholder: String,
    pub(crate) value: String,
    pub(crate) at_least: u16,
    pub(crate) at_most: u16,
    is_paragraph: bool,
    is_required: bool,
}

impl TextInput {
    /// One line. `name` is what [`Filled::text`] asks for; `label` has at most 45 characters.
    pub(crate) fn line(name: &str, label: &str) -> Self {
        Self {
            name: name.to_owned(),
            label: shorten(label, INPUT_LABEL),
            placeholder: String::new(),
            value: String::new(),
            at_least: 0,
            at_most: u16::try_from(INPUT_VALUE).unwrap_or(u16::MAX),
            is_paragraph: false,
            is_required: true,
        }
    }

    /// Several lines.
    pub(crate) fn paragraph(name: &str, label: &str) -> Self {
        Self {
            is_paragraph: true,
            ..Self::line(name, label)
        }
    }

    /// What stands there before anything is typed; at most 100 characters.
    pub(crate) fn placeholder(mut self, placeholder: &str) -> Self {
        self.placeholder = shorten(placeholder, INPUT_PLACEHOLDER);
        self
    }

    /// What is already filled in. Too long a text loses whole lines at its end.
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.value = cut_at_line(value, self.at_most.into());
        self
    }

    /// How long the text has to be, and may be, in characters.
    pub(crate) fn length(mut self, at_least: u16, at_most: u16) -> Self {
        (self.at_least, self.at_most) = (at_least, at_most);
        self.value = cut_at_line(&self.value, at_most.into());
        self
    }

    /// It may be left empty.
    pub(crate) fn optional(mut self) -> Self {
        self.is_required = false;
        self
    }

    fn into_discord(self) -> CreateInputText {
        let style = if self.is_paragraph {
            InputTextStyle::Paragraph
        } else {
            InputTextStyle::Short
        };
        let mut input = CreateInputText::new(style, self.label, self.name)
            .required(self.is_required)
            .max_length(self.at_most);
        if self.at_least > 0 {
            input = input.min_length(self.at_least);
        }
        if !self.placeholder.is_empty() {
            input = input.placeholder(self.placeholder);
        }
        // Discord refuses a modal whose own text is shorter than it asks for.
        if !self.value.is_empty() && self.value.chars().count() >= self.at_least.into() {
            input = input.value(self.value);
        }
        input
    }
}
