//! Articles that print another's text: wire copy, cut or lightly edited.
//!
//! Texts become sets of five-word shingles. A one-permutation MinHash sketch (Li, Owen and Zhang 2012) in bands finds candidates
//! without comparing all with all; the sets themselves decide.

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

use super::features::shared;

const WORDS: usize = 5;
const BINS: usize = 64;
/// How much of two texts is shared in one that was edited, and how much of the shorter in one that was cut.
const SHARED: f64 = 0.6;
const WITHIN: f64 = 0.85;
const DAYS: i32 = 7;

/// Hashes of the shingles, sorted. A text of fewer words than a shingle is one.
fn shingles(text: &str) -> Vec<u64> {
    let words: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| {
            let mut h = FxHasher::default();
            w.chars().flat_map(char::to_lowercase).for_each(|c| h.write_u32(c as u32));
            h.finish()
        })
        .collect();
    let hash = |ws: &[u64]| {
        let mut h = FxHasher::default();
        ws.iter().for_each(|w| h.write_u64(*w));
        // The low bits of this hash are poor; the sketch needs good ones.
        let x = h.finish();
        (x ^ (x >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (x >> 17)
    };
    let mut out: Vec<u64> = if words.len() < WORDS { vec![hash(&words)] } else { words.windows(WORDS).map(hash).collect() };
    out.sort_unstable();
    out.dedup();
    out
}

fn copies(a: &[u64], b: &[u64]) -> bool {
    let both = shared(a, b);
    let (short, all) = (a.len().min(b.len()), a.len() + b.len() - both);
    both as f64 >= SHARED * all as f64 || short > 15 && both as f64 >= WITHIN * short as f64
}

/// For each article the earliest one whose text it prints, if any. Articles come with a text and a date; ties go by place.
pub fn copy_of(articles: &[(&str, Date)]) -> Vec<Option<usize>> {
    let sets: Vec<Vec<u64>> = articles.par_iter().map(|a| shingles(a.0)).collect();
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|&i| (articles[i].1, i));
    // Bands of two bins: (band, both minima) to the articles with it, the latest last.
    let mut bands: FxHashMap<(usize, u64, u64), Vec<usize>> = FxHashMap::default();
    let mut out: Vec<Option<usize>> = vec![None; articles.len()];
    for i in order {
        let set = &sets[i];
        if articles[i].0.trim().is_empty() {
            continue;
        }
        let mut least = [u64::MAX; BINS];
        for &h in set {
            let bin = (h >> 58) as usize;
            least[bin] = least[bin].min(h);
        }
        let mut found: Option<usize> = None;
        for band in 0..BINS / 2 {
            let key = (band, least[2 * band], least[2 * band + 1]);
            if key.1 == u64::MAX && key.2 == u64::MAX {
                continue;
            }
            let met = bands.entry(key).or_default();
            // Originals alone stand in the bands; those of an earlier week are dropped.
            while met.first().is_some_and(|&j| (articles[i].1 - articles[j].1).get_days() > DAYS) {
                met.remove(0);
            }
            if found.is_none() {
                found = met.iter().copied().find(|&j| copies(set, &sets[j]));
            }
        }
        match found {
            Some(j) => out[i] = Some(j),
            None => {
                for band in 0..BINS / 2 {
                    let key = (band, least[2 * band], least[2 * band + 1]);
                    if key.1 != u64::MAX || key.2 != u64::MAX {
                        bands.entry(key).or_default().push(i);
                    }
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_and_edited_copies_are_found_and_others_are_not() {
        let wire = "The foreign minister of Iceland arrived in Lima on Monday for two days of talks on fishing quotas, the first such visit since \
                    relations were restored. She is to meet her counterpart and the president before she leaves for Quito on Wednesday evening.";
        let cut = "The foreign minister of Iceland arrived in Lima on Monday for two days of talks on fishing quotas, the first such visit since \
                   relations were restored.";
        let edited = wire.replace("Monday", "Monday morning");
        let other = "The foreign minister of Iceland spoke in Lima of fish. He will meet nobody, his office said, and returns home by way of Madrid.";
        let day = |d| jiff::civil::date(2024, 3, d);
        let found =
            copy_of(&[(wire, day(4)), (cut, day(5)), (&edited, day(4)), (other, day(5)), (wire, day(20)), ("", day(4)), ("", day(4))]);
        assert_eq!(found, [None, Some(0), Some(0), None, None, None, None]);
    }
}
