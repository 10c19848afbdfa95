//! A browser's window with the page in it, and what a person does there.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource as _, KeyAction, KeyActions},
    elements::Element,
    key::Key,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use hyper_util::client::legacy::connect::HttpConnector;
use private_servers::{Browser, BrowserPrograms};
use reqwest::Method;
use serde_json::{Value, json};

use crate::PATIENCE_SECONDS;

/// The longest pause between two looks at the page.
const PAUSE: Duration = Duration::from_millis(20);

/// Where a file is dropped: among the messages, in every size of the window.
const DROP_AT: (u16, u16) = (300, 300);

/// A window of a browser of its own, 1200 by 800 CSS pixels.
pub(crate) struct Window {
    client: Client,
    origin: String,
    browser: Browser,
}

impl Window {
    /// Opens the page and waits until something can be typed into it.
    pub(crate) async fn open(origin: &str) -> Self {
        let browser = Browser::start(&programs()).expect("a browser");
        let options = json!({ "binary": browser.binary(), "args": browser.arguments() });
        let mut wanted = Capabilities::new();
        wanted.insert("goog:chromeOptions".to_owned(), options);
        let logs = json!({ "browser": "ALL", "performance": "ALL" });
        wanted.insert("goog:loggingPrefs".to_owned(), logs);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(wanted).connect(&browser.url()).await;
        let window = Self {
            client: client.expect("a session"),
            origin: origin.to_owned(),
            browser,
        };
        window.resize(1200, 800, false).await;
        window.goes_to_the_page().await;
        window
    }

    /// Loads the page, also once more.
    pub(crate) async fn goes_to_the_page(&self) {
        self.client.goto(&self.origin).await.expect("the page");
        self.until("document.querySelector('#line') && document.querySelector('.person')")
            .await;
    }

    /// Ends the session; before, holds the browser's own records against what must be true of every
    /// visit: no error on the console, and no request to another machine.
    pub(crate) async fn close(self) {
        let console = self.log("browser").await;
        assert!(console.is_empty(), "the console says {console:#?}");
        for entry in self.log("performance").await {
            let entry: Value = serde_json::from_str(entry["message"].as_str().expect("text"))
                .expect("an entry of JSON");
            let params = &entry["message"]["params"];
            let address = match entry["message"]["method"].as_str() {
                Some("Network.requestWillBeSent") => &params["request"]["url"],
                Some("Network.webSocketCreated" | "Network.webTransportCreated") => &params["url"],
                _ => continue,
            };
            let address = address.as_str().expect("an address");
            let is_local = address.starts_with(&format!("{}/", self.origin));
            let is_none = ["data:", "blob:", "about:", "chrome:"]
                .iter()
                .any(|scheme| address.starts_with(scheme));
            assert!(is_local || is_none, "{address} was asked for");
        }
        self.client.close().await.expect("the session ends");
    }

    async fn log(&self, kind: &'static str) -> Vec<Value> {
        let entries = self.own("se/log", json!({ "type": kind })).await;
        entries.as_array().expect("entries").clone()
    }

    /// A command of Chromium's driver that `WebDriver` does not know.
    async fn own(&self, path: &'static str, body: Value) -> Value {
        let command = Own { path, body };
        let done = self.client.issue_cmd(command).await;
        done.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A command of Chromium's own protocol.
    async fn devtools(&self, name: &str, params: Value) -> Value {
        let body = json!({ "cmd": name, "params": params });
        self.own("goog/cdp/execute", body).await
    }

    /// Makes the window this large, in CSS pixels; a phone has touch and no mouse.
    pub(crate) async fn resize(&self, width: u16, height: u16, is_phone: bool) {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
        let touch = json!({ "enabled": is_phone });
        self.devtools("Emulation.setTouchEmulationEnabled", touch)
            .await;
    }

    /// Lets the system prefer `dark` or `light`.
    pub(crate) async fn prefers(&self, scheme: &str) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await;
    }

