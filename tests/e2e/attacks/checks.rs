//! What holds whatever is tried.

use serde_json::Value;
use slimy_store::{
    PageRequest,
    audit::{self, AuditFilter},
};

use super::{
    attack::Done,
    stage::{RIVALS, Stage},
};

/// What the bot may be asked to do without anybody pressing a button.
const ACTIONS: [&str; 15] = [
    "chat.conversation.create",
    "chat.conversation.delete",
    "chat.conversation.rename",
    "chat.message",
    "command.ask.slimy",
    "command.chat",
    "command.chat.direct",
    "command.chat.mention",
    "command.chat.reply",
    "command.conversations.delete",
    "command.conversations.delete.confirm",
    "command.conversations.list",
    "command.conversations.rename",
    "command.status",
    "guild.create",
];
/// The most bytes of a tool's result.
const LONGEST_RESULT: usize = 4 * 1024;
/// A quarter of what a message may have in the database.
const LONGEST_ANSWER: usize = 256 * 1024;
/// Times that a model is asked for one answer.
const ROUNDS: usize = 5;

/// What holds of each attack.
pub(super) fn holds(stage: &Stage, done: &Done) {
    let Done { name, .. } = done;
    assert!(!done.requests.is_empty(), "{name}: the model was not asked");
    for request in &done.requests {
        let systems = request.said_by("system");
        assert_eq!(systems.len(), 1, "{name}: {systems:?}");
        assert_eq!(request.messages()[0]["role"], "system", "{name}");
        let rules = systems[0].find("# Rules of this program");
        assert!(rules.is_some(), "{name}: the rules are gone: {systems:?}");
        for (_, result) in request.tool_results() {
            assert!(result.len() <= LONGEST_RESULT, "{name}: {result}");
            assert!(!result.contains('\n'), "{name}: {result}");
        }
        assert_keeps(stage, name, &request.body.to_string());
    }
    // An attack may ask twice, and each answer has its rounds.
    assert!(done.requests.len() <= 2 * ROUNDS, "{name}");
    for file in &done.files {
        assert!(file.len() <= LONGEST_ANSWER, "{name}: {}", file.len());
        assert_keeps(stage, name, &String::from_utf8_lossy(file));
    }
}

/// What holds of everything that the bot showed on the way, and of what it wrote down.
pub(super) async fn holds_in_the_end(stage: &Stage) {
    let sent = stage.scene.discord.sent();
    let shown: Vec<&Value> = sent.iter().filter(|body| has_words(body)).collect();
    assert!(!shown.is_empty(), "nothing was shown");
    for body in shown {
        assert_calls_nobody(body);
        assert_fetches_nothing(body);
        for words in words(body) {
            assert_is_harmless(&words);
            assert_keeps(stage, "shown", &words);
        }
        for control in controls(body) {
            let is_link = control["url"].is_string();
            assert!(!is_link, "a button leads away: {control}");
        }
    }
    assert_log_is_clean(stage).await;
}

/// No row of the other guild, and nothing of how the program is set up.
#[track_caller]
fn assert_keeps(stage: &Stage, name: &str, text: &str) {
    let (_, power) = RIVALS[0];
    let (member, other) = RIVALS[1];
    let powers = [power, other].into_iter().flatten();
    let secrets = [
        member.to_owned(),
        stage.model.key().to_owned(),
        stage.model.origin().to_owned(),
        stage.scene.discord.token().to_owned(),
        stage.scene.test.url.clone(),
        "chat_messages".to_owned(),
    ];
    let all = powers.map(|power| power.to_string()).chain(secrets);
    for secret in all {
        assert!(!text.contains(&secret), "{name}: {secret} in {text:?}");
    }
}

/// Discord is told that nobody may be called.
#[track_caller]
fn assert_calls_nobody(body: &Value) {
    let allowed = &body["allowed_mentions"];
    assert!(allowed.is_object(), "anybody may be called: {body}");
    for list in ["parse", "users", "roles"] {
        let named = allowed[list].as_array().map_or(0, Vec::len);
        assert_eq!(named, 0, "{body}");
    }
    assert_ne!(allowed["replied_user"], true, "{body}");
}

/// Discord makes no preview of an address, for which it would fetch it before anybody presses it.
#[track_caller]
fn assert_fetches_nothing(body: &Value) {
    const SUPPRESS_EMBEDS: u64 = 1 << 2;
    let content = body["content"].as_str().unwrap_or_default();
    let has_address = content.contains("://");
    let flags = body["flags"].as_u64().unwrap_or(0);
    assert!(!has_address || flags & SUPPRESS_EMBEDS != 0, "{body}");
}

