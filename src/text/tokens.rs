//! The tokenizer: words, numbers and punctuation over the dirt of real news text.

use unicode_normalization::UnicodeNormalization;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    /// The possessive `'s` or `'`.
    Possessive,
    /// A dash inside a compound: "Jong-un", "Russia–China".
    Hyphen,
    /// A dash between clauses.
    Dash,
    Comma,
    Period,
    /// `!` or `?`.
    Stop,
    Colon,
    Semicolon,
    Open,
    Close,
    Quote,
    Slash,
    Newline,
    Other,
}

/// A token and the bytes it covers. `cap` says that its first letter is upper case, `caps` that all are.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    pub kind: Kind,
    pub cap: bool,
    pub caps: bool,
    /// No white space stands before it.
    pub glued: bool,
    /// The word's number in the lexicon; 0 where it has none.
    pub sym: u32,
}

/// Folds a word to its key: lower case, no accents, no periods, no apostrophes.
pub fn fold(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.extend(word.bytes().filter(|b| !matches!(b, b'.' | b'\'')).map(|b| b.to_ascii_lowercase() as char));
        return;
    }
    for c in word.nfd() {
        match c {
            '.' | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' => {}
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            'ə' | 'Ə' => out.push('e'),
            'þ' | 'Þ' => out.push_str("th"),
            c if ('\u{300}'..='\u{36f}').contains(&c) => {}
            c => out.extend(c.to_lowercase()),
        }
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`')
}

/// The length in bytes of a dash or quote that a wrong decoding left behind, and what it was.
fn mojibake(rest: &str) -> Option<(usize, Kind)> {
    let tail = rest.strip_prefix("â€")?;
    let third = tail.chars().next()?;
    let kind = match third {
        '™' | '˜' => Kind::Possessive,
        '“' | '”' | '"' => Kind::Dash,
        'œ' | '\u{9d}' => Kind::Quote,
        _ => return None,
    };
    Some(("â€".len() + third.len_utf8(), kind))
}

/// Splits `text` into tokens.
pub fn tokenize(text: &str, out: &mut Vec<Token>) {
    out.clear();
    let bytes = text.as_bytes();
    let n = bytes.len();
    let mut i = 0;
    let mut last_end = usize::MAX;
    while i < n {
        let b = bytes[i];
        if b == b' ' || b == b'\t' || b == b'\r' {
            i += 1;
            continue;
        }
        let start = i;
        let glued = start == last_end;
        let (kind, cap, caps);
        if b == b'\n' {
            i += 1;
            (kind, cap, caps) = (Kind::Newline, false, false);
        } else if b.is_ascii_digit() {
            i += 1;
            while i < n
                && (bytes[i].is_ascii_alphanumeric()
                    || (matches!(bytes[i], b',' | b'.' | b':') && i + 1 < n && bytes[i + 1].is_ascii_digit()))
            {
                i += 1;
            }
            (kind, cap, caps) = (Kind::Number, false, false);
        } else if b.is_ascii_alphabetic() || (b >= 0x80 && starts_word(text, i)) {
            (i, cap, caps) = plain_word(bytes, i).unwrap_or_else(|| word_end(text, i));
            // "US$7 billion" is money, and no country.
            if caps && i - start <= 3 && i + 1 < n && bytes[i] == b'$' && matches!(bytes[i + 1], b' ' | b'0'..=b'9') {
                i += 1;
                kind = Kind::Other;
            } else {
                kind = Kind::Word;
                // "re-establish": the verb carries it; alone it would be read as "are".
                if i == start + 2
                    && i + 1 < n
                    && bytes[i] == b'-'
                    && bytes[i + 1].is_ascii_alphabetic()
                    && text[start..i].eq_ignore_ascii_case("re")
                {
                    i += 1;
                    continue;
                }
            }
        } else if b < 0x80 {
            i += 1;
            let alnum = |j: usize| j < n && (bytes[j].is_ascii_alphanumeric() || bytes[j] >= 0x80);
            kind = match b {
                b',' => Kind::Comma,
                // "Lt. Gen. X": the point belongs to the rank.
                b'.' if glued
                    && i < n
                    && bytes[i] == b' '
                    && out.last().is_some_and(|t: &Token| t.cap && is_rank(&text[t.start as usize..t.end as usize])) =>
                {
                    let rank = out.last_mut().expect("just asked");
                    rank.end = i as u32;
                    last_end = i;
                    continue;
                }
                // "Gilberto Teodoro Jr. in July": no end of a sentence.
                b'.' if glued
                    && i + 1 < n
                    && bytes[i] == b' '
                    && bytes[i + 1].is_ascii_lowercase()
                    && out.last().is_some_and(|t: &Token| matches!(&text[t.start as usize..t.end as usize], "Jr" | "Sr")) =>
                {
                    let junior = out.last_mut().expect("just asked");
                    junior.end = i as u32;
                    last_end = i;
                    continue;
                }
                b'.' => {
                    while i < n && bytes[i] == b'.' {
                        i += 1;
                    }
                    Kind::Period
                }
                b'!' | b'?' => Kind::Stop,
                b':' => Kind::Colon,
                b';' => Kind::Semicolon,
                b'(' | b'[' | b'{' => Kind::Open,
                b')' | b']' | b'}' => Kind::Close,
                b'"' => Kind::Quote,
                b'/' => Kind::Slash,
                b'-' => {
                    while i < n && bytes[i] == b'-' {
                        i += 1;
                    }
                    // "vice- foreign minister": a stray blank behind the prefix.
                    let prefix = || out.last().is_some_and(|t: &Token| is_prefix(&text[t.start as usize..t.end as usize]));
                    let stray = i + 1 < n && bytes[i] == b' ' && bytes[i + 1].is_ascii_alphabetic();
                    if glued && i == start + 1 && (alnum(i) || stray && prefix()) { Kind::Hyphen } else { Kind::Dash }
                }
                b'\'' | b'`' => {
                    while i < n && bytes[i] == b'\'' {
                        i += 1;
                    }
                    // "Prime Minister 'Aisake Eke": a letter of the name, where no quote closes.
                    let quoted = || {
                        let rest = &bytes[i..n.min(i + 80)];
                        (1..rest.len()).any(|j| {
                            rest[j] == b'\'' && !rest.get(j + 1).is_some_and(u8::is_ascii_alphanumeric) && rest[j - 1] != b's'
                                || rest[j] == b'\n'
                        })
                    };
                    let okina = !glued && i - start == 1 && i < n && bytes[i].is_ascii_uppercase() && start > 0;
                    if okina && !quoted() && out.last().is_some_and(|t: &Token| t.kind == Kind::Word && t.cap) {
                        continue;
                    }
                    if i - start > 1 {
                        Kind::Quote
                    } else if glued && i < n && (bytes[i] | 32) == b's' && !alnum(i + 1) {
                        i += 1;
                        Kind::Possessive
                    } else if glued && start > 0 && (bytes[start - 1] | 32) == b's' && !alnum(i) {
                        Kind::Possessive
                    } else {
                        Kind::Quote
                    }
                }
                _ => Kind::Other,
            };
            (cap, caps) = (false, false);
        } else {
            let rest = &text[i..];
            let c = rest.chars().next().expect("inside the text");
            let mut len = c.len_utf8();
            let next = rest[len..].chars().next();
            kind = if let Some((l, k)) = mojibake(rest) {
                len = l;
                if k == Kind::Possessive && rest[l..].starts_with('s') {
                    len += 1;
                }
                k
            } else {
                match c {
                    '–' | '‐' | '‑' | '‒' | '−' | '－' if glued && next.is_some_and(char::is_alphanumeric) => Kind::Hyphen,
                    '–' | '—' | '―' | '‐' | '‑' | '‒' | '−' | '－' => Kind::Dash,
                    c if is_apostrophe(c) => {
                        let s = next.is_some_and(|x| x == 's' || x == 'S')
                            && !rest[len + 1..].chars().next().is_some_and(char::is_alphanumeric);
                        if glued && s {
                            len += 1;
                            Kind::Possessive
                        } else if glued && start > 0 && bytes[start - 1] | 32 == b's' && !next.is_some_and(char::is_alphanumeric) {
                            Kind::Possessive
                        } else {
                            Kind::Quote
                        }
                    }
                    '“' | '”' | '«' | '»' | '„' | '‟' => Kind::Quote,
                    c if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' => {
                        i += len;
                        continue;
                    }
                    _ => Kind::Other,
                }
            };
            i += len;
            (cap, caps) = (false, false);
        }
        last_end = i;
        out.push(Token { start: start as u32, end: i as u32, kind, cap, caps, glued, sym: 0 });
    }
}

