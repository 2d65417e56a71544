//! From an article to its exchanges.
//!
//! A sentence without a trigger is skipped before anything else is read. What remains is cut into
//! chunks (`annotate`), read clause by clause against the rules (`clause`), made into mentions
//! (`build`), and the mentions of one exchange are merged (`merge`).

mod build;
pub mod claims;
mod clause;
mod discourse;
mod merge;
pub mod trace;

use std::collections::HashMap;

use jiff::civil::Date;

use crate::annotate::{Chunk, NpKind, Reader, Spanned};
use crate::lexicon::{Closed, CountryForm, Lexicon, Pass, kinds};
use crate::model::{DatePrecision, DateSource, Mention, Status, When};
use crate::text::{self, Kind, Token};
pub use claims::{Claim, ClaimKind};
use discourse::Discourse;
pub use trace::{Explanation, ReadSentence, Step};

/// An article: what the extractor needs to know of it.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    pub text: &'a str,
    pub date: Date,
    /// The publisher: an agency's "here" is its own city.
    pub source: Option<&'a str>,
}

/// Reads articles; keeps its buffers between them.
pub struct Extractor<'l> {
    lx: &'l Lexicon,
    tokens: Vec<Token>,
    key: String,
    explained: Option<Explanation>,
    /// Where claims go, when they are asked for.
    claims: Option<Vec<Claim>>,
    /// Publishers met before, and the country that each is of.
    publishers: HashMap<String, Option<u16>>,
}

impl<'l> Extractor<'l> {
    pub fn new(lx: &'l Lexicon) -> Self {
        Extractor { lx, tokens: Vec::new(), key: String::new(), explained: None, claims: None, publishers: HashMap::new() }
    }

    /// The countable assertions of an article.
    pub fn claims(&mut self, article: Article<'_>) -> Vec<Claim> {
        self.claims = Some(Vec::new());
        self.extract(article);
        self.claims.take().unwrap_or_default()
    }

    /// The country of a publisher that is no agency.
    fn publisher_home(&mut self, source: &str) -> Option<u16> {
        // Some corpora have an address of its own for each article.
        const KEPT: usize = 4096;
        if let Some(known) = self.publishers.get(source) {
            return *known;
        }
        let home = self.lx.publisher_home(source);
        if self.publishers.len() >= KEPT {
            self.publishers.clear();
        }
        self.publishers.insert(source.to_string(), home);
        home
    }

    fn skip(&mut self, why: &'static str) {
        if let Some(x) = &mut self.explained {
            x.skipped = Some(why);
        }
    }

    /// The exchanges of an article with everything that was seen and tried on the way.
    pub fn explain(&mut self, article: Article<'_>) -> Explanation {
        self.explained = Some(Explanation { skipped: None, sentences: Vec::new(), steps: Vec::new(), mentions: Vec::new() });
        let mentions = self.extract(article);
        let mut explained = self.explained.take().expect("just set");
        explained.mentions = mentions;
        explained
    }

