//! A bot with a model.

use discord_standin::{
    Answer, Member, Message, Upload,
    model::{Model, Pace, Reply},
};
use slimy_domain::chat::consent::NOTICE;
use slimy_store::{Clock as _, SystemClock, chat::consent, testing::TestDb, users};

use crate::bot::Scene;

/// A scene with a model that the bot chats with.
pub(crate) struct Talk {
    pub(crate) scene: Scene,
    pub(crate) model: Model,
    pub(crate) bob: Member,
}

/// The settings of a bot that chats with `model`, without a cooldown.
pub(crate) fn settings<'a>(
    model: &'a Model,
    base: &'a str,
    further: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let mut settings = vec![
        ("OPENAI_BASE_URL", base),
        ("OPENAI_API_KEY", model.key()),
        ("CHAT_MODEL", Model::SEES),
        ("CHAT_MODEL_SEES", "true"),
        ("CHAT_COOLDOWN_SECONDS", "0"),
    ];
    settings.extend(further);
    settings
}

/// This person has long accepted that their chats are kept.
pub(crate) async fn has_accepted(scene: &Scene, who: &Member) {
    let (db, now) = (&scene.test.db, SystemClock.now());
    let discord_id = who.id().to_string();
    let known = users::find_by_discord_id(db, &discord_id).await;
    let user_id = if let Some(user) = known.expect("the store answers") {
        user.id
    } else {
        let new = users::NewUser {
            discord_id,
            username: None,
            global_name: None,
            avatar: None,
        };
        let user = users::upsert(db, new, now).await;
        user.expect("they are known").row.id
    };
    let accepted = consent::decide(db, &user_id, true, NOTICE, now).await;
    accepted.expect("it is written down");
}

impl Talk {
    /// Sets it up, with bob, who has accepted that his chats are kept.
    pub(crate) async fn set(test: TestDb) -> Self {
        Self::with(test, &[]).await
    }

    /// The same with further settings.
    pub(crate) async fn with(test: TestDb, further: &[(&str, &str)]) -> Self {
        let talk = Self::unasked(test, further).await;
        has_accepted(&talk.scene, &talk.bob).await;
        talk
    }

    /// The same with a bob who was never asked.
    pub(crate) async fn unasked(test: TestDb, further: &[(&str, &str)]) -> Self {
        let model = Model::start().await;
        let base = model.base_url();
        let scene = Scene::with(test, &settings(&model, &base, further)).await;
        let bob = scene.bob.clone();
        Self { scene, model, bob }
    }

    /// Pulls the plug and starts the program again.
    pub(crate) async fn restart(self) -> Self {
        let Self { scene, model, bob } = self;
        let base = model.base_url();
        let scene = scene.restart_with(&settings(&model, &base, &[])).await;
        Self { scene, model, bob }
    }

    /// `/chat` by bob.
    pub(crate) async fn chat(&self, message: &str) -> Answer {
        let typed = self.bob.types("/chat").option("message", message);
        typed.send().await
    }

    /// The same, answered to the end.
    pub(crate) async fn chats(&self, message: &str) -> Answer {
        let answer = self.chat(message).await;
        answer.sees("[Again]").await;
        answer
    }

    /// The bot's mention.
    pub(crate) fn mention(&self) -> String {
        format!("<@{}>", self.scene.discord.bot_id())
    }

    /// Bob mentions the bot.
    pub(crate) fn mentions(&self, text: &str) -> Message {
        let nothing: [Upload; 0] = [];
        self.bob
            .writes(&format!("{} {text}", self.mention()), nothing)
    }

    /// The model's next answer waits for its pace.
    pub(crate) fn paced(&self, text: &str) -> Pace {
        let pace = Pace::new();
        self.model.answers(Reply::says(text).paced(&pace));
        pace
    }
}
