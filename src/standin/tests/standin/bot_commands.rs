//! The tiny bot's commands: one of each kind.

#![expect(clippy::unused_async, reason = "poise takes async functions only")]
#![expect(
    clippy::too_many_arguments,
    reason = "an option of every type in one command"
)]

use poise::serenity_prelude as serenity;
use serenity::{
    CreateActionRow, CreateAttachment, CreateButton, CreateEmbed, CreateInputText,
    CreateInteractionResponse, CreateModal, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption, InputTextStyle,
};
use tokio::sync::mpsc::UnboundedSender;

/// What goes wrong in the bot.
pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;
/// Where the bot writes what it saw.
pub(crate) type Data = UnboundedSender<String>;
type Context<'a> = poise::Context<'a, Data, Error>;

/// All of them.
pub(crate) fn all() -> Vec<poise::Command<Data, Error>> {
    vec![
        ping(),
        club(),
        note(),
        secret(),
        admin(),
        pick(),
        roster(),
        greet(),
        fail(),
        draft(),
    ]
}

fn preview_buttons() -> CreateActionRow {
    CreateActionRow::Buttons(vec![
        CreateButton::new("save").label("Save"),
        CreateButton::new("discard").label("Discard"),
        CreateButton::new("later").label("Later"),
        CreateButton::new("never").label("Never").disabled(true),
    ])
}

/// Says pong.
#[poise::command(slash_command)]
async fn ping(context: Context<'_>) -> Result<(), Error> {
    context.say("pong").await?;
    Ok(())
}

