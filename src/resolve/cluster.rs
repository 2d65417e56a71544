//! Reports of one pair and type into exchanges: dated reports first, then vague ones, then those without a date.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::Report;
use super::features::{Features, bars, heads, journey, reach, returns, score, sets_out};
use crate::model::{DatePrecision, DateSource, ExchangeType, Status};

/// How many of the latest reports stand for the whole of an exchange in the score.
const RECENT: usize = 8;

/// An exchange in the making.
pub struct Cluster<'b, 'a> {
    pub members: Vec<Features<'b, 'a>>,
    /// First and last day of what is dated to the day; of what is not, of the reports.
    first: Date,
    last: Date,
    dated: bool,
    returned: Option<Date>,
    /// Told as setting out, arriving or returning.
    staged: bool,
    /// How many reports came within a week of its first day.
    fresh: usize,
    /// Members that differ in name or place from those before: bars are tested on these alone.
    faces: Vec<usize>,
    /// Articles with the type of their row.
    docs: FxHashSet<(&'a str, u8)>,
}

impl<'b, 'a> Cluster<'b, 'a> {
    fn new(f: Features<'b, 'a>) -> Self {
        let (first, last, dated) = (f.day(), f.last_day(), f.report.when.is_some());
        let returned = returns(&f).then_some(last);
        let docs = FxHashSet::from_iter([(f.report.doc_id, f.report.kind as u8)]);
        let staged = f.report.phase.is_some();
        Cluster { members: vec![f], first, last, dated, returned, staged, fresh: 1, faces: vec![0], docs }
    }

    fn push(&mut self, f: Features<'b, 'a>) {
        self.staged |= f.report.phase.is_some();
        if f.precise().is_some() {
            self.fresh += usize::from(self.fresh < 8 && (f.report.reported - self.first).get_days() <= 7);
            self.first = self.first.min(f.day());
            self.last = self.last.max(f.last_day());
            if returns(&f) {
                self.returned = self.returned.max(Some(f.last_day()));
            }
        }
        let known = self.faces.iter().any(|&i| {
            let m = &self.members[i];
            m.heads == f.heads && m.report.location_country == f.report.location_country && m.report.level == f.report.level
        });
        if !known {
            self.faces.push(self.members.len());
        }
        self.docs.insert((f.report.doc_id, f.report.kind as u8));
        self.members.push(f);
    }

    fn bars(&self, f: &Features<'_, '_>) -> bool {
        // The extractor has already joined what one article says of one exchange, but for days that it tells apart.
        let told = self.docs.contains(&(f.report.doc_id, f.report.kind as u8));
        let same = || f.precise().is_some() && self.named(f) && (!journey(f.report.kind) || f.report.source_head.is_some());
        told && !same() || self.faces.iter().any(|&i| bars(&self.members[i], f))
    }

    fn named(&self, f: &Features<'_, '_>) -> bool {
        self.faces.iter().any(|&i| heads(&self.members[i], f, 0) == Some(true))
    }

    fn score(&self, f: &Features<'_, '_>) -> f64 {
        let from = self.members.len().saturating_sub(RECENT);
        self.members[from..].iter().chain(self.members[..from].first()).map(|m| score(m, f)).fold(f64::MIN, f64::max)
    }

    /// Evidence of the day, where both are dated to the day; none where they cannot be one.
    fn near(&self, f: &Features<'_, '_>) -> Option<f64> {
        let (from, to) = (f.day(), f.last_day());
        let gap = (from - self.last).get_days().max((self.first - to).get_days());
        let journey = journey(f.report.kind);
        let named = self.named(f);
        if journey {
            if self.returned.is_some_and(|r| from > r && (sets_out(f) || (from - r).get_days() > 2)) {
                return None;
            }
            // Weekly visits of nobody in particular are many visits.
            if (to - self.first).get_days() > if named { 45 } else { 14 } {
                return None;
            }
        }
        if gap <= 0 {
            // Many are abroad while one is.
            return Some(if from == self.first {
                2.5
            } else if named {
                2.0
            } else {
                1.0
            });
        }
        let said = |s: DateSource| s == DateSource::Text;
        let limit = match () {
            () if journey && named && returns(f) => 30,
            () if journey => {
                if named {
                    10
                } else {
                    reach(f.report.kind)
                }
            }
            // Two days in words are two days, but for the hours between their clocks.
            () if f.report.when.is_some_and(|w| said(w.source))
                && self.members.iter().any(|m| m.report.when.is_some_and(|w| said(w.source))) =>
            {
                i32::from(named)
            }
            () => reach(f.report.kind),
        };
        (gap <= limit).then(|| 1.5 - if named { 1.5 } else { 2.0 } * f64::from(gap) / f64::from(limit.max(2)))
    }

    fn near_or_recalled(&self, f: &Features<'_, '_>) -> Option<f64> {
        let recalled = || (self.named(f) && (f.day() - self.last).get_days() > 0).then(|| self.recalled(f)).flatten();
        self.near(f).or_else(recalled)
    }

    /// Evidence of a vague date ("in May") against this exchange's days.
    fn within(&self, f: &Features<'_, '_>) -> Option<f64> {
        let w = f.report.when?;
        let own = self.members[0].report.when;
        let coarse = self.members.iter().filter_map(|m| m.report.when).map(|x| x.precision).min()?;
        match w.precision {
            DatePrecision::Week => ((self.first - w.start).get_days().abs() <= 8).then_some(1.0),
            DatePrecision::Month => ((self.first.year(), self.first.month()) == (w.start.year(), w.start.month())).then_some(1.0),
            // A year alone says too little without a name, and joins no other vague date.
            _ => (self.named(f)
                && self.first.year() == w.start.year()
                && (coarse <= DatePrecision::Week || own.is_some_and(|x| x.precision == w.precision)))
            .then_some(0.5),
        }
    }

