//! Numbers as each language writes them.

use crate::{Language, Words, say};

/// What the three units are worth.
const WORTH: [u64; 3] = [1_000, 1_000_000, 1_000_000_000];

/// How a language parts the digits of a number: CLDR's `latn` symbols.
struct Digits {
    /// Between groups of three.
    group: char,
    /// Before the decimals.
    decimal: char,
    /// From how many digits on there are groups.
    grouped_from: usize,
}

const fn digits(language: Language) -> Digits {
    let (group, decimal, grouped_from) = match language {
        Language::En | Language::Ja => (',', '.', 4),
        Language::De | Language::PtBr => ('.', ',', 4),
        Language::Es => ('.', ',', 5),
        Language::Fr => ('\u{202f}', ',', 4),
    };
    Digits {
        group,
        decimal,
        grouped_from,
    }
}

/// A whole number.
pub(crate) fn whole(language: Language, value: i64) -> String {
    let Digits {
        group,
        grouped_from,
        ..
    } = digits(language);
    let plain = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(plain.len() * 2);
    if value < 0 {
        out.push('-');
    }
    for (index, digit) in plain.chars().enumerate() {
        let left = plain.len() - index;
        if index > 0 && left.is_multiple_of(3) && plain.len() >= grouped_from {
            out.push(group);
        }
        out.push(digit);
    }
    out
}

impl Words {
    /// A whole number, grouped: `1,234,567`, `1.234.567`.
    pub fn number(self, value: i64) -> String {
        whole(self.language, value)
    }

    /// `tenths` as a number with one decimal: 123 as `12.3` or `12,3`. Its whole part is not grouped.
    pub fn tenths(self, tenths: i64) -> String {
        let sign = if tenths < 0 { "-" } else { "" };
        let magnitude = tenths.unsigned_abs();
        let decimal = self.decimal_separator();
        format!("{sign}{}{decimal}{}", magnitude / 10, magnitude % 10)
    }

    /// A percentage of tenths: 123 as `12.3 %`.
    pub fn percent(self, tenths: i64) -> String {
        say!(self, "text-percent", number = self.tenths(tenths))
    }

    /// A change as a percentage of tenths, with its sign: `+12.3 %`, `−0.5 %`, `0.0 %`.
    pub fn percent_change(self, tenths: i64) -> String {
        let magnitude = i64::try_from(tenths.unsigned_abs()).unwrap_or(i64::MAX);
        format!("{}{}", sign(tenths), self.percent(magnitude))
    }

    /// A large number in short, as `12.3 M`: one decimal, rounded half up, in the unit in which it
    /// does not round up to a thousand.
    pub fn short(self, value: i64) -> String {
        let magnitude = value.unsigned_abs();
        if magnitude < WORTH[0] {
            return self.number(value);
        }
        let tenths = |unit: u64| (magnitude + unit / 20) / (unit / 10);
        let fits = WORTH.iter().position(|unit| tenths(*unit) < 10_000);
        let unit = fits.unwrap_or(WORTH.len() - 1);
        let tenths = i64::try_from(tenths(WORTH[unit])).unwrap_or(i64::MAX);
        let number = self.tenths(if value < 0 { -tenths } else { tenths });
        let [k, m, b] = self.units();
        let unit = [k, m, b].into_iter().nth(unit).unwrap_or_default();
        format!("{number} {unit}")
    }

    /// A change in short, with its sign: `+1.2 M`, `−340`, `0`.
    pub fn change(self, value: i64) -> String {
        let short = self.short(value);
        format!("{}{}", sign(value), short.trim_start_matches('-'))
    }

    /// What stands for a thousand, a million and a billion (10⁹).
    pub fn units(self) -> [String; 3] {
        [
            say!(self, "text-unit-thousand"),
            say!(self, "text-unit-million"),
            say!(self, "text-unit-billion"),
        ]
    }

    /// What stands between the whole part of a number and its decimals.
    pub fn decimal_separator(self) -> char {
        digits(self.language).decimal
    }
}

fn sign(value: i64) -> &'static str {
    match value {
        0 => "",
        1.. => "+",
        ..0 => "\u{2212}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        let grouped = Language::ALL.map(|language| Words::of(language).number(-1_234_567));
        assert_eq!(
            grouped,
            [
                "-1,234,567",
                "-1.234.567",
                "-1.234.567",
                "-1\u{202f}234\u{202f}567",
                "-1,234,567",
                "-1.234.567"
            ]
        );
        let small = Language::ALL.map(|language| Words::of(language).number(1_234));
        assert_eq!(
            small,
            ["1,234", "1.234", "1234", "1\u{202f}234", "1,234", "1.234"]
        );
    }

    #[test]
    fn short_numbers_keep_one_decimal_and_never_show_a_thousand_of_a_unit() {
        let english = [
            0,
            999,
            1_000,
            1_049,
            1_050,
            999_949,
            999_950,
            -2_500_000,
            i64::MAX,
        ]
        .map(|value| Words::ENGLISH.short(value));
        assert_eq!(
            english,
            [
                "0",
                "999",
                "1.0 K",
                "1.0 K",
                "1.1 K",
                "999.9 K",
                "1.0 M",
                "-2.5 M",
                "9223372036.9 B"
            ]
        );
        let german = Words::of(Language::De);
        assert_eq!(german.short(512_345_678), "512,3 Mio.");
        assert_eq!(german.change(-2_500_000), "\u{2212}2,5 Mio.");
        assert_eq!(german.change(0), "0");
    }

    #[test]
    fn a_share_has_one_decimal() {
        assert_eq!(Words::ENGLISH.percent(123), "12.3 %");
        assert_eq!(Words::ENGLISH.percent(1_000), "100.0 %");
        assert_eq!(Words::of(Language::De).percent_change(-5), "\u{2212}0,5 %");
    }
}
