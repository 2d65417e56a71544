//! Polars frames from and to the core's structs. The only module that knows Polars.

use jiff::ToSpan;
use jiff::civil::Date;
use polars::prelude::*;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::extract::{Article, Claim, Extractor};
use crate::lexicon::{self, Lexicon};
use crate::measure::{self, Every};
use crate::model::{DatePrecision, DateSource, ExchangeType, Level, Mention, Sector, Status, When};
use crate::resolve::{self, Phase, Report};
use crate::text::char_offsets;

const EPOCH: Date = Date::constant(1970, 1, 1);

fn to_days(d: Date) -> i32 {
    (d - EPOCH).get_days()
}

pub fn from_days(n: i32) -> Option<Date> {
    EPOCH.checked_add(i64::from(n).days()).ok()
}

fn invalid(message: String) -> PolarsError {
    PolarsError::ComputeError(message.into())
}

fn strings<'a>(df: &'a DataFrame, name: &str) -> PolarsResult<&'a StringChunked> {
    df.column(name)?.as_materialized_series().str()
}

fn dates(df: &DataFrame, name: &str) -> PolarsResult<Vec<Option<Date>>> {
    let s = df.column(name)?.as_materialized_series().cast(&DataType::Date)?;
    Ok(s.date()?.physical().iter().map(|d| d.and_then(from_days)).collect())
}

fn date_column(name: &str, values: impl Iterator<Item = Option<Date>>) -> Column {
    let days: Vec<Option<i32>> = values.map(|d| d.map(to_days)).collect();
    Int32Chunked::from_iter_options(name.into(), days.into_iter()).into_date().into_series().into()
}

fn text_column<S: AsRef<str>>(name: &str, values: impl Iterator<Item = Option<S>>) -> Column {
    StringChunked::from_iter_options(name.into(), values).into_series().into()
}

fn column<T>(name: &str, values: Vec<T>) -> Column
where
    Series: NamedFrom<Vec<T>, [T]>,
{
    Series::new(name.into(), values).into()
}

/// Extracts the mentions of a corpus with `doc_id`, `text`, `date` and, if there is one, `source`.
/// Rows without text or date give nothing. `threads` of 1 stays on the caller's; 0 takes every core.
pub fn extract(df: &DataFrame, lexicon: &Lexicon, threads: usize) -> PolarsResult<DataFrame> {
    let ids = strings(df, "doc_id")?;
    let texts = strings(df, "text")?;
    let sources = df.column("source").ok().map(|c| c.as_materialized_series().str()).transpose()?;
    let days = dates(df, "date")?;
    let rows: Vec<(Option<&str>, Option<&str>, Option<Date>)> = texts
        .iter()
        .zip(sources.map_or_else(|| vec![None; df.height()], |s| s.iter().collect()))
        .zip(days)
        .map(|((t, s), d)| (t, s, d))
        .collect();
    let read = |x: &mut Extractor<'_>, row: &(Option<&str>, Option<&str>, Option<Date>)| -> Vec<Mention> {
        match row {
            (Some(text), source, Some(date)) => x.extract(Article { text, date: *date, source: *source }),
            _ => Vec::new(),
        }
    };
    let found: Vec<Vec<Mention>> = if threads != 1 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| invalid(e.to_string()))?;
        pool.install(|| {
            rows.par_chunks(32)
                .flat_map_iter(|chunk| {
                    let mut x = Extractor::new(lexicon);
                    chunk.iter().map(|r| read(&mut x, r)).collect::<Vec<_>>()
                })
                .collect()
        })
    } else {
        let mut x = Extractor::new(lexicon);
        rows.iter().map(|r| read(&mut x, r)).collect()
    };
    mentions_frame(&found, ids, &rows, &df.column("date")?.as_materialized_series().cast(&DataType::Date)?)
}

