//! The codebook's scorer: predicted against annotated exchanges of one article.
//!
//! A prediction and an annotation may be matched where type, pair (and direction) agree and the dates
//! do not contradict. The assignment is one to one and of maximum size; among assignments of that size
//! pairs that agree in more fields are preferred. Inferred predictions are dropped first; an optional
//! annotation costs nothing when missed and nothing when found.

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::{DatePrecision, DateSource, ExchangeType, Level, Mention, Sector, Status};

/// An exchange as the scorer sees it, annotated or predicted.
#[derive(Clone, Debug, Deserialize)]
pub struct Item {
    #[serde(rename = "type")]
    pub kind: ExchangeType,
    pub source: String,
    pub target: String,
    #[serde(default)]
    pub start_date: Option<Date>,
    #[serde(default)]
    pub end_date: Option<Date>,
    #[serde(default)]
    pub date_precision: Option<DatePrecision>,
    #[serde(default)]
    pub date_source: Option<DateSource>,
    #[serde(default)]
    pub location_country: Option<String>,
    #[serde(default)]
    pub source_head: Option<String>,
    #[serde(default)]
    pub target_head: Option<String>,
    #[serde(default)]
    pub level: Option<Level>,
    #[serde(default)]
    pub sector: Option<Sector>,
    #[serde(default)]
    pub status: Option<Status>,
    #[serde(default)]
    pub optional: bool,
}

impl From<&Mention> for Item {
    fn from(m: &Mention) -> Item {
        Item {
            kind: m.kind,
            source: m.source.into(),
            target: m.target.into(),
            start_date: m.when.map(|w| w.start),
            end_date: m.when.and_then(|w| w.end),
            date_precision: Some(m.when.map_or(DatePrecision::None, |w| w.precision)),
            date_source: m.when.map(|w| w.source),
            location_country: m.location_country.map(Into::into),
            source_head: m.source_head.clone(),
            target_head: m.target_head.clone(),
            level: m.level,
            sector: m.sector,
            status: Some(m.status),
            optional: false,
        }
    }
}

/// What has to agree for a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rigour {
    /// Pair and date only.
    Relaxed,
    Standard,
    /// Status and exact start date as well.
    Strict,
}

/// The fields scored on matched pairs, in the order of the report.
pub const FIELDS: [&str; 7] = ["start_date", "status", "level", "sector", "location_country", "source_head", "target_head"];

fn dates_agree(a: &Item, b: &Item) -> bool {
    let (Some(x), Some(y)) = (a.start_date, b.start_date) else { return true };
    let days = (x - y).get_days().abs();
    if a.date_source == Some(DateSource::Article) || b.date_source == Some(DateSource::Article) {
        if days <= 3 {
            return true;
        }
    }
    let precision = |i: &Item| i.date_precision.unwrap_or(DatePrecision::Day);
    match precision(a).max(precision(b)) {
        DatePrecision::Day => x == y,
        DatePrecision::Week => {
            let monday = |d: Date| d.saturating_sub(jiff::Span::new().days(i64::from(d.weekday().to_monday_zero_offset())));
            monday(x) == monday(y) || days <= 6
        }
        DatePrecision::Month => (x.year(), x.month()) == (y.year(), y.month()),
        DatePrecision::Quarter => (x.year(), (x.month() - 1) / 3) == (y.year(), (y.month() - 1) / 3),
        DatePrecision::Year => x.year() == y.year(),
        DatePrecision::None => true,
    }
}

/// Names agree when the tokens of one contain those of the other.
pub fn names_agree(a: &str, b: &str) -> bool {
    use crate::text::fold;
    let words = |s: &str| -> Vec<String> {
        let mut key = String::new();
        s.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .filter_map(|w| {
                fold(w, &mut key);
                (!key.is_empty()).then(|| key.clone())
            })
            .collect()
    };
    let (a, b) = (words(a), words(b));
    !a.is_empty() && !b.is_empty() && (a.iter().all(|w| b.contains(w)) || b.iter().all(|w| a.contains(w)))
}

fn may_match(gold: &Item, said: &Item, rigour: Rigour) -> bool {
    let straight = gold.source == said.source && gold.target == said.target;
    let crossed = gold.source == said.target && gold.target == said.source;
    let pair = match rigour {
        Rigour::Relaxed => straight || crossed,
        _ => gold.kind == said.kind && (straight || (crossed && !gold.kind.directed())),
    };
    let strict = rigour != Rigour::Strict
        || (gold.status.is_none_or(|s| said.status == Some(s)) && gold.start_date.is_none_or(|d| said.start_date == Some(d)));
    pair && strict && dates_agree(gold, said)
}

