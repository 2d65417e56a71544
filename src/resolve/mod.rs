//! Many reports, one exchange.
//!
//! Reports are blocked by type and pair, put in the order of their dates, and joined where dates,
//! heads and places do not contradict. The cluster never grows beyond what its own span allows, so
//! that a year of weekly visits does not chain into one.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::model::{DatePrecision, DateSource, ExchangeType, Level, Sector, Status, When};
use crate::text::fold;

/// A mention with what resolution needs to know of its article.
#[derive(Clone, Debug)]
pub struct Report {
    pub mention_id: String,
    pub doc_id: String,
    pub publisher: Option<String>,
    pub reported: Date,
    pub kind: ExchangeType,
    pub source: String,
    pub target: String,
    pub when: Option<When>,
    pub location_country: Option<String>,
    pub location_name: Option<String>,
    pub source_head: Option<String>,
    pub target_head: Option<String>,
    pub source_office: Option<String>,
    pub target_office: Option<String>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    pub status: Status,
    pub confidence: f64,
}

/// An exchange in the world.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub id: String,
    pub kind: ExchangeType,
    pub source: String,
    pub target: String,
    pub when: Option<When>,
    pub location_country: Option<String>,
    pub location_name: Option<String>,
    pub source_head: Option<String>,
    pub target_head: Option<String>,
    pub source_office: Option<String>,
    pub target_office: Option<String>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    pub status: Status,
    pub confidence: f64,
    pub first_reported: Date,
    pub last_reported: Date,
    pub n_mentions: u32,
    pub n_articles: u32,
    pub n_sources: u32,
    pub mention_ids: Vec<String>,
}

/// "PRK-RUS": the two countries in alphabetical order.
pub fn pair(a: &str, b: &str) -> String {
    if a <= b { format!("{a}-{b}") } else { format!("{b}-{a}") }
}

fn words(name: &str) -> Vec<String> {
    let mut key = String::new();
    name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter_map(|w| {
            fold(w, &mut key);
            (!key.is_empty()).then(|| key.clone())
        })
        .collect()
}

/// How far apart two reports of one exchange may date it.
fn reach(kind: ExchangeType) -> i32 {
    match kind {
        // Announced, departed, arrived, returned.
        ExchangeType::Visit | ExchangeType::Delegation => 6,
        ExchangeType::Exercise | ExchangeType::Transfer | ExchangeType::Accreditation => 10,
        ExchangeType::Agreement | ExchangeType::Message => 4,
        ExchangeType::Meeting | ExchangeType::Call => 2,
    }
}

/// The day a report stands for in the order of time.
fn day(r: &Report) -> Date {
    r.when.map_or(r.reported, |w| w.start)
}

fn names_agree(a: &Option<String>, b: &Option<String>) -> Option<bool> {
    let (a, b) = (words(a.as_ref()?), words(b.as_ref()?));
    Some(
        a.iter().all(|w| b.contains(w))
            || b.iter().all(|w| a.contains(w))
            || a.last() == b.last() && a.len() > 1 && b.len() > 1 && initials(&a) == initials(&b),
    )
}

/// Romanisations differ inside a name more than at its beginnings.
fn initials(words: &[String]) -> Vec<char> {
    let mut v: Vec<char> = words.iter().filter_map(|w| w.chars().next()).collect();
    v.sort_unstable();
    v
}

fn joins(a: &Report, b: &Report) -> bool {
    let (bs, bt, bso) =
        if a.source == b.source { (&b.source_head, &b.target_head, b.level) } else { (&b.target_head, &b.source_head, b.level) };
    if names_agree(&a.source_head, bs) == Some(false) || names_agree(&a.target_head, bt) == Some(false) {
        return false;
    }
    // A leader's visit and an advance party are two.
    let named = a.source_head.is_some() && bs.is_some();
    if !named && a.kind == ExchangeType::Visit {
        if let (Some(x), Some(y)) = (a.level, bso) {
            if x != y && x.min(y) <= Level::Minister && x.max(y) != Level::Working {
                return false;
            }
        }
    }
    if let (Some(x), Some(y)) = (&a.location_country, &b.location_country) {
        if x != y && !matches!(a.kind, ExchangeType::Message | ExchangeType::Call) {
            return false;
        }
    }
    match (&a.when, &b.when) {
        (Some(x), Some(y)) => {
            let coarse = x.precision.max(y.precision);
            let days = (x.start - y.start).get_days().abs();
            match coarse {
                DatePrecision::Day => {
                    if x.end.is_some_and(|e| y.start >= x.start && y.start <= e)
                        || y.end.is_some_and(|e| x.start >= y.start && x.start <= e)
                    {
                        return true;
                    }
                    days <= if x.source == DateSource::Text
                        && y.source == DateSource::Text
                        && !matches!(a.kind, ExchangeType::Visit | ExchangeType::Delegation)
                    {
                        1
                    } else {
                        reach(a.kind)
                    }
                }
                DatePrecision::Week => days <= 8,
                DatePrecision::Month => (x.start.year(), x.start.month()) == (y.start.year(), y.start.month()),
                // A year alone says too little to join two reports of named days.
                _ => named && x.start.year() == y.start.year() && (x.precision == y.precision),
            }
        }
        // A plan without a date joins what is reported within the month after it.
        (None, Some(w)) => (w.start - a.reported).get_days().abs() <= 31,
        (Some(w), None) => (w.start - b.reported).get_days().abs() <= 31,
        (None, None) => (a.reported - b.reported).get_days().abs() <= 31,
    }
}

