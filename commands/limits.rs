//! How much Discord lets a message, a modal and a command hold, and whether one holds more.
//!
//! The numbers are Discord's documentation of 2026: "Message", "Embed Limits", "Component
//! Reference", "Application Commands". Lengths are counted in UTF-16 units, the larger of the two
//! ways that Discord's own clients disagree on.

use serde_json::Value;

use crate::{answer::Answer, component::MAX_CUSTOM_ID, modal::Modal};

/// A message's content.
pub(crate) const CONTENT: usize = 2_000;
/// An embed's title.
pub(crate) const EMBED_TITLE: usize = 256;
/// An embed's description.
pub(crate) const EMBED_DESCRIPTION: usize = 4_096;
/// An embed's fields.
pub(crate) const EMBED_FIELDS: usize = 25;
/// The name of a field.
pub(crate) const FIELD_NAME: usize = 256;
/// The value of a field.
pub(crate) const FIELD_VALUE: usize = 1_024;
/// An embed's footer.
pub(crate) const FOOTER: usize = 2_048;
/// Options of a select, and choices of a completion.
pub(crate) const OPTIONS: usize = 25;
/// The name of a choice or option, its value, and its description.
pub(crate) const OPTION: usize = 100;
/// What stands on a button.
pub(crate) const LABEL: usize = 80;
/// A select's placeholder.
pub(crate) const SELECT_PLACEHOLDER: usize = 150;
/// A modal's title.
pub(crate) const MODAL_TITLE: usize = 45;
/// Inputs of a modal.
pub(crate) const INPUTS: usize = 5;
/// The label of an input.
pub(crate) const INPUT_LABEL: usize = 45;
/// The placeholder of an input.
pub(crate) const INPUT_PLACEHOLDER: usize = 100;
/// What a file shows, for those who cannot see it.
pub(crate) const ALT: usize = 1_024;
/// The text of an input.
pub(crate) const INPUT_VALUE: usize = 4_000;
/// Bytes of a file where nobody boosts the server.
pub(crate) const FILE_BYTES: usize = 10 << 20;

const AUTHOR: usize = 256;
const EMBEDS: usize = 10;
const EMBED_CHARACTERS: usize = 6_000;
const ROWS: usize = 5;
const BUTTONS: usize = 5;
const FILES: usize = 10;
/// Bytes of all files of a message, below the 25 MiB of a request.
const REQUEST_BYTES: usize = 24 << 20;

/// What Discord would not take in `answer`, and why. Every answer is held against it where it is
/// sent, in builds for development and tests, and every test of an answer should be.
pub(crate) fn fault(answer: &Answer) -> Option<String> {
    message(answer).err()
}

/// What Discord would not take in `modal`.
pub(crate) fn modal_fault(modal: &Modal) -> Option<String> {
    form(modal).err()
}

fn message(answer: &Answer) -> Result<(), String> {
    if answer.content.is_empty() && answer.embeds.is_empty() && answer.files.is_empty() {
        return Err("it is empty".to_owned());
    }
    at_most("content", &answer.content, CONTENT)?;
    files(answer)?;
    count("embeds", answer.embeds.len(), EMBEDS)?;
    let mut characters = 0;
    for one in &answer.embeds {
        let json = to_json(one)?;
        characters += embed(&json)?;
        pictures(&json, answer)?;
    }
    count("characters of all embeds", characters, EMBED_CHARACTERS)?;
    count("rows", answer.rows.len(), ROWS)?;
    let mut custom_ids = Vec::new();
    for one in &answer.rows {
        row(&to_json(one)?, &mut custom_ids)?;
    }
    unique("custom_id", &mut custom_ids)
}

fn files(answer: &Answer) -> Result<(), String> {
    count("files", answer.files.len(), FILES)?;
    let mut names = Vec::new();
    let mut bytes = 0;
    for file in &answer.files {
        count(&file.filename, file.data.len(), FILE_BYTES)?;
        bytes += file.data.len();
        names.push(file.filename.clone());
    }
    count("bytes of all files", bytes, REQUEST_BYTES)?;
    unique("file", &mut names)
}

/// The characters of an embed that count towards the sum.
fn embed(embed: &Value) -> Result<usize, String> {
    let mut characters = 0;
    let parts = [
        ("title", &embed["title"], EMBED_TITLE),
        ("description", &embed["description"], EMBED_DESCRIPTION),
        ("footer", &embed["footer"]["text"], FOOTER),
        ("author", &embed["author"]["name"], AUTHOR),
    ];
    for (what, part, max) in parts {
        characters += at_most(what, text(part), max)?;
    }
    let fields = list(&embed["fields"]);
    count("fields", fields.len(), EMBED_FIELDS)?;
    for field in fields {
        characters += between("a field's name", text(&field["name"]), FIELD_NAME)?;
        characters += between("a field's value", text(&field["value"]), FIELD_VALUE)?;
    }
    let shows = ["title", "description", "image", "thumbnail"];
    if characters == 0 && shows.iter().all(|part| embed[*part].is_null()) {
        return Err("an embed is empty".to_owned());
    }
    Ok(characters)
}

