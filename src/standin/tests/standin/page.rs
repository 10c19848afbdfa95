//! The people's side over HTTP, with the tiny bot on the other side.

use std::time::Duration;

use discord_standin::{Guild, Page, PageAssets, PageFile, Person, Sample, Standin};
use futures_util::{Stream, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::bot::Bot;
use crate::raw::client;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03";
const ASSETS: PageAssets = PageAssets {
    files: &[PageFile {
        path: "/",
        content_type: "text/html; charset=utf-8",
        bytes: b"<!doctype html>",
    }],
    samples: &[Sample {
        name: "a.png",
        description: "A picture",
        bytes: PNG,
    }],
};

/// A guild with ana, who manages it, and bob; the page, and the bot behind it.
struct Scene {
    discord: Standin,
    guild: Guild,
    page: Page,
    bot: Bot,
}

impl Scene {
    async fn set() -> Self {
        let discord = Standin::start().await;
        let guild = discord.guild("Slimy Club");
        guild.opens_channel("club");
        let page = serve(&discord, &guild).await;
        let bot = Bot::start(&discord).await;
        page.bot_ready().await;
        Self {
            discord,
            guild,
            page,
            bot,
        }
    }

    async fn get(&self, path: &str) -> Value {
        let url = format!("{}{path}", self.page.origin());
        let response = client().get(url).send().await.expect("a response");
        let response = response.error_for_status().expect("success");
        response.json().await.expect("JSON")
    }

    async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let url = format!("{}{path}", self.page.origin());
        let response = client().post(url).json(body).send().await;
        let response = response.expect("a response");
        let status = response.status().as_u16();
        (status, response.json().await.expect("JSON"))
    }

    async fn world(&self) -> Value {
        self.get("/api/world").await
    }

    /// Does something in the guild's first channel.
    async fn acts(&self, who: &str, body: Value) -> (u16, Value) {
        let mut body = body;
        body["as"] = json!(who);
        body["channel"] = json!(self.guild.channel_id().to_string());
        self.post("/api/interactions", &body).await
    }

    /// Runs a command with these options.
    async fn types(&self, who: &str, name: &str, options: Value) -> (u16, Value) {
        let id = self.command(name).await;
        let body = json!({ "type": 2, "command_id": id, "name": name, "options": options });
        self.acts(who, body).await
    }

    async fn command(&self, name: &str) -> Value {
        let world = self.world().await;
        let commands = world["commands"].as_array().expect("commands");
        let found = commands.iter().find(|one| one["name"] == name);
        found.expect("a command of that name")["id"].clone()
    }

    async fn stores(&self, who: &str, name: &str, bytes: &'static [u8]) -> Value {
        let url = format!("{}/api/files?as={who}", self.page.origin());
        let request = client().post(url).body(bytes);
        let request = request
            .header("content-type", "image/png")
            .header("x-file-name", name);
        let response = request.send().await.expect("a response");
        let response = response.error_for_status().expect("success");
        response.json().await.expect("JSON")
    }

    async fn hears(&self, who: &str) -> Events {
        let url = format!("{}/api/events?as={who}", self.page.origin());
        let response = client().get(url).send().await.expect("a response");
        let response = response.error_for_status().expect("success");
        let bytes = response.bytes_stream();
        Events {
            bytes: Box::pin(bytes.map(|part| part.expect("a live stream").to_vec())),
            text: String::new(),
        }
    }

    async fn sees(&self, who: &str) -> Vec<Value> {
        let channel = self.guild.channel_id();
        let page = format!("/api/messages?as={who}&channel={channel}");
        let page = self.get(&page).await;
        page["messages"].as_array().expect("messages").clone()
    }
}

async fn serve(discord: &Standin, guild: &Guild) -> Page {
    let person = |name: &str, role| Person {
        member: guild.member(name),
        role,
        note: "may do things",
    };
    let mut cast = vec![person("ana", "manager"), person("bob", "member")];
    cast[0].member = guild.member("ana").can_manage_guild();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    Page::serve(discord, listener, cast, ASSETS).expect("a page")
}

