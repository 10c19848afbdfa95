//! Tests of a draft's answer.

use proptest::prelude::*;
use slimy_domain::club::{
    Candidate, Capacity, Change, Guard, Metric, Part, Question, Reason, Requested, Review, Row,
    Rows, Saving, Sheet, Standing, State, Week,
    compare::compare,
    measure, summary,
    vision::{Opinion, Verdict},
};
use slimy_store::Timestamp;
use slimy_words::{Language, Words};

use super::answer;
use crate::{club::fixture::in_every_language, limits::fault};

fn row(name: &str, power: Option<i64>) -> Row {
    Row {
        name: name.to_owned(),
        name_certain: true,
        power,
        last_seen: Some("2h ago".to_owned()),
        confidence: 0.99,
        corrected: false,
    }
}

fn standing(name: &str, power: Option<i64>) -> Standing {
    Standing {
        member: Some(name.into()),
        name: name.to_owned(),
        power,
        corrected: false,
    }
}

fn part(metric: Metric, rows: Vec<Row>) -> Part {
    let measures = measure(&rows, Some(3));
    Part {
        sheet: Sheet {
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
            title: "Week _47_".to_owned(),
            summary: summary(Words::ENGLISH, metric, &measures),
            metric,
            capacity: Some(Capacity { members: 3, of: 55 }),
            measures,
            rows,
            warnings: Vec::new(),
            images: 3,
            state: State::Draft {
                expires_at: Timestamp::from_micros(1_795_500_000_000_000).unwrap(),
            },
        },
        comparison: None,
        guards: Vec::new(),
        questions: Vec::new(),
        opinions: Vec::new(),
        lost: Vec::new(),
        rows: Rows::default(),
    }
}

/// A draft with one metric.
pub(in crate::club) fn review() -> Review {
    Review {
        id: "cmwrt8afl00067d2zeeb71pqc".into(),
        parts: vec![part(
            Metric::Sim,
            vec![
                row("Stone", Some(14_321_191)),
                row("lill", Some(3_871_159)),
                row("Smitty", None),
            ],
        )],
        week: Week::parse("2026-W47").unwrap(),
        request: None,
    }
}

/// One that has something of everything to say.
fn full() -> Review {
    let mut review = review();
    let before = [
        standing("Stone", Some(1_432_119)),
        standing("Gone *Snail*", Some(9_000_000)),
        standing("Smitty", Some(5)),
    ];
    let now = [
        standing("Stone", Some(14_321_191)),
        standing("Smitty", None),
        Standing {
            member: None,
            ..standing("Fresh", Some(1_000))
        },
    ];
    let part = &mut review.parts[0];
    part.comparison = Some(compare(&before, &now, Some(85)));
    part.guards = vec![Guard::Missing {
        members: 1,
        of: 3,
        percent: 20,
    }];
    part.questions = vec![Question {
        key: "0123456789ab".to_owned(),
        name: "lill".to_owned(),
        power: Some(3_871_159),
        reason: Reason::PerhapsRenamed,
        candidates: vec![
            Candidate::Member {
                id: "cmwrt8afl00067d2zeeb71pqd".into(),
                name: "lil".to_owned(),
            },
            Candidate::Row {
                key: "ba9876543210".to_owned(),
                name: "Ill".to_owned(),
            },
        ],
        may_be_new: true,
        must: true,
    }];
    part.opinions = vec![Opinion {
        file: "a.png".to_owned(),
        name: "Smitty".to_owned(),
        verdict: Verdict::OnlyPower { seen: 7_654_321 },
    }];
    part.lost = vec!["Ghost".to_owned()];
    review
}

fn shown(review: &Review, metric: Option<Metric>) -> String {
    in_every_language(|words| answer(words, review, metric, 0));
    let answer = answer(Words::ENGLISH, review, metric, 0);
    serde_json::to_string_pretty(&answer).unwrap()
}

#[test]
fn a_first_roster_says_that_there_is_nothing_to_compare_with() {
    insta::assert_snapshot!(shown(&review(), None));
}

#[test]
fn a_draft_says_what_has_changed_and_asks_who_is_who() {
    insta::assert_snapshot!(shown(&full(), None));
}

