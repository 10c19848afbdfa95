//! What is told when settings do not fit.

use slimy_domain::{
    UserError,
    attachment::FetchError,
    settings::{Fault, Problem, SCHEMA, Trouble},
};
use slimy_words::Words;

use super::all_words;
use crate::text::refusal;

#[test]
fn every_refusal_is_a_sentence_in_every_language() {
    let odd = "features.[Free gift](https://evil.example) @everyone **x**";
    let kinds = SCHEMA.iter().map(|setting| Problem::Not(setting.kind));
    let problems = kinds.chain([
        Problem::Unknown,
        Problem::NotOffered,
        Problem::NoObject,
        Problem::NotOnOrOff,
        Problem::NotMentioned,
        Problem::NoAction,
        Problem::NotUnderChannel,
    ]);
    let problems: Vec<Problem> = problems.collect();
    let troubles = [
        Trouble::TooLarge { max: 1024 * 1024 },
        Trouble::Fetch(FetchError::Gone),
        Trouble::NoJson { line: 2, column: 7 },
        Trouble::NothingNew,
        Trouble::Over,
        Trouble::NoSuchRevision,
        Trouble::NothingToRevert,
        Trouble::TooMuch,
    ];
    let mut english = Vec::new();
    for words in all_words() {
        let at = |path: &str, problem| Fault {
            path: path.to_owned(),
            problem,
        };
        let faults = problems.iter().map(|problem| at(odd, *problem));
        let faults = faults.chain([at("", Problem::NoObject)]);
        let refusals = faults.map(UserError::from);
        let refusals = refusals.chain(troubles.map(UserError::from));
        let mut told: Vec<String> = refusals.map(|one| refusal(&one, words)).collect();
        assert!(told.iter().all(|one| !one.contains("](https")), "{told:?}");
        if words == Words::ENGLISH {
            told.sort();
            told.dedup();
            english = told;
        }
    }
    insta::assert_snapshot!(english.join("\n"));
}
