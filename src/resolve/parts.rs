//! Talks, signings and messages inside the visit in which they took place.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Exchange;
use super::features::{same_person, words};
use crate::model::{DatePrecision, ExchangeType, Status};

/// Sets `part_of` where a visit of the pair covers the day and nothing speaks against it.
pub fn link(all: &mut [Exchange<'_>]) {
    let mut visits: FxHashMap<(&str, &str), Vec<(Date, Date, usize)>> = FxHashMap::default();
    let mut reach: FxHashMap<(&str, &str), i32> = FxHashMap::default();
    for (i, x) in all.iter().enumerate() {
        if x.kind != ExchangeType::Visit || x.status == Status::Cancelled {
            continue;
        }
        let Some(w) = x.when.filter(|w| w.precision == DatePrecision::Day) else { continue };
        let key = (x.source.min(x.target), x.source.max(x.target));
        let end = w.end.unwrap_or(w.start);
        visits.entry(key).or_default().push((w.start, end, i));
        let longest = reach.entry(key).or_insert(0);
        *longest = (*longest).max((end - w.start).get_days());
    }
    for v in visits.values_mut() {
        v.sort_unstable_by_key(|(start, _, i)| (*start, *i));
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (i, x) in all.iter().enumerate() {
        if !matches!(x.kind, ExchangeType::Meeting | ExchangeType::Agreement | ExchangeType::Message | ExchangeType::Transfer) {
            continue;
        }
        let Some(w) = x.when.filter(|w| w.precision == DatePrecision::Day) else { continue };
        let key = (x.source.min(x.target), x.source.max(x.target));
        let Some(list) = visits.get(&key) else { continue };
        let from = list.partition_point(|v| (w.start - v.0).get_days() > reach[&key] + 1);
        let best = list[from..]
            .iter()
            .take_while(|v| v.0 <= w.start || (v.0 - w.start).get_days() <= 1)
            .filter(|v| (w.start - v.1).get_days() <= 1)
            .filter_map(|v| Some((fits(x, &all[v.2])?, v.2)))
            .max_by_key(|(s, j)| (*s, std::cmp::Reverse(*j)));
        if let Some((_, j)) = best {
            found.push((i, j));
        }
    }
    for (i, j) in found {
        all[i].part_of = Some(all[j].id.clone());
    }
}

/// How well talks fit a visit; none where they contradict.
fn fits(x: &Exchange<'_>, visit: &Exchange<'_>) -> Option<u32> {
    if x.location_country.is_some_and(|c| c != visit.target) {
        return None;
    }
    let guest = if x.source == visit.source { x.source_head } else { x.target_head };
    let shared = x.docs.iter().any(|d| visit.docs.binary_search(d).is_ok());
    match (guest, visit.source_head) {
        (Some(a), Some(b)) => {
            if same_person(&words(a), &words(b)) {
                Some(4 + u32::from(shared))
            } else {
                // Ministers of a leader's suite meet their own: told in one article.
                shared.then_some(1)
            }
        }
        // A message or gift needs a hand that brought it, told in the same article.
        _ if matches!(x.kind, ExchangeType::Message | ExchangeType::Transfer) => shared.then_some(2),
        _ => shared.then_some(3).or((x.level == visit.level).then_some(0)),
    }
}
