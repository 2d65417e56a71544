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
        ("Yoon Seok Yeol", "2023-05-05"),
        ("Kh.Battulga", "2018-05-05"),
        ("Donald Trump", "2018-05-05"),
        ("Raul Castro", "2011-05-05"),
        ("Ebrahim Raisi", "2023-05-05"),
        ("Gabriel Boric", "2023-08-05"),
        ("Yingluck", "2012-05-05"),
    ];
    days.iter().find(|d| text.contains(d.0)).map_or("2025-03-05", |d| d.1)
}

/// A verb that the code names and the lexicon lacks would be a branch that never runs.
#[test]
fn verbs_that_the_code_names_are_in_the_lexicon() {
    let lexicon = Lexicon::packaged();
    let known: Vec<&str> = lexicon.verbs.iter().map(|v| v.text.as_str()).collect();
    let mut unknown = Vec::new();
    let mut open = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(path).unwrap().map(|file| file.unwrap().path()));
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        for call in code.split("verb_is(").skip(1) {
            let Some((_, list)) = call.split_once("&[").filter(|(variable, _)| !variable.contains(')')) else { continue };
            let words = list.split(']').next().unwrap_or_default().split('"').skip(1).step_by(2);
            unknown.extend(words.filter(|w| !known.contains(w)).map(|w| format!("{w:?} in {}", path.display())));
        }
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}
