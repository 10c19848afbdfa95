//! The controls of the settings message. Each says what its setting held when it was shown, so that
//! nobody writes over what somebody else has set meanwhile without knowing.

use serde_json::{Value, json};
use slimy_domain::settings::{self, Changed, Kind, Mark, Setting, Spot};
use slimy_words::{Words, say};

use crate::{
    Error,
    answer::Answer,
    check::Request,
    component::{Channels, Control, Filled, Options, Roles, Short},
    limits::INPUT_VALUE,
    modal::{Modal, TextInput},
};

use super::{
    clash,
    key::{Key, Topic},
    open::{page, topic_page},
    values::name,
};

/// The only input of the modals.
const VALUE: &str = "value";
/// Characters of what is no text of its own: a time zone, a number.
const SHORT: u16 = 100;

/// One of a setting's choices, or an action of the audit log.
type Chosen = Short<64>;

control! {
    /// The menu of topics.
    pub(crate) struct ChooseTopic("settings.topic") {}
}

impl Control for ChooseTopic {
    type Input = Options<Topic>;
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(
        self,
        request: &Request<'_>,
        Options(topics): Options<Topic>,
    ) -> Result<Answer, Error> {
        let topic = topics.first().copied().unwrap_or(Topic("language"));
        topic_page(request, topic).await
    }
}

control! {
    /// The menu of a topic's settings.
    pub(crate) struct ChooseSetting("settings.pick") { topic: Topic }
}

impl Control for ChooseSetting {
    type Input = Options<Key>;
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(
        self,
        request: &Request<'_>,
        Options(keys): Options<Key>,
    ) -> Result<Answer, Error> {
        match keys.first() {
            Some(Key(setting)) => page(request, setting).await,
            None => topic_page(request, self.topic).await,
        }
    }
}

control! {
    /// **On** and **Off**.
    pub(crate) struct Switch("settings.switch") { key: Key, on: bool, base: Mark }
}

impl Control for Switch {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        put(request, &Spot::of(self.key.0), json!(self.on), self.base).await
    }
}

control! {
    /// The menu of a setting's choices, or of actions.
    pub(crate) struct Choose("settings.choose") { key: Key, base: Mark }
}

impl Control for Choose {
    type Input = Options<Chosen>;
    type Outcome = Answer;

    async fn perform(
        self,
        request: &Request<'_>,
        Options(chosen): Options<Chosen>,
    ) -> Result<Answer, Error> {
        let Key(setting) = self.key;
        let texts = chosen.iter().map(Short::as_str);
        let value = match setting.kind {
            Kind::Actions { .. } => texts.map(Value::from).collect(),
            _ => texts.map(Value::from).next().unwrap_or_default(),
        };
        put(request, &Spot::of(setting), value, self.base).await
    }
}

control! {
    /// The menu of channels.
    pub(crate) struct PickChannels("settings.channels") { key: Key, base: Mark }
}

impl Control for PickChannels {
    type Input = Channels;
    type Outcome = Answer;

    async fn perform(
        self,
        request: &Request<'_>,
        Channels(chosen): Channels,
    ) -> Result<Answer, Error> {
        let ids = chosen.iter().map(|id| id.get());
        put_ids(request, self.key, ids, self.base).await
    }
}

control! {
    /// The menu of roles.
    pub(crate) struct PickRoles("settings.roles") { key: Key, base: Mark }
}

impl Control for PickRoles {
    type Input = Roles;
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, Roles(chosen): Roles) -> Result<Answer, Error> {
        let ids = chosen.iter().map(|id| id.get());
        put_ids(request, self.key, ids, self.base).await
    }
}

control! {
    /// **Default**.
    pub(crate) struct Reset("settings.default") { key: Key, base: Mark }
}

impl Control for Reset {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        put(request, &Spot::of(self.key.0), Value::Null, self.base).await
    }
}

control! {
    /// **Change…**: opens a modal with what holds now.
    pub(crate) struct Edit("settings.edit") { key: Key }
}

impl Control for Edit {
    type Input = ();
    type Outcome = Modal;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Modal, Error> {
        let Key(setting) = self.key;
        let value = holds(request, setting).await?;
        let form = Fill {
            key: self.key,
            base: Mark::of(&value),
        };
        let words = request.words;
        let modal = Modal::of(&form, &name(words, setting));
        Ok(modal.input(input(words, setting, &value)))
    }
}

