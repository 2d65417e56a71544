//! What an article has said so far: its people, its last pair, its place and its dates.

use std::cell::{Cell, OnceCell, RefCell};

use jiff::civil::Date;

use super::Article;
use super::merge::pair;
use super::trace::{Step, Why};
use crate::annotate::dates::{DateExpr, Shift};
use crate::annotate::{Actor, ActorKind, Chunk, Event, Np, NpKind, Reader, Tense, Vg};
use crate::lexicon::{Closed, CountryForm, Entry, Force, Form, Governs, Lexicon, Phase, Rule, kinds};
use crate::model::{DatePrecision, DateSource, ExchangeType, Level, Mention, Sector, Status, When};
use crate::text::{Dateline, Kind, Token, fold};

pub use crate::annotate::Spanned;

/// Somebody named in the article.
#[derive(Clone, Debug)]
pub struct Known {
    /// Longest form so far, as written.
    pub name: String,
    pub words: Vec<String>,
    pub country: Option<u16>,
    pub office: Option<String>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    pub former: bool,
    /// "then President X": the office is another's today.
    pub then: bool,
    /// The article said of which country only after it had named him.
    pub late: bool,
    /// The country is the paper's own: the article has not said it.
    pub assumed: bool,
    /// Token at which the article named him first.
    pub at: usize,
}

impl Known {
    /// An official named without a country.
    fn stateless(&self) -> bool {
        self.country.is_none() && !self.former && self.office.is_some() && self.level.is_some_and(|l| l <= Level::DeputyMinister)
    }
}

/// The two sides of an exchange.
pub type Parties = (Vec<Resolved>, Vec<Resolved>);

/// An actor with everything that the article and the lexicon know of him.
#[derive(Clone, Debug)]
pub struct Resolved {
    pub country: u16,
    pub kind: ActorKind,
    pub name: Option<String>,
    pub office: Option<String>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    pub former: bool,
    pub force: Option<Force>,
    /// First token, for the order of mention.
    pub at: usize,
    /// Tokens of the phrase.
    pub span: (usize, usize),
    pub via: Via,
}

impl Resolved {
    /// Has he been sent to live abroad?
    pub fn accredited(&self) -> bool {
        let office = self.office.as_deref().unwrap_or_default().to_lowercase();
        ["ambassador", "high commissioner"].iter().any(|w| office.contains(w))
    }
}

/// "the Georgian PM", "the premier": a prime minister, by the last word of his office.
fn as_minister(word: String) -> String {
    if matches!(word.as_str(), "pm" | "premier") { "minister".to_string() } else { word }
}

/// Whom a list names that the next sentence opens with "They included".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roll {
    /// "Foreign guests arrived": whoever is named with his office.
    Guests,
    /// "Foreign guests left for home": whoever is named with his office.
    Leavers,
    /// "Art troupes arrived": nobody whose name says that he leads.
    Artists,
    /// "Messages came from different countries": who wrote them.
    Letters,
    /// "Personages paid condolatory visits to the embassies in their countries": who condoled.
    Callers,
}

/// How an actor was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// The phrase says who.
    Named,
    /// A short form, a description: the article has named him before.
    Recalled,
    /// A pronoun, "the two countries".
    Anaphor,
    /// The agency's own country.
    Home,
}

pub struct Discourse<'a> {
    pub lx: &'a Lexicon,
    pub article: Article<'a>,
    pub known: Vec<Known>,
    last_pair: Option<(u16, u16)>,
    /// The two sides of the last pair, with their heads.
    last_sides: Option<Parties>,
    /// The two sides of the last row of this sentence.
    pub told_here: RefCell<Option<Parties>>,
    /// The last person that acted.
    last_person: Option<Resolved>,
    /// Everybody whom that sentence named.
    persons_there: Vec<Resolved>,
    /// The several people of one country who were the last subject.
    last_people: Vec<Resolved>,
    /// "the foreign ministers of Mali and Niger": officials of one rank from several countries who were the last subject.
    last_peers: Vec<Resolved>,
    /// Whose the last delegation was.
    last_delegation: Option<Resolved>,
    /// The last sentence named it.
    delegation_named: bool,
    /// Where "here" is, with its name.
    pub here: Option<(u16, String)>,
    pub dateline_date: Option<Date>,
    /// The day, of the article's or just before, on which its first sentence says that something was done.
    news_day: Option<Date>,
    /// The one day that the lead names, once somebody has asked.
    named_in_lead: std::cell::OnceCell<Option<Date>>,
    /// Does the first sentence tell that somebody is back from abroad? What follows was before.
    pub came_home: bool,
    /// Tokens of that sentence.
    pub lead: Option<(usize, usize)>,
    /// The date last named in the text.
    pub named_date: Option<When>,
    /// The country whose agency reports: the nationality of officials without one.
    pub home: Option<u16>,
    /// The country by which its publisher is called: that of ministers whom it names without one.
    paper: Option<u16>,
    /// Who receives the last visit told: the nationality of the officials whom the guest meets.
    pub host: Cell<Option<u16>>,
    /// Of which country those are whom only the place of a visit told.
    guessed: RefCell<Vec<(Vec<String>, u16)>>,
    /// To whom envoys presented their credentials last, and when.
    pub court: Cell<Option<(u16, Option<DateExpr>)>>,
    /// The two between whom a treaty was last told, and the sentence.
    pub treaty: Cell<Option<(usize, u16, u16)>>,
    /// Who received messages of which the sentence did not say whose they were, and the sentence.
    pub addressee: RefCell<Option<(usize, Resolved)>>,
    /// The two countries with which the story opens, if it opens with two.
    two_of_story: OnceCell<Option<(u16, u16)>>,
    /// Did a rule ask who somebody is?
    asked: Cell<bool>,
    /// The sentence is read only to see whether one will.
    pub probing: bool,
    /// Where the headlines end, in bytes.
    pub headline: usize,
    /// First token of the dateline.
    pub line: usize,
    /// First token of the story, behind the dateline.
    pub body: usize,
    /// What was tried, where somebody asked.
    pub steps: Option<RefCell<Vec<Step>>>,
}

impl<'a> Discourse<'a> {
    /// `agency` is where an agency sits, `paper` whose another publisher is.
    pub fn new(lx: &'a Lexicon, article: Article<'a>, agency: Option<&(u16, String)>, paper: Option<u16>) -> Self {
        Discourse {
            lx,
            article,
            known: Vec::new(),
            last_pair: None,
            last_sides: None,
            told_here: RefCell::new(None),
            last_person: None,
            persons_there: Vec::new(),
            last_people: Vec::new(),
            last_peers: Vec::new(),
            last_delegation: None,
            delegation_named: false,
            here: agency.map(|(c, city)| (*c, city.clone())),
            dateline_date: None,
            news_day: None,
            named_in_lead: std::cell::OnceCell::new(),
            came_home: false,
            lead: None,
            named_date: None,
            home: agency.map(|a| a.0),
            paper,
            host: Cell::new(None),
            guessed: RefCell::default(),
            court: Cell::new(None),
            treaty: Cell::new(None),
            addressee: RefCell::new(None),
            two_of_story: OnceCell::new(),
            asked: Cell::new(false),
            probing: false,
            headline: 0,
            line: 0,
            body: 0,
            steps: None,
        }
    }

    /// Notes what a rule made of a trigger, where somebody asked.
    pub fn trace(&self, reader: &Reader<'_>, rule: &crate::lexicon::Rule, tokens: (usize, usize), why: Why, rows: usize) {
        if let Some(steps) = &self.steps {
            let span = (reader.tokens[tokens.0].start as usize, reader.tokens[tokens.1 - 1].end as usize);
            steps.borrow_mut().push(Step { trigger: span, rule: rule.id.clone(), why, rows });
        }
    }

    /// Takes place and date from the reporter's own line.
    pub fn dateline(&mut self, tokens: &[Token], line: Dateline) {
        let reader = Reader::new(self.lx, self.article.text, tokens, line.start, line.body);
        if let Some((country, start, end)) = reader.place_at(line.place.0) {
            self.here = Some((country, reader.slice(start, end).to_string()));
        }
        for k in line.rest.0..line.rest.1 {
            if self.dateline_date.is_none() {
                self.dateline_date = reader.calendar(k, self.article.date);
            }
            if let Some((country, _)) = self.lx.agencies.get(reader.slice(k, k + 1).to_lowercase().as_str()) {
                self.home = Some(*country);
            }
        }
        self.line = line.start;
        self.body = line.body;
    }

    /// A sentence without trigger still names people and countries: the next one may lean on them.
    pub fn note(&mut self, reader: &Reader<'_>, chunks: Option<Vec<Spanned>>) {
        let chunks = chunks.unwrap_or_else(|| reader.chunks());
        self.learn(reader, &chunks);
        self.remember(reader, &chunks);
    }

    /// Does a sentence need to know what was said before: a pronoun, a short name, an office of no country?
    pub fn leans_back(&self, reader: &Reader<'_>, chunks: &[Spanned]) -> bool {
        let incomplete = |a: &Actor| {
            let short = a.name.is_some_and(|(s, e)| e - s < 2);
            a.country.is_none() || short || a.name.is_some() && a.level.is_none()
        };
        let mut first = None;
        let mut two = false;
        for c in chunks {
            let Chunk::Np(np) = &c.chunk else { continue };
            if matches!(np.kind, NpKind::Pronoun | NpKind::Pair)
                || reader.is(np.start, Closed::Possessive)
                || np.everybody().any(incomplete)
            {
                return true;
            }
            let countries = np.everybody().filter_map(|a| a.country).chain(np.places.iter().map(|p| p.country));
            countries.for_each(|c| two |= *first.get_or_insert(c) != c);
        }
        !two
    }

    /// Will reading the sentence ask who somebody is? Then what was said before must be known first.
    pub fn asks(&mut self, reader: &Reader<'_>, n: usize, chunks: &[Spanned]) -> bool {
        self.probing = true;
        self.asked.set(false);
        let (named, host) = (self.named_date, self.host.get());
        let mut rows = Vec::new();
        super::clause::read(self, reader, n, chunks, &mut rows);
        self.probing = false;
        self.named_date = named;
        self.host.set(host);
        self.asked.get() || !rows.is_empty()
    }

    /// In a probe: what comes of the sentence is known.
    pub fn answered(&self) -> bool {
        self.probing && self.asked.get()
    }

    /// Reads the triggers of a sentence.
    pub fn sentence(&mut self, reader: &Reader<'_>, n: usize, chunks: Vec<Spanned>, out: &mut Vec<Mention>) {
        self.learn(reader, &chunks);
        let first = out.len();
        super::clause::read(self, reader, n, &chunks, out);
        if n == 0 && self.news_day.is_none() {
            let base = self.dateline_date.unwrap_or(self.article.date);
            let days = |w: &When| (base - w.start).get_days();
            // Who came home tells of the days before.
            let back = |m: &Mention| self.lx.rules.iter().any(|r| r.id == m.rule && r.phase == Some(Phase::Return));
            self.came_home = out[first..].iter().any(back);
            let told = |m: &&Mention| matches!(m.status, Status::Occurred | Status::Ongoing) && !back(m);
            let exact = |w: &When| w.source == DateSource::Text && w.precision == DatePrecision::Day && (0..=3).contains(&days(w));
            // "wrapped up his two-day visit on Tuesday": the news is of its last day.
            let last = |w: When| w.end.filter(|e| *e <= base).unwrap_or(w.start);
            let day = out[first..].iter().filter(told).filter_map(|m| m.when).find(exact).map(last);
            // "was to meet X on Monday, three days after a summit with Y": the summit is no news.
            let later = |m: &Mention| m.status == Status::Planned && m.when.is_some_and(|w| exact(&w) && Some(w.start) > day);
            self.news_day = day.filter(|_| !out[first..].iter().any(later));
        }
        for (words, country) in self.headed(reader, &chunks, out) {
            // "A Peruvian delegation arrived. It is led by Minister X ... X met Y": of Peru.
            if let Some(k) = self.known.iter_mut().find(|k| k.country.is_none() && k.words == words) {
                k.country = Some(country);
            }
        }
        self.present_there(reader, &chunks, out, first);
        self.handed_over(reader, &chunks, out, first);
        self.at_the_event(reader, &chunks, out, first);
        self.greeted(reader, &chunks, out, first);
        self.same_talks(reader, &chunks, out, first);
        self.denial(reader, &chunks, out, first);
        self.told_again(reader, &chunks, out, first);
        self.called_off(reader, &chunks, out, first);
        self.invitation_answered(reader, &chunks, out, first);
        self.remember(reader, &chunks);
    }

    /// May "he", or "she", be this person, by the name?
    pub fn may_be(&self, pronoun: &str, r: &Resolved) -> bool {
        let woman = r.name.as_deref().is_some_and(|n| n.split(' ').any(|w| self.lx.women.contains(w)));
        !woman || !matches!(pronoun, "he" | "him" | "his" | "himself")
    }

    /// Whom "he" or "she" means: the last person, or of those beside him the one whose name fits.
    fn called(&self, pronoun: &str) -> Option<Resolved> {
        let last = self.last_person.as_ref()?;
        let woman = |r: &&Resolved| !self.may_be("he", r);
        let she = matches!(pronoun, "she" | "her" | "herself");
        if she && !woman(&last) {
            return self.persons_there.iter().find(woman).or(Some(last)).cloned();
        }
        if self.may_be(pronoun, last) {
            return Some(last.clone());
        }
        self.persons_there.iter().find(|r| self.may_be(pronoun, r)).cloned()
    }

    /// Two sides of a row told: whom "the two" of the next sentence mean.
    pub fn told(&mut self, pair: (u16, u16), sides: Parties) {
        self.last_pair = Some(pair);
        self.last_sides = Some(sides);
    }

    /// The day of the news: that of what the first sentence tells, or the one day that it names.
    pub fn news_day(&self, reader: &Reader<'_>) -> Option<Date> {
        let named = || {
            let (begin, end) = self.lead?;
            let lead = Reader { begin, end, ..*reader };
            // "said on Tuesday", "agreed Tuesday", and not "the attack on Tuesday"
            let verb = |k: usize| self.lx.forms(reader.tokens[k].sym).iter().any(|f| f.1 == Form::Past);
            let done = |k: usize| k > begin + 1 && verb(k - 1 - usize::from(reader.word(k - 1).as_deref() == Some("on")));
            let mut days = Vec::new();
            let mut k = begin;
            while k < end {
                match lead.date(k) {
                    Some((e, next)) => {
                        days.push((e, done(k)));
                        k = next.max(k + 1);
                    }
                    None => k += 1,
                }
            }
            let [(e @ (DateExpr::Weekday { shift: Shift::Plain, .. } | DateExpr::Day { to: None, .. } | DateExpr::Days(-1..=0)), true)] =
                days[..]
            else {
                return None;
            };
            let base = self.dateline_date.unwrap_or(self.article.date);
            let day = crate::annotate::dates::resolve(e, base, crate::annotate::dates::Direction::Past, None)?.start;
            (0..=3).contains(&(base - day).get_days()).then_some(day)
        };
        self.news_day.or_else(|| *self.named_in_lead.get_or_init(named))
    }

