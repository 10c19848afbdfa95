//! What the tiny bot does about events: it notes guilds and messages, and answers presses and modals.

use poise::serenity_prelude as serenity;
use serenity::{
    ActionRowComponent, ComponentInteraction, CreateAttachment, CreateInteractionResponse,
    CreateInteractionResponseMessage, CreateMessage, EditInteractionResponse, FullEvent,
    ModalInteraction,
};

use crate::bot_commands::{Data, Error, draft_form};

/// Every event passes here.
pub(crate) async fn handle(
    framework: poise::FrameworkContext<'_, Data, Error>,
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
        "edit" => CreateInteractionResponse::Modal(draft_form()),
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
    let value = input.value.as_deref().unwrap_or_default();
    let message = CreateInteractionResponseMessage::new();
    let response = if modal.data.custom_id == "edited" {
        let message = message.content(format!("The note says {value}"));
        CreateInteractionResponse::UpdateMessage(message)
    } else {
        CreateInteractionResponse::Message(message.content(format!("noted: {value}")))
    };
    modal.create_response(&context.http, response).await?;
    Ok(())
}
