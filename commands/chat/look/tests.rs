use std::{sync::Arc, time::Duration};

use slimy_domain::chat::Fault;
use slimy_llm::FailureKind;
use slimy_words::Language;

use super::*;
use crate::limits::fault;

const ID: &str = "cmwrt8afl00067d2zeeb71pqc";

fn end(status: MessageStatus) -> End {
    End {
        status,
        fault: None,
        model: "gpt-small".to_owned(),
        is_fallback: false,
        is_cut: false,
        prompt_tokens: 100,
        completion_tokens: 20,
        cost_micros: 0,
        left_out: 0,
        tools: Vec::new(),
        duration: Duration::from_secs(2),
        alternative: (0, 1),
    }
}

fn draft(text: &str, state: State) -> Draft {
    Draft {
        text: Arc::from(text),
        state,
    }
}

fn ended(text: &str, end: End) -> Draft {
    draft(text, State::Ended(Arc::new(end)))
}

/// What people see, and that Discord takes all of it.
fn seen(draft: &Draft) -> String {
    let id = Id::from(ID);
    said(&Look::of(Words::ENGLISH, &id, draft))
}

fn said(look: &Look<'_>) -> String {
    let mut posts = Vec::new();
    for post in look.posts() {
        assert_eq!(fault(&post), None);
        let rows = serde_json::to_value(&post.rows).unwrap();
        let buttons = rows.as_array().into_iter().flatten();
        let buttons = buttons.flat_map(|row| row["components"].as_array().unwrap().clone());
        let labels: Vec<String> = buttons
            .map(|button| format!("[{}]", button["label"].as_str().unwrap()))
            .collect();
        let files = post.files.iter();
        let files = files.map(|file| format!("({}, {} bytes)", file.filename, file.data.len()));
        let lines = std::iter::once(post.content.clone())
            .chain(files)
            .chain(labels);
        posts.push(lines.collect::<Vec<_>>().join("\n"));
    }
    posts.join("\n=====\n")
}

#[test]
fn an_answer_that_comes_can_be_stopped() {
    let states = [
        draft("", State::Waiting),
        draft("Fifty-five", State::Writing),
        draft("", State::UsingTool("club_roster")),
        draft("Let me see.", State::UsingTool("club_movers")),
        draft("```rust\nfn main() {", State::Writing),
        draft(" \n", State::Writing),
    ];
    let seen: Vec<String> = states.iter().map(seen).collect();
    insta::assert_snapshot!(seen.join("\n\n"));
}

#[test]
fn an_answer_that_is_over_says_how_it_ended() {
    let failed = |kind| End {
        fault: Some(Fault::Model(kind)),
        ..end(MessageStatus::Failed)
    };
    let whole = || end(MessageStatus::Complete);
    let ends = [
        ended("Fifty-five members.\n", whole()),
        ended("Fifty", end(MessageStatus::Stopped)),
        ended("", end(MessageStatus::Stopped)),
        ended("Fifty", end(MessageStatus::Interrupted)),
        ended("", end(MessageStatus::Interrupted)),
        ended("Fifty", failed(FailureKind::CutOff)),
        ended("", failed(FailureKind::KeyRefused)),
        ended("", end(MessageStatus::Failed)),
        ended("", whole()),
        ended(" \n\u{200b}\n", whole()),
        ended(
            "Fifty-five.",
            End {
                is_fallback: true,
                model: "other_*model*".to_owned(),
                left_out: 12,
                ..whole()
            },
        ),
        ended(
            "Fifty-five.",
            End {
                is_cut: true,
                left_out: 1,
                ..whole()
            },
        ),
    ];
    let seen: Vec<String> = ends.iter().map(seen).collect();
    insta::assert_snapshot!(seen.join("\n\n"));
}

#[test]
fn one_of_several_answers_says_which_and_pages_to_the_others() {
    let (id, before, after) = (Id::from(ID), Id::from("before"), Id::from("after"));
    let draft = ended(
        "Perhaps.",
        End {
            alternative: (1, 3),
            ..end(MessageStatus::Complete)
        },
    );
    let look = Look {
        beside: [Some(&before), Some(&after)],
        about: Some("-# About a message.".to_owned()),
        ..Look::of(Words::ENGLISH, &id, &draft)
    };
    insta::assert_snapshot!(said(&look));
}