    /// The exchanges that an article tells of, in the order of their evidence.
    pub fn extract(&mut self, article: Article<'_>) -> Vec<Mention> {
        let lx = self.lx;
        let text = article.text;
        text::tokenize(text, &mut self.tokens);
        text::join_lines(text, &mut self.tokens);
        let mut pass = Pass::default();
        for t in &mut self.tokens {
            // "F-16s": a number behind a hyphen is of the name.
            if t.kind == Kind::Word || t.kind == Kind::Number && t.glued {
                t.sym = lx.number(text, t.start as usize, t.end as usize, &mut self.key);
            }
            if t.kind != Kind::Hyphen {
                lx.gate.step(&mut pass, t.sym);
            }
        }
        // "exchanged a record number of senior officials": a claim needs no exchange of its own.
        let counts = self.claims.is_some();
        let boasts = |t: &Token| counts && text[t.start as usize..t.end as usize].eq_ignore_ascii_case("record");
        let words = self.tokens.iter().filter(|t| t.kind != Kind::Hyphen).map(|t| t.sym);
        if !lx.gate.opens(&pass, words) && !self.tokens.iter().any(boasts) {
            self.skip("no word of it can tell of an exchange");
            return Vec::new();
        }
        for (word, day, movement) in &lx.risen {
            if article.date < *day {
                self.tokens.iter_mut().filter(|t| t.sym == *word).for_each(|t| t.sym = *movement);
            }
        }
        name_townsmen(lx, &mut self.tokens);
        let agency = article.source.and_then(|s| lx.agencies.get(s.trim().to_lowercase().as_str()));
        let paper = article.source.filter(|_| agency.is_none()).and_then(|s| self.publisher_home(s));
        name_halves(lx, text, &mut self.tokens);
        name_selves(lx, article, agency.map(|a| a.0).or(paper), &mut self.tokens);
        let tokens = &self.tokens;
        let abbreviation = |i: usize| {
            let t: &Token = &tokens[i];
            lx.is(t.sym, Closed::Abbreviation) && t.cap || (t.kind == Kind::Word && t.cap && t.end - t.start == 1)
        };
        let opener = |i: usize| {
            let s = tokens[i].sym;
            [Closed::Determiner, Closed::Pronoun, Closed::Possessive, Closed::Preposition, Closed::Subordinator]
                .iter()
                .any(|c| lx.is(s, *c))
        };
        let sentences = text::sentences(tokens, abbreviation, opener);
        // Officials of whom an earlier reading learned too late of which country they are.
        let mut late: Vec<discourse::Known> = Vec::new();
        loop {
            let mut discourse = Discourse::new(lx, article, agency, paper);
            discourse.known.extend(late.iter().cloned());
            let whole = Reader::new(lx, text, tokens, 0, tokens.len());
            let town = |a: usize, b: usize| {
                whole.place_at(a).is_some_and(|p| p.2 == b && whole.country_form(a).is_none_or(|f| f.1 == CountryForm::Capital))
            };
            if let Some(line) = text::dateline(tokens, town) {
                discourse.dateline(tokens, line);
            } else if !whole.speaks_of_home(discourse.home) {
                // A portal cites an agency without its point of view.
                discourse.home = None;
                discourse.here = None;
            }
            // The cheapest of all tests comes last: it costs a walk over the names.
            if whole.single_country(discourse.reads_for()) {
                self.skip("fewer than two countries are named");
                return Vec::new();
            }
            let mut mentions = Vec::new();
            // The reporter's own line is no sentence.
            let (line, body) = (discourse.line, discourse.body);
            // A headline is no sentence of the story: what stands below it is still the lead.
            let told = |s: &&(usize, usize)| s.1 <= line || s.1 > body;
            let headlines = sentences.iter().filter(told).take(2).take_while(|s| {
                !matches!(tokens[s.1 - 1].kind, Kind::Period | Kind::Stop | Kind::Quote)
                    && tokens.get(s.1).is_some_and(|t| t.kind == Kind::Newline)
            });
            let headlines = headlines.count();
            let last = sentences.iter().filter(told).take(headlines).last();
            discourse.headline = last.map_or(0, |s| tokens[s.1 - 1].end as usize);
            // Were the people of the story read for its headline?
            let mut foreseen = false;
            // Has a second country been named?
            let mut several = false;
            let mut surnames = Surnames::default();
            // Sentences that tell nothing themselves, not read for their people yet.
            let mut passed: Vec<(usize, usize, Option<Vec<Spanned>>)> = Vec::new();
            for (n, &(begin, end)) in sentences.iter().filter(told).enumerate() {
                let (index, n) = (n, n.saturating_sub(headlines));
                let begin = if end > body { body.max(begin).min(end) } else { begin };
                // A sentence of thousands of tokens is a table or a dump, not a sentence.
                if begin >= end || end - begin > 400 {
                    continue;
                }
                let reader = Reader::new(lx, text, tokens, begin, end);
                discourse.lead = discourse.lead.or((n == 0 && index >= headlines).then_some((begin, end)));
                let words = tokens[begin..end].iter().filter(|t| t.kind != Kind::Hyphen).map(|t| t.sym);
                let boasted = tokens[begin..end].iter().any(boasts);
                // Behind a ceremony of credentials a list of the envoys may follow: "They are X of Peru and Y of Chile".
                let lists = |s: u32| lx.is(s, Closed::Be) || matches!(lx.text(s), "include" | "included" | "includes");
                let listed = || discourse.court.get().is_some() && tokens[begin..end].iter().any(|t| lists(t.sym));
                // "Foreign guests visited the palace. They included X."
                let opens = matches!(
                    lx.text(tokens[begin].sym),
                    "they" | "those" | "among" | "earlier" | "arrivals" | "other" | "arriving" | "also"
                );
                let guests = opens && discourse.home.is_some() && discourse.roll_before(&reader).is_some();
                let has_trigger = lx.gate.admits(words) || boasted || listed() || guests;
                if !has_trigger && (mentions.is_empty() || !discourse.adds_to_what_was_told(&reader)) {
                    passed.push((begin, end, None));
                    continue;
                }
                // One country, and no word that could mean another: nothing passes between two.
                let alone = |r: &Reader<'_>| r.single_country(discourse.reads_for());
                several = several || !alone(&Reader { begin: 0, ..reader });
                // "Three envoys presented their credentials": whose, the next sentence may say.
                let ceremony = || tokens[begin..end].iter().any(|t| matches!(lx.text(t.sym), "credentials" | "credence" | "credential"));
                let mut known = || leans(&reader) || surnames.again(&reader);
                if !boasted && mentions.is_empty() && (!several || !known() && alone(&reader)) && !ceremony() && !guests {
                    passed.push((begin, end, None));
                    continue;
                }
                let chunks = reader.chunks();
                // "Pompeo visits Peru": who he is, the story says.
                if index < headlines && !foreseen {
                    foreseen = true;
                    discourse.learn(&reader, &chunks);
                    for &(begin, end) in sentences.iter().filter(told).skip(headlines).take(2) {
                        let begin = begin.max(body).min(end);
                        if begin < end && end - begin <= 400 {
                            let ahead = Reader::new(lx, text, tokens, begin, end);
                            discourse.learn(&ahead, &ahead.chunks());
                        }
                    }
                }
                // What no exchange leans on need not be read for its people.
                let watched = boasted || self.claims.is_some() || self.explained.is_some();
                if !passed.is_empty() && mentions.is_empty() && !watched && !discourse.asks(&reader, n, &chunks) {
                    passed.push((begin, end, Some(chunks)));
                    continue;
                }
                if discourse.leans_back(&reader, &chunks) {
                    for (begin, end, chunks) in passed.drain(..) {
                        discourse.note(&Reader::new(lx, text, tokens, begin, end), chunks);
                    }
                }
                if let Some(x) = &mut self.explained {
                    discourse.steps.get_or_insert_default();
                    x.sentences.push(read_sentence(&reader, &chunks));
                }
                let told = mentions.len();
                if let Some(claims) = &mut self.claims {
                    discourse.sentence(&reader, n, chunks.clone(), &mut mentions);
                    claims::read(&discourse, &reader, &chunks, &mentions[told..], claims);
                } else {
                    discourse.sentence(&reader, n, chunks, &mut mentions);
                }
            }
            // "Chairman X arrived in Y ... The Vietnamese chairman": the story is read again, with what its end has said.
            if late.is_empty() {
                if discourse.waits() {
                    for (begin, end, chunks) in passed.drain(..) {
                        let reader = Reader::new(lx, text, tokens, begin, end);
                        let chunks = chunks.unwrap_or_else(|| reader.chunks());
                        discourse.learn(&reader, &chunks);
                    }
                }
                late.extend(discourse.late().map(|k| discourse::Known { late: false, ..k.clone() }));
                if !late.is_empty() {
                    self.explained.iter_mut().for_each(|x| x.sentences.clear());
                    self.claims.iter_mut().for_each(Vec::clear);
                    continue;
                }
            }
            if let (Some(x), Some(steps)) = (&mut self.explained, discourse.steps.take()) {
                x.steps = steps.into_inner();
            }
            let mut merged = merge::merge(mentions, &discourse);
            for m in &mut merged {
                [&mut m.location_name, &mut m.source_head, &mut m.target_head, &mut m.source_office, &mut m.target_office]
                    .into_iter()
                    .for_each(on_one_line);
                // "announced the visit of X on Friday", told on a Monday: what is still ahead has not occurred.
                let ahead = m.when.is_some_and(|w| w.source == DateSource::Text && w.start > article.date);
                if ahead && matches!(m.status, Status::Occurred | Status::Ongoing) {
                    m.status = Status::Planned;
                }
                // "signed during a visit to Peru last week": he has gone.
                let days = |w: When| match w.precision {
                    DatePrecision::Week => Some(6),
                    DatePrecision::Month => Some(30),
                    _ => None,
                };
                let over = |w: When| {
                    let last = w.end.or_else(|| w.start.checked_add(jiff::Span::new().days(days(w)?)).ok());
                    w.source == DateSource::Text && last.is_some_and(|d| d < article.date)
                };
                if m.status == Status::Ongoing && m.when.is_some_and(over) {
                    m.status = Status::Occurred;
                }
            }
            return merged;
        }
    }
}

