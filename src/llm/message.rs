//! What is said to a model, and what it calls.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// One turn of a conversation.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// What the model is to be and to know.
    System(String),
    /// What a person says and shows.
    User(Vec<Part>),
    /// What the model said, and the tools that it called.
    Assistant {
        /// Its words; may be empty when it called tools.
        text: String,
        /// What it called.
        calls: Vec<ToolCall>,
    },
    /// What a called tool gave.
    ToolResult {
        /// The call's id.
        id: String,
        /// What it gave, as text.
        content: String,
    },
}

/// A part of what a person says.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Words.
    Text(String),
    /// A picture, for models that see.
    Image(Image),
}

/// A picture with its bytes: links expire, and no provider is sent to fetch one.
#[derive(Clone, PartialEq)]
pub struct Image {
    /// What its content is, as `image/png`.
    pub content_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Image {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Image({}, {} bytes)",
            self.content_type,
            self.bytes.len()
        )
    }
}

/// A tool that the model calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolCall {
    /// The provider's id of the call, which its result names.
    pub id: String,
    /// The tool's name.
    pub name: String,
    /// The arguments as the model wrote them: meant to be JSON, but a model's word.
    pub arguments: String,
}

impl Message {
    /// What a person says in words alone.
    pub fn user(text: impl Into<String>) -> Self {
        Self::User(vec![Part::Text(text.into())])
    }

    /// What the model said in words alone.
    pub fn assistant(text: impl Into<String>) -> Self {
        Self::Assistant {
            text: text.into(),
            calls: Vec::new(),
        }
    }

    pub(crate) fn to_wire(&self) -> Value {
        match self {
            Self::System(text) => json!({"role": "system", "content": text}),
            Self::User(parts) => match parts.as_slice() {
                // Servers that know no parts take a plain text.
                [Part::Text(text)] => json!({"role": "user", "content": text}),
                parts => {
                    let parts: Vec<Value> = parts.iter().map(Part::to_wire).collect();
                    json!({"role": "user", "content": parts})
                }
            },
            Self::Assistant { text, calls } if calls.is_empty() => {
                json!({"role": "assistant", "content": text})
            }
            Self::Assistant { text, calls } => {
                let content = (!text.is_empty()).then_some(text);
                let calls: Vec<Value> = calls.iter().map(ToolCall::to_wire).collect();
                json!({"role": "assistant", "content": content, "tool_calls": calls})
            }
            Self::ToolResult { id, content } => {
                json!({"role": "tool", "tool_call_id": id, "content": content})
            }
        }
    }
}

impl Part {
    fn to_wire(&self) -> Value {
        match self {
            Self::Text(text) => json!({"type": "text", "text": text}),
            Self::Image(image) => {
                let Image {
                    content_type,
                    bytes,
                } = image;
                let url = format!("data:{content_type};base64,{}", STANDARD.encode(bytes));
                json!({"type": "image_url", "image_url": {"url": url}})
            }
        }
    }
}

impl ToolCall {
    fn to_wire(&self) -> Value {
        json!({
            "id": self.id,
            "type": "function",
            "function": {"name": self.name, "arguments": self.arguments},
        })
    }
}
