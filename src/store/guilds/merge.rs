//! JSON Merge Patch, <https://www.rfc-editor.org/rfc/rfc7396>. In the program and not in
//! SQL, because PostgreSQL has none and SQLite's own differs at its edges.

use serde_json::{Map, Value};

/// Merges `patch` into `target`: a null takes its key away, an object goes on key by key,
/// anything else replaces what stood there.
pub fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        target.clone_from(patch);
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else {
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::merge;

    #[test]
    fn every_example_of_the_rfc_merges_as_it_says() {
        // Appendix A: original, patch, result.
        let examples: [[Value; 3]; 15] = [
            [json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})],
            [
                json!({"a": "b"}),
                json!({"b": "c"}),
                json!({"a": "b", "b": "c"}),
            ],
            [json!({"a": "b"}), json!({"a": null}), json!({})],
            [
                json!({"a": "b", "b": "c"}),
                json!({"a": null}),
                json!({"b": "c"}),
            ],
            [json!({"a": ["b"]}), json!({"a": "c"}), json!({"a": "c"})],
            [json!({"a": "c"}), json!({"a": ["b"]}), json!({"a": ["b"]})],
            [
                json!({"a": {"b": "c"}}),
                json!({"a": {"b": "d", "c": null}}),
                json!({"a": {"b": "d"}}),
            ],
            [
                json!({"a": [{"b": "c"}]}),
                json!({"a": [1]}),
                json!({"a": [1]}),
            ],
            [json!(["a", "b"]), json!(["c", "d"]), json!(["c", "d"])],
            [json!({"a": "b"}), json!(["c"]), json!(["c"])],
            [json!({"a": "foo"}), json!(null), json!(null)],
            [json!({"a": "foo"}), json!("bar"), json!("bar")],
            [
                json!({"e": null}),
                json!({"a": 1}),
                json!({"e": null, "a": 1}),
            ],
            [
                json!([1, 2]),
                json!({"a": "b", "c": null}),
                json!({"a": "b"}),
            ],
            [
                json!({}),
                json!({"a": {"bb": {"ccc": null}}}),
                json!({"a": {"bb": {}}}),
            ],
        ];
        for [original, patch, result] in examples {
            let mut merged = original.clone();
            merge(&mut merged, &patch);
            assert_eq!(merged, result, "{original} with {patch}");
        }
    }
}