/// A name that a line break goes through.
fn on_one_line(name: &mut Option<String>) {
    if let Some(name) = name.as_mut().filter(|n| n.contains(['\n', '\r'])) {
        *name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    }
}

/// The last words of names of several words, as far as the story has been gone through.
#[derive(Default)]
struct Surnames<'a> {
    upto: usize,
    words: rustc_hash::FxHashSet<&'a str>,
}

impl<'a> Surnames<'a> {
    /// Does the sentence name by one word somebody whose longer name stands before it: "Lula and Abdo met"?
    fn again(&mut self, reader: &Reader<'a>) -> bool {
        let name = |t: &Token| t.kind == Kind::Word && t.cap && !t.caps && t.end - t.start > 2 && !reader.lx.common[t.sym as usize];
        let text = |t: &Token| &reader.text[t.start as usize..t.end as usize];
        let tokens = reader.tokens;
        let longer = |j: &usize| name(&tokens[*j]) && name(&tokens[*j - 1]);
        self.words.extend((self.upto.max(1)..reader.begin).filter(longer).map(|j| text(&tokens[j])));
        self.upto = reader.begin.max(self.upto);
        (reader.begin..reader.end).any(|k| {
            let alone = name(&tokens[k]) && !(k > reader.begin && name(&tokens[k - 1]));
            alone && self.words.contains(text(&tokens[k]))
        })
    }
}

