//! Countable assertions about exchanges: "the first visit in seven years", "a record number of officials".
//!
//! A claim hangs on a cue (an ordinal, "record", a superlative, a number before a plural) that stands with a noun or a verb
//! of an exchange. Its pair is that of the exchange told in the sentence, else of the article so far.

use serde::Serialize;

use super::discourse::Discourse;
use crate::annotate::dates::{Direction, resolve};
use crate::annotate::{Chunk, Reader, Spanned};
use crate::lexicon::{Closed, Entry, kinds};
use crate::model::{ExchangeType, Level, Mention, Sector};
use crate::text::Kind;

/// What kind of count is asserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    Record,
    First,
    Ordinal,
    Count,
    MostSince,
}

impl ClaimKind {
    pub const NAMES: [&'static str; 5] = ["record", "first", "ordinal", "count", "most_since"];

    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// An assertion that can be held against the exchanges.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub kind: ClaimKind,
    pub source: Option<&'static str>,
    pub target: Option<&'static str>,
    pub exchange: Option<ExchangeType>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    /// A length: "7y", "1y", "2mo".
    pub window: Option<String>,
    /// The day that "since" names.
    pub since: Option<jiff::civil::Date>,
    pub number: Option<u32>,
    /// Bytes of the claim and of its sentence.
    pub span: (usize, usize),
    pub evidence: (usize, usize),
}

const ORDINALS: [&str; 12] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
const NUMBERS: [&str; 13] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// What a cue stands with.
struct Head {
    exchange: Option<ExchangeType>,
    level: Option<Level>,
    end: usize,
    /// "the first president to visit", "the first to": who, not what.
    person: bool,
    /// "for the first time"
    time: bool,
    /// "round of talks"
    round: bool,
}

/// Reads the claims of a sentence; `told` are its mentions, before merging.
pub(super) fn read(d: &Discourse<'_>, r: &Reader<'_>, chunks: &[Spanned], told: &[Mention], out: &mut Vec<Claim>) {
    let mut busy = r.begin;
    for k in r.begin..r.end {
        if k < busy || r.tokens[k].kind != Kind::Word && r.tokens[k].kind != Kind::Number {
            continue;
        }
        let Some(w) = r.word(k) else { continue };
        let made = ordinal(d, r, chunks, told, k, &w)
            .or_else(|| record(d, r, chunks, told, k, &w))
            .or_else(|| superlative(d, r, chunks, told, k, &w))
            .or_else(|| count(d, r, chunks, told, k, &w));
        if let Some((claim, end)) = made {
            busy = end;
            out.push(claim);
        }
    }
}

fn ordinal(d: &Discourse<'_>, r: &Reader<'_>, chunks: &[Spanned], told: &[Mention], k: usize, w: &str) -> Option<(Claim, usize)> {
    let n = ORDINALS
        .iter()
        .position(|o| *o == w)
        .map(|i| i as u32 + 1)
        .or_else(|| {
            let digits: String = w.chars().take_while(char::is_ascii_digit).collect();
            matches!(&w[digits.len()..], "st" | "nd" | "rd" | "th").then(|| digits.parse().ok()).flatten()
        })
        .filter(|n| *n < 200)?;
    let head = head(r, k)?;
    let before = k.checked_sub(1).filter(|b| *b >= r.begin);
    let possessed = before.is_some_and(|b| r.is(b, Closed::Possessive) || r.tokens[b].kind == Kind::Possessive);
    let definite = before.and_then(|b| r.word(b)).is_some_and(|x| x == "the");
    let start = if definite || possessed || before.is_some_and(|b| r.is(b, Closed::Determiner)) { k - 1 } else { k };
    // Without a word before it an ordinal is an adverb or a name: "First, ...", "Second Army".
    if start == k && !r.headline && !head.time {
        return None;
    }
    let end = extent(r, chunks, k, head.end);
    let (window, since) = window(d, r, k, end);
    // "their first talks": the pair's; "his first visit": one man's.
    let joint = before.and_then(|b| r.word(b)).is_some_and(|x| x == "their" || x == "its");
    let kind = if n > 1 || possessed && !joint || head.round { ClaimKind::Ordinal } else { ClaimKind::First };
    // "the first day of the visit" has no exchange; "the first meeting" without bounds says which, not how rare.
    if head.exchange.is_none() && !head.person && !head.time {
        return None;
    }
    // "scored for the first time since 1998": of what, a row must say. "the first tanks" are an instalment.
    let told_none = told.iter().all(|m| m.inferred);
    // "the first to die": of whom or what no exchange is told.
    if head.person && told_none {
        return None;
    }
    if head.time && told_none || head.exchange == Some(ExchangeType::Transfer) && window.is_none() && since.is_none() {
        return None;
    }
    // "49th Combined Arms Army", "6th Summit of the Americas": names.
    let titled = head.exchange.is_some() && head.exchange != Some(ExchangeType::Visit) && r.tokens[head.end - 1].cap && !r.headline;
    if titled {
        return None;
    }
    let mut claim = base(d, r, told, kind, (start, end), head.exchange, window, since)?;
    claim.number = (kind == ClaimKind::Ordinal).then_some(n);
    claim.level = head.level.or(claim.level);
    Some((claim, end))
}

/// "a record number of senior officials", "a record 356 visits", "a record high"
fn record(d: &Discourse<'_>, r: &Reader<'_>, chunks: &[Spanned], told: &[Mention], k: usize, w: &str) -> Option<(Claim, usize)> {
    if w != "record" || r.tokens[k].cap && k > r.begin {
        return None;
    }
    let after = r.word(k + 1).filter(|_| k + 1 < r.end).unwrap_or_default();
    let numbered = r.tokens.get(k + 1).is_some_and(|t| t.kind == Kind::Number);
    let counts = matches!(&*after, "number" | "numbers" | "high" | "level" | "amount" | "total");
    let own = head(r, k).filter(|h| h.exchange.is_some());
    if !(counts || numbered || own.is_some()) {
        return None;
    }
    let end = extent(r, chunks, k, k + 1);
    let people = (k..(k + 7).min(end)).any(|t| r.longest(t, kinds::NOUN | kinds::GROUP).is_some());
    if !people {
        return None;
    }
    let start = k.checked_sub(1).filter(|b| *b >= r.begin && r.is(*b, Closed::Determiner)).unwrap_or(k);
    let (window, since) = window(d, r, k, end);
    let exchange = own.and_then(|h| h.exchange);
    let claim = base(d, r, told, ClaimKind::Record, (start, end), exchange, window, since)?;
    Some((claim, end))
}

/// "the largest given so far", "the highest-level visit since 2019", "the most in a decade"
fn superlative(d: &Discourse<'_>, r: &Reader<'_>, chunks: &[Spanned], told: &[Mention], k: usize, w: &str) -> Option<(Claim, usize)> {
    let superlative = matches!(w, "most" | "largest" | "highest" | "biggest" | "longest" | "greatest") || w == "unprecedented";
    if !superlative || told.is_empty() && head(r, k).is_none_or(|h| h.exchange.is_none()) {
        return None;
    }
    let definite = k > r.begin && matches!(r.word(k - 1).as_deref(), Some("the" | "its" | "their" | "his" | "her"));
    if !definite && w != "unprecedented" {
        return None;
    }
    let end = extent(r, chunks, k, k + 1);
    let (window, since) = window(d, r, k, end);
    let ever = (k..end).any(|t| match r.word(t).as_deref() {
        Some("ever") => true,
        Some("far") => r.word(t - 1).as_deref() == Some("so"),
        Some("date") => r.word(t - 1).as_deref() == Some("to"),
        Some("history" | "record") => matches!(r.word(t - 1).as_deref(), Some("in" | "on")),
        _ => false,
    });
    let kind = if window.is_some() || since.is_some() {
        ClaimKind::MostSince
    } else if ever {
        ClaimKind::Record
    } else {
        return None;
    };
    let own = head(r, k);
    let exchange = own.as_ref().and_then(|h| h.exchange);
    let start = if definite { k - 1 } else { k };
    let mut claim = base(d, r, told, kind, (start, end), exchange, window, since)?;
    claim.level = own.and_then(|h| h.level).or(claim.level);
    Some((claim, end))
}

/// "more than 20 delegations this year", "five visits since January"
fn count(d: &Discourse<'_>, r: &Reader<'_>, chunks: &[Spanned], told: &[Mention], k: usize, w: &str) -> Option<(Claim, usize)> {
    let n = NUMBERS.iter().position(|x| *x == w).map(|n| n as u32).or_else(|| w.parse().ok()).filter(|n| (2..=999).contains(n))?;
    if r.date(k).is_some() {
        return None;
    }
    // The plural noun of the exchange, with at most two words between.
    let (exchange, end_noun) = (k + 1..(k + 4).min(r.end)).find_map(|t| {
        let w = r.word(t)?;
        if !w.ends_with('s') {
            return None;
        }
        match r.longest(t, kinds::NOUN | kinds::GROUP)? {
            (Entry::Noun(n), end) => {
                let kind = r.lx.nouns[n as usize].rules.first().map(|x| r.lx.rules[*x as usize].kind)?;
                // Arms and agreements are counted as goods and papers.
                matches!(kind, ExchangeType::Visit | ExchangeType::Meeting | ExchangeType::Call | ExchangeType::Exercise)
                    .then_some((Some(kind), end))
            }
            (Entry::Group(g), end) if r.lx.groups[g as usize].delegation => Some((Some(ExchangeType::Visit), end)),
            _ => None,
        }
    })?;
    let end = extent(r, chunks, k, end_noun);
    let (window, since) = window(d, r, k, end);
    // A count without a stretch of time is a description: "two talks".
    if window.is_none() && since.is_none() {
        return None;
    }
    let start = if k >= r.begin + 2 && r.word(k - 1).as_deref() == Some("than") { k - 2 } else { k };
    let mut claim = base(d, r, told, ClaimKind::Count, (start, end), exchange, window, since)?;
    claim.number = Some(n);
    Some((claim, end))
}

/// The noun that a cue at `k` stands with, a few words on.
fn head(r: &Reader<'_>, k: usize) -> Option<Head> {
    let mut level = None;
    let mut j = k + 1;
    let blank = |end| Head { exchange: None, level: None, end, person: false, time: false, round: false };
    while j < r.end && j < k + 9 {
        match r.tokens[j].kind {
            Kind::Word => {}
            Kind::Hyphen | Kind::Number | Kind::Possessive | Kind::Quote => {
                j += 1;
                continue;
            }
            _ => return None,
        }
        let w = r.word(j)?;
        match &*w {
            "time" => return Some(Head { time: true, ..blank(j + 1) }),
            "round" | "session" if r.word(j + 1).as_deref() == Some("of") => {
                let (entry, end) = r.longest(j + 2, kinds::NOUN).or_else(|| r.longest(j + 3, kinds::NOUN))?;
                let Entry::Noun(n) = entry else { return None };
                let exchange = kind_of(r, n);
                return Some(Head { exchange, round: true, ..blank(end) });
            }
            "exchange" | "exchanges" | "contact" | "contacts" | "encounter" => {
                return Some(Head { exchange: None, person: true, ..blank(j + 1) });
            }
            // "the first by a leader", "the first to visit"
            "by" | "to" if j == k + 1 => {
                let level = (j + 1..(j + 5).min(r.end)).find_map(|t| office(r, t));
                return Some(Head { level, person: true, ..blank(j + 1) });
            }
            _ => {}
        }
        if let Some((Entry::Noun(n), end)) = r.longest(j, kinds::NOUN) {
            let exchange = kind_of(r, n)?;
            let by = (end..(end + 8).min(r.end)).find(|t| r.word(*t).as_deref() == Some("by"));
            let level = level.or_else(|| by.and_then(|b| (b + 1..(b + 6).min(r.end)).find_map(|t| office(r, t))));
            let level = level.or_else(|| {
                // "the first visit of a French president"
                let of = (end..(end + 6).min(r.end)).find(|t| r.word(*t).as_deref() == Some("of"))?;
                (of + 1..(of + 5).min(r.end)).find_map(|t| office(r, t))
            });
            return Some(Head { exchange: Some(exchange), level, ..blank(end) });
        }
        if let Some((_, end)) = r.longest(j, kinds::OFFICE) {
            level = office(r, j);
            // "the first president to visit", "the first lady": an infinitive or "of" must follow.
            let to = (end..(end + 6).min(r.end)).any(|t| r.is(t, Closed::To));
            if to && matches!(level, Some(l) if l <= Level::Director) {
                return Some(Head { level, person: true, ..blank(end) });
            }
            j = end;
            continue;
        }
        if r.is(j, Closed::Preposition) || r.is(j, Closed::Be) || r.is(j, Closed::Subordinator) || r.is(j, Closed::Determiner) {
            return None;
        }
        j += 1;
    }
    None
}

fn kind_of(r: &Reader<'_>, noun: u16) -> Option<ExchangeType> {
    r.lx.nouns[noun as usize].rules.first().map(|x| r.lx.rules[*x as usize].kind)
}

fn office(r: &Reader<'_>, k: usize) -> Option<Level> {
    if k >= r.end || r.tokens[k].kind != Kind::Word {
        return None;
    }
    match r.longest(k, kinds::OFFICE | kinds::GROUP)? {
        (Entry::Office(l), _) => Some(l),
        (Entry::Group(g), _) => Some(r.lx.groups[g as usize].level).filter(|l| *l <= Level::Minister),
        _ => None,
    }
}

/// Where a claim ends: at the next comma, break or finite verb that is not "since"'s.
fn extent(r: &Reader<'_>, chunks: &[Spanned], k: usize, least: usize) -> usize {
    let mut since = false;
    for s in chunks.iter().filter(|s| s.start > k) {
        if s.start < least {
            continue;
        }
        match &s.chunk {
            Chunk::Comma | Chunk::Break | Chunk::Open | Chunk::Close | Chunk::Rel | Chunk::That | Chunk::And | Chunk::But => {
                // "between Russia and North Korea" is one chunk; a loose "and" begins something else.
                return s.start.max(least);
            }
            Chunk::Sub(w) => {
                let word = r.lx.text(*w);
                if word == "since" {
                    since = true;
                } else if !matches!(word, "as" | "than") {
                    return s.start.max(least);
                }
            }
            Chunk::Prep(w) if r.lx.text(*w) == "since" => since = true,
            Chunk::Vg(v) => {
                if v.finite() && !since {
                    return s.start.max(least);
                }
                if v.finite() {
                    since = false;
                }
            }
            _ => {}
        }
    }
    let last = r.tokens[r.end - 1].kind;
    r.end - usize::from(matches!(last, Kind::Period | Kind::Stop | Kind::Newline) && r.end > least)
}

/// "in nearly fifty years", "over the past year", "this year", "since 2019": a length and a day.
fn window(d: &Discourse<'_>, r: &Reader<'_>, k: usize, end: usize) -> (Option<String>, Option<jiff::civil::Date>) {
    let number = |w: &str| -> Option<u32> {
        const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        if w == "a" || w == "an" {
            return Some(1);
        }
        NUMBERS
            .iter()
            .position(|x| *x == w)
            .map(|n| n as u32)
            .or_else(|| TENS.iter().position(|x| *x == w).map(|n| (n as u32 + 2) * 10))
            .or_else(|| w.parse().ok())
            .filter(|n| (1..=500).contains(n))
    };
    let unit = |w: &str| -> Option<(u32, &'static str)> {
        Some(match w {
            "year" | "years" => (1, "y"),
            "decade" | "decades" => (10, "y"),
            "century" => (100, "y"),
            "month" | "months" => (1, "mo"),
            "week" | "weeks" => (1, "w"),
            _ => return None,
        })
    };
    let mut length = None;
    let mut since = None;
    for t in k..end {
        let Some(w) = r.word(t) else { continue };
        if w == "since" {
            since = (t + 1..(t + 4).min(end)).find_map(|x| {
                let (e, _) = r.date(x)?;
                resolve(e, d.article.date, Direction::Past, None).map(|w| w.start)
            });
            // "since 1998"
            since = since.or_else(|| {
                let y: i16 = r.word(t + 1)?.parse().ok().filter(|y| (1000..2100).contains(y))?;
                jiff::civil::Date::new(y, 1, 1).ok()
            });
            continue;
        }
        if !matches!(&*w, "in" | "over" | "for" | "during" | "within" | "past" | "last" | "this") {
            continue;
        }
        if w == "this" {
            if let Some((n, u)) = r.word(t + 1).filter(|_| t + 1 < end).and_then(|x| unit(&x)) {
                length.get_or_insert(format!("{n}{u}"));
            }
            continue;
        }
        let mut n = None;
        for x in t + 1..(t + 7).min(end) {
            let Some(v) = r.word(x) else { continue };
            if let Some((size, u)) = unit(&v) {
                length.get_or_insert(format!("{}{u}", n.unwrap_or(1) * size));
                break;
            }
            if matches!(
                &*v,
                "the" | "past" | "last" | "nearly" | "almost" | "more" | "than" | "about" | "over" | "some" | "at" | "least" | "around"
            ) {
                continue;
            }
            match number(&v) {
                Some(value) => n = Some(value),
                None => break,
            }
        }
    }
    (length, since)
}

#[allow(clippy::too_many_arguments)]
fn base(
    d: &Discourse<'_>,
    r: &Reader<'_>,
    told: &[Mention],
    kind: ClaimKind,
    tokens: (usize, usize),
    exchange: Option<ExchangeType>,
    window: Option<String>,
    since: Option<jiff::civil::Date>,
) -> Option<Claim> {
    let span = (r.tokens[tokens.0].start as usize, r.tokens[tokens.1.max(tokens.0 + 1) - 1].end as usize);
    let inside = |m: &&Mention| m.spans.trigger.is_some_and(|t| t.0 >= span.0 && t.1 <= span.1);
    let same = |m: &&Mention| exchange.is_none_or(|e| e == m.kind);
    let of = told.iter().filter(|m| !m.inferred);
    let best = of.clone().find(|m| inside(m) && same(m)).or_else(|| of.clone().find(same)).or_else(|| of.clone().next());
    let kin = of.clone().any(|m| same(&m));
    let mut named: Vec<u16> = Vec::new();
    for t in tokens.0..tokens.1 {
        if let Some((c, _, _)) = r.country_form(t) {
            if !named.contains(&c) {
                named.push(c);
            }
        }
    }
    // "its first board meeting" is no exchange of the pair that the sentence names elsewhere.
    if exchange.is_some() && !kin && named.len() < 2 {
        return None;
    }
    let (source, target) = match (best, &named[..]) {
        (Some(m), _) => (Some(m.source), Some(m.target)),
        (None, [a, b]) => (Some(r.lx.iso(*a)), Some(r.lx.iso(*b))),
        (None, _) => match d.last_pair() {
            Some((a, b)) => (Some(r.lx.iso(a)), Some(r.lx.iso(b))),
            None => return None,
        },
    };
    let sector = (tokens.0..tokens.1)
        .find_map(|t| match r.longest(t, kinds::SECTOR | kinds::PORTFOLIO)? {
            (Entry::Sector(s) | Entry::Portfolio(s), _) => Some(s),
            _ => None,
        })
        .filter(|s| *s != Sector::Politics);
    Some(Claim {
        kind,
        source,
        target,
        exchange: exchange.or_else(|| best.filter(|_| kind != ClaimKind::Record).map(|m| m.kind)),
        level: None,
        sector,
        window,
        since,
        number: None,
        span,
        evidence: (r.tokens[r.begin].start as usize, r.tokens[r.end - 1].end as usize),
    })
}
