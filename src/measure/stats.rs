//! Counts against their past: exact tests, intervals, richness, and what chance alone would do.

use statrs::distribution::{Beta, Binomial, ContinuousCDF, Discrete, DiscreteCDF, NegativeBinomial};

/// Two Poisson rates compared given their sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateTest {
    /// Rate of the first over the rate of the second.
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
    /// P(a count as high or higher), one-sided.
    pub p_greater: f64,
    /// The same, with half the weight of the observed count.
    pub p_greater_mid: f64,
    /// Two-sided, all outcomes as likely as the observed one or less.
    pub p_two_sided: f64,
}

/// Compares `k1` events in exposure `t1` with `k0` in `t0`.
///
/// Given the sum, `k1` is binomial with probability `t1 r / (t1 r + t0)`, where `r` is the ratio of the rates
/// (Przyborowski and Wilenski 1940); the interval inverts Clopper and Pearson's.
pub fn rate_test(k1: u64, t1: f64, k0: u64, t0: f64, confidence: f64) -> Option<RateTest> {
    if !(t1 > 0.0 && t0 > 0.0 && t1.is_finite() && t0.is_finite() && confidence > 0.0 && confidence < 1.0) || k1 + k0 == 0 {
        return None;
    }
    let n = k1 + k0;
    let p0 = t1 / (t1 + t0);
    let law = Binomial::new(p0, n).ok()?;
    let above = if k1 == 0 { 1.0 } else { law.sf(k1 - 1) };
    let own = law.pmf(k1);
    let two: f64 = (0..=n).map(|k| law.pmf(k)).filter(|p| *p <= own * (1.0 + 1e-7)).sum();
    let alpha = 1.0 - confidence;
    let odds = |p: f64| if p >= 1.0 { f64::INFINITY } else { p / (1.0 - p) * t0 / t1 };
    let (a, b) = (k1 as f64, (n - k1) as f64);
    let low = if k1 == 0 { 0.0 } else { Beta::new(a, b + 1.0).ok()?.inverse_cdf(alpha / 2.0) };
    let high = if k1 == n { 1.0 } else { Beta::new(a + 1.0, b).ok()?.inverse_cdf(1.0 - alpha / 2.0) };
    Some(RateTest {
        ratio: if k0 == 0 { f64::INFINITY } else { (a / t1) / (k0 as f64 / t0) },
        low: odds(low),
        high: odds(high),
        p_greater: above.min(1.0),
        p_greater_mid: (above - own / 2.0).clamp(0.0, 1.0),
        p_two_sided: two.min(1.0),
    })
}

/// A window against past windows that scatter more than Poisson ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overdispersed {
    /// Mean of the past, per unit of exposure.
    pub mean: f64,
    /// Variance over mean of the past counts (1 for a Poisson series).
    pub dispersion: f64,
    /// P(a count as high or higher) under the negative binomial law; under the Poisson law where the past does not scatter more.
    pub p_greater: f64,
}

