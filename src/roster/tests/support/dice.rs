//! A small generator (xorshift*): what it makes is the same in every run.

/// The generator's state, never 0.
pub(crate) struct Dice(u64);

impl Dice {
    /// A generator for this file and round.
    pub(crate) fn of(file: &str, round: u64) -> Self {
        let seed = file.bytes().fold(round, |seed, byte| {
            seed.wrapping_mul(31).wrapping_add(u64::from(byte))
        });
        let mut dice = Self(seed | 1);
        for _ in 0..8 {
            dice.roll(2);
        }
        dice
    }

    pub(crate) fn roll(&mut self, sides: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        u32::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).expect("31 bits") % sides
    }

    pub(crate) fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.roll(most - least + 1)
    }
}