/// A stream of server-sent events.
struct Events {
    bytes: std::pin::Pin<Box<dyn Stream<Item = Vec<u8>>>>,
    text: String,
}

impl Events {
    /// Reads on to the next event of that name.
    async fn next(&mut self, wanted: &str) -> Value {
        self.find(wanted, |_| true).await
    }

    /// Reads on to the next event of that name that is the one.
    async fn find(&mut self, wanted: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        loop {
            while let Some((event, rest)) = self.text.split_once("\n\n") {
                let mut name = "";
                let mut data = Value::Null;
                for line in event.lines() {
                    if let Some(text) = line.strip_prefix("event: ") {
                        name = text;
                    } else if let Some(text) = line.strip_prefix("data: ") {
                        data = serde_json::from_str(text).expect("JSON");
                    }
                }
                let is_found = name == wanted && is_it(&data);
                let rest = rest.to_owned();
                self.text = rest;
                if is_found {
                    return data;
                }
            }
            let part = tokio::time::timeout(Duration::from_secs(30), self.bytes.next());
            let part = part.await.expect("an event within 30 s");
            let part = part.expect("a stream without end");
            self.text.push_str(&String::from_utf8(part).expect("UTF-8"));
        }
    }
}

fn says(text: &'static str) -> impl Fn(&Value) -> bool {
    move |message| message.to_string().contains(text)
}

