//! Chat: conversations, what was said in them, and what became of each answer.
//!
//! A conversation belongs to one person. Each message has a place in it, counted from
//! 1 under the conversation's own row, so that of two that come in at once each gets
//! one. Answers to one question share a place; exactly one of them is chosen, and the
//! chosen messages in the order of their places are the conversation.
//!
//! An answer is written as it comes in (`streaming`) and ends once: [`finish`] is one
//! guarded UPDATE, so that Stop and the model's own end cannot overwrite each other.
//!
//! What lists, opens, renames or deletes takes the owner's key into the statement.
//! What is found by a button or a message of Discord's ([`find_message`],
//! [`find_by_post`]) is not: whoever may manage messages may press too, and the domain
//! decides that.

mod alternatives;
mod answers;
mod append;
mod attachments;
mod closing;
pub mod consent;
mod context;
mod conversations;
mod counts;
mod deletion;
mod excerpt;
mod heard;
mod messages;
mod posts;
pub mod retention;
mod rows;
mod search;
mod streaming;
mod transcript;
pub mod usage;

pub use alternatives::{alternatives, choose_alternative, create_alternative};
pub use answers::{Finished, Outcome, finish, finish_interrupted, save_progress};
pub use append::{NewMessage, append, create_messages};
pub use attachments::{
    Attachment, AttachmentKind, NewAttachment, attachment_bytes, attachments, create_attachments,
    drop_oldest_files,
};
pub use closing::{close, close_in, hold, move_here, reopen};
pub use context::context;
pub use conversations::{
    ConversationFilter, NewConversation, create_conversation, find_conversation, find_current,
    list_conversations, rename, title_if_untitled,
};
pub use counts::{Answers, count_answers};
pub use deletion::{delete_conversation, delete_forever, hidden, purge_deleted};
pub use excerpt::Excerpt;
pub use heard::{forget_heard, hear, is_heard};
pub use messages::{find_message, messages};
pub use posts::{NewPost, Post, claim_post, find_by_post, posts, record_post, remove_post};
pub use rows::{Conversation, Message, MessageStatus, Role};
pub use search::{Hit, search, search_titles};
pub use streaming::{
    Abandoned, find_streaming, interrupt_one, list_abandoned, list_ended_since, mark_interrupted,
    measure, stop_one,
};
pub use transcript::Transcript;

use crate::{StoreError, limits};

fn check_content(content: &str) -> Result<(), StoreError> {
    limits::check("bytes of a message", limits::MESSAGE_BYTES, content.len())
}