/// Resolves reports into exchanges, in the order of their dates. The result does not depend on the
/// order of the reports.
pub fn resolve(reports: &[Report]) -> Vec<Exchange> {
    let mut blocks: FxHashMap<(ExchangeType, &str, &str), Vec<usize>> = FxHashMap::default();
    for (i, r) in reports.iter().enumerate() {
        let (mut a, mut b) = (r.source.as_str(), r.target.as_str());
        if !r.kind.directed() && a > b {
            std::mem::swap(&mut a, &mut b);
        }
        blocks.entry((r.kind, a, b)).or_default().push(i);
    }
    let mut out: Vec<Exchange> = Vec::new();
    for (_, mut members) in blocks {
        members.sort_by(|&x, &y| {
            let key = |i: usize| (day(&reports[i]), reports[i].reported, &reports[i].doc_id, &reports[i].mention_id);
            key(x).cmp(&key(y))
        });
        let mut clusters: Vec<Vec<usize>> = Vec::new();
        // Dated reports make the clusters; undated ones then join the nearest that fits.
        let (dated, undated): (Vec<usize>, Vec<usize>) = members.into_iter().partition(|&i| reports[i].when.is_some());
        let mut open = 0;
        for i in dated {
            while open < clusters.len() && (day(&reports[i]) - day(&reports[*clusters[open].last().expect("not empty")])).get_days() > 62 {
                open += 1;
            }
            let found = (open..clusters.len()).rev().find(|&c| clusters[c].iter().all(|&m| joins(&reports[m], &reports[i])));
            match found {
                Some(c) => clusters[c].push(i),
                None => clusters.push(vec![i]),
            }
        }
        for i in undated {
            let at = clusters.partition_point(|c| day(&reports[c[0]]) < reports[i].reported);
            let near = (at.saturating_sub(4)..(at + 4).min(clusters.len()))
                .filter(|&c| clusters[c].iter().all(|&m| joins(&reports[m], &reports[i])));
            let best = near.min_by_key(|&c| (day(&reports[clusters[c][0]]) - reports[i].reported).get_days().abs());
            match best {
                Some(c) => clusters[c].push(i),
                None => clusters.insert(at, vec![i]),
            }
        }
        out.extend(clusters.into_iter().map(|c| consensus(c.iter().map(|&i| &reports[i]).collect())));
    }
    out.sort_by(|a, b| (a.when.map_or(a.first_reported, |w| w.start), &a.id).cmp(&(b.when.map_or(b.first_reported, |w| w.start), &b.id)));
    out
}

/// The most frequent value; the earliest report decides ties.
fn vote<T: Clone + PartialEq>(values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for v in values.flatten() {
        match counts.iter_mut().find(|c| c.0 == v) {
            Some(c) => c.1 += 1,
            None => counts.push((v, 1)),
        }
    }
    let most = counts.iter().map(|c| c.1).max()?;
    counts.into_iter().find(|c| c.1 == most).map(|c| c.0)
}

