//! The reporter's own line: "PYONGYANG, July 8 (KCNA) --".

use super::{Kind, Token};

/// A dateline: where its place and its date stand, and where the story begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// Token range of the place.
    pub place: (usize, usize),
    /// Token range between the place and the dash: date and agency.
    pub rest: (usize, usize),
    /// First token of the story.
    pub body: usize,
}

/// Finds a dateline within the first tokens of a text: a capitalised place, perhaps a date and an
/// agency in brackets, then a dash.
pub fn dateline(tokens: &[Token]) -> Option<Dateline> {
    let limit = tokens.len().min(24);
    let first = tokens.first()?;
    if first.kind != Kind::Word || !first.cap {
        return None;
    }
    let mut place_end = 0;
    while place_end < limit && tokens[place_end].kind == Kind::Word && tokens[place_end].cap && place_end < 4 {
        place_end += 1;
    }
    let all_caps = tokens[..place_end].iter().all(|t| t.caps);
    let dash = (place_end..limit).find(|&i| tokens[i].kind == Kind::Dash)?;
    if tokens[..dash].iter().any(|t| matches!(t.kind, Kind::Period | Kind::Newline | Kind::Quote | Kind::Colon)) && !all_caps {
        return None;
    }
    let between = &tokens[place_end..dash];
    let bracket = between.iter().any(|t| t.kind == Kind::Open);
    let number = between.iter().any(|t| t.kind == Kind::Number);
    // "Paris - the mayor" is a headline, not a dateline, unless capitals, a date or an agency say so.
    if !(all_caps || bracket || number) || between.iter().filter(|t| t.kind == Kind::Word && !t.cap).count() > 0 {
        return None;
    }
    Some(Dateline { place: (0, place_end), rest: (place_end, dash), body: dash + 1 })
}

#[cfg(test)]
mod tests {
    use super::super::tokenize;
    use super::*;

    #[test]
    fn datelines() {
        let mut t = Vec::new();
        for (text, yes) in [
            ("PYONGYANG, July 8 (KCNA) -- A delegation left.", true),
            ("MOSCOW, June 3. /TASS/. The minister", false),
            ("BEIJING — Chinese officials said", true),
            ("Hanoi (VNA) – The premier", true),
            ("Russia - China trade grew", false),
            ("Paris says that", false),
        ] {
            tokenize(text, &mut t);
            assert_eq!(dateline(&t).is_some(), yes, "{text}");
        }
    }
}
