//! `/chat`, and the other ways to talk to the bot.

mod buttons;
mod info;
mod look;
mod message;
mod present;
mod recovered;
mod said;
mod told;
mod unkept;
mod usage;
mod wall;

use std::sync::Arc;

use poise::serenity_prelude::{Attachment, GuildId, Message};
use slimy_domain::{
    chain,
    chat::{self, Link, Place, Question, Way},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    check::Request,
    privacy,
    reply::{self, Visibility},
    text::name,
};

pub(crate) use buttons::{Again, Alternative, New, Stop};
pub(crate) use info::chat_info;
pub use message::{heard, may_be_heard};
use present::Presenter;
pub use recovered::show_recovered;
pub use told::Told;
pub(crate) use unkept::StopUnkept;
pub(crate) use usage::chat_usage;
use wall::Wall;

/// Units of a name in what is said above an answer.
const NAME: usize = 60;

/// Talk to the bot; it remembers what you said in this channel
#[poise::command(slash_command)]
pub(crate) async fn chat(
    ctx: Context<'_>,
    #[description = "What you want to say or ask"]
    #[max_length = 4000]
    message: String,
    #[description = "A picture or a text file to go with it"] image: Option<Attachment>,
    #[description = "Begin a new conversation"] new: Option<bool>,
    #[description = "Only you see the answer"] private: Option<bool>,
) -> Result<(), Error> {
    let private = private.unwrap_or(false);
    let request = open(ctx, private).await?;
    let files = image.into_iter().map(|one| Link {
        name: one.filename,
        url: one.url,
    });
    let question = Question {
        text: message,
        quoted: None,
        author: None,
        files: files.collect(),
        borrowed: false,
        place: place(&request),
        private,
        fresh: new.unwrap_or(false),
        discord_message_id: None,
        in_reply_to: None,
        way: Way::Command,
        words: request.words,
    };
    Box::pin(answer(&request, question, None)).await
}

/// The same about a message that somebody wrote: what one wrote oneself is the question, what
/// others wrote is what the question is about.
#[poise::command(context_menu_command = "Ask Slimy")]
pub(crate) async fn ask_slimy(ctx: Context<'_>, message: Message) -> Result<(), Error> {
    let request = open(ctx, false).await?;
    let author = &message.author;
    let is_own = author.id == ctx.author().id;
    let said = said::spoken(&message, ctx.framework().bot_id());
    let text = if is_own { said } else { String::new() };
    let author = author.global_name.as_ref().unwrap_or(&author.name);
    let about = about(request.words, ctx.guild_id(), &message, author);
    let question = Question {
        quoted: said::quote(&message).filter(|_| text.is_empty()),
        author: Some(said::author(&message, ctx.framework().bot_id())),
        text,
        files: said::files(&message),
        borrowed: !is_own || said::forwards(&message),
        place: place(&request),
        private: false,
        fresh: false,
        discord_message_id: None,
        in_reply_to: None,
        way: Way::Menu,
        words: request.words,
    };
    Box::pin(answer(&request, question, Some(about))).await
}

/// Which message an answer is about: nothing else shows it.
fn about(words: Words, guild: Option<GuildId>, message: &Message, author: &str) -> String {
    let link = message.id.link(message.channel_id, guild);
    let name = name(author, NAME);
    say!(words, "chat-about-message", link = link, name = name)
}

async fn open(ctx: Context<'_>, private: bool) -> Result<Request<'_>, Error> {
    if private {
        Request::open_quietly(ctx).await
    } else {
        Request::open(ctx).await
    }
}

async fn answer(
    request: &Request<'_>,
    question: Question,
    about: Option<String>,
) -> Result<(), Error> {
    let (services, actor) = (request.services, &request.actor);
    let to = if question.private {
        Visibility::Private
    } else {
        Visibility::Public
    };
    let turn = chat::ask(services, actor, question).await?;
    if let Err(error) = request.done().await {
        // The turn is stored and on its way: the person sees what they pay for.
        tracing::error!(error = chain(&error), "a question was not audited");
    }
    let presenter = Presenter {
        services: Arc::clone(services),
        actor: actor.clone(),
        wall: Wall::blank(request.stand(to), Some(reply::Place::original(None))),
        about,
        words: request.words,
        is_kept: turn.is_kept,
    };
    let is_kept = turn.is_kept;
    presenter.present(turn).await;
    if !is_kept && let Some(notice) = privacy::notice(services, actor, request.own, false).await {
        request.follow_up_quietly(notice).await;
    }
    Ok(())
}

/// Where a request is, as chat asks for it.
fn place(request: &Request<'_>) -> Place {
    Place {
        channel_id: request.channel_id.clone(),
        parent_id: request.parent_id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_answer_is_about_is_linked_and_nobody_is_called() {
        let message: Message = serde_json::from_value(serde_json::json!({
            "id": "33", "channel_id": "44", "type": 0, "content": "Hello <@22>.",
            "author": {"id": "11", "username": "bob", "discriminator": "0"},
            "mentions": [{"id": "22", "username": "ana", "discriminator": "0"}],
            "attachments": [], "embeds": [], "mention_roles": [], "mention_everyone": false,
            "pinned": false, "tts": false, "timestamp": "2026-11-22T20:00:00.000000+00:00",
            "edited_timestamp": null,
        }))
        .unwrap();
        let guild = Some(GuildId::new(55));
        let said = about(Words::ENGLISH, guild, &message, "b*o*b @everyone");
        insta::assert_snapshot!(
            said,
            @r"-# About [a message](<https://discord.com/channels/55/44/33>) of **b\*o\*b \@everyone**"
        );
        assert_eq!(said::spoken(&message, 99.into()), "Hello @ana.");
        assert_eq!(said::spoken(&message, 22.into()), "Hello .");
    }
}