#[test]
fn a_draft_is_told_in_every_language() {
    for language in Language::ALL {
        let answer = answer(Words::of(language), &full(), None, 0);
        let shown = serde_json::to_string_pretty(&answer).unwrap();
        insta::assert_snapshot!(format!("a_draft_in_{}", language.code()), shown);
    }
}

#[test]
fn two_metrics_can_be_saved_together_or_alone() {
    let mut review = review();
    let total = part(Metric::Total, vec![row("Stone", Some(298_297_518))]);
    review.parts.push(total);
    insta::assert_snapshot!(shown(&review, Some(Metric::Total)));
}

#[test]
fn each_tab_says_on_which_it_stands_why_a_second_manager_has_to_look() {
    let mut review = full();
    review.parts[0].questions.clear();
    let total = part(Metric::Total, vec![row("Stone", Some(298_297_518))]);
    review.parts.push(total);
    review.request = Some(Requested {
        by: Some("42".to_owned()),
        saving: Saving::All,
    });
    let (guarded, other) = (
        shown(&review, Some(Metric::Sim)),
        shown(&review, Some(Metric::Total)),
    );
    assert!(guarded.contains("\"name\": \"Needs a second manager\""));
    assert!(!guarded.contains("on the tab"), "{guarded}");
    assert!(!other.contains("\"name\": \"Needs a second manager\""));
    insta::assert_snapshot!(other);
}

#[test]
fn one_button_is_the_one_to_press() {
    for review in [review(), full()] {
        let answer = shown(&review, None);
        assert_eq!(answer.matches("\"style\": 3").count(), 1, "{answer}");
        assert!(!answer.contains("\"style\": 1"), "{answer}");
    }
}

#[test]
fn a_request_shows_who_asks_and_offers_to_approve() {
    let mut review = full();
    review.parts[0].questions.clear();
    review.request = Some(Requested {
        by: Some("42".to_owned()),
        saving: Saving::All,
    });
    insta::assert_snapshot!(shown(&review, None));
}

proptest! {
    #[test]
    fn no_draft_is_over_discords_limits(
        names in prop::collection::vec("\\PC{0,60}", 1..80),
        title in "\\PC{0,100}",
        counts in prop::collection::vec(0_usize..60, 6),
        page in 0_usize..9,
        two: bool,
    ) {
        let name = |n: usize| names[n % names.len()].clone();
        let rows = (0..names.len()).map(|n| row(&name(n), None)).collect();
        let mut one = part(Metric::Sim, rows);
        one.sheet.title = title;
        let before: Vec<_> = (0..counts[0])
            .map(|n| Standing { member: Some(format!("m{n}").as_str().into()), ..standing(&name(n), Some(1)) })
            .collect();
        let now: Vec<_> = (0..counts[1])
            .map(|n| Standing { member: Some(format!("m{}", n * 2).as_str().into()), ..standing(&name(n), Some(9_999_999_999)) })
            .collect();
        let comparison = compare(&before, &now, Some(85));
        let jumped = comparison.changed.iter().map(|Change { .. }| Guard::OverHeader { members: 9, header: 8 });
        one.guards = jumped.take(4).collect();
        one.comparison = Some(comparison);
        one.questions = (0..counts[2]).map(|n| Question {
            key: format!("{n:012x}"),
            name: name(n),
            power: None,
            reason: Reason::Twin,
            candidates: (0..counts[3].min(5))
                .map(|c| Candidate::Row { key: format!("{c:012x}"), name: name(c) })
                .collect(),
            may_be_new: true,
            must: false,
        }).collect();
        one.opinions = (0..counts[4]).map(|n| Opinion {
            file: "a.png".to_owned(),
            name: name(n),
            verdict: Verdict::OtherName { seen: name(n + 1) },
        }).collect();
        one.lost = (0..counts[5]).map(name).collect();
        let mut review = review();
        review.parts = vec![one];
        if two {
            review.parts.push(part(Metric::Total, Vec::new()));
        }
        for language in Language::ALL {
            let answer = answer(Words::of(language), &review, None, page);
            prop_assert_eq!(fault(&answer), None);
        }
    }
}
