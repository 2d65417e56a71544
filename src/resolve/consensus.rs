//! One value of each field from many reports, with what disagrees.

use rustc_hash::FxHashMap;

use super::Exchange;
use super::features::{Features, copies, journey};
use crate::model::{DatePrecision, DateSource, ExchangeType, Level, Status, When};

/// Values with their counts, the first told first.
fn tally<T: PartialEq>(values: impl Iterator<Item = Option<T>>) -> Vec<(T, usize)> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for v in values.flatten() {
        match counts.iter_mut().find(|c| c.0 == v) {
            Some(c) => c.1 += 1,
            None => counts.push((v, 1)),
        }
    }
    counts
}

/// The most frequent value; the earliest report decides ties.
fn vote<T: PartialEq>(values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let counts = tally(values);
    let most = counts.iter().map(|c| c.1).max()?;
    counts.into_iter().find(|c| c.1 == most).map(|c| c.0)
}

fn disagree<T: PartialEq>(out: &mut Vec<String>, name: &str, values: impl Iterator<Item = Option<T>>, show: impl Fn(&T) -> String) {
    let mut counts = tally(values);
    if counts.len() > 1 {
        counts.sort_by_key(|c| std::cmp::Reverse(c.1));
        let list: Vec<String> = counts.iter().map(|(v, n)| format!("{} ({n})", show(v))).collect();
        out.push(format!("{name}: {}", list.join(", ")));
    }
}

/// The days of an exchange: those of reports that it happened before those of plans, words before the article's own date.
fn when(members: &[&Features<'_, '_>], kind: ExchangeType) -> Option<When> {
    let happened = |f: &&&Features<'_, '_>| matches!(f.report.status, Status::Occurred | Status::Ongoing);
    let any = members.iter().filter(happened).any(|f| f.precise().is_some());
    let pool: Vec<When> = members.iter().filter(|f| !f.echo && (!any || happened(f))).filter_map(|f| f.report.when).collect();
    let mut w = pool.iter().copied().min_by_key(|w| (w.precision, w.source != DateSource::Text, w.start))?;
    if w.precision == DatePrecision::Day && journey(kind) {
        let days = || pool.iter().filter(|x| x.precision == DatePrecision::Day);
        let last = days().map(|x| x.end.unwrap_or(x.start)).max()?;
        w.start = days().map(|x| x.start).min()?;
        w.end = (last > w.start).then_some(last);
    }
    Some(w)
}

/// How many sources tell it: publishers, those that print one sentence counted once.
fn sources(members: &[&Features<'_, '_>]) -> (u32, Vec<usize>) {
    let mut group: Vec<usize> = (0..members.len()).collect();
    let mut by_publisher: FxHashMap<&str, usize> = FxHashMap::default();
    fn root(group: &mut [usize], mut i: usize) -> usize {
        while group[i] != i {
            group[i] = group[group[i]];
            i = group[i];
        }
        i
    }
    for i in 0..members.len() {
        let r = members[i].report;
        let first = *by_publisher.entry(r.publisher.unwrap_or(r.doc_id)).or_insert(i);
        // Copies are printed within days; a long line of them need not be compared all with all.
        let near = (i.saturating_sub(32)..i).find(|&j| copies(members[i], members[j]));
        for j in [Some(first), near].into_iter().flatten() {
            let (a, b) = (root(&mut group, i), root(&mut group, j));
            group[a.max(b)] = a.min(b);
        }
    }
    let roots: Vec<usize> = (0..members.len()).map(|i| root(&mut group, i)).collect();
    let n = roots.iter().enumerate().filter(|(i, r)| i == *r).count();
    (n as u32, roots)
}

