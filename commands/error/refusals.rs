//! Every sentence in which `/club` and `/club-admin` refuse something, as a person reads it.

use slimy_domain::{
    UserError,
    attachment::FetchError,
    club::{
        Metric, Misfit, NotUsed, Rejected, Week, admin,
        files::{Column, Reason, RowFault, Unreadable},
        known,
    },
    number,
};
use slimy_words::{Language, Words};

use super::ours;
use crate::{limits::CONTENT, text::refusal};

/// Foreign text that tries to format and to mention.
const ODD: &str = "*Stone* <@1> [x](https://evil.example)";

fn told(faults: impl IntoIterator<Item = impl Into<UserError>>) -> String {
    let told = faults.into_iter().map(|fault| {
        let fault: UserError = fault.into();
        for language in Language::ALL {
            let sentence = refusal(&fault, Words::of(language));
            assert!(sentence.encode_utf16().count() <= CONTENT, "{sentence}");
            assert!(!sentence.contains("<@1>"), "{sentence}");
            assert!(!sentence.contains("](https"), "{sentence}");
        }
        let sentence = refusal(&fault, Words::ENGLISH);
        format!("{}: {sentence}", fault.kind())
    });
    told.collect::<Vec<_>>().join("\n")
}

fn week(name: &str) -> Week {
    name.parse().expect("it is a week")
}

fn odd() -> String {
    ODD.to_owned()
}

#[test]
fn what_a_review_refuses_says_what_to_do() {
    let rejected = Rejected {
        file: odd(),
        reason: NotUsed::Misfit(Misfit::Club {
            shown: odd(),
            kept: "Snails".to_owned(),
        }),
    };
    insta::assert_snapshot!(told([
        UserError::NotInGuild,
        UserError::MayNotAnalyze,
        UserError::MayNotDecide,
        UserError::MayNotChange,
        UserError::MayNotManage,
        UserError::MayNotApprove,
        UserError::NoImages,
        UserError::NothingReadable(vec![rejected.clone(), rejected]),
        UserError::TitleTooLong { max: 100 },
        UserError::TitleEmpty,
        UserError::DraftExpired,
        UserError::AlreadySaved,
        UserError::AlreadyDiscarded,
        UserError::AnalysisNotFound,
        UserError::NoAnalysisYet,
        UserError::StillReading,
        UserError::TookTooLong,
        UserError::TooManyMembers { max: 500 },
        UserError::Busy,
        UserError::OpenQuestions(vec![odd(); 7]),
        UserError::AlreadyAnswered,
        UserError::NameTaken(odd()),
        UserError::TooManyEdits { max: 200 },
        UserError::ClubFull { max: 2_000 },
        UserError::AwaitsApproval,
        UserError::OwnApproval,
        UserError::ApprovalStale,
        UserError::NothingToApprove,
        UserError::ReviewMoved,
        UserError::StaleButton,
    ]));
}

#[test]
fn what_is_asked_of_a_known_club_and_has_no_answer_says_what_to_do() {
    use known::Fault;
    insta::assert_snapshot!(told([
        Fault::NothingYet,
        Fault::NothingOf(Metric::Sim),
        Fault::NoSuchWeek {
            metric: Metric::Total,
            week: week("2026-W46"),
            newest: week("2026-W47"),
        },
        Fault::NotAWeek,
        Fault::NeitherWeekNorAnalysis,
        Fault::OneWeek(Metric::Sim),
        Fault::TooFewWeeks(Metric::Sim),
        Fault::NoValue(Metric::Total),
        Fault::MetricsDiffer,
        Fault::SameSides,
        Fault::NoSuchMember { like: Vec::new() },
        Fault::NoSuchMember {
            like: vec![odd(), "Pebble".to_owned()],
        },
        Fault::EmptySearch,
        Fault::LongSearch { max: 100 },
        Fault::NothingToExport,
        Fault::MayNotExport,
        Fault::MayNotConfirm,
        Fault::MayNotUnlink,
        Fault::NotLinked,
        Fault::MemberTaken,
        Fault::AlreadyLinked,
        Fault::ClaimOver,
    ]));
}

#[test]
fn what_managers_are_refused_says_what_to_do() {
    use admin::Fault;
    let typed = |text: &str| number::parse_power(text).expect_err("it is no power");
    insta::assert_snapshot!(told([
        Fault::NoSuchMember {
            name: odd(),
            like: vec![odd()],
        },
        Fault::NotAName { max: 100 },
        Fault::IsAMember {
            spelling: odd(),
            member: odd(),
        },
        Fault::MeansAnother {
            spelling: odd(),
            other: odd(),
        },
        Fault::NoSuchAlias(odd()),
        Fault::Full { max: 2_000 },
        Fault::SameMember,
        Fault::NotLinked(odd()),
        Fault::Week("last week".parse::<Week>().expect_err("it is no week")),
        Fault::WeekToCome {
            week: week("2026-W48"),
            now: week("2026-W47"),
        },
        Fault::Value(typed("")),
        Fault::Value(typed("much")),
        Fault::Value(typed("1,2,3")),
        Fault::Value(typed("1.5")),
        Fault::Value(typed("-1")),
        Fault::Value(typed("99999999999999999999")),
        Fault::TooHigh {
            max: 1_000_000_000_000_000,
        },
        Fault::ReasonTooLong { max: 500 },
        Fault::NoSuchCorrection,
        Fault::NothingToRollBack {
            metric: Metric::Sim,
            week: Some(week("2026-W47")),
        },
        Fault::NothingToRollBack {
            metric: Metric::Total,
            week: None,
        },
        Fault::NoLongerCurrent,
        Fault::NothingToUndo,
        Fault::NothingToChange,
        Fault::CannotPost {
            why: "status 403, code 50013, Missing Permissions".to_owned(),
        },
        Fault::Fetch(FetchError::Gone),
        Fault::Contradictions {
            told: vec![admin::Contradiction::SameMember {
                week: week("2026-W47"),
                metric: Metric::Sim,
                one: odd(),
                other: "**A**".to_owned(),
            }],
            more: 2,
        },
        Fault::FileChanged,
        Fault::ImportOver,
        Fault::NothingNew,
    ]));
}

#[test]
fn a_file_that_cannot_be_imported_says_what_is_accepted() {
    use Unreadable as No;
    let row = RowFault {
        row: 2,
        column: Column::ALL[0],
        reason: Reason::NotAWeek(odd()),
    };
    let files = [
        No::TooLarge {
            max: 10 * 1024 * 1024,
        },
        No::Empty,
        No::Utf16,
        No::NotUtf8 { line: 3 },
        No::OldSpreadsheet,
        No::Broken,
        No::Bomb,
        No::BrokenJson { line: 1, column: 7 },
        No::OtherJson,
        No::MissingColumns {
            missing: Column::ALL[..2].to_vec(),
        },
        No::TwoColumns(Column::ALL[0]),
        No::TooMany { max: 100_000 },
        No::NoRows,
        No::Rows {
            faults: vec![row],
            more: 3,
        },
    ];
    insta::assert_snapshot!(told(files.map(admin::Fault::Unreadable)));
}

#[test]
fn a_failure_of_ours_has_a_reference_and_nothing_else() {
    assert_eq!(
        ours(Words::ENGLISH, "1f2e3d4c"),
        "Something went wrong on the bot's side. Try again in a moment; if it stays, tell the bot's host this reference: 1f2e3d4c."
    );
}
