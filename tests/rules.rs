//! Every rule's own sentences: what must come out of them, and what must not.

use visavis::extract::check_examples;
use visavis::lexicon::Lexicon;

#[test]
fn every_rule_reads_its_own_examples() {
    let lexicon = Lexicon::packaged();
    for rule in &lexicon.rules {
        assert!(!rule.examples.is_empty(), "{} has no examples", rule.id);
    }
    let total: usize = lexicon.rules.iter().map(|r| r.examples.len()).sum();
    assert!(total > 60);
    let wrong: Vec<String> = check_examples(lexicon, |text| on(text).parse().unwrap())
        .into_iter()
        .map(|f| format!("{}: {}\n    want {:?}\n    got  {:?}", f.rule, f.text, f.want, f.got))
        .collect();
    assert!(wrong.is_empty(), "{} of {total} examples are read wrong:\n{}", wrong.len(), wrong.join("\n"));
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
