//! `slimy demo`, driven as its page drives it.

use std::{
    ffi::OsStr,
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{PATIENCE_SECONDS, bot::program};

/// A running demo, with its temporary directory in one of the test's.
pub(crate) struct Demo {
    child: Child,
    pub(crate) origin: String,
    client: reqwest::Client,
    temporary: TempDir,
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Demo {
    /// Starts it and reads the address that it prints when the bot is ready.
    pub(crate) fn start() -> Self {
        Self::start_with(&[])
    }

    /// The same with further arguments.
    fn start_with(arguments: &[&OsStr]) -> Self {
        let temporary = TempDir::new().expect("a temporary directory");
        let mut command = program();
        let mut child = command
            .args(["demo", "--addr", "127.0.0.1:0"])
            .args(arguments)
            .env("TMPDIR", temporary.path())
            // Neither another bot's settings nor a proxy have a part in it.
            .env("DATABASE_URL", "mysql://nowhere")
            .env("HTTP_PROXY", "http://127.0.0.1:9")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let stdout = child.stdout.take().expect("stdout is piped");
        let mut line = String::new();
        let read = BufReader::new(stdout).read_line(&mut line);
        read.expect("stdout can be read");
        let origin = line.trim().strip_prefix("Slimy is ready at ");
        let origin = origin.unwrap_or_else(|| panic!("no address: {line:?}"));
        Self {
            child,
            origin: origin.to_owned(),
            client: reqwest::Client::builder()
                .no_proxy()
                .build()
                .expect("a client"),
            temporary,
        }
    }

    async fn get(&self, path: &str) -> reqwest::Response {
        let response = self.client.get(format!("{}{path}", self.origin)).send();
        let response = response.await.expect("a response");
        response.error_for_status().expect("success")
    }

    async fn world(&self) -> Value {
        self.get("/api/world").await.json().await.expect("JSON")
    }

    /// Runs `/club analyze` with one of the samples.
    async fn analyzes(&self, who: &str, sample: &str) {
        let bytes = self.get(&format!("/samples/{sample}")).await.bytes();
        let stored = self
            .client
            .post(format!("{}/api/files?as={who}", self.origin))
            .header("content-type", "image/png")
            .header("x-file-name", sample)
            .body(bytes.await.expect("bytes"))
            .send();
        let stored: Value = stored.await.unwrap().json().await.unwrap();
        let options = json!([{ "name": "screenshot", "type": 11, "value": stored["id"] }]);
        self.types(who, "analyze", options).await;
    }

    /// Runs a sub-command of `/club`.
    async fn types(&self, who: &str, name: &str, options: Value) {
        let world = self.world().await;
        let commands = world["commands"].as_array().expect("commands");
        let club = commands.iter().find(|one| one["name"] == "club");
        let options = json!([{ "name": name, "type": 1, "options": options }]);
        let command = json!({
            "type": 2, "command_id": club.expect("/club")["id"], "name": "club", "options": options,
        });
        self.acts(who, &world, command).await;
    }

    /// Writes a message.
    async fn writes(&self, who: &str, content: &str) {
        let channel = self.world().await["guilds"][0]["channels"][0]["id"].clone();
        let body = json!({ "as": who, "channel": channel, "content": content });
        let url = format!("{}/api/messages", self.origin);
        let written = self.client.post(url).json(&body).send().await;
        written.unwrap().error_for_status().expect("it is written");
    }

    /// Sends a signal and waits until it has ended in order.
    fn ends(&mut self, signal: &str) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &pid]).status();
        assert!(sent.expect("kill runs").success());
        assert!(self.child.wait().expect("it ends").success());
    }

    /// Presses the button of that label under a message.
    async fn presses(&self, who: &str, message: &Value, label: &str) {
        let rows = message["components"].as_array().expect("rows").iter();
        let mut buttons = rows.flat_map(|row| row["components"].as_array().expect("buttons"));
        let button = buttons.find(|one| one["label"] == label);
        let press = json!({
            "type": 3, "message_id": message["id"], "component_type": 2,
            "custom_id": button.expect("a button of that label")["custom_id"],
        });
        self.acts(who, &self.world().await, press).await;
    }

    async fn acts(&self, who: &str, world: &Value, mut body: Value) {
        body["as"] = json!(who);
        body["channel"] = world["guilds"][0]["channels"][0]["id"].clone();
        let url = format!("{}/api/interactions", self.origin);
        let done = self.client.post(url).json(&body).send().await;
        let done: Value = done.unwrap().json().await.unwrap();
        assert!(done["interaction_id"].is_string(), "{done}");
    }

    /// Waits until this person sees that text, and gives the message that has it.
    async fn sees(&self, who: &str, wanted: &str) -> Value {
        let channel = self.world().await["guilds"][0]["channels"][0]["id"].clone();
        let channel = channel.as_str().expect("an id").to_owned();
        let deadline = Instant::now() + Duration::from_secs(PATIENCE_SECONDS);
        loop {
            let page = format!("/api/messages?as={who}&channel={channel}");
            let page: Value = self.get(&page).await.json().await.expect("JSON");
            let mut messages = page["messages"].as_array().expect("messages").iter();
            if let Some(found) = messages.find(|one| one.to_string().contains(wanted)) {
                return found.clone();
            }
            assert!(Instant::now() < deadline, "{wanted:?} never came: {page:#}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

#[tokio::test]
async fn a_manager_saves_a_sample_and_a_stranger_is_refused() {
    let mut demo = Demo::start();
    let world = demo.world().await;
    let people = world["people"].as_array().expect("people").iter();
    let people: Vec<_> = people.map(|one| (&one["name"], &one["role"])).collect();
    assert_eq!(
        json!(people),
        json!([
            ["mia", "manager"],
            ["max", "member"],
            ["sam", "stranger"],
            ["ned", "owner"]
        ])
    );
    assert_eq!(world["samples"].as_array().map(Vec::len), Some(9));

    demo.analyzes("mia", "sim-1.png").await;
    let preview = demo.sees("sam", "Not saved yet").await;
    assert!(preview.to_string().contains("Glimmerglob"), "{preview:#}");
    demo.presses("sam", &preview, "Save").await;
    let refused = demo
        .sees("sam", "can change, save or discard this preview")
        .await;
    assert_eq!(refused["ephemeral"], true);
    demo.presses("mia", &preview, "Save").await;
    demo.sees("max", "Saved").await;
    demo.analyzes("sam", "sim-1.png").await;
    demo.sees("sam", "Manage Server").await;

    demo.ends("-INT");
    let left = std::fs::read_dir(demo.temporary.path()).unwrap().count();
    assert_eq!(left, 0, "the temporary directory is gone");
}

#[tokio::test]
async fn people_can_talk_to_a_stand_in_that_says_that_it_is_none() {
    let mut demo = Demo::start();
    demo.writes("sam", "@slimy How many snails are there?")
        .await;
    let answer = demo
        .sees("sam", "You asked: “How many snails are there?”")
        .await;
    assert!(answer["message_reference"].is_object(), "{answer:#}");
    demo.sees("sam", "not from a real model").await;
    let notice = demo.sees("sam", "May I keep our chats?").await;
    demo.presses("sam", &notice, "Keep my chats").await;
    demo.sees("sam", "Your chats are kept").await;
    demo.ends("-TERM");
}

#[test]
fn an_address_that_cannot_be_used_is_one_line_and_exit_code_2() {
    let demo = Demo::start();
    let taken = demo.origin.trim_start_matches("http://");
    for (address, fault) in [
        (taken, "perhaps by another slimy demo"),
        ("0.0.0.0:0", "loopback"),
        ("example.com:80", "loopback"),
        ("nonsense", "loopback"),
    ] {
        let output = program().args(["demo", "--addr", address]).output();
        let output = output.expect("the program runs");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(
            said.starts_with(&format!("slimy: --addr {address} ")),
            "{said}"
        );
        assert!(said.contains(fault), "{said}");
    }
}

#[tokio::test]
async fn what_is_saved_stays_in_the_directory_that_was_named() {
    let data = TempDir::new().expect("a temporary directory");
    let directory = data.path().join("kept");
    let arguments = ["--data".as_ref(), directory.as_os_str()];
    let mut demo = Demo::start_with(&arguments);
    demo.analyzes("mia", "sim-1.png").await;
    let preview = demo.sees("mia", "Not saved yet").await;
    demo.presses("mia", &preview, "Save").await;
    demo.sees("mia", "Saved").await;
    demo.ends("-TERM");

    let mut demo = Demo::start_with(&arguments);
    demo.types("max", "show", json!([])).await;
    demo.sees("max", "Glimmerglob").await;
    demo.ends("-TERM");
    assert!(directory.join("slimy.db").exists());
}
