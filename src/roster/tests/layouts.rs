//! A layout's description is checked: each rule is broken here, and the error names the field and what is accepted.

use slimy_roster::{Layout, LayoutError, Reader, ReaderError};
use toml::Value;

const BUILT_IN: &str = include_str!("../../../assets/layouts/super-snail-club.toml");

/// The built-in description with one piece of text replaced.
fn with(text: &str, by: &str) -> String {
    assert_eq!(BUILT_IN.matches(text).count(), 1, "{text} is there once");
    BUILT_IN.replace(text, by)
}

/// What is said of a description that is refused.
fn refusal(description: &str) -> String {
    Layout::parse(description)
        .expect_err("it is refused")
        .to_string()
}

/// The paths of all values in a description, each with the value's place in it.
fn leaves(value: &Value) -> Vec<Vec<Step>> {
    let children: Vec<(Step, &Value)> = match value {
        Value::Table(table) => table
            .iter()
            .map(|(key, value)| (Step::Key(key.clone()), value))
            .collect(),
        Value::Array(array) => (0..).map(Step::Index).zip(array).collect(),
        _ => return vec![Vec::new()],
    };
    children
        .into_iter()
        .flat_map(|(step, value)| {
            leaves(value)
                .into_iter()
                .map(move |path| [vec![step.clone()], path].concat())
        })
        .collect()
}

/// One step into a value.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Key(String),
    Index(usize),
}

fn at<'a>(value: &'a mut Value, path: &[Step]) -> &'a mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Index(index) => &mut value[*index],
    })
}

/// The field as errors name it: `label.words.text`.
fn field(path: &[Step]) -> String {
    let keys = path.iter().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    keys.collect::<Vec<_>>().join(".")
}

/// The description with the value at a path changed.
fn changed(path: &[Step], to: Value) -> String {
    let mut description: Value = BUILT_IN.parse::<toml::Table>().expect("it is TOML").into();
    *at(&mut description, path) = to;
    toml::to_string(&description).expect("it can be written")
}

#[test]
fn the_built_in_layouts_keep_every_rule() {
    let layouts = Layout::built_in().expect("they keep the rules");
    let [layout] = &layouts[..] else {
        panic!("there is one")
    };
    assert_eq!(
        (layout.id(), layout.game(), layout.language(), layout.open()),
        (
            "super-snail-club",
            "Super Snail",
            "English",
            "Club > Manage Members"
        )
    );
}

#[test]
fn no_field_takes_any_value() {
    let description: Value = BUILT_IN.parse::<toml::Table>().expect("it is TOML").into();
    let leaves = leaves(&description);
    assert!(leaves.len() > 100, "{} values are checked", leaves.len());
    for path in leaves {
        let (what, refused) = match at(&mut description.clone(), &path) {
            // What the club's name has around it may be empty, but it is text.
            Value::String(_) if field(&path).starts_with("club.") => (Value::Integer(3), false),
            Value::String(_) => (Value::String(" ".to_owned()), true),
            Value::Boolean(_) => (Value::String("yes".to_owned()), false),
            Value::Integer(_) => (Value::Integer(-100_000), true),
            _ => (Value::Float(f64::NAN), true),
        };
        let said = refusal(&changed(&path, what));
        let field = field(&path);
        let last = field.rsplit('.').next().unwrap_or_default();
        assert!(said.contains(last), "{field}: {said}");
        let is_rule = said.starts_with(&field) && said.contains("; accepted is ");
        assert!(
            is_rule || !refused || said.contains("cannot be read"),
            "{field}: {said}"
        );
    }
}

#[test]
fn what_is_missing_unknown_or_no_toml_is_named() {
    let said = refusal(&with("pitch = 0.5833\n", ""));
    assert!(said.contains("missing field `pitch`"), "{said}");
    let said = refusal(&with("pitch = 0.5833", "pitch = 0.5833\npitsch = 1"));
    assert!(said.contains("unknown field `pitsch`"), "{said}");
    let said = refusal(&with("lines = \"darker\"", "lines = \"pink\""));
    assert!(said.contains("pink") && said.contains("lighter"), "{said}");
    let said = refusal(&with("metric = \"sim\"", "metric = \"dps\""));
    assert!(said.contains("dps") && said.contains("total"), "{said}");
    let said = refusal("[tone");
    assert!(said.contains("cannot be read"), "{said}");
}

#[test]
fn what_is_without_a_count_a_club_or_last_seen_is_a_layout() {
    for section in ["[count]", "[club]", "[last_seen]"] {
        let mut table: toml::Table = BUILT_IN.parse().expect("it is TOML");
        table.remove(section.trim_matches(['[', ']']));
        let description = toml::to_string(&table).expect("it can be written");
        Layout::parse(&description).expect("it is a layout");
    }
}

