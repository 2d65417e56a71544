//! Where a series of counts changes its level: PELT (Killick, Fearnhead and Eckley 2012), exact under a penalty.

/// What a stretch costs around its own mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Squared distance, as for a normal series of one variance.
    Squared,
    /// Twice the negative log-likelihood of a Poisson series.
    Poisson,
}

/// Ends of the stretches (exclusive), the last one the length of the series: what minimises the sum of the stretches'
/// costs plus `penalty` for each change. No stretch is shorter than `min_size`.
pub fn pelt(series: &[f64], cost: Cost, penalty: f64, min_size: usize) -> Vec<usize> {
    let n = series.len();
    let min_size = min_size.max(1);
    if n < 2 * min_size {
        return if n == 0 { Vec::new() } else { vec![n] };
    }
    let mut sum = vec![0.0; n + 1];
    let mut squares = vec![0.0; n + 1];
    for (i, x) in series.iter().enumerate() {
        sum[i + 1] = sum[i] + x;
        squares[i + 1] = squares[i] + x * x;
    }
    let stretch = |a: usize, b: usize| -> f64 {
        let (len, s) = ((b - a) as f64, sum[b] - sum[a]);
        match cost {
            Cost::Squared => squares[b] - squares[a] - s * s / len,
            Cost::Poisson if s <= 0.0 => 0.0,
            Cost::Poisson => 2.0 * (s - s * (s / len).ln()),
        }
    };
    let mut best = vec![f64::INFINITY; n + 1];
    let mut last = vec![0; n + 1];
    best[0] = -penalty;
    // Starts, and from when on they cannot win any more.
    let mut candidates = vec![(0usize, usize::MAX)];
    for end in min_size..=n {
        let value = |a: usize| best[a] + stretch(a, end) + penalty;
        candidates.retain(|(_, dead)| *dead > end);
        let choice = candidates.iter().map(|x| x.0).filter(|a| end - a >= min_size).min_by(|a, b| value(*a).total_cmp(&value(*b)));
        let Some(a) = choice else { continue };
        let bound = value(a);
        best[end] = bound;
        last[end] = a;
        // A start that is already worse without the price of a change loses to `end` once a stretch from there may end.
        for (a, dead) in &mut candidates {
            if *dead == usize::MAX && end - *a >= min_size && best[*a] + stretch(*a, end) > bound + 1e-12 {
                *dead = end + min_size;
            }
        }
        if end + 1 >= min_size {
            let start = end + 1 - min_size;
            if start > 0 && best[start].is_finite() {
                candidates.push((start, usize::MAX));
            }
        }
    }
    let mut ends = vec![n];
    while let Some(&end) = ends.last() {
        let a = last[end];
        if a == 0 {
            break;
        }
        ends.push(a);
    }
    ends.reverse();
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brute(series: &[f64], cost: Cost, penalty: f64, min: usize) -> f64 {
        let n = series.len();
        let stretch = |a: usize, b: usize| {
            let s: f64 = series[a..b].iter().sum();
            let len = (b - a) as f64;
            match cost {
                Cost::Squared => series[a..b].iter().map(|x| (x - s / len).powi(2)).sum(),
                Cost::Poisson if s <= 0.0 => 0.0,
                Cost::Poisson => 2.0 * (s - s * (s / len).ln()),
            }
        };
        let mut best = vec![f64::INFINITY; n + 1];
        best[0] = -penalty;
        for end in min..=n {
            for a in 0..=end - min {
                if best[a].is_finite() {
                    best[end] = best[end].min(best[a] + stretch(a, end) + penalty);
                }
            }
        }
        best[n]
    }

    #[test]
    fn as_good_as_trying_everything() {
        let mut rng = fastrand::Rng::with_seed(3);
        for _ in 0..200 {
            let n = rng.usize(2..30);
            let series: Vec<f64> = (0..n).map(|i| f64::from(rng.u32(0..3) + if i > n / 2 { 4 } else { 0 })).collect();
            let min = rng.usize(1..4);
            let penalty = rng.f64() * 10.0;
            for cost in [Cost::Squared, Cost::Poisson] {
                if n >= 2 * min {
                    let ends = pelt(&series, cost, penalty, min);
                    let mut a = 0;
                    let mut total = -penalty;
                    for &b in &ends {
                        // One stretch alone costs its own.
                        total += brute(&series[a..b], cost, 0.0, b - a) + penalty;
                        assert!(b - a >= min);
                        a = b;
                    }
                    let best = brute(&series, cost, penalty, min);
                    assert!((total - best).abs() < 1e-9, "{series:?} {ends:?} {total} {best}");
                }
            }
        }
    }

    #[test]
    fn a_step_is_found() {
        let series: Vec<f64> = std::iter::repeat_n(1.0, 20).chain(std::iter::repeat_n(6.0, 10)).collect();
        assert_eq!(pelt(&series, Cost::Poisson, 4.0, 2), [20, 30]);
        assert_eq!(pelt(&series, Cost::Squared, 4.0, 2), [20, 30]);
        assert_eq!(pelt(&[], Cost::Squared, 1.0, 1), [] as [usize; 0]);
    }
}