/// Words as Discord reads them: nothing looks like a call, no link hides where it leads, and
/// nothing is invisible but what breaks a call up.
#[track_caller]
fn assert_is_harmless(words: &str) {
    let small = words.to_lowercase();
    // In names the program puts a backslash before it.
    for call in ["@everyone", "@here"] {
        let mut calls = small.match_indices(call);
        assert!(
            calls.all(|(at, _)| small[..at].ends_with('\\')),
            "{words:?}"
        );
    }
    let plain = without_code(words);
    for (at, _) in plain.match_indices("](") {
        let label = &plain[..at];
        // The one link that the program itself masks leads to a message of this channel.
        let is_own = label.ends_with("About [a message")
            && plain[at..].starts_with("](<https://discord.com/channels/");
        assert!(is_own || !has_scheme(&plain[at + 2..]), "{words:?}");
    }
    let is_odd = |c: &char| {
        let is_turned = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let is_tag = matches!(c, '\u{e0000}'..='\u{e007f}');
        is_turned || is_tag || (c.is_control() && !matches!(c, '\n' | '\t'))
    };
    let odd = words.chars().find(is_odd);
    assert_eq!(odd, None, "{words:?}");
    assert!(words.encode_utf16().count() <= 4_096, "{words:?}");
}

/// Whether an address begins here, as far as brackets and blanks may come before it.
fn has_scheme(target: &str) -> bool {
    let target = target.trim_start_matches(|c: char| c.is_whitespace() || c == '<');
    let Some((scheme, _)) = target.split_once(':') else {
        return false;
    };
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    !scheme.is_empty() && scheme.chars().all(is_part)
}

/// What Discord does not show as code: three backticks go up to the next three, one up to the next.
fn without_code(words: &str) -> String {
    let mut plain = String::new();
    let fenced = words.split("```").collect::<Vec<_>>();
    let is_closed = fenced.len() % 2 == 1;
    for (number, part) in fenced.iter().enumerate() {
        let is_last = number + 1 == fenced.len();
        if number.is_multiple_of(2) || (is_last && !is_closed) {
            let spans: Vec<&str> = part.split('`').collect();
            for (place, span) in spans.iter().enumerate() {
                let is_open = place + 1 == spans.len() && spans.len().is_multiple_of(2);
                if place.is_multiple_of(2) || is_open {
                    plain.push_str(span);
                    plain.push('\n');
                }
            }
        }
    }
    plain
}

fn has_words(body: &Value) -> bool {
    !words(body).is_empty()
}

/// Everything of a message that people read.
fn words(body: &Value) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |value: &Value| {
        if let Some(text) = value.as_str().filter(|text| !text.is_empty()) {
            all.push(text.to_owned());
        }
    };
    add(&body["content"]);
    for embed in body["embeds"].as_array().into_iter().flatten() {
        add(&embed["title"]);
        add(&embed["description"]);
        for field in embed["fields"].as_array().into_iter().flatten() {
            add(&field["name"]);
            add(&field["value"]);
        }
    }
    all
}

fn controls(body: &Value) -> Vec<&Value> {
    let rows = body["components"].as_array().into_iter().flatten();
    let controls = rows.filter_map(|row| row["components"].as_array());
    controls.flatten().collect()
}

/// Nothing was done but what people asked for, and no words of theirs are in the log.
async fn assert_log_is_clean(stage: &Stage) {
    let db = &stage.scene.test.db;
    let mut request = PageRequest::first(100);
    loop {
        let page = audit::list(db, &AuditFilter::default(), &request).await;
        let page = page.expect("the audit log can be read");
        for entry in page.items {
            assert!(
                ACTIONS.contains(&entry.action.as_str()) || entry.action == "user.create",
                "{entry:?}"
            );
            let details = entry.details.map(|details| details.0.to_string());
            let details = details.unwrap_or_default();
            for words in ["SAY", "CALL", "MARROW", "@everyone"] {
                assert!(!details.contains(words), "{details}");
            }
        }
        let Some(next) = page.next else { return };
        request = PageRequest::after(100, next);
    }
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use serde_json::json;

    use super::*;

    #[test]
    fn words_that_do_harm_are_seen() {
        for harm in [
            "@everyone",
            "`@HERE`",
            "see [x](https://evil.example)",
            "[x]( <javascript:alert(1)>",
            "`` `[x](https://evil.example)",
            "```\ncode\n``` [x](data:text/html,y) ```",
            "a\u{202e}b",
            "a\u{e0041}b",
            "\u{1b}[31m",
        ] {
            assert!(catch_unwind(|| assert_is_harmless(harm)).is_err(), "{harm}");
        }
    }

    #[test]
    fn words_that_do_none_pass() {
        for fine in [
            "@\u{200b}everyone \\@everyone",
            "x (<https://evil.example>) array[i](x)",
            "`[x](https://evil.example)`",
            "```\n[x](https://evil.example)\n```",
            "-# About [a message](<https://discord.com/channels/1/2/3>) of **bob**",
        ] {
            assert_is_harmless(fine);
        }
    }

    #[test]
    fn a_message_that_may_call_somebody_is_seen() {
        assert_calls_nobody(&json!({"allowed_mentions": {"parse": []}}));
        for allowed in [
            json!(null),
            json!({"parse": ["everyone"]}),
            json!({"parse": [], "users": ["1"]}),
            json!({"parse": [], "roles": ["1"]}),
            json!({"parse": [], "replied_user": true}),
        ] {
            let body = json!({ "allowed_mentions": allowed });
            assert!(
                catch_unwind(|| assert_calls_nobody(&body)).is_err(),
                "{body}"
            );
        }
    }
}
