//! Where sentences end.

use super::{Kind, Token};

/// Ranges of tokens, one a sentence. `abbreviation` tells whether the word at an index is one
/// that takes a period ("Mr", "Feb"), `opener` whether it is one that only the start of a sentence
/// capitalises ("The", "In"). Newline tokens belong to no sentence.
pub fn sentences(tokens: &[Token], abbreviation: impl Fn(usize) -> bool, opener: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut push = |a: usize, b: usize| {
        // A stray comma or bullet at the start of a paragraph belongs to nobody.
        let a =
            (a..b).find(|&i| !matches!(tokens[i].kind, Kind::Comma | Kind::Newline | Kind::Other | Kind::Slash | Kind::Dash)).unwrap_or(b);
        if a < b {
            out.push((a, b));
        }
    };
    let mut i = 0;
    while i < tokens.len() {
        let t = &tokens[i];
        match t.kind {
            Kind::Newline => {
                push(start, i);
                start = i + 1;
            }
            Kind::Period | Kind::Stop => {
                let mut j = i + 1;
                while j < tokens.len() && matches!(tokens[j].kind, Kind::Quote | Kind::Close) && tokens[j].glued {
                    j += 1;
                }
                let abbreviated = t.kind == Kind::Period && i > 0 && t.glued && abbreviation(i - 1);
                let next = tokens.get(j);
                let opens = match next {
                    None => true,
                    Some(x) if x.glued => false,
                    Some(x) => !(x.kind == Kind::Word && !x.cap) && x.kind != Kind::Comma,
                };
                if opens && !abbreviated {
                    push(start, j);
                    start = j;
                    i = j;
                    continue;
                }
            }
            // "in the U.S. The ...": an acronym's own period may end the sentence.
            Kind::Word if t.caps && i + 1 < tokens.len() && i > start => {
                let n = &tokens[i + 1];
                if t.end - t.start >= 4 && !n.glued && n.kind == Kind::Word && n.cap && opener(i + 1) {
                    push(start, i + 1);
                    start = i + 1;
                }
            }
            _ => {}
        }
        i += 1;
    }
    push(start, tokens.len());
    out
}

/// Takes out the ends of lines that end no sentence: of a text broken at a fixed width, before a small letter, and behind an
/// abbreviation that must go on ("the C.C. / Workers' Party").
pub fn join_lines(text: &str, tokens: &mut Vec<Token>) {
    let mut ends: Vec<usize> = (0..tokens.len()).filter(|&i| tokens[i].kind == Kind::Newline).collect();
    if ends.is_empty() {
        return;
    }
    let wrapped = hard_wrapped(tokens);
    let goes_on = |i: usize| {
        let end = i - usize::from(i > 0 && tokens[i - 1].kind == Kind::Period);
        let abbreviated = end > 0 && matches!(&text[tokens[end - 1].start as usize..tokens[end - 1].end as usize], "C.C" | "C.C.");
        let blank = tokens.get(i + 1).is_some_and(|x| x.kind == Kind::Newline);
        let small = tokens[i..].iter().find(|x| x.kind != Kind::Newline).is_some_and(|x| x.kind == Kind::Word && !x.cap);
        !blank && (wrapped || small || abbreviated)
    };
    ends.retain(|&i| goes_on(i));
    if ends.is_empty() {
        return;
    }
    let mut ends = ends.into_iter().peekable();
    let mut i = 0;
    tokens.retain(|_| {
        i += 1;
        ends.next_if_eq(&(i - 1)).is_none()
    });
}

/// Lines broken at a fixed width rather than at paragraphs.
fn hard_wrapped(tokens: &[Token]) -> bool {
    let (mut lines, mut unfinished) = (0, 0);
    for w in tokens.windows(2) {
        if w[1].kind == Kind::Newline && w[0].kind != Kind::Newline {
            lines += 1;
            if !matches!(w[0].kind, Kind::Period | Kind::Stop | Kind::Quote | Kind::Close | Kind::Colon) {
                unfinished += 1;
            }
        }
    }
    lines >= 6 && unfinished * 3 > lines * 2
}
