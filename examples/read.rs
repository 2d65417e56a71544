//! Shows how a sentence is read: its chunks, what each rule made of it, and its mentions.
//!
//!     cargo run --release --example read -- 2024-07-09 "A Lao delegation left for Hanoi on Monday." [publisher]

use visavis::annotate::{Chunk, Reader};
use visavis::extract::{Article, Extractor};
use visavis::lexicon::Lexicon;
use visavis::text;

fn main() {
    let mut args = std::env::args().skip(1);
    let date = args.next().and_then(|d| d.parse().ok()).expect("a date, as in 2024-07-09");
    let sentence = args.next().expect("a sentence");
    let source = args.next();
    let lexicon = Lexicon::packaged();
    let mut tokens = Vec::new();
    text::tokenize(&sentence, &mut tokens);
    let mut key = String::new();
    for t in &mut tokens {
        text::fold(&sentence[t.start as usize..t.end as usize], &mut key);
        t.sym = lexicon.sym(&key);
    }
    let reader = Reader::new(lexicon, &sentence, &tokens, 0, tokens.len());
    for s in reader.chunks() {
        let what = match &s.chunk {
            Chunk::Np(n) => format!(
                "{:?} {:?}",
                n.kind,
                n.actors
                    .iter()
                    .map(|a| (a.country.map(|c| lexicon.iso(c)), a.kind, a.level, a.name.map(|n| reader.slice(n.0, n.1).to_string())))
                    .collect::<Vec<_>>()
            ),
            Chunk::Vg(v) => format!("verb {:?}{}", v.tense, if v.passive { " passive" } else { "" }),
            other => format!("{other:?}"),
        };
        println!("{:<40} {what}", reader.slice(s.start, s.end));
    }
    let x = Extractor::new(lexicon).explain(Article { text: &sentence, date, source: source.as_deref() });
    if let Some(why) = x.skipped {
        println!("-- {why}");
    }
    for step in x.steps {
        let why = step.why.err().unwrap_or("a row");
        println!("-- {} by {}: {why}", &sentence[step.trigger.0..step.trigger.1], step.rule);
    }
    for m in x.mentions {
        println!(
            "=> {} {}>{} {} {:?} by {} [{}|{}] {}",
            m.kind,
            m.source,
            m.target,
            m.status,
            m.when.map(|w| w.start.to_string()),
            m.rule,
            m.source_head.unwrap_or_default(),
            m.target_head.unwrap_or_default(),
            m.location_country.unwrap_or_default(),
        );
    }
}
