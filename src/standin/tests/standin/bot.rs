//! A tiny bot, unmodified serenity and poise, that does one of each thing.

#![expect(clippy::unused_async, reason = "poise takes async functions only")]
#![expect(
    clippy::too_many_arguments,
    reason = "an option of every type in one command"
)]

use std::sync::{Arc, Mutex};

use discord_standin::Standin;
use poise::serenity_prelude as serenity;
use serenity::{
    ActionRowComponent, ComponentInteraction, CreateActionRow, CreateAttachment, CreateButton,
    CreateEmbed, CreateInputText, CreateInteractionResponse, CreateInteractionResponseMessage,
    CreateMessage, CreateModal, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
    EditInteractionResponse, FullEvent, InputTextStyle, ModalInteraction,
};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tracing::field::{Field, Visit};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::layer::{Context as LayerContext, Layer, SubscriberExt};

type Error = Box<dyn std::error::Error + Send + Sync>;
type Context<'a> = poise::Context<'a, UnboundedSender<String>, Error>;

/// A running bot; it stops when it is dropped.
pub(crate) struct Bot {
    pub(crate) events: UnboundedReceiver<String>,
    unknown: Arc<Mutex<Vec<String>>>,
    shards: Arc<serenity::ShardManager>,
    task: JoinHandle<Result<(), serenity::Error>>,
    _logs: DefaultGuard,
}

impl Bot {
    /// Starts the bot and waits until it serves.
    pub(crate) async fn start(discord: &Standin) -> Self {
        let bot = Self::launch(
            discord,
            discord.token(),
            serenity::GatewayIntents::non_privileged(),
        )
        .await;
        discord.bot_ready().await;
        bot
    }

    pub(crate) async fn launch(
        discord: &Standin,
        token: &str,
        intents: serenity::GatewayIntents,
    ) -> Self {
        let (unknown, logs) = watch_logs();
        let (sender, events) = unbounded_channel();
        let framework = poise::Framework::builder()
            .options(poise::FrameworkOptions {
                commands: vec![
                    ping(),
                    club(),
                    note(),
                    secret(),
                    admin(),
                    pick(),
                    roster(),
                    fail(),
                ],
                event_handler: |framework, event| Box::pin(handle(framework, event)),
                on_error: |error| Box::pin(async move { println!("the bot's error: {error}") }),
                ..Default::default()
            })
            .setup(|context, _, framework| {
                Box::pin(async move {
                    let commands = &framework.options().commands;
                    poise::builtins::register_globally(context, commands).await?;
                    Ok(sender)
                })
            })
            .build();
        let http = serenity::HttpBuilder::new(token)
            .proxy(discord.origin())
            .ratelimiter_disabled(true)
            .build();
        let mut client = serenity::ClientBuilder::new_with_http(http, intents)
            .framework(framework)
            .await
            .expect("a client");
        let shards = client.shard_manager.clone();
        let task = tokio::spawn(async move { client.start().await });
        Self {
            events,
            unknown,
            shards,
            task,
            _logs: logs,
        }
    }

    /// The next event that the handler recorded.
    pub(crate) async fn next(&mut self) -> String {
        let event = tokio::time::timeout(std::time::Duration::from_secs(30), self.events.recv());
        event
            .await
            .expect("an event within 30 s")
            .expect("a live bot")
    }

    /// Why the client gave up.
    pub(crate) async fn end(self) -> Result<(), serenity::Error> {
        self.task.await.expect("the bot's task")
    }

    /// Stops as a program does, and checks that it understood everything.
    pub(crate) async fn stop(self, discord: &Standin) {
        self.shards.shutdown_all().await;
        discord.bot_gone().await;
        self.understood_everything();
    }

    /// serenity drops what it cannot read with a DEBUG line only.
    pub(crate) fn understood_everything(&self) {
        assert_eq!(*self.unknown.lock().unwrap(), Vec::<String>::new());
    }
}

#[derive(Clone)]
struct UnknownEvents(Arc<Mutex<Vec<String>>>);

impl<S: tracing::Subscriber> Layer<S> for UnknownEvents {
    fn on_event(&self, event: &tracing::Event<'_>, _: LayerContext<'_, S>) {
        struct Message(String);
        impl Visit for Message {
            fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
                if field.name() == "message" {
                    self.0 = format!("{value:?}");
                }
            }
        }
        let mut message = Message(String::new());
        event.record(&mut message);
        let signs = ["An unknown event was received", "Err deserializing"];
        if signs.iter().any(|sign| message.0.contains(sign)) {
            self.0.lock().unwrap().push(message.0);
        }
    }
}