/// A part of the description, what it is replaced by, and what is said of that.
const RULES: &[(&str, &str, &str)] = &[
    (
        "id = \"super-snail-club\"",
        "id = \"Super Snail\"",
        "id is Super Snail; accepted is 1 to 64 of a-z, 0-9 and -",
    ),
    (
        "game = \"Super Snail\"",
        "game = \"\"",
        "game is \"\"; accepted is a text of 1 to 100 letters",
    ),
    (
        "bright = 0.95",
        "bright = 1.5",
        "tone.bright is 1.5; accepted is 0 to 1",
    ),
    ("ink = 16", "ink = 0", "tone.ink is 0; accepted is 1 to 255"),
    (
        "longest = 0.49",
        "longest = 0.1",
        "lines.longest is 0.1; accepted is more than lines.shortest and less than half of the screen's width, 0.5",
    ),
    (
        "shortest = [0.12, 110]",
        "shortest = [0.12, 0]",
        "lines.shortest is 0; accepted is 1 to 10000",
    ),
    (
        "column = 472",
        "column = 4",
        "cards.column is 4; accepted is 100 to 10000",
    ),
    (
        "pitch = 0.5833",
        "pitch = 0.4",
        "cards.pitch is 0.4; accepted is more than cards.height, so that rows do not overlap, and at most 10",
    ),
    (
        "bottom_line = [0.7, 0.9]",
        "bottom_line = [0.9, 0.7]",
        "cards.bottom_line is [0.9, 0.7]; accepted is [from, to] with 0 ≤ from < to ≤ 1",
    ),
    (
        "most_rows = 60",
        "most_rows = 0",
        "cards.most_rows is 0; accepted is 1 to 200",
    ),
    (
        "whole_above = 124",
        "whole_above = 5",
        "view.whole_above is 5; accepted is more than view.whole_below",
    ),
    (
        "y = [-425, -348]",
        "y = [-348, -425]",
        "title.y is [-348, -425]; accepted is [from, to] with -10000 ≤ from < to ≤ 10000",
    ),
    (
        "text = \"Sim Power\"",
        "text = \"Po wer\"",
        "label.words.text is Po wer; accepted is a text that no other label has",
    ),
    (
        "usual_digits = 9",
        "usual_digits = 0",
        "label.words.usual_digits is 0; accepted is 1 to 18",
    ),
    (
        "cards = 2",
        "cards = 0",
        "label.cards is 0; accepted is 1 to 10",
    ),
    (
        "band = [0.545, 0.95]",
        "band = [0.4, 0.95]",
        "number.band is [0.4, 0.95]; accepted is a span within number.x that leaves paper on its right",
    ),
    (
        "last_digit = 0.905",
        "last_digit = 0.96",
        "number.last_digit is 0.96; accepted is a place within number.band",
    ),
    (
        "end = [-0.75, 0.4]",
        "end = [-0.75, 1.4]",
        "number.end is [-0.75, 1.4]; accepted is a span within [-1, 1]: a whole digit off is a lost digit",
    ),
    (
        "again = [1.5, 1.8]",
        "again = []",
        "name.again is 0; accepted is 1 to 4 stretches",
    ),
    (
        "again = [1.5, 1.8]",
        "again = [9]",
        "name.again is 9; accepted is 0.2 to 5",
    ),
    (
        "\"{}h ago\"",
        "\"h ago\"",
        "last_seen.counts.text is h ago; accepted is a text with {} where the number stands, once",
    ),
    (
        "below = 24",
        "below = 1",
        "last_seen.counts.below is 1; accepted is 2 to 1000",
    ),
    (
        "y = [-58, -5]",
        "y = [-58, 5]",
        "strip.y is [-58, 5]; accepted is a span from -226.56 u, the card's top, to 0, its bottom line",
    ),
    (
        "y = [-178, -134]",
        "y = [-278, -134]",
        "label.y is [-278, -134]; accepted is a span from -226.56 u, the card's top, to 0, its bottom line",
    ),
];

#[test]
fn each_rule_names_its_field_its_value_and_what_is_accepted() {
    for (text, by, said) in RULES {
        assert_eq!(refusal(&with(text, by)), *said);
    }
}

#[test]
fn a_layout_without_labels_or_last_seen_texts_reads_nothing() {
    let mut table: toml::Table = BUILT_IN.parse().expect("it is TOML");
    table["label"]["words"] = Value::Array(Vec::new());
    let said = refusal(&toml::to_string(&table).expect("it can be written"));
    assert_eq!(said, "label.words is empty; accepted is at least one label");

    let mut table: toml::Table = BUILT_IN.parse().expect("it is TOML");
    for texts in ["words", "counts"] {
        table["last_seen"][texts] = Value::Array(Vec::new());
    }
    let said = refusal(&toml::to_string(&table).expect("it can be written"));
    assert!(said.starts_with("last_seen.words is empty"), "{said}");
}

#[test]
fn a_reader_needs_layouts_of_different_names_in_letters_that_its_model_knows() {
    let layout = |text: &str, by: &str| Layout::parse(&with(text, by)).expect("it keeps the rules");
    let refusal = |layouts: Vec<Layout>| match Reader::with_layouts(layouts) {
        Err(ReaderError::Layout(error)) => error,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it is refused"),
    };
    assert!(matches!(refusal(Vec::new()), LayoutError::None));
    let same = || Layout::built_in().expect("they keep the rules").remove(0);
    let twice = refusal(vec![same(), same()]);
    assert_eq!(
        twice.to_string(),
        "two layouts are called super-snail-club; each needs an id of its own"
    );
    let unknown = refusal(vec![layout(
        "text = \"Manage Members\"",
        "text = \"ꙮ Members\"",
    )]);
    assert_eq!(
        unknown.to_string(),
        "title.text has the letter 'ꙮ', which the reader's model does not know"
    );
}