control! {
    /// The modal of a setting.
    pub(crate) struct Fill("settings.fill") { key: Key, base: Mark }
}

impl Control for Fill {
    type Input = Filled;
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, filled: Filled) -> Result<Answer, Error> {
        let spot = Spot::of(self.key.0);
        let value = match filled.text(VALUE)? {
            "" => Value::Null,
            text => spot.read(text).map_err(slimy_domain::UserError::from)?,
        };
        put(request, &spot, value, self.base).await
    }
}

control! {
    /// The menu of channels, each with a text of its own: opens a modal with that text.
    pub(crate) struct PickTextChannel("settings.text") { key: Key }
}

impl Control for PickTextChannel {
    type Input = Channels;
    type Outcome = Modal;
    const IS_AUDITED: bool = false;

    async fn perform(
        self,
        request: &Request<'_>,
        Channels(chosen): Channels,
    ) -> Result<Modal, Error> {
        let Key(setting) = self.key;
        let channel = chosen.first().map(ToString::to_string);
        let channel = channel.ok_or(slimy_domain::UserError::StaleButton)?;
        let texts = holds(request, setting).await?;
        let text = texts.get(&channel).cloned().unwrap_or_default();
        let channel = Short::new(channel).ok_or(slimy_domain::UserError::StaleButton)?;
        let form = FillText {
            key: self.key,
            channel,
            base: Mark::of(&text),
        };
        let words = request.words;
        let modal = Modal::of(&form, &name(words, setting));
        Ok(modal.input(input(words, setting, &text)))
    }
}

control! {
    /// The modal of one channel's text.
    pub(crate) struct FillText("settings.fill.text") { key: Key, channel: Short<20>, base: Mark }
}

impl Control for FillText {
    type Input = Filled;
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, filled: Filled) -> Result<Answer, Error> {
        let spot = Spot::in_channel(self.key.0, self.channel.as_str());
        let spot = spot.ok_or(slimy_domain::UserError::StaleButton)?;
        let value = spot.read(filled.text(VALUE)?);
        let value = value.map_err(slimy_domain::UserError::from)?;
        put(request, &spot, value, self.base).await
    }
}

/// What holds for a setting now.
async fn holds(request: &Request<'_>, setting: &Setting) -> Result<Value, Error> {
    let all = settings::look(request.services, &request.actor).await?;
    let held = all.into_iter().find(|held| held.setting.key == setting.key);
    Ok(held.map(|held| held.value).unwrap_or_default())
}

async fn put_ids(
    request: &Request<'_>,
    Key(setting): Key,
    ids: impl Iterator<Item = u64>,
    base: Mark,
) -> Result<Answer, Error> {
    let mut ids = ids.map(|id| Value::from(id.to_string()));
    let value = match setting.kind {
        Kind::Channel => ids.next().unwrap_or_default(),
        _ => ids.collect(),
    };
    put(request, &Spot::of(setting), value, base).await
}

/// Sets it, and shows the settings again; where somebody else has set it meanwhile, asks.
async fn put(
    request: &Request<'_>,
    spot: &Spot,
    value: Value,
    base: Mark,
) -> Result<Answer, Error> {
    let done = settings::change(request.services, &request.actor, spot, value, base).await?;
    match done {
        Changed::Done(held) => page(request, held.setting).await,
        Changed::Clash(clash) => Ok(clash::answer(request.words, &clash)),
    }
}

/// The input for a value, with what holds filled in.
pub(super) fn input(words: Words, setting: &Setting, value: &Value) -> TextInput {
    let most = u16::try_from(INPUT_VALUE).unwrap_or(u16::MAX);
    let label = say!(words, "settings-leave-empty");
    let input = match setting.kind {
        Kind::Text { .. } | Kind::TextByChannel { .. } | Kind::Actions { .. } => {
            TextInput::paragraph(VALUE, &label).length(0, most)
        }
        _ => TextInput::line(VALUE, &label).length(0, SHORT),
    };
    let kind = match setting.kind {
        Kind::TextByChannel { most, .. } => Kind::Text { most },
        other => other,
    };
    let input = input.placeholder(&kind.accepted(words)).optional();
    match value {
        Value::Null => input,
        Value::String(text) => input.value(text),
        Value::Array(items) => {
            let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            input.value(&items.join("\n"))
        }
        other => input.value(&other.to_string()),
    }
}