/// Whether each field agrees, where the annotation has one.
pub fn fields(gold: &Item, said: &Item) -> [Option<bool>; 7] {
    let crossed = gold.source != said.source;
    let (sh, th) = if crossed { (&said.target_head, &said.source_head) } else { (&said.source_head, &said.target_head) };
    let name = |g: &Option<String>, s: &Option<String>| g.as_ref().map(|g| s.as_ref().is_some_and(|s| names_agree(g, s)));
    [
        gold.start_date.map(|d| said.start_date == Some(d)),
        gold.status.map(|s| said.status == Some(s)),
        gold.level.map(|l| said.level == Some(l)),
        gold.sector.map(|s| said.sector == Some(s)),
        gold.location_country.as_ref().map(|l| said.location_country.as_ref() == Some(l)),
        name(&gold.source_head, sh),
        name(&gold.target_head, th),
    ]
}

/// Matches the exchanges of one article: indices of annotation and prediction.
pub fn assign(gold: &[Item], said: &[Item], rigour: Rigour) -> Vec<(usize, usize)> {
    let weight =
        |g: usize, s: usize| fields(&gold[g], &said[s]).iter().flatten().filter(|x| **x).count() as i32 - i32::from(gold[g].optional);
    let mut edges: Vec<(i32, usize, usize)> = Vec::new();
    for g in 0..gold.len() {
        for s in 0..said.len() {
            if may_match(&gold[g], &said[s], rigour) {
                edges.push((weight(g, s), g, s));
            }
        }
    }
    edges.sort_by_key(|e| std::cmp::Reverse(*e));
    let mut by_gold: Vec<Vec<usize>> = vec![Vec::new(); gold.len()];
    for (_, g, s) in &edges {
        by_gold[*g].push(*s);
    }
    let mut owner: Vec<Option<usize>> = vec![None; said.len()];
    fn place(g: usize, by_gold: &[Vec<usize>], owner: &mut [Option<usize>], seen: &mut [bool]) -> bool {
        for &s in &by_gold[g] {
            if seen[s] {
                continue;
            }
            seen[s] = true;
            if owner[s].is_none_or(|o| place(o, by_gold, owner, seen)) {
                owner[s] = Some(g);
                return true;
            }
        }
        false
    }
    // Required annotations first: an optional one must not take a prediction from them.
    let mut order: Vec<usize> = Vec::new();
    for (_, g, _) in &edges {
        if !order.contains(g) {
            order.push(*g);
        }
    }
    order.sort_by_key(|g| gold[*g].optional);
    for g in order {
        place(g, &by_gold, &mut owner, &mut vec![false; said.len()]);
    }
    let mut out: Vec<(usize, usize)> = owner.iter().enumerate().filter_map(|(s, g)| g.map(|g| (g, s))).collect();
    out.sort_unstable();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(kind: ExchangeType, source: &str, target: &str, day: Option<&str>) -> Item {
        Item {
            kind,
            source: source.into(),
            target: target.into(),
            start_date: day.map(|d| d.parse().unwrap()),
            end_date: None,
            date_precision: Some(if day.is_some() { DatePrecision::Day } else { DatePrecision::None }),
            date_source: day.map(|_| DateSource::Text),
            location_country: None,
            source_head: None,
            target_head: None,
            level: None,
            sector: None,
            status: Some(Status::Occurred),
            optional: false,
        }
    }

    #[test]
    fn direction_counts_where_the_type_has_one() {
        use ExchangeType::{Meeting, Visit};
        let gold = [item(Meeting, "USA", "RUS", None), item(Visit, "USA", "RUS", None)];
        let said = [item(Meeting, "RUS", "USA", None), item(Visit, "RUS", "USA", None)];
        assert_eq!(assign(&gold, &said, Rigour::Standard), [(0, 0)]);
        assert_eq!(assign(&gold, &said, Rigour::Relaxed).len(), 2);
    }

    #[test]
    fn as_many_as_possible() {
        use ExchangeType::Visit;
        // The undated annotation fits both predictions, the dated one only the first.
        let gold = [item(Visit, "USA", "RUS", None), item(Visit, "USA", "RUS", Some("2020-01-02"))];
        let said = [item(Visit, "USA", "RUS", Some("2020-01-02")), item(Visit, "USA", "RUS", Some("2020-03-09"))];
        assert_eq!(assign(&gold, &said, Rigour::Standard), [(0, 1), (1, 0)]);
    }

    #[test]
    fn names() {
        assert!(names_agree("Abdullah Gül", "gul"));
        assert!(names_agree("Kim Jong-un", "Kim Jong Un"));
        assert!(!names_agree("Kim Jong Il", "Kim Jong Un"));
    }
}
