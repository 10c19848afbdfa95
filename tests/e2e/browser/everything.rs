//! A bot that has one of everything that a page can show, and says what was done with it.

#![expect(clippy::unused_async, reason = "poise takes async functions only")]
#![expect(
    clippy::too_many_arguments,
    reason = "an option of every type in one command"
)]

use poise::{CreateReply, serenity_prelude as serenity};
use serenity::{
    ComponentInteractionDataKind, CreateActionRow, CreateAttachment, CreateButton, CreateEmbed,
    CreateInputText, CreateInteractionResponse, CreateInteractionResponseMessage, CreateModal,
    CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, InputTextStyle,
};

type Error = Box<dyn std::error::Error + Send + Sync>;
type Context<'a> = poise::Context<'a, (), Error>;

/// A picture of the demo, for what has one.
const PICTURE: &[u8] = include_bytes!("../../../assets/demo/sim-1.png");

pub(super) fn all() -> Vec<poise::Command<(), Error>> {
    vec![note(), gather(), menus(), show(), whisper()]
}

/// Opens a form.
#[poise::command(slash_command)]
async fn note(context: Context<'_>) -> Result<(), Error> {
    let poise::Context::Application(inner) = context else {
        return Ok(());
    };
    let short = CreateInputText::new(InputTextStyle::Short, "Your note", "note")
        .min_length(3)
        .max_length(20);
    let long = CreateInputText::new(InputTextStyle::Paragraph, "Why", "why")
        .required(false)
        .placeholder("As long as you like");
    let rows = vec![
        CreateActionRow::InputText(short),
        CreateActionRow::InputText(long),
    ];
    let modal = CreateModal::new("note", "A note").components(rows);
    let response = CreateInteractionResponse::Modal(modal);
    inner
        .interaction
        .create_response(context.http(), response)
        .await?;
    Ok(())
}

/// Takes an option of every type.
#[poise::command(slash_command)]
async fn gather(
    context: Context<'_>,
    #[description = "Some words"]
    #[min_length = 3]
    #[max_length = 10]
    words: String,
    #[description = "How often"]
    #[min = 1]
    #[max = 5]
    count: i64,
    #[description = "In which way"] way: Way,
    #[description = "Which fruit"]
    #[autocomplete = "fruits"]
    fruit: String,
    #[description = "Who"] who: serenity::User,
    #[description = "With which role"] role: serenity::Role,
    #[description = "Where"] place: serenity::GuildChannel,
    #[description = "Really"] really: bool,
    #[description = "How much"] much: Option<f64>,
) -> Result<(), Error> {
    let way = poise::ChoiceParameter::name(&way);
    let (who, role, place) = (who.name, role.name, place.name);
    let text = format!("{words} {count} {way} {fruit} {who} {role} {place} {really} {much:?}");
    context.say(text).await?;
    Ok(())
}

#[derive(poise::ChoiceParameter)]
enum Way {
    #[name = "at once"]
    AtOnce,
    #[name = "slowly"]
    Slowly,
}

async fn fruits(_: Context<'_>, partial: &str) -> serenity::CreateAutocompleteResponse {
    let all = ["Apple", "Apricot", "Banana"];
    let found = all
        .into_iter()
        .filter(|name| name.to_lowercase().contains(&partial.to_lowercase()));
    let choices = found.map(|name| serenity::AutocompleteChoice::new(name, format!("id-{name}")));
    serenity::CreateAutocompleteResponse::new().set_choices(choices.collect())
}

/// Offers something to choose from.
#[poise::command(slash_command)]
async fn menus(context: Context<'_>) -> Result<(), Error> {
    let colours = || {
        ["red", "green", "blue"]
            .map(|name| CreateSelectMenuOption::new(name, name))
            .to_vec()
    };
    let text = || CreateSelectMenuKind::String { options: colours() };
    let people = CreateSelectMenuKind::User {
        default_users: None,
    };
    let one = CreateSelectMenu::new("one", text()).placeholder("A colour");
    let many = CreateSelectMenu::new("many", text())
        .placeholder("Two colours")
        .min_values(2)
        .max_values(3);
    let who = CreateSelectMenu::new("who", people).placeholder("Somebody");
    let mut rows = [one, many, who].map(CreateActionRow::SelectMenu).to_vec();
    rows.push(CreateActionRow::Buttons(vec![
        CreateButton::new("yes").label("Yes").emoji('✅'),
        CreateButton::new("no").label("No").disabled(true),
        CreateButton::new_link("https://example.com/").label("Elsewhere"),
    ]));
    context
        .send(CreateReply::default().content("Choose.").components(rows))
        .await?;
    Ok(())
}

/// Shows an embed, a picture and a file.
#[poise::command(slash_command)]
async fn show(context: Context<'_>) -> Result<(), Error> {
    let embed = CreateEmbed::new()
        .title("A picture")
        .description("**Bold**, `code`, a [link](https://example.com/) and\n```\na table\n```")
        .field("One", "1", true)
        .field("Two", "2", true)
        .image("attachment://picture.png")
        .colour(0x2a_70_48)
        .footer(serenity::CreateEmbedFooter::new("The end"));
    let reply = CreateReply::default()
        .content("Look, <@1>: ||hidden||")
        .embed(embed)
        .attachment(CreateAttachment::bytes(PICTURE, "picture.png"))
        .attachment(CreateAttachment::bytes(&b"name,power"[..], "roster.csv"));
    context.send(reply).await?;
    Ok(())
}

/// Answers to oneself only.
#[poise::command(slash_command)]
async fn whisper(context: Context<'_>) -> Result<(), Error> {
    context
        .send(CreateReply::default().content("psst").ephemeral(true))
        .await?;
    Ok(())
}

/// Says what was chosen, pressed or filled in.
pub(super) async fn handle(
    framework: poise::FrameworkContext<'_, (), Error>,
    event: &serenity::FullEvent,
) -> Result<(), Error> {
    let serenity::FullEvent::InteractionCreate { interaction } = event else {
        return Ok(());
    };
    let says = |text: String| {
        let message = CreateInteractionResponseMessage::new().content(text);
        CreateInteractionResponse::Message(message)
    };
    let context = framework.serenity_context;
    match interaction {
        serenity::Interaction::Component(used) => {
            let chosen = match &used.data.kind {
                ComponentInteractionDataKind::StringSelect { values } => values.join(" and "),
                ComponentInteractionDataKind::UserSelect { values } => {
                    format!("{} people", values.len())
                }
                _ => "pressed".to_owned(),
            };
            let text = format!("{}: {chosen}", used.data.custom_id);
            used.create_response(context, says(text)).await?;
        }
        serenity::Interaction::Modal(filled) => {
            let rows = filled
                .data
                .components
                .iter()
                .flat_map(|row| &row.components);
            let values = rows.filter_map(|one| match one {
                serenity::ActionRowComponent::InputText(input) => input.value.as_deref(),
                _ => None,
            });
            let text = format!("noted: {}", values.collect::<Vec<_>>().join(" / "));
            filled.create_response(context, says(text)).await?;
        }
        _ => {}
    }
    Ok(())
}