/// A word that lives before a hyphen only.
fn is_prefix(word: &str) -> bool {
    ["vice", "ex", "co", "non", "deputy"].iter().any(|p| word.eq_ignore_ascii_case(p))
}

/// An officer's rank or a minister's style, cut short.
fn is_rank(word: &str) -> bool {
    matches!(word, "Gen" | "Lt" | "Maj" | "Brig" | "Adm" | "Col" | "Cmdr" | "Capt" | "Sgt" | "Hon")
}

fn starts_word(text: &str, i: usize) -> bool {
    text[i..].chars().next().is_some_and(char::is_alphabetic) && mojibake(&text[i..]).is_none()
}

/// What a byte is to a plain word.
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
/// A point, an apostrophe, a letter beyond ASCII: the word may go on behind it.
const ODD: u8 = 8;

const CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut b = 0;
    while b < 256 {
        class[b] = match b as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'.' | b'\'' | 0x80.. => ODD,
            _ => 0,
        };
        b += 1;
    }
    class
};

/// The end of a word of ASCII letters and digits, which most are, and how it is capitalised. `None` where what stands
/// behind it may belong to it.
#[inline]
fn plain_word(bytes: &[u8], start: usize) -> Option<(usize, bool, bool)> {
    let first = CLASS[usize::from(bytes[start])];
    let mut i = start;
    let mut seen = 0;
    while i < bytes.len() {
        let class = CLASS[usize::from(bytes[i])];
        if class == 0 || class == ODD {
            // The full stop behind a word of several letters is none of it.
            let stop = bytes[i] == b'.' && i - start > 1;
            return (class == 0 || stop).then_some((i, first == UPPER, seen & LOWER == 0 && i - start > 1));
        }
        seen |= class;
        i += 1;
    }
    Some((i, first == UPPER, seen & LOWER == 0 && i - start > 1))
}