    /// Evidence of a report without a date against this exchange's days.
    fn recalled(&self, f: &Features<'_, '_>) -> Option<f64> {
        let after = (f.report.reported - self.first).get_days();
        let since = (f.report.reported - self.last).get_days();
        let open = matches!(f.report.status, Status::Planned | Status::Cancelled | Status::Proposed);
        match f.report.status {
            _ if open && self.dated => (after >= -62 && since <= 3).then(|| 0.8 - f64::from(after.abs()) / 62.0),
            _ if open => (after.abs() <= 31).then(|| 0.8 - f64::from(after.abs()) / 31.0),
            Status::Ongoing if since <= 8 => (after >= -2).then_some(1.0),
            // "The recent visit", "his historic visit": the latest of that person, for as long as it is spoken of.
            // Of two that fit alike the one that was news in its days, above all in its stages.
            _ if after >= -7 && self.named(f) && self.dated => {
                let fame = 0.4 * (1.0 + self.fresh as f64).ln() + if self.staged { 0.6 } else { 0.0 };
                // A return is news of its day, a memory is not.
                let limit = match f.report.when {
                    Some(_) => 45,
                    // Talks and journeys are remembered; of letters and papers there are many.
                    None if f.report.phase.is_some() || !(journey(f.report.kind) || f.report.kind == ExchangeType::Meeting) => 30,
                    None => 300,
                };
                (since <= limit).then(|| 0.8 + fame - f64::from(since.max(0)) / 100.0)
            }
            _ if after >= -1 => (since <= 31).then(|| 0.8 - f64::from(since.max(0)) / 31.0),
            _ => None,
        }
    }
}

/// A journey whose day is only the article's, told neither as setting out nor as arriving or returning.
fn weakly_dated(f: &Features<'_, '_>) -> bool {
    journey(f.report.kind)
        && f.report.phase.is_none()
        && matches!(f.report.status, Status::Occurred | Status::Ongoing)
        && f.report.when.is_some_and(|w| w.source != DateSource::Text)
}

/// Gives a report to the exchange it fits best, or makes it a new one.
fn give<'b, 'a>(
    clusters: &mut Vec<Cluster<'b, 'a>>,
    among: impl Iterator<Item = usize>,
    mut f: Features<'b, 'a>,
    dates: fn(&Cluster<'b, 'a>, &Features<'b, 'a>) -> Option<f64>,
) {
    let mut best: Option<(f64, usize)> = None;
    for i in among {
        let c = &clusters[i];
        let Some(d) = dates(c, &f) else { continue };
        if c.bars(&f) {
            continue;
        }
        let s = d + c.score(&f);
        // Of equals the later.
        if s > 0.0 && best.is_none_or(|b| s >= b.0) {
            best = Some((s, i));
        }
    }
    match best {
        Some((_, i)) => {
            f.echo = f.precise().is_some() && clusters[i].near(&f).is_none();
            clusters[i].push(f);
        }
        None => clusters.push(Cluster::new(f)),
    }
}

/// Clusters the reports of a block. The result depends on what they say, not on their order.
pub fn cluster<'b, 'a>(members: &[&'b Report<'a>]) -> Vec<Vec<Features<'b, 'a>>> {
    let mut all: Vec<Features<'b, 'a>> = members.iter().map(|r| Features::new(r)).collect();
    all.sort_by(|x, y| {
        let key = |f: &Features<'b, 'a>| (f.day(), f.report.reported, f.report.doc_id, f.report.mention_id);
        key(x).cmp(&key(y))
    });
    let (precise, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|f| f.precise().is_some());
    // "During his visit": told as under way, with no day but the article's own.
    let (weak, precise): (Vec<_>, Vec<_>) = precise.into_iter().partition(weakly_dated);
    let (vague, undated): (Vec<_>, Vec<_>) = rest.into_iter().partition(|f| f.report.when.is_some());
    let mut clusters: Vec<Cluster<'b, 'a>> = Vec::new();
    let mut open = 0;
    for f in precise {
        while open < clusters.len() && (f.day() - clusters[open].last).get_days() > 31 {
            open += 1;
        }
        let to = clusters.len();
        give(&mut clusters, open..to, f, Cluster::near);
    }
    // Exchanges begin in the order of their days; those made of vague reports stand behind them.
    clusters.sort_by_key(|c| c.first);
    for (group, back, ahead) in [(weak, 400, 31), (vague, 366, 366), (undated, 500, 62)] {
        let sorted = clusters.len();
        for f in group {
            let day = f.day();
            let near = |c: &Cluster<'_, '_>| (day - c.first).get_days();
            let lo = clusters[..sorted].partition_point(|c| near(c) > back);
            let hi = clusters[..sorted].partition_point(|c| near(c) >= -ahead);
            let mut made = clusters.len();
            while made > sorted && near(&clusters[made - 1]) <= back {
                made -= 1;
            }
            // The best among both stretches: the dated first, then what this pass has made.
            let dates = match f.report.when {
                Some(w) if w.precision == DatePrecision::Day => Cluster::near_or_recalled,
                Some(_) => Cluster::within,
                None => Cluster::recalled,
            };
            let all = (lo..hi.max(lo)).chain(made..clusters.len());
            give(&mut clusters, all, f, dates);
        }
        clusters.sort_by(|a, b| a.first.cmp(&b.first).then_with(|| a.members[0].report.mention_id.cmp(b.members[0].report.mention_id)));
    }
    clusters.into_iter().map(|c| c.members).collect()
}
