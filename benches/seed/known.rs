//! What can be known of the rows without asking the database, so that a bench can ask
//! for them: keys, words and the time when the year ends.

use crate::world::World;

/// Is in nearly no text: one of 20,000.
pub const RARE: &str = "zephyrine";

/// Is in one text of a hundred.
pub const MEDIUM: &str = "crimson";

/// Is in every other text.
pub const COMMON: &str = "power";

/// Two characters, too short for a trigram, that are in many texts.
pub const TWO: &str = "po";

/// The end of the year of data, in microseconds since 1970: 2026-01-01T00:00:00Z.
pub const END: i64 = 1_767_225_600_000_000;

/// How long the year is, in microseconds.
pub(crate) const YEAR: i64 = 365 * 86_400_000_000;

/// The key of a guild, from 0: the lower the number, the more goes on there.
pub fn guild_id(number: u64) -> String {
    key(World::guild_made(number), number)
}

/// The key of a person, from 0, who leads guild 0 and does more than anybody else.
pub fn user_id(number: u64) -> String {
    key(World::user_made(number), number)
}

/// The key of a conversation, from 0, which is person 0's and the longest of all.
pub fn conversation_id(number: u64) -> String {
    key(END - YEAR, number)
}

/// A key as the program makes them: 25 letters and digits that begin with the time. The
/// order of keys of one time is that of their numbers.
pub(crate) fn key(micros: i64, number: u64) -> String {
    let mut key = [b'c'; 25];
    base36(&mut key[1..9], u64::try_from(micros / 1_000).unwrap_or(0));
    base36(&mut key[9..17], number);
    // As if it were random; multiplying by an odd number keeps numbers apart.
    base36(
        &mut key[17..25],
        number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 8,
    );
    key.iter().map(|byte| char::from(*byte)).collect()
}

/// The last digits of the number, as many as there is room for.
fn base36(room: &mut [u8], mut number: u64) {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    for digit in room.iter_mut().rev() {
        *digit = usize::try_from(number % 36).map_or(b'0', |index| DIGITS[index]);
        number /= 36;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_in_the_order_of_time_and_then_number() {
        let keys = [(0, 5), (0, 6), (1_000, 0), (END, 0), (END, 40)];
        let keys = keys.map(|(micros, number)| key(micros, number));
        assert!(keys.is_sorted());
        assert!(keys.iter().all(|key| key.len() == 25));
    }
}