/// The countable assertions of a corpus.
pub fn claims(df: &DataFrame, lexicon: &Lexicon, threads: usize) -> PolarsResult<DataFrame> {
    let ids = strings(df, "doc_id")?;
    let texts = strings(df, "text")?;
    let sources = df.column("source").ok().map(|c| c.as_materialized_series().str()).transpose()?;
    let days = dates(df, "date")?;
    let read = |x: &mut Extractor<'_>, i: usize| -> Vec<Claim> {
        match (texts.get(i), days[i]) {
            (Some(text), Some(date)) => x.claims(Article { text, date, source: sources.and_then(|s| s.get(i)) }),
            _ => Vec::new(),
        }
    };
    let all: Vec<usize> = (0..df.height()).collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| invalid(e.to_string()))?;
    let found: Vec<Vec<Claim>> = pool.install(|| {
        all.par_chunks(64)
            .flat_map_iter(|chunk| {
                let mut x = Extractor::new(lexicon);
                chunk.iter().map(|i| read(&mut x, *i)).collect::<Vec<_>>()
            })
            .collect()
    });
    let mut rows: Vec<(usize, usize, &Claim, Vec<usize>)> = Vec::new();
    for (i, claims) in found.iter().enumerate() {
        let mut offsets: Vec<usize> = claims.iter().flat_map(|c| [c.span.0, c.span.1]).collect();
        char_offsets(texts.get(i).unwrap_or_default(), &mut offsets);
        rows.extend(claims.iter().enumerate().map(|(k, c)| (i, k, c, vec![offsets[2 * k], offsets[2 * k + 1]])));
    }
    let text = |i: usize| texts.get(i).unwrap_or_default();
    let claim_ids: Vec<String> = rows.iter().map(|r| format!("{}!{}", ids.get(r.0).unwrap_or(""), r.1)).collect();
    DataFrame::new(
        rows.len(),
        vec![
            text_column("doc_id", rows.iter().map(|r| ids.get(r.0))),
            text_column("claim_id", claim_ids.iter().map(Some)),
            text_column("kind", rows.iter().map(|r| Some(r.2.kind.as_str()))),
            text_column("source", rows.iter().map(|r| r.2.source)),
            text_column("target", rows.iter().map(|r| r.2.target)),
            text_column("type", rows.iter().map(|r| r.2.exchange.map(ExchangeType::as_str))),
            text_column("level", rows.iter().map(|r| r.2.level.map(Level::as_str))),
            text_column("sector", rows.iter().map(|r| r.2.sector.map(Sector::as_str))),
            text_column("window", rows.iter().map(|r| r.2.window.as_deref())),
            date_column("since", rows.iter().map(|r| r.2.since)),
            column("number", rows.iter().map(|r| r.2.number).collect()),
            text_column("claim", rows.iter().map(|r| Some(&text(r.0)[r.2.span.0..r.2.span.1]))),
            column("claim_start", rows.iter().map(|r| r.3[0] as u32).collect()),
            column("claim_end", rows.iter().map(|r| r.3[1] as u32).collect()),
            text_column("evidence", rows.iter().map(|r| Some(&text(r.0)[r.2.evidence.0..r.2.evidence.1]))),
            date_column("article_date", rows.iter().map(|r| days[r.0])),
            text_column("publisher", rows.iter().map(|r| sources.and_then(|s| s.get(r.0)))),
        ],
    )
}

