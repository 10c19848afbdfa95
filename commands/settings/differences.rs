//! What changes, as people read it: a line for each place, the weightiest first.

use serde_json::Value;
use slimy_domain::settings::{Difference, Spot, Weight};
use slimy_words::{Words, say};

use crate::text::shorten;

use super::{LISTED, values::value};

/// The units of " +25" behind a list, which has so many items at the most.
const MORE: usize = 4;

/// A line, and how many differences it tells of.
struct Line {
    weight: Weight,
    text: String,
    of: usize,
}

/// A line for each difference: all those that somebody has to see before they agree, and of the
/// others so many that there are `most` lines; then how many more changes there are.
pub(super) fn differences<'a>(
    words: Words,
    all: impl IntoIterator<Item = &'a Difference>,
    most: usize,
) -> Vec<String> {
    let lines = lines(words, all);
    let seen = lines.iter().filter(|line| line.weight.must_be_seen());
    let most = most.max(seen.count());
    cut(words, lines, most)
}

/// The first few lines of what was changed already, and how many more changes there are.
pub(super) fn excerpt<'a>(
    words: Words,
    all: impl IntoIterator<Item = &'a Difference>,
    most: usize,
) -> Vec<String> {
    cut(words, lines(words, all), most)
}

fn lines<'a>(words: Words, all: impl IntoIterator<Item = &'a Difference>) -> Vec<Line> {
    let mut all: Vec<&Difference> = all.into_iter().collect();
    // Within a weight they stay as they are: in the schema's order.
    all.sort_by_key(|one| one.spot.setting.weight);
    let of_settings = all.chunk_by(|one, next| one.spot.setting == next.spot.setting);
    let line = |changed: &[&Difference]| {
        let first = changed.first()?;
        let text = match changed.len() {
            1 => difference(words, first),
            count => texts(words, first, count),
        };
        Some(Line {
            weight: first.spot.setting.weight,
            text,
            of: changed.len(),
        })
    };
    of_settings.filter_map(line).collect()
}

/// Lines from the first on, which are the weightiest.
fn cut(words: Words, mut lines: Vec<Line>, most: usize) -> Vec<String> {
    let left = lines.split_off(most.min(lines.len()));
    let more: usize = left.iter().map(|line| line.of).sum();
    let mut said: Vec<String> = lines.into_iter().map(|line| line.text).collect();
    if more > 0 {
        said.push(say!(words, "settings-more-changes", count = more));
    }
    said
}

/// The texts of several channels in one line, for they may be many.
fn texts(words: Words, one: &Difference, count: usize) -> String {
    let key = place(&Spot::of(one.spot.setting));
    let count = say!(words, "settings-texts-of-channels", count = count);
    format!("{key}: **{count}**")
}

fn difference(words: Words, difference: &Difference) -> String {
    let Difference {
        spot,
        before,
        after,
    } = difference;
    let (place, then) = (place(spot), side(words, spot, after, before));
    format!("{place}: {} → **{then}**", side(words, spot, before, after))
}

/// What stands on one side of a change, in few letters.
fn side(words: Words, spot: &Spot, stored: &Value, other: &Value) -> String {
    let said = standing(words, spot, stored).replace('\n', " ");
    match stored {
        Value::Array(items) if units(&said) > LISTED => list(words, spot, items, other),
        _ => shorten(&said, LISTED),
    }
}

/// Of a long list what the other side has not, then the rest, as much as there is room for, and how
/// many more there are. Half a mention would name nobody.
fn list(words: Words, spot: &Spot, items: &[Value], other: &Value) -> String {
    let others = other.as_array().map(Vec::as_slice).unwrap_or_default();
    let (own, shared): (Vec<&Value>, Vec<&Value>) =
        items.iter().partition(|item| !others.contains(item));
    let mut said = String::new();
    let mut left = items.len();
    for item in own.into_iter().chain(shared) {
        let one = value(words, spot.setting, &Value::Array(vec![item.clone()]));
        let one = shorten(&one, LISTED - MORE);
        if units(&said) + units(&one) + MORE > LISTED {
            break;
        }
        said = format!("{said}{one} ");
        left -= 1;
    }
    format!("{said}+{left}")
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A place: its key, and the channel whose text it is.
fn place(spot: &Spot) -> String {
    match &spot.channel {
        Some(channel) => format!("`{}` <#{channel}>", spot.setting.key),
        None => format!("`{}`", spot.setting.key),
    }
}

/// What stands in a place, null for nothing.
fn standing(words: Words, spot: &Spot, stored: &Value) -> String {
    match (stored, &spot.channel) {
        (Value::Null, Some(_)) => say!(words, "settings-none"),
        (Value::Null, None) => say!(words, "settings-default"),
        (stored, _) => value(words, spot.setting, stored),
    }
}
