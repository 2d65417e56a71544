//! How likely a row is right: a logistic model over readable signals, its weights in `lexicon/confidence.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{ExchangeType, Signal, Signals};

/// The weights, as fitted by `scripts/fit_confidence.py`.
#[derive(Clone, Debug, Default)]
pub struct Confidence {
    intercept: f32,
    signals: Vec<f32>,
    types: Vec<f32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawConfidence {
    intercept: f32,
    #[serde(default)]
    signals: BTreeMap<String, f32>,
    #[serde(default)]
    types: BTreeMap<String, f32>,
}

impl RawConfidence {
    /// Checks the names; says which is none of ours.
    pub(super) fn compile(&self) -> Result<Confidence, String> {
        let named = |k: &String| Signal::ALL.iter().any(|s| s.as_str() == k);
        if let Some(k) = self.signals.keys().find(|k| !named(k)) {
            return Err(format!("[signals] has no signal {k:?}"));
        }
        if let Some(k) = self.types.keys().find(|k| ExchangeType::parse(k).is_none()) {
            return Err(format!("[types] has no type {k:?}"));
        }
        Ok(Confidence {
            intercept: self.intercept,
            signals: Signal::ALL.iter().map(|s| self.signals.get(s.as_str()).copied().unwrap_or(0.0)).collect(),
            types: ExchangeType::NAMES.iter().map(|t| self.types.get(*t).copied().unwrap_or(0.0)).collect(),
        })
    }
}

impl Confidence {
    /// The probability that a row of this type with these signals is right.
    pub fn probability(&self, kind: ExchangeType, signals: Signals) -> f32 {
        let on = Signal::ALL.iter().zip(&self.signals).filter(|(s, _)| signals.has(**s)).map(|x| x.1);
        let score = self.intercept + self.types[kind as usize] + on.sum::<f32>();
        (1.0 / (1.0 + (-score).exp())).clamp(0.01, 0.99)
    }
}