/// A picture that an embed shows from the message's files has to be among them.
fn pictures(embed: &Value, answer: &Answer) -> Result<(), String> {
    for part in ["image", "thumbnail"] {
        let Some(name) = text(&embed[part]["url"]).strip_prefix("attachment://") else {
            continue;
        };
        if !answer.files.iter().any(|file| file.filename == name) {
            return Err(format!("the picture {name} is not among the files"));
        }
    }
    Ok(())
}

fn row(row: &Value, custom_ids: &mut Vec<String>) -> Result<(), String> {
    let components = list(&row["components"]);
    if components.is_empty() {
        return Err("a row is empty".to_owned());
    }
    let is_buttons = components.iter().all(|one| one["type"] == 2);
    count(
        "components of a row",
        components.len(),
        if is_buttons { BUTTONS } else { 1 },
    )?;
    for component in components {
        if component["type"] == 2 {
            at_most("a button's label", text(&component["label"]), LABEL)?;
            if text(&component["label"]).is_empty() && component["emoji"].is_null() {
                return Err("a button has no label".to_owned());
            }
        } else {
            select(component)?;
        }
        if component["url"].is_null() {
            let custom_id = text(&component["custom_id"]);
            between("a custom_id", custom_id, MAX_CUSTOM_ID)?;
            custom_ids.push(custom_id.to_owned());
        }
    }
    Ok(())
}

fn select(select: &Value) -> Result<(), String> {
    at_most(
        "a placeholder",
        text(&select["placeholder"]),
        SELECT_PLACEHOLDER,
    )?;
    if select["type"] != 3 {
        return Ok(());
    }
    let options = list(&select["options"]);
    if options.is_empty() {
        return Err("a select has no options".to_owned());
    }
    count("options", options.len(), OPTIONS)?;
    let mut values = Vec::new();
    for option in options {
        between("an option's label", text(&option["label"]), OPTION)?;
        between("an option's value", text(&option["value"]), OPTION)?;
        at_most(
            "an option's description",
            text(&option["description"]),
            OPTION,
        )?;
        values.push(text(&option["value"]).to_owned());
    }
    let most = select["max_values"].as_u64().unwrap_or(1);
    count(
        "choices at once",
        usize::try_from(most).unwrap_or(usize::MAX),
        options.len(),
    )?;
    unique("option", &mut values)
}

fn form(modal: &Modal) -> Result<(), String> {
    between("the title", &modal.title, MODAL_TITLE)?;
    between("the custom_id", &modal.custom_id, MAX_CUSTOM_ID)?;
    if modal.inputs.is_empty() {
        return Err("it has no input".to_owned());
    }
    count("inputs", modal.inputs.len(), INPUTS)?;
    let mut names = Vec::new();
    for input in &modal.inputs {
        between("an input's name", &input.name, MAX_CUSTOM_ID)?;
        between("an input's label", &input.label, INPUT_LABEL)?;
        at_most("a placeholder", &input.placeholder, INPUT_PLACEHOLDER)?;
        at_most("a value", &input.value, input.at_most.into())?;
        count("characters of an input", input.at_most.into(), INPUT_VALUE)?;
        count(
            "characters of an input at least",
            input.at_least.into(),
            input.at_most.into(),
        )?;
        names.push(input.name.clone());
    }
    unique("input", &mut names)
}

