//! The reporter's own line: "PYONGYANG, July 8 (KCNA) --".

use super::{Kind, Token};

/// A dateline: where its place and its date stand, and where the story begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// Its first token: behind the headline, if there is one.
    pub start: usize,
    /// Token range of the place.
    pub place: (usize, usize),
    /// Token range between the place and the dash: date and agency.
    pub rest: (usize, usize),
    /// First token of the story.
    pub body: usize,
}

/// Finds a dateline: at the start of a text, or of a paragraph below its headline. `known` tells whether tokens `a..b` are a
/// town: then no capitals are needed.
pub fn dateline(tokens: &[Token], known: impl Fn(usize, usize) -> bool) -> Option<Dateline> {
    const HEADLINES: usize = 60;
    let starts = (0..tokens.len().min(HEADLINES)).filter(|&i| i == 0 || tokens[i - 1].kind == Kind::Newline);
    starts.filter(|&i| tokens[i].kind == Kind::Word && tokens[i].cap).find_map(|i| at(tokens, i, &known))
}

/// The dateline that begins at token `start`: a capitalised place, perhaps a date, an agency in brackets or between slashes,
/// then a dash, a colon, or what else ends such a line.
fn at(tokens: &[Token], start: usize, known: &impl Fn(usize, usize) -> bool) -> Option<Dateline> {
    let limit = tokens.len().min(start + 24);
    let word = |i: usize| i < limit && tokens[i].kind == Kind::Word && tokens[i].cap;
    let mut place_end = start;
    while word(place_end) && place_end < start + 5 {
        place_end += 1;
        // "NUR-SULTAN", "PORT-AU-PRINCE"
        if place_end < limit && tokens[place_end].kind == Kind::Hyphen && tokens[place_end].glued && word(place_end + 1) {
            place_end += 1;
        }
    }
    // "HAVANA Barack Obama arrived": a town in capitals, and a name that is not.
    let shouted = tokens[start..place_end].iter().take_while(|t| t.caps && t.end - t.start > 3).count();
    let town_end = start + shouted;
    if shouted > 0 && town_end < place_end && known(start, town_end) {
        return Some(Dateline { start, place: (start, town_end), rest: (town_end, town_end), body: town_end });
    }
    let all_caps = tokens[start..place_end].iter().all(|t| t.caps);
    if let Some(body) = slashed(&tokens[..limit], place_end) {
        return Some(Dateline { start, place: (start, place_end), rest: (place_end, body), body });
    }
    let found = |end: usize, body: usize| Some(Dateline { start, place: (start, place_end), rest: (place_end, end), body });
    let (mut bracket, mut number, mut depth) = (false, false, 0usize);
    for i in place_end..limit {
        let t = &tokens[i];
        match t.kind {
            // "Colombo, March 27", alone on its line
            Kind::Newline => {
                let comma = place_end < i && tokens[place_end].kind == Kind::Comma;
                let dated = comma && tokens[i - 1].kind == Kind::Number && i <= place_end + 5 && known(start, place_end);
                return if dated && word(i + 1) { found(i, i + 1) } else { None };
            }
            Kind::Quote => return None,
            Kind::Open => {
                bracket = true;
                depth += 1;
            }
            Kind::Close => {
                depth = depth.saturating_sub(1);
                // "MOSCOW (Sputnik - 11th June, 2020) Russian ministers", "Asmara, Dec 7 (ERINA) Minister X"
                let agency = number && tokens[i - 1].caps && tokens[i - 2].kind == Kind::Open && known(start, place_end);
                if depth == 0 && (all_caps || agency) && word(i + 1) {
                    return found(i, i + 1);
                }
                // "KYIV. Nov 4 (UKRINFORM). Minister X"
                if depth == 0 && all_caps && number && tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Period) && word(i + 2) {
                    return found(i + 1, i + 2);
                }
            }
            _ if depth > 0 => {}
            Kind::Number => number = true,
            // "ISLAMABAD: The minister", "New Delhi: The minister"
            Kind::Colon => {
                let shouted = all_caps && tokens[start].end - tokens[start].start > 3;
                let plain = i == place_end && (shouted || known(start, place_end));
                // "Kathmandu, Sept 5: The minister"
                let day = tokens[i - 1].kind == Kind::Number && i >= place_end + 3 && i <= place_end + 6;
                let dated = day && tokens[place_end].kind == Kind::Comma && (shouted || known(start, place_end));
                return if plain || bracket || dated { found(i, i + 1) } else { None };
            }
            // "Damascus, SANA-Prime Minister"
            Kind::Dash | Kind::Hyphen
                if i == place_end + 2
                    && tokens[i - 2].kind == Kind::Comma
                    && tokens[i - 1].caps
                    && tokens[i - 1].end - tokens[i - 1].start > 2
                    && known(start, place_end)
                    && word(i + 1) =>
            {
                return found(i, i + 1);
            }
            // "Paris - the mayor" is a headline, unless capitals, a date, an agency or a town say otherwise.
            Kind::Dash => {
                let town = i == place_end && known(start, place_end) && word(i + 1) && !known(i + 1, i + 2);
                return if all_caps || bracket || number || town { found(i, i + 1) } else { None };
            }
            // "YEREVAN, AUGUST 28, ARMENPRESS. The minister"
            Kind::Period
                if all_caps && i > place_end + 1 && tokens[i - 1].caps && tokens[i - 1].end - tokens[i - 1].start > 4 && word(i + 1) =>
            {
                return found(i, i + 1);
            }
            // "BAKU, Azerbaijan, April 23. The minister"
            Kind::Period if all_caps && i > place_end + 2 && tokens[i - 1].kind == Kind::Number && word(i - 2) && word(i + 1) => {
                return found(i, i + 1);
            }
            // "Dar es Salaam. The president"
            Kind::Period
                if i == place_end
                    && known(start, place_end)
                    && word(i + 1)
                    && !(i + 3 < limit && tokens[i + 2].kind == Kind::Number && tokens[i + 3].kind == Kind::Open) =>
            {
                // "ASMARA. ERINEWS President X"
                let name = i + 2 < limit && tokens[i + 1].caps && tokens[i + 1].end - tokens[i + 1].start > 4;
                let agency = all_caps && name && word(i + 2) && !tokens[i + 2].caps;
                // "ASTANA. KAZINFORM – The minister"
                if all_caps && name && tokens[i + 2].kind == Kind::Dash && i + 3 < limit {
                    return found(i + 2, i + 3);
                }
                return found(i, i + 1 + usize::from(agency));
            }
            Kind::Period if !all_caps && !tokens[start..].iter().take(24).any(|t| t.kind == Kind::Open) => return None,
            Kind::Word if !t.cap => return None,
            _ => {}
        }
    }
    None
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
            ("Asmara, Sept 5: The minister arrived", true),
            ("ASMARA, Aug. 10 : The minister arrived", true),
            ("Odense, Sept 5: a day to remember", false),
            ("New Delhi: The minister", true),
            ("Asmara — Minister X said", true),
            ("Asmara. Minister X said", true),
            ("ASMARA. ERINEWS Minister X said", true),
            ("Asmara, Dec 7 (ERINA) Minister X said", true),
            ("Asmara, Dec 7 (Monday) Minister X said", false),
            ("MOSCOW/MINSK (Sputnik - 11th June, 2020) Russian ministers met", true),
            ("YEREVAN, AUGUST 28, ARMENPRESS. On August 28, they met", true),
            ("Asmara, ERINA-Minister X said", true),
            ("BAKU, Azerbaijan, April 23. President X said", true),
            ("Asmara-based NGOs said", false),
            ("JEDDAH, SAUDI ARABIA - Iran's minister", true),
            ("Minister meets king\n\nABUJA, May 3 (NAN) -- The minister", true),
        ] {
            tokenize(text, &mut t);
            assert_eq!(
                dateline(&t, |a, b| matches!(&text[t[a].start as usize..t[b - 1].end as usize], "New Delhi" | "Asmara" | "ASMARA"))
                    .is_some(),
                yes,
                "{text}"
            );
        }
    }
}