    /// Learns the people of a sentence.
    pub fn learn(&mut self, reader: &Reader<'_>, chunks: &[Spanned]) {
        for c in chunks {
            if let Chunk::Np(np) = &c.chunk {
                self.meet(reader, np);
            }
        }
        self.appointed(reader, chunks);
        self.home_again(reader, chunks);
        self.described(reader, chunks);
    }

    /// The officials of whom the article said too late of which country they are.
    pub fn late(&self) -> impl Iterator<Item = &Known> {
        self.known.iter().filter(|k| k.late && k.office.is_some())
    }

    /// Is there an official whose country is still to be said? An agency's or a paper's own need none.
    pub fn waits(&self) -> bool {
        self.home.is_none() && self.paper.is_none() && self.known.iter().any(Known::stateless)
    }

    /// "Chairman X arrived ... The Vietnamese chairman said": the only official of that rank without a country. And "the visit
    /// of X as chairman of the Vietnamese assembly".
    fn described(&mut self, reader: &Reader<'_>, chunks: &[Spanned]) {
        if !self.waits() {
            return;
        }
        for w in chunks.windows(3) {
            let (Chunk::Np(who), Chunk::Prep(p) | Chunk::Sub(p), Chunk::Np(office)) = (&w[0].chunk, &w[1].chunk, &w[2].chunk) else {
                continue;
            };
            let ([x], [o]) = (&who.actors[..], &office.actors[..]) else { continue };
            let (Some((s, e)), "as", Some(country), None) = (x.name, self.lx.text(*p), o.country, o.name) else { continue };
            if o.office.is_none() || x.country.is_some() {
                continue;
            }
            let words = name_words(&clean_name(reader, s, e));
            if let Some(k) = self.known.iter_mut().find(|k| k.stateless() && contains(&k.words, &words)) {
                (k.country, k.late) = (Some(country), true);
            }
        }
        for c in chunks {
            let Chunk::Np(np) = &c.chunk else { continue };
            let [a] = &np.actors[..] else { continue };
            let (Some(country), Some(level), None, true) = (a.country, a.level, a.name, a.definite) else { continue };
            if a.kind != ActorKind::Person || a.office.is_none() || a.former || a.plural || level > Level::DeputyMinister {
                continue;
            }
            if self.known.iter().any(|k| k.country == Some(country) && k.level == Some(level)) {
                continue;
            }
            // Who is named beside the description is another.
            let beside = |k: &Known| {
                chunks.iter().any(|c| {
                    matches!(&c.chunk, Chunk::Np(n) if n.everybody().filter_map(|a| a.name).any(|(s, e)| {
                        contains(&k.words, &name_words(&clean_name(reader, s, e)))
                    }))
                })
            };
            let mut fit = (0..self.known.len()).filter(|&i| self.known[i].stateless() && self.known[i].level == Some(level));
            if let (Some(i), None) = (fit.next(), fit.next()) {
                if !beside(&self.known[i]) {
                    (self.known[i].country, self.known[i].late) = (Some(country), true);
                }
            }
        }
    }

    /// Keeps whom "the two countries" and "he" of the next sentence mean.
    fn remember(&mut self, reader: &Reader<'_>, chunks: &[Spanned]) {
        self.several(reader, chunks);
        let mut countries: Vec<u16> = Vec::new();
        let mut people: Vec<Resolved> = Vec::new();
        self.delegation_named = false;
        for c in chunks {
            if let Chunk::Np(np) = &c.chunk {
                for a in np.everybody() {
                    if a.delegation {
                        self.delegation_named |= a.country.is_some();
                        // "the delegation" again says nothing new of who leads it.
                        let told = a.country.is_none() && self.last_delegation.is_some();
                        self.last_delegation = self.resolve(reader, a, np).filter(|_| !told).or(self.last_delegation.take());
                    }
                    let person = if a.kind == ActorKind::Person { self.resolve(reader, a, np) } else { None };
                    if let Some(c) = a.country.or(person.as_ref().map(|p| p.country)).filter(|c| !countries.contains(c)) {
                        countries.push(c);
                    }
                    people.extend(person.filter(|p| p.level.is_some() && p.name.is_some()));
                }
            }
        }
        if !people.is_empty() {
            self.persons_there.clone_from(&people);
        }
        // "Peru and Chile answered Cuba": the two who act are the two of whom the next sentence says "they".
        let subject = chunks.iter().take_while(|c| !matches!(c.chunk, Chunk::Vg(_))).find_map(|c| match &c.chunk {
            Chunk::Np(n) if n.kind == NpKind::Actor => Some(n),
            _ => None,
        });
        // "The two spoke of Taiwan and Ukraine": they stay the two.
        let first = chunks.iter().take_while(|c| !matches!(c.chunk, Chunk::Vg(_))).find_map(|c| match &c.chunk {
            Chunk::Np(n) => Some(n),
            _ => None,
        });
        let same_two = first.is_some_and(|n| n.kind == NpKind::Pair) && self.last_pair.is_some();
        let acting: Vec<u16> = subject.filter(|n| n.list).map(|n| n.actors.iter().filter_map(|a| a.country).collect()).unwrap_or_default();
        if let [a, b] = if countries.len() > 2 { acting } else { countries }[..] {
            if a != b && !same_two && self.last_pair != Some((a, b)) && self.last_pair != Some((b, a)) {
                self.last_pair = Some((a, b));
                // "Ruto and Museveni shook hands. The pair then": one of each side, and they are meant.
                people.dedup_by(|x, y| x.name == y.name);
                self.last_sides = match &people[..] {
                    [x, y] if (x.country, y.country) == (a, b) => Some((vec![x.clone()], vec![y.clone()])),
                    _ => None,
                };
            }
        }
        for (k, c) in chunks.iter().enumerate() {
            if let Chunk::Np(np) = &c.chunk {
                // "They came from the president of X, the premier of Y": none of them is "he".
                let from = k > 0 && matches!(chunks[k - 1].chunk, Chunk::Prep(p) if self.lx.text(p) == "from");
                if from && (np.actors.len() > 1 || reader.word(reader.begin).as_deref() == Some("they")) {
                    break;
                }
                // "He called on President Y": the next "he" is the same man.
                if np.kind == NpKind::Pronoun
                    && self.last_person.is_some()
                    && matches!(reader.word(np.start).as_deref(), Some("he" | "she" | "his" | "her"))
                {
                    break;
                }
                let owners = np.event.iter().flat_map(|e| &e.possessor);
                if let Some(a) = owners.chain(&np.actors).find(|a| a.kind == ActorKind::Person) {
                    if let Some(r) = self.resolve(reader, a, np).filter(|r| r.level.is_some()) {
                        self.last_person = Some(r);
                        break;
                    }
                }
            }
        }
    }

    /// "Foreign Minister X and Trade Minister Y spoke on Monday. They are travelling": both.
    fn several(&mut self, reader: &Reader<'_>, chunks: &[Spanned]) {
        let subject = chunks.iter().take_while(|c| !matches!(c.chunk, Chunk::Vg(_))).find_map(|c| match &c.chunk {
            Chunk::Np(n) if n.kind == NpKind::Actor => Some(n),
            _ => None,
        });
        // "X of Peru, Y of Chile and Z of Cuba arrived"
        let named = |a: &Actor| a.kind == ActorKind::Person && a.name.is_some();
        if let Some(np) = subject.filter(|n| n.actors.len() > 2 && n.actors.iter().all(named)) {
            let people = self.find_actors(reader, np);
            let apart = |i: usize| people[..i].iter().all(|p| p.country != people[i].country);
            if people.len() == np.actors.len() && (0..people.len()).all(apart) {
                self.last_peers = people;
            }
        }
        let peer = |a: &Actor| a.kind == ActorKind::Group && a.name.is_none() && a.country.is_some();
        if let Some(np) = subject.filter(|n| n.actors.len() > 1 && n.actors.iter().all(peer)) {
            let level = np.actors[0].level.filter(|l| *l <= Level::Minister);
            if level.is_some() && np.actors.iter().all(|a| a.level == level) {
                self.last_peers = self.find_actors(reader, np);
            }
        }
        let Some(np) = subject.filter(|n| n.actors.len() > 1 && n.actors.iter().all(|a| a.kind == ActorKind::Person && a.name.is_some()))
        else {
            return;
        };
        let people = self.find_actors(reader, np);
        if people.len() == np.actors.len() && people.iter().all(|p| p.country == people[0].country && p.level.is_some()) {
            self.last_people = people;
        }
    }

    /// "a message to X upon his election as president of Y" says whose X is.
    fn appointed(&mut self, reader: &Reader<'_>, chunks: &[Spanned]) {
        for (k, w) in chunks.windows(3).enumerate() {
            let (Chunk::Np(event), Chunk::Sub(_) | Chunk::Prep(_), Chunk::Np(office)) = (&w[0].chunk, &w[1].chunk, &w[2].chunk) else {
                continue;
            };
            let named = matches!(
                reader.word(event.end - 1).as_deref(),
                Some(
                    "appointment"
                        | "election"
                        | "reelection"
                        | "inauguration"
                        | "nomination"
                        | "selection"
                        | "assumption"
                        | "reappointment"
                )
            ) || event.end >= 2 && matches!(reader.word(event.end - 2).as_deref(), Some("re"));
            let owned = reader.is(event.start, Closed::Possessive);
            // "as deputy prime minister and foreign minister of Peru": the higher office, of the country that closes both.
            let both = || {
                let first = office.actors.first()?;
                let country = office.actors.iter().find_map(|a| a.country)?;
                let ranked = office.actors.iter().all(|a| a.office.is_some() && a.name.is_none() && a.country.is_none_or(|c| c == country));
                ranked.then(|| Actor { country: Some(country), ..first.clone() })
            };
            let Some(o) = both().filter(|o| named && owned && o.level.is_some()) else { continue };
            let person = chunks[..k].iter().rev().find_map(|c| match &c.chunk {
                Chunk::Np(n) => n.actors.iter().rev().find(|a| a.kind == ActorKind::Person && a.name.is_some()),
                _ => None,
            });
            let Some((s, e)) = person.filter(|p| p.country.is_none()).and_then(|p| p.name) else { continue };
            let name = clean_name(reader, s, e);
            let words = name_words(&name);
            if self.known.iter().any(|x| x.words == words && x.country.is_some() && x.office.is_some()) {
                continue;
            }
            self.known.retain(|x| x.words != words);
            self.known.push(Known {
                late: false,
                assumed: false,
                at: office.start,
                name,
                words,
                country: o.country,
                office: o.office.map(|(s, e)| reader.slice(s, e).to_string()),
                level: o.level,
                sector: o.sector,
                former: false,
                then: false,
            });
        }
    }

    /// "General X returned to Peru after a visit to Chile" says whose X is.
    fn home_again(&mut self, reader: &Reader<'_>, chunks: &[Spanned]) {
        for w in chunks.windows(4) {
            let (Chunk::Np(who), Chunk::Vg(v), Chunk::Prep(to), Chunk::Np(home)) = (&w[0].chunk, &w[1].chunk, &w[2].chunk, &w[3].chunk)
            else {
                continue;
            };
            let returns = !v.passive && !v.negated && v.verbs.iter().any(|x| self.lx.verbs[*x as usize].text == "return");
            let [a] = &who.actors[..] else { continue };
            let [c] = &home.actors[..] else { continue };
            let unclaimed = a.kind == ActorKind::Person && a.country.is_none() && a.office.is_some();
            let (Some((s, e)), Some(country)) = (a.name.filter(|_| unclaimed), c.country.filter(|_| c.kind == ActorKind::Country)) else {
                continue;
            };
            let after = chunks
                .iter()
                .any(|s| matches!(s.chunk, Chunk::Prep(p) | Chunk::Sub(p) if matches!(self.lx.text(p), "after" | "from" | "following")));
            if !returns || self.lx.text(*to) != "to" || !after {
                continue;
            }
            let name = clean_name(reader, s, e);
            let words = name_words(&name);
            if let Some(k) = self.known.iter_mut().find(|k| k.words == words) {
                k.country = k.country.or(Some(country));
            } else {
                self.known.push(Known {
                    late: false,
                    assumed: false,
                    at: who.start,
                    name,
                    words,
                    country: Some(country),
                    office: a.office.map(|(s, e)| reader.slice(s, e).to_string()),
                    level: a.level,
                    sector: a.sector,
                    former: a.former,
                    then: false,
                });
            }
        }
    }

