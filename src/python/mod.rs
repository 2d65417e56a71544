//! The binding: conversion and nothing else.

use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3_polars::PyDataFrame;

use serde_json::json;

use crate::extract::{Article, Extractor, check_examples};
use crate::frames;
use crate::lexicon::{Lexicon, Sources};
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
    m.add_function(wrap_pyfunction!(panel, m)?)?;
    m.add_function(wrap_pyfunction!(records, m)?)?;
    m.add_function(wrap_pyfunction!(match_article, m)?)?;
    m.add_function(wrap_pyfunction!(score_fields, m)?)?;
    m.add_function(wrap_pyfunction!(enumerations, m)?)?;
    m.add_function(wrap_pyfunction!(countries, m)?)?;
    Ok(())
}
