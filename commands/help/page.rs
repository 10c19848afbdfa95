//! The pages of the help.

use poise::serenity_prelude::CreateActionRow;
use slimy_domain::rights::{Action, Standing};
use slimy_words::{Words, say};

use super::{PickTopic, Topic, example};
use crate::{
    answer::Answer,
    catalogue::{Entry, Taken},
    component::{Choose as _, Offer},
    embed::{body, card, field},
    rates, rights,
};

/// A topic with its commands.
pub(super) fn of_topic(words: Words, topics: &[Topic], shown: Topic, entries: &[&Entry]) -> Answer {
    let mut lines: Vec<String> = entries.iter().map(|entry| line(words, entry)).collect();
    lines.push(String::new());
    lines.push(say!(words, "help-more"));
    let embed = card(&shown.title(words)).description(body(&lines.join("\n")));
    Answer::from(embed).row(menu(words, topics, shown))
}

fn line(words: Words, entry: &Entry) -> String {
    let called = entry.called(words.language);
    format!("**{called}** – {}", said_of(words, entry))
}

/// What it does. Discord shows none for a menu.
fn said_of(words: Words, entry: &Entry) -> String {
    if let Some(description) = &entry.description {
        description.say(words.language).to_owned()
    } else {
        say!(words, "help-menu")
    }
}

fn menu(words: Words, topics: &[Topic], shown: Topic) -> CreateActionRow {
    let offers = topics.iter().map(|topic| Offer {
        label: topic.title(words),
        value: *topic,
        description: String::new(),
        is_chosen: *topic == shown,
    });
    let placeholder = say!(words, "help-topics");
    CreateActionRow::SelectMenu(PickTopic {}.select(&placeholder, offers))
}

/// One command with all that there is to know of it.
pub(super) fn of_command(words: Words, topics: &[Topic], entry: &Entry) -> Answer {
    let mut lines = vec![said_of(words, entry)];
    if !entry.options.is_empty() {
        lines.push(String::new());
        lines.push(format!("**{}**", say!(words, "help-options")));
        lines.extend(entry.options.iter().map(|option| taken(words, option)));
    }
    let mut embed = card(&entry.called(words.language)).description(body(&lines.join("\n")));
    if let Some(action) = rights::action(&entry.name) {
        let (name, value, inline) = field(&say!(words, "help-who"), &who(words, action), false);
        embed = embed.field(name, value, inline);
    }
    let limits = limits(words, &entry.name);
    let (name, value, inline) = field(&say!(words, "help-limits"), &limits, false);
    embed = embed.field(name, value, inline);
    let examples = example::of(words, entry);
    if !examples.is_empty() {
        let lines: Vec<String> = examples.iter().map(|one| format!("`{one}`")).collect();
        let (name, value, inline) = field(&say!(words, "help-examples"), &lines.join("\n"), false);
        embed = embed.field(name, value, inline);
    }
    Answer::from(embed).row(menu(words, topics, Topic::of(entry)))
}

fn taken(words: Words, option: &Taken) -> String {
    let (name, description) = (
        option.name.say(words.language),
        option.description.say(words.language),
    );
    let takes = if let Some((least, most)) = option.range {
        format!(" ({}–{})", words.number(least), words.number(most))
    } else if option.choices.is_empty() {
        String::new()
    } else {
        let choices = option.choices.iter();
        let choices: Vec<&str> = choices.map(|choice| choice.say(words.language)).collect();
        format!(" ({})", choices.join(" · "))
    };
    let required = if option.is_required {
        format!(" *{}*", say!(words, "help-required"))
    } else {
        String::new()
    };
    format!("`{name}` – {description}{takes}{required}")
}

fn who(words: Words, action: Action) -> String {
    match action.standings() {
        [Standing::Manager] => say!(words, "help-who-managers"),
        [Standing::Manager, Standing::Creator] => say!(words, "help-who-makers"),
        [Standing::Admin] => say!(words, "help-who-admins"),
        [Standing::Owner] => say!(words, "help-who-owner"),
        [Standing::Creator] => say!(words, "help-who-self"),
        [Standing::Member] => say!(words, "help-who-members"),
        [Standing::Host] => say!(words, "help-who-hosts"),
        _ => say!(words, "help-who-everybody"),
    }
}

fn limits(words: Words, name: &str) -> String {
    let rate = rates::rate(name);
    let (person, guild) = (rate.of_person(), rate.of_guild());
    say!(
        words,
        "help-limit",
        most = person.at_once,
        seconds = person.one_more.as_secs(),
        all = guild.at_once
    )
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::*;
    use crate::{
        catalogue::{CATALOGUE, find},
        help::topic,
        limits::fault,
    };

    fn shown(answer: &Answer) -> String {
        let embed = serde_json::to_value(&answer.embeds[0]).unwrap();
        let text = |json: &serde_json::Value| json.as_str().unwrap().to_owned();
        let mut parts = vec![
            format!("# {}", text(&embed["title"])),
            text(&embed["description"]),
        ];
        for field in embed["fields"].as_array().into_iter().flatten() {
            parts.push(format!(
                "## {}\n{}",
                text(&field["name"]),
                text(&field["value"])
            ));
        }
        parts.join("\n")
    }

    #[test]
    fn every_page_of_the_help_is_within_discords_limits_in_every_language() {
        let all: Vec<&Entry> = CATALOGUE.iter().collect();
        let topics = topic::of(&all);
        for words in Language::ALL.map(Words::of) {
            for shown in &topics {
                let entries: Vec<&Entry> = all
                    .iter()
                    .copied()
                    .filter(|one| Topic::of(one) == *shown)
                    .collect();
                let page = of_topic(words, &topics, *shown, &entries);
                assert_eq!(fault(&page), None, "{shown:?} in {:?}", words.language);
                let json = serde_json::to_value(&page.embeds[0]).unwrap();
                let text = json["description"].as_str().unwrap();
                for entry in &entries {
                    let called = entry.called(words.language);
                    assert!(
                        text.contains(&format!("**{called}**")),
                        "{called} is cut off"
                    );
                }
            }
            for entry in &all {
                let page = of_command(words, &topics, entry);
                assert_eq!(fault(&page), None, "{} in {:?}", entry.name, words.language);
            }
        }
    }

    #[test]
    fn a_command_is_explained_in_every_language() {
        let entry = find("club leaderboard", Language::En).unwrap();
        let told = Language::ALL.map(|language| {
            let page = of_command(Words::of(language), &[Topic::Club, Topic::Chat], entry);
            format!("[{}]\n{}", language.code(), shown(&page))
        });
        insta::assert_snapshot!(told.join("\n\n"));
    }

    #[test]
    fn a_topic_lists_what_it_is_given_and_nothing_else() {
        let entries = ["status", "help"].map(|name| find(name, Language::En).unwrap());
        let page = of_topic(Words::ENGLISH, &[Topic::Own], Topic::Own, &entries);
        insta::assert_snapshot!(shown(&page), @r"
        # Your data, and the bot itself
        **/status** – How the bot is doing: version, latency and database
        **/help** – What the bot can do for you, and how

        /help with a command's name says all about that command.
        ");
    }
}