    /// "The delegation was led by X", "X is leading the delegation" say who headed the visit told before.
    fn headed(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention]) -> Vec<(Vec<String>, u16)> {
        let mut leaders = Vec::new();
        for w in chunks.windows(3) {
            let leader = match (&w[0].chunk, &w[1].chunk, &w[2].chunk) {
                (Chunk::Vg(v), Chunk::Prep(by), Chunk::Np(leader)) if v.passive && reader.leads(v) && self.lx.text(*by) == "by" => leader,
                (Chunk::Np(leader), Chunk::Vg(v), Chunk::Np(who))
                    if !v.passive
                        && !v.negated
                        && reader.leads(v)
                        && leader.actors.len() == 1
                        && leader.actors[0].name.is_some()
                        && who.actors.first().is_some_and(|a| a.delegation && a.definite) =>
                {
                    leader
                }
                _ => continue,
            };
            let Some(a) = leader.actors.first() else { continue };
            let Some(m) =
                out.iter_mut().rev().find(|m| matches!(m.kind, ExchangeType::Visit | ExchangeType::Delegation) && m.source_head.is_none())
            else {
                continue;
            };
            let country = self.lx.country(m.source);
            let (of, level, sector, office, _) = self.facts(reader, a);
            if of.is_some() && of != country {
                continue;
            }
            m.source_head = a.name.map(|(s, e)| clean_name(reader, s, e));
            // "Pak is leading the delegation": what he is, the article has said.
            let words = m.source_head.as_deref().map(name_words).unwrap_or_default();
            let known = self.known.iter().find(|k| !k.former && contains(&k.words, &words));
            m.source_office = office.or_else(|| known.and_then(|k| k.office.clone()));
            m.level = level.or(known.and_then(|k| k.level)).or(m.level);
            if sector.is_some_and(|s| s != Sector::Politics) {
                m.sector = sector;
            }
            leaders.extend(country.filter(|_| !words.is_empty()).map(|c| (words, c)));
        }
        leaders
    }

    fn tells_who_was_there(reader: &Reader<'_>) -> bool {
        let word = |k: usize| reader.lx.text(reader.tokens[k].sym);
        matches!(word(reader.begin), "present" | "attending" | "among")
            || word(reader.begin) == "invited" && reader.begin + 1 < reader.end && word(reader.begin + 1) == "to"
            || (reader.begin..reader.end.saturating_sub(1)).any(|k| word(k) == "on" && word(k + 1) == "hand")
    }

    /// Can a sentence without trigger say more of an exchange told before: who was there, who led, that it is denied?
    pub fn adds_to_what_was_told(&self, reader: &Reader<'_>) -> bool {
        let of = |k: usize| reader.lx.forms(reader.tokens[k].sym).iter().map(|f| &reader.lx.verbs[f.0 as usize]);
        Self::tells_who_was_there(reader)
            || (reader.begin..reader.end).any(|k| {
                of(k).any(|v| {
                    v.governs == Governs::Deny || matches!(v.text.as_str(), "lead" | "head" | "hand" | "convey" | "accept" | "decline")
                })
            })
    }

    /// "Present there were A and B", "from the Lao side A and from the opposite side B": the highest of a side is its head in
    /// the meeting told before.
    fn present_there(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention], first: usize) {
        if !Self::tells_who_was_there(reader) {
            return;
        }
        // The meeting told last: not the headline's, whose head the story below has named.
        let headless = |m: &&mut Mention| m.source_head.is_none() || m.target_head.is_none();
        let last = out[..first].iter_mut().rev().find(|m| m.kind == ExchangeType::Meeting);
        let Some(m) = last.filter(headless) else { return };
        let (Some(source), Some(target)) = (self.lx.country(m.source), self.lx.country(m.target)) else { return };
        let other = |c: u16| if c == source { target } else { source };
        let host = self.giver(reader, m);
        let invited = (reader.begin..reader.end).any(|t| matches!(reader.word(t).as_deref(), Some("invitation" | "invited")));
        let mut side: Option<u16> = None;
        let mut there: Vec<Resolved> = Vec::new();
        for (k, c) in chunks.iter().enumerate() {
            let Chunk::Np(np) = &c.chunk else { continue };
            let from = k.checked_sub(1).is_some_and(|p| matches!(&chunks[p].chunk, Chunk::Prep(p) if self.lx.text(*p) == "from"));
            if from && (np.start..np.end.min(np.start + 4)).any(|t| reader.word(t).as_deref() == Some("side")) {
                let named = np.actors.iter().filter_map(|a| a.country).find(|c| *c == source || *c == target);
                side = named.or(side.map(other));
            }
            for a in np.actors.iter().filter(|a| a.name.is_some()) {
                // An agency's own city has ambassadors of others.
                let envoy = || {
                    a.office.is_some_and(|(s, e)| {
                        (s..e).any(|t| matches!(reader.word(t).as_deref(), Some("ambassador" | "affaires" | "consul")))
                    })
                };
                let guest = || self.home.filter(|h| (*h == source || *h == target) && envoy()).map(other);
                let role = host.filter(|h| invited || Some(*h) != self.home).map(|h| if invited { other(h) } else { h });
                // Of the host's own no envoys live there.
                let role = role.filter(|_| invited || !envoy());
                let foreign = role.filter(|r| Some(*r) != self.home && a.office.is_some());
                let as_of = |country: Option<u16>| self.resolve(reader, &Actor { country, ..a.clone() }, np);
                let found = as_of(a.country.or(side).or(foreign).or_else(|| if role.is_none() { guest() } else { None }));
                there.extend(found.or_else(|| as_of(Some(role.filter(|_| a.office.is_some())?))));
            }
        }
        let told = m.source_head.as_ref().or(m.target_head.as_ref()).cloned();
        let best = |c: u16| there.iter().filter(|a| a.country == c && a.name.is_some()).min_by_key(|a| (a.level.is_none(), a.level));
        let (x, y) = (best(source), best(target));
        if let Some(x) = x.filter(|_| m.source_head.is_none()) {
            (m.source_head, m.source_office) = (x.name.clone(), x.office.clone());
        }
        if let Some(y) = y.filter(|_| m.target_head.is_none()) {
            (m.target_head, m.target_office) = (y.name.clone(), y.office.clone());
        }
        // The lower of the two: whoever was told of before has his rank from there.
        let rank = |name: &Option<String>| {
            let name = name.as_ref()?;
            let now = x.into_iter().chain(y).find(|a| a.name.as_ref() == Some(name) && told.as_ref() != Some(name));
            now.map_or_else(|| self.known.iter().find(|k| k.name == *name)?.level, |a| a.level)
        };
        match (rank(&m.source_head), rank(&m.target_head)) {
            (Some(x), Some(y)) => m.level = Some(x.max(y)),
            // A friendship meeting at which the ambassador is present is of his rank.
            (Some(x @ Level::Director), None) | (None, Some(x @ Level::Director)) if m.rule == "reception" => m.level = Some(x),
            _ => {}
        }
    }

    /// "They were handed over on Tuesday": when the gift told before was given.
    fn handed_over(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut Vec<Mention>, first: usize) {
        // "received a letter ... X handed the letter to Y": the same one, by another hand.
        let definite = |m: &Mention| {
            chunks.iter().any(|c| match &c.chunk {
                Chunk::Np(np) => {
                    reader.word(np.start).as_deref() == Some("the")
                        && np.event.as_ref().is_some_and(|e| reader.slice(e.start, e.end) == m.trigger)
                }
                _ => false,
            })
        };
        let again = |m: &Mention, told: &[Mention]| {
            let same = |o: &Mention| {
                let word = |m: &Mention| m.trigger.to_lowercase().split(' ').next_back().map(str::to_string);
                o.kind == m.kind && (o.source, o.target) == (m.source, m.target) && word(o) == word(m) && o.evidence != m.evidence
            };
            if m.kind == ExchangeType::Message && definite(m) { told.iter().rposition(same) } else { None }
        };
        let mut at = first;
        while at < out.len() {
            let Some(gift) = again(&out[at], &out[..first]) else {
                at += 1;
                continue;
            };
            let m = out.remove(at);
            // Of a government's gift the one who hands it over is the head.
            if out[gift].source_head.is_none() {
                (out[gift].source_head, out[gift].source_office, out[gift].level) = (m.source_head, m.source_office, m.level);
            }
        }
        let (told, new) = out.split_at_mut(first);
        let undated = |m: &Mention| m.kind == ExchangeType::Message && m.when.is_none_or(|w| w.source != DateSource::Text);
        if new.iter().any(|m| m.kind == ExchangeType::Message) {
            return;
        }
        let Some(gift) = told.iter().rev().find(|m| undated(m)).map(|m| (m.evidence, m.trigger.to_lowercase())) else { return };
        let hands = |c: &Spanned| match &c.chunk {
            Chunk::Vg(v) => {
                !v.negated
                    && matches!(v.tense, Tense::Past | Tense::Perfect)
                    && v.verbs.iter().any(|x| {
                        matches!(self.lx.verbs[*x as usize].text.as_str(), "hand" | "hand over" | "convey" | "present" | "deliver")
                    })
            }
            _ => false,
        };
        let thing = |c: &Spanned| {
            let Chunk::Np(np) = &c.chunk else { return false };
            let them = np.kind == NpKind::Pronoun && matches!(reader.word(np.start).as_deref(), Some("they" | "them" | "it"));
            let named = reader.is(np.start, Closed::Determiner) && {
                let word = reader.word(np.end - 1).unwrap_or_default();
                let singular = word.trim_end_matches('s');
                matches!(singular, "gift" | "basket" | "letter" | "message" | "wreath" | "bouquet") && gift.1.contains(singular)
            };
            them || named
        };
        let date = chunks.iter().find_map(|c| match c.chunk {
            Chunk::Date(e) => Some(e),
            _ => None,
        });
        if let (Some(date), true, true) = (date, chunks.iter().any(hands), chunks.iter().any(thing)) {
            let base = self.dateline_date.unwrap_or(self.article.date);
            let day = crate::annotate::dates::resolve(date, base, crate::annotate::dates::Direction::Past, self.named_date);
            for m in told.iter_mut().filter(|m| undated(m) && m.evidence == gift.0) {
                m.when = day.or(m.when);
            }
        }
    }

    /// "Foreign guests visited the palace on Monday. They included": what the sentence before says that those are who are
    /// listed, and its day.
    pub fn roll_before(&self, reader: &Reader<'_>) -> Option<(Roll, Option<DateExpr>)> {
        // "Earlier arrivals included": the sentence says it itself.
        let own = |k: usize| reader.word(reader.begin + k).is_some_and(|w| matches!(&*w, "arrivals" | "arriving"));
        let whole = |(begin, end): (usize, usize)| {
            let all = Reader { begin, end, ..*reader };
            (begin..end).find_map(|k| all.date(k)).map(|d| d.0)
        };
        if own(0) || own(1) {
            return Some((Roll::Guests, whole((reader.begin, reader.end))));
        }
        // "They included X. Among them were also Y": of the sentence before both.
        let goes_on = |s: (usize, usize)| {
            let mut words = (s.0..s.1).filter(|k| reader.tokens[*k].kind == Kind::Word).filter_map(|k| reader.word(k));
            let opens = words.next().is_some_and(|w| matches!(&*w, "they" | "those" | "among"));
            opens && words.take(3).any(|w| matches!(&*w, "included" | "include" | "were" | "are"))
        };
        let before = |s: (usize, usize)| Reader { begin: s.0, end: s.1, ..*reader }.sentence_before(self.body);
        let mut told = reader.sentence_before(self.body)?;
        while let Some(s) = before(told).filter(|_| goes_on(told)) {
            told = s;
        }
        let (begin, end) = told;
        let word = |list: &[&str]| (begin..end).any(|k| reader.word(k).is_some_and(|w| list.contains(&&*w)));
        let home = word(&["embassy", "embassies", "mission", "missions", "consulate", "consulates"]);
        let arrived = word(&["arrived", "arriving", "arrive", "came"]);
        let there = arrived || word(&["visited", "toured"]);
        let roll = if home && word(&["visit", "visits", "visited"]) {
            // "paid condolatory visits to the embassies in their countries"
            let calls = word(&["condolatory", "congratulatory", "condolences", "mourn"]);
            // "Koreans in China paid condolatory visits": the callers' own people abroad.
            let own = word(&["koreans", "compatriots", "overseas"]);
            Some(Roll::Callers).filter(|_| calls && !own)
        } else if !home && !word(&["left", "leaving"]) && arrived && word(&["troupes", "artistes", "artists", "performers", "players"]) {
            Some(Roll::Artists)
        } else if !home && !word(&["left", "leaving"]) && there && word(&["guests", "delegations", "visitors", "personages"]) {
            Some(Roll::Guests)
        } else if !home && !arrived && word(&["left", "leaving"]) && word(&["here"]) && word(&["foreign", "different"]) {
            Some(Roll::Leavers).filter(|_| word(&["guests", "delegations", "delegates", "visitors", "personages"]))
        } else {
            // "The minister received messages from parties of different countries on Monday."
            let many = word(&["messages", "letters", "wreaths", "gifts", "baskets"]) && word(&["different", "foreign", "various", "other"]);
            Some(Roll::Letters).filter(|_| many && word(&["received", "sent", "presented"]))
        };
        roll.map(|roll| (roll, whole((begin, end))))
    }

    /// Who gives the reception: whoever of the two is named first.
    fn giver(&self, reader: &Reader<'_>, m: &Mention) -> Option<u16> {
        if !matches!(m.rule.as_str(), "reception" | "banquet") {
            return None;
        }
        let whole = Reader { begin: 0, end: reader.tokens.len(), ..*reader };
        let (begin, end) = m.evidence;
        let from = reader.tokens.partition_point(|t| (t.start as usize) < begin);
        let of = |e: Entry| match e {
            Entry::Country(c, _) => Some(c),
            Entry::Institution(i) => self.lx.institutions[i as usize].country,
            _ => None,
        };
        let told = (from..reader.tokens.len()).take_while(|k| (reader.tokens[*k].start as usize) < end);
        let named = told.filter_map(|k| {
            let c = of(whole.longest(k, kinds::COUNTRY | kinds::INSTITUTION)?.0)?;
            Some((c, self.lx.iso(c), reader.tokens[k].start as usize))
        });
        let (first, guest, at) = named.into_iter().find(|(_, iso, _)| *iso == m.source || *iso == m.target)?;
        // "a friendship meeting with staff members of the Syrian embassy": they are the guests.
        let with =
            |t: (usize, usize)| at > t.1 && ["with ", "in hono"].iter().any(|w| self.article.text[t.1..].trim_start().starts_with(w));
        if !m.spans.trigger.is_some_and(with) {
            return Some(first);
        }
        self.lx.country(if guest == m.source { m.target } else { m.source })
    }

    /// "At the summit, they signed": what an event told before is the frame of takes that event's date.
    fn at_the_event(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention], first: usize) {
        let frame = chunks.windows(2).find_map(|w| {
            let (Chunk::Prep(p) | Chunk::Sub(p), Chunk::Np(np)) = (&w[0].chunk, &w[1].chunk) else { return None };
            let frames = matches!(self.lx.text(*p), "at" | "during" | "after" | "following" | "in")
                && (np.event.as_ref().is_some_and(|e| e.date.is_none()) || matches!(reader.word(np.end - 1).as_deref(), Some("stay")))
                && matches!(reader.word(np.start).as_deref(), Some("the" | "that" | "his" | "her"));
            frames.then(|| np.event.as_ref().map(|e| reader.slice(e.start, e.end)))
        });
        let Some(event) = frame else { return };
        if chunks.iter().any(|c| matches!(c.chunk, Chunk::Date(_))) {
            return;
        }
        let (told, new) = out.split_at_mut(first);
        for m in new.iter_mut().filter(|m| m.status == Status::Occurred && m.when.is_none_or(|w| w.source != DateSource::Text)) {
            // "after his visit to X": itself it is dated by the visit told before, and by nothing else.
            let itself = event == Some(m.trigger.as_str()) && m.kind == ExchangeType::Visit;
            let same_pair = |o: &&Mention| {
                let straight = (o.source, o.target) == (m.source, m.target);
                if itself { o.kind == m.kind && straight } else { pair(o, m) }
            };
            let real = |o: &&Mention| matches!(o.status, Status::Occurred | Status::Ongoing);
            // Of what presidents agreed their ministers speak at the talks: it was at another time.
            let higher = |o: &Mention| matches!((m.level, o.level), (Some(a), Some(b)) if a < b);
            let real = |o: &&Mention| real(o) && !(o.kind == ExchangeType::Meeting && higher(o));
            let frame = told.iter().rev().filter(same_pair).filter(real).find_map(|o| o.when.filter(|w| w.source == DateSource::Text));
            // "began a talk on the sidelines of the summit" that is to open tomorrow: not then.
            m.when = frame.filter(|w| w.start <= self.article.date).or(m.when);
        }
    }

    /// "On Monday X met Y. The sides discussed trade": they did so when they met.
    fn same_talks(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention], first: usize) {
        let opening = chunks.iter().find(|c| !matches!(c.chunk, Chunk::Adverb(_) | Chunk::Comma));
        let sides = matches!(opening.map(|c| &c.chunk), Some(Chunk::Np(n)) if n.kind == NpKind::Pair)
            || matches!(reader.word(reader.begin).as_deref(), Some("they"));
        if !sides || chunks.iter().any(|c| matches!(c.chunk, Chunk::Date(_))) {
            return;
        }
        let (told, new) = out.split_at_mut(first);
        let undated = |m: &&mut Mention| {
            m.kind == ExchangeType::Meeting && m.status == Status::Occurred && m.when.is_none_or(|w| w.source != DateSource::Text)
        };
        for m in new.iter_mut().filter(undated) {
            let talks = |o: &&Mention| matches!(o.kind, ExchangeType::Meeting | ExchangeType::Call) && o.status == Status::Occurred;
            let last = told.iter().rev().filter(|o| pair(o, m)).find(talks);
            // Whom another told of since then, is none of them.
            if let Some(o) = last.filter(|o| o.source_head.is_some() && m.source_head.is_some() && o.source == m.source) {
                (m.source_head, m.target_head) = (o.source_head.clone(), o.target_head.clone());
                (m.source_office, m.target_office) = (o.source_office.clone(), o.target_office.clone());
            }
            let last = last.and_then(|o| o.when);
            m.when = last.filter(|w| w.source == DateSource::Text).or(m.when);
        }
    }

    /// "X arrived in Y on Monday. They were greeted by Z": on the day on which they arrived.
    fn greeted(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention], first: usize) {
        let they = matches!(chunks.first().map(|c| &c.chunk), Some(Chunk::Np(n)) if n.end == n.start + 1)
            && matches!(reader.word(reader.begin).as_deref(), Some("they" | "he" | "she"));
        if !they || chunks.iter().any(|c| matches!(c.chunk, Chunk::Date(_))) {
            return;
        }
        let airport = (reader.begin..reader.end).any(|k| reader.word(k).as_deref() == Some("airport"));
        let (told, new) = out.split_at_mut(first);
        let welcome = |m: &&mut Mention| m.rule == "receive-guest" || airport && m.kind == ExchangeType::Meeting;
        for m in new.iter_mut().filter(|m| welcome(m) && m.when.is_none_or(|w| w.source != DateSource::Text)) {
            let arrival = told.iter().rev().find(|o| o.rule == "arrive" && pair(o, m)).and_then(|o| o.when);
            m.when = arrival.or(m.when);
        }
    }

    /// "The conversation began on Tuesday", "The talks were held in Geneva": when and where what was told before took place.
    fn told_again(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention], first: usize) {
        let at = |k: usize| chunks.get(k).map(|c| &c.chunk);
        // "On Friday, the exercise began": the frame may stand first.
        let Some(k) = (0..chunks.len().min(4)).find(|&k| matches!(at(k), Some(Chunk::Np(n)) if n.event.is_some())) else { return };
        let Some(Chunk::Np(np)) = at(k) else { return };
        let Some(event) = np.event.as_ref().filter(|e| e.definite && e.possessor.is_empty() && e.adjectives.is_empty() && !e.pronoun)
        else {
            return;
        };
        let opens = (0..k).all(|j| matches!(at(j), Some(Chunk::Prep(_) | Chunk::Date(_) | Chunk::Comma | Chunk::Adverb(_))));
        // "During the meeting, held in Riyadh,"
        let aside_tells = matches!((at(k + 1), at(k + 2)), (Some(Chunk::Comma), Some(Chunk::Vg(v))) if v.governs == Governs::Do && v.tense == Tense::Past);
        // ", arranged at Wang's request,"
        let aside_ends = (k + 2..chunks.len()).find(|&j| matches!(at(k + 1), Some(Chunk::Comma)) && matches!(at(j), Some(Chunk::Comma)));
        let from = aside_ends.filter(|_| !aside_tells).unwrap_or(k);
        let Some((verb, v)) = (from + 1..chunks.len()).find_map(|j| match at(j) {
            Some(Chunk::Vg(v)) => Some((j, v)),
            _ => None,
        }) else {
            return;
        };
        let aside = |j: &usize| matches!(at(*j), Some(Chunk::Comma | Chunk::Prep(_) | Chunk::Np(_) | Chunk::Vg(_)));
        // "is set to take place on Thursday"
        let set = v.governs == Governs::Plan && v.passive && v.tense == Tense::Present;
        let held = matches!(v.governs, Governs::Do | Governs::Begin | Governs::End)
            || set
            || v.verbs.iter().any(|x| matches!(self.lx.verbs[*x as usize].text.as_str(), "occur" | "last" | "schedule"));
        // "The meeting followed X's visit in May": that is when he came.
        let held = held && !v.verbs.iter().any(|x| matches!(self.lx.verbs[*x as usize].text.as_str(), "follow" | "precede"));
        // "will conclude on 25 November": that is not when it began.
        let closes = v.governs == Governs::End && v.tense == Tense::Future;
        if !opens || !held || closes || v.negated || !(k + 1..verb).all(|j| aside(&j)) || out.len() > first {
            return;
        }
        // "The last talks were held in May": others.
        let another = |k: usize| {
            matches!(reader.word(k).as_deref(), Some("last" | "previous" | "first" | "second" | "third" | "next" | "latest" | "earlier"))
        };
        // "The Caricom meeting ends on Tuesday": one with a name of its own.
        let named = |k: usize| reader.tokens[k].cap && !reader.is(k, Closed::Determiner);
        if (np.start..event.start).any(|k| another(k) || named(k)) {
            return;
        }
        let Some(m) = out[..first].iter_mut().rev().find(|m| self.may_mean(reader, event, m)) else { return };
        // "The drills begin on Friday": they are to come.
        let ahead = v.tense == Tense::Future || v.governs == Governs::Plan || v.tense == Tense::Present && v.governs == Governs::Begin;
        let direction = if ahead { crate::annotate::dates::Direction::Future } else { crate::annotate::dates::Direction::Past };
        // Of a meeting planned and one just held, each keeps its own.
        if ahead != matches!(m.status, Status::Planned | Status::Proposed) {
            return;
        }
        let free = |j: usize| j > verb || j < k;
        // A dateline's town is a guess.
        let by_dateline = |(c, town): &(u16, String)| m.location_country == Some(self.lx.iso(*c)) && m.location_name.as_ref() == Some(town);
        let mut unplaced = m.location_country.is_none() || self.here.as_ref().is_some_and(by_dateline);
        for j in (0..chunks.len()).filter(|&j| free(j)) {
            match at(j) {
                // "will meet this week. The meeting is to take place on Thursday": of that week, the day.
                Some(Chunk::Date(e)) if m.when.is_none_or(|w| w.source != DateSource::Text || w.precision > DatePrecision::Day) => {
                    // "has been closed since the kidnap of ten people in 2015"
                    let since = (if j > verb { verb } else { j.saturating_sub(1) }..j).any(|p| matches!(at(p), Some(Chunk::Prep(s) | Chunk::Sub(s)) if matches!(self.lx.text(*s), "since" | "until" | "before" | "after")));
                    if !since {
                        let base = self.dateline_date.unwrap_or(self.article.date);
                        let day = crate::annotate::dates::resolve(*e, base, direction, self.named_date);
                        let within = |d: &When| m.when.is_none_or(|w| w.source != DateSource::Text || super::merge::compatible(d, &w));
                        m.when = day.filter(within).or(m.when);
                    }
                }
                Some(Chunk::Np(p)) if unplaced && matches!(m.kind, ExchangeType::Meeting | ExchangeType::Exercise) => {
                    let inside =
                        j.checked_sub(1).is_some_and(|p| matches!(at(p), Some(Chunk::Prep(s)) if matches!(self.lx.text(*s), "in" | "at")));
                    let place =
                        p.places.first().filter(|_| inside && p.event.is_none() && p.actors.iter().all(|a| a.kind == ActorKind::Country));
                    if let Some(place) = place {
                        m.meet_in(
                            self.lx.iso(place.country),
                            (!place.whole_country).then(|| reader.slice(place.start, place.end).to_string()),
                        );
                        unplaced = false;
                    }
                }
                Some(Chunk::Vg(v)) if j > verb && v.governs == Governs::Say => break,
                _ => {}
            }
        }
    }

    /// May "the talks", "the conversation" be the exchange that was told?
    fn may_mean(&self, reader: &Reader<'_>, event: &Event, m: &Mention) -> bool {
        let word = || reader.slice(event.start, event.end).to_lowercase();
        let of_a_call = |r: &Rule| m.kind == ExchangeType::Call && r.of_a_call.iter().any(|w| word().contains(w.as_str()));
        let rules = &self.lx.nouns[event.noun as usize].rules;
        rules.iter().map(|r| &self.lx.rules[*r as usize]).any(|r| r.kind == m.kind || of_a_call(r))
    }

    /// "The visit was cancelled", "he called the trip off": what was planned in the words right before.
    fn called_off(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention], first: usize) {
        let off = |v: &Vg| {
            // "had to be cancelled"
            let had = reader.word(v.start).as_deref() == Some("had");
            let told = had || matches!(v.tense, Tense::Past | Tense::Perfect) || v.passive && v.tense == Tense::Present;
            v.governs == Governs::Cancel && !v.negated && !v.due && told
        };
        let vg = |k: usize| chunks.get(k).and_then(|c| if let Chunk::Vg(v) = &c.chunk { Some(v) } else { None });
        for (k, c) in chunks.iter().enumerate() {
            let Chunk::Np(np) = &c.chunk else { continue };
            let own = |e: &&Event| (e.definite || e.pronoun) && e.possessor.is_empty() && e.adjectives.is_empty();
            let Some(event) = np.event.as_ref().filter(own) else { continue };
            let by = k.checked_sub(1).and_then(vg).is_some_and(|v| off(v) && !v.passive);
            let behind =
                (k + 1..chunks.len()).find(|&j| matches!(chunks[j].chunk, Chunk::Vg(_) | Chunk::Break | Chunk::Comma | Chunk::And));
            // "the visit never took place"
            let undone = |v: &Vg| v.negated && !v.passive && v.tense == Tense::Past && v.governs == Governs::Do;
            let passive = behind.and_then(vg).is_some_and(|v| off(v) && v.passive || undone(v));
            if !by && !passive {
                continue;
            }
            // Told here with its own sides: that row says it.
            if out[first..].iter().any(|m| self.may_mean(reader, event, m) && m.status == Status::Cancelled) {
                continue;
            }
            // "the visit to Z": of what was told, no other.
            let named: Vec<&str> = match (chunks.get(k + 1).map(|c| &c.chunk), chunks.get(k + 2).map(|c| &c.chunk)) {
                (Some(Chunk::Prep(s)), Some(Chunk::Np(n))) if matches!(self.lx.text(*s), "to" | "with" | "of" | "by" | "between") => {
                    let countries = n.places.iter().map(|p| p.country).chain(n.actors.iter().filter_map(|a| a.country));
                    countries.map(|c| self.lx.iso(c)).collect()
                }
                _ => Vec::new(),
            };
            let here = reader.tokens[reader.begin].start as usize;
            let Some(m) = out.iter_mut().rev().find(|m| self.may_mean(reader, event, m)) else { continue };
            let near = here.saturating_sub(m.evidence.0) < 500;
            if near && m.status == Status::Planned && named.iter().all(|c| *c == m.source || *c == m.target) {
                m.status = Status::Cancelled;
            }
        }
    }

    /// "Both have denied any arms transfers" speaks of the transfer told before.
    fn denial(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention], first: usize) {
        for (k, w) in chunks.windows(2).enumerate() {
            let (Chunk::Vg(v), Chunk::Np(np)) = (&w[0].chunk, &w[1].chunk) else { continue };
            let Some(event) = np.event.as_ref().filter(|_| v.governs == Governs::Deny && !v.negated && !v.passive) else { continue };
            let Some(Chunk::Np(who)) = k.checked_sub(1).map(|j| &chunks[j].chunk) else { continue };
            let parties: Vec<&str> = self.actors(reader, who).iter().map(|a| self.lx.iso(a.country)).collect();
            let kinds: Vec<ExchangeType> =
                self.lx.nouns[event.noun as usize].rules.iter().map(|r| self.lx.rules[*r as usize].kind).collect();
            for m in out[..first].iter_mut().filter(|m| kinds.contains(&m.kind) && m.when.is_none()) {
                if parties.contains(&m.source) || parties.contains(&m.target) {
                    m.status = Status::Denied;
                }
            }
        }
    }

    /// "X invited Y to visit Peru, and Y accepted", "The invitation was accepted", "She declined": the visit told last.
    fn invitation_answered(&self, reader: &Reader<'_>, chunks: &[Spanned], out: &mut [Mention], first: usize) {
        let verb = |v: &Vg, w: &str| v.verbs.iter().any(|x| self.lx.verbs[*x as usize].text == w);
        let invitation = |n: &Np| {
            n.event.as_ref().is_some_and(|e| self.lx.nouns[e.noun as usize].rules.iter().any(|r| self.lx.rules[*r as usize].invites))
        };
        let it = |n: &Np| n.kind == NpKind::Pronoun && reader.word(n.start).as_deref() == Some("it");
        for (k, c) in chunks.iter().enumerate() {
            let Chunk::Vg(v) = &c.chunk else { continue };
            let taken = verb(v, "accept");
            if !(taken || verb(v, "decline")) || v.negated || !matches!(v.tense, Tense::Past | Tense::Perfect) {
                continue;
            }
            let here = reader.tokens[c.start].start as usize;
            let Some(at) = out.iter().rposition(|m| m.kind == ExchangeType::Visit && m.status == Status::Proposed) else { return };
            let m = &out[at];
            let behind = m.spans.trigger.is_some_and(|t| t.1 <= here);
            if here.saturating_sub(m.evidence.0) > 500 || at >= first && !behind {
                continue;
            }
            // "accepted the invitation", "accepted it", "accepted with pleasure", and not "accepted the plan".
            let object = match chunks.get(k + 1).map(|c| &c.chunk) {
                Some(Chunk::Np(n)) => !v.passive && (invitation(n) || it(n)),
                Some(Chunk::Vg(_) | Chunk::That) => false,
                _ => true,
            };
            let who = k.checked_sub(1).map(|j| &chunks[j].chunk);
            let subject = match who {
                Some(Chunk::Rel) => v.passive,
                Some(Chunk::Np(n)) if v.passive => invitation(n) || it(n),
                Some(Chunk::Np(n)) if n.kind == NpKind::Pronoun => matches!(reader.word(n.start).as_deref(), Some("he" | "she" | "who")),
                Some(Chunk::Np(n)) => self.actors(reader, n).iter().any(|a| self.lx.iso(a.country) == m.source),
                _ => false,
            };
            if object && subject {
                out[at].status = if taken { Status::Planned } else { Status::Denied };
            }
        }
    }

    /// "Trump": somebody known by a surname that one leader in office bears, and of his country.
    fn is_leader_of_that_name(&self, k: &Known) -> bool {
        let called_so = |name: &str| name_words(name).last() == k.words.first();
        k.country.is_some_and(|c| self.leaders_of(c).any(|(person, _)| called_so(&person.name)))
    }

    /// The person of the lexicon whose name stands before the possessive in a phrase: "President Moon Jae-in's envoys".
    pub fn owner_of(reader: &Reader<'_>, np: &Np) -> Option<Actor> {
        let owner = (np.start..np.end).find(|t| reader.kind(*t) == Some(Kind::Possessive))?;
        let named = |s, person| Actor { country: None, name: Some((s, owner)), person, kind: ActorKind::Person, ..Actor::country(0) };
        let in_full = (np.start..owner).find_map(|s| match reader.longest(s, kinds::PERSON) {
            Some((Entry::Person(id), end)) if end == owner => Some(named(s, Some(id))),
            _ => None,
        });
        let surname = |s: usize| reader.tokens[s].cap && reader.lx.surnames.contains_key(&reader.tokens[s].sym);
        in_full.or_else(|| (owner == np.start + 1 && surname(np.start)).then(|| named(np.start, None)))
    }

    /// Learns the people of a noun phrase.
    fn meet(&mut self, reader: &Reader<'_>, np: &Np) {
        let event = np.event.iter().flat_map(|e| &e.possessor);
        let owner = Self::owner_of(reader, np);
        for a in np.actors.iter().chain(event).chain(&owner) {
            let Some((s, e)) = a.name else { continue };
            let (country, level, sector, office, former) = self.facts(reader, a);
            // "Foreign Minister X" of the paper's own country: until the article says otherwise.
            let assumed = country.is_none() && !former && level.is_some_and(|l| l <= Level::DeputyMinister) && self.plain(reader, a, np);
            let assumed = if assumed { self.spoken_for(reader, np).or(self.own_country()) } else { None };
            let name = clean_name(reader, s, e);
            let words = name_words(&name);
            if words.is_empty() {
                continue;
            }
            let is_then = |k: usize| reader.word(k).as_deref() == Some("then");
            // "then-President X"
            let joined = np.start >= 2 && matches!(reader.tokens[np.start - 1].kind, Kind::Hyphen) && is_then(np.start - 2);
            let then = joined || (np.start..s).any(is_then);
            // "Trump ... Melania Trump": who is called by his surname alone is the leader of that name, and she another.
            let relative = |k: &Known| a.person.is_none() && words.len() > 1 && k.words.len() == 1 && self.is_leader_of_that_name(k);
            let same = |k: &Known| (contains(&k.words, &words) || contains(&words, &k.words)) && !relative(k);
            let at = self.known.iter().position(same);
            match at.map(|i| &mut self.known[i]) {
                Some(k) => {
                    if words.len() > k.words.len() {
                        k.name = name;
                        k.words = words;
                    }
                    k.late |= k.country.is_none() && country.is_some();
                    k.country = if k.assumed { country.or(k.country) } else { k.country.or(country) };
                    k.assumed &= country.is_none();
                    k.office = k.office.take().or(office);
                    if k.level.is_none() {
                        k.level = level;
                        k.sector = sector;
                    }
                }
                None if country.is_some() || words.len() > 1 => {
                    // "X and Kamilov met. Uzbek Foreign Minister Abdulaziz Kamilov said": who he was, the first sentence did not know.
                    let surname = (e - s > 1 && office.is_some() && country.is_some() && self.home.is_none())
                        .then(|| (reader.tokens[e - 1], reader.slice(e - 1, e)));
                    let late = surname.is_some_and(|(t, w)| {
                        let same = |x: &Token| x.cap && x.kind == Kind::Word && &reader.text[x.start as usize..x.end as usize] == w;
                        let alone = |i: usize| !reader.tokens.get(i + 1).is_some_and(|n| n.kind == Kind::Word && n.cap);
                        (self.body..s).any(|i| reader.tokens[i].sym == t.sym && same(&reader.tokens[i]) && alone(i))
                    });
                    let (country, assumed) = (country.or(assumed), assumed.is_some());
                    self.known.push(Known { name, words, country, office, level, sector, former, then, late, assumed, at: np.start });
                }
                None => {}
            }
        }
    }

    /// What phrase and lexicon say of a person, the article's own words first.
    #[allow(clippy::type_complexity)]
    fn facts(&self, reader: &Reader<'_>, a: &Actor) -> (Option<u16>, Option<Level>, Option<Sector>, Option<String>, bool) {
        let office = a.office.map(|(s, e)| reader.slice(s, e).to_string());
        let mut facts = (a.country, a.level, a.sector, office, a.former);
        // "Choe" is whom the article has named in full, whatever leader bears the name too.
        let named = |id: &u32| {
            let short = a.name.filter(|(s, e)| e - s == 1).map(|(s, e)| name_words(reader.slice(s, e)));
            // "King Hamad of Bahrain ... King Hamad"
            let other = |c: Option<u16>| c.is_some_and(|c| self.lx.persons[*id as usize].terms.iter().all(|t| t.country != c));
            let told = |k: &Known| k.words.len() > 1 || !k.assumed && other(k.country);
            short.is_some_and(|w| self.known.iter().any(|k| told(k) && contains(&k.words, &w)))
        };
        let person = a.person.map(|id| self.monarch(reader, a).unwrap_or(id));
        let person = person.or_else(|| self.leader_by_surname(reader, a).filter(|id| !named(id)));
        if let Some(id) = person {
            let (term, in_office) = self.lx.persons[id as usize].at(self.article.date);
            let minister = a.office.is_some_and(|(_, e)| reader.word(e - 1).as_deref() == Some("minister"));
            facts.0 = facts.0.or(Some(term.country));
            // "his Japanese counterpart X": in office, whatever the lexicon knows of it.
            let counterpart = a.name.is_some_and(|(s, _)| s > 0 && reader.word(s - 1).as_deref() == Some("counterpart"));
            if in_office || a.office.is_some() || counterpart {
                facts.1 = match facts.1 {
                    // "general secretary" says less than the lexicon, "deputy prime minister" may say more.
                    // "Vice-Minister Kim Yong Il" is not the premier of that name.
                    Some(l @ (Level::Minister | Level::DeputyMinister)) if term.level == Level::Leader && minister => Some(l),
                    Some(l) if a.office.is_some() => Some(if in_office { l.min(term.level) } else { l }),
                    _ => Some(term.level),
                };
                facts.2 = facts.2.or(Some(term.sector));
            // Who will hold office in years to come is who the article says that he is.
            } else if !self.lx.persons[id as usize].elect(self.article.date)
                && !(self.lx.persons[id as usize].yet_to_come(self.article.date) && self.has_office(reader, a))
            {
                facts.1 = Some(Level::Unofficial);
                facts.4 = true;
            }
        }
        facts
    }

    /// Has the article said which office he holds?
    fn has_office(&self, reader: &Reader<'_>, a: &Actor) -> bool {
        let words = a.name.map(|(s, e)| name_words(&clean_name(reader, s, e))).unwrap_or_default();
        a.office.is_some() || !words.is_empty() && self.known.iter().any(|k| k.office.is_some() && contains(&k.words, &words))
    }

    /// Does the article name the country, its people or its capital, or another leader of whom there is no doubt?
    fn names(&self, reader: &Reader<'_>, country: u16) -> bool {
        let leader = |k: usize| {
            let t = &reader.tokens[k];
            let long = t.kind == Kind::Word && t.cap && t.end - t.start >= 5;
            long && self.lx.surnames.get(&t.sym).is_some_and(|ids| {
                let mut now = ids
                    .iter()
                    .map(|id| self.lx.persons[*id as usize].at(self.article.date))
                    .filter(|(t, now)| *now && t.level == Level::Leader);
                now.next().is_some_and(|(t, _)| t.country != country) && now.next().is_none()
            })
        };
        if (0..reader.tokens.len()).any(leader) {
            return true;
        }
        let whole = Reader::new(self.lx, reader.text, reader.tokens, 0, reader.tokens.len());
        (0..reader.tokens.len()).any(|k| {
            let mut hit = false;
            if reader.tokens[k].cap && self.lx.bearers[reader.tokens[k].sym as usize] {
                whole.matches(k, kinds::COUNTRY | kinds::PAIR | kinds::PLACE, |entry, _| match entry {
                    Entry::Country(c, _) => hit |= c == country,
                    Entry::Pair(p) => hit |= self.lx.pairs[p as usize].0 == country || self.lx.pairs[p as usize].1 == country,
                    Entry::Place(p) => hit |= self.lx.places[p as usize].country == country,
                    _ => {}
                });
            }
            hit
        })
    }

    /// "Sheikh Tamim bin Hamad Al-Thani": a known leader behind a title that the lexicon's name lacks.
    fn leader_by_titled_name(&self, reader: &Reader<'_>, s: usize, e: usize) -> Option<u32> {
        let title = |k: usize| reader.lx.is(reader.tokens[k].sym, Closed::Honorific);
        let titled = title(s) || s > reader.begin && title(s - 1);
        if !titled || e - s < 3 {
            return None;
        }
        let words = name_words(&clean_name(reader, s, e));
        let mut hits = self.lx.surnames.get(&reader.tokens[e - 1].sym)?.iter().copied().filter(|id| {
            let (term, now) = self.lx.persons[*id as usize].at(self.article.date);
            now && term.level == Level::Leader && name_words(&self.lx.persons[*id as usize].name) == words
        });
        hits.next()
    }

    /// "King Abdullah": the one of that name who reigns, and of two the one whose country the article names.
    fn monarch(&self, reader: &Reader<'_>, a: &Actor) -> Option<u32> {
        let (_, e) =
            a.name.filter(|(s, e)| e - s == 2 && matches!(reader.word(*s).as_deref(), Some("king" | "queen" | "emir" | "sultan")))?;
        let reigns = |id: &u32| {
            let (term, now) = self.lx.persons[*id as usize].at(self.article.date);
            now && term.office == "monarch" && a.country.is_none_or(|c| c == term.country)
        };
        let all: Vec<u32> = self.lx.surnames.get(&reader.tokens[e - 1].sym)?.iter().copied().filter(reigns).collect();
        let country = |id: u32| self.lx.persons[id as usize].at(self.article.date).0.country;
        let mut named = all.iter().copied().filter(|id| all.len() == 1 || self.names(reader, country(*id)));
        named.next().filter(|_| named.next().is_none())
    }

    /// Is he in office on the article's day, at such a level, and of the country that is said, if one is?
    fn serves(&self, id: u32, a: &Actor, level: impl Fn(Level) -> bool) -> bool {
        let (term, now) = self.lx.persons[id as usize].at(self.article.date);
        now && level(term.level) && a.country.is_none_or(|c| c == term.country)
    }

    /// "President Isaias Afewerki": one in office of that given name whose surname has the same consonants in the lexicon.
    fn leader_otherwise_spelt(&self, reader: &Reader<'_>, a: &Actor, s: usize, e: usize) -> Option<u32> {
        a.level.filter(|l| *l <= Level::Minister)?;
        let namesakes = self.lx.given_names.get(&reader.tokens[s].sym)?;
        let words = name_words(&clean_name(reader, s, e));
        let (surname, given) = words.split_last().filter(|(_, given)| !given.is_empty())?;
        let heard = consonants(surname);
        if heard.len() < 3 {
            return None;
        }
        let alike = |id: u32| {
            name_words(&self.lx.persons[id as usize].name).split_last().is_some_and(|(last, first)| {
                last.as_bytes()[0] == surname.as_bytes()[0] && consonants(last) == heard && contains(given, first)
            })
        };
        let mut hits = namesakes.iter().copied().filter(|id| self.serves(*id, a, |l| l <= Level::Minister) && alike(*id));
        hits.next().filter(|_| hits.next().is_none())
    }

    /// "Prime Minister Mia Amor Mottley": one in office, with a name more than the lexicon has.
    fn leader_with_more_names(&self, reader: &Reader<'_>, a: &Actor, s: usize, e: usize) -> Option<u32> {
        // "his Kenyan counterpart, William Samoei Ruto": without an office the country will do.
        a.level.filter(|l| *l <= Level::Minister).map(|_| ()).or(a.country.filter(|_| e - s > 2 && a.office.is_none()).map(|_| ()))?;
        let namesakes = self.lx.surnames.get(&reader.tokens[e - 1].sym)?;
        let words = name_words(&clean_name(reader, s, e));
        let fuller = |id: u32| {
            let own = name_words(&self.lx.persons[id as usize].name);
            // "Abdullah bin Nasser al-Thani" is no other Abdullah of that house.
            let son_of = |v: &[String]| v.iter().any(|w| matches!(w.as_str(), "bin" | "ibn" | "bint"));
            // "Shah Mahmood Qureshi", whom others call Mehmood
            own.len() > 1
                && (!son_of(&words) || son_of(&own))
                && own.iter().all(|w| words.iter().any(|x| x == w || spelt_alike(x, w) || sounds_alike(x, w)))
        };
        let mut hits = namesakes.iter().copied().filter(|id| self.serves(*id, a, |_| true) && fuller(*id));
        hits.next().filter(|_| hits.next().is_none())
    }

    /// "Dmitry Anatolyevich Medvedev": a leader in office, with his father's name.
    fn leader_in_full(&self, reader: &Reader<'_>, s: usize, e: usize) -> Option<u32> {
        let father = |w: &str| ["vich", "yich", "vna"].iter().any(|x| w.ends_with(x));
        if e - s != 3 || !reader.word(s + 1).is_some_and(|w| w.len() > 5 && father(&w)) {
            return None;
        }
        let given = reader.word(s)?;
        let leads = |id: &u32| {
            let (term, now) = self.lx.persons[*id as usize].at(self.article.date);
            let own = name_words(&self.lx.persons[*id as usize].name);
            now && term.level == Level::Leader
                && own.first().is_some_and(|w| *w == *given || spelt_alike(w, &given) || sounds_alike(w, &given))
        };
        let mut hits = self.lx.surnames.get(&reader.tokens[e - 1].sym)?.iter().copied().filter(leads);
        hits.next().filter(|_| hits.next().is_none())
    }

    /// "Putin", "President Xi": the one leader of that name on that day.
    fn leader_by_surname(&self, reader: &Reader<'_>, a: &Actor) -> Option<u32> {
        let (s, e) = a.name?;
        // "Kh.Battulga": an initial that is written without a space.
        let initial = e - s == 3 && reader.tokens[s + 1].kind == Kind::Period && reader.slice(s, s + 1).chars().count() <= 3;
        let s = if initial { e - 1 } else { s };
        // "San Martin" is no Martin.
        let particle = |k: usize| reader.is(k, Closed::NameParticle) && !matches!(reader.word(k).as_deref(), Some("san" | "st" | "ben"));
        // "Al-Sudani", "Akufo-Addo"
        let hyphen = e - s == 3 && reader.tokens[s + 1].kind == Kind::Hyphen;
        let particles = e - s > 1 && (s..e - 1).all(particle) || hyphen && particle(s);
        let double = (hyphen && !particles).then(|| reader.word(s)).flatten();
        let s = if double.is_some() { e - 1 } else { s };
        if e - s != 1 && !particles && a.office.is_none() && a.level.is_none() {
            return self.leader_in_full(reader, s, e);
        }
        // "El Sisi", "Al Thani": a surname of two words.
        let s = if particles { e - 1 } else { s };
        let sym = reader.tokens[e - 1].sym;
        // "I" speaks of himself, or is the first of his name.
        let numeral = reader.slice(e - 1, e).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        if numeral {
            return None;
        }
        if sym == 0 {
            return self.leader_otherwise_spelt(reader, a, s, e);
        }
        if e - s != 1 {
            return self.leader_by_titled_name(reader, s, e).or_else(|| self.leader_with_more_names(reader, a, s, e));
        }
        // "Johnson & Johnson"
        let firm = |k: usize| reader.tokens.get(k).is_some_and(|t| t.kind == Kind::Other || reader.lx.text(t.sym) == "&");
        if firm(e) || s > 0 && firm(s - 1) {
            return None;
        }
        let day = self.article.date;
        let mut hit = None;
        for &id in self.lx.surnames.get(&sym)? {
            if double.as_ref().is_some_and(|w| !name_words(&self.lx.persons[id as usize].name).iter().any(|n| n == &**w)) {
                continue;
            }
            let (term, now) = self.lx.persons[id as usize].at(day);
            let fits = now && term.level <= Level::Minister && a.country.is_none_or(|c| c == term.country);
            if fits && (term.level == Level::Leader || a.office.is_some() || a.level.is_some()) {
                if hit.is_some() {
                    return None;
                }
                hit = Some(id);
            }
        }
        // "Blinken" alone: the one of whom the lexicon knows by that name, if the article names his country.
        if hit.is_none() && a.office.is_none() && a.level.is_none() && reader.slice(s, e).chars().count() > 5 {
            let of = |id: &u32| self.lx.persons[*id as usize].at(day);
            let minister = |id: &u32| of(id).1 && of(id).0.level == Level::Minister && a.country.is_none_or(|c| c == of(id).0.country);
            return match &self.lx.surnames.get(&sym)?[..] {
                [id] if minister(id) && self.names(reader, of(id).0.country) => Some(*id),
                _ => None,
            };
        }
        // "Harris" alone: a leader, but another country has somebody of that name too.
        let another = |id: u32| {
            let country = self.lx.persons[id as usize].at(day).0.country;
            self.lx.surnames.get(&sym).into_iter().flatten().any(|other| {
                let (term, now) = self.lx.persons[*other as usize].at(day);
                now && term.country != country && term.level <= Level::Minister
            })
        };
        if a.office.is_none() && a.level.is_none() && a.country.is_none() && hit.is_some_and(another) {
            return hit.filter(|id| self.names(reader, self.lx.persons[*id as usize].at(day).0.country));
        }
        // A short surname alone is too many people, unless the article names the country too. So is a first name.
        let first = hit.is_some_and(|id| {
            let p = &self.lx.persons[id as usize];
            let own = self.lx.iso(p.at(day).0.country);
            crate::lexicon::BY_FIRST_NAME.contains(&own) && name_words(&p.name).last().map(String::as_str) != Some(self.lx.text(sym))
        });
        if a.office.is_none() && a.level.is_none() && (first || reader.slice(s, e).chars().count() < 5) {
            return hit.filter(|id| self.names(reader, self.lx.persons[*id as usize].at(day).0.country));
        }
        hit
    }

    /// The leaders whom the lexicon has in office on the article's day.
    fn leaders_of(&self, country: u16) -> impl Iterator<Item = (&crate::lexicon::Person, &crate::lexicon::Term)> {
        let day = self.article.date;
        let now = self.lx.persons.iter().map(move |p| (p, p.at(day)));
        now.filter_map(move |(p, (term, now))| (now && term.country == country && term.level == Level::Leader).then_some((p, term)))
    }

    /// The office that the lexicon gives to somebody whom the article names without one.
    fn lexicon_office(&self, k: &Known) -> Option<String> {
        self.leaders_of(k.country?).find(|(p, _)| contains(&name_words(&p.name), &k.words)).map(|(_, term)| term.office.clone())
    }

    /// Does the article name him, if only by his last name?
    fn named_in(&self, reader: &Reader<'_>, name: &str) -> bool {
        name.split(' ').next_back().is_some_and(|last| reader.text.contains(last))
    }

    /// "the Truman administration", "Truman's government": of the country of him whom the article has named, of the one leader
    /// of that name on that day, or of the one country that ever had such a leader.
    fn governed(&self, reader: &Reader<'_>, np: &Np) -> Option<u16> {
        let (s, e) = reader.head_of_government(np)?;
        let words = name_words(reader.slice(s, e));
        let known = || self.known.iter().find(|k| contains(&k.words, &words))?.country;
        let leader = Actor { country: None, kind: ActorKind::Person, name: Some((s, e)), level: Some(Level::Leader), ..Actor::country(0) };
        let in_office = || {
            let id = self.leader_by_surname(reader, &leader)?;
            let (term, now) = self.lx.persons[id as usize].at(self.article.date);
            now.then_some(term.country)
        };
        known().or_else(in_office).or_else(|| reader.country_of_leaders(e - 1))
    }

    /// Is the last name one that the lexicon knows of a leader?
    fn leads_elsewhere(&self, reader: &Reader<'_>, a: &Actor) -> bool {
        a.name.is_some_and(|(_, e)| self.lx.surnames.contains_key(&reader.tokens[e - 1].sym))
    }

    /// "Norway will send missiles, Defence Minister X said": the country that acts, by what he says.
    fn spoken_for(&self, reader: &Reader<'_>, np: &Np) -> Option<u16> {
        let first = reader.begin + usize::from(reader.is(reader.begin, Closed::Determiner));
        let (country, form, end) = reader.country_form(first)?;
        let verb = |k: usize| {
            [Closed::Future, Closed::Have, Closed::Be].iter().any(|c| reader.is(k, *c))
                || reader.tokens.get(k).is_some_and(|t| self.lx.forms(t.sym).iter().any(|f| f.1 != Form::Base))
        };
        let acts = form == CountryForm::Name && verb(end);
        let says = || {
            reader.kind(np.start - 1) == Some(Kind::Comma)
                && matches!(reader.word(np.end).as_deref(), Some("said" | "says" | "announced" | "told" | "confirmed" | "added"))
        };
        // "Peru broke ties with Chile; Foreign Minister X signed": its own, too.
        let behind = || reader.kind(np.start - 1) == Some(Kind::Semicolon);
        (acts && np.start > end && (says() || behind())).then_some(country)
    }

    /// Of a story that opens with two countries, of which the sentence names one: the other.
    fn other_of_two(&self, reader: &Reader<'_>) -> Option<u16> {
        let named = |begin: usize, end: usize| {
            let whole = Reader { begin, end, ..*reader };
            let mut seen: Vec<u16> = Vec::new();
            for k in begin..end {
                let form = |f: &(u16, CountryForm, usize)| matches!(f.1, CountryForm::Name | CountryForm::Adjective);
                if let Some((country, ..)) = whole.country_form(k).filter(form) {
                    if !seen.contains(&country) {
                        seen.push(country);
                    }
                }
            }
            seen
        };
        let opening = || match named(0, reader.tokens.len().min(150))[..] {
            [a, b] => Some((a, b)),
            _ => None,
        };
        let (a, b) = (*self.two_of_story.get_or_init(opening))?;
        match named(reader.begin, reader.end)[..] {
            [x] if x == a => Some(b),
            [x] if x == b => Some(a),
            _ => None,
        }
    }

    /// "The DPRK ambassador to Peru presented his credentials to President X", as his own agency tells it: a head of state whom
    /// nobody knows at home is of the one other country of the sentence.
    fn abroad(&self, reader: &Reader<'_>, a: &Actor) -> Option<u16> {
        let home = self.home?;
        let ruler = a.level == Some(Level::Leader)
            && a.office
                .is_some_and(|o| matches!(reader.word(o.1 - 1).as_deref(), Some("president" | "king" | "queen" | "emir" | "sultan")));
        let (_, end) = a.name.filter(|_| ruler && !a.former && a.person.is_none())?;
        let ours = |id: &u32| self.lx.persons[*id as usize].terms.iter().any(|t| t.country == home);
        let words = name_words(reader.slice(end - 1, end));
        let told = self.known.iter().any(|k| k.country == Some(home) && contains(&k.words, &words));
        if told || self.lx.surnames.get(&reader.tokens[end - 1].sym).into_iter().flatten().any(ours) {
            return None;
        }
        let mut others = (reader.begin..reader.end).filter_map(|k| reader.country_form(k)).map(|f| f.0).filter(|c| *c != home);
        let one = others.next()?;
        others.all(|c| c == one).then_some(one)
    }

    /// An office without a capital before it that could say of which country.
    fn plain(&self, reader: &Reader<'_>, a: &Actor, np: &Np) -> bool {
        a.office.is_some_and(|(s, e)| {
            // "Cardinal X", in a paper of Peru, is the Church's.
            if (s..e).any(|t| matches!(reader.word(t).as_deref(), Some("cardinal" | "archbishop" | "bishop"))) {
                return false;
            }
            let named = |k: usize| a.name.is_some_and(|(x, y)| (x..y).contains(&k));
            // "the President of the European Parliament" is no country's.
            let of_many = |k: usize| reader.longest(k, kinds::TRAP).is_some();
            // "National Assembly (NA) Chairman X", "Party General Secretary X": a body that every state has.
            let bodies = kinds::GROUP | kinds::PORTFOLIO | kinds::MODIFIER;
            let body = |k: usize| (np.start..=k).any(|j| reader.longest(j, bodies).is_some_and(|(_, end)| end > k));
            let short = |k: usize| reader.tokens[k].caps && k > np.start && reader.kind(k - 1) == Some(crate::text::Kind::Open);
            // "president of Sport Accord": of a body that nobody knows.
            let whose = e + 1 + usize::from(reader.is(e + 1, Closed::Determiner));
            let private = reader.word(e).as_deref() == Some("of")
                && whose < np.end
                && reader.tokens[whose].cap
                && reader.longest(whose, bodies).is_none();
            // "His Royal Highness the Amir"
            let style = reader.styled(np.start).unwrap_or(np.start);
            let open = |k: usize| k < style || named(k) || reader.is(k, Closed::Determiner) || body(k) || short(k);
            (np.start..s).all(|k| !reader.tokens[k].cap || open(k)) && !private && !(s..np.end).any(of_many)
        })
    }

    /// The country whose officials the publisher names without it.
    pub fn reads_for(&self) -> Option<u16> {
        self.home.or(self.paper)
    }

    /// Whose ministers a paper names without a country: its own, or those where it writes from.
    pub fn own_country(&self) -> Option<u16> {
        self.paper.or(self.here.as_ref().filter(|_| self.body > 0).map(|h| h.0))
    }

    /// Everything known of an actor; nothing where no country can be told.
    pub fn resolve(&self, reader: &Reader<'_>, a: &Actor, np: &Np) -> Option<Resolved> {
        // Only a country or its people are the same whatever was said before.
        if a.name.is_some() || a.kind == ActorKind::Person || a.country.is_none() {
            self.asked.set(true);
        }
        let (mut country, mut level, mut sector, mut office, mut former) = self.facts(reader, a);
        // Two states are called Congo: which one, the man tells.
        let of_brazzaville = |id: u32| self.lx.persons[id as usize].terms.iter().all(|t| self.lx.iso(t.country) == "COG");
        if country.is_some_and(|c| self.lx.iso(c) == "COD") && a.person.is_some_and(of_brazzaville) {
            country = self.lx.country("COG");
        }
        // "the Truman administration"
        if country.is_none() && a.kind == ActorKind::Group && a.name.is_none() && a.office.is_none() {
            country = self.governed(reader, np);
        }
        let mut via = if country.is_some() { Via::Named } else { Via::Recalled };
        let mut name = a.name.map(|(s, e)| clean_name(reader, s, e));
        let mut kind = a.kind;
        if let Some(n) = &name {
            let words = name_words(n);
            if let Some(k) = self.known.iter().find(|k| contains(&k.words, &words)) {
                country = country.or(k.country);
                office = office.or_else(|| k.office.clone());
                // What the article says of him goes before what the lexicon knows of another time.
                let historic = a.person.is_some_and(|id| self.lx.persons[id as usize].historic(self.article.date));
                let serves = !historic && !k.former && k.office.is_some() && k.level.is_some_and(|l| l <= Level::DeputyMinister);
                let now = former && a.office.is_none() && serves;
                if now {
                    level = None;
                    former = false;
                }
                if level.is_none() {
                    level = k.level;
                    former |= k.former;
                } else if !k.former && !k.then && !former && a.office.is_some_and(|(s, e)| e == s + 1) {
                    // "Senator Wong", "Secretary Blinken": the article has said what they are.
                    level = level.min(k.level.or(level));
                }
                sector = sector.or(k.sector);
                if k.words.len() >= words.len() {
                    name = Some(k.name.clone());
                }
            }
        } else if a.kind == ActorKind::Person && country.is_some() && a.definite | (level == Some(Level::Leader)) && !a.plural {
            // "the U.S. president", "the Libyan minister": whom the article has named.
            let head = |office: &str| {
                let word = name_words(office.split(" of ").next().unwrap_or_default()).pop()?;
                Some(as_minister(word))
            };
            let own = office.as_deref().and_then(head);
            let same_office = |k: &Known| match (&k.office, &own) {
                // "the top Saudi diplomat" is the foreign minister.
                (Some(o), Some(w)) if w == "diplomat" => matches!(head(o).as_deref(), Some("minister" | "secretary" | "affairs")),
                // "the head of the Russian Foreign Ministry"
                (Some(o), Some(w))
                    if matches!(w.as_str(), "head" | "chief") && office.as_deref().is_some_and(|o| o.contains("Ministry")) =>
                {
                    matches!(head(o).as_deref(), Some("minister" | "affairs"))
                }
                (Some(o), Some(w)) => head(o).as_ref() == Some(w) || w == "leader",
                _ => level == Some(Level::Leader),
            };
            let same_field = |k: &Known| k.sector == sector || k.sector.is_none() || sector.is_none() || sector == Some(Sector::Politics);
            let fits = |k: &&Known| {
                k.country == country
                    && k.level == level
                    && level <= Some(Level::Minister)
                    && !k.former
                    && !k.then
                    && same_office(k)
                    && same_field(k)
            };
            if let Some(k) = self.known.iter().rev().find(fits) {
                name = Some(k.name.clone());
                office = k.office.clone().or(office);
            }
        } else if a.kind == ActorKind::Person && a.country.is_none() && a.definite {
            // "the minister": the last one of that rank.
            // Who is named behind it is another.
            let last = |o: &str| name_words(o.split(" of ").next().unwrap_or_default()).pop();
            // "Secretary of State X ... the Secretary": of whatever rank.
            let secretary = |o: Option<&str>| o.and_then(last).is_some_and(|w| w == "secretary");
            let called_so = office.as_deref().is_some_and(|o| secretary(Some(o)) && !o.contains(' '));
            let ranked = |k: &&Known| k.level == a.level || called_so && secretary(k.office.as_deref());
            let before = |k: &&Known| k.at < np.start && k.country.is_some() && k.level.is_some() && ranked(k);
            // Of two ministers the one without a country may be meant: then nobody knows.
            let open = self.home.is_none() && self.own_country().is_none();
            if open && self.known.iter().any(|k| k.stateless() && k.at < np.start && k.level == a.level) {
                return None;
            }
            // "The Prime Minister spoke to President X": X is another.
            let word = |o: &str| {
                let head = name_words(o.split(" of ").next().unwrap_or_default()).pop();
                head.map(|w| if w == "amir" { "emir".to_string() } else { w })
            };
            let own = office.as_deref().and_then(word);
            let another = |k: &&Known| {
                let heads = ["president", "minister", "king", "chancellor", "premier", "queen", "emir", "sultan"];
                let styled = || ["King", "Queen", "Sultan"].into_iter().find(|s| k.name.starts_with(s)).map(str::to_lowercase);
                let told = k.office.as_deref().and_then(word).or_else(styled).or_else(|| self.lexicon_office(k).and_then(|o| word(&o)));
                // "the Spanish leader ... the Queen": no leader is called so.
                let crown = own.as_deref().is_some_and(|o| matches!(o, "king" | "queen"));
                let styled_so = || k.office.as_deref().zip(own.as_deref()).is_some_and(|(o, w)| name_words(o).iter().any(|x| x == w));
                let reigns = || told.as_ref() == own.as_ref() || told.as_deref() == Some("monarch") || styled_so();
                crown && !reigns()
                    || matches!((&own, &told), (Some(a), Some(b)) if a != b && heads.contains(&a.as_str()) && heads.contains(&b.as_str()))
            };
            // "the president" is not the president-elect.
            let elected = office.as_deref().is_some_and(|o| o.to_lowercase().contains("elect"));
            let elect = |k: &&Known| !elected && k.office.as_deref().is_some_and(|o| o.to_lowercase().contains("elect"));
            let before = |k: &&Known| before(k) && !(a.level == Some(Level::Leader) && (another(k) || elect(k)));
            // Whom the article calls so goes before whom only the lexicon knows to be one.
            let called = self.known.iter().rev().filter(before).find(|k| k.office.is_some());
            // "Secretary of State X left ... the secretary of state", of whom alone the lexicon knows it: he, and no minister.
            let wordy = office.as_deref().filter(|o| o.contains(' ')).map(name_words);
            let same_words = |k: &&Known| {
                let told = k.office.clone().or_else(|| self.lexicon_office(k));
                told.is_some_and(|o| Some(name_words(&o)) == wordy)
            };
            let called = self.known.iter().rev().filter(before).find(|k| wordy.is_some() && same_words(k)).or(called);
            // "The president has scrapped his plans": he of whom the story has spoken most.
            let named = |k: &&Known| {
                let told = &self.article.text[..reader.tokens[np.start].start as usize];
                let own = self.own_country().is_some_and(|c| k.country == Some(c));
                (own, k.name.rsplit(' ').next().map_or(0, |last| told.matches(last).count()))
            };
            // "King Salman": his name says what he is.
            let crowned = |k: &Known| own.as_deref().is_some_and(|o| o == "king" && k.name.starts_with("King "));
            let of_story = || self.known.iter().rev().filter(before).filter(|k| k.office.is_some() || crowned(k)).max_by_key(named);
            let called = if a.level == Some(Level::Leader) && self.home.is_none() { of_story() } else { called };
            // "The Prime Minister", of a government's own paper or under a capital's dateline: its own.
            let ruler = a.level == Some(Level::Leader) && self.plain(reader, a, np) && self.home.is_none() && !a.former;
            let known = called.or_else(|| self.known.iter().rev().find(before));
            // "a letter from the president to the Supreme Leader": who alone is called so, or the agency's own.
            let supreme = |o: &Option<String>| o.as_deref().is_some_and(|o| o.to_lowercase().contains("supreme leader"));
            let leads = |k: &&Known| {
                k.country.is_some() && k.level == Some(Level::Leader) && !k.former && (supreme(&k.office) || k.country == self.home)
            };
            let known = if supreme(&office) { self.known.iter().rev().find(leads).or(known) } else { known };
            // "Foreign Minister Prince X ... The prince": who is called so, of whatever rank.
            let styled = a.office.and_then(|(s, e)| reader.word(e.max(s + 1) - 1)).filter(|w| matches!(&**w, "prince" | "princess"));
            let royal = styled.filter(|_| known.is_none() && a.level > Some(Level::DeputyLeader)).and_then(|w| {
                let style = if w == "prince" { "Prince" } else { "Princess" };
                let called = |k: &&Known| {
                    let so = k.office.as_deref().is_some_and(|o| o.ends_with(style));
                    so || self.article.text.contains(&format!("{style} {}", k.name))
                };
                self.known.iter().rev().filter(|k| k.at < np.start && k.country.is_some()).find(called)
            });
            level = royal.map_or(level, |k| k.level);
            let known = known.or(royal);
            // "The foreign minister met the Cuban ambassador", of a paper of Peru: Peru's.
            let own_high = a.level.is_some_and(|l| l <= Level::DeputyMinister) && a.office.is_some() && self.plain(reader, a, np);
            if let (None, Some(own), true) = (known, self.paper, own_high && !ruler && self.home.is_none() && !a.former) {
                country = Some(own);
                via = Via::Home;
            }
            if let (None, Some(own), true) = (known, self.own_country(), ruler) {
                country = Some(own);
                let last = office.as_deref().map(name_words).unwrap_or_default().pop().map(as_minister);
                let mut holders = self.leaders_of(own).filter(|(_, term)| last.is_some() && name_words(&term.office).pop() == last);
                let holder = holders.next().filter(|_| holders.next().is_none());
                name = holder.map(|(p, _)| p.name.clone()).filter(|n| self.named_in(reader, n));
            }
            if let Some(k) = known {
                country = k.country;
                name = Some(k.name.clone());
                office = k.office.clone().or(office);
                sector = k.sector.or(sector);
            } else if let Some(p) = self.last_person.as_ref().filter(|_| {
                let head = a.office.and_then(|(s, e)| reader.word(e.max(s + 1) - 1));
                // "the deputy chief of protocol": of something, and not he.
                !a.office.is_some_and(|(_, e)| reader.word(e).as_deref() == Some("of"))
                    && matches!(
                        head.as_deref(),
                        Some("general" | "envoy" | "official" | "diplomat" | "chief" | "leader" | "admiral" | "monarch")
                    )
            }) {
                return Some(p.clone());
            }
        }
        // "Biden's adviser X": of the country of him whom the article has named.
        if let (None, ActorKind::Person, Some((office, _))) = (country, a.kind, a.office) {
            let owner = (np.start..office).rev().find(|&t| reader.tokens[t].kind == Kind::Possessive).and_then(|end| {
                let start = (np.start..end).rev().take_while(|&t| reader.tokens[t].cap).last()?;
                Some(name_words(reader.slice(start, end)))
            });
            country = owner.and_then(|w| self.known.iter().find(|k| !k.former && contains(&k.words, &w))?.country);
        }
        // An agency's own officials need no nationality; "Okinawa Governor" has one that no list knows.
        let plain = self.plain(reader, a, np);
        // "They were greeted by Minister X": where they have arrived, the host's.
        if country.is_none() && a.kind == ActorKind::Person && a.name.is_some() && plain {
            let greeted = || {
                matches!(reader.word(reader.begin).as_deref(), Some("they" | "he" | "she"))
                    && (reader.begin..reader.end).any(|t| matches!(reader.word(t).as_deref(), Some("greeted" | "welcomed" | "received")))
            };
            let abroad = self.host.get().filter(|h| self.home.is_some_and(|own| own != *h) && greeted());
            // "received in audience by King X", as an agency of a republic tells it of its guest: the host's.
            let crown = a.office.is_some_and(|(_, e)| matches!(reader.word(e - 1).as_deref(), Some("king" | "queen" | "emir" | "sultan")));
            let reigns = |c: &u16| self.leaders_of(*c).any(|(_, t)| t.office.contains("monarch"));
            let home = self.home.filter(|h| !crown || reigns(h));
            country = abroad.or_else(|| self.abroad(reader, a)).or(home).or_else(|| self.host.get().filter(|_| crown && home.is_none()));
            via = Via::Home;
        }
        // "ISLAMABAD: Foreign Minister X met": the paper's own minister.
        let high = a.office.is_some() && a.level.is_some_and(|l| l <= Level::DeputyMinister);
        if country.is_none() && a.kind == ActorKind::Person && a.name.is_some() && plain && high {
            country = self.spoken_for(reader, np);
        }
        let own = self.own_country();
        if country.is_none() && a.kind == ActorKind::Person && a.name.is_some() && plain && high {
            if let Some(own) = own {
                country = Some(own);
                via = Via::Home;
            }
        }
        // "General X ... Rawat": the minister or chief whom the paper has named in full as its own.
        if let (None, ActorKind::Person, Some(here), Some((s, e)), true) = (country, a.kind, own, a.name, a.person.is_none()) {
            let words = name_words(reader.slice(s, e));
            let own = |k: &&Known| {
                k.country.is_none()
                    && !k.former
                    && k.office.is_some()
                    && k.level.is_some_and(|l| l <= Level::DeputyMinister)
                    && k.words.len() > words.len()
                    && contains(&k.words, &words)
            };
            if let Some(k) = self.known.iter().find(own) {
                country = Some(here);
                level = k.level;
                name = Some(k.name.clone());
                via = Via::Home;
            }
        }
        // "during his visit to Fiji, he will call on President X"; in a story of two countries the minister who visits the
        // one is of the other.
        let minister = a.office.is_some() && a.level.is_some_and(|l| l <= Level::Minister);
        if country.is_none()
            && a.kind == ActorKind::Person
            && a.name.is_some()
            && plain
            && minister
            && !a.former
            && !self.leads_elsewhere(reader, a)
        {
            // Once he has been taken for a guest, he is one to the end of the story.
            let words = a.name.map(|(s, e)| name_words(reader.slice(s, e))).unwrap_or_default();
            let mut guessed = self.guessed.borrow_mut();
            let before = guessed.iter().find(|g| contains(&g.0, &words) || contains(&words, &g.0)).map(|g| g.1);
            country = before.or_else(|| self.host.get().or_else(|| self.other_of_two(reader)));
            if let (Some(c), None) = (country, before) {
                guessed.push((words, c));
            }
            via = Via::Home;
        }
        // "the delegation": the one told of before.
        let told = a.name.is_none() || np.start == reader.begin || self.home.is_none();
        if country.is_none() && a.kind != ActorKind::Person && a.delegation && a.definite && told {
            if let Some(d) = &self.last_delegation {
                country = Some(d.country);
                kind = d.kind;
                if a.name.is_none() && d.name.is_some() {
                    (name, office, level) = (d.name.clone(), d.office.clone(), d.level);
                    sector = sector.or(d.sector);
                }
            }
        }
        if country.is_none() && a.kind != ActorKind::Person && a.delegation && self.home.is_some() {
            country = self.home;
            via = Via::Home;
        }
        let country = country?;
        Some(Resolved {
            country,
            kind,
            name,
            office,
            level: if former { Some(Level::Unofficial) } else { level },
            sector,
            former,
            force: a.force,
            at: a.name.map_or(np.start, |n| n.0.min(np.start)),
            span: (np.start, np.end),
            via,
        })
    }

    /// The actors of a noun phrase; "the two countries" and pronouns through what was said.
    pub fn actors(&self, reader: &Reader<'_>, np: &Np) -> Vec<Resolved> {
        let mut found = self.find_actors(reader, np);
        if matches!(np.kind, NpKind::Pair | NpKind::Pronoun) {
            self.asked.set(true);
            for r in &mut found {
                r.span = (np.start, np.end);
                r.via = Via::Anaphor;
            }
        }
        found
    }

    /// The last person that acted.
    pub fn last_person(&self) -> Option<&Resolved> {
        self.asked.set(true);
        self.last_person.as_ref()
    }

    /// The last pair.
    pub fn last_pair(&self) -> Option<(u16, u16)> {
        self.asked.set(true);
        self.last_pair
    }

    /// Its two sides, with their heads.
    pub fn last_sides(&self) -> Option<&Parties> {
        self.asked.set(true);
        self.last_sides.as_ref()
    }

    /// "Putin met Prime Minister Modi. The two presidents last met in June": the two whom the article calls presidents.
    fn the_two_called_so(&self, np: &Np, words: &str, holders: &[Resolved]) -> Option<Vec<Resolved>> {
        let own = ["presidents", "prime ministers"].into_iter().find(|w| words.contains(w))?;
        let called = |o: Option<&String>| o.is_some_and(|o| o.to_lowercase().ends_with(&own[..own.len() - 1]));
        // Only where one of them is called otherwise.
        holders.iter().find(|r| r.office.is_some() && !called(r.office.as_ref()))?;
        let so = |k: &&Known| k.at < np.start && !k.former && !k.then && k.country.is_some() && called(k.office.as_ref());
        let [a, b] = self.known.iter().filter(so).collect::<Vec<_>>()[..] else { return None };
        (a.country != b.country).then(|| [a, b].into_iter().filter_map(|k| self.person(k)).collect())
    }

    /// Somebody whom the article has named.
    fn person(&self, k: &Known) -> Option<Resolved> {
        let country = k.country.filter(|_| !k.former && !k.then)?;
        let (name, office) = (Some(k.name.clone()), k.office.clone());
        Some(Resolved { kind: ActorKind::Person, name, office, level: k.level, sector: k.sector, ..self.bare(country, k.at) })
    }

    /// Where no exchange has been told: the two persons of two countries whom alone the article has named as holders of office.
    fn the_only_two(&self, np: &Np) -> Vec<Resolved> {
        let ranked = |k: &&Known| k.at < np.start && k.level.is_some_and(|l| l <= Level::Minister);
        let [a, b] = self.known.iter().filter(ranked).collect::<Vec<_>>()[..] else { return Vec::new() };
        match (self.person(a), self.person(b)) {
            (Some(a), Some(b)) if a.country != b.country => vec![a, b],
            _ => Vec::new(),
        }
    }

    fn find_actors(&self, reader: &Reader<'_>, np: &Np) -> Vec<Resolved> {
        // "X met Y, and they signed a pact": those two.
        let here = self.told_here.borrow();
        match np.kind {
            NpKind::Pair => {
                let sides: Vec<Resolved> = match (here.as_ref().or(self.last_sides.as_ref()), self.last_pair) {
                    (Some((a, b)), _) => a.iter().chain(b).cloned().collect(),
                    (None, Some((a, b))) => [a, b].into_iter().map(|c| self.bare(c, np.start)).collect(),
                    (None, None) => self.the_only_two(np),
                };
                self.as_pair(reader, np, sides)
            }
            NpKind::Pronoun => {
                let w = reader.word(np.start).unwrap_or_default();
                if matches!(&*w, "he" | "she" | "him" | "her" | "himself" | "herself") {
                    return self.called(&w).into_iter().collect();
                }
                // "His Highness"
                if matches!(&*w, "his" | "her") {
                    return self.called(&w).filter(|r| r.level <= Some(Level::DeputyLeader)).into_iter().collect();
                }
                // "A delegation arrived here. It was greeted at the airport by X", "laid by the delegation. It met X"
                if w == "it" {
                    let told = |d: &&Resolved| {
                        self.last_sides.as_ref().is_some_and(|s| s.0.iter().any(|r| r.country == d.country && r.name == d.name))
                    };
                    return self.last_delegation.iter().filter(|d| self.delegation_named || told(d)).cloned().collect();
                }
                if let (Some((a, b)), "they") = (&*here, &*w) {
                    return a.iter().chain(b).cloned().collect();
                }
                if matches!(&*w, "they" | "them") {
                    let peer = |r: &Resolved| self.last_peers.iter().any(|p| p.name == r.name && p.country == r.country);
                    if self.last_peers.len() > 2 && self.last_sides.as_ref().is_some_and(|s| s.0.iter().all(peer)) {
                        return self.last_peers.clone();
                    }
                    let at = |v: &[Resolved]| v.iter().map(|r| r.at).max();
                    // "They will meet Y in Lima. In Quito they will meet Z": the guests still.
                    let one_of_them = |r: &Resolved| self.last_people.iter().any(|p| p.name == r.name);
                    let guests = self.last_people.len() > 1 && self.last_sides.as_ref().is_some_and(|s| s.0.iter().all(one_of_them));
                    if guests || at(&self.last_people) > self.last_sides.as_ref().and_then(|(a, b)| at(a).max(at(b))) {
                        return self.last_people.clone();
                    }
                    if let Some((a, b)) = &self.last_sides {
                        // "A delegation arrived in Peru. They met": who travelled, and not the country.
                        let many = a.len() > 1 || a.iter().any(|x| x.kind == ActorKind::Group);
                        if many && a.iter().all(|x| x.kind != ActorKind::Country) && b.iter().all(|x| x.kind == ActorKind::Country) {
                            return a.clone();
                        }
                        return a.iter().chain(b).cloned().collect();
                    }
                }
                Vec::new()
            }
            _ => {
                if let Some(sides) = self.both_of(reader, np) {
                    return self.as_pair(reader, np, sides);
                }
                if let Some(peers) = self.peers_again(reader, np) {
                    return peers;
                }
                let mut found: Vec<Resolved> = Vec::with_capacity(np.actors.len());
                for a in &np.actors {
                    // "President X and her foreign minister"
                    let pronoun = || a.office.and_then(|(s, _)| s.checked_sub(1)).filter(|s| *s > np.start).and_then(|s| reader.word(s));
                    let whose = found.last().filter(|r: &&Resolved| {
                        r.kind == ActorKind::Person && a.country.is_none() && matches!(pronoun().as_deref(), Some("his" | "her"))
                    });
                    let theirs = whose.map(|r| crate::annotate::Actor { country: Some(r.country), ..a.clone() });
                    let a = theirs.as_ref().unwrap_or(a);
                    let own = self.resolve(reader, a, np);
                    // "Peruvian President X and Foreign Minister Y": Y is of another rank, and so of the same country.
                    let beside = |first: &Resolved| {
                        let ranked =
                            first.kind == ActorKind::Person && first.level.is_some() && a.level.is_some() && first.level != a.level;
                        ranked.then(|| crate::annotate::Actor { country: Some(first.country), ..a.clone() })
                    };
                    let stateless = a.kind == ActorKind::Person && a.office.is_some() && a.name.is_some() && a.country.is_none();
                    let shared = || found.last().filter(|_| stateless).and_then(beside).and_then(|a| self.resolve(reader, &a, np));
                    let own = own.or_else(shared);
                    found.extend(own);
                }
                found
            }
        }
    }

    /// "the foreign ministers": those of whom the article has told.
    fn peers_again(&self, reader: &Reader<'_>, np: &Np) -> Option<Vec<Resolved>> {
        let level = self.last_peers.first()?.level;
        // "the three leaders", "the three men"
        let three = np.end == np.start + 3 && reader.word(np.start).as_deref() == Some("the") && self.last_peers.len() == 3;
        if three
            && reader.word(np.start + 1).as_deref() == Some("three")
            && np.event.is_none()
            && np.everybody().all(|a| a.country.is_none())
        {
            return Some(self.last_peers.clone());
        }
        let [a] = &np.actors[..] else { return None };
        let bare = np.end <= np.start + 3 && reader.word(np.start).as_deref() == Some("the");
        let again = a.kind == ActorKind::Group && a.plural && a.country.is_none() && a.name.is_none() && a.level == level;
        (bare && again).then(|| self.last_peers.clone())
    }

    /// "the leaders": the two of whom the article has told, if it has named no third.
    fn both_of(&self, reader: &Reader<'_>, np: &Np) -> Option<Vec<Resolved>> {
        let [a] = &np.actors[..] else { return None };
        let bare =
            np.end == np.start + 2 && reader.word(np.start).as_deref() == Some("the") && a.kind == ActorKind::Group && a.country.is_none();
        let level = a.level.filter(|l| bare && matches!(l, Level::Leader | Level::Minister))?;
        let (x, y) = self.last_sides()?;
        let ranked = |v: &[Resolved]| matches!(v, [r] if (r.kind == ActorKind::Person || r.name.is_some()) && r.level == Some(level));
        let mut countries: Vec<u16> = self.known.iter().filter(|k| k.level == Some(level) && !k.former).filter_map(|k| k.country).collect();
        countries.sort_unstable();
        countries.dedup();
        (ranked(x) && ranked(y) && countries.len() == 2).then(|| x.iter().chain(y).cloned().collect())
    }

    /// "the two leaders", "the prime ministers of both countries": of what rank they are.
    pub fn rank_of_pair(words: &str) -> Option<Level> {
        let says = |list: &[&str]| list.iter().any(|w| words.contains(w));
        if says(&["leader", "president", "premier", "prime minister", "heads of"]) {
            return Some(Level::Leader);
        }
        says(&["minister"]).then_some(Level::Minister)
    }

    /// Two sides as the anaphor means them: "the two leaders" are persons, "the two countries" are not.
    pub fn as_pair(&self, reader: &Reader<'_>, np: &Np, sides: Vec<Resolved>) -> Vec<Resolved> {
        let words = reader.slice(np.start, np.end).to_lowercase();
        let says = |list: &[&str]| list.iter().any(|w| words.contains(w));
        match Self::rank_of_pair(&words) {
            Some(level) => {
                let holders: Vec<Resolved> = sides.into_iter().map(|s| self.holder(s, level, &words)).collect();
                self.the_two_called_so(np, &words, &holders).unwrap_or(holders)
            }
            // "the two countries" names no person.
            None if says(&["countries", "nations", "states", "governments", "neighbo", "capitals", "armies", "navies", "militaries"]) => {
                sides.into_iter().map(|s| self.bare(s.country, np.start)).collect()
            }
            // "Yoon went to Japan. The pair will meet again": he and who leads Japan.
            None if says(&["pair", "duo"]) && sides.iter().any(|s| s.level == Some(Level::Leader) && s.name.is_some()) => {
                let leader = |s: Resolved| if s.kind == ActorKind::Country { self.holder(s, Level::Leader, &words) } else { s };
                sides.into_iter().map(leader).collect()
            }
            None => sides,
        }
    }

    /// "The president travelled to Peru": he of the presidents named before who is not at home there.
    pub fn another(&self, r: &Resolved) -> Option<Resolved> {
        let abroad = |k: &&Known| k.level == r.level && !k.former && !k.then && k.country.is_some_and(|c| c != r.country);
        let mut others = self.known.iter().filter(abroad);
        let (one, none) = (others.next()?, others.next());
        none.is_none().then(|| Resolved {
            country: one.country.unwrap_or(r.country),
            name: Some(one.name.clone()),
            office: one.office.clone(),
            sector: one.sector.or(r.sector),
            ..r.clone()
        })
    }

    /// The person of that rank whom the article knows on a side; "the foreign ministers" are no other ministers.
    fn holder(&self, side: Resolved, level: Level, words: &str) -> Resolved {
        let fits = |office: Option<&String>| {
            let says = |list: &[&str]| office.is_none_or(|o| list.iter().any(|w| o.to_lowercase().contains(w)));
            match words {
                w if w.contains("foreign minister") => says(&["foreign", "external", "state"]),
                w if w.contains("defence minister") || w.contains("defense minister") => says(&["defence", "defense"]),
                _ => true,
            }
        };
        if side.level == Some(level) && side.name.is_some() && fits(side.office.as_ref()) {
            return side;
        }
        let rank = |k: &&Known| k.country == Some(side.country) && k.level == Some(level) && !k.former && !k.then;
        let known = self.known.iter().rev().filter(rank).find(|k| fits(k.office.as_ref()));
        Resolved {
            kind: ActorKind::Person,
            name: known.map(|k| k.name.clone()),
            office: known.and_then(|k| k.office.clone()),
            level: Some(level),
            sector: known.and_then(|k| k.sector).or(side.sector),
            former: false,
            force: None,
            ..side
        }
    }

    pub fn bare(&self, country: u16, at: usize) -> Resolved {
        Resolved {
            country,
            kind: ActorKind::Country,
            name: None,
            office: None,
            level: None,
            sector: None,
            former: false,
            force: None,
            at,
            span: (at, at),
            via: Via::Named,
        }
    }
}

