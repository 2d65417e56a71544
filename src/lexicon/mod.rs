//! The knowledge of `lexicon/`, checked and compiled.
//!
//! Words have numbers (`sym`). Phrases stand in one trie over these numbers, so that one walk from
//! a token tells every country, city, person, office, noun and preposition that starts there.

mod confidence;
mod gate;
mod load;
pub mod morph;
mod rules;
mod trie;
mod word_table;

use std::sync::OnceLock;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Level, Sector};
use crate::text::fold;
pub use confidence::Confidence;
pub(crate) use gate::{Gate, Pass};
pub use load::{LexiconError, Sources};
pub use morph::{Form, irregular_past};

/// Countries whose people go by their first names.
pub(crate) const BY_FIRST_NAME: [&str; 9] = ["BTN", "ERI", "ETH", "IDN", "ISL", "LAO", "MMR", "MYS", "THA"];
pub use rules::{Example, Part, Phase, Rule, Slot};
use trie::Trie;
pub(crate) use trie::{Case, kinds};
use word_table::WordTable;

/// The determiner "the", the first word of every lexicon.
pub const THE: u32 = 1;

/// Which word of a country stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryForm {
    Name,
    Adjective,
    People,
    /// Its capital: a place, or the government.
    Capital,
    /// The seat of government: the government, or a place.
    Seat,
}

/// A closed class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Closed {
    Determiner,
    Possessive,
    Pronoun,
    Preposition,
    Subordinator,
    Relative,
    Conjunction,
    Adversative,
    Be,
    Have,
    Do,
    Future,
    Possible,
    Negation,
    Adverb,
    Abbreviation,
    Honorific,
    NameParticle,
    AnaphorPair,
    Tail,
    /// "border", "relations": "with X" behind it is its own.
    RelationalNoun,
    /// "invitation", "offer": what follows is wished.
    ProposalNoun,
    /// "plans", "preparations".
    PlanNoun,
    /// "refusal".
    RefusalNoun,
    /// "cancellation", "cessation".
    CancelNoun,
    /// "evidence", "reports": what follows is alleged.
    AllegationNoun,
    /// "denunciation", "protest": what follows is reacted to, on another day.
    ReactionNoun,
    /// "the restoration of relations", "the signing of a treaty": a light verb as a noun.
    LightNoun,
    /// "forum", "fund", "times": a capitalised run that ends in one is no person.
    ThingNoun,
    /// "treatment", "vacation": a private end of a journey.
    PrivatePurpose,
    /// "photo", "statue": what "of X visiting Y" shows.
    PictureNoun,
    /// "hundreds", "representatives" of those who act.
    PartNoun,
    /// "province", "prefecture": behind a place it is part of its name.
    DistrictNoun,
    /// "final", "match": where teams meet.
    ContestNoun,
    /// "truck", "plane": what goods go in.
    VehicleNoun,
    /// "commitment": a promise that stands, whatever is done to it.
    CommitmentNoun,
    /// "times", "post": of a newspaper's name.
    PaperNoun,
    /// "hurdle": what stands in the way of talks.
    ObstacleNoun,
    /// "museum", "farm": where guests are taken.
    SightNoun,
    /// "issue", "aim": of doing something that is not done yet.
    MatterNoun,
    /// "regularly": a habit, not one exchange.
    HabitAdverb,
    /// "pleased", "honoured" to do what one does.
    GladAdjective,
    /// "ready", "important" to do what is not done yet.
    NeedfulAdjective,
    /// "where", "because": a clause and never a phrase follows.
    ClauseOpener,
    /// "neighbouring": it stands before a country's name and says nothing of it.
    LandAdjective,
    /// "a state and friendship visit"
    VisitAdjective,
    /// "the deadlock in the talks", "the prospect of relations": nothing is told of them.
    StandstillNoun,
    /// "Rs", "USD": a number follows.
    Currency,
    /// "Monday", "today": a date by itself.
    DateOpener,
    /// "last", "the": a date with what follows.
    DateLead,
    /// "week", "day".
    DateFollower,
    To,
}

/// What a verb does to the one that it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Governs {
    Say,
    Confirm,
    Plan,
    Propose,
    Cancel,
    Deny,
    Allege,
    Begin,
    End,
    Do,
    Other,
}

/// What an office's modifier does to its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    Deputy,
    Former,
    Plain,
}

/// What a phrase of the lexicon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Country(u16, CountryForm),
    /// Two countries at once: "the two Koreas", "inter-Korean".
    Pair(u16),
    Place(u32),
    Person(u32),
    Institution(u16),
    Office(Level),
    Modifier(Modifier),
    Portfolio(Sector),
    Group(u16),
    Noun(u16),
    Closed(Closed, u32),
    Agency(u16),
    /// A name that only looks like a country: "Latin America".
    Trap,
    Sector(Sector),
}