/// Compares a count with past counts by the negative binomial law whose size is found by moments
/// (Anscombe 1950). `None` with fewer than two past windows or none with an event.
pub fn overdispersed(count: u64, past: &[u64]) -> Option<Overdispersed> {
    let n = past.len() as f64;
    if past.len() < 2 {
        return None;
    }
    let mean = past.iter().sum::<u64>() as f64 / n;
    if mean <= 0.0 {
        return None;
    }
    let variance = past.iter().map(|k| (*k as f64 - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let p_greater = if variance > mean {
        let size = mean * mean / (variance - mean);
        let law = NegativeBinomial::new(size, size / (size + mean)).ok()?;
        if count == 0 { 1.0 } else { law.sf(count - 1) }
    } else {
        let law = statrs::distribution::Poisson::new(mean).ok()?;
        if count == 0 { 1.0 } else { law.sf(count - 1) }
    };
    Some(Overdispersed { mean, dispersion: variance / mean, p_greater: p_greater.clamp(0.0, 1.0) })
}

/// How many kinds there are, seen and unseen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Richness {
    pub observed: u64,
    pub estimate: f64,
    pub low: f64,
    pub high: f64,
}

/// Chao's lower bound from how many were reported once and twice, in its bias-corrected form, with the
/// log-normal interval of Chao (1987).
pub fn chao1(counts: &[u64], confidence: f64) -> Option<Richness> {
    let seen: Vec<u64> = counts.iter().copied().filter(|c| *c > 0).collect();
    if seen.is_empty() || !(confidence > 0.0 && confidence < 1.0) {
        return None;
    }
    let s = seen.len() as f64;
    let f1 = seen.iter().filter(|c| **c == 1).count() as f64;
    let f2 = seen.iter().filter(|c| **c == 2).count() as f64;
    let unseen = f1 * (f1 - 1.0) / (2.0 * (f2 + 1.0));
    let estimate = s + unseen;
    // Chao's variance of the bias-corrected form.
    let variance = if f2 > 0.0 {
        f1 * (f1 - 1.0) / (2.0 * (f2 + 1.0))
            + f1 * (2.0 * f1 - 1.0).powi(2) / (4.0 * (f2 + 1.0).powi(2))
            + f1 * f1 * f2 * (f1 - 1.0).powi(2) / (4.0 * (f2 + 1.0).powi(4))
    } else {
        f1 * (f1 - 1.0) / 2.0 + f1 * (2.0 * f1 - 1.0).powi(2) / 4.0 - f1.powi(4) / (4.0 * estimate)
    };
    let z = normal_quantile(1.0 - (1.0 - confidence) / 2.0);
    let (low, high) = if unseen > 0.0 && variance > 0.0 {
        let k = (z * (1.0 + variance / (unseen * unseen)).ln().sqrt()).exp();
        (s + unseen / k, s + unseen * k)
    } else {
        (s, s)
    };
    Some(Richness { observed: seen.len() as u64, estimate, low, high })
}

/// Two lists: Chapman's (1951) nearly unbiased form of Lincoln and Petersen's estimate. `both` is what stands on both lists.
pub fn chapman(first: u64, second: u64, both: u64, confidence: f64) -> Option<Richness> {
    if both > first.min(second) || !(confidence > 0.0 && confidence < 1.0) {
        return None;
    }
    let (a, b, m) = (first as f64, second as f64, both as f64);
    let estimate = (a + 1.0) * (b + 1.0) / (m + 1.0) - 1.0;
    let variance = (a + 1.0) * (b + 1.0) * (a - m) * (b - m) / ((m + 1.0).powi(2) * (m + 2.0));
    let observed = first + second - both;
    let half = normal_quantile(1.0 - (1.0 - confidence) / 2.0) * variance.sqrt();
    Some(Richness { observed, estimate, low: (estimate - half).max(observed as f64), high: estimate + half })
}

fn normal_quantile(p: f64) -> f64 {
    statrs::distribution::Normal::standard().inverse_cdf(p)
}

/// Shannon's entropy of counts, in bits; 0 for one kind.
pub fn entropy(counts: &[u64]) -> f64 {
    let total: u64 = counts.iter().sum();
    if total == 0 {
        return 0.0;
    }
    let h: f64 = counts
        .iter()
        .filter(|c| **c > 0)
        .map(|c| {
            let p = *c as f64 / total as f64;
            -p * p.log2()
        })
        .sum();
    h.max(0.0)
}

/// What chance alone makes of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChanceOfRecord {
    /// P(the last of `n` exchangeable windows is the strict highest) is at most 1/n (Rényi 1962; ties make it smaller).
    pub exchangeable: f64,
    /// Share of resampled series whose last window is higher than all before.
    pub bootstrap: f64,
    /// Share of resampled series whose highest window reaches the observed count.
    pub reaches: f64,
    /// Windows of the length that fit into the series.
    pub windows: u32,
}

/// Resamples a daily series in blocks (Politis and Romano's circular bootstrap, 1992), so that bursts stay
/// bursts, and asks how often the last window of `width` days beats every earlier one.
///
/// The series before the last window is the null: a past without trend. `None` where it is shorter than a window.
pub fn chance_of_record(daily: &[u32], width: usize, block: usize, draws: usize, seed: u64) -> Option<ChanceOfRecord> {
    let n = daily.len();
    if width == 0 || n < 2 * width || draws == 0 {
        return None;
    }
    let observed: u32 = daily[n - width..].iter().sum();
    let past = &daily[..n - width];
    let block = block.clamp(1, past.len());
    let mut rng = fastrand::Rng::with_seed(seed);
    let (mut beats, mut reaches) = (0usize, 0usize);
    let mut series = vec![0u32; n];
    for _ in 0..draws {
        let mut at = 0;
        while at < n {
            let start = rng.usize(..past.len());
            for i in 0..block.min(n - at) {
                series[at + i] = past[(start + i) % past.len()];
            }
            at += block;
        }
        let mut sum: u32 = series[..width].iter().sum();
        let mut highest = sum;
        let mut before = 0;
        for end in width..n {
            before = before.max(sum);
            sum = sum + series[end] - series[end - width];
            highest = highest.max(sum);
        }
        beats += usize::from(sum > before);
        reaches += usize::from(highest >= observed);
    }
    let windows = n / width;
    Some(ChanceOfRecord {
        exchangeable: 1.0 / windows as f64,
        bootstrap: beats as f64 / draws as f64,
        reaches: reaches as f64 / draws as f64,
        windows: windows as u32,
    })
}

