//! The frame around all commands and controls, tried with a bot of its own at the stand-in: what
//! no command needs yet is tried here, and so is what must not happen.

use std::{sync::Arc, time::Duration};

use discord_standin::{Answer as Seen, Guild, Member, Standin};
use poise::serenity_prelude::{
    self as serenity, ButtonStyle, CreateActionRow, FullEvent, Interaction,
};
use slimy_domain::{
    Services, UserError,
    attachment::Fetcher,
    club::{Metric, ReadingRoom},
    guild,
    identity::Identities,
};
use slimy_store::{
    Cache, PageRequest, Recorder, SystemClock,
    audit::{self, AuditEntry, AuditFilter},
    on_both_engines,
    testing::TestDb,
};
use tempfile::TempDir;
use tokio::{sync::Semaphore, task::JoinHandle};

use crate::{
    Command, Context, Data, Error,
    answer::Answer,
    check::{Request, at_once, at_once_quietly},
    component::{
        self, Begins, Channels, Choose as _, ChooseChannels as _, ChooseRoles as _,
        ChooseUsers as _, Control, Filled, Offer, Options, Press as _, Roles, Users,
    },
    embed::{body, card, field},
    modal::{Modal, TextInput},
};

/// The commands that are tried.
pub(crate) fn commands() -> Vec<Command> {
    vec![
        export(),
        choose(),
        slow(),
        secret(),
        unlisted(),
        restricted(),
    ]
}

/// Goes on with `/slow` when it has a permit.
static GO_ON: Semaphore = Semaphore::const_new(0);

/// A private answer with a picture, a file, and messages beside it
#[poise::command(slash_command)]
async fn export(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let embed = card("Chart <@1>").description(body("One.\nTwo."));
    let (name, value, inline) = field("Empty", " ", false);
    let embed = embed
        .field(name, value, inline)
        .image("attachment://chart.png");
    let answer = Answer::from(embed)
        .file("chart.png", vec![1, 2, 3])
        .file("values.csv", b"a,b".to_vec())
        .row(CreateActionRow::Buttons(vec![
            Turn {}.button("Turn", ButtonStyle::Secondary),
        ]));
    request.answer(answer).await?;
    let part = Answer::text("Part two.").file("values-2.csv", b"c,d".to_vec());
    assert!(request.follow_up_quietly(part).await);
    assert!(request.follow_up(Answer::text("For all.")).await);
    request.whisper("For one.").await;
    Ok(())
}

/// Selects of each kind, and a button that opens a modal
#[poise::command(slash_command)]
async fn choose(ctx: Context<'_>) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let offers = [("Sim power", Metric::Sim), ("Total power", Metric::Total)];
        let offers = offers.map(|(label, value)| Offer {
            label: label.to_owned(),
            value,
            description: String::new(),
            is_chosen: value == Metric::Sim,
        });
        let menu = CreateActionRow::SelectMenu;
        let answer = Answer::text("Choose.")
            .row(menu(Pick {}.select("Which power", offers)))
            .row(menu(PickUsers {}.select_users("Who")))
            .row(menu(PickRoles {}.select_roles("Which roles", Vec::new())))
            .row(menu(PickChannels {}.select_channels("Where", Vec::new())))
            .row(CreateActionRow::Buttons(vec![
                Ask { on: true }.button("Ask", ButtonStyle::Primary),
                Ask { on: false }.button("Ask in vain", ButtonStyle::Primary),
                Refuse {}.button("Refuse", ButtonStyle::Primary),
                Openly {}.button("Say", ButtonStyle::Primary),
            ]));
        request.write(answer).await
    })
    .await
}

/// Shows how far it is
#[poise::command(slash_command)]
async fn slow(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    request.progress("Reading 1 of 3…").await;
    request.progress("Reading 2 of 3…").await;
    let permit = GO_ON.acquire().await.expect("it is never closed");
    permit.forget();
    request.answer(card("Read")).await
}

/// A private answer at once
#[poise::command(slash_command)]
async fn secret(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin(ctx).await?;
        request.write(Answer::text("For you.")).await
    })
    .await
}

/// Not in the table of rights
#[poise::command(slash_command)]
async fn unlisted(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    request.answer(Answer::text("Never seen.")).await
}

/// For admins, and forgets to ask
#[poise::command(slash_command)]
async fn restricted(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    request.answer(Answer::text("For admins.")).await
}