#[derive(Clone, Debug)]
pub struct Country {
    pub iso3: &'static str,
    pub iso2: String,
    pub cow: Option<u16>,
    pub cameo: String,
    pub name: String,
}

#[derive(Clone, Debug)]
pub struct Place {
    pub name: String,
    pub country: u16,
    /// A town, and no region that other towns lie in.
    pub city: bool,
}

/// One term of office.
#[derive(Clone, Debug)]
pub struct Term {
    pub country: u16,
    pub office: String,
    pub level: Level,
    pub sector: Sector,
    pub start: Date,
    pub end: Option<Date>,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub name: String,
    pub terms: Vec<Term>,
}

impl Person {
    /// The office held on a day. Where none was held, the nearest one and `false`.
    pub fn at(&self, day: Date) -> (&Term, bool) {
        let distance = |t: &Term| {
            let before = (t.start - day).get_days();
            let after = t.end.map_or(0, |e| (day - e).get_days());
            before.max(after).max(0)
        };
        let best = self.terms.iter().min_by_key(|t| (distance(t), t.level)).expect("a person has a term");
        // Inaugurations and the months of a source's vagueness.
        (best, distance(best) <= 45)
    }

    /// Is every office still to come? Then nothing is known of him.
    pub fn yet_to_come(&self, day: Date) -> bool {
        self.terms.iter().all(|t| (t.start - day).get_days() > 365)
    }

    /// Is the first office still to come, and near: elected, designated, or known by one that the list leaves out?
    pub fn elect(&self, day: Date) -> bool {
        self.terms.iter().all(|t| t.start > day) && self.terms.iter().any(|t| (t.start - day).get_days() <= 365)
    }

    /// Has he held no office for more than a year? A king who abdicates keeps his title.
    pub fn out_of_office(&self, day: Date) -> bool {
        self.terms.iter().all(|t| t.office != "monarch" && t.end.is_some_and(|e| (day - e).get_days() > 400))
    }

    /// Is every office long past? What is told of him is history.
    pub fn historic(&self, day: Date) -> bool {
        self.terms.iter().all(|t| t.end.is_some_and(|e| (day - e).get_days() > 4_000))
    }
}

#[derive(Clone, Debug)]
pub struct Institution {
    pub name: String,
    pub country: Option<u16>,
    pub level: Option<Level>,
    pub sector: Sector,
}

/// Armed people and ships: their moves are deployments and port calls, not visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    Troops,
    Vessel,
}

#[derive(Clone, Debug)]
pub struct Group {
    pub official: bool,
    pub force: Option<Force>,
    pub level: Level,
    pub sector: Option<Sector>,
    pub plural: bool,
    pub delegation: bool,
}

#[derive(Clone, Debug)]
pub struct Verb {
    pub text: String,
    /// "up" in "wrap up".
    pub particle: u32,
    pub governs: Governs,
    pub rules: Vec<u16>,
}

#[derive(Clone, Debug)]
pub struct Noun {
    pub text: String,
    pub rules: Vec<u16>,
}

