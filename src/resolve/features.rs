//! What two reports have in common, and what keeps them apart.

use jiff::civil::Date;
use rustc_hash::FxHasher;
use std::hash::Hasher;

use super::{Phase, Report};
use crate::model::{DatePrecision, ExchangeType, Level, Sector, When};
use crate::text::fold;

/// Types whose reports may tell of one exchange: who led a group is not said in every report.
pub fn family(kind: ExchangeType) -> u8 {
    match kind {
        ExchangeType::Delegation => ExchangeType::Visit as u8,
        other => other as u8,
    }
}

pub fn journey(kind: ExchangeType) -> bool {
    matches!(kind, ExchangeType::Visit | ExchangeType::Delegation)
}

/// A report with its names and words made comparable. `own` is the side that comes first in the block.
pub struct Features<'b, 'a> {
    pub report: &'b Report<'a>,
    pub heads: [Option<Vec<String>>; 2],
    pub offices: [Option<&'a str>; 2],
    pub place: Option<String>,
    words: Vec<u32>,
    /// Words of the name that leads, as they would stand among `words`.
    named_by: Vec<u32>,
    /// Whether it recalls the exchange on a day of its own: that day is not the exchange's.
    pub echo: bool,
}

impl<'b, 'a> Features<'b, 'a> {
    pub fn new(report: &'b Report<'a>) -> Self {
        let crossed = !report.kind.directed() && report.source > report.target;
        let mut heads = [report.source_head.map(words), report.target_head.map(words)];
        let mut offices = [report.source_office, report.target_office];
        if crossed {
            heads.swap(0, 1);
            offices.swap(0, 1);
        }
        let place = report.location_name.map(|p| words(p).join(" "));
        let evidence = shingles(report.evidence.unwrap_or_default(), 3);
        let named_by = report.source_head.map(|h| shingles(h, 0)).unwrap_or_default();
        Features { report, heads, offices, place, words: evidence, named_by, echo: false }
    }

    /// The day a report stands for in the order of time.
    pub fn day(&self) -> Date {
        self.report.when.map_or(self.report.reported, |w| w.start)
    }

    pub fn last_day(&self) -> Date {
        self.report.when.map_or(self.report.reported, |w| w.end.unwrap_or(w.start))
    }

    pub fn precise(&self) -> Option<When> {
        self.report.when.filter(|w| w.precision == DatePrecision::Day && !self.echo)
    }
}

pub fn words(name: &str) -> Vec<String> {
    let mut key = String::new();
    name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter_map(|w| {
            fold(w, &mut key);
            (!key.is_empty()).then(|| key.clone())
        })
        .collect()
}

/// Hashes of the words of a sentence, sorted. Short words say nothing of the event, unless they are names.
fn shingles(text: &str, longer_than: usize) -> Vec<u32> {
    let mut out: Vec<u32> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > longer_than || w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        .filter(|w| !w.is_empty())
        .map(|w| {
            let mut h = FxHasher::default();
            for c in w.bytes() {
                h.write_u8(c.to_ascii_lowercase());
            }
            h.finish() as u32
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// How many members two sorted sets share.
pub fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                i += 1;
                j += 1;
            }
        }
    }
    both
}

/// Jaccard's coefficient of two sorted sets.
fn overlap(a: &[u32], b: &[u32]) -> f64 {
    let both = shared(a, b);
    let all = a.len() + b.len() - both;
    if all == 0 { 0.0 } else { both as f64 / all as f64 }
}