/// Can a word of the sentence mean somebody named before?
fn leans(reader: &Reader<'_>) -> bool {
    (reader.begin..reader.end).any(|k| {
        [Closed::Pronoun, Closed::Possessive].iter().any(|c| reader.is(k, *c))
            || reader.longest(k, kinds::OFFICE).is_some()
            || matches!(
                reader.lx.text(reader.tokens[k].sym),
                "here"
                    | "there"
                    | "both"
                    | "two"
                    | "delegation"
                    | "we"
                    | "us"
                    | "i"
                    | "counterpart"
                    | "counterparts"
                    | "leaders"
                    | "ministers"
                    | "presidents"
            )
    })
}

/// "Lloyd Austin ... Austin met": once the article has named him in full, the town of that name is him, but for where one
/// can be in it.
fn name_townsmen(lx: &Lexicon, tokens: &mut [Token]) {
    let mut named: Vec<u32> = Vec::new();
    for k in 1..tokens.len() {
        let t = tokens[k];
        // A town's name can begin a name: most words cannot.
        if t.kind != Kind::Word || !t.cap || !lx.bearers[t.sym as usize] || !lx.towns.contains(&t.sym) {
            continue;
        }
        let before = tokens[k - 1];
        if before.kind == Kind::Word && lx.town_names.get(&t.sym).is_some_and(|first| first.contains(&before.sym)) {
            named.push(t.sym);
            continue;
        }
        // "Health Minister Enrique Paris": somebody whom no list has.
        if before.kind == Kind::Word && before.cap && !t.glued && lx.forenames.contains(&before.sym) && !lx.common[before.sym as usize] {
            named.push(t.sym);
            tokens[k].sym = 0;
            continue;
        }
        let within = matches!(lx.text(before.sym), "in" | "at" | "from" | "to" | "near" | "into" | "for" | "of");
        let region = tokens.get(k + 1).is_some_and(|n| n.kind == Kind::Comma) && tokens.get(k + 2).is_some_and(|n| n.cap);
        let of_a_name = before.kind == Kind::Word && before.cap && before.sym == 0;
        if named.contains(&t.sym) && !within && !region && !of_a_name && before.kind != Kind::Hyphen {
            tokens[k].sym = 0;
        }
    }
}

/// "North Korea ... the North's foreign minister": behind "the", once one of the two has been named.
fn name_halves(lx: &Lexicon, text: &str, tokens: &mut [Token]) {
    let half = |t: &Token| if t.cap { lx.halves.iter().find(|h| h.1 == t.sym) } else { None };
    let next = |k: usize| tokens.get(k + 1);
    let alone = |k: usize| {
        lx.text(tokens[k - 1].sym) == "the"
            && next(k).is_none_or(|n| match n.kind {
                Kind::Word => !n.cap && !matches!(lx.text(n.sym), "of" | "to"),
                kind => !matches!(kind, Kind::Hyphen | Kind::Dash | Kind::Slash),
            })
    };
    let found: Vec<usize> = (1..tokens.len()).filter(|k| half(&tokens[*k]).is_some() && alone(*k)).collect();
    let Some(last) = found.last() else { return };
    let reader = Reader::new(lx, text, tokens, 0, tokens.len());
    let of_two = |k: &usize| reader.country_form(*k).is_some_and(|f| lx.halves.iter().any(|h| h.0 == f.0));
    let Some(named) = (0..*last).find(of_two) else { return };
    for k in found.into_iter().filter(|k| *k > named) {
        let own = half(&tokens[k]).map(|h| h.2);
        tokens[k].sym = own.unwrap_or(tokens[k].sym);
    }
}

