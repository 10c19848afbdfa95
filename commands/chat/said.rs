//! What a message says, to the bot or to somebody else, and whose words that is.

use poise::serenity_prelude::{Message, UserId};
use slimy_domain::chat::{Author, Link, Quote};
use slimy_words::{Words, say};

/// How a message calls somebody.
pub(super) fn mentions_of(id: UserId) -> [String; 2] {
    [format!("<@{id}>"), format!("<@!{id}>")]
}

/// What a message says to the bot: without its mentions, and with the others' names in place of
/// theirs.
pub(super) fn spoken(message: &Message, me: UserId) -> String {
    let mut text = message.content.clone();
    for user in &message.mentions {
        let name = if user.id == me {
            String::new()
        } else {
            format!("@{}", user.global_name.as_ref().unwrap_or(&user.name))
        };
        for mention in mentions_of(user.id) {
            text = text.replace(&mention, &name);
        }
    }
    text.trim().to_owned()
}

/// A message as something that a question refers to; none when it says nothing.
pub(super) fn quote(message: &Message) -> Option<Quote> {
    let text = words(message);
    (!text.trim().is_empty()).then(|| of_author(message, text))
}

/// Whose words and files a message has. Answers of other bots come through webhooks, too, and name
/// their application; other webhooks speak for people of other networks, and for whoever uses a
/// proxy.
pub(super) fn author(message: &Message, me: UserId) -> Author {
    let through_webhook = message.webhook_id.is_some() && message.application_id.is_none();
    if message.author.id == me || forwards(message) || through_webhook {
        Author::Unasked
    } else if message.author.bot {
        Author::Program
    } else {
        Author::Person(message.author.id.to_string())
    }
}

/// Whether it has what somebody said elsewhere.
pub(super) fn forwards(message: &Message) -> bool {
    !message.message_snapshots.is_empty()
}

/// A message of which the bot is shown nothing, for a question that says something itself.
pub(super) fn unshown(message: &Message, question: &str, words: Words) -> Option<Quote> {
    let is_dark = !question.is_empty() && files(message).is_empty();
    is_dark.then(|| of_author(message, say!(words, "chat-quoted-unshown")))
}

fn of_author(message: &Message, text: String) -> Quote {
    let author = &message.author;
    let author = author.global_name.as_ref().unwrap_or(&author.name).clone();
    Quote { author, text }
}

/// What a message says, or the one that it forwards. Bots say it in embeds; those of people are
/// what their links lead to.
fn words(message: &Message) -> String {
    let forwarded = message.message_snapshots.first().map(|copy| &copy.content);
    let said = match &message.content {
        empty if empty.trim().is_empty() => forwarded.cloned().unwrap_or_default(),
        said => said.clone(),
    };
    let mut lines = vec![said];
    if message.author.bot {
        for embed in &message.embeds {
            lines.extend(embed.title.clone());
            lines.extend(embed.description.clone());
            let fields = embed.fields.iter();
            lines.extend(fields.map(|field| format!("{}: {}", field.name, field.value)));
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

/// What is attached to a message, or to the one that it forwards.
pub(super) fn files(message: &Message) -> Vec<Link> {
    let forwarded = message.message_snapshots.iter();
    let forwarded = forwarded.flat_map(|copy| &copy.attachments);
    let all = message.attachments.iter().chain(forwarded);
    all.map(|one| Link {
        name: one.filename.clone(),
        url: one.url.clone(),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{
        super::message::tests::{ME, message, user},
        *,
    };

    #[test]
    fn what_is_said_has_names_in_place_of_mentions() {
        let said = message(&json!({
            "content": "<@9> Who is <@!2>? <#44>", "mentions": [user(ME), user(2)],
        }));
        assert_eq!(spoken(&said, ME.into()), "Who is @user2? <#44>");
        let quoted = quote(&said).unwrap();
        assert_eq!(quoted.author, "user1");
        assert_eq!(quote(&message(&json!({"content": " "}))), None);
    }

    #[test]
    fn a_bots_embeds_are_quoted_and_those_of_links_are_not() {
        let embeds = json!([{
            "title": "Slime Club", "description": "55 members",
            "fields": [{"name": "Power", "value": "1,000", "inline": true}],
        }]);
        let mut bot = user(ME);
        bot["bot"] = true.into();
        let card = message(&json!({"content": "", "author": bot, "embeds": embeds}));
        let expected = "Slime Club\n55 members\nPower: 1,000";
        assert_eq!(quote(&card).unwrap().text, expected);
        let link = message(&json!({"content": "Look.", "embeds": embeds}));
        assert_eq!(quote(&link).unwrap().text, "Look.");
    }

    #[test]
    fn whose_words_a_message_has_is_known_only_of_people_and_programs() {
        let of = |fields: serde_json::Value| author(&message(&fields), ME.into());
        let mut bot = user(7);
        bot["bot"] = true.into();
        assert_eq!(of(json!({})), Author::Person("1".to_owned()));
        assert_eq!(of(json!({"author": bot})), Author::Program);
        let answer = json!({"author": bot, "webhook_id": "7", "application_id": "7"});
        assert_eq!(of(answer), Author::Program);
        // A bridge, or a proxy.
        assert_eq!(of(json!({"webhook_id": "8"})), Author::Unasked);
        assert_eq!(
            of(json!({"author": bot, "webhook_id": "8"})),
            Author::Unasked
        );
        assert_eq!(of(json!({"author": user(ME)})), Author::Unasked);
        let copy = json!({"message": {
            "content": "Elsewhere.", "embeds": [], "attachments": [], "mentions": [],
            "mention_roles": [], "timestamp": "2026-11-01T00:00:00Z", "edited_timestamp": null,
            "flags": 0, "type": 0,
        }});
        assert_eq!(of(json!({"message_snapshots": [copy]})), Author::Unasked);
    }

    #[test]
    fn of_a_message_that_discord_does_not_show_the_model_is_told_so() {
        let dark = message(&json!({"content": ""}));
        let shown = unshown(&dark, "Is it so?", Words::ENGLISH).unwrap();
        assert!(
            shown.text.starts_with("(Discord does not show"),
            "{shown:?}"
        );
        let told = unshown(&dark, "", Words::ENGLISH);
        assert_eq!(told, None, "the person is told instead");
    }
}
