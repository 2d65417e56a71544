//! The pair over time: periods, rolling windows, records. Plain slices; the frames are made elsewhere.

pub mod change;
pub mod multiverse;
pub mod stats;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// A length of calendar time: "1y", "6mo", "1q", "2w", "30d".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Every {
    pub n: i32,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// What is wrong with a period.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no period; write a number and d, w, mo, q or y, as in \"1y\", \"6mo\" or \"1q\"")]
pub struct PeriodError(String);

impl std::str::FromStr for Every {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let bad = || PeriodError(text.to_string());
        let split = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(bad)?;
        let n: i32 = text[..split].parse().map_err(|_| bad())?;
        let (n, unit) = match &text[split..] {
            "d" => (Some(n), Unit::Day),
            "w" => (Some(n), Unit::Week),
            "mo" => (Some(n), Unit::Month),
            "q" => (n.checked_mul(3), Unit::Month),
            "y" => (Some(n), Unit::Year),
            _ => return Err(bad()),
        };
        n.filter(|n| (1..=1_000_000).contains(n)).map(|n| Every { n, unit }).ok_or_else(bad)
    }
}

impl Every {
    fn span(self, times: i32) -> Span {
        let n = i64::from(self.n) * i64::from(times);
        match self.unit {
            Unit::Day => n.days(),
            Unit::Week => n.weeks(),
            Unit::Month => n.months(),
            Unit::Year => n.years(),
        }
    }

    /// First day of the period that holds `d`; periods are counted from 1 January 2000 (weeks from Monday 3 January).
    pub fn floor(self, d: Date) -> Date {
        match self.unit {
            Unit::Year => {
                let y = 2000 + (i32::from(d.year()) - 2000).div_euclid(self.n) * self.n;
                Date::constant(y as i16, 1, 1)
            }
            Unit::Month => {
                let m = (i32::from(d.year()) - 2000) * 12 + i32::from(d.month()) - 1;
                let m = m.div_euclid(self.n) * self.n;
                Date::constant((2000 + m.div_euclid(12)) as i16, (m.rem_euclid(12) + 1) as i8, 1)
            }
            Unit::Week | Unit::Day => {
                let len = if self.unit == Unit::Week { self.n * 7 } else { self.n };
                let origin = if self.unit == Unit::Week { Date::constant(2000, 1, 3) } else { Date::constant(2000, 1, 1) };
                let days = (d - origin).get_days().div_euclid(len) * len;
                origin.saturating_add(i64::from(days).days())
            }
        }
    }

    /// First day of the next period.
    pub fn next(self, start: Date) -> Date {
        start.saturating_add(self.span(1))
    }

    /// First day of the window of this length that ends on `d`, both days counted.
    pub fn window_start(self, d: Date) -> Date {
        d.saturating_sub(self.span(1)).saturating_add(1.days())
    }
}

/// A rolling count on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rolling {
    pub date: Date,
    /// Exchanges in the window that ends on `date`.
    pub count: u32,
    /// The highest count of any earlier window.
    pub previous_record: u32,
    /// The day on which that record was first reached.
    pub previous_record_date: Option<Date>,
    /// Higher than every earlier window.
    pub is_record: bool,
    /// Equal to the highest earlier window.
    pub ties_record: bool,
}

/// Rolling counts on every day on which something happened, and on `as_of`.
///
/// A window counts as earlier where it ends earlier, so that windows overlap; a record is strict, ties
/// are marked. Windows that begin before `first` (where the data begin) are shorter than they should be
/// and set no record that a later full window could not break: they are counted all the same.
pub fn rolling(dates: &[Date], window: Every, as_of: Option<Date>) -> Vec<Rolling> {
    let mut dates: Vec<Date> = dates.iter().copied().filter(|d| as_of.is_none_or(|a| *d <= a)).collect();
    dates.sort_unstable();
    let mut days = dates.clone();
    days.extend(as_of);
    days.sort_unstable();
    days.dedup();
    let (mut lo, mut hi) = (0, 0);
    let (mut record, mut record_date) = (0, None);
    days.into_iter()
        .map(|d| {
            while hi < dates.len() && dates[hi] <= d {
                hi += 1;
            }
            let start = window.window_start(d);
            while lo < hi && dates[lo] < start {
                lo += 1;
            }
            let count = (hi - lo) as u32;
            let row = Rolling {
                date: d,
                count,
                previous_record: record,
                previous_record_date: record_date,
                is_record: count > record,
                ties_record: count == record && count > 0,
            };
            if count > record {
                record = count;
                record_date = Some(d);
            }
            row
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(s: &str) -> Date {
        s.parse().unwrap()
    }

    #[test]
    fn periods() {
        let e = |s: &str| s.parse::<Every>().unwrap();
        assert_eq!(e("1y").floor(d("2024-07-08")), d("2024-01-01"));
        assert_eq!(e("1q").floor(d("2024-08-08")), d("2024-07-01"));
        assert_eq!(e("1w").floor(d("2024-07-10")), d("2024-07-08"));
        assert_eq!(e("1mo").floor(d("1999-12-31")), d("1999-12-01"));
        assert_eq!(e("1y").window_start(d("2024-07-08")), d("2023-07-09"));
        for bad in ["", "y", "0y", "1x", "-1y", "99999999999y"] {
            assert!(bad.parse::<Every>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_record_is_strict() {
        let dates = ["2020-01-01", "2020-02-01", "2021-06-01", "2021-07-01", "2021-08-01"].map(d);
        let r = rolling(&dates, "1y".parse().unwrap(), Some(d("2021-12-31")));
        let got: Vec<_> = r.iter().map(|x| (x.count, x.is_record, x.ties_record)).collect();
        assert_eq!(got, [(1, true, false), (2, true, false), (1, false, false), (2, false, true), (3, true, false), (3, false, true)]);
        assert_eq!(r[4].previous_record_date, Some(d("2020-02-01")));
    }
}