pub fn consensus<'a>(members: Vec<Features<'_, 'a>>) -> Exchange<'a> {
    let mut members: Vec<&Features<'_, 'a>> = members.iter().collect();
    members.sort_by_key(|f| (f.report.reported, f.report.doc_id, f.report.mention_id));
    let first = members[0].report;
    let crossed = |f: &Features<'_, 'a>| f.report.source != first.source;
    let pick = |f: &Features<'_, 'a>, own: bool, head: bool| {
        let r = f.report;
        match (own != crossed(f), head) {
            (true, true) => r.source_head,
            (false, true) => r.target_head,
            (true, false) => r.source_office,
            (false, false) => r.target_office,
        }
    };
    // The fullest form of a name, the earliest among equals.
    let fullest = |own: bool, head: bool| {
        let mut best: Option<&'a str> = None;
        for v in members.iter().filter_map(|f| pick(f, own, head)) {
            if best.is_none_or(|b| v.chars().count() > b.chars().count()) {
                best = Some(v);
            }
        }
        best
    };
    // An official who led it makes it a visit.
    let kinds = || members.iter().map(|f| Some(f.report.kind));
    let kind = if kinds().any(|k| k == Some(ExchangeType::Visit)) && first.kind == ExchangeType::Delegation {
        ExchangeType::Visit
    } else {
        first.kind
    };
    // What is known last: a plan gives way to the event, and both to a cancellation reported later.
    let real = members.iter().rev().find(|f| matches!(f.report.status, Status::Occurred | Status::Ongoing | Status::Cancelled));
    let status = real.map_or(members[members.len() - 1].report.status, |f| f.report.status);
    let levels = || members.iter().map(|f| f.report.level);
    let level = levels().flatten().filter(|l| *l != Level::Working).min().or_else(|| vote(levels()));
    let (n_sources, roots) = sources(&members);
    let mut doubt: FxHashMap<usize, f64> = FxHashMap::default();
    for (f, root) in members.iter().zip(&roots) {
        let d = doubt.entry(*root).or_insert(1.0);
        *d = d.min(1.0 - f.report.confidence);
    }
    // In a fixed order, that the last digits do not depend on the map.
    let mut doubts: Vec<f64> = doubt.into_values().collect();
    doubts.sort_by(f64::total_cmp);
    let mut docs: Vec<&'a str> = members.iter().map(|f| f.report.doc_id).collect();
    docs.sort_unstable();
    docs.dedup();
    let mut disagreements = Vec::new();
    let d = &mut disagreements;
    disagree(d, "type", kinds(), |k| k.as_str().to_string());
    disagree(d, "start_date", members.iter().map(|f| f.precise().map(|w| w.start)), ToString::to_string);
    disagree(d, "location_name", members.iter().map(|f| f.report.location_name), ToString::to_string);
    disagree(d, "source_head", members.iter().map(|f| pick(f, true, true)), ToString::to_string);
    disagree(d, "target_head", members.iter().map(|f| pick(f, false, true)), ToString::to_string);
    disagree(d, "level", levels(), |l| l.as_str().to_string());
    disagree(d, "sector", members.iter().map(|f| f.report.sector), |s| s.as_str().to_string());
    disagree(d, "status", members.iter().map(|f| Some(f.report.status)), |s| s.as_str().to_string());
    Exchange {
        id: id(first.mention_id, kind, first.source, first.target, first.doc_id),
        kind,
        source: first.source,
        target: first.target,
        when: when(&members, kind),
        location_country: vote(members.iter().map(|f| f.report.location_country)),
        location_name: vote(members.iter().map(|f| f.report.location_name)),
        source_head: fullest(true, true),
        target_head: fullest(false, true),
        source_office: fullest(true, false),
        target_office: fullest(false, false),
        level,
        sector: vote(members.iter().map(|f| f.report.sector)),
        status,
        confidence: 1.0 - doubts.iter().product::<f64>(),
        first_reported: first.reported,
        last_reported: members[members.len() - 1].report.reported,
        n_mentions: members.len() as u32,
        n_articles: docs.len() as u32,
        n_sources,
        mention_ids: members.iter().map(|f| f.report.mention_id).collect(),
        disagreements,
        part_of: None,
        docs,
    }
}

/// A name that depends on the earliest report alone (FNV-1a, 64 bits).
fn id(mention: &str, kind: ExchangeType, source: &str, target: &str, doc: &str) -> String {
    let family = if journey(kind) { ExchangeType::Visit } else { kind };
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    for part in [family.as_str(), source, target, doc, mention] {
        for b in part.bytes().chain([0]) {
            h = (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("x{h:016x}")
}
