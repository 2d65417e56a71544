//! Many reports, one exchange.
//!
//! Reports are blocked by pair and type (a visit and a delegation are one family), put in the order of
//! their days, and each is given to the exchange that it fits best: nothing may contradict
//! ([`features::bars`]) and the evidence for one event must outweigh the evidence against
//! ([`features::score`], a sum of log odds as in Fellegi and Sunter 1969). An exchange is known by the
//! whole of its reports, so that a year of weekly visits does not chain into one.
//!
//! | step | file |
//! |---|---|
//! | names, words, dates compared | `features.rs` |
//! | reports into exchanges | `cluster.rs` |
//! | one value of each field, what disagrees, copies | `consensus.rs` |
//! | talks inside their visit | `parts.rs` |
//! | articles that print another's text | `copies.rs` |

mod cluster;
mod consensus;
pub mod copies;
mod features;
mod parts;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::model::{ExchangeType, Level, Sector, Status, When};

/// Where in a journey a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Depart,
    Arrive,
    Return,
}

/// A mention with what resolution needs to know of its article.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    pub mention_id: &'a str,
    pub doc_id: &'a str,
    pub publisher: Option<&'a str>,
    pub reported: Date,
    pub kind: ExchangeType,
    pub source: &'a str,
    pub target: &'a str,
    pub when: Option<When>,
    pub phase: Option<Phase>,
    pub location_country: Option<&'a str>,
    pub location_name: Option<&'a str>,
    pub source_head: Option<&'a str>,
    pub target_head: Option<&'a str>,
    pub source_office: Option<&'a str>,
    pub target_office: Option<&'a str>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    pub status: Status,
    pub evidence: Option<&'a str>,
    pub confidence: f64,
}

/// An exchange in the world.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange<'a> {
    pub id: String,
    pub kind: ExchangeType,
    pub source: &'a str,
    pub target: &'a str,
    pub when: Option<When>,
    pub location_country: Option<&'a str>,
    pub location_name: Option<&'a str>,
    pub source_head: Option<&'a str>,
    pub target_head: Option<&'a str>,
    pub source_office: Option<&'a str>,
    pub target_office: Option<&'a str>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    pub status: Status,
    pub confidence: f64,
    pub first_reported: Date,
    pub last_reported: Date,
    pub n_mentions: u32,
    pub n_articles: u32,
    pub n_sources: u32,
    pub mention_ids: Vec<&'a str>,
    /// Values that lost: "level: minister (3), director (1)".
    pub disagreements: Vec<String>,
    /// The visit in which it took place.
    pub part_of: Option<String>,
    docs: Vec<&'a str>,
}

/// "PRK-RUS": the two countries in alphabetical order.
pub fn pair(a: &str, b: &str) -> String {
    if a <= b { format!("{a}-{b}") } else { format!("{b}-{a}") }
}

/// Resolves reports into exchanges, in the order of their dates. The result does not depend on the
/// order of the reports.
pub fn resolve<'a>(reports: &[Report<'a>]) -> Vec<Exchange<'a>> {
    type Block<'b, 'a> = (u8, &'b str, &'b str, Vec<&'b Report<'a>>);
    let mut at: FxHashMap<(u8, &str, &str), usize> = FxHashMap::default();
    let mut blocks: Vec<Block<'_, 'a>> = Vec::new();
    for r in reports {
        let (mut a, mut b) = (r.source, r.target);
        if !r.kind.directed() && a > b {
            std::mem::swap(&mut a, &mut b);
        }
        let key = (features::family(r.kind), a, b);
        let i = *at.entry(key).or_insert_with(|| {
            blocks.push((key.0, a, b, Vec::new()));
            blocks.len() - 1
        });
        blocks[i].3.push(r);
    }
    blocks.sort_by_key(|b| (b.0, b.1, b.2));
    let mut out: Vec<Exchange<'a>> = blocks
        .into_par_iter()
        .flat_map_iter(|(.., members)| {
            let clusters = cluster::cluster(&members);
            clusters.into_iter().map(|c| consensus::consensus(c)).collect::<Vec<_>>()
        })
        .collect();
    parts::link(&mut out);
    out.par_sort_by(|a, b| (a.day(), &a.id).cmp(&(b.day(), &b.id)));
    out
}

impl Exchange<'_> {
    fn day(&self) -> Date {
        self.when.map_or(self.first_reported, |w| w.start)
    }
}

#[cfg(test)]
mod tests;