fn to_json(part: &impl serde::Serialize) -> Result<Value, String> {
    serde_json::to_value(part).map_err(|error| error.to_string())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn at_most(what: &str, text: &str, max: usize) -> Result<usize, String> {
    let length = text.encode_utf16().count();
    count(what, length, max)?;
    Ok(length)
}

fn between(what: &str, text: &str, max: usize) -> Result<usize, String> {
    if text.trim().is_empty() {
        return Err(format!("{what} is empty"));
    }
    at_most(what, text, max)
}

fn count(what: &str, count: usize, max: usize) -> Result<(), String> {
    if count > max {
        return Err(format!("{what}: {count}, and Discord takes {max}"));
    }
    Ok(())
}

fn unique(what: &str, names: &mut [String]) -> Result<(), String> {
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(format!("{what} {:?} stands there twice", pair[0])),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use poise::serenity_prelude::{
        CreateActionRow, CreateButton, CreateEmbed, CreateSelectMenu, CreateSelectMenuKind,
        CreateSelectMenuOption,
    };

    use super::*;

    /// What counts towards the 8,000 characters of a command.
    fn characters(option: &Value) -> usize {
        let own = [&option["name"], &option["description"], &option["value"]];
        let own: usize = own.iter().map(|part| text(part).chars().count()).sum();
        let parts = list(&option["options"])
            .iter()
            .chain(list(&option["choices"]));
        own + parts.map(characters).sum::<usize>()
    }

    fn check_option(option: &Value) {
        let name = text(&option["name"]);
        let is_named = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        assert!((1..=32).contains(&name.chars().count()), "{name}");
        assert!(
            name.chars().all(is_named) && name == name.to_lowercase(),
            "{name}"
        );
        let described = text(&option["description"]).chars().count();
        assert!((1..=100).contains(&described), "the description of {name}");
        let options = list(&option["options"]);
        assert!(
            options.len() <= 25 && list(&option["choices"]).len() <= 25,
            "{name}"
        );
        let required: Vec<bool> = options.iter().map(|one| one["required"] == true).collect();
        assert!(
            required.is_sorted_by(|one, next| one >= next),
            "{name}: required ones come first"
        );
        options.iter().for_each(check_option);
    }

    #[test]
    fn the_commands_are_within_discords_limits() {
        let commands = crate::registered(&crate::all());
        let commands = serde_json::to_value(commands).unwrap();
        let (slash, menus): (Vec<&Value>, Vec<&Value>) = list(&commands)
            .iter()
            .partition(|command| command["type"] == 1);
        assert!(slash.len() <= 100 && menus.len() <= 15);
        for command in slash {
            check_option(command);
            let characters = characters(command);
            assert!(characters <= 8_000, "{}: {characters}", command["name"]);
        }
        for menu in menus {
            assert!((1..=32).contains(&text(&menu["name"]).chars().count()));
        }
    }

    fn buttons(ids: &[&str]) -> CreateActionRow {
        let buttons = ids.iter().map(|id| CreateButton::new(*id).label("Press"));
        CreateActionRow::Buttons(buttons.collect())
    }

    fn options(count: usize) -> CreateActionRow {
        let options = (0..count).map(|n| CreateSelectMenuOption::new("One", n.to_string()));
        let options = options.collect();
        let kind = CreateSelectMenuKind::String { options };
        CreateActionRow::SelectMenu(CreateSelectMenu::new("s", kind))
    }

    #[test]
    fn an_answer_at_every_limit_passes() {
        let mut embed = CreateEmbed::new()
            .title("é".repeat(256))
            .description("x".repeat(4_096));
        for _ in 0..25 {
            embed = embed.field("n".repeat(10), "v".repeat(55), true);
        }
        let answer = Answer {
            content: "🐌".repeat(1_000),
            embeds: vec![embed],
            rows: vec![
                buttons(&["1", "2", "3", "4", &"5".repeat(100)]),
                options(25),
                buttons(&["a"]),
                buttons(&["b"]),
                buttons(&["c"]),
            ],
            files: Vec::new(),
        };
        let answer = answer
            .file("a.csv", vec![0; FILE_BYTES])
            .file("b.csv", vec![0; FILE_BYTES]);
        assert_eq!(fault(&answer), None);
    }

    #[test]
    fn an_answer_over_a_limit_says_which() {
        let text = || Answer::text("Hello.");
        let embed = CreateEmbed::new;
        let over = [
            Answer::default(),
            Answer::text("🐌".repeat(1_001)),
            embed().into(),
            embed().title("x".repeat(257)).into(),
            embed().description("x".repeat(4_097)).into(),
            embed().field("", "v", true).into(),
            embed().field("n", "v".repeat(1_025), true).into(),
            embed()
                .title("t")
                .fields((0..26).map(|n| (n.to_string(), "v", true)))
                .into(),
            embed().title("t").image("attachment://chart.png").into(),
            Answer {
                embeds: vec![embed().description("x".repeat(3_001)); 2],
                ..Answer::default()
            },
            Answer {
                embeds: vec![embed().title("t"); 11],
                ..Answer::default()
            },
            text().row(buttons(&["1", "2", "3", "4", "5", "6"])),
            text().row(buttons(&["1"])).row(buttons(&["1"])),
            text().row(buttons(&[&"1".repeat(101)])),
            text().row(CreateActionRow::Buttons(Vec::new())),
            text().row(options(26)),
            text().row(options(0)),
            (0..6).fold(text(), |answer, n| answer.row(buttons(&[&n.to_string()]))),
            text().file("a.csv", vec![0; FILE_BYTES + 1]),
            text().file("a.csv", vec![0]).file("a.csv", vec![0]),
        ];
        let said: Vec<String> = over
            .iter()
            .map(|answer| fault(answer).unwrap_or_else(|| format!("nothing is said of {answer:?}")))
            .collect();
        insta::assert_snapshot!(said.join("\n"));
    }
}