control! {
    /// Leaves text in place of embed and files.
    pub(crate) struct Turn("test.turn") {}
}

impl Control for Turn {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(Answer::text("Turned."))
    }
}

control! {
    pub(crate) struct Pick("test.pick") {}
}

impl Control for Pick {
    type Input = Options<Metric>;
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Quietly;

    async fn perform(self, _: &Request<'_>, chosen: Options<Metric>) -> Result<Answer, Error> {
        Ok(Answer::text(format!("Chosen: {:?}", chosen.0)))
    }
}

control! {
    pub(crate) struct PickUsers("test.users") {}
}

impl Control for PickUsers {
    type Input = Users;
    type Outcome = Answer;

    async fn perform(self, _: &Request<'_>, chosen: Users) -> Result<Answer, Error> {
        Ok(Answer::text(format!("Chosen: {:?}", chosen.0)))
    }
}

control! {
    pub(crate) struct PickRoles("test.roles") {}
}

impl Control for PickRoles {
    type Input = Roles;
    type Outcome = Answer;

    async fn perform(self, _: &Request<'_>, chosen: Roles) -> Result<Answer, Error> {
        Ok(Answer::text(format!("Chosen: {:?}", chosen.0)))
    }
}

control! {
    pub(crate) struct PickChannels("test.channels") {}
}

impl Control for PickChannels {
    type Input = Channels;
    type Outcome = Answer;

    async fn perform(self, _: &Request<'_>, chosen: Channels) -> Result<Answer, Error> {
        Ok(Answer::text(format!("Chosen: {:?}", chosen.0)))
    }
}

control! {
    /// Opens a modal, or refuses to.
    pub(crate) struct Ask("test.ask") { on: bool }
}

impl Control for Ask {
    type Input = ();
    type Outcome = Modal;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Modal, Error> {
        if !self.on {
            return Err(UserError::NoImages.into());
        }
        let rows = TextInput::paragraph("rows", "Name = value")
            .placeholder("Stone = 4.1M")
            .value(&"Stone = 1\n".repeat(1_000));
        let why = TextInput::line("why", "Reason").optional();
        Ok(
            Modal::of(&Tell {}, "Fix what could not be read for certain, in rows")
                .input(rows)
                .input(why),
        )
    }
}

control! {
    /// What was filled in, in place of the message.
    pub(crate) struct Tell("test.tell") {}
}

impl Control for Tell {
    type Input = Filled;
    type Outcome = Answer;

    async fn perform(self, _: &Request<'_>, filled: Filled) -> Result<Answer, Error> {
        let (rows, why) = (filled.text("rows")?, filled.text("why")?);
        if rows == "another" {
            filled.text("another")?;
        }
        Ok(Answer::text(format!("{rows:?} because {why:?}")))
    }
}

control! {
    /// Would have answered for all to see.
    pub(crate) struct Refuse("test.refuse") {}
}

impl Control for Refuse {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Openly;
    const IS_AUDITED: bool = false;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Err(UserError::NoImages.into())
    }
}

control! {
    /// A new message for all to see.
    pub(crate) struct Openly("test.openly") {}
}

impl Control for Openly {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Openly;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(Answer::text("Said to all."))
    }
}

/// A bot with these commands, connected to the stand-in.
struct Scene {
    discord: Standin,
    _guild: Guild,
    ana: Member,
    bob: Member,
    test: TestDb,
    task: JoinHandle<()>,
    _journal: TempDir,
}

impl Drop for Scene {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Scene {
    async fn set(test: TestDb) -> Self {
        let discord = Standin::start().await;
        let guild = discord.guild("Slimy Club");
        let ana = guild.member("ana").can_manage_guild();
        let bob = guild.member("bob");
        let journal = TempDir::new().expect("a temporary directory");
        let recorder = Recorder::start(test.db.clone(), journal.path());
        let services = Services {
            db: test.db.clone(),
            cache: Cache::in_process(),
            recorder: recorder.expect("the journal can be written"),
            clock: Arc::new(SystemClock),
            fetcher: Fetcher::new(Fetcher::client().expect("a client"), Vec::new(), None),
            reading: ReadingRoom::new(1),
            vision: None,
            identities: Identities::default(),
            guilds: guild::Turn::default(),
        };
        let mut client = client(&discord, Arc::new(services)).await;
        let task = tokio::spawn(async move {
            let _ = client.start().await;
        });
        discord.bot_ready().await;
        Self {
            discord,
            _guild: guild,
            ana,
            bob,
            test,
            task,
            _journal: journal,
        }
    }