/// "Korea" in a paper of one of the two means that one, where it is no part of a longer name.
fn name_selves(lx: &Lexicon, article: Article<'_>, named: Option<u16>, tokens: &mut [Token]) {
    let agency = |s: &str| lx.agencies.get(s.trim().to_lowercase().as_str()).map(|a| a.0);
    let line = |t: &Token| t.caps && t.kind == Kind::Word;
    let home =
        named.or_else(|| tokens.iter().take(25).filter(|t| line(t)).find_map(|t| agency(&article.text[t.start as usize..t.end as usize])));
    let Some(home) = home.filter(|h| lx.selves.iter().any(|s| s.0 == *h)) else { return };
    let own: Vec<(usize, u32)> = {
        let reader = Reader::new(lx, article.text, tokens, 0, tokens.len());
        // "the Poland-Korea Association", "the Korea-U.S. treaty": the one or the other.
        let joined = |k: usize| {
            [k.wrapping_sub(1), k + 1].iter().any(|j| tokens.get(*j).is_some_and(|t| matches!(t.kind, Kind::Hyphen | Kind::Dash)))
        };
        let longer = |k: usize| {
            joined(k)
                || (k.saturating_sub(6)..=k)
                    .any(|j| reader.longest(j, kinds::NAMES | kinds::TRAP | kinds::AGENCY).is_some_and(|(_, end)| end > k))
        };
        let of = |k: usize| lx.selves.iter().find(|s| s.0 == home && s.1 == tokens[k].sym).map(|s| (k, s.2));
        (0..tokens.len()).filter(|k| tokens[*k].cap).filter_map(of).filter(|(k, _)| !longer(*k)).collect()
    };
    for (k, sym) in own {
        tokens[k].sym = sym;
    }
}

/// An example of a rule that is read otherwise than it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub rule: String,
    pub text: String,
    pub want: Vec<String>,
    pub got: Vec<String>,
}

/// Runs the examples of every rule; `on` gives the day on which a sentence is told.
pub fn check_examples(lx: &Lexicon, on: impl Fn(&str) -> Date) -> Vec<Failure> {
    let mut extractor = Extractor::new(lx);
    let mut failures = Vec::new();
    for rule in &lx.rules {
        for example in &rule.examples {
            let article = Article { text: &example.text, date: on(&example.text), source: None };
            let row = |m: &Mention| format!("{} {}>{} {}", m.kind, m.source, m.target, m.status);
            let mut got: Vec<String> = extractor.extract(article).iter().filter(|m| !m.inferred).map(row).collect();
            let mut want = example.gives.clone();
            got.sort();
            want.sort();
            if got != want {
                failures.push(Failure { rule: rule.id.clone(), text: example.text.clone(), want, got });
            }
        }
    }
    failures
}

/// A sentence's chunks, named for a reader.
fn read_sentence(reader: &Reader<'_>, chunks: &[Spanned]) -> ReadSentence {
    let bytes = |a: usize, b: usize| (reader.tokens[a].start as usize, reader.tokens[b - 1].end as usize);
    let name = |c: &Chunk| -> String {
        match c {
            Chunk::Np(np) => {
                let of = |a: &crate::annotate::Actor| {
                    let mut s = a.country.map_or("?", |c| reader.lx.iso(c)).to_string();
                    if let Some(level) = a.level {
                        s += &format!(" {level}");
                    }
                    s
                };
                let who = np.actors.iter().map(of).collect::<Vec<_>>().join(", ");
                match np.kind {
                    NpKind::Actor => format!("actor {who}"),
                    NpKind::Event => format!(
                        "event{}",
                        np.event.as_ref().map_or(String::new(), |e| format!(" {}", reader.lx.nouns[e.noun as usize].text))
                    ),
                    NpKind::Place => format!("place {}", np.places.first().map_or("?", |p| reader.lx.iso(p.country))),
                    NpKind::Pair => "the two".into(),
                    NpKind::Pronoun => "pronoun".into(),
                    NpKind::Other => "noun".into(),
                }
            }
            Chunk::Vg(v) => format!(
                "verb {}{}{}",
                format!("{:?}", v.tense).to_lowercase(),
                if v.passive { " passive" } else { "" },
                if v.negated { " negated" } else { "" }
            ),
            Chunk::Date(_) => "date".into(),
            Chunk::Prep(_) => "preposition".into(),
            Chunk::Sub(_) => "subordinator".into(),
            _ => String::new(),
        }
    };
    ReadSentence {
        span: bytes(reader.begin, reader.end),
        chunks: chunks.iter().map(|c| (bytes(c.start, c.end), name(&c.chunk))).filter(|c| !c.1.is_empty()).collect(),
    }
}
