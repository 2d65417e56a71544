//! Extracts a corpus of JSON lines without Python or Polars, one row a line, for reading by hand.
//!
//!     cargo run --release --example bulk -- corpus.jsonl > rows.jsonl

use std::io::{BufRead, BufWriter, Write};

use serde::Deserialize;
use visavis::extract::{Article, Extractor};
use visavis::lexicon::Lexicon;

#[derive(Deserialize)]
struct Line {
    doc_id: String,
    date: jiff::civil::Date,
    source: Option<String>,
    text: String,
}

fn main() {
    let path = std::env::args().nth(1).expect("a corpus");
    let mut extractor = Extractor::new(Lexicon::packaged());
    let mut out = BufWriter::new(std::io::stdout());
    let (mut bytes, started) = (0, std::time::Instant::now());
    for line in std::io::BufReader::new(std::fs::File::open(path).expect("a readable file")).lines() {
        let Ok(a) = serde_json::from_str::<Line>(&line.expect("UTF-8")) else { continue };
        bytes += a.text.len();
        for m in extractor.extract(Article { text: &a.text, date: a.date, source: a.source.as_deref() }) {
            if m.inferred {
                continue;
            }
            let w = m.when;
            let row = serde_json::json!({
                "doc_id": a.doc_id, "date": a.date, "type": m.kind, "source": m.source, "target": m.target,
                "start": w.map(|w| w.start), "end": w.and_then(|w| w.end), "precision": w.map(|w| w.precision), "by": w.map(|w| w.source),
                "place": m.location_country, "at": m.location_name, "source_head": m.source_head, "target_head": m.target_head,
                "level": m.level, "sector": m.sector, "status": m.status, "rule": m.rule, "trigger": m.trigger, "confidence": m.confidence,
                "evidence": &a.text[m.evidence.0..m.evidence.1],
            });
            writeln!(out, "{row}").expect("stdout");
        }
    }
    eprintln!("{:.1} MB/s with JSON", bytes as f64 / 1e6 / started.elapsed().as_secs_f64());
}