fn mentions_frame(
    found: &[Vec<Mention>],
    ids: &StringChunked,
    rows: &[(Option<&str>, Option<&str>, Option<Date>)],
    article_dates: &Series,
) -> PolarsResult<DataFrame> {
    let n = found.iter().map(Vec::len).sum();
    let flat = || found.iter().flatten();
    let (mut doc, mut mention_id, mut row_of) = (Vec::with_capacity(n), Vec::with_capacity(n), Vec::with_capacity(n));
    let (mut starts, mut ends, mut evidence) = (Vec::with_capacity(n), Vec::with_capacity(n), Vec::with_capacity(n));
    for (i, mentions) in found.iter().enumerate() {
        if mentions.is_empty() {
            continue;
        }
        let text = rows[i].0.unwrap_or_default();
        let mut offsets: Vec<usize> = mentions.iter().flat_map(|m| [m.evidence.0, m.evidence.1]).collect();
        char_offsets(text, &mut offsets);
        for (k, m) in mentions.iter().enumerate() {
            let id = ids.get(i);
            doc.push(id);
            mention_id.push(format!("{}#{k}", id.unwrap_or("")));
            row_of.push(i as IdxSize);
            starts.push(offsets[2 * k] as u32);
            ends.push(offsets[2 * k + 1] as u32);
            evidence.push(&text[m.evidence.0..m.evidence.1]);
        }
    }
    let article = article_dates.take(&IdxCa::from_vec("article_date".into(), row_of.clone()))?.with_name("article_date".into());
    let columns = vec![
        text_column("doc_id", doc.into_iter()),
        text_column("mention_id", mention_id.iter().map(Some)),
        text_column("type", flat().map(|m| Some(m.kind.as_str()))),
        text_column("source", flat().map(|m| Some(m.source))),
        text_column("target", flat().map(|m| Some(m.target))),
        column("directed", flat().map(|m| m.kind.directed()).collect()).cast(&DataType::Boolean)?,
        date_column("start_date", flat().map(|m| m.when.map(|w| w.start))),
        date_column("end_date", flat().map(|m| m.when.and_then(|w| w.end))),
        text_column("date_precision", flat().map(|m| Some(m.when.map_or(DatePrecision::None, |w| w.precision).as_str()))),
        text_column("date_source", flat().map(|m| m.when.map(|w| w.source.as_str()))),
        text_column("location_country", flat().map(|m| m.location_country)),
        text_column("location_name", flat().map(|m| m.location_name.as_deref())),
        text_column("source_head", flat().map(|m| m.source_head.as_deref())),
        text_column("source_office", flat().map(|m| m.source_office.as_deref())),
        text_column("target_head", flat().map(|m| m.target_head.as_deref())),
        text_column("target_office", flat().map(|m| m.target_office.as_deref())),
        text_column("level", flat().map(|m| m.level.map(Level::as_str))),
        text_column("sector", flat().map(|m| m.sector.map(Sector::as_str))),
        text_column("status", flat().map(|m| Some(m.status.as_str()))),
        column("parties", flat().map(|m| m.parties).collect()),
        text_column("evidence", evidence.into_iter().map(Some)),
        column("evidence_start", starts),
        column("evidence_end", ends),
        text_column("trigger", flat().map(|m| Some(m.trigger.as_str()))),
        text_column("rule", flat().map(|m| Some(m.rule.as_str()))),
        column("confidence", flat().map(|m| m.confidence).collect()),
        column("inferred", flat().map(|m| m.inferred).collect()).cast(&DataType::Boolean)?,
        article.into(),
        text_column("publisher", row_of.iter().map(|&i| rows[i as usize].1)),
    ];
    DataFrame::new(n, columns)
}

/// Reads one value of an enumeration or says which column and row holds what.
fn value<T>(ca: &StringChunked, i: usize, parse: fn(&str) -> Option<T>, names: &[&str]) -> PolarsResult<Option<T>> {
    match ca.get(i) {
        None => Ok(None),
        Some(s) => {
            parse(s).map(Some).ok_or_else(|| invalid(format!("column {:?}, row {i}: {s:?} is none of {}", ca.name(), names.join(", "))))
        }
    }
}

fn reports(df: &DataFrame) -> PolarsResult<Vec<Report<'_>>> {
    let s = |name: &str| strings(df, name);
    let (ids, docs, kinds, sources, targets) = (s("mention_id")?, s("doc_id")?, s("type")?, s("source")?, s("target")?);
    let (starts, ends, reported) = (dates(df, "start_date")?, dates(df, "end_date")?, dates(df, "article_date")?);
    let (precisions, date_sources) = (s("date_precision")?, s("date_source")?);
    let (lc, ln, sh, th, so, to) =
        (s("location_country")?, s("location_name")?, s("source_head")?, s("target_head")?, s("source_office")?, s("target_office")?);
    let (levels, sectors, statuses, publishers) = (s("level")?, s("sector")?, s("status")?, s("publisher")?);
    let (evidence, rules) = (s("evidence").ok(), s("rule").ok());
    let confidence = df.column("confidence")?.as_materialized_series().cast(&DataType::Float64)?;
    let confidence = confidence.f64()?;
    let phases: FxHashMap<&str, Phase> = Lexicon::packaged()
        .rules
        .iter()
        .filter_map(|r| {
            let phase = match r.phase? {
                lexicon::Phase::Depart => Phase::Depart,
                lexicon::Phase::Arrive => Phase::Arrive,
                lexicon::Phase::Return => Phase::Return,
            };
            Some((r.id.as_str(), phase))
        })
        .collect();
    let mut out = Vec::with_capacity(df.height());
    for i in 0..df.height() {
        let null = |name: &str| invalid(format!("column {name:?}, row {i}: null where a value must stand"));
        let when = match starts[i] {
            Some(start) => Some(When {
                start,
                end: ends[i],
                precision: value(precisions, i, DatePrecision::parse, DatePrecision::NAMES)?.unwrap_or(DatePrecision::Day),
                source: value(date_sources, i, DateSource::parse, DateSource::NAMES)?.unwrap_or(DateSource::Text),
            }),
            None => None,
        };
        out.push(Report {
            mention_id: ids.get(i).ok_or_else(|| null("mention_id"))?,
            doc_id: docs.get(i).ok_or_else(|| null("doc_id"))?,
            publisher: publishers.get(i),
            reported: reported[i].ok_or_else(|| null("article_date"))?,
            kind: value(kinds, i, ExchangeType::parse, ExchangeType::NAMES)?.ok_or_else(|| null("type"))?,
            source: sources.get(i).ok_or_else(|| null("source"))?,
            target: targets.get(i).ok_or_else(|| null("target"))?,
            when,
            phase: rules.and_then(|r| r.get(i)).and_then(|r| phases.get(r).copied()),
            location_country: lc.get(i),
            location_name: ln.get(i),
            source_head: sh.get(i),
            target_head: th.get(i),
            source_office: so.get(i),
            target_office: to.get(i),
            level: value(levels, i, Level::parse, Level::NAMES)?,
            sector: value(sectors, i, Sector::parse, Sector::NAMES)?,
            status: value(statuses, i, Status::parse, Status::NAMES)?.ok_or_else(|| null("status"))?,
            evidence: evidence.and_then(|e| e.get(i)),
            confidence: confidence.get(i).unwrap_or(0.5),
        });
    }
    Ok(out)
}

