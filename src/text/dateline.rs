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

/// Finds a dateline within the first tokens of a text: a capitalised place, perhaps a date, an agency
/// in brackets or between slashes, then a dash or (behind slashes) a period.
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
    let head = &tokens[..limit];
    if let Some(body) = slashed(head, place_end) {
        return Some(Dateline { place: (0, place_end), rest: (place_end, body), body });
    }
    // "ISLAMABAD: The minister"
    if all_caps && place_end > 0 && head.get(place_end).is_some_and(|t| t.kind == Kind::Colon) && tokens[0].end - tokens[0].start > 3 {
        return Some(Dateline { place: (0, place_end), rest: (place_end, place_end), body: place_end + 1 });
    }
    let dash = (place_end..limit).find(|&i| tokens[i].kind == Kind::Dash)?;
    let between = &tokens[place_end..dash];
    let bracket = between.iter().any(|t| t.kind == Kind::Open);
    let number = between.iter().any(|t| t.kind == Kind::Number);
    if between.iter().any(|t| matches!(t.kind, Kind::Newline | Kind::Quote | Kind::Colon))
        || between.iter().any(|t| t.kind == Kind::Period) && !all_caps && !bracket
    {
        return None;
    }
    // "Paris - the mayor" is a headline, not a dateline, unless capitals, a date or an agency say so.
    if !(all_caps || bracket || number) || between.iter().filter(|t| t.kind == Kind::Word && !t.cap).count() > 0 {
        return None;
    }
    Some(Dateline { place: (0, place_end), rest: (place_end, dash), body: dash + 1 })
}

/// The first token behind "/AGENCY/." or "/AGENCY/ --", if that is how the line ends.
fn slashed(head: &[Token], place_end: usize) -> Option<usize> {
    let slash = |i: usize| head.get(i).is_some_and(|t| t.kind == Kind::Slash);
    let open = (place_end..head.len()).find(|&i| slash(i))?;
    let agency = (open + 1..head.len()).take_while(|&i| head[i].kind == Kind::Word && head[i].cap).last()?;
    let calm = head[place_end..open].iter().all(|t| match t.kind {
        Kind::Word => t.cap,
        Kind::Number | Kind::Comma | Kind::Period => true,
        _ => false,
    });
    let end = agency + 2;
    let closed = slash(agency + 1) && head.get(end).is_some_and(|t| matches!(t.kind, Kind::Period | Kind::Dash));
    (calm && closed).then_some(end + 1)
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
            ("MOSCOW, June 3. /TASS/. The minister", true),
            ("VIENNA, Feb. 12 /CTK/ - Talks began", true),
            ("Tokyo, Sept. 3 (Jiji Press) -- Talks began", true),
            ("MOSCOW and/or Kyiv. Neither", false),
            ("Paris is calm. The mayor - and others", false),
            ("BEIJING — Chinese officials said", true),
            ("Hanoi (VNA) – The premier", true),
            ("Russia - China trade grew", false),
            ("Paris says that", false),
            ("ISLAMABAD: The minister", true),
            ("Paris: a feast", false),
        ] {
            tokenize(text, &mut t);
            assert_eq!(dateline(&t).is_some(), yes, "{text}");
        }
    }
}