/// Everything about the club.
#[poise::command(slash_command, subcommands("analyze", "show"))]
async fn club(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Reads a screenshot.
#[poise::command(slash_command)]
async fn analyze(
    context: Context<'_>,
    #[description = "The screenshot"] screenshot: serenity::Attachment,
    #[description = "A title"] title: Option<String>,
) -> Result<(), Error> {
    context.defer().await?;
    let title = title.unwrap_or_else(|| "untitled".to_owned());
    let text = format!("{} of {} bytes", screenshot.filename, screenshot.size);
    let embed =
        CreateEmbed::new()
            .title(title)
            .description(text)
            .field("Found", "55 members", true);
    let reply = poise::CreateReply::default()
        .embed(embed)
        .components(vec![preview_buttons()])
        .attachment(CreateAttachment::bytes(&b"name,power"[..], "roster.csv"));
    context.send(reply).await?;
    Ok(())
}

/// Shows an analysis.
#[poise::command(slash_command)]
async fn show(
    context: Context<'_>,
    #[description = "Which one"]
    #[autocomplete = "analyses"]
    analysis: String,
    #[description = "The other way round"] newest_first: Option<bool>,
) -> Result<(), Error> {
    assert_eq!(newest_first, None, "only the completion is asked with it");
    let handle = context.say(format!("looking for {analysis}")).await?;
    handle
        .edit(
            context,
            poise::CreateReply::default().content(format!("found {analysis}")),
        )
        .await?;
    Ok(())
}

async fn analyses(context: Context<'_>, partial: &str) -> serenity::CreateAutocompleteResponse {
    let mut choices = vec!["Week 46", "Week 47"];
    choices.retain(|name| name.starts_with(partial));
    let poise::Context::Application(inner) = context else {
        unreachable!("only slash commands complete");
    };
    let mut filled = inner.args.iter();
    if filled.any(|option| matches!(option.value, serenity::ResolvedValue::Boolean(true))) {
        choices.reverse();
    }
    let choices = choices.into_iter();
    let choices = choices.map(|name| serenity::AutocompleteChoice::new(name, name.to_lowercase()));
    serenity::CreateAutocompleteResponse::new().set_choices(choices.collect())
}

/// Asks for a note.
#[poise::command(slash_command)]
async fn note(context: Context<'_>) -> Result<(), Error> {
    let poise::Context::Application(inner) = context else {
        return Ok(());
    };
    let input = CreateInputText::new(InputTextStyle::Short, "Your note", "text").max_length(20);
    let modal =
        CreateModal::new("note", "Note").components(vec![CreateActionRow::InputText(input)]);
    let response = CreateInteractionResponse::Modal(modal);
    inner
        .interaction
        .create_response(context.http(), response)
        .await?;
    Ok(())
}

/// Answers only to oneself, three times.
#[poise::command(slash_command)]
async fn secret(context: Context<'_>) -> Result<(), Error> {
    context.defer_ephemeral().await?;
    context.say("first").await?;
    let quietly = |text: &str| poise::CreateReply::default().content(text).ephemeral(true);
    let second = context.send(quietly("second")).await?;
    let third = context.send(quietly("third")).await?;
    third.delete(context).await?;
    second.edit(context, quietly("second, edited")).await?;
    Ok(())
}

/// Sub-commands in groups.
#[poise::command(
    slash_command,
    subcommands("roles"),
    default_member_permissions = "MANAGE_GUILD"
)]
async fn admin(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Everything about roles.
#[poise::command(slash_command, subcommands("add"))]
async fn roles(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Adds a role to somebody.
#[poise::command(slash_command)]
async fn add(
    context: Context<'_>,
    #[description = "Who"] who: serenity::Member,
    #[description = "Which role"] role: serenity::Role,
    #[description = "Where"] place: serenity::GuildChannel,
    #[description = "How often"]
    #[min = 1]
    #[max = 5]
    count: i64,
    #[description = "Really"] really: bool,
    #[description = "How much"] much: f64,
    #[description = "How"] how: How,
) -> Result<(), Error> {
    let (who, place) = (who.user.name, place.name);
    let how = poise::ChoiceParameter::name(&how);
    context
        .say(format!(
            "{who} {} {place} {count} {really} {much} {how}",
            role.name
        ))
        .await?;
    Ok(())
}

#[derive(poise::ChoiceParameter)]
enum How {
    #[name = "at once"]
    AtOnce,
    #[name = "slowly"]
    Slowly,
}

/// Lets one pick.
#[poise::command(slash_command)]
async fn pick(context: Context<'_>) -> Result<(), Error> {
    let options = ["red", "green"].map(|name| CreateSelectMenuOption::new(name, name));
    let kind = CreateSelectMenuKind::String {
        options: options.to_vec(),
    };
    let select = CreateSelectMenu::new("pick", kind).placeholder("A colour");
    let row = CreateActionRow::SelectMenu(select);
    context
        .send(
            poise::CreateReply::default()
                .content("Pick one")
                .components(vec![row]),
        )
        .await?;
    Ok(())
}

#[poise::command(context_menu_command = "Analyze club roster")]
async fn roster(context: Context<'_>, message: serenity::Message) -> Result<(), Error> {
    let reply = format!(
        "{} with {} files",
        message.content,
        message.attachments.len()
    );
    context.say(reply).await?;
    Ok(())
}

#[poise::command(context_menu_command = "Greet")]
async fn greet(context: Context<'_>, user: serenity::User) -> Result<(), Error> {
    let place = if context.guild_id().is_some() {
        "a guild"
    } else {
        "private"
    };
    context
        .say(format!("Hello {} in {place}", user.name))
        .await?;
    Ok(())
}

/// Something that is filled in later.
#[poise::command(slash_command)]
async fn draft(context: Context<'_>) -> Result<(), Error> {
    let row = CreateActionRow::Buttons(vec![CreateButton::new("edit").label("Edit")]);
    let reply = poise::CreateReply::default().content("An empty note");
    context.send(reply.components(vec![row])).await?;
    Ok(())
}

/// The form that fills it in.
pub(crate) fn draft_form() -> CreateModal {
    let input = CreateInputText::new(InputTextStyle::Short, "Text", "text");
    CreateModal::new("edited", "Edit the note").components(vec![CreateActionRow::InputText(input)])
}

/// Never answers.
#[poise::command(slash_command)]
async fn fail(_: Context<'_>) -> Result<(), Error> {
    Err("on purpose".into())
}