/// Whether two words are one name in two romanisations: same first letter, few letters changed.
fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let limit = x.len().min(y.len()) / 3;
    if x[0] != y[0] || limit == 0 || x.len().abs_diff(y.len()) > limit {
        return false;
    }
    let mut row: Vec<usize> = (0..=y.len()).collect();
    for (i, c) in x.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, d) in y.iter().enumerate() {
            let next = (corner + usize::from(c != d)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row[y.len()] <= limit
}

/// Whether two names may be one person's: the shorter is found in the longer, in its order (two words also turned round).
pub fn same_person(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return false;
    }
    let in_order = |short: &[String]| {
        let mut rest = long.iter();
        short.iter().all(|w| rest.any(|x| alike(w, x)))
    };
    if in_order(short) {
        return true;
    }
    if short.len() == 2 && long.len() == 2 {
        return in_order(&[short[1].clone(), short[0].clone()]);
    }
    // "Jang Song Thaek", "Jang Sung-taek", "Jang Songtaek": written together.
    let (x, y) = (short.concat(), long.concat());
    short.len() != long.len() && short.len() > 1 && short[0] == long[0] && x.len() > 5 && alike(&x, &y)
}

/// How far apart two reports of one exchange may date it, in days.
pub fn reach(kind: ExchangeType) -> i32 {
    match kind {
        // Announced, departed, arrived, returned.
        ExchangeType::Visit | ExchangeType::Delegation => 6,
        ExchangeType::Exercise | ExchangeType::Transfer | ExchangeType::Accreditation => 10,
        ExchangeType::Agreement | ExchangeType::Message => 4,
        ExchangeType::Meeting | ExchangeType::Call => 2,
    }
}

/// Same, contradicting or unsaid, of a leading person on one side. Two names for the holder of one
/// highest office are more likely one person than two.
pub fn heads(a: &Features<'_, '_>, b: &Features<'_, '_>, side: usize) -> Option<bool> {
    let (x, y) = (a.heads[side].as_ref()?, b.heads[side].as_ref()?);
    let holder = a.report.level == Some(Level::Leader)
        && a.report.level == b.report.level
        && a.offices[side].is_some()
        && a.offices[side] == b.offices[side];
    match same_person(x, y) {
        true => Some(true),
        false if holder => None,
        false => Some(false),
    }
}

/// What two reports of one exchange never do.
pub fn bars(a: &Features<'_, '_>, b: &Features<'_, '_>) -> bool {
    let (x, y) = (a.report, b.report);
    // A visitor has many hosts; of talks both sides count.
    let sides = if journey(x.kind) { 0..1 } else { 0..2 };
    if sides.clone().any(|s| heads(a, b, s) == Some(false)) {
        return true;
    }
    // One traveller sets out once and arrives once.
    let named = a.heads[0].is_some() && b.heads[0].is_some();
    let at = |f: &Features<'_, '_>| f.report.when.filter(|w| w.precision == DatePrecision::Day).map(|w| w.start);
    if !named && x.phase.is_some() && x.phase == y.phase && matches!((at(a), at(b)), (Some(p), Some(q)) if p != q) {
        return true;
    }
    // A leader's visit and an advance party are two.
    if !named && journey(x.kind) {
        if let (Some(l), Some(m)) = (x.level, y.level) {
            if l != m && l.min(m) <= Level::Minister && !vague(l.max(m)) {
                return true;
            }
        }
    }
    let somewhere = matches!(x.kind, ExchangeType::Message | ExchangeType::Call);
    !somewhere && matches!((x.location_country, y.location_country), (Some(p), Some(q)) if p != q)
}

fn vague(l: Level) -> bool {
    matches!(l, Level::Working | Level::Unofficial)
}

/// The weights of the decision, in log odds.
mod weight {
    pub const PRIOR: f64 = -1.0;
    pub const HEAD: f64 = 3.0;
    pub const OTHER_HEAD: f64 = 2.0;
    pub const HOST: f64 = 0.5;
    pub const IN_SENTENCE: f64 = 2.0;
    pub const NO_HEAD: f64 = -1.0;
    pub const NO_HEADS: f64 = -1.0;
    pub const OTHER_TYPE: f64 = -0.5;
    pub const OFFICE: f64 = 0.7;
    pub const OTHER_OFFICE: f64 = -1.0;
    pub const LEVEL: f64 = 0.5;
    pub const NEAR_LEVEL: f64 = -0.3;
    pub const VAGUE_LEVEL: f64 = -0.7;
    pub const FAR_LEVEL: f64 = -1.5;
    pub const SECTOR: f64 = 0.4;
    pub const OTHER_SECTOR: f64 = -2.0;
    pub const PLACE: f64 = 0.8;
    pub const OTHER_PLACE: f64 = -0.7;
    pub const WORDS: f64 = 3.0;
    pub const WORDS_OF_NAMED: f64 = 1.0;
}

