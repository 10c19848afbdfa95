//! What may be asked of the store, and with which arguments.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use slimy_store::Timestamp;

use super::{analyses, chats, entries, history, people, places, usage};
use crate::{odd, support};

/// A verb and arguments for any of them.
#[derive(Debug, Clone)]
pub(super) struct Op {
    pub(super) verb: Verb,
    /// Which row, by the order in which they came; one too many is an unknown one.
    pub(super) a: usize,
    /// Which row of another kind.
    pub(super) b: usize,
    /// A count or a limit.
    pub(super) n: usize,
    pub(super) text: String,
    pub(super) other: Option<String>,
    pub(super) flag: Option<bool>,
    pub(super) at: Moment,
    pub(super) until: Moment,
    pub(super) page: Where,
    pub(super) document: Value,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Verb {
    People(people::Verb),
    Places(places::Verb),
    Entries(entries::Verb),
    Analyses(analyses::Verb),
    Chats(chats::Verb),
    History(history::Verb),
    Usage(usage::Verb),
}

/// Seconds after a fixed moment: few, so that many rows share one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment(pub(super) i64);

impl Moment {
    pub(super) fn time(self) -> Timestamp {
        support::at(self.0)
    }
}

/// A page's size, and from which of the cursors seen so far it goes on, in which direction.
#[derive(Debug, Clone)]
pub(super) struct Where {
    pub(super) size: usize,
    pub(super) cursor: Option<(usize, bool)>,
}

fn verb() -> impl Strategy<Value = Verb> {
    prop_oneof![
        2 => select(people::Verb::ALL).prop_map(Verb::People),
        3 => select(places::Verb::ALL).prop_map(Verb::Places),
        3 => select(entries::Verb::ALL).prop_map(Verb::Entries),
        5 => select(analyses::Verb::ALL).prop_map(Verb::Analyses),
        5 => select(chats::Verb::ALL).prop_map(Verb::Chats),
        7 => select(history::Verb::ALL).prop_map(Verb::History),
        3 => select(usage::Verb::ALL).prop_map(Verb::Usage),
    ]
}

/// Now and then whole, mostly a piece of one or of two.
fn text() -> impl Strategy<Value = String> {
    let odd = || select(&odd::TEXTS[..]);
    prop_oneof![
        4 => odd().prop_map(str::to_owned),
        3 => (odd(), 0..8_usize, 1..5_usize).prop_map(|(text, skip, take)| {
            text.chars().skip(skip).take(take).collect()
        }),
        1 => (odd(), odd()).prop_map(|(one, two)| format!("{two}{one}")),
        1 => Just(odd::REFUSED.to_owned()),
        1 => (95..105_usize).prop_map(|length| "É".repeat(length)),
        1 => Just(()).prop_map(|()| odd::long()),
    ]
}

fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        6 => (0..5_i64).prop_map(Moment),
        1 => Just(Moment(14 * 3600)),
        1 => Just(Moment(-86_400 * 20_000)),
    ]
}

fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        select(vec![
            json!(0.1),
            json!(-0.0),
            json!(1.0),
            json!(1e16),
            json!(1.5e300),
            json!(5e-324),
            json!(u64::MAX),
            json!(123_456_789.123_456_79)
        ]),
        text().prop_map(Value::from),
    ];
    let key = || select(&["a", "b", "", "É", "a.b", "'"][..]);
    let tree = leaf.prop_recursive(2, 6, 3, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::btree_map(key(), inner, 0..3).prop_map(|fields| {
                fields
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect::<Value>()
            }),
        ]
    });
    let object =
        proptest::collection::btree_map(select(&["a", "b", "É", ""][..]), tree.clone(), 0..4);
    prop_oneof![
        6 => object.prop_map(|fields| {
            fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Value>()
        }),
        1 => tree,
    ]
}

pub(super) fn operation() -> impl Strategy<Value = Op> {
    let page = (
        0..4_usize,
        proptest::option::weighted(0.7, (0..12_usize, any::<bool>())),
    );
    let page = page.prop_map(|(size, cursor)| Where { size, cursor });
    let rows = (0..4_usize, 0..4_usize, 0..4_usize);
    let texts = (text(), proptest::option::of(text()));
    let flag = proptest::option::of(any::<bool>());
    (
        verb(),
        rows,
        texts,
        flag,
        (moment(), moment()),
        page,
        document(),
    )
        .prop_map(
            |(verb, (a, b, n), (text, other), flag, (at, until), page, document)| Op {
                verb,
                a,
                b,
                n,
                text,
                other,
                flag,
                at,
                until,
                page,
                document,
            },
        )
}