/// The row of the article that each row of a corpus copies.
pub fn copies(df: &DataFrame) -> PolarsResult<DataFrame> {
    let (texts, days) = (strings(df, "text")?, dates(df, "date")?);
    let usable: Vec<usize> = (0..df.height()).filter(|&i| texts.get(i).is_some() && days[i].is_some()).collect();
    let articles: Vec<(&str, Date)> = usable.iter().map(|&i| (texts.get(i).unwrap_or_default(), days[i].unwrap_or(EPOCH))).collect();
    let mut out: Vec<Option<u32>> = vec![None; df.height()];
    for (k, of) in resolve::copies::copy_of(&articles).into_iter().enumerate() {
        out[usable[k]] = of.map(|j| usable[j] as u32);
    }
    DataFrame::new(df.height(), vec![column("row", out)])
}

/// Resolves a mentions frame into an exchanges frame.
pub fn resolve(df: &DataFrame) -> PolarsResult<DataFrame> {
    let rows = resolve::resolve(&reports(df)?);
    let f = || rows.iter();
    let list = |name: &str, each: &dyn Fn(&mut ListStringChunkedBuilder, &resolve::Exchange<'_>)| -> Column {
        let mut b = ListStringChunkedBuilder::new(name.into(), rows.len(), rows.len() * 2);
        rows.iter().for_each(|x| each(&mut b, x));
        b.finish().into_series().into()
    };
    DataFrame::new(
        rows.len(),
        vec![
            text_column("exchange_id", f().map(|x| Some(&x.id))),
            text_column("pair", f().map(|x| Some(resolve::pair(x.source, x.target)))),
            text_column("type", f().map(|x| Some(x.kind.as_str()))),
            text_column("source", f().map(|x| Some(x.source))),
            text_column("target", f().map(|x| Some(x.target))),
            column("directed", f().map(|x| x.kind.directed()).collect()).cast(&DataType::Boolean)?,
            date_column("start_date", f().map(|x| x.when.map(|w| w.start))),
            date_column("end_date", f().map(|x| x.when.and_then(|w| w.end))),
            text_column("date_precision", f().map(|x| Some(x.when.map_or(DatePrecision::None, |w| w.precision).as_str()))),
            text_column("date_source", f().map(|x| x.when.map(|w| w.source.as_str()))),
            text_column("location_country", f().map(|x| x.location_country)),
            text_column("location_name", f().map(|x| x.location_name)),
            text_column("source_head", f().map(|x| x.source_head)),
            text_column("source_office", f().map(|x| x.source_office)),
            text_column("target_head", f().map(|x| x.target_head)),
            text_column("target_office", f().map(|x| x.target_office)),
            text_column("level", f().map(|x| x.level.map(Level::as_str))),
            text_column("sector", f().map(|x| x.sector.map(Sector::as_str))),
            text_column("status", f().map(|x| Some(x.status.as_str()))),
            date_column("first_reported", f().map(|x| Some(x.first_reported))),
            date_column("last_reported", f().map(|x| Some(x.last_reported))),
            column("n_mentions", f().map(|x| x.n_mentions).collect()),
            column("n_articles", f().map(|x| x.n_articles).collect()),
            column("n_sources", f().map(|x| x.n_sources).collect()),
            list("mention_ids", &|b, x| b.append_values_iter(x.mention_ids.iter().copied())),
            column("confidence", f().map(|x| x.confidence).collect()),
            text_column("part_of", f().map(|x| x.part_of.as_deref())),
            list("disagreements", &|b, x| b.append_values_iter(x.disagreements.iter().map(String::as_str))),
        ],
    )
}

