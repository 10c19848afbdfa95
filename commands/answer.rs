//! What a person sees: one message, whatever it is made of.

use poise::serenity_prelude::{CreateActionRow, CreateAttachment, CreateEmbed};

use crate::{
    limits::ALT,
    text::{shorten, visible},
};

/// A message of the bot. `limits.rs` says how much of each it may have.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub(crate) struct Answer {
    /// Text above the embeds, in Discord's Markdown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) content: String,
    /// Embeds, from top to bottom.
    pub(crate) embeds: Vec<CreateEmbed>,
    /// Rows of buttons and selects.
    pub(crate) rows: Vec<CreateActionRow>,
    /// Files. An embed shows one as `attachment://` and its name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) files: Vec<CreateAttachment>,
}

impl Answer {
    /// A sentence and nothing else.
    pub(crate) fn text(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            ..Self::default()
        }
    }

    /// The same with one more row of buttons, or with none.
    pub(crate) fn row(mut self, row: impl Into<Option<CreateActionRow>>) -> Self {
        self.rows.extend(row.into());
        self
    }

    /// The same with one more file: its name as people save it, and its bytes.
    pub(crate) fn file(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.files.push(CreateAttachment::bytes(bytes, name));
        self
    }

    /// The same with a picture in the first embed, or with none.
    pub(crate) fn picture(mut self, picture: Option<Picture>) -> Self {
        let Some(Picture { name, bytes, alt }) = picture else {
            return self;
        };
        if let Some(embed) = self.embeds.first_mut() {
            *embed = embed.clone().image(format!("attachment://{name}"));
        }
        let alt = shorten(&visible(&alt), ALT);
        self.files
            .push(CreateAttachment::bytes(bytes, name).description(alt));
        self
    }
}

/// A picture in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Its file's name, as people save it.
    pub(crate) name: &'static str,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// What it shows, for those who cannot see it.
    pub(crate) alt: String,
}

impl From<CreateEmbed> for Answer {
    fn from(embed: CreateEmbed) -> Self {
        Self {
            embeds: vec![embed],
            ..Self::default()
        }
    }
}