/// The compiled lexicon.
#[derive(Default)]
pub struct Lexicon {
    words: FxHashMap<Box<str>, u32>,
    short: WordTable,
    texts: Vec<Box<str>>,
    trie: Trie,
    /// Forms of verbs by word.
    pub(crate) verb_forms: Vec<Vec<(u16, Form)>>,
    /// Bit per closed class, by word.
    pub(crate) classes: Vec<u64>,
    pub countries: Vec<Country>,
    pub places: Vec<Place>,
    pub persons: Vec<Person>,
    /// Names that only women bear.
    pub women: std::collections::HashSet<String>,
    pub institutions: Vec<Institution>,
    pub groups: Vec<Group>,
    pub verbs: Vec<Verb>,
    pub nouns: Vec<Noun>,
    pub rules: Vec<Rule>,
    /// Rules of the bare copula: "is in Lima for talks".
    pub copula_rules: Vec<u16>,
    pub confidence: Confidence,
    /// Offices that only one country has: "pontiff".
    pub bound_offices: FxHashMap<u32, u16>,
    /// The same for offices of several words: "assistant secretary of state".
    pub bound_titles: Vec<(Vec<u32>, u16)>,
    /// Offices that are of another level in some countries: the level, the ends of titles, the countries.
    pub ranks: Vec<(Level, Vec<String>, Vec<u16>)>,
    /// Rules of a modifier, by its word: "visiting".
    pub modifiers: FxHashMap<u32, u16>,
    pub agencies: FxHashMap<String, (u16, String)>,
    /// Two countries by one name: "the two Koreas".
    pub pairs: Vec<(u16, u16, CountryForm)>,
    /// What papers of one of two countries call their own by the name of both: "Korea". The country, the word, and a word for it.
    pub selves: Vec<(u16, u32, u32)>,
    /// What a story calls one of two countries once it has named one of them: "the North". The same three.
    pub halves: Vec<(u16, u32, u32)>,
    /// Papers and broadcasters that are not called by their country, in lower case and without their article.
    pub papers: FxHashMap<String, u16>,
    /// "USS", "HMS": whose ship.
    pub ships: FxHashMap<u32, u16>,
    /// The group of warships.
    pub vessel: Option<u16>,
    /// Names of one word that stand for a country only from some day on, "Taliban", and what they are read as before.
    pub risen: Vec<(u32, Date, u32)>,
    /// People by the last word of their names.
    pub surnames: FxHashMap<u32, Vec<u32>>,
    /// People by the first word of their names.
    pub given_names: FxHashMap<u32, Vec<u32>>,
    /// Surnames that are towns too, with the words that stand before them in the names of people: Lloyd Austin.
    pub town_names: FxHashMap<u32, Vec<u32>>,
    /// Towns of one word.
    pub towns: FxHashSet<u32>,
    /// The first words of people's names, where the family's comes last.
    pub forenames: FxHashSet<u32>,
    pub by_iso: FxHashMap<&'static str, u16>,
    /// Words that can begin the name of a country, or of somebody or something of one.
    pub(crate) bearers: Vec<bool>,
    /// Words of bodies, offices and things, not of people's names alone.
    pub(crate) common: Vec<bool>,
    /// What a sentence must hold to be read.
    pub(crate) gate: Gate,
}

