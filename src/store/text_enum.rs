//! Enums that are a text with a CHECK in the database.

/// A column held a text that the program does not know.
#[derive(Debug, thiserror::Error)]
#[error("the column {column} holds a value that this version does not know")]
pub struct UnknownText {
    /// The column's name.
    pub column: &'static str,
}

/// Declares an enum and the text of each of its values.
macro_rules! text_enum {
    (
        $(#[$outer:meta])*
        pub enum $name:ident ($column:literal) {
            $( $(#[$inner:meta])* $variant:ident = $text:literal, )+
        }
    ) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $( $(#[$inner])* #[serde(rename = $text)] $variant, )+
        }

        impl $name {
            /// The text in the database.
            pub fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $text, )+
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::text_enum::UnknownText;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                match text.as_str() {
                    $( $text => Ok(Self::$variant), )+
                    _ => Err($crate::text_enum::UnknownText { column: $column }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use text_enum;