/// Log odds that two reports tell of one exchange, beside what their dates say.
pub fn score(a: &Features<'_, '_>, b: &Features<'_, '_>) -> f64 {
    let (x, y) = (a.report, b.report);
    let mut s = weight::PRIOR;
    let first = heads(a, b, 0);
    s += match first {
        Some(true) => weight::HEAD,
        Some(false) => -weight::HEAD,
        // Papers, goods and ships go without a name.
        None if !matches!(x.kind, ExchangeType::Visit | ExchangeType::Delegation | ExchangeType::Meeting | ExchangeType::Call) => 0.0,
        None if a.heads[0].is_none() && b.heads[0].is_none() => weight::NO_HEADS,
        None if told(a, b) || told(b, a) => weight::IN_SENTENCE,
        None => weight::NO_HEAD,
    };
    if x.kind != y.kind {
        s += weight::OTHER_TYPE;
    }
    if heads(a, b, 1) == Some(true) {
        s += if journey(x.kind) { weight::HOST } else { weight::OTHER_HEAD };
    }
    if let (Some(p), Some(q)) = (a.offices[0], b.offices[0]) {
        s += match p.eq_ignore_ascii_case(q) {
            true => weight::OFFICE,
            false if first == Some(true) => 0.0,
            false => weight::OTHER_OFFICE,
        };
    }
    if let (Some(l), Some(m)) = (x.level, y.level) {
        s += match (l as i32 - m as i32).abs() {
            0 => weight::LEVEL,
            _ if first == Some(true) => 0.0,
            // Nobody's rank is the rank of whom the sentence does not name; a troupe is not a ministry.
            _ if l == Level::Working || m == Level::Working => weight::VAGUE_LEVEL,
            1 => weight::NEAR_LEVEL,
            _ => weight::FAR_LEVEL,
        };
    }
    if let (Some(p), Some(q)) = (x.sector, y.sector) {
        s += match p == q {
            true => weight::SECTOR,
            // What a sentence does not say is read as politics.
            false if p == Sector::Politics || q == Sector::Politics || first == Some(true) => 0.0,
            false => weight::OTHER_SECTOR,
        };
    }
    if let (Some(p), Some(q)) = (&a.place, &b.place) {
        s += if p == q { weight::PLACE } else { weight::OTHER_PLACE };
    }
    // Of one person's journeys the words are much the same.
    s + overlap(&a.words, &b.words) * if first == Some(true) { weight::WORDS_OF_NAMED } else { weight::WORDS }
}

/// Whether the sentence of one names who leads the other, though not as its leader.
fn told(named: &Features<'_, '_>, other: &Features<'_, '_>) -> bool {
    other.heads[0].is_none() && !named.named_by.is_empty() && named.named_by.iter().all(|w| other.words.binary_search(w).is_ok())
}

/// Whether `a` repeats the sentence of `b`: wire copy.
pub fn copies(a: &Features<'_, '_>, b: &Features<'_, '_>) -> bool {
    a.words.len() > 4 && (a.report.reported - b.report.reported).get_days().abs() <= 7 && overlap(&a.words, &b.words) >= 0.8
}

pub fn returns(f: &Features<'_, '_>) -> bool {
    f.report.phase == Some(Phase::Return)
}

pub fn sets_out(f: &Features<'_, '_>) -> bool {
    matches!(f.report.phase, Some(Phase::Depart | Phase::Arrive))
}
