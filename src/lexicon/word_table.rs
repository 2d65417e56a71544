//! Words of up to 16 bytes, by number. Reading news is mostly this question, asked for every word.

/// Bytes of a word that fit the table.
pub(crate) const SHORT: usize = 16;

const LOW: u128 = u128::from_le_bytes([0x01; 16]);
const HIGH: u128 = LOW << 7;

/// An open hash table over packed lower-case words: a word that the lexicon does not know costs one probe, and no
/// comparison of strings.
#[derive(Default)]
pub(crate) struct WordTable {
    /// A byte of each key's hash, 0 for an empty slot: most words that nobody knows go no further than these, which
    /// stay in the nearest cache.
    tags: Box<[u8]>,
    keys: Box<[(u128, u32)]>,
    shift: u32,
}

impl WordTable {
    /// Of words already folded. Longer ones are left out: they are looked for elsewhere.
    pub fn new<'w>(words: impl Iterator<Item = (&'w str, u32)>) -> Self {
        let short: Vec<_> = words.filter(|(w, _)| !w.is_empty() && w.len() <= SHORT && w.is_ascii()).collect();
        let bits = (short.len() * 2 + 2).next_power_of_two().trailing_zeros();
        let size = 1 << bits;
        let mut table = WordTable { tags: vec![0; size].into(), keys: vec![(0, 0); size].into(), shift: 64 - bits };
        for (word, sym) in short {
            let packed = pack(word.as_bytes(), 0, word.len());
            let (mut slot, tag) = table.slot(packed);
            while table.tags[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            table.tags[slot] = tag;
            table.keys[slot] = (packed, sym);
        }
        table
    }

    #[inline]
    fn slot(&self, packed: u128) -> (usize, u8) {
        let mixed = (packed as u64) ^ ((packed >> 64) as u64).rotate_left(29);
        let hash = mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        ((hash >> self.shift) as usize, (hash >> (self.shift - 8)) as u8 | 1)
    }

    /// The number of the word in `text[start..end]`, 0 for a word not known; `None` where the word must be folded
    /// in full before anyone can tell: it is long, has accents, points or apostrophes.
    #[inline]
    pub fn get(&self, text: &[u8], start: usize, end: usize) -> Option<u32> {
        if end - start > SHORT {
            return None;
        }
        let packed = pack(text, start, end);
        if packed & HIGH != 0 {
            return None;
        }
        let lower = lower(packed);
        let (mut slot, tag) = self.slot(lower);
        loop {
            let found = self.tags[slot];
            if found == tag && self.keys[slot].0 == lower {
                return Some(self.keys[slot].1);
            }
            if found == 0 {
                break;
            }
            slot = (slot + 1) & (self.tags.len() - 1);
        }
        if has(lower, b'.') || has(lower, b'\'') { None } else { Some(0) }
    }
}

#[inline]
fn pack(text: &[u8], start: usize, end: usize) -> u128 {
    let len = end - start;
    match text.get(start..start + SHORT) {
        // One load, and what lies behind the word is cut off.
        Some(whole) => {
            let raw = u128::from_le_bytes(whole.try_into().expect("16 bytes"));
            if len == SHORT { raw } else { raw & ((1 << (8 * len)) - 1) }
        }
        None => {
            let mut raw = [0; SHORT];
            raw[..len].copy_from_slice(&text[start..end]);
            u128::from_le_bytes(raw)
        }
    }
}

/// ASCII capitals of all 16 bytes at once: a byte's high bit tells that it is one, and becomes the bit of lower case.
#[inline]
fn lower(packed: u128) -> u128 {
    let from_a = packed + LOW * u128::from(0x80 - b'A');
    let past_z = packed + LOW * u128::from(0x80 - b'Z' - 1);
    packed | ((from_a & !past_z & HIGH) >> 2)
}

#[inline]
fn has(packed: u128, byte: u8) -> bool {
    let zero = packed ^ (LOW * u128::from(byte));
    zero.wrapping_sub(LOW) & !zero & HIGH != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_in_any_case_and_leaves_the_rest_to_folding() {
        let words = ["visit", "us", "a", "sixteen-byteword", "zzz@[`{"];
        let table = WordTable::new(words.iter().enumerate().map(|(i, w)| (*w, i as u32 + 1)));
        let get = |text: &str, word: &str| {
            let start = text.find(word).expect("in the text");
            table.get(text.as_bytes(), start, start + word.len())
        };
        assert_eq!(get("They visit him in the afternoon.", "visit"), Some(1));
        assert_eq!(get("VISIT", "VISIT"), Some(1));
        assert_eq!(get("Sixteen-ByteWord", "Sixteen-ByteWord"), Some(4));
        assert_eq!(get("ZZZ@[`{", "ZZZ@[`{"), Some(5));
        // Neighbours of the letters in ASCII are no letters.
        assert_eq!(get("zzz`{[@", "zzz`{[@"), Some(0));
        assert_eq!(get("visits", "visits"), Some(0));
        for folded in ["U.S.", "n'djamena", "Erdoğan", "seventeen-letters"] {
            assert_eq!(get(folded, folded), None, "{folded}");
        }
    }
}