#[tokio::test]
async fn the_world_shows_who_and_what_is_there() {
    let scene = Scene::set().await;
    let world = scene.world().await;
    assert_eq!(world["bot"]["online"], true);
    assert_eq!(world["people"][0]["name"], "ana");
    assert_eq!(world["people"][1]["role"], "member");
    let guild = &world["guilds"][0];
    assert_eq!(guild["channels"][0]["name"], "general");
    assert_eq!(guild["channels"][1]["name"], "club");
    assert_eq!(
        world["samples"][0],
        json!({ "name": "a.png", "url": "/samples/a.png", "description": "A picture", "width": 2, "height": 3 })
    );
    let names: Vec<_> = world["commands"]
        .as_array()
        .expect("commands")
        .iter()
        .map(|one| &one["name"])
        .collect();
    assert!(names.contains(&&json!("Analyze club roster")), "{names:?}");
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn a_command_with_a_file_is_answered_and_its_button_pressed() {
    let scene = Scene::set().await;
    let mut heard = scene.hears("ana").await;
    let file = scene.stores("ana", "Caf%C3%A9%20one.png", PNG).await;
    assert_eq!(
        (&file["name"], &file["width"]),
        (&json!("Café one.png"), &json!(2))
    );
    let options = json!([{ "name": "analyze", "type": 1, "options": [
        { "name": "screenshot", "type": 11, "value": file["id"] },
        { "name": "title", "type": 3, "value": "Week 47" },
    ] }]);
    let (status, answer) = scene.types("ana", "club", options).await;
    assert_eq!(status, 200, "{answer}");
    let thinking = heard.next("message").await;
    assert_eq!(thinking["loading"], true);
    let preview = heard.find("message", says("55 members")).await;
    assert_eq!(
        (&preview["loading"], &preview["ephemeral"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(preview["embeds"][0]["title"], "Week 47");
    let used = &preview["interaction_metadata"]["name"];
    assert_eq!(used, "club analyze", "with its sub-command");
    let link = preview["attachments"][0]["url"].as_str().expect("a link");
    assert!(link.starts_with("/attachments/"), "{link}");
    let got = client().get(format!("{}{link}", scene.page.origin()));
    let got = got.send().await.expect("a response");
    assert_eq!(got.headers()["content-disposition"], "attachment");
    assert_eq!(got.bytes().await.expect("bytes"), &b"name,power"[..]);

    let press = json!({
        "type": 3, "message_id": preview["id"], "custom_id": "save", "component_type": 2,
    });
    let mut bob_heard = scene.hears("bob").await;
    scene.acts("bob", press.clone()).await;
    let refused = bob_heard.find("message", says("Only managers")).await;
    assert_eq!(refused["ephemeral"], true);
    let (status, answer) = scene.acts("ana", press).await;
    assert_eq!(status, 200, "{answer}");
    heard.find("message", says("Saved")).await;
    assert!(scene.sees("bob").await.iter().any(says("Only managers")));
    assert!(!scene.sees("ana").await.iter().any(says("Only managers")));
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn a_modal_comes_as_an_event_and_goes_back_filled() {
    let scene = Scene::set().await;
    let mut heard = scene.hears("bob").await;
    scene.types("bob", "note", json!([])).await;
    let opened = heard.next("modal").await;
    let input = &opened["modal"]["components"][0]["components"][0];
    let fill = |text: &str| {
        json!({
            "type": 5, "interaction_id": opened["interaction_id"], "custom_id": "note",
            "components": [{ "type": 1, "components": [
                { "type": 4, "custom_id": input["custom_id"], "value": text },
            ] }],
        })
    };
    let (status, refused) = scene.acts("bob", fill("more than twenty characters")).await;
    assert_eq!(status, 400);
    assert!(
        refused["error"].to_string().contains("20 characters"),
        "{refused}"
    );
    assert_eq!(
        scene.acts("ana", fill("hi")).await.0,
        400,
        "it is bob's form"
    );
    scene.acts("bob", fill("hi")).await;
    heard.find("message", says("noted: hi")).await;
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn everybody_has_direct_messages_of_their_own() {
    let scene = Scene::set().await;
    let world = scene.world().await;
    let ana = &world["people"][0]["id"];
    let direct = world["dms"].as_array().expect("a list").iter();
    let mine: Vec<_> = direct.filter(|one| one["person"] == *ana).collect();
    assert_eq!(mine.len(), 1, "{mine:?}");
    let mut heard = scene.hears("ana").await;
    let ping = scene.command("ping").await;
    let mut body = json!({
        "as": "ana", "channel": mine[0]["id"], "type": 2, "command_id": ping, "options": [],
    });
    let (status, answer) = scene.post("/api/interactions", &body).await;
    assert_eq!(status, 200, "{answer}");
    let reply = heard.find("message", says("pong")).await;
    assert_eq!(reply["channel_id"], mine[0]["id"]);
    body["as"] = json!("bob");
    let (status, refused) = scene.post("/api/interactions", &body).await;
    assert_eq!(status, 400);
    assert!(refused.to_string().contains("no such channel"), "{refused}");
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn suggestions_come_as_an_event() {
    let scene = Scene::set().await;
    let mut heard = scene.hears("bob").await;
    let id = scene.command("club").await;
    let options = json!([{ "name": "show", "type": 1, "options": [
        { "name": "analysis", "type": 3, "value": "Week 4", "focused": true },
    ] }]);
    let asked = json!({ "type": 4, "command_id": id, "name": "club", "options": options });
    let (status, answer) = scene.acts("bob", asked).await;
    assert_eq!(status, 200, "{answer}");
    let suggested = heard.next("autocomplete").await;
    assert_eq!(suggested["interaction_id"], answer["interaction_id"]);
    assert_eq!(suggested["choices"][1]["name"], "Week 47");
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn an_option_completes_beside_the_others_that_are_filled() {
    let scene = Scene::set().await;
    let mut heard = scene.hears("bob").await;
    let id = scene.command("club").await;
    let options = json!([{ "name": "show", "type": 1, "options": [
        { "name": "newest_first", "type": 5, "value": true },
        { "name": "analysis", "type": 3, "value": "Week 4", "focused": true },
    ] }]);
    let asked = json!({ "type": 4, "command_id": id, "name": "club", "options": options });
    let (status, answer) = scene.acts("bob", asked).await;
    assert_eq!(status, 200, "{answer}");
    let suggested = heard.next("autocomplete").await;
    assert_eq!(suggested["choices"][0]["name"], "Week 47");
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn an_answer_that_does_not_come_in_three_seconds_is_said_to_have_failed() {
    let scene = Scene::set().await;
    let mut heard = scene.hears("bob").await;
    let (_, asked) = scene.types("bob", "fail", json!([])).await;
    scene.discord.advance(Duration::from_millis(3_001));
    let failed = heard.next("failed").await;
    assert_eq!(failed["interaction_id"], asked["interaction_id"]);
    assert_eq!(failed["reason"], "The application did not respond");
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn messages_with_files_and_replies_are_written_and_paged() {
    let scene = Scene::set().await;
    let mut heard = scene.hears("ana").await;
    let file = scene.stores("bob", "a.png", PNG).await;
    let channel = scene.guild.channel_id().to_string();
    let write = |content: &str, files: Value, reply_to: Value| json!({ "as": "bob", "channel": channel, "content": content, "files": files, "reply_to": reply_to });
    let first = write("first", json!([file["id"]]), Value::Null);
    let (status, first) = scene.post("/api/messages", &first).await;
    assert_eq!(status, 200, "{first}");
    let shown = heard.next("message").await;
    assert_eq!(
        (&shown["id"], &shown["attachments"][0]["width"]),
        (&first["id"], &json!(2))
    );
    let second = write("second", json!([]), first["id"].clone());
    scene.post("/api/messages", &second).await;
    let shown = heard.next("message").await;
    assert_eq!(shown["referenced_message"]["content"], "first");
    let empty = write(" ", json!([]), Value::Null);
    assert_eq!(scene.post("/api/messages", &empty).await.0, 400);

    let newest = scene
        .get(&format!("/api/messages?as=ana&channel={channel}&limit=1"))
        .await;
    assert_eq!(
        (&newest["messages"][0]["content"], &newest["more"]),
        (&json!("second"), &json!(true))
    );
    let before = newest["messages"][0]["id"].as_str().expect("an id");
    let oldest = format!("/api/messages?as=ana&channel={channel}&limit=1&before={before}");
    let oldest = scene.get(&oldest).await;
    assert_eq!(
        (&oldest["messages"][0]["content"], &oldest["more"]),
        (&json!("first"), &json!(false))
    );
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn what_discords_client_would_not_send_is_refused_in_one_sentence() {
    let scene = Scene::set().await;
    let theirs = scene.stores("ana", "a.png", PNG).await;
    let analyze = |value: &Value| {
        json!([{ "name": "analyze", "type": 1, "options": [
            { "name": "screenshot", "type": 11, "value": value },
        ] }])
    };
    for (body, reason) in [
        (
            scene.types("bob", "club", analyze(&theirs["id"])).await,
            "attach it again",
        ),
        (
            scene
                .types(
                    "bob",
                    "club",
                    json!([{ "name": "analyze", "type": 1, "options": [] }]),
                )
                .await,
            "required options are missing",
        ),
        (
            scene.types("bob", "admin", json!([])).await,
            "hides this command",
        ),
        (
            scene.types("zoe", "ping", json!([])).await,
            "nobody of the people",
        ),
        (
            scene
                .acts(
                    "bob",
                    json!({ "type": 3, "message_id": "1", "custom_id": "save" }),
                )
                .await,
            "not there any more",
        ),
        (
            scene.acts("bob", json!({ "type": 9 })).await,
            "none of 2, 3, 4 and 5",
        ),
    ] {
        let (status, refused) = body;
        assert_eq!(status, 400);
        assert!(refused["error"].to_string().contains(reason), "{refused}");
    }
    scene.bot.stop(&scene.discord).await;
}

#[tokio::test]
async fn another_page_of_the_browser_cannot_use_it() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let page = serve(&discord, &guild).await;
    let url = |path: &str| format!("{}{path}", page.origin());
    let status = async |request: reqwest::RequestBuilder| {
        request.send().await.expect("a response").status().as_u16()
    };
    let port = page.origin().rsplit(':').next().expect("a port").to_owned();
    let named = |host: &str| client().get(url("/api/world")).header("host", host);
    assert_eq!(status(named(&format!("localhost:{port}"))).await, 200);
    assert_eq!(status(named(&format!("evil.example:{port}"))).await, 421);
    assert_eq!(status(named("127.0.0.1:1")).await, 421);

    let body = json!({ "as": "bob", "channel": guild.channel_id().to_string(), "content": "hi" });
    let posted = || client().post(url("/api/messages")).body(body.to_string());
    let json = || posted().header("content-type", "application/json");
    assert_eq!(
        status(json().header("origin", "http://evil.example")).await,
        403
    );
    assert_eq!(status(json().header("origin", "null")).await, 403);
    assert_eq!(
        status(posted().header("content-type", "text/plain")).await,
        415
    );
    assert_eq!(status(json().header("origin", page.origin())).await, 200);

    let shown = client().get(url("/")).send().await.expect("a response");
    let policy = shown.headers()["content-security-policy"].to_str();
    let policy = policy.expect("text");
    assert!(policy.starts_with("default-src 'self'; img-src 'self' data: blob:;"));
    assert!(policy.contains("form-action 'none'; frame-ancestors 'none'"));
    assert_eq!(
        shown.headers()["cross-origin-resource-policy"],
        "same-origin"
    );
    assert!(!shown.headers().contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn what_people_stored_never_runs_in_the_page() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let page = serve(&discord, &guild).await;
    let stored = client()
        .post(format!("{}/api/files?as=bob", page.origin()))
        .header("content-type", "text/html")
        .header("x-file-name", "a.html")
        .body("<script>alert(1)</script>");
    let stored: Value = stored.send().await.unwrap().json().await.unwrap();
    let link = format!("{}{}", page.origin(), stored["url"].as_str().unwrap());
    let got = client().get(link).send().await.unwrap();
    assert_eq!(got.headers()["content-type"], "application/octet-stream");
    assert_eq!(
        got.headers()["content-security-policy"],
        "default-src 'none'; sandbox"
    );
}

#[tokio::test]
async fn a_page_is_served_on_loopback_only() {
    let discord = Standin::start().await;
    let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let refused = Page::serve(&discord, listener, Vec::new(), ASSETS).unwrap_err();
    assert!(refused.to_string().contains("loopback"));
}

#[tokio::test]
async fn a_fault_that_is_only_logged_fails_nothing() {
    let discord = Standin::start().await;
    discord.only_logs_faults();
    let url = format!("{}/no-such-route", discord.origin());
    let answer = client().get(url).send().await.unwrap();
    assert_eq!(answer.status(), 404);
    assert!(discord.faults().is_empty());
    assert!(discord.transcript().contains("FAULT"));
}

#[tokio::test]
async fn a_calendar_that_is_set_dates_what_comes_and_leaves_who_is_there() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let (ana, before) = (guild.member("ana"), guild.id());
    discord.set_calendar(1_800_000_000_000);
    let message = guild.posts(&ana, "hi", Vec::<(String, Vec<u8>)>::new());
    let sent_at = (message.id() >> 22) + 1_420_070_400_000;
    assert!(
        (1_799_999_000_000..=1_800_000_000_000).contains(&sent_at),
        "{sent_at}"
    );
    let other = Standin::start().await;
    assert_eq!(
        other.guild("Slimy Club").id(),
        before,
        "the ids do not depend on the day"
    );
}