impl Reader<'_> {
    /// A country, capital or city at token `k`.
    pub fn place_at(&self, k: usize) -> Option<(u16, usize, usize)> {
        let mut best: Option<(u16, usize)> = None;
        self.matches(k, kinds::PLACE | kinds::COUNTRY, |e, end| {
            let country = match e {
                Entry::Place(p) => Some(self.lx.places[p as usize].country),
                Entry::Country(c, _) => Some(c),
                _ => None,
            };
            if let Some(c) = country {
                if best.is_none_or(|(_, b)| end > b) {
                    best = Some((c, end));
                }
            }
        });
        best.map(|(c, end)| (c, k, end))
    }

    /// The day that a date expression at `k` names, looking back from `article`.
    pub fn calendar(&self, k: usize, article: Date) -> Option<Date> {
        let (e, _) = self.date(k)?;
        crate::annotate::dates::resolve(e, article, crate::annotate::dates::Direction::Past, None).map(|w| w.start)
    }
}

/// A name as written, without a title that slipped into it.
fn clean_name(reader: &Reader<'_>, s: usize, e: usize) -> String {
    let mut s = s;
    while s + 1 < e
        && reader.tokens[s].kind == Kind::Word
        && reader.lx.is(reader.tokens[s].sym, Closed::Honorific)
        && !matches!(reader.word(s).as_deref(), Some("he" | "marshal" | "lord" | "lady"))
    {
        s += 1;
        if s + 1 < e && reader.tokens[s].kind == Kind::Period {
            s += 1;
        }
    }
    // "Ilir Meta MP"
    let e = if e > s + 1 && matches!(reader.slice(e - 1, e), "MP" | "MEP" | "MPs" | "Jr" | "QC") { e - 1 } else { e };
    reader.slice(s, e).to_string()
}

