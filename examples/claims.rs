//! Prints the claims of a corpus of JSON lines; on annotated articles beside what was annotated.
//!
//!     cargo run --release --example claims -- ../shared/gold/dev.jsonl

use std::io::BufRead;

use serde::Deserialize;
use visavis::extract::{Article, Extractor};
use visavis::lexicon::Lexicon;

#[derive(Deserialize)]
struct Line {
    doc_id: String,
    date: jiff::civil::Date,
    source: Option<String>,
    text: String,
    #[serde(default)]
    claims: Vec<serde_json::Value>,
}

fn main() {
    let path = std::env::args().nth(1).expect("a corpus");
    let mut extractor = Extractor::new(Lexicon::packaged());
    for line in std::io::BufReader::new(std::fs::File::open(path).expect("a readable file")).lines() {
        let Ok(a) = serde_json::from_str::<Line>(&line.expect("UTF-8")) else { continue };
        let found = extractor.claims(Article { text: &a.text, date: a.date, source: a.source.as_deref() });
        for c in &found {
            println!(
                "{} {} {} {}>{} {:?} {:?} {:?} w={:?} since={:?} n={:?} «{}»",
                a.doc_id,
                a.date,
                c.kind.as_str(),
                c.source.unwrap_or("-"),
                c.target.unwrap_or("-"),
                c.exchange.map(|e| e.as_str()),
                c.level.map(|e| e.as_str()),
                c.sector.map(|e| e.as_str()),
                c.window,
                c.since,
                c.number,
                &a.text[c.span.0..c.span.1]
            );
        }
        for c in &a.claims {
            println!("  GOLD {c}");
        }
    }
}
