//! From an article's text to tokens and sentences with honest offsets.
//!
//! Every token keeps the bytes it came from; nothing is normalised in place, so that a span found
//! anywhere later can be cut out of the article as it was written.

mod dateline;
mod sentences;
mod tokens;

pub use dateline::{Dateline, dateline};
pub use sentences::{join_lines, sentences};
pub use tokens::{Kind, Token, fold, tokenize};

/// Turns ascending byte offsets into character offsets in one pass over the text.
pub fn char_offsets(text: &str, bytes: &mut [usize]) {
    if text.is_ascii() {
        return;
    }
    let mut order: Vec<usize> = (0..bytes.len()).collect();
    order.sort_unstable_by_key(|&i| bytes[i]);
    let (mut at, mut chars) = (0, 0);
    for i in order {
        let target = bytes[i].min(text.len());
        chars += text.as_bytes()[at..target].iter().filter(|&&b| b & 0xC0 != 0x80).count();
        at = target;
        bytes[i] = chars;
    }
}