/// The folded words of a name.
pub fn name_words(name: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut key = String::new();
    for w in name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '"')) {
        fold(w, &mut key);
        if !key.is_empty() {
            out.push(key.clone());
        }
    }
    out
}

/// "Zelensky" and "Zelenskyy", "Mohamed" and "Mohammed": a letter more or less of the same.
fn spelt_alike(a: &str, b: &str) -> bool {
    let single = |w: &str| {
        let mut last = None;
        w.chars().filter(|c| last.replace(*c) != Some(*c)).collect::<String>()
    };
    a.len() > 4 && b.len() > 4 && a.len().abs_diff(b.len()) <= 2 && a.as_bytes()[0] == b.as_bytes()[0] && single(a) == single(b)
}

/// What romanisations agree on: "fwrk" of "Afwerki" and "Afeworki".
fn consonants(word: &str) -> String {
    let mut last = None;
    word.chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') && last.replace(*c) != Some(*c)).collect()
}

/// "Mahmood" and "Mehmood", "Hussein" and "Hossein": names of which the same consonants are heard.
pub fn sounds_alike(a: &str, b: &str) -> bool {
    let heard = consonants(a);
    heard.len() > 2 && a.as_bytes()[0] == b.as_bytes()[0] && heard == consonants(b)
}

/// Is one name the end of the other: "Kim Jong Un", "Jong Un"?
pub fn shortened(a: Option<&str>, b: Option<&str>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.ends_with(b) || b.ends_with(a))
}

/// Are all words of `small` in `big`?
pub fn contains(big: &[String], small: &[String]) -> bool {
    !small.is_empty() && small.iter().all(|w| big.iter().any(|b| b == w || spelt_alike(b, w)))
}
