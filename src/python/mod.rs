//! The binding: conversion and nothing else.

use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3_polars::PyDataFrame;
use rayon::prelude::*;

use serde_json::json;

use crate::extract::{Article, Extractor, check_examples};
use crate::frames;
use crate::lexicon::{Lexicon, Sources};
use crate::measure::change::{self, Cost};
use crate::measure::multiverse::{Event, Exposure, Spec, evaluate as evaluate_spec};
use crate::measure::stats;
use crate::model::{DatePrecision, DateSource, ExchangeType, Level, Mention, Sector, Signal, Status};
use crate::score::{FIELDS, Item, Rigour, assign, fields};

fn error(e: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(e.to_string())
}

/// A compiled lexicon: the packaged one, or one with the user's rows laid over it.
#[pyclass(name = "CompiledLexicon", frozen)]
struct PyLexicon(Arc<Lexicon>);

#[pymethods]
impl PyLexicon {
    /// Builds from `(packaged file, name of the user's file, text)`.
    #[new]
    fn new(py: Python<'_>, layers: Vec<(String, String, String)>) -> PyResult<Self> {
        py.detach(|| {
            let mut sources = Sources::packaged();
            for (file, name, text) in &layers {
                sources.add(file, name, text)?;
            }
            Lexicon::build(&sources)
        })
        .map(|l| PyLexicon(Arc::new(l)))
        .map_err(error)
    }

    /// Examples of rules that are read otherwise than they say: `(rule, sentence, wanted, got)`. `day` counts from 1970-01-01.
    fn check(&self, py: Python<'_>, day: i32) -> PyResult<Vec<(String, String, Vec<String>, Vec<String>)>> {
        let date = frames::from_days(day).ok_or_else(|| error(format!("{day} days since 1970 is no date")))?;
        let failures = py.detach(|| check_examples(&self.0, |_| date));
        Ok(failures.into_iter().map(|f| (f.rule, f.text, f.want, f.got)).collect())
    }
}

