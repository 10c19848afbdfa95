//! A `custom_id`: the control's name, then each of its fields behind a colon.
//!
//! The text is the whole state of a control, so a button works after a restart and in a later
//! release: a name or a field that was once sent is never given another meaning.

use std::fmt::Write as _;

use slimy_domain::Id;

/// Characters of a `custom_id`, by Discord's limits.
pub(crate) const MAX_CUSTOM_ID: usize = 100;
/// Characters that an id may have; ours have 25.
const MAX_ID: usize = 40;

/// A value that a `custom_id` can hold.
pub(crate) trait Field: Sized {
    /// The value as text.
    fn write(&self) -> String;

    /// The value of a text, when it is one that [`Self::write`] gives.
    fn read(text: &str) -> Option<Self>;

    /// Any value, for the test that every control survives its `custom_id`.
    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self>;
}

/// What `control!` gives a control: its name, and the way to text and back.
pub(crate) trait Coded: Sized {
    /// Unique among all controls: `club.save`. The audit log shows it as `command.club.save`.
    const NAME: &'static str;

    /// The fields as text, in order.
    fn fields(&self) -> Vec<String>;

    /// The control with these fields.
    fn from_fields(fields: &[String]) -> Option<Self>;

    /// Any control of this kind.
    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self>;
}