/// Counts when every row may be wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertain {
    pub mean: f64,
    pub low: f64,
    pub median: f64,
    pub high: f64,
    /// Share of draws in which the last window is the strict highest.
    pub record: f64,
}

/// Draws each exchange with its probability, counts the window that ends on the last day, and asks whether it is a
/// record among the windows that end on days with an event. `days` are sorted; `width` in days.
pub fn uncertain(days: &[i32], probability: &[f64], last: i32, width: i32, draws: usize, interval: f64, seed: u64) -> Option<Uncertain> {
    if days.len() != probability.len() || draws == 0 || width < 1 || days.windows(2).any(|w| w[0] > w[1]) {
        return None;
    }
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut counts = Vec::with_capacity(draws);
    let mut records = 0;
    let mut kept: Vec<i32> = Vec::with_capacity(days.len());
    for _ in 0..draws {
        kept.clear();
        kept.extend(days.iter().zip(probability).filter(|(d, p)| **d <= last && rng.f64() < **p).map(|x| x.0));
        let (mut lo, mut highest) = (0, 0);
        let mut i = 0;
        while i < kept.len() {
            let day = kept[i];
            while i < kept.len() && kept[i] == day {
                i += 1;
            }
            while kept[lo] <= day - width {
                lo += 1;
            }
            if day < last {
                highest = highest.max(i - lo);
            }
        }
        let own = kept.len() - kept.partition_point(|d| *d <= last - width);
        // The last window's own days before it is full are its own growth, not rivals of the past.
        let rivals = kept.partition_point(|d| *d <= last - width);
        let past = &kept[..rivals];
        let mut past_highest = 0;
        let mut lo = 0;
        for (j, day) in past.iter().enumerate() {
            while past[lo] <= day - width {
                lo += 1;
            }
            past_highest = past_highest.max(j + 1 - lo);
        }
        let _ = highest;
        records += usize::from(own > past_highest);
        counts.push(own as f64);
    }
    counts.sort_by(f64::total_cmp);
    let at = |q: f64| counts[((q * (draws as f64 - 1.0)).round() as usize).min(draws - 1)];
    let tail = (1.0 - interval) / 2.0;
    Some(Uncertain {
        mean: counts.iter().sum::<f64>() / draws as f64,
        low: at(tail),
        median: at(0.5),
        high: at(1.0 - tail),
        record: records as f64 / draws as f64,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9 * (1.0 + b.abs()), "{a} is not {b}");
    }

    /// Values of scipy.stats.binomtest and scipy.stats.nbinom; `tests/test_measures.py` compares at large.
    #[test]
    fn against_scipy() {
        let t = rate_test(11, 800.0, 20, 3011.0, 0.95).unwrap();
        // binomtest(11, 31, 800/3811, alternative="greater").pvalue
        assert!(t.p_greater > 0.04 && t.p_greater < 0.06, "{t:?}");
        close(t.ratio, (11.0 / 800.0) / (20.0 / 3011.0));
        assert!(t.low < t.ratio && t.ratio < t.high);
        assert!(rate_test(0, 1.0, 0, 1.0, 0.95).is_none());
    }

    #[test]
    fn one_kind_has_no_entropy() {
        close(entropy(&[7]), 0.0);
        close(entropy(&[1, 1, 1, 1]), 2.0);
        close(entropy(&[]), 0.0);
    }

    #[test]
    fn nothing_unseen_where_nothing_is_single() {
        let r = chao1(&[2, 3, 4], 0.95).unwrap();
        assert_eq!((r.observed, r.estimate, r.low, r.high), (3, 3.0, 3.0, 3.0));
        let r = chapman(50, 40, 20, 0.95).unwrap();
        close(r.estimate, 51.0 * 41.0 / 21.0 - 1.0);
    }

    #[test]
    fn a_burst_at_the_end_is_no_chance() {
        let mut daily = vec![0u32; 4000];
        (0..4000).step_by(40).for_each(|i| daily[i] = 1);
        let calm = chance_of_record(&daily, 365, 30, 400, 1).unwrap();
        (3700..4000).step_by(5).for_each(|i| daily[i] = 1);
        let burst = chance_of_record(&daily, 365, 30, 400, 1).unwrap();
        assert!(burst.reaches < 0.01 && calm.reaches > 0.3, "{calm:?} {burst:?}");
        assert!(burst.bootstrap <= burst.exchangeable + 0.05);
    }
}