/// How one article is read, as JSON: sentences with their chunks, the rules tried, the mentions. Offsets count characters.
#[pyfunction]
#[pyo3(signature = (text, day, source=None, lexicon=None))]
fn explain(text: &str, day: i32, source: Option<&str>, lexicon: Option<&PyLexicon>) -> PyResult<String> {
    let own = lexicon.map(|l| Arc::clone(&l.0));
    let lx = own.as_deref().unwrap_or_else(|| Lexicon::packaged());
    let date = frames::from_days(day).ok_or_else(|| error(format!("{day} days since 1970 is no date")))?;
    let x = Extractor::new(lx).explain(Article { text, date, source });
    let chars = |(a, b): (usize, usize)| [text[..a].chars().count(), text[..b].chars().count()];
    let mention = |m: &Mention| {
        json!({
            "type": m.kind, "source": m.source, "target": m.target, "status": m.status, "level": m.level, "sector": m.sector,
            "start_date": m.when.map(|w| w.start), "end_date": m.when.and_then(|w| w.end), "date_precision": m.when.map(|w| w.precision),
            "date_source": m.when.map(|w| w.source), "location_country": m.location_country, "location_name": m.location_name,
            "source_head": m.source_head, "target_head": m.target_head, "rule": m.rule, "trigger": m.trigger,
            "confidence": m.confidence, "inferred": m.inferred, "evidence": chars(m.evidence),
            "signals": Signal::ALL.iter().filter(|s| m.signals.has(**s)).map(|s| s.as_str()).collect::<Vec<_>>(),
            "spans": { "source": m.spans.source.map(chars), "target": m.spans.target.map(chars), "trigger": m.spans.trigger.map(chars) },
        })
    };
    Ok(json!({
        "skipped": x.skipped,
        "sentences": x.sentences.iter().map(|s| json!({
            "span": chars(s.span),
            "chunks": s.chunks.iter().map(|(c, name)| json!([chars(*c), name])).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "steps": x.steps.iter().map(|s| json!({
            "trigger": chars(s.trigger), "rule": s.rule, "why": s.why.err(),
        })).collect::<Vec<_>>(),
        "mentions": x.mentions.iter().map(mention).collect::<Vec<_>>(),
    })
    .to_string())
}

/// Mentions of a corpus frame.
#[pyfunction]
#[pyo3(signature = (corpus, lexicon=None, threads=0))]
fn extract(py: Python<'_>, corpus: PyDataFrame, lexicon: Option<&PyLexicon>, threads: usize) -> PyResult<PyDataFrame> {
    let own = lexicon.map(|l| Arc::clone(&l.0));
    py.detach(|| frames::extract(&corpus.0, own.as_deref().unwrap_or_else(|| Lexicon::packaged()), threads)).map(PyDataFrame).map_err(error)
}

/// Exchanges of a mentions frame.
#[pyfunction]
fn resolve(py: Python<'_>, mentions: PyDataFrame) -> PyResult<PyDataFrame> {
    py.detach(|| frames::resolve(&mentions.0)).map(PyDataFrame).map_err(error)
}

/// Rows of the articles that each article of a corpus frame copies.
#[pyfunction]
fn copies(py: Python<'_>, corpus: PyDataFrame) -> PyResult<PyDataFrame> {
    py.detach(|| frames::copies(&corpus.0)).map(PyDataFrame).map_err(error)
}

/// Countable assertions of a corpus frame.
#[pyfunction]
#[pyo3(signature = (corpus, lexicon=None, threads=0))]
fn claims(py: Python<'_>, corpus: PyDataFrame, lexicon: Option<&PyLexicon>, threads: usize) -> PyResult<PyDataFrame> {
    let own = lexicon.map(|l| Arc::clone(&l.0));
    py.detach(|| frames::claims(&corpus.0, own.as_deref().unwrap_or_else(|| Lexicon::packaged()), threads)).map(PyDataFrame).map_err(error)
}

/// Two Poisson rates: ratio, its interval, p of as many or more, its mid-p, two-sided p.
#[pyfunction]
fn rate_test(k1: u64, t1: f64, k0: u64, t0: f64, confidence: f64) -> Option<(f64, f64, f64, f64, f64, f64)> {
    stats::rate_test(k1, t1, k0, t0, confidence).map(|t| (t.ratio, t.low, t.high, t.p_greater, t.p_greater_mid, t.p_two_sided))
}

/// A count against scattered past counts: mean, dispersion, p of as many or more.
#[pyfunction]
fn overdispersed(count: u64, past: Vec<u64>) -> Option<(f64, f64, f64)> {
    stats::overdispersed(count, &past).map(|o| (o.mean, o.dispersion, o.p_greater))
}

/// Chao's lower bound: observed, estimate, low, high.
#[pyfunction]
fn chao1(counts: Vec<u64>, confidence: f64) -> Option<(u64, f64, f64, f64)> {
    stats::chao1(&counts, confidence).map(|r| (r.observed, r.estimate, r.low, r.high))
}

/// Chapman's estimate from two lists: observed, estimate, low, high.
#[pyfunction]
fn chapman(first: u64, second: u64, both: u64, confidence: f64) -> Option<(u64, f64, f64, f64)> {
    stats::chapman(first, second, both, confidence).map(|r| (r.observed, r.estimate, r.low, r.high))
}

/// Ends of the stretches of one level.
#[pyfunction]
fn pelt(series: Vec<f64>, cost: &str, penalty: f64, min_size: usize) -> PyResult<Vec<usize>> {
    let cost = match cost {
        "poisson" => Cost::Poisson,
        "l2" => Cost::Squared,
        other => return Err(error(format!("cost: {other:?} is none of poisson, l2"))),
    };
    if series.iter().any(|x| !x.is_finite()) || penalty.is_nan() || penalty < 0.0 {
        return Err(error("the series must be finite and the penalty not negative"));
    }
    Ok(change::pelt(&series, cost, penalty, min_size))
}

/// What chance makes of a record: 1/n, bootstrap share of records, share that reaches the count, windows.
#[pyfunction]
fn chance_of_record(py: Python<'_>, daily: Vec<u32>, width: usize, block: usize, draws: usize, seed: u64) -> Option<(f64, f64, f64, u32)> {
    py.detach(|| stats::chance_of_record(&daily, width, block, draws, seed)).map(|c| (c.exchangeable, c.bootstrap, c.reaches, c.windows))
}

/// Counts under doubt: mean, low, median, high, share of draws in which the last window is a record.
#[pyfunction]
fn uncertain(
    py: Python<'_>,
    days: Vec<i32>,
    probability: Vec<f64>,
    last: i32,
    width: i32,
    draws: usize,
    interval: f64,
    seed: u64,
) -> Option<(f64, f64, f64, f64, f64)> {
    py.detach(|| stats::uncertain(&days, &probability, last, width, draws, interval, seed))
        .map(|u| (u.mean, u.low, u.median, u.high, u.record))
}

type RawEvent = (i32, u16, u8, u8, u8, bool, f32, u32);
type RawSpec = (u16, u8, u8, u8, String, bool, bool, bool, bool, f32);

/// One claim under many definitions. Events: day, bit of type, rank of level (255 none), bit of status, direction, inferred,
/// confidence, reports. Definitions: types, lowest level, statuses, direction, window, calendar, raw, inferred, adjusted,
/// lowest confidence. Gives value, previous, its day, holds, ties, rivals.
#[pyfunction]
fn multiverse(
    py: Python<'_>,
    events: Vec<RawEvent>,
    exposure: Vec<(i32, u64)>,
    specs: Vec<RawSpec>,
    as_of: i32,
) -> PyResult<Vec<(f64, f64, Option<i32>, bool, bool, u32)>> {
    let day = |n: i32| frames::from_days(n).ok_or_else(|| error(format!("{n} days since 1970 is no date")));
    let mut own = events
        .into_iter()
        .map(|(d, kind, level, status, direction, inferred, confidence, reports)| {
            Ok(Event { day: day(d)?, kind, level, status, direction, inferred, confidence, reports })
        })
        .collect::<PyResult<Vec<_>>>()?;
    own.sort_by_key(|e| e.day);
    let exposure = Exposure::new(exposure.into_iter().map(|(d, n)| Ok((day(d)?, n))).collect::<PyResult<Vec<_>>>()?);
    let specs = specs
        .into_iter()
        .map(|(kinds, lowest_level, statuses, direction, window, calendar, raw, inferred, adjusted, min_confidence)| {
            let window = window.parse().map_err(error)?;
            Ok(Spec { kinds, lowest_level, statuses, direction, window, calendar, raw, inferred, adjusted, min_confidence })
        })
        .collect::<PyResult<Vec<_>>>()?;
    let last = day(as_of)?;
    let epoch = day(0)?;
    Ok(py.detach(|| {
        specs
            .par_iter()
            .map(|s| {
                let o = evaluate_spec(&own, &exposure, s, last);
                (o.value, o.previous, o.previous_date.map(|d| (d - epoch).get_days()), o.holds, o.ties, o.rivals)
            })
            .collect()
    }))
}

/// Counts by pair and period.
#[pyfunction]
fn panel(py: Python<'_>, exchanges: PyDataFrame, every: &str) -> PyResult<PyDataFrame> {
    py.detach(|| frames::panel(&exchanges.0, every)).map(PyDataFrame).map_err(error)
}

/// Rolling counts and records. `as_of` is in days since 1970-01-01.
#[pyfunction]
#[pyo3(signature = (exchanges, window, as_of=None))]
fn records(py: Python<'_>, exchanges: PyDataFrame, window: &str, as_of: Option<i32>) -> PyResult<PyDataFrame> {
    py.detach(|| frames::records(&exchanges.0, window, as_of)).map(PyDataFrame).map_err(error)
}

/// Matches of one article: `(annotation, prediction, field agreements)`; exchanges as JSON lists.
#[pyfunction]
fn match_article(gold: &str, predicted: &str, rigour: &str) -> PyResult<Vec<(usize, usize, Vec<Option<bool>>)>> {
    let gold: Vec<Item> = serde_json::from_str(gold).map_err(|e| error(format!("gold exchanges: {e}")))?;
    let said: Vec<Item> = serde_json::from_str(predicted).map_err(|e| error(format!("predicted exchanges: {e}")))?;
    let rigour = match rigour {
        "relaxed" => Rigour::Relaxed,
        "standard" => Rigour::Standard,
        "strict" => Rigour::Strict,
        other => return Err(error(format!("{other:?} is none of relaxed, standard, strict"))),
    };
    Ok(assign(&gold, &said, rigour).into_iter().map(|(g, s)| (g, s, fields(&gold[g], &said[s]).to_vec())).collect())
}

/// The fields that `match_article` compares.
#[pyfunction]
fn score_fields() -> Vec<&'static str> {
    FIELDS.to_vec()
}

/// The codebook's enumerations in rank order.
#[pyfunction]
fn enumerations() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("type", ExchangeType::NAMES.to_vec()),
        ("level", Level::NAMES.to_vec()),
        ("sector", Sector::NAMES.to_vec()),
        ("status", Status::NAMES.to_vec()),
        ("date_precision", DatePrecision::NAMES.to_vec()),
        ("date_source", DateSource::NAMES.to_vec()),
    ]
}