impl Lexicon {
    /// The packaged lexicon, compiled when it is first used.
    pub fn packaged() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon::build(&Sources::packaged()).expect("the packaged lexicon is tested"))
    }

    /// The number of a word; 0 where the lexicon does not know it.
    #[inline]
    pub fn sym(&self, folded: &str) -> u32 {
        self.words.get(folded).copied().unwrap_or(0)
    }

    /// The number of the word in `text[start..end]`, as it is written; `key` is a buffer.
    #[inline]
    pub(crate) fn number(&self, text: &str, start: usize, end: usize, key: &mut String) -> u32 {
        self.short.get(text.as_bytes(), start, end).unwrap_or_else(|| {
            fold(&text[start..end], key);
            self.sym(key)
        })
    }

    /// The text of a word's number.
    pub fn text(&self, sym: u32) -> &str {
        &self.texts[sym as usize]
    }

    #[inline]
    pub(crate) fn is(&self, sym: u32, class: Closed) -> bool {
        self.classes[sym as usize] & (1 << class as u64) != 0
    }

    /// No class of grammar holds the word: it is a noun like any other, or unknown.
    pub(crate) fn common_noun(&self, sym: u32) -> bool {
        use Closed::*;
        const NOUNS: u64 = 1 << ThingNoun as u64
            | 1 << PartNoun as u64
            | 1 << DistrictNoun as u64
            | 1 << PictureNoun as u64
            | 1 << ContestNoun as u64
            | 1 << VehicleNoun as u64
            | 1 << CommitmentNoun as u64
            | 1 << ObstacleNoun as u64
            | 1 << SightNoun as u64
            | 1 << PaperNoun as u64
            | 1 << MatterNoun as u64;
        self.classes[sym as usize] & !NOUNS == 0
    }

    /// Is an exchange of this type what the noun may name?
    pub(crate) fn noun_tells(&self, noun: u16, kind: crate::model::ExchangeType) -> bool {
        self.nouns[noun as usize].rules.iter().any(|r| self.rules[*r as usize].kind == kind)
    }

    pub(crate) fn forms(&self, sym: u32) -> &[(u16, Form)] {
        &self.verb_forms[sym as usize]
    }

    #[inline]
    pub(crate) fn trie(&self) -> &Trie {
        &self.trie
    }

    /// The names of all countries, places and people.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let countries = self.countries.iter().map(|c| c.name.as_str());
        countries.chain(self.places.iter().map(|p| p.name.as_str())).chain(self.persons.iter().map(|p| p.name.as_str()))
    }

    /// The country by which a publisher is called: "Kuwait Times", "bangkokpost.com".
    pub(crate) fn publisher_home(&self, source: &str) -> Option<u16> {
        let lower = source.to_lowercase();
        let bare = lower.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
        let bare = bare.split('/').next().unwrap_or_default();
        // "The Hindu", "hindustantimes.com"
        let title = lower.trim();
        let known = |name: &str| self.papers.get(name.strip_prefix("the ").unwrap_or(name)).or_else(|| self.papers.get(name));
        if let Some(home) = known(title) {
            return Some(*home);
        }
        let paper = |w: &str| self.is(self.sym(w), Closed::PaperNoun);
        // "news.err.ee": the country's own letters; some are sold to all the world.
        let ending = bare.rsplit_once('.').map(|x| x.1).filter(|e| e.len() == 2 && !bare.contains(' '));
        let sold = ["tv", "me", "io", "co", "ai", "fm", "ly", "to", "ws", "cc", "gg", "eu", "la", "gl", "vc", "im", "pw"];
        if let Some(ending) = ending.filter(|e| !sold.contains(e)) {
            let code = if ending == "uk" { "gb" } else { ending };
            return self.countries.iter().position(|c| c.iso2.eq_ignore_ascii_case(code)).map(|c| c as u16);
        }
        // "edition.kuwaittimes.com": the last name before the ending.
        let address = bare.contains('.') && !bare.contains(' ');
        let site = bare.rsplit('.').skip(1).find(|w| !matches!(*w, "com" | "co" | "org" | "net" | "gov" | "gob" | "go"));
        let bare = site.filter(|_| address).unwrap_or(bare);
        let (mut papers, mut name): (usize, Vec<&str>) = (0, Vec::new());
        for word in bare.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            if paper(word) {
                papers += 1;
                continue;
            }
            // "kuwaittimes": the paper's word is written together with the country's.
            let split = (3..word.len().saturating_sub(2)).filter(|at| word.is_char_boundary(*at)).find(|at| paper(&word[*at..]));
            match split {
                Some(at) => {
                    papers += 1;
                    name.push(word[..at].strip_prefix("the").filter(|w| w.len() > 3).unwrap_or(&word[..at]));
                }
                None if !matches!(word, "the" | "of" | "and" | "for") => name.push(word),
                None => {}
            }
        }
        // "Ministry of Foreign Affairs of the Republic of Peru"
        let title = ["foreign", "external", "state", "office", "prime", "minister", "s", "republic", "kingdom", "federal", "islamic"];
        let whose = name.iter().position(|w| !title.contains(w)).unwrap_or(0);
        name.drain(..whose);
        let (first, rest) = name.split_first().filter(|_| papers > 0)?;
        let kinds = kinds::COUNTRY;
        let mut node = self.trie.start(self.sym(first), kinds);
        for word in rest {
            node = self.trie.step(node, self.sym(word), kinds);
        }
        self.trie.entries(node).iter().find_map(|(e, _, _)| match e {
            Entry::Country(c, CountryForm::Name | CountryForm::Adjective | CountryForm::Capital) if node != 0 => Some(*c),
            _ => None,
        })
    }

    /// The level that an office has in a country, where it is not that of its words.
    pub fn rank(&self, office: &str, country: u16) -> Option<Level> {
        let here = |r: &&(Level, Vec<String>, Vec<u16>)| r.2.contains(&country);
        let ends = |t: &String| office.len() >= t.len() && office.is_char_boundary(office.len() - t.len());
        let same = |t: &String| ends(t) && office[office.len() - t.len()..].eq_ignore_ascii_case(t);
        self.ranks.iter().filter(here).find(|r| r.1.iter().any(same)).map(|r| r.0)
    }

    pub fn country(&self, iso3: &str) -> Option<u16> {
        self.by_iso.get(iso3).copied()
    }

    pub fn iso(&self, country: u16) -> &'static str {
        self.countries[country as usize].iso3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publisher_is_at_home_in_the_country_of_its_name() {
        let lx = Lexicon::packaged();
        for (source, home) in [
            ("Kuwait Times", Some("KWT")),
            ("kuwaittimes.com", Some("KWT")),
            ("https://www.bangkokpost.com/world", Some("THA")),
            ("The Times of India", Some("IND")),
            ("thejakartapost.com", Some("IDN")),
            ("Kyiv Independent", Some("UKR")),
            ("news.err.ee", Some("EST")),
            ("https://www.theguardian.co.uk/world", Some("GBR")),
            ("ynet.co", None),
            ("vietnamplus", Some("VNM")),
            ("timesofindia.indiatimes.com", Some("IND")),
            ("MFA Kenya", Some("KEN")),
            ("Ministry of Foreign Affairs of the Republic of Maldives", Some("MDV")),
            ("Government of Canada", Some("CAN")),
            ("South China Morning Post", None),
            ("Reuters", None),
            ("Financial Times", None),
            ("Times", None),
            ("AFP via Bangkok Post", None),
            ("Jordan", None),
        ] {
            assert_eq!(lx.publisher_home(source).map(|c| lx.iso(c)), home, "{source}");
        }
    }
}
