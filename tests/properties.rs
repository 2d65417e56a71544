//! What holds for any input: proptest over the measures.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use visavis::measure::change::{Cost, pelt};
use visavis::measure::rolling;
use visavis::measure::stats::{chao1, chapman, entropy, rate_test};

fn days(max: usize) -> impl Strategy<Value = Vec<Date>> {
    prop::collection::vec(0i64..2000, 0..max).prop_map(|v| v.into_iter().map(|n| date(2015, 1, 1).checked_add(n.days()).unwrap()).collect())
}

proptest! {
    /// A rolling count is what counting each window by hand gives, and a record is above all windows before it.
    #[test]
    fn rolling_counts_are_counts(dates in days(60), width in 1i32..400) {
        let rows = rolling(&dates, format!("{width}d").parse().unwrap(), None);
        let mut highest = 0;
        for r in &rows {
            let by_hand = dates.iter().filter(|d| (r.date - **d).get_days() < width && **d <= r.date).count();
            prop_assert_eq!(r.count as usize, by_hand);
            prop_assert_eq!(r.previous_record, highest);
            prop_assert_eq!(r.is_record, r.count > highest);
            highest = highest.max(r.count);
        }
    }

    /// The order of the exchanges changes nothing.
    #[test]
    fn rolling_knows_no_order(mut dates in days(40), width in 1i32..400) {
        let window = format!("{width}d").parse().unwrap();
        let counts = |d: &[Date]| rolling(d, window, None).iter().map(|r| (r.date, r.count)).collect::<Vec<_>>();
        let before = counts(&dates);
        dates.reverse();
        prop_assert_eq!(before, counts(&dates));
    }

    /// The interval holds the ratio, probabilities lie in the unit interval, and the mid-p is no larger than the exact.
    #[test]
    fn rates_are_in_order(k1 in 0u64..200, k0 in 1u64..200, t1 in 0.1f64..50.0, t0 in 0.1f64..50.0) {
        let t = rate_test(k1, t1, k0, t0, 0.95).unwrap();
        prop_assert!(t.low <= t.ratio + 1e-9 && t.ratio <= t.high + 1e-9, "{t:?}");
        for p in [t.p_greater, t.p_greater_mid, t.p_two_sided] {
            prop_assert!((-1e-9..=1.0 + 1e-9).contains(&p), "{t:?}");
        }
        prop_assert!(t.p_greater_mid <= t.p_greater + 1e-12);
    }

    /// No estimate of what exists is below what was seen.
    #[test]
    fn unseen_is_not_negative(counts in prop::collection::vec(1u64..30, 1..60), a in 1u64..200, b in 1u64..200) {
        let r = chao1(&counts, 0.95).unwrap();
        prop_assert!(r.estimate + 1e-9 >= r.observed as f64 && r.low <= r.high);
        let both = a.min(b) / 2;
        let c = chapman(a, b, both, 0.95).unwrap();
        prop_assert!(c.estimate + 1.0 >= (a + b - both) as f64 * 0.99);
    }

    /// Evenness is highest where all are as many.
    #[test]
    fn entropy_is_bounded(counts in prop::collection::vec(0u64..50, 1..12)) {
        let n = counts.iter().filter(|c| **c > 0).count().max(1) as f64;
        let h = entropy(&counts);
        prop_assert!(h >= -1e-12 && h <= n.ln().max(n.log2()) + 1e-9);
    }

    /// Stretches end in order, are long enough, and the last ends with the series.
    #[test]
    fn stretches_cover_the_series(series in prop::collection::vec(0.0f64..30.0, 4..60), penalty in 0.5f64..40.0, min in 1usize..4) {
        for cost in [Cost::Poisson, Cost::Squared] {
            let ends = pelt(&series, cost, penalty, min);
            prop_assert_eq!(ends.last().copied(), Some(series.len()));
            let mut from = 0;
            for e in ends {
                prop_assert!(e - from >= min);
                from = e;
            }
        }
    }
}
