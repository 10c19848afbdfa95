//! Numbers as people read and write them: short with K, M, B, and whole with separators.

mod parse;

pub use parse::{NumberFault, parse, parse_power};

/// `1 234 567` as "1.2 M": one decimal, rounded half up by whole-number arithmetic.
pub fn short(value: i64) -> String {
    let magnitude = value.unsigned_abs();
    let sign = if value < 0 { "-" } else { "" };
    // A value is shown in the unit in which it does not round up to 1,000.
    for (unit, suffix) in [(1_000, " K"), (1_000_000, " M"), (1_000_000_000, " B")] {
        let tenths = (magnitude + unit / 20) / (unit / 10);
        if magnitude < 1_000 {
            break;
        }
        if tenths < 10_000 || unit == 1_000_000_000 {
            return format!("{sign}{}.{}{suffix}", tenths / 10, tenths % 10);
        }
    }
    format!("{sign}{magnitude}")
}

/// `1234567` as "1,234,567".
pub fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        out.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_keep_one_decimal_and_never_show_a_thousand_of_a_unit() {
        let shown = [
            0,
            999,
            1_000,
            1_049,
            1_050,
            999_949,
            999_950,
            512_345_678,
            -2_500_000,
            i64::MAX,
        ]
        .map(short);
        assert_eq!(
            shown,
            [
                "0",
                "999",
                "1.0 K",
                "1.0 K",
                "1.1 K",
                "999.9 K",
                "1.0 M",
                "512.3 M",
                "-2.5 M",
                "9223372036.9 B"
            ]
        );
    }

    #[test]
    fn whole_numbers_are_grouped_by_thousands() {
        assert_eq!(
            [0, 999, 1_000, -1_234_567].map(grouped),
            ["0", "999", "1,000", "-1,234,567"]
        );
    }
}
