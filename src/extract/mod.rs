//! From an article to its exchanges.
//!
//! A sentence without a trigger is skipped before anything else is read. What remains is cut into
//! chunks (`annotate`), read clause by clause against the rules (`clause`), made into mentions
//! (`build`), and the mentions of one exchange are merged (`merge`).

mod build;
mod clause;
mod discourse;
mod merge;

use jiff::civil::Date;

use crate::annotate::Reader;
use crate::lexicon::{Closed, Lexicon};
use crate::model::Mention;
use crate::text::{self, Kind, Token, fold};
use discourse::Discourse;

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
}

impl<'l> Extractor<'l> {
    pub fn new(lx: &'l Lexicon) -> Self {
        Extractor { lx, tokens: Vec::new(), key: String::new() }
    }

    /// The exchanges that an article tells of, in the order of their evidence.
    pub fn extract(&mut self, article: Article<'_>) -> Vec<Mention> {
        let lx = self.lx;
        let text = article.text;
        text::tokenize(text, &mut self.tokens);
        let mut triggers = false;
        for t in &mut self.tokens {
            if t.kind == Kind::Word {
                let word = &text[t.start as usize..t.end as usize];
                t.sym = lookup(lx, word, &mut self.key);
                triggers |= lx.trigger_words[t.sym as usize];
            }
        }
        if !triggers {
            return Vec::new();
        }
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
        let mut discourse = Discourse::new(lx, article);
        if let Some(line) = text::dateline(tokens) {
            discourse.dateline(tokens, line);
        } else if !Reader::new(lx, text, tokens, 0, tokens.len()).speaks_of_home(discourse.home) {
            // A portal cites an agency without its point of view.
            discourse.home = None;
            discourse.here = None;
        }
        // The cheapest of all tests comes last: it costs a walk over the names.
        if Reader::new(lx, text, tokens, 0, tokens.len()).single_country(discourse.home) {
            return Vec::new();
        }
        let mut mentions = Vec::new();
        // The reporter's own line is no sentence.
        let body = discourse.body;
        for (n, &(begin, end)) in sentences.iter().filter(|s| s.1 > body).enumerate() {
            let begin = body.max(begin).min(end);
            // A sentence of thousands of tokens is a table or a dump, not a sentence.
            if begin >= end || end - begin > 400 {
                continue;
            }
            let reader = Reader::new(lx, text, tokens, begin, end);
            let has_trigger = tokens[begin..end].iter().any(|t| lx.trigger_words[t.sym as usize]);
            if !has_trigger {
                discourse.note(&reader);
                continue;
            }
            let chunks = reader.chunks();
            discourse.sentence(&reader, n, chunks, &mut mentions);
        }
        merge::merge(mentions, &discourse)
    }
}

#[inline]
fn lookup(lx: &Lexicon, word: &str, key: &mut String) -> u32 {
    let bytes = word.as_bytes();
    if bytes.len() <= 32 && word.is_ascii() {
        let mut buffer = [0u8; 32];
        let mut n = 0;
        for &b in bytes {
            if b != b'.' && b != b'\'' {
                buffer[n] = b.to_ascii_lowercase();
                n += 1;
            }
        }
        // ASCII stays UTF-8.
        return std::str::from_utf8(&buffer[..n]).map_or(0, |s| lx.sym(s));
    }
    fold(word, key);
    lx.sym(key)
}
