//! A slash command while it is typed, until it is sent.

use std::sync::Arc;

use serde_json::Value;

use crate::answer::Answer;
use crate::clock::Id;
use crate::command_line::{self, Input, Line};
use crate::interactions::{NewInteraction, kind};
use crate::option_value;
use crate::state::State;
use crate::upload::Upload;
use crate::world::World;

/// A slash command that is not sent yet.
#[derive(Debug)]
#[must_use = "a command does nothing before it is sent"]
pub struct Typed {
    world: Arc<World>,
    who: Id,
    channel: Id,
    line: String,
    inputs: Vec<(String, Input)>,
}

impl Typed {
    pub(crate) fn new(world: Arc<World>, who: Id, channel: Id, line: &str) -> Self {
        Self {
            world,
            who,
            channel,
            line: line.to_owned(),
            inputs: Vec::new(),
        }
    }

    /// Sets an option as a person types it; the registered type decides what is sent.
    pub fn option(mut self, name: &str, value: impl Into<Value>) -> Self {
        let text = option_value::plain(&value.into());
        self.inputs.push((name.to_owned(), Input::Text(text)));
        self
    }

    /// Attaches a file to an attachment option.
    pub fn attach(self, option: &str, file_name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.attach_upload(option, Upload::new(file_name, bytes))
    }

    /// Attaches a file that has something special about it.
    pub fn attach_upload(mut self, option: &str, upload: Upload) -> Self {
        self.inputs.push((option.to_owned(), Input::File(upload)));
        self
    }

    /// Sends it. What comes back is waited for by the [`Answer`].
    ///
    /// # Panics
    /// With the transcript, when Discord's client would not let the person send this: an unknown
    /// command or option, a value of the wrong type, a required option missing.
    #[expect(
        clippy::unused_async,
        reason = "people's actions read alike, and a slow client may come"
    )]
    pub async fn send(self) -> Answer {
        let Self {
            world,
            who,
            channel,
            line,
            inputs,
        } = self;
        match world.update(|state| send(state, (who, channel), &line, inputs)) {
            Ok(id) => Answer::new(world, id, who),
            Err(why) => world.fail(&format!("{line:?} cannot be sent: {why}")),
        }
    }
}

fn send(
    state: &mut State,
    (who, channel): (Id, Id),
    text: &str,
    inputs: Vec<(String, Input)>,
) -> Result<Id, String> {
    command_line::may_use_any(state, channel, who)?;
    let guild = state.guild_of(channel);
    let line = Line::parse(state, guild, who, text)?;
    let data = line.data(state, guild, channel, inputs)?;
    let name = state.user(who).name;
    state.note(format_args!("{name} types {text:?}"));
    Ok(state.interact(&NewInteraction {
        kind: kind::COMMAND,
        user: who,
        channel,
        data,
        source: None,
    }))
}
