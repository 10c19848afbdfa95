//! Saying a message.

use fluent_bundle::{FluentArgs, FluentValue};

use crate::{Language, Words, library};

/// The most that a whole number may be so that Fluent can choose a plural for it: it counts in `f64`.
const EXACT: u64 = 1 << 53;

/// What a message is told.
#[derive(Debug)]
pub struct Arguments(FluentArgs<'static>);

impl Default for Arguments {
    fn default() -> Self {
        Self(FluentArgs::new())
    }
}

impl Arguments {
    /// Adds one; a second of the same name takes its place.
    #[must_use]
    pub fn with(mut self, language: Language, name: &'static str, value: impl Argument) -> Self {
        self.0.set(name, value.value(language));
        self
    }
}

/// What can be told to a message: text as it is, whole numbers grouped as the language does.
pub trait Argument {
    /// As Fluent takes it.
    fn value(self, language: Language) -> FluentValue<'static>;
}

impl Argument for &str {
    fn value(self, _: Language) -> FluentValue<'static> {
        FluentValue::String(self.to_owned().into())
    }
}

impl Argument for String {
    fn value(self, _: Language) -> FluentValue<'static> {
        FluentValue::String(self.into())
    }
}

impl Argument for &String {
    fn value(self, language: Language) -> FluentValue<'static> {
        self.as_str().value(language)
    }
}

impl Argument for std::borrow::Cow<'_, str> {
    fn value(self, _: Language) -> FluentValue<'static> {
        FluentValue::String(self.into_owned().into())
    }
}

macro_rules! whole {
    ($($kind:ty)+) => {$(
        impl Argument for $kind {
            fn value(self, language: Language) -> FluentValue<'static> {
                let number = i64::try_from(self).unwrap_or(i64::MAX);
                whole(language, number)
            }
        }
    )+};
}

whole!(i8 u8 i16 u16 i32 u32 i64 u64 isize usize);

fn whole(language: Language, number: i64) -> FluentValue<'static> {
    if number.unsigned_abs() <= EXACT {
        FluentValue::from(number)
    } else {
        FluentValue::String(crate::numbers::whole(language, number).into())
    }
}

impl Words {
    /// Says the message `id`, or its attribute as `id.attribute`. What [`say!`](crate::say) calls.
    ///
    /// A message that is missing is logged, and said in English or, where there is none, as its id:
    /// people are answered all the same. Tests keep that from happening.
    pub fn say(self, id: &'static str, arguments: &Arguments) -> String {
        let said = library::say(self.language, id, Some(&arguments.0));
        let said = said.or_else(|| library::say(Language::En, id, Some(&arguments.0)));
        said.unwrap_or_else(|| {
            tracing::error!(id, language = self.language.code(), "a message is missing");
            id.to_owned()
        })
    }

    /// A message without arguments whose id is put together at run time; it belongs to one of the
    /// [`FAMILIES`](crate::FAMILIES). In English where the language has none.
    pub fn find(self, id: &str) -> Option<String> {
        let found = library::say(self.language, id, None);
        found.or_else(|| library::say(Language::En, id, None))
    }

    /// The same in this language alone.
    pub fn find_here(self, id: &str) -> Option<String> {
        library::say(self.language, id, None)
    }

    /// A command as people of the language type it: `/club analyze`. `path` is its English name.
    pub fn command(self, path: &str) -> String {
        library::command(self.language, path)
    }

    /// Some texts as a sentence names them: `a, b and c`.
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        self.put_together(items, |first, last| {
            crate::say!(self, "text-list-end", first = first, last = last)
        })
    }

    /// Some texts of which one is meant: `a, b or c`.
    pub fn either<T: AsRef<str>>(self, items: &[T]) -> String {
        self.put_together(items, |first, last| {
            crate::say!(self, "text-list-or", first = first, last = last)
        })
    }

    fn put_together<T: AsRef<str>>(
        self,
        items: &[T],
        end: impl Fn(String, &str) -> String,
    ) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                let first = first.join(&crate::say!(self, "text-list-between"));
                end(first, last.as_ref())
            }
        }
    }

    /// Up to `most` texts, and how many more there are: `a, b and 3 more`.
    pub fn some<T: AsRef<str>>(self, items: &[T], most: usize) -> String {
        let shown: Vec<&str> = items.iter().take(most).map(AsRef::as_ref).collect();
        let names = shown.join(&crate::say!(self, "text-list-between"));
        match items.len().saturating_sub(most) {
            0 => names,
            more => crate::say!(self, "text-and-more", names = names, count = more),
        }
    }
}

/// Says a message: `say!(words, "club-saved", title = title, members = 24)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        let words: $crate::Words = $words;
        words.say(
            $id,
            &$crate::Arguments::default()$(.with(words.language, stringify!($name), $value))*,
        )
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_grouped_and_chooses_its_plural() {
        let said = Language::ALL.map(|language| {
            say!(
                Words::of(language),
                "text-and-more",
                names = "A",
                count = 12_345
            )
        });
        assert_eq!(said[0], "A and 12,345 more");
        assert_eq!(said[1], "A und 12.345 weitere");
    }

    #[test]
    fn a_number_that_fluent_cannot_count_to_is_written_whole() {
        let said = say!(
            Words::ENGLISH,
            "text-and-more",
            names = "A",
            count = i64::MAX
        );
        assert_eq!(said, "A and 9,223,372,036,854,775,807 more");
    }

    #[test]
    fn a_list_names_its_last_item_apart() {
        let list = |items: &[&str]| Words::ENGLISH.list(items);
        assert_eq!(
            [
                list(&[]),
                list(&["a"]),
                list(&["a", "b"]),
                list(&["a", "b", "c"])
            ],
            ["", "a", "a and b", "a, b and c"]
        );
        assert_eq!(Words::ENGLISH.some(&["a", "b", "c"], 2), "a, b and 1 more");
        assert_eq!(Words::ENGLISH.some(&["a", "b"], 2), "a, b");
    }
}