/// The tests' runtime has one thread, so the thread's subscriber sees the whole bot.
fn watch_logs() -> (Arc<Mutex<Vec<String>>>, DefaultGuard) {
    let unknown = Arc::new(Mutex::new(Vec::new()));
    let layer = UnknownEvents(unknown.clone());
    let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
    (unknown, guard)
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
) -> Result<(), Error> {
    let handle = context.say(format!("looking for {analysis}")).await?;
    handle
        .edit(
            context,
            poise::CreateReply::default().content(format!("found {analysis}")),
        )
        .await?;
    Ok(())
}

async fn analyses(_: Context<'_>, partial: &str) -> serenity::CreateAutocompleteResponse {
    let choices = ["Week 46", "Week 47"]
        .into_iter()
        .filter(|name| name.starts_with(partial));
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

/// Never answers.
#[poise::command(slash_command)]
async fn fail(_: Context<'_>) -> Result<(), Error> {
    Err("on purpose".into())
}

async fn handle(
    framework: poise::FrameworkContext<'_, UnboundedSender<String>, Error>,
    event: &FullEvent,
) -> Result<(), Error> {
    let context = framework.serenity_context;
    let line = match event {
        FullEvent::Ready { data_about_bot } => format!("ready {}", data_about_bot.guilds.len()),
        FullEvent::Resume { .. } => "resumed".to_owned(),
        FullEvent::GuildCreate { guild, is_new } => format!("create {} {is_new:?}", guild.name),
        FullEvent::GuildUpdate { new_data, .. } => format!("update {}", new_data.name),
        FullEvent::GuildDelete { incomplete, .. } => format!("delete {}", incomplete.unavailable),
        FullEvent::Message { new_message } if !new_message.author.bot => {
            if new_message.content == "hello <@bot>" {
                return Ok(());
            }
            let files = new_message.attachments.len();
            let reply = CreateMessage::new()
                .content("I heard you")
                .reference_message(new_message);
            if !new_message.content.is_empty() {
                new_message
                    .channel_id
                    .send_message(&context.http, reply)
                    .await?;
            }
            format!("message {:?} {files}", new_message.content)
        }
        FullEvent::InteractionCreate { interaction } => {
            if let Some(component) = interaction.as_message_component() {
                press(context, component).await?;
            } else if let Some(modal) = interaction.as_modal_submit() {
                submit(context, modal).await?;
            }
            return Ok(());
        }
        _ => return Ok(()),
    };
    framework.user_data.send(line)?;
    Ok(())
}

async fn press(context: &serenity::Context, press: &ComponentInteraction) -> Result<(), Error> {
    let message = CreateInteractionResponseMessage::new();
    let response = match press.data.custom_id.as_str() {
        "save" if !press.member.as_ref().is_some_and(may_manage) => {
            CreateInteractionResponse::Message(message.content("Only managers").ephemeral(true))
        }
        "save" => CreateInteractionResponse::UpdateMessage(
            message
                .content("Saved")
                .embeds(Vec::new())
                .components(Vec::new()),
        ),
        "later" => {
            press
                .create_response(&context.http, CreateInteractionResponse::Acknowledge)
                .await?;
            let edit = EditInteractionResponse::new()
                .content("Later, then")
                .new_attachment(CreateAttachment::bytes(&b"more"[..], "more.txt"));
            press.edit_response(&context.http, edit).await?;
            return Ok(());
        }
        "pick" => {
            let serenity::ComponentInteractionDataKind::StringSelect { values } = &press.data.kind
            else {
                return Ok(());
            };
            CreateInteractionResponse::Message(message.content(format!("picked {}", values[0])))
        }
        _ => return Ok(()),
    };
    press.create_response(&context.http, response).await?;
    Ok(())
}

fn may_manage(member: &serenity::Member) -> bool {
    member
        .permissions
        .is_some_and(serenity::Permissions::manage_guild)
}

async fn submit(context: &serenity::Context, modal: &ModalInteraction) -> Result<(), Error> {
    let ActionRowComponent::InputText(input) = &modal.data.components[0].components[0] else {
        return Ok(());
    };
    let text = format!("noted: {}", input.value.as_deref().unwrap_or_default());
    let message = CreateInteractionResponseMessage::new().content(text);
    modal
        .create_response(&context.http, CreateInteractionResponse::Message(message))
        .await?;
    Ok(())
}
