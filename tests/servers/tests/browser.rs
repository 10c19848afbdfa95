//! A browser's driver answers while somebody wants it, and takes the browser along when it goes.

use std::fs;
use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::TcpStream;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use private_servers::{Browser, BrowserPrograms};

const PATIENCE: Duration = Duration::from_secs(30);

/// What the driver answers to a request. It keeps the connection open afterwards.
fn answer(browser: &Browser, request: &str, body: &str) -> Result<String> {
    let url = browser.url();
    let address = url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let length = body.len();
    write!(
        stream,
        "{request} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {length}\r\n\r\n{body}"
    )?;
    let mut answer = BufReader::new(stream);
    let mut length = 0;
    let mut line = String::new();
    while answer.read_line(&mut line)? > "\r\n".len() {
        let line = std::mem::take(&mut line).to_lowercase();
        if let Some(given) = line.strip_prefix("content-length:") {
            length = given.trim().parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    answer.read_exact(&mut body)?;
    Ok(String::from_utf8_lossy(&body).into_owned())
}

/// Whether a program runs that was told of this folder.
fn is_used(folder: &Path) -> bool {
    let folder = folder.to_string_lossy().into_owned();
    let processes = fs::read_dir("/proc").unwrap().map_while(Result::ok);
    let mut told = processes.filter_map(|one| fs::read(one.path().join("cmdline")).ok());
    told.any(|line| String::from_utf8_lossy(&line).contains(&folder))
}

#[test]
fn a_browser_is_opened_and_goes_away_with_its_driver() {
    let browser = Browser::start(&BrowserPrograms::find_or_install().unwrap()).unwrap();
    let file = browser.file("a.png", b"a picture").unwrap();
    let arguments = format!("{:?}", browser.arguments());
    let body = format!(
        r#"{{"capabilities":{{"alwaysMatch":{{"goog:chromeOptions":{{"binary":{:?},"args":{arguments}}}}}}}}}"#,
        browser.binary(),
    );
    let opened = answer(&browser, "POST /session", &body).unwrap();
    assert!(opened.contains("sessionId"), "{opened}");
    let folder = file.parent().unwrap();
    assert!(is_used(folder));

    drop(browser);
    let end = Instant::now() + PATIENCE;
    while is_used(folder) || folder.exists() {
        assert!(Instant::now() < end, "{} is still there", folder.display());
        // Nothing says when a process of another's is gone.
        thread::park_timeout(Duration::from_millis(20));
    }
}

#[test]
fn a_browser_that_is_not_there_is_said_in_a_sentence() {
    let programs = BrowserPrograms::at("/nowhere/chromium", "/nowhere/chromedriver");
    let error = Browser::start(&programs).expect_err("there is none");
    assert!(
        format!("{error:#}").starts_with("Chromium's driver did not start: it ended"),
        "{error:#}"
    );
}