    async fn audited(&self, action: &str) -> Vec<AuditEntry> {
        let filter = AuditFilter {
            action: Some(action.to_owned()),
            ..AuditFilter::default()
        };
        let page = audit::list(&self.test.db, &filter, &PageRequest::first(10)).await;
        page.expect("the audit log can be read").items
    }

    async fn chooser(&self) -> Seen {
        let answer = self.bob.types("/choose").send().await;
        answer.sees("Choose.").await;
        answer
    }
}

async fn client(discord: &Standin, services: Arc<Services>) -> serenity::Client {
    let options = poise::FrameworkOptions {
        commands: commands(),
        on_error: |error| Box::pin(crate::on_error(error)),
        event_handler: |framework, event| {
            Box::pin(async move {
                let (gateway, data) = (framework.serenity_context, framework.user_data);
                let FullEvent::InteractionCreate { interaction } = event else {
                    return Ok(());
                };
                match interaction {
                    Interaction::Component(one) => component::pressed(gateway, one, data).await,
                    Interaction::Modal(one) => component::submitted(gateway, one, data).await,
                    _ => {}
                }
                Ok(())
            })
        },
        initialize_owners: false,
        ..Default::default()
    };
    let framework = poise::Framework::builder()
        .options(options)
        .setup(move |ctx, _, framework| {
            Box::pin(async move {
                let commands = &framework.options().commands;
                poise::builtins::register_globally(ctx, commands).await?;
                Ok(Data { services })
            })
        })
        .build();
    let http = serenity::HttpBuilder::new(discord.token())
        .proxy(discord.origin())
        .ratelimiter_disabled(true)
        .build();
    let intents = serenity::GatewayIntents::GUILDS;
    let client = serenity::ClientBuilder::new_with_http(http, intents).framework(framework);
    client.await.expect("a client")
}

on_both_engines! {
    async fn a_private_answer_has_its_files_and_messages_beside_it(test: TestDb) {
        let scene = Scene::set(test).await;
        let answer = scene.bob.types("/export").send().await;
        answer.sees("For one.").await;
        for text in ["Chart \\<\\@1\\>", "One.\nTwo.", "–", "Part two.", "For all."] {
            answer.sees(text).await;
        }
        let files = answer.files();
        let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["chart.png", "values.csv", "values-2.csv"]);
        assert_eq!((&files[0].bytes[..], &files[1].bytes[..]), (&[1, 2, 3][..], &b"a,b"[..]));
        assert_eq!(answer.message_count(), 4);
        assert!(answer.is_visible_to(&scene.ana), "one message is for all");
        assert_eq!(scene.audited("command.export").await.len(), 1);

        let turned = scene.bob.presses(&answer, "Turn").await;
        turned.sees("Turned.").await;
        assert!(!turned.text().contains("Chart"), "nothing of the old answer stays");
        assert!(turned.files().is_empty(), "nor of its files");
        assert!(turned.buttons().is_empty());
        assert!(!turned.is_visible_to(&scene.ana));
        assert!(scene.audited("command.test.turn").await.is_empty());
    }

    async fn an_answer_at_once_is_for_one_or_for_all(test: TestDb) {
        let scene = Scene::set(test).await;
        let secret = scene.bob.types("/secret").send().await;
        secret.sees("For you.").await;
        assert!(secret.is_ephemeral() && !secret.is_visible_to(&scene.ana));
        assert!(scene.chooser().await.is_visible_to(&scene.ana));
        assert_eq!(scene.audited("command.secret").await.len(), 1);
    }

    async fn a_choice_arrives_as_the_value_that_was_offered(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        let chosen = scene.ana.chooses(&chooser, &["Total power"]).await;
        chosen.sees("Chosen: [Total]").await;
        assert!(chosen.is_ephemeral() && !chosen.is_visible_to(&scene.bob));
        chooser.sees("Choose.").await;
        assert!(scene.audited("command.test.pick").await[0].success);
    }