/// The end of the word that starts at `i`, and how it is capitalised.
fn word_end(text: &str, start: usize) -> (usize, bool, bool) {
    let bytes = text.as_bytes();
    let n = bytes.len();
    // "U.S.", "D.C.", "J.": single letters with periods are one word.
    if bytes[start].is_ascii_alphabetic() && start + 1 < n && bytes[start + 1] == b'.' {
        let mut i = start;
        let mut letters = 0;
        while i + 1 < n && bytes[i].is_ascii_alphabetic() && bytes[i + 1] == b'.' {
            letters += 1;
            i += 2;
        }
        let upper = bytes[start].is_ascii_uppercase();
        // "U.S" without its last period, and not "U.Senate".
        let alone = |j: usize| j >= n || !bytes[j].is_ascii_alphanumeric();
        if letters >= 1 && i < n && bytes[i].is_ascii_uppercase() && alone(i + 1) {
            return (i + 1, upper, true);
        }
        if letters >= 2 || (letters == 1 && upper) {
            return (i, upper, upper);
        }
    }
    let mut i = start;
    let mut first = true;
    let (mut cap, mut all_upper, mut letters) = (false, true, 0);
    while i < n {
        let b = bytes[i];
        if b.is_ascii_alphanumeric() {
            if b.is_ascii_lowercase() {
                all_upper = false;
            }
            if first {
                cap = b.is_ascii_uppercase();
            }
            letters += 1;
            i += 1;
        } else if b < 0x80 {
            // An apostrophe inside a word: "N'Djamena", "doesn't", but not "Russia's".
            if b == b'\'' && inner_apostrophe(text, i, 1) {
                i += 1;
                continue;
            }
            break;
        } else {
            let c = text[i..].chars().next().expect("inside the text");
            if c.is_alphanumeric() && mojibake(&text[i..]).is_none() {
                if c.is_lowercase() {
                    all_upper = false;
                }
                if first {
                    cap = c.is_uppercase();
                }
                letters += 1;
                i += c.len_utf8();
            } else if ('\u{300}'..='\u{36f}').contains(&c) || (is_apostrophe(c) && inner_apostrophe(text, i, c.len_utf8())) {
                i += c.len_utf8();
            } else {
                break;
            }
        }
        first = false;
    }
    (i, cap, all_upper && letters > 1)
}

fn inner_apostrophe(text: &str, at: usize, len: usize) -> bool {
    let mut rest = text[at + len..].chars();
    let Some(c) = rest.next() else { return false };
    if !c.is_alphabetic() {
        return false;
    }
    let after = rest.next();
    !((c == 's' || c == 'S') && !after.is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        tokenize(text, &mut out);
        out.iter().map(|t| text[t.start as usize..t.end as usize].to_string()).collect()
    }

    #[test]
    fn dirt_of_news_text() {
        assert_eq!(words("The U.S. and Russia's envoy"), ["The", "U.S.", "and", "Russia", "'s", "envoy"]);
        assert_eq!(words("Kim Jong-un, N'Djamena"), ["Kim", "Jong", "-", "un", ",", "N'Djamena"]);
        assert_eq!(words("S. Korea – Japan"), ["S.", "Korea", "–", "Japan"]);
        assert_eq!(words("leaders’ pact cost $1.23 billion."), ["leaders", "’", "pact", "cost", "$", "1.23", "billion", "."]);
        assert_eq!(words("Chinaâ€™s"), ["China", "â€™s"]);
        assert_eq!(words("Washington, D.C., he"), ["Washington", ",", "D.C.", ",", "he"]);
        assert_eq!(words("Lt. Gen. Ruiz met a gen. He"), ["Lt.", "Gen.", "Ruiz", "met", "a", "gen", ".", "He"]);
    }

    #[test]
    fn folding() {
        let mut s = String::new();
        for (a, b) in [("Erdoğan", "erdogan"), ("U.S.", "us"), ("Đukanović", "dukanovic"), ("O'Neill", "oneill"), ("Łódź", "lodz")] {
            fold(a, &mut s);
            assert_eq!(s, b);
        }
    }
}
