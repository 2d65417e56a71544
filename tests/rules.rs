//! Every rule's own sentences: what must come out of them, and what must not.

use visavis::extract::{Article, Extractor};
use visavis::lexicon::Lexicon;

#[test]
fn every_rule_reads_its_own_examples() {
    let lexicon = Lexicon::packaged();
    let mut extractor = Extractor::new(lexicon);
    let (mut wrong, mut total) = (Vec::new(), 0);
    for rule in &lexicon.rules {
        assert!(!rule.examples.is_empty(), "{} has no examples", rule.id);
        for example in &rule.examples {
            // Examples with people of the lexicon are told on a day on which they held office.
            let date = on(&example.text);
            let article = Article { text: &example.text, date: date.parse().unwrap(), source: None };
            let mut got: Vec<String> = extractor
                .extract(article)
                .iter()
                .filter(|m| !m.inferred)
                .map(|m| format!("{} {}>{} {}", m.kind, m.source, m.target, m.status))
                .collect();
            let mut want = example.gives.clone();
            got.sort();
            want.sort();
            total += 1;
            if got != want {
                wrong.push(format!("{}: {}\n    want {want:?}\n    got  {got:?}", rule.id, example.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {total} examples are read wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(total > 60);
}

/// A day in the term of the leader that an example names.
fn on(text: &str) -> &'static str {
    let days = [
        ("Felipe Calderon", "2010-05-05"),
        ("Yoon Suk-yeol", "2023-05-05"),
        ("Donald Trump", "2018-05-05"),
        ("Raul Castro", "2011-05-05"),
        ("Ebrahim Raisi", "2023-05-05"),
        ("Gabriel Boric", "2023-08-05"),
        ("Yingluck", "2012-05-05"),
    ];
    days.iter().find(|d| text.contains(d.0)).map_or("2025-03-05", |d| d.1)
}