    /// What an expression gives in the page.
    pub(crate) async fn gives(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        let given = self.client.execute(&script, Vec::new()).await;
        given.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Waits until an expression is neither false nor empty, and gives it.
    pub(crate) async fn until(&self, expression: &str) -> Value {
        let deadline = Instant::now() + Duration::from_secs(PATIENCE_SECONDS);
        loop {
            let given = self.gives(expression).await;
            if !matches!(given, Value::Null | Value::Bool(false)) && given != 0 && given != "" {
                return given;
            }
            if Instant::now() >= deadline {
                let text = self.gives("document.body.innerText").await;
                panic!(
                    "{expression} never came; the page says:\n{}",
                    text.as_str().unwrap_or_default()
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until this text is among the messages.
    pub(crate) async fn sees(&self, text: &str) {
        self.until(&format!("{MESSAGES}.includes({})", json!(text)))
            .await;
    }

    /// Whether this text is among the messages now.
    pub(crate) async fn is_seen(&self, text: &str) -> bool {
        self.gives(&format!("{MESSAGES}.includes({})", json!(text)))
            .await
            == true
    }

    /// The first element that a CSS selector finds, however late it comes.
    pub(crate) async fn element(&self, selector: &str) -> Element {
        self.find(Locator::Css(selector)).await
    }

    async fn find(&self, locator: Locator<'_>) -> Element {
        let patience = Duration::from_secs(PATIENCE_SECONDS);
        let wait = self.client.wait().at_most(patience).every(PAUSE);
        let found = wait.for_element(locator).await;
        found.unwrap_or_else(|error| panic!("{locator:?}: {error}"))
    }

    /// Clicks what a CSS selector finds: the driver refuses when something lies over it.
    pub(crate) async fn clicks(&self, selector: &str) {
        let element = self.element(selector).await;
        let clicked = element.click().await;
        clicked.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Presses the newest button with this text, as soon as it can be pressed.
    pub(crate) async fn presses(&self, label: &str) {
        let path = format!("(//button[normalize-space(.)='{label}' and not(@disabled)])[last()]");
        let clicked = self.find(Locator::XPath(&path)).await.click().await;
        clicked.unwrap_or_else(|error| panic!("{label}: {error}"));
    }

    /// Types into what has the focus; a modifier is held down until the end.
    pub(crate) async fn types(&self, keys: &str) {
        let is_held = |key: &char| *key == char::from(Key::Shift);
        let mut typing = KeyActions::new("keyboard".to_owned());
        for value in keys.chars() {
            typing = typing.then(KeyAction::Down { value });
            if !is_held(&value) {
                typing = typing.then(KeyAction::Up { value });
            }
        }
        for value in keys.chars().filter(is_held) {
            typing = typing.then(KeyAction::Up { value });
        }
        let typed = self.client.perform_actions(typing).await;
        typed.expect("keys that can be typed");
    }

    /// Presses one key, where the focus is.
    pub(crate) async fn key(&self, key: Key) {
        self.types(&char::from(key).to_string()).await;
    }

    /// Types a command into the empty command line and takes it from the list that opens.
    pub(crate) async fn starts(&self, command: &str) {
        self.clicks("#line").await;
        self.types(command).await;
        let first =
            "document.querySelector('.choices:not([hidden]) [aria-selected=true] b')?.textContent";
        self.until(&format!("{first} === {}", json!(command))).await;
        self.key(Key::Enter).await;
        self.element("form.command").await;
    }

    /// Chooses whom to act as.
    pub(crate) async fn becomes(&self, name: &str) {
        let path = format!("//label[contains(@class, 'person')][contains(., '{name}')]");
        self.find(Locator::XPath(&path))
            .await
            .click()
            .await
            .expect("somebody to be");
        let is = "document.querySelector('.person:has(:checked)').textContent";
        self.until(&format!("{is}.includes('{name}')")).await;
    }

    /// Drops files onto the page, as the system does it.
    pub(crate) async fn drops(&self, names: &[&str]) {
        let files: Vec<_> = names
            .iter()
            .map(|name| self.screenshot_file(name))
            .collect();
        let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
        let (x, y) = DROP_AT;
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({ "type": kind, "x": x, "y": y, "data": data });
            self.devtools("Input.dispatchDragEvent", event).await;
        }
    }

    /// One of the demo's screenshots as a file that the browser may read.
    pub(crate) fn screenshot_file(&self, name: &str) -> PathBuf {
        let path = format!("{}/assets/demo/{name}", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(&path).expect("a screenshot of the demo");
        self.browser.file(name, &bytes).expect("a file")
    }

    /// Waits until nothing moves and every picture is there, and gives the window's own picture as PNG.
    pub(crate) async fn picture(&self) -> Vec<u8> {
        let whole = "[...document.images].every((one) => one.complete || one.getBoundingClientRect().top > innerHeight)";
        self.until(whole).await;
        let taken = self
            .devtools("Page.captureScreenshot", json!({ "format": "png" }))
            .await;
        let text = taken["data"].as_str().expect("a picture");
        STANDARD.decode(text).expect("base64")
    }
}

const MESSAGES: &str = "document.getElementById('messages').innerText";

/// Those that `cargo xtask test` names, or those on PATH.
fn programs() -> BrowserPrograms {
    let named = |name| std::env::var_os(name);
    match (
        named("SLIMY_TEST_CHROMIUM"),
        named("SLIMY_TEST_CHROMEDRIVER"),
    ) {
        (Some(browser), Some(driver)) => BrowserPrograms::at(browser, driver),
        _ => BrowserPrograms::find().expect("`cargo xtask test` finds or installs a browser"),
    }
}

/// A command below the session's address.
#[derive(Debug)]
struct Own {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Own {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
