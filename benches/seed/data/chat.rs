//! Conversations and their messages: a question, then an answer.

use anyhow::Result;
use fastrand::Rng;

use crate::cell::{Cell, Table};
use crate::known::{conversation_id, key};
use crate::sink::Sink;
use crate::world::{World, at, snowflake};
use crate::{Progress, USERS};

/// Messages of the longest conversation, as far as there are so many.
const LONGEST: u64 = 20_000;

const CONVERSATION: Table = Table {
    name: "chat_conversations",
    columns: &[
        "id",
        "user_id",
        "guild_id",
        "channel_id",
        "title",
        "search_text",
        "private",
        "last_position",
        "deleted_at",
        "created_at",
        "updated_at",
    ],
};

const MESSAGE: Table = Table {
    name: "chat_messages",
    columns: &[
        "id",
        "conversation_id",
        "user_id",
        "guild_id",
        "role",
        "content",
        "search_text",
        "status",
        "model",
        "prompt_tokens",
        "completion_tokens",
        "position",
        "parent_id",
        "chosen",
        "finish_reason",
        "duration_ms",
        "finished_at",
        "created_at",
        "updated_at",
    ],
};

/// What both tables say of one conversation: made from its number alone.
struct Conversation {
    number: u64,
    /// Its first message's number among all messages.
    first: u64,
    messages: u64,
    user: u64,
    guild: Option<u64>,
    made: i64,
    random: Rng,
}

/// Each conversation up to the last message.
fn all(world: &World) -> impl Iterator<Item = Conversation> {
    let total = world.amounts.messages;
    let (mut number, mut first) = (0, 0);
    std::iter::from_fn(move || {
        if first >= total {
            return None;
        }
        let mut random = Rng::with_seed(0xc4a7_0000_0000 + number);
        let guild = world.guild(&mut random);
        // One of 25 is the same person's.
        let user = match number % 25 {
            0 => 0,
            _ => world.active_member(&mut random, guild, USERS),
        };
        let wanted = match number {
            0 => LONGEST.min(total / 10),
            _ => 2 * random.u64(1..=11),
        };
        let conversation = Conversation {
            number,
            first,
            messages: wanted.clamp(1, total - first),
            user,
            guild: (random.u32(0..4) > 0).then_some(guild),
            made: at(first, total),
            random,
        };
        number += 1;
        first += conversation.messages;
        Some(conversation)
    })
}

pub(super) async fn conversations(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    progress.begin("conversations", world.amounts.messages);
    sink.begin(CONVERSATION).await?;
    for conversation in all(world) {
        let messages = conversation.messages;
        sink.row(conversation.row(world)).await?;
        progress.advance(messages);
    }
    sink.end().await
}

pub(super) async fn messages(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    progress.begin("messages", world.amounts.messages);
    sink.begin(MESSAGE).await?;
    for mut conversation in all(world) {
        for position in 0..conversation.messages {
            sink.row(conversation.message(world, position)).await?;
            progress.advance(1);
        }
    }
    sink.end().await
}

impl Conversation {
    /// Everything in it happens within its first hour; the longest takes the whole year.
    fn time(&self, position: u64) -> i64 {
        if self.number == 0 {
            return at(position, self.messages + 1);
        }
        self.made + 60_000_000 * i64::try_from(position).unwrap_or(0)
    }

    fn row(mut self, world: &World) -> Vec<Cell> {
        let title = world.words.sentence(&mut self.random, 4);
        let last = self.time(self.messages);
        let deleted = self.number > 0 && self.random.u32(0..50) == 0;
        vec![
            conversation_id(self.number).into(),
            World::user_key(self.user).into(),
            self.guild.map(World::guild_key).into(),
            snowflake(self.made, self.number % 7).into(),
            title.as_str().into(),
            title.to_lowercase().into(),
            self.number.is_multiple_of(10).into(),
            whole(self.messages),
            if deleted {
                Cell::Time(last)
            } else {
                Cell::Null
            },
            Cell::Time(self.made),
            Cell::Time(last),
        ]
    }

    fn message(&mut self, world: &World, position: u64) -> Vec<Cell> {
        let number = self.first + position;
        let (made, before) = (self.time(position), position.saturating_sub(1));
        let answers = position % 2 == 1;
        let words = if answers {
            self.random.usize(10..30)
        } else {
            self.random.usize(3..12)
        };
        let content = world.words.sentence(&mut self.random, words);
        let tokens = |tokens: u32| answers.then_some(i64::from(tokens));
        let question = || key(self.time(before), number.saturating_sub(1));
        vec![
            key(made, number).into(),
            conversation_id(self.number).into(),
            (!answers).then(|| World::user_key(self.user)).into(),
            self.guild.map(World::guild_key).into(),
            if answers { "assistant" } else { "user" }.into(),
            content.as_str().into(),
            content.to_lowercase().into(),
            "complete".into(),
            answers.then_some("a-model").into(),
            tokens(900).into(),
            tokens(120).into(),
            whole(position + 1),
            answers.then(question).into(),
            true.into(),
            answers.then_some("stop").into(),
            tokens(2_300).into(),
            if answers {
                Cell::Time(made)
            } else {
                Cell::Null
            },
            Cell::Time(made),
            Cell::Time(made),
        ]
    }
}

fn whole(number: u64) -> Cell {
    Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