fn consensus(mut members: Vec<&Report>) -> Exchange {
    members.sort_by(|a, b| (a.reported, &a.doc_id, &a.mention_id).cmp(&(b.reported, &b.doc_id, &b.mention_id)));
    let first = members[0];
    let crossed = |r: &Report| r.source != first.source;
    let longest = |f: &dyn Fn(&Report) -> Option<String>| members.iter().filter_map(|r| f(r)).max_by_key(|s| s.chars().count());
    let head = |r: &Report, own: bool| if own != crossed(r) { r.source_head.clone() } else { r.target_head.clone() };
    let office = |r: &Report, own: bool| if own != crossed(r) { r.source_office.clone() } else { r.target_office.clone() };
    // The finest date wins; among equals the one in words, then the earliest.
    let when = members.iter().filter_map(|r| r.when).min_by_key(|w| (w.precision, w.source != DateSource::Text, w.start)).map(|mut w| {
        if w.precision == DatePrecision::Day && matches!(first.kind, ExchangeType::Visit | ExchangeType::Delegation) {
            let days = members.iter().filter_map(|r| r.when).filter(|x| x.precision == DatePrecision::Day);
            let last = days.clone().map(|x| x.end.unwrap_or(x.start)).max().expect("one is");
            w.start = days.map(|x| x.start).min().expect("one is");
            w.end = (last > w.start).then_some(last);
        }
        w
    });
    // What is known last: a plan gives way to the event, and both to a cancellation reported later.
    let real = members.iter().rev().find(|r| matches!(r.status, Status::Occurred | Status::Ongoing | Status::Cancelled));
    let status = real.map_or(members[members.len() - 1].status, |r| r.status);
    let distinct = |f: &dyn Fn(&Report) -> String| {
        let mut v: Vec<String> = members.iter().map(|r| f(r)).collect();
        v.sort_unstable();
        v.dedup();
        v.len() as u32
    };
    let doubt: f64 = members.iter().map(|r| 1.0 - r.confidence).product();
    Exchange {
        id: id(first),
        kind: first.kind,
        source: first.source.clone(),
        target: first.target.clone(),
        when,
        location_country: vote(members.iter().map(|r| r.location_country.clone())),
        location_name: vote(members.iter().map(|r| r.location_name.clone())),
        source_head: longest(&|r| head(r, true)),
        target_head: longest(&|r| head(r, false)),
        source_office: longest(&|r| office(r, true)),
        target_office: longest(&|r| office(r, false)),
        level: members
            .iter()
            .filter_map(|r| r.level)
            .filter(|l| *l != Level::Working)
            .min()
            .or_else(|| vote(members.iter().map(|r| r.level))),
        sector: vote(members.iter().map(|r| r.sector)),
        status,
        confidence: 1.0 - doubt,
        first_reported: first.reported,
        last_reported: members.last().expect("not empty").reported,
        n_mentions: members.len() as u32,
        n_articles: distinct(&|r| r.doc_id.clone()),
        n_sources: distinct(&|r| r.publisher.clone().unwrap_or_else(|| r.doc_id.clone())),
        mention_ids: members.iter().map(|r| r.mention_id.clone()).collect(),
    }
}

/// A name that depends on the earliest report alone (FNV-1a, 64 bits).
fn id(r: &Report) -> String {
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    for part in [r.kind.as_str(), &r.source, &r.target, &r.doc_id, &r.mention_id] {
        for b in part.bytes().chain([0]) {
            h = (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("x{h:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(id: &str, day: &str, reported: &str, status: Status, head: Option<&str>) -> Report {
        let when = (!day.is_empty()).then(|| When {
            start: day.parse().unwrap(),
            end: None,
            precision: DatePrecision::Day,
            source: DateSource::Text,
        });
        Report {
            mention_id: id.into(),
            doc_id: id.into(),
            publisher: None,
            reported: reported.parse().unwrap(),
            kind: ExchangeType::Visit,
            source: "RUS".into(),
            target: "PRK".into(),
            when,
            location_country: None,
            location_name: None,
            source_head: head.map(Into::into),
            target_head: None,
            source_office: None,
            target_office: None,
            level: Some(Level::Minister),
            sector: None,
            status,
            confidence: 0.8,
        }
    }

    #[test]
    fn phases_are_one_visit_and_the_next_is_another() {
        let reports = vec![
            report("a", "", "2023-07-20", Status::Planned, Some("Shoigu")),
            report("b", "2023-07-25", "2023-07-25", Status::Ongoing, Some("Sergei Shoigu")),
            report("c", "2023-07-27", "2023-07-27", Status::Occurred, Some("Sergey Shoigu")),
            report("d", "2024-09-13", "2024-09-13", Status::Occurred, Some("Sergei Shoigu")),
            report("e", "2023-07-26", "2023-07-26", Status::Occurred, Some("Alexander Kozlov")),
        ];
        let mut shuffled = reports.clone();
        shuffled.rotate_left(2);
        let (a, b) = (resolve(&reports), resolve(&shuffled));
        let shape = |v: &[Exchange]| v.iter().map(|x| (x.id.clone(), x.n_mentions)).collect::<Vec<_>>();
        assert_eq!(shape(&a), shape(&b));
        assert_eq!(a.iter().map(|x| x.n_mentions).collect::<Vec<_>>(), [3, 1, 1]);
        assert_eq!(a[0].status, Status::Occurred);
        assert_eq!(a[0].when.unwrap().end, Some("2023-07-27".parse().unwrap()));
    }
}
