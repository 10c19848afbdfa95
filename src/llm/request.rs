//! What a model is asked for.

use serde_json::{Map, Value, json};

use crate::Message;
use crate::client::LengthField;

/// A question with all that goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The model's name, as the provider has it.
    pub model: String,
    /// The conversation, oldest first.
    pub messages: Vec<Message>,
    /// The most tokens that the answer may have.
    pub max_tokens: u32,
    /// How freely it speaks, 0 to 2; the provider's own when none. Models that only take their own
    /// refuse any other.
    pub temperature: Option<f32>,
    /// What it may call.
    pub tools: Vec<Tool>,
    /// The shape that its answer must have.
    pub format: Option<Format>,
}

/// Something that the model may call.
#[derive(Debug, Clone, PartialEq)]
pub struct Tool {
    /// Its name: letters, digits, `_` and `-`, at most 64 (OpenAI's rule).
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// A JSON schema of its arguments.
    pub parameters: Value,
}

/// An answer as JSON of a given schema. It is asked for, never relied on: the caller checks.
#[derive(Debug, Clone, PartialEq)]
pub struct Format {
    /// The schema's name: letters, digits, `_` and `-`, at most 64.
    pub name: &'static str,
    /// The JSON schema.
    pub schema: Value,
}

impl Request {
    pub(crate) fn to_wire(&self, length: LengthField, streams: bool) -> Value {
        let mut body = Map::new();
        body.insert("model".to_owned(), json!(self.model));
        let messages: Vec<Value> = self.messages.iter().map(Message::to_wire).collect();
        body.insert("messages".to_owned(), Value::Array(messages));
        body.insert(length.name().to_owned(), json!(self.max_tokens));
        if let Some(temperature) = self.temperature {
            body.insert("temperature".to_owned(), json!(temperature));
        }
        if !self.tools.is_empty() {
            let tools: Vec<Value> = self.tools.iter().map(Tool::to_wire).collect();
            body.insert("tools".to_owned(), Value::Array(tools));
        }
        if let Some(Format { name, schema }) = &self.format {
            let schema = json!({"name": name, "strict": true, "schema": schema});
            let format = json!({"type": "json_schema", "json_schema": schema});
            body.insert("response_format".to_owned(), format);
        }
        if streams {
            body.insert("stream".to_owned(), json!(true));
            body.insert("stream_options".to_owned(), json!({"include_usage": true}));
        }
        Value::Object(body)
    }
}

impl Tool {
    fn to_wire(&self) -> Value {
        json!({
            "type": "function",
            "function": {
                "name": self.name,
                "description": self.description,
                "parameters": self.parameters,
            },
        })
    }
}
