//! What people do with the controls of messages: buttons, selects, modals.

use serde_json::{Value, json};

use super::Member;
use crate::answer::Answer;
use crate::command_line;
use crate::controls::{self, Control, chosen, resolve, value_of};
use crate::guild::Message;
use crate::interactions::kind;
use crate::state::State;

impl Member {
    /// Presses the button with that label under an answer, as soon as it is there.
    ///
    /// # Panics
    /// With the transcript, when the person cannot see it, it is greyed out, or it does not come.
    pub async fn presses(&self, on: &Answer, label: &str) -> Answer {
        let what = format!("a button {label:?}");
        let control = on.control(self.id, &what, |body| is_button(body, label));
        self.presses_control(&control.await, label)
    }

    /// The same under a message that the bot posted on its own.
    ///
    /// # Panics
    /// As [`Member::presses`] does.
    pub async fn presses_under(&self, message: &Message, label: &str) -> Answer {
        let what = format!("a button {label:?}");
        let control = self.control_under(message, &what, |body| is_button(body, label));
        self.presses_control(&control.await, label)
    }

    fn presses_control(&self, control: &Control, label: &str) -> Answer {
        let data = json!({ "custom_id": control.body["custom_id"], "component_type": 2 });
        self.uses_control(control, data, &format!("presses {label:?}"))
    }

    /// Chooses in the first select of an answer: options by their labels, people, roles and channels
    /// by their names.
    ///
    /// # Panics
    /// With the transcript, when there is no select that the person can use, no such option, or too
    /// few or too many are chosen.
    pub async fn chooses(&self, on: &Answer, shown: &[&str]) -> Answer {
        let control = on.control(self.id, "a select", is_select).await;
        self.chooses_of(&control, shown)
    }

    /// The same in the select with this placeholder.
    ///
    /// # Panics
    /// As [`Member::chooses`] does.
    pub async fn chooses_in(&self, on: &Answer, placeholder: &str, shown: &[&str]) -> Answer {
        let what = format!("a select {placeholder:?}");
        let is_it = |body: &Value| is_select(body) && body["placeholder"] == placeholder;
        let control = on.control(self.id, &what, is_it).await;
        self.chooses_of(&control, shown)
    }

    /// Chooses in the first select under a message that the bot posted on its own.
    ///
    /// # Panics
    /// As [`Member::chooses`] does.
    pub async fn chooses_under(&self, message: &Message, shown: &[&str]) -> Answer {
        let control = self.control_under(message, "a select", is_select).await;
        self.chooses_of(&control, shown)
    }

    fn chooses_of(&self, control: &Control, shown: &[&str]) -> Answer {
        match self.world.read(|state| self.choice(state, control, shown)) {
            Ok(data) => self.uses_control(control, data, &format!("chooses {shown:?}")),
            Err(why) => self.world.fail(&why),
        }
    }

    fn choice(&self, state: &State, control: &Control, shown: &[&str]) -> Result<Value, String> {
        let select = &control.body;
        let guild = state.guilds.get(&self.guild);
        let values: Result<Vec<_>, String> = shown
            .iter()
            .map(|shown| {
                let value = value_of(state, guild, select, shown).map(Value::from);
                value.ok_or_else(|| format!("the select has no option {shown:?}"))
            })
            .collect();
        let values = chosen(select, &Value::from(values?))?;
        let resolved = resolve(state, guild, select["type"].as_u64(), &values)?;
        let mut data = json!({
            "custom_id": select["custom_id"], "component_type": select["type"], "values": values,
        });
        if !resolved.is_null() {
            data["resolved"] = resolved;
        }
        Ok(data)
    }

    async fn control_under(
        &self,
        message: &Message,
        what: &str,
        is_it: impl Fn(&Value) -> bool,
    ) -> Control {
        let found = |state: &State| {
            let message = state.messages.get(&message.id)?;
            controls::find(state, message, self.id, what, &is_it)
        };
        self.world.wait_for(what, found).await
    }

    /// Fills in the modal that an answer opened, each input by its label, and submits it.
    ///
    /// # Panics
    /// With the transcript, when no modal comes, or an input is not there, missing or too long.
    pub async fn fills(&self, on: &Answer, inputs: &[(&str, &str)]) -> Answer {
        let modal = on.modal().await;
        let done = self.world.update(|state| {
            let data = command_line::submission(&modal, inputs)?;
            let source = state
                .interactions
                .get(&on.interaction)
                .and_then(|one| one.source);
            let who = state.user(self.id).name;
            state.note(format_args!("{who} fills in {:?}", modal["title"]));
            Ok(self.interact(state, kind::MODAL, data, source))
        });
        self.answer(done)
    }

    fn uses_control(&self, control: &Control, data: Value, what: &str) -> Answer {
        let id = self.world.update(|state| {
            let who = state.user(self.id).name;
            state.note(format_args!("{who} {what}"));
            self.interact(state, kind::COMPONENT, data, Some(control.message))
        });
        self.answer(Ok(id))
    }
}

fn is_button(body: &Value, label: &str) -> bool {
    body["type"] == 2 && body["label"] == label
}

fn is_select(body: &Value) -> bool {
    body["type"] != 2
}