/// Countries of the packaged lexicon: iso3, iso2, COW number, CAMEO code, name.
#[pyfunction]
fn countries() -> Vec<(&'static str, String, Option<u16>, String, String)> {
    Lexicon::packaged().countries.iter().map(|c| (c.iso3, c.iso2.clone(), c.cow, c.cameo.clone(), c.name.clone())).collect()
}

#[pymodule]
fn _core(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("__version__", env!("CARGO_PKG_VERSION"))?;
    m.add_class::<PyLexicon>()?;
    m.add_function(wrap_pyfunction!(explain, m)?)?;
    m.add_function(wrap_pyfunction!(extract, m)?)?;
    m.add_function(wrap_pyfunction!(resolve, m)?)?;
    m.add_function(wrap_pyfunction!(claims, m)?)?;
    m.add_function(wrap_pyfunction!(copies, m)?)?;
    m.add_function(wrap_pyfunction!(rate_test, m)?)?;
    m.add_function(wrap_pyfunction!(overdispersed, m)?)?;
    m.add_function(wrap_pyfunction!(chao1, m)?)?;
    m.add_function(wrap_pyfunction!(chapman, m)?)?;
    m.add_function(wrap_pyfunction!(pelt, m)?)?;
    m.add_function(wrap_pyfunction!(chance_of_record, m)?)?;
    m.add_function(wrap_pyfunction!(uncertain, m)?)?;
    m.add_function(wrap_pyfunction!(multiverse, m)?)?;
    m.add_function(wrap_pyfunction!(panel, m)?)?;
    m.add_function(wrap_pyfunction!(records, m)?)?;
    m.add_function(wrap_pyfunction!(match_article, m)?)?;
    m.add_function(wrap_pyfunction!(score_fields, m)?)?;
    m.add_function(wrap_pyfunction!(enumerations, m)?)?;
    m.add_function(wrap_pyfunction!(countries, m)?)?;
    Ok(())
}