/// Counts of a pair in a period; the frame is made with zeros where nothing happened.
pub fn panel(df: &DataFrame, every: &str) -> PolarsResult<DataFrame> {
    let every: Every = every.parse().map_err(|e: measure::PeriodError| invalid(e.to_string()))?;
    let (pairs, kinds, sources) = (strings(df, "pair")?, strings(df, "type")?, strings(df, "source")?);
    let levels = strings(df, "level")?;
    let days = dates(df, "start_date")?;
    type Cell = [u32; 3 + ExchangeType::ALL.len() + Level::ALL.len()];
    let mut cells: std::collections::BTreeMap<(&str, Date), Cell> = Default::default();
    let (mut first, mut last): (Option<Date>, Option<Date>) = (None, None);
    for i in 0..df.height() {
        let (Some(pair), Some(day)) = (pairs.get(i), days[i]) else { continue };
        let start = every.floor(day);
        first = Some(first.map_or(start, |f| f.min(start)));
        last = Some(last.map_or(start, |l| l.max(start)));
        let cell = cells.entry((pair, start)).or_default();
        cell[0] += 1;
        let kind = value(kinds, i, ExchangeType::parse, ExchangeType::NAMES)?;
        if let Some(kind) = kind {
            if kind.directed() {
                // a_to_b: from the alphabetically first country of the pair.
                cell[if sources.get(i).is_some_and(|s| pair.starts_with(s)) { 1 } else { 2 }] += 1;
            }
            cell[3 + kind as usize] += 1;
        }
        if let Some(level) = value(levels, i, Level::parse, Level::NAMES)? {
            cell[3 + ExchangeType::ALL.len() + level as usize] += 1;
        }
    }
    let mut names: Vec<&str> = cells.keys().map(|k| k.0).collect();
    names.dedup();
    let mut rows: Vec<(&str, Date, Cell)> = Vec::new();
    if let (Some(first), Some(last)) = (first, last) {
        for pair in names {
            let mut d = first;
            while d <= last {
                rows.push((pair, d, cells.get(&(pair, d)).copied().unwrap_or_default()));
                let next = every.next(d);
                if next <= d {
                    break;
                }
                d = next;
            }
        }
    }
    let mut columns = vec![
        text_column("pair", rows.iter().map(|r| Some(r.0))),
        date_column("period", rows.iter().map(|r| Some(r.1))),
        column("n", rows.iter().map(|r| r.2[0]).collect()),
        column("a_to_b", rows.iter().map(|r| r.2[1]).collect()),
        column("b_to_a", rows.iter().map(|r| r.2[2]).collect()),
    ];
    let counted = ExchangeType::NAMES.iter().chain(Level::NAMES);
    for (i, name) in counted.enumerate() {
        columns.push(column(&format!("n_{name}"), rows.iter().map(|r| r.2[3 + i]).collect()));
    }
    DataFrame::new(rows.len(), columns)
}

/// Rolling counts of all rows by event time, with the records.
pub fn records(df: &DataFrame, window: &str, as_of: Option<i32>) -> PolarsResult<DataFrame> {
    let window: Every = window.parse().map_err(|e: measure::PeriodError| invalid(e.to_string()))?;
    let days: Vec<Date> = dates(df, "start_date")?.into_iter().flatten().collect();
    let rows = measure::rolling(&days, window, as_of.and_then(from_days));
    DataFrame::new(
        rows.len(),
        vec![
            date_column("date", rows.iter().map(|r| Some(r.date))),
            date_column("window_start", rows.iter().map(|r| Some(window.window_start(r.date)))),
            column("count", rows.iter().map(|r| r.count).collect()),
            column("previous_record", rows.iter().map(|r| r.previous_record).collect()),
            date_column("previous_record_date", rows.iter().map(|r| r.previous_record_date)),
            column("is_record", rows.iter().map(|r| r.is_record).collect()).cast(&DataType::Boolean)?,
            column("ties_record", rows.iter().map(|r| r.ties_record).collect()).cast(&DataType::Boolean)?,
        ],
    )
}
