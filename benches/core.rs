//! Throughput of the text core: `cargo bench` on the packaged sample, no corpus needed.
//!
//! With `VISAVIS_CORPUS=../shared/corpora/kcna-2011.jsonl` (unpacked JSON lines) it reads that instead.
//! `bare` is one Aho-Corasick pass of the lexicon's names over the same text: the floor that no reader beats.

use divan::counter::BytesCount;
use serde::Deserialize;
use visavis::extract::{Article, Extractor};
use visavis::lexicon::{Lexicon, Sources};
use visavis::text;

#[derive(Deserialize)]
struct Line {
    date: jiff::civil::Date,
    source: Option<String>,
    text: String,
}

fn corpus() -> Vec<Line> {
    let path =
        std::env::var("VISAVIS_CORPUS").unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/python/visavis/data/sample.jsonl").into());
    let raw = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    raw.lines().filter_map(|l| serde_json::from_str(l).ok()).collect()
}

fn bytes(corpus: &[Line]) -> BytesCount {
    BytesCount::new(corpus.iter().map(|a| a.text.len()).sum::<usize>())
}

#[divan::bench]
fn extract(bencher: divan::Bencher) {
    let corpus = corpus();
    let mut extractor = Extractor::new(Lexicon::packaged());
    bencher.counter(bytes(&corpus)).bench_local(|| {
        corpus.iter().map(|a| extractor.extract(Article { text: &a.text, date: a.date, source: a.source.as_deref() }).len()).sum::<usize>()
    });
}

#[divan::bench]
fn tokens(bencher: divan::Bencher) {
    let corpus = corpus();
    let mut tokens = Vec::new();
    bencher.counter(bytes(&corpus)).bench_local(|| {
        let mut n = 0;
        for a in &corpus {
            text::tokenize(&a.text, &mut tokens);
            n += tokens.len();
        }
        n
    });
}

#[divan::bench]
fn bare(bencher: divan::Bencher) {
    let corpus = corpus();
    let names = Lexicon::packaged().names();
    let automaton = aho_corasick::AhoCorasick::builder()
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(names)
        .expect("names fit an automaton");
    bencher.counter(bytes(&corpus)).bench_local(|| corpus.iter().map(|a| automaton.find_iter(&a.text).count()).sum::<usize>());
}

#[divan::bench]
fn compile_lexicon(bencher: divan::Bencher) {
    bencher.bench_local(|| Lexicon::build(&Sources::packaged()).expect("the packaged lexicon is tested").countries.len());
}

fn main() {
    divan::main();
}
