//! Scores the extractor on annotated articles without Python or Polars.
//!
//!     cargo run --release --example score -- ../shared/gold/dev.jsonl [-v] [doc_id prefix]
//!
//! `-v` prints every miss, extra and wrong field with its article.

use std::io::BufRead;

use serde::Deserialize;
use visavis::extract::{Article, Extractor};
use visavis::lexicon::Lexicon;
use visavis::score::{FIELDS, Item, Rigour, assign, fields};

#[derive(Deserialize)]
struct Gold {
    doc_id: String,
    date: jiff::civil::Date,
    source: Option<String>,
    text: String,
    exchanges: Vec<Item>,
}

fn show(i: &Item) -> String {
    format!(
        "{} {}>{} {}/{} {} {} {} [{}|{}] @{}",
        i.kind,
        i.source,
        i.target,
        i.start_date.map_or("-".into(), |d| d.to_string()),
        i.date_source.map_or("-".into(), |d| d.to_string()),
        i.status.map_or("-".into(), |s| s.to_string()),
        i.level.map_or("-".into(), |s| s.to_string()),
        i.sector.map_or("-".into(), |s| s.to_string()),
        i.source_head.as_deref().unwrap_or(""),
        i.target_head.as_deref().unwrap_or(""),
        i.location_country.as_deref().unwrap_or("")
    )
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let verbose = args.iter().any(|a| a == "-v");
    let mut plain = args.iter().filter(|a| *a != "-v");
    let path = plain.next().expect("a gold file");
    let prefix = plain.next().cloned().unwrap_or_default();
    let mut extractor = Extractor::new(Lexicon::packaged());
    let mut counts = [[0usize; 3]; 3];
    let mut right = [[0usize; 2]; 7];
    for line in std::io::BufReader::new(std::fs::File::open(path).expect("a readable file")).lines() {
        let gold: Gold = serde_json::from_str(&line.expect("UTF-8")).expect("a gold article");
        if !gold.doc_id.starts_with(&prefix) {
            continue;
        }
        let mentions = extractor.extract(Article { text: &gold.text, date: gold.date, source: gold.source.as_deref() });
        let kept: Vec<_> = mentions.iter().filter(|m| !m.inferred).collect();
        let said: Vec<Item> = kept.iter().map(|m| Item::from(*m)).collect();
        for (r, rigour) in [Rigour::Relaxed, Rigour::Standard, Rigour::Strict].into_iter().enumerate() {
            let pairs = assign(&gold.exchanges, &said, rigour);
            let matched = pairs.iter().filter(|(g, _)| !gold.exchanges[*g].optional).count();
            let free = pairs.len() - matched;
            counts[r][0] += matched;
            counts[r][1] += said.len() - free;
            counts[r][2] += gold.exchanges.iter().filter(|g| !g.optional).count();
            if rigour == Rigour::Standard {
                let mut notes = Vec::new();
                for (g, s) in &pairs {
                    if gold.exchanges[*g].optional {
                        continue;
                    }
                    for (f, ok) in fields(&gold.exchanges[*g], &said[*s]).into_iter().enumerate() {
                        if let Some(ok) = ok {
                            right[f][0] += usize::from(ok);
                            right[f][1] += 1;
                            if !ok {
                                notes.push(format!("  field {}: {}  <>  {}", FIELDS[f], show(&gold.exchanges[*g]), show(&said[*s])));
                            }
                        }
                    }
                }
                for (g, item) in gold.exchanges.iter().enumerate() {
                    if !item.optional && !pairs.iter().any(|p| p.0 == g) {
                        notes.push(format!("  MISS  {}", show(item)));
                    }
                }
                for (s, item) in said.iter().enumerate() {
                    if !pairs.iter().any(|p| p.1 == s) {
                        notes.push(format!("  EXTRA {} <{}: {}>", show(item), kept[s].rule, kept[s].trigger));
                    }
                }
                if verbose && !notes.is_empty() {
                    println!("## {} {}\n{}\n{}", gold.doc_id, gold.date, gold.text.chars().take(700).collect::<String>(), notes.join("\n"));
                }
            }
        }
    }
    for (name, [m, s, g]) in ["relaxed", "standard", "strict"].iter().zip(counts) {
        let (p, r) = (m as f64 / s.max(1) as f64, m as f64 / g.max(1) as f64);
        println!("{name:<9} P {p:.3} R {r:.3} F1 {:.3}  ({m} matched, {s} predicted, {g} annotated)", 2.0 * p * r / (p + r).max(1e-9));
    }
    for (f, [ok, n]) in FIELDS.iter().zip(right) {
        println!("{f:<17} {:.3} ({ok}/{n})", ok as f64 / n.max(1) as f64);
    }
}