#[test]
fn after_new_the_answer_stays_and_says_what_is_next() {
    let id = Id::from(ID);
    let draft = ended("Perhaps.", end(MessageStatus::Complete));
    let look = Look {
        is_closed: true,
        ..Look::of(Words::ENGLISH, &id, &draft)
    };
    insta::assert_snapshot!(said(&look));
}

#[test]
fn a_long_answer_comes_in_parts_with_the_buttons_below_the_last() {
    let text = "Slime leaves a trail. ".repeat(150);
    let draft = ended(
        &text,
        End {
            left_out: 3,
            ..end(MessageStatus::Stopped)
        },
    );
    let id = Id::from(ID);
    let posts = Look::of(Words::ENGLISH, &id, &draft).posts();
    assert_eq!(posts.len(), 2);
    assert!(posts.iter().all(|post| fault(post).is_none()));
    assert!(posts[0].rows.is_empty() && !posts[1].rows.is_empty());
    assert!(
        posts[1]
            .content
            .ends_with("-# 3 older messages were left out. Stopped.")
    );
    let coming = draft_of(&text);
    let posts = Look::of(Words::ENGLISH, &id, &coming).posts();
    assert_eq!(posts.len(), 2);
    assert!(posts[0].rows.is_empty() && !posts[1].rows.is_empty());
}

#[test]
fn a_very_long_answer_comes_as_a_file_with_its_opening() {
    let text = "Slime leaves a trail. ".repeat(1_500);
    let id = Id::from(ID);
    let whole = ended(&text, end(MessageStatus::Complete));
    let posts = Look::of(Words::ENGLISH, &id, &whole).posts();
    assert_eq!((posts.len(), posts[0].files.len()), (1, 1));
    assert_eq!(fault(&posts[0]), None);
    assert_eq!(posts[0].files[0].filename, "answer.md");
    assert_eq!(posts[0].files[0].data, text.trim_end().as_bytes());
    let coming = draft_of(&text);
    let posts = Look::of(Words::ENGLISH, &id, &coming).posts();
    assert_eq!(posts.len(), POSTS);
    assert!(posts.iter().all(|post| fault(post).is_none()));
    let note = "-# It goes on: all of it will come as a file.";
    assert!(posts[POSTS - 1].content.ends_with(note));
}

#[test]
fn a_note_that_is_long_makes_room_for_itself() {
    let text = "x".repeat(1_900);
    let failed = End {
        fault: Some(Fault::Model(FailureKind::TooLong)),
        left_out: 100,
        is_cut: true,
        is_fallback: true,
        ..end(MessageStatus::Failed)
    };
    let draft = ended(&text, failed);
    let id = Id::from(ID);
    for language in Language::ALL {
        let posts = Look::of(Words::of(language), &id, &draft).posts();
        assert_eq!(posts.len(), 2);
        assert!(posts.iter().all(|post| fault(post).is_none()));
    }
}

#[test]
fn an_answer_is_shown_in_the_language_of_those_who_see_it() {
    let id = Id::from(ID);
    let (coming, using) = (
        draft("", State::Waiting),
        draft("", State::UsingTool("club_movers")),
    );
    let long = ended(
        "Perhaps.",
        End {
            alternative: (1, 3),
            is_fallback: true,
            is_cut: true,
            left_out: 1_234,
            ..end(MessageStatus::Interrupted)
        },
    );
    let seen = Language::ALL.map(|language| {
        let words = Words::of(language);
        let drafts = [&coming, &using, &long];
        let seen = drafts.map(|draft| said(&Look::of(words, &id, draft)));
        seen.join("\n")
    });
    insta::assert_snapshot!(seen.join("\n\n"));
}

#[test]
fn sentences_call_the_buttons_by_their_names() {
    for language in Language::ALL {
        let words = Words::of(language);
        let fault = |kind| Fault::Model(kind).say(words);
        let again = say!(words, "chat-again");
        for sentence in [
            say!(words, "chat-interrupted"),
            say!(words, "chat-no-answer"),
            say!(words, "chat-wordless"),
            fault(FailureKind::CutOff),
            fault(FailureKind::Nonsense),
        ] {
            assert!(sentence.contains(&again), "{sentence}");
        }
        assert!(fault(FailureKind::TooLong).contains(&say!(words, "chat-new")));
        assert!(
            Fault::StillAnswering
                .say(words)
                .contains(&say!(words, "chat-stop"))
        );
    }
}

fn draft_of(text: &str) -> Draft {
    draft(text, State::Writing)
}