/// Declares a control: its type, its name in the `custom_id`, and the fields that say what it is
/// about.
///
/// ```ignore
/// control! {
///     /// **Save** under a preview.
///     pub(crate) struct Save("club.save") { id: Id }
/// }
/// ```
macro_rules! control {
    ($(#[$meta:meta])* $vis:vis struct $type:ident($name:literal) {
        $($(#[$field_meta:meta])* $field:ident: $of:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis struct $type {
            $($(#[$field_meta])* $vis $field: $of,)*
        }

        impl $crate::component::Coded for $type {
            const NAME: &'static str = $name;

            fn fields(&self) -> Vec<String> {
                vec![$($crate::component::Field::write(&self.$field)),*]
            }

            fn from_fields(fields: &[String]) -> Option<Self> {
                let mut fields = fields.iter();
                let read = Self {
                    $($field: $crate::component::Field::read(fields.next()?)?,)*
                };
                fields.next().is_none().then_some(read)
            }

            #[cfg(test)]
            fn any() -> proptest::strategy::BoxedStrategy<Self> {
                use proptest::strategy::Strategy as _;
                let fields = (
                    proptest::strategy::Just(()),
                    $(<$of as $crate::component::Field>::any(),)*
                );
                fields.prop_map(|((), $($field,)*)| Self { $($field,)* }).boxed()
            }
        }
    };
}

/// Makes a type with few values a [`Field`]: each value with its word.
///
/// ```ignore
/// words! { Metric { Metric::Sim => "sim", Metric::Total => "total" } }
/// ```
macro_rules! words {
    ($type:ty { $($value:path => $word:literal),+ $(,)? }) => {
        impl $crate::component::Field for $type {
            fn write(&self) -> String {
                let word = match self { $($value => $word,)+ };
                word.to_owned()
            }

            fn read(text: &str) -> Option<Self> {
                match text {
                    $($word => Some($value),)+
                    _ => None,
                }
            }

            #[cfg(test)]
            fn any() -> proptest::strategy::BoxedStrategy<Self> {
                use proptest::strategy::Strategy as _;
                proptest::sample::select(vec![$($value),+]).boxed()
            }
        }
    };
}

/// Makes a type with `Display` and `FromStr` a [`Field`]; `any` is a strategy for its values.
///
/// ```ignore
/// parsed! { Week, any = proptest::sample::select(weeks()) }
/// ```
macro_rules! parsed {
    ($type:ty, any = $any:expr) => {
        impl $crate::component::Field for $type {
            fn write(&self) -> String {
                self.to_string()
            }

            fn read(text: &str) -> Option<Self> {
                text.parse().ok()
            }

            #[cfg(test)]
            fn any() -> proptest::strategy::BoxedStrategy<Self> {
                proptest::strategy::Strategy::boxed($any)
            }
        }
    };
}

parsed! { usize, any = 0..=4_294_967_295_usize }
parsed! { i64, any = proptest::num::i64::ANY }

impl Field for Id {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        let is_id = (1..=MAX_ID).contains(&text.len())
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        is_id.then(|| text.into())
    }

    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self> {
        use proptest::strategy::Strategy as _;
        "[a-z0-9]{25}".prop_map(Self::from).boxed()
    }
}

impl Field for bool {
    fn write(&self) -> String {
        if *self { "1" } else { "0" }.to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        match text {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        }
    }

    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self> {
        use proptest::strategy::Strategy as _;
        proptest::bool::ANY.boxed()
    }
}

/// Nothing is the empty text, so the value's own text must not be empty.
impl<T: Field + std::fmt::Debug + Clone + 'static> Field for Option<T> {
    fn write(&self) -> String {
        self.as_ref().map(T::write).unwrap_or_default()
    }

    fn read(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(None);
        }
        T::read(text).map(Some)
    }

    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self> {
        use proptest::strategy::Strategy as _;
        proptest::option::of(T::any()).boxed()
    }
}

/// A short text: a place in a list, a key. At most `MAX` characters as the `custom_id` holds it,
/// and at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Short<const MAX: usize>(String);

/// From where a list goes on.
pub(crate) type Place = Short<64>;

impl<const MAX: usize> Short<MAX> {
    /// `text`, unless it is empty or too long for a `custom_id`.
    pub(crate) fn new(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        let length = length(&escaped(&text));
        (1..=MAX).contains(&length).then_some(Self(text))
    }

    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> Field for Short<MAX> {
    fn write(&self) -> String {
        self.0.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Self::new(text)
    }

    #[cfg(test)]
    fn any() -> proptest::strategy::BoxedStrategy<Self> {
        use proptest::strategy::Strategy as _;
        let texts = proptest::string::string_regex(&format!(".{{1,{MAX}}}"));
        let texts = texts.expect("the pattern is well formed");
        let cut = |mut text: String| {
            while length(&escaped(&text)) > MAX {
                text.pop();
            }
            Self::new(text).unwrap_or_else(|| Self("x".to_owned()))
        };
        texts.prop_map(cut).boxed()
    }
}

/// `control` as text.
pub(super) fn write<C: Coded>(control: &C) -> String {
    let mut text = C::NAME.to_owned();
    for field in control.fields() {
        text.push(':');
        text.push_str(&escaped(&field));
    }
    debug_assert!(length(&text) <= MAX_CUSTOM_ID, "too long: {text}");
    text
}

/// The name in a `custom_id`, be it one of ours or not.
pub(super) fn name(custom_id: &str) -> &str {
    custom_id.split(':').next().unwrap_or_default()
}

/// The control that a `custom_id` says, if it is of this kind.
pub(super) fn read<C: Coded>(custom_id: &str) -> Option<C> {
    let mut parts = custom_id.split(':');
    if parts.next() != Some(C::NAME) {
        return None;
    }
    let fields: Option<Vec<String>> = parts.map(unescaped).collect();
    C::from_fields(&fields?)
}

/// UTF-16 units, the larger of the two ways to count that Discord's own clients disagree on.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// `text` without colons, white space and control characters, which stand as `%` and two
/// hexadecimal digits for each byte.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == ':' || c == '%' || c.is_whitespace() || c.is_control() {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, behind)) = rest.split_once('%') {
        bytes.extend_from_slice(plain.as_bytes());
        bytes.push(u8::from_str_radix(behind.get(..2)?, 16).ok()?);
        rest = &behind[2..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    control! {
        struct Sample("test.sample") { id: Id, page: usize, who: Option<Id>, place: Short<20>, on: bool }
    }

    proptest! {
        #[test]
        fn any_text_survives_its_escape(text in "\\PC*|.*") {
            prop_assert_eq!(unescaped(&escaped(&text)), Some(text));
        }

        #[test]
        fn a_control_survives_its_custom_id(sample in Sample::any()) {
            let text = write(&sample);
            prop_assert_eq!(name(&text), "test.sample");
            prop_assert_eq!(read::<Sample>(&text), Some(sample));
        }

        #[test]
        fn no_custom_id_can_break_the_reading(text in "test\\.sample(:[a-z0-9%:]{0,9}){0,6}") {
            let _ = read::<Sample>(&text);
        }
    }

    #[test]
    fn fields_too_many_or_too_few_are_nobodys() {
        for text in [
            "test.sample",
            "test.sample:a:1::x:1:more",
            "test.sample:a:1::x",
            "other:a:1::x:1",
        ] {
            assert_eq!(read::<Sample>(text), None, "{text}");
        }
        assert!(read::<Sample>("test.sample:a:1::x:1").is_some());
    }
}
