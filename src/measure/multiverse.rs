//! One claim under every reasonable definition of what counts.

use super::Every;
use crate::measure::Unit;
use jiff::civil::Date;

/// An exchange, as far as a definition may look at it.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    pub day: Date,
    /// Bit of its type.
    pub kind: u16,
    /// Rank of its level; 255 where it has none.
    pub level: u8,
    /// Bit of its status.
    pub status: u8,
    /// 0 from the first country, 1 from the second, 2 without direction.
    pub direction: u8,
    pub inferred: bool,
    pub confidence: f32,
    /// Reports that tell of it.
    pub reports: u32,
}

/// One definition.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub kinds: u16,
    /// Ranks up to this one count; 255 takes all.
    pub lowest_level: u8,
    pub statuses: u8,
    /// 0, 1: only that direction; 2: all.
    pub direction: u8,
    pub window: Every,
    /// Calendar periods instead of rolling windows.
    pub calendar: bool,
    /// Reports instead of exchanges.
    pub raw: bool,
    pub inferred: bool,
    /// Counts per article of the corpus.
    pub adjusted: bool,
    pub min_confidence: f32,
}

/// What a definition says of the window that ends on the day asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Count, or rate per 1,000 articles where adjusted.
    pub value: f64,
    /// The highest of the windows that ended before this one began.
    pub previous: f64,
    pub previous_date: Option<Date>,
    pub holds: bool,
    pub ties: bool,
    /// Earlier windows that it was compared with.
    pub rivals: u32,
}

/// Articles of the corpus by day, cumulated; for exposure.
#[derive(Clone, Debug, Default)]
pub struct Exposure {
    days: Vec<Date>,
    sums: Vec<u64>,
}

impl Exposure {
    /// From days and their articles, in any order.
    pub fn new(mut rows: Vec<(Date, u64)>) -> Exposure {
        rows.sort_unstable();
        let mut sum = 0;
        let (days, sums) = rows
            .into_iter()
            .map(|(d, n)| {
                sum += n;
                (d, sum)
            })
            .unzip();
        Exposure { days, sums }
    }

    /// Articles from `a` to `b`, both counted.
    fn between(&self, a: Date, b: Date) -> u64 {
        let upto = |d: Date, inclusive: bool| {
            let i = self.days.partition_point(|x| if inclusive { *x <= d } else { *x < d });
            if i == 0 { 0 } else { self.sums[i - 1] }
        };
        upto(b, true).saturating_sub(upto(a, false))
    }
}

impl Spec {
    fn takes(&self, e: &Event) -> bool {
        self.kinds & e.kind != 0
            && self.statuses & e.status != 0
            && (self.lowest_level == 255 || e.level <= self.lowest_level)
            && (self.direction == 2 || e.direction == self.direction)
            && (self.inferred || !e.inferred)
            && e.confidence >= self.min_confidence
    }
}

/// Is the window that ends on `as_of` a record? `events` are sorted by day.
///
/// Rolling windows are compared with all windows of that length that ended before this one began, on days with an event;
/// calendar periods with all earlier periods since the first event, the current one up to `as_of`.
pub fn evaluate(events: &[Event], exposure: &Exposure, spec: &Spec, as_of: Date) -> Outcome {
    let start = if spec.calendar { spec.window.floor(as_of) } else { spec.window.window_start(as_of) };
    let weight = |e: &Event| if spec.raw { f64::from(e.reports) } else { 1.0 };
    let rate = |sum: f64, a: Date, b: Date| -> Option<f64> {
        if !spec.adjusted {
            return Some(sum);
        }
        let n = exposure.between(a, b);
        (n > 0).then(|| 1000.0 * sum / n as f64)
    };
    let own: f64 = events.iter().filter(|e| e.day >= start && e.day <= as_of && spec.takes(e)).map(weight).sum();
    let value = rate(own, start, as_of).unwrap_or(0.0);
    let past: Vec<&Event> = events.iter().filter(|e| e.day < start && spec.takes(e)).collect();
    let mut previous = 0.0;
    let mut previous_date = None;
    let mut rivals = 0;
    let mut consider = |v: Option<f64>, day: Date| {
        if let Some(v) = v {
            rivals += 1;
            if v > previous {
                previous = v;
                previous_date = Some(day);
            }
        }
    };
    if spec.calendar {
        let mut i = 0;
        let mut period = past.first().map(|e| spec.window.floor(e.day));
        while let Some(p) = period.filter(|p| *p < start) {
            let next = spec.window.next(p);
            let mut sum = 0.0;
            while i < past.len() && past[i].day < next {
                sum += weight(past[i]);
                i += 1;
            }
            consider(rate(sum, p, next.yesterday().unwrap_or(p)), p);
            period = (next > p).then_some(next);
        }
    } else {
        let (mut lo, mut sum, mut i) = (0, 0.0, 0);
        while i < past.len() {
            let day = past[i].day;
            while i < past.len() && past[i].day == day {
                sum += weight(past[i]);
                i += 1;
            }
            let from = spec.window.window_start(day);
            while past[lo].day < from {
                sum -= weight(past[lo]);
                lo += 1;
            }
            consider(rate(sum, from, day), day);
        }
    }
    Outcome { value, previous, previous_date, holds: value > previous, ties: value == previous && value > 0.0, rivals }
}

/// A window's length in days, roughly: for exposure and plots.
pub fn days_of(window: Every) -> i32 {
    window.n
        * match window.unit {
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 30,
            Unit::Year => 365,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_disagree() {
        let e = |day: &str, direction: u8, level: u8| Event {
            day: day.parse().unwrap(),
            kind: 1,
            level,
            status: 1,
            direction,
            inferred: false,
            confidence: 0.9,
            reports: 2,
        };
        let events = [e("2019-04-01", 1, 0), e("2019-05-01", 1, 3), e("2020-01-05", 1, 3), e("2021-03-01", 0, 0), e("2021-04-01", 0, 3)];
        let spec = Spec {
            kinds: 1,
            lowest_level: 255,
            statuses: 1,
            direction: 2,
            window: "1y".parse().unwrap(),
            calendar: false,
            raw: false,
            inferred: false,
            adjusted: false,
            min_confidence: 0.0,
        };
        let day = "2021-06-30".parse().unwrap();
        let none = Exposure::default();
        let all = evaluate(&events, &none, &spec, day);
        assert_eq!((all.value, all.previous, all.holds, all.ties), (2.0, 3.0, false, false));
        let out = evaluate(&events, &none, &Spec { direction: 0, ..spec }, day);
        assert!(out.holds);
        let calendar = evaluate(&events, &none, &Spec { calendar: true, ..spec }, day);
        assert_eq!((calendar.value, calendar.previous, calendar.holds, calendar.ties), (2.0, 2.0, false, true));
        let exposure = Exposure::new(vec![("2019-06-01".parse().unwrap(), 900), ("2021-06-01".parse().unwrap(), 100)]);
        let adjusted = evaluate(&events, &exposure, &Spec { adjusted: true, calendar: true, ..spec }, day);
        assert!(adjusted.holds, "{adjusted:?}");
    }
}