    async fn a_button_opens_a_modal_whose_answer_takes_the_place_of_the_message(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        let asked = scene.ana.presses(&chooser, "Ask").await;
        let modal = asked.modal().await;
        let title = modal["title"].as_str().expect("it has a title");
        assert_eq!(title.chars().count(), 45);
        let value = modal["components"][0]["components"][0]["value"].as_str();
        let value = value.expect("it is filled in");
        assert!(value.len() <= 4_000 && value.ends_with("Stone = 1"), "cut at a line");
        assert!(scene.audited("command.test.ask").await[0].success);

        let stale = asked.fills(&[("Name = value", "another")]).await;
        stale.sees("no longer understood").await;
        assert!(stale.is_ephemeral());
        chooser.sees("Choose.").await;

        let told = asked.fills(&[("Name = value", " Stone = 2\n"), ("Reason", "typo")]).await;
        told.sees("\"Stone = 2\" because \"typo\"").await;
        assert!(told.is_visible_to(&scene.bob) && told.buttons().is_empty());
    }

    async fn a_refusal_is_for_the_person_alone_wherever_the_answer_would_have_been(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        for button in ["Ask in vain", "Refuse"] {
            let refused = scene.ana.presses(&chooser, button).await;
            refused.sees("There is no image here").await;
            assert!(refused.is_ephemeral() && !refused.is_visible_to(&scene.bob), "{button}");
            assert_eq!(refused.message_count(), 1, "{button}: no deferral stays");
        }
        for action in ["command.test.ask", "command.test.refuse"] {
            let entries = scene.audited(action).await;
            assert_eq!(entries[0].error_message.as_deref(), Some("no_images"), "{action}");
        }
        let said = scene.ana.presses(&chooser, "Say").await;
        said.sees("Said to all.").await;
        assert!(said.is_visible_to(&scene.bob));
        chooser.sees("Choose.").await;
    }

    async fn a_press_whose_answer_gets_lost_once_is_not_told_as_a_failure(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        scene.discord.fails_next("PATCH", "/messages/@original", 503);
        let said = scene.ana.presses(&chooser, "Say").await;
        said.sees("Said to all.").await;
        assert_eq!(said.message_count(), 1);
        let entries = scene.audited("command.test.openly").await;
        assert_eq!((entries.len(), entries[0].success), (1, true));
    }

    async fn a_press_that_could_not_be_acknowledged_is_done_all_the_same(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        scene.discord.fails_next("POST", "/callback", 503);
        let said = scene.ana.presses(&chooser, "Say").await;
        said.sees("Said to all.").await;
        assert!(said.is_visible_to(&scene.bob));
        let entries = scene.audited("command.test.openly").await;
        assert_eq!((entries.len(), entries[0].success), (1, true));

        scene.discord.fails_next("POST", "/callback", 503);
        let refused = scene.ana.presses(&chooser, "Refuse").await;
        refused.sees("There is no image here").await;
        assert!(refused.is_ephemeral() && !refused.is_visible_to(&scene.bob));
        let entries = scene.audited("command.test.refuse").await;
        assert_eq!((entries.len(), entries[0].success), (1, false));

        let export = scene.bob.types("/export").send().await;
        export.sees("For one.").await;
        scene.discord.fails_next("POST", "/callback", 503);
        let turned = scene.bob.presses(&export, "Turn").await;
        turned.sees("Turned.").await;
        assert!(turned.files().is_empty() && !turned.text().contains("Chart"));
    }

    async fn what_is_not_in_the_table_is_nobodys_and_what_is_listed_is_asked_for(test: TestDb) {
        let scene = Scene::set(test).await;
        let refused = scene.ana.types("/unlisted").send().await;
        refused.sees("Something went wrong on the bot's side").await;
        assert!(!refused.text().contains("Never seen"));
        let entries = scene.audited("command.unlisted").await;
        assert_eq!(entries[0].error_message.as_deref(), Some("internal"));

        let refused = scene.bob.types("/restricted").send().await;
        refused.sees("Only people with the Manage Server permission").await;
        assert!(refused.is_ephemeral());
        scene.ana.types("/restricted").send().await.sees("For admins.").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn progress_is_shown_and_the_answer_takes_its_place() {
    let scene = Scene::set(slimy_store::testing::sqlite().await).await;
    let slow = scene.bob.types("/slow").send().await;
    slow.sees("Reading 1 of 3…").await;
    GO_ON.add_permits(1);
    slow.sees("Read").await;
    let edits = Duration::from_secs(5);
    let done = tokio::time::timeout(edits, async {
        while slow.text().contains("Reading") {
            tokio::task::yield_now().await;
        }
    });
    done.await
        .expect("the answer takes the place of the progress");
    let transcript = scene.discord.transcript();
    assert!(
        !transcript.contains("Reading 2 of 3"),
        "edits come at most once a second"
    );
}
