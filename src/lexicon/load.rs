//! Reading and checking the files of `lexicon/`. Every error names file, line or key, and what to do.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::rules::{Part, RawFile};
use super::*;
use crate::text::{Kind, fold, tokenize};

/// What is wrong with a lexicon file.
#[derive(Debug, thiserror::Error)]
#[error("{file}{}: {problem}", .line.map(|l| format!(", line {l}")).unwrap_or_default())]
pub struct LexiconError {
    pub file: String,
    pub line: Option<u64>,
    pub problem: String,
}

/// The texts that a lexicon is made of: the packaged files, and what a user lays over them.
#[derive(Clone, Default)]
pub struct Sources {
    files: BTreeMap<String, String>,
}

macro_rules! packaged {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../lexicon/", $name)))),+]
    };
}

impl Sources {
    /// The files that come with the package.
    pub fn packaged() -> Sources {
        let files = packaged![
            "words.toml",
            "offices.toml",
            "groups.toml",
            "sectors.toml",
            "countries.csv",
            "cities.csv",
            "places.csv",
            "institutions.csv",
            "people.csv",
            "agencies.csv",
            "papers.csv",
            "traps.csv",
            "pairs.csv",
            "selves.csv",
            "ships.csv",
            "confidence.toml",
            "rules/visit.toml",
            "rules/meeting.toml",
            "rules/call.toml",
            "rules/message.toml",
            "rules/agreement.toml",
            "rules/exercise.toml",
            "rules/transfer.toml",
            "rules/accreditation.toml",
        ];
        Sources { files: files.iter().map(|(n, t)| (n.to_string(), t.to_string())).collect() }
    }

    /// Lays rows of the user's own over a packaged CSV file (header included in `text`).
    pub fn add(&mut self, name: &str, file: &str, text: &str) -> Result<(), LexiconError> {
        if !self.files.contains_key(name) {
            let known = self.files.keys().cloned().collect::<Vec<_>>().join(", ");
            return Err(LexiconError {
                file: file.into(),
                line: None,
                problem: format!("there is no lexicon file {name:?}; the files are {known}"),
            });
        }
        self.files.insert(format!("{name}#{file}"), text.to_string());
        Ok(())
    }

    fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let layered = format!("{name}#");
        self.files.iter().filter(move |(k, _)| *k == name || k.starts_with(&layered)).map(|(k, v)| (k.as_str(), v.as_str()))
    }
}

fn toml_file<T: for<'a> Deserialize<'a>>(file: &str, text: &str) -> Result<T, LexiconError> {
    toml::from_str(text).map_err(|e| LexiconError {
        file: file.into(),
        line: e.span().map(|s| text[..s.start].lines().count().max(1) as u64),
        problem: e.message().to_string(),
    })
}

fn csv_rows<T: for<'a> Deserialize<'a>>(sources: &Sources, name: &str) -> Result<Vec<(String, u64, T)>, LexiconError> {
    let mut out = Vec::new();
    for (file, text) in sources.of(name) {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for (i, row) in reader.deserialize().enumerate() {
            let row = row.map_err(|e| LexiconError { file: file.into(), line: e.position().map(|p| p.line()), problem: e.to_string() })?;
            out.push((file.to_string(), i as u64 + 2, row));
        }
    }
    Ok(out)
}

#[derive(Deserialize)]
struct RawCountry {
    iso3: String,
    iso2: String,
    cow: Option<u16>,
    cameo: String,
    name: String,
    aliases: String,
    adjectives: String,
    people: String,
    capitals: String,
    government: String,
}

#[derive(Deserialize)]
struct RawPlace {
    name: String,
    iso3: String,
    #[serde(default)]
    kind: String,
}

#[derive(Deserialize)]
struct RawPerson {
    name: String,
    iso3: String,
    office: String,
    level: String,
    sector: String,
    start: String,
    end: String,
    #[serde(default)]
    aliases: String,
}

#[derive(Deserialize)]
struct RawInstitution {
    name: String,
    iso3: String,
    level: String,
    sector: String,
    /// The day from which a name of one word stands for the country; empty for always.
    #[serde(default)]
    since: String,
}

#[derive(Deserialize)]
struct RawAgency {
    name: String,
    iso3: String,
    city: String,
}

#[derive(Deserialize)]
struct RawPaper {
    name: String,
    iso3: String,
}

#[derive(Deserialize)]
struct RawShip {
    prefix: String,
    iso3: String,
}

#[derive(Deserialize)]
struct RawPair {
    name: String,
    first: String,
    second: String,
    form: String,
}

#[derive(Deserialize)]
struct RawSelf {
    name: String,
    iso3: String,
    form: String,
}

#[derive(Deserialize)]
struct RawTrap {
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    closed: BTreeMap<String, Vec<String>>,
    verbs: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    names: RawNames,
}

/// What one given name is called by different agencies.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawNames {
    #[serde(default)]
    spellings: Vec<Vec<String>>,
    #[serde(default)]
    women: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOffices {
    heads: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    bound: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    ranks: BTreeMap<String, RawRank>,
    modifiers: BTreeMap<String, Vec<String>>,
    portfolios: BTreeMap<String, Vec<String>>,
}

/// Offices that are of another level in some countries.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRank {
    titles: Vec<String>,
    countries: Vec<String>,
}

#[derive(Deserialize)]
struct RawGroups {
    group: Vec<RawGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    kind: String,
    level: String,
    sector: Option<String>,
    nouns: Vec<String>,
}

#[derive(Deserialize)]
struct RawSectors {
    sectors: BTreeMap<String, Vec<String>>,
}

/// How else a name with a hyphen is written: "Suk Yeol" of "Suk-yeol", "al-Sisi" and "El Sisi" of "el-Sisi".
fn spellings(name: &str) -> Vec<String> {
    if !name.contains('-') {
        return Vec::new();
    }
    let mut all = vec![name.replace('-', " ")];
    for (one, other) in [("el-", "al-"), ("al-", "el-")] {
        if let Some((first, last)) = name.rsplit_once(' ') {
            if let Some(rest) = last.strip_prefix(one) {
                all.push(format!("{first} {other}{rest}"));
                all.push(format!("{first} {}", other.replace('-', " ") + rest));
                // "Abdel Fattah Sisi"
                all.push(format!("{first} {rest}"));
            }
        }
    }
    all
}

impl RawNames {
    /// "Faysal bin Farhan" of "Faisal bin Farhan": the name with one of its words written otherwise.
    fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = String> + 'a {
        name.split(' ').enumerate().flat_map(move |(k, word)| {
            let forms = self.spellings.iter().find(|s| s.iter().any(|w| w == word)).into_iter().flatten();
            forms.filter(move |w| *w != word).map(move |w| {
                let words = name.split(' ').enumerate().map(|(j, own)| if j == k { &**w } else { own });
                words.collect::<Vec<_>>().join(" ")
            })
        })
    }
}

/// Country codes live as long as the program: at most a few hundred, however often a lexicon is built.
fn leak_iso(iso: &str) -> &'static str {
    use std::sync::Mutex;
    static KNOWN: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
    let mut known = KNOWN.lock().unwrap_or_else(|e| e.into_inner());
    if let Some(s) = known.iter().find(|s| **s == iso) {
        return s;
    }
    let s: &'static str = Box::leak(iso.to_string().into_boxed_str());
    known.push(s);
    s
}

struct Builder {
    lx: Lexicon,
    tokens: Vec<crate::text::Token>,
    key: String,
    people: FxHashMap<String, u32>,
    person_words: FxHashSet<u32>,
    /// Names written in several ways.
    names: RawNames,
    institution_words: FxHashSet<u32>,
}

impl Builder {
    fn intern(&mut self, folded: &str) -> u32 {
        if let Some(&s) = self.lx.words.get(folded) {
            return s;
        }
        let s = self.lx.texts.len() as u32;
        self.lx.words.insert(folded.into(), s);
        self.lx.texts.push(folded.into());
        self.lx.verb_forms.push(Vec::new());
        self.lx.classes.push(0);
        self.lx.bearers.push(false);
        self.lx.common.push(false);
        s
    }

    /// The word numbers of a phrase, as the reader will meet them: hyphens are transparent.
    fn syms(&mut self, phrase: &str) -> Vec<u32> {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokenize(phrase, &mut tokens);
        let mut out = Vec::new();
        for t in &tokens {
            if matches!(t.kind, Kind::Word | Kind::Number) {
                let mut key = std::mem::take(&mut self.key);
                fold(&phrase[t.start as usize..t.end as usize], &mut key);
                out.push(self.intern(&key));
                self.key = key;
            } else if t.kind == Kind::Possessive {
                out.push(self.intern("'s"));
            }
        }
        self.tokens = tokens;
        out
    }

    fn add(&mut self, phrase: &str, entry: Entry, case: Case) {
        let syms = self.syms(phrase);
        let Some(&first) = syms.first() else { return };
        self.lx.bearers[first as usize] |=
            matches!(entry, Entry::Country(..) | Entry::Pair(_) | Entry::Place(_) | Entry::Person(_) | Entry::Institution(_));
        match entry {
            Entry::Person(_) => self.person_words.extend(&syms),
            Entry::Trap | Entry::Agency(_) | Entry::Country(..) | Entry::Pair(_) | Entry::Place(_) => {}
            Entry::Institution(_) => self.institution_words.extend(&syms),
            _ => syms.iter().for_each(|s| self.lx.common[*s as usize] = true),
        }
        self.lx.trie.add(&syms, entry, case);
    }

    /// A proper name: an acronym must stand in capitals, any other name must show one.
    fn add_name(&mut self, name: &str, entry: Entry) {
        let letters: String = name.chars().filter(|c| c.is_alphabetic()).collect();
        let acronym = letters.len() <= 6 && !name.contains(' ') && letters.chars().all(|c| c.is_uppercase());
        self.add(name, entry, if acronym { Case::Capitals } else { Case::Capital });
    }

    fn verb(&mut self, text: &str, governs: Governs) -> u16 {
        if let Some(i) = self.lx.verbs.iter().position(|v| v.text == text) {
            return i as u16;
        }
        let id = self.lx.verbs.len() as u16;
        let (head, particle) = text.split_once(' ').unwrap_or((text, ""));
        let particle = if particle.is_empty() { 0 } else { self.intern(particle) };
        self.lx.verbs.push(Verb { text: text.into(), particle, governs, rules: Vec::new() });
        for (form, f) in morph::verb_forms(head) {
            // Of "re-establish" the tokenizer keeps the second part, which carries the verb.
            let word = form.rsplit('-').next().unwrap_or(&form).to_string();
            let s = self.intern(&word);
            if !self.lx.verb_forms[s as usize].contains(&(id, f)) {
                self.lx.verb_forms[s as usize].push((id, f));
            }
        }
        id
    }
}

impl Lexicon {
    /// Compiles a lexicon, or says which line of which file is wrong.
    pub fn build(sources: &Sources) -> Result<Lexicon, LexiconError> {
        let mut b = Builder {
            lx: Lexicon::default(),
            tokens: Vec::new(),
            key: String::new(),
            people: FxHashMap::default(),
            person_words: FxHashSet::default(),
            names: RawNames::default(),
            institution_words: FxHashSet::default(),
        };
        b.intern("\u{0}");
        assert_eq!(b.intern("the"), THE);
        b.words(sources)?;
        b.countries(sources)?;
        b.places(sources)?;
        b.offices(sources)?;
        b.people(sources)?;
        b.rules(sources)?;
        for (file, text) in sources.of("confidence.toml") {
            let raw: super::confidence::RawConfidence = toml_file(file, text)?;
            b.lx.confidence = raw.compile().map_err(|problem| LexiconError { file: file.into(), line: None, problem })?;
        }
        // "Kim" of "Kim Il Sung University" stays a name.
        for s in &b.institution_words {
            b.lx.common[*s as usize] |= !b.person_words.contains(s);
        }
        b.lx.trie.seal(b.lx.texts.len());
        b.lx.short = WordTable::new(b.lx.words.iter().map(|(w, s)| (&**w, *s)));
        Ok(b.lx)
    }
}

impl Builder {
    fn words(&mut self, sources: &Sources) -> Result<(), LexiconError> {
        for (file, text) in sources.of("words.toml") {
            let raw: RawWords = toml_file(file, text)?;
            for (class, words) in &raw.closed {
                let closed = match class.as_str() {
                    "det" => Closed::Determiner,
                    "possessive" => Closed::Possessive,
                    "pronoun" => Closed::Pronoun,
                    "preposition" => Closed::Preposition,
                    "subordinator" => Closed::Subordinator,
                    "relative" => Closed::Relative,
                    "conjunction" => Closed::Conjunction,
                    "adversative" => Closed::Adversative,
                    "be" => Closed::Be,
                    "have" => Closed::Have,
                    "do" => Closed::Do,
                    "modal_future" => Closed::Future,
                    "modal_possible" => Closed::Possible,
                    "negation" => Closed::Negation,
                    "adverb" => Closed::Adverb,
                    "abbreviation" => Closed::Abbreviation,
                    "honorific" => Closed::Honorific,
                    "name_particle" => Closed::NameParticle,
                    "anaphor_pair" => Closed::AnaphorPair,
                    "tail" => Closed::Tail,
                    "relational_noun" => Closed::RelationalNoun,
                    "proposal_noun" => Closed::ProposalNoun,
                    "plan_noun" => Closed::PlanNoun,
                    "refusal_noun" => Closed::RefusalNoun,
                    "cancel_noun" => Closed::CancelNoun,
                    "light_noun" => Closed::LightNoun,
                    "thing_noun" => Closed::ThingNoun,
                    "private_purpose" => Closed::PrivatePurpose,
                    "allegation_noun" => Closed::AllegationNoun,
                    "reaction_noun" => Closed::ReactionNoun,
                    "picture_noun" => Closed::PictureNoun,
                    "part_noun" => Closed::PartNoun,
                    "district_noun" => Closed::DistrictNoun,
                    "contest_noun" => Closed::ContestNoun,
                    "vehicle_noun" => Closed::VehicleNoun,
                    "commitment_noun" => Closed::CommitmentNoun,
                    "paper_noun" => Closed::PaperNoun,
                    "obstacle_noun" => Closed::ObstacleNoun,
                    "sight_noun" => Closed::SightNoun,
                    "matter_noun" => Closed::MatterNoun,
                    "habit_adverb" => Closed::HabitAdverb,
                    "glad_adjective" => Closed::GladAdjective,
                    "needful_adjective" => Closed::NeedfulAdjective,
                    "clause_opener" => Closed::ClauseOpener,
                    "land_adjective" => Closed::LandAdjective,
                    "visit_adjective" => Closed::VisitAdjective,
                    "standstill_noun" => Closed::StandstillNoun,
                    "currency" => Closed::Currency,
                    other => {
                        return Err(LexiconError { file: file.into(), line: None, problem: format!("[closed] has no class {other:?}") });
                    }
                };
                for w in words {
                    let syms = self.syms(w);
                    if syms.len() == 1 {
                        let s = syms[0];
                        self.lx.classes[s as usize] |= 1 << closed as u64;
                    } else {
                        let mut key = String::new();
                        fold(w, &mut key);
                        let id = self.intern(&key);
                        self.add(w, Entry::Closed(closed, id), Case::Any);
                    }
                }
            }
            for w in crate::annotate::STATUS_WORDS.iter().flat_map(|s| s.0) {
                self.intern(w);
            }
            use crate::annotate::dates::{FOLLOWERS, LEADS, OPENERS};
            for (words, class) in [(OPENERS, Closed::DateOpener), (LEADS, Closed::DateLead), (FOLLOWERS, Closed::DateFollower)] {
                for w in words {
                    let s = self.intern(w);
                    self.lx.classes[s as usize] |= 1 << class as u64;
                }
            }
            let to = self.intern("to");
            self.lx.classes[to as usize] |= 1 << Closed::To as u64;
            self.names.spellings.extend(raw.names.spellings);
            self.lx.women.extend(raw.names.women);
            for (class, verbs) in &raw.verbs {
                let governs = match class.as_str() {
                    "say" => Governs::Say,
                    "confirm" => Governs::Confirm,
                    "plan" => Governs::Plan,
                    "propose" => Governs::Propose,
                    "cancel" => Governs::Cancel,
                    "deny" => Governs::Deny,
                    "allege" => Governs::Allege,
                    "begin" => Governs::Begin,
                    "end" => Governs::End,
                    "do" => Governs::Do,
                    "cooccur" | "other" => Governs::Other,
                    other => {
                        return Err(LexiconError { file: file.into(), line: None, problem: format!("[verbs] has no class {other:?}") });
                    }
                };
                for v in verbs {
                    // A verb in two classes keeps the one that says more than "other".
                    let id = self.verb(v, governs);
                    let known = &mut self.lx.verbs[id as usize].governs;
                    if *known == Governs::Other || (*known == Governs::Say && governs != Governs::Other) {
                        *known = governs;
                    }
                }
            }
        }
        Ok(())
    }

    fn countries(&mut self, sources: &Sources) -> Result<(), LexiconError> {
        for (file, line, raw) in csv_rows::<RawCountry>(sources, "countries.csv")? {
            let error = |problem: String| LexiconError { file: file.clone(), line: Some(line), problem };
            if raw.iso3.len() != 3 || !raw.iso3.bytes().all(|b| b.is_ascii_uppercase()) {
                return Err(error(format!("iso3 {:?} is not three capital letters", raw.iso3)));
            }
            let iso3 = leak_iso(&raw.iso3);
            let id = self.lx.by_iso.get(iso3).copied().unwrap_or_else(|| {
                self.lx.countries.push(Country {
                    iso3,
                    iso2: raw.iso2.clone(),
                    cow: raw.cow,
                    cameo: raw.cameo.clone(),
                    name: raw.name.clone(),
                });
                (self.lx.countries.len() - 1) as u16
            });
            self.lx.by_iso.insert(iso3, id);
            let parts = |s: &str| s.split('|').map(str::trim).filter(|p| !p.is_empty()).map(String::from).collect::<Vec<_>>();
            self.add_name(&raw.name, Entry::Country(id, CountryForm::Name));
            for (list, form) in [
                (&raw.aliases, CountryForm::Name),
                (&raw.adjectives, CountryForm::Adjective),
                (&raw.people, CountryForm::People),
                (&raw.capitals, CountryForm::Capital),
                (&raw.government, CountryForm::Seat),
            ] {
                for name in parts(list) {
                    self.add_name(&name, Entry::Country(id, form));
                    if form == CountryForm::Capital
                        && let [town] = self.syms(&name)[..]
                    {
                        self.lx.towns.insert(town);
                    }
                    if form == CountryForm::Capital || form == CountryForm::Seat {
                        self.lx.places.push(Place { name: name.clone(), country: id, city: false });
                        let p = self.lx.places.len() as u32 - 1;
                        self.add_name(&name, Entry::Place(p));
                    }
                }
            }
        }
        for (_, _, raw) in csv_rows::<RawTrap>(sources, "traps.csv")? {
            self.add_name(&raw.name, Entry::Trap);
        }
        for (file, line, raw) in csv_rows::<RawShip>(sources, "ships.csv")? {
            let country = self.iso(&file, line, &raw.iso3)?;
            let sym = self.intern(&raw.prefix.to_lowercase());
            self.lx.ships.insert(sym, country);
            self.lx.bearers[sym as usize] = true;
        }
        for (file, line, raw) in csv_rows::<RawPair>(sources, "pairs.csv")? {
            let (first, second) = (self.iso(&file, line, &raw.first)?, self.iso(&file, line, &raw.second)?);
            let form = Self::form(&file, line, &raw.form)?;
            self.lx.pairs.push((first, second, form));
            let id = (self.lx.pairs.len() - 1) as u16;
            self.add_name(&raw.name, Entry::Pair(id));
        }
        for (file, line, raw) in csv_rows::<RawSelf>(sources, "selves.csv")? {
            let country = self.iso(&file, line, &raw.iso3)?;
            let half = raw.form == "half";
            let form = if half { CountryForm::Name } else { Self::form(&file, line, &raw.form)? };
            let [word] = self.syms(&raw.name)[..] else {
                return Err(LexiconError { file, line: Some(line), problem: format!("{:?} has more than one word", raw.name) });
            };
            // A word of its own, which no text has: an article of the country gets it instead.
            let own = format!("{}{}", raw.name.to_lowercase(), raw.iso3.to_lowercase());
            self.add(&own, Entry::Country(country, form), Case::Capital);
            let own = self.intern(&own);
            let named = if half { &mut self.lx.halves } else { &mut self.lx.selves };
            named.push((country, word, own));
        }
        Ok(())
    }

    fn form(file: &str, line: u64, form: &str) -> Result<CountryForm, LexiconError> {
        match form {
            "name" => Ok(CountryForm::Name),
            "adjective" => Ok(CountryForm::Adjective),
            other => {
                Err(LexiconError { file: file.into(), line: Some(line), problem: format!("form {other:?} is neither name nor adjective") })
            }
        }
    }

    fn iso(&self, file: &str, line: u64, iso: &str) -> Result<u16, LexiconError> {
        self.lx.by_iso.get(iso).copied().ok_or_else(|| LexiconError {
            file: file.into(),
            line: Some(line),
            problem: format!("iso3 {iso:?} is no country of countries.csv"),
        })
    }

    fn places(&mut self, sources: &Sources) -> Result<(), LexiconError> {
        for name in ["cities.csv", "places.csv"] {
            for (file, line, raw) in csv_rows::<RawPlace>(sources, name)? {
                let country = self.iso(&file, line, &raw.iso3)?;
                self.lx.places.push(Place { name: raw.name.clone(), country, city: raw.kind != "region" });
                let id = self.lx.places.len() as u32 - 1;
                self.add_name(&raw.name, Entry::Place(id));
                if let [town] = self.syms(&raw.name)[..] {
                    self.lx.towns.insert(town);
                }
            }
        }
        for (file, line, raw) in csv_rows::<RawAgency>(sources, "agencies.csv")? {
            let country = self.iso(&file, line, &raw.iso3)?;
            let id = self.lx.agencies.len() as u16;
            self.lx.agencies.insert(raw.name.to_lowercase(), (country, raw.city.clone()));
            self.add_name(&raw.name, Entry::Agency(id));
        }
        for (file, line, raw) in csv_rows::<RawPaper>(sources, "papers.csv")? {
            let country = self.iso(&file, line, &raw.iso3)?;
            self.lx.papers.insert(raw.name.to_lowercase(), country);
        }
        Ok(())
    }

    fn level(file: &str, text: &str) -> Result<Level, LexiconError> {
        Level::parse(text).ok_or_else(|| LexiconError {
            file: file.into(),
            line: None,
            problem: format!("{text:?} is no level; the levels are {}", Level::NAMES.join(", ")),
        })
    }

    fn sector(file: &str, text: &str) -> Result<Sector, LexiconError> {
        Sector::parse(text).ok_or_else(|| LexiconError {
            file: file.into(),
            line: None,
            problem: format!("{text:?} is no sector; the sectors are {}", Sector::NAMES.join(", ")),
        })
    }

    fn offices(&mut self, sources: &Sources) -> Result<(), LexiconError> {
        for (file, text) in sources.of("offices.toml") {
            let raw: RawOffices = toml_file(file, text)?;
            for (level, heads) in &raw.heads {
                let level = Self::level(file, level)?;
                for h in heads {
                    // "FM" is a minister, and "fm" a radio.
                    let acronym = !h.chars().any(char::is_lowercase);
                    self.add(h, Entry::Office(level), if acronym { Case::Capitals } else { Case::Any });
                }
            }
            for (iso, words) in &raw.bound {
                let Some(country) = self.lx.country(iso) else {
                    return Err(LexiconError { file: file.into(), line: None, problem: format!("[bound] has no country {iso:?}") });
                };
                for w in words {
                    let syms = self.syms(w);
                    let last = *syms.last().expect("an office has a word");
                    self.lx.bearers[last as usize] = true;
                    if syms.len() == 1 {
                        self.lx.bound_offices.insert(last, country);
                    } else {
                        self.lx.bound_titles.push((syms, country));
                    }
                }
            }
            for (level, rank) in &raw.ranks {
                let level = Self::level(file, level)?;
                let unknown =
                    |iso: &String| LexiconError { file: file.into(), line: None, problem: format!("[ranks] has no country {iso:?}") };
                let countries = rank.countries.iter().map(|iso| self.lx.country(iso).ok_or_else(|| unknown(iso)));
                let countries = countries.collect::<Result<Vec<u16>, _>>()?;
                self.lx.ranks.push((level, rank.titles.clone(), countries));
            }
            for (class, words) in &raw.modifiers {
                let m = match class.as_str() {
                    "deputy" => Modifier::Deputy,
                    "former" => Modifier::Former,
                    "plain" => Modifier::Plain,
                    other => {
                        return Err(LexiconError { file: file.into(), line: None, problem: format!("[modifiers] has no class {other:?}") });
                    }
                };
                for w in words {
                    self.add(w, Entry::Modifier(m), Case::Any);
                }
            }
            for (sector, words) in &raw.portfolios {
                let sector = Self::sector(file, sector)?;
                for w in words {
                    self.add(w, Entry::Portfolio(sector), Case::Any);
                }
            }
        }
        for (file, text) in sources.of("groups.toml") {
            let raw: RawGroups = toml_file(file, text)?;
            for g in &raw.group {
                let level = Self::level(file, &g.level)?;
                let sector = g.sector.as_deref().map(|s| Self::sector(file, s)).transpose()?;
                let force = match g.kind.as_str() {
                    "official" | "unofficial" => None,
                    "troops" => Some(Force::Troops),
                    "vessel" => Some(Force::Vessel),
                    other => {
                        let problem = format!("a group is official, unofficial, troops or vessel, not {other:?}");
                        return Err(LexiconError { file: file.into(), line: None, problem });
                    }
                };
                for noun in &g.nouns {
                    let group = Group {
                        official: g.kind != "unofficial",
                        force,
                        level,
                        sector,
                        plural: noun.ends_with('s') && !noun.ends_with("ss"),
                        delegation: noun.contains("delegation") || noun.contains("mission") || noun.contains("team") || noun == "group",
                    };
                    self.lx.groups.push(group);
                    let id = self.lx.groups.len() as u16 - 1;
                    if force == Some(Force::Vessel) && noun == "warship" {
                        self.lx.vessel = Some(id);
                    }
                    self.add(noun, Entry::Group(id), Case::Any);
                }
            }
        }
        for (file, text) in sources.of("sectors.toml") {
            let raw: RawSectors = toml_file(file, text)?;
            for (sector, words) in &raw.sectors {
                let sector = Self::sector(file, sector)?;
                for w in words {
                    self.add(w, Entry::Sector(sector), Case::Any);
                }
            }
        }
        for (file, line, raw) in csv_rows::<RawInstitution>(sources, "institutions.csv")? {
            let country = if raw.iso3.is_empty() { None } else { Some(self.iso(&file, line, &raw.iso3)?) };
            let level = if raw.level.is_empty() { None } else { Some(Self::level(&file, &raw.level)?) };
            let sector = Self::sector(&file, &raw.sector)?;
            if !raw.since.is_empty() {
                let error = |problem: String| LexiconError { file: file.clone(), line: Some(line), problem };
                let day = raw.since.parse().map_err(|e| error(format!("since: {:?} is no date: {e}", raw.since)))?;
                let [word] = self.syms(&raw.name)[..] else {
                    return Err(error(format!("since: {:?} has more than one word", raw.name)));
                };
                // Until then it is a movement of no state, under a name that no text has.
                let movement = format!("{}movement", raw.name);
                self.add_name(&movement, Entry::Trap);
                let movement = self.syms(&movement)[0];
                self.lx.risen.push((word, day, movement));
            }
            self.lx.institutions.push(Institution { name: raw.name.clone(), country, level, sector });
            let id = self.lx.institutions.len() as u16 - 1;
            self.add_name(&raw.name, Entry::Institution(id));
        }
        Ok(())
    }

    fn people(&mut self, sources: &Sources) -> Result<(), LexiconError> {
        for (file, line, raw) in csv_rows::<RawPerson>(sources, "people.csv")? {
            let error = |problem: String| LexiconError { file: file.clone(), line: Some(line), problem };
            let month = |s: &str, last: bool| -> Result<Date, LexiconError> {
                let bad = || error(format!("{s:?} is no month; write it as 2018-05"));
                let (y, m) = s.split_once('-').ok_or_else(bad)?;
                let day = Date::new(y.parse().map_err(|_| bad())?, m.parse().map_err(|_| bad())?, 1).map_err(|_| bad())?;
                Ok(if last { day.last_of_month() } else { day })
            };
            let country = self.iso(&file, line, &raw.iso3)?;
            let start = month(&raw.start, false)?;
            let end = if raw.end.is_empty() { None } else { Some(month(&raw.end, true)?) };
            if end.is_some_and(|e| e < start) {
                return Err(error(format!("the term of {:?} ends before it starts", raw.name)));
            }
            let level = Self::level(&file, &raw.level)?;
            let sector = Self::sector(&file, &raw.sector)?;
            let mut key = String::new();
            fold(&raw.name, &mut key);
            let id = *self.people.entry(key).or_insert_with(|| {
                self.lx.persons.push(Person { name: raw.name.clone(), terms: Vec::new() });
                self.lx.persons.len() as u32 - 1
            });
            self.lx.persons[id as usize].terms.push(Term { country, office: raw.office.clone(), level, sector, start, end });
            let written = std::iter::once(raw.name.as_str()).chain(raw.aliases.split('|')).map(str::trim).filter(|n| !n.is_empty());
            let names: Vec<String> = written.flat_map(|n| std::iter::once(n.to_string()).chain(self.names.of(n))).collect();
            for name in names.iter().map(String::as_str) {
                self.add_name(name, Entry::Person(id));
                for other in spellings(name) {
                    self.add_name(&other, Entry::Person(id));
                }
                let syms = self.syms(name);
                // "Ferdinand Marcos Jr.": the word before it names him.
                let junior = |s: &u32| matches!(self.lx.text(*s), "jr" | "sr" | "ii" | "iii");
                let last = *syms.iter().rev().find(|s| syms.len() < 2 || !junior(s)).expect("a name has a word");
                self.lx.bearers[last as usize] = true;
                let people = self.lx.surnames.entry(last).or_default();
                if !people.contains(&id) {
                    people.push(id);
                }
                let people = self.lx.given_names.entry(syms[0]).or_default();
                if !people.contains(&id) {
                    people.push(id);
                }
                if let Some(first) = syms.len().checked_sub(2).map(|n| syms[n]).filter(|_| self.lx.towns.contains(&last)) {
                    self.lx.town_names.entry(last).or_default().push(first);
                }
                // Family names come first in Korea, China and Vietnam, but in "William Lai".
                let western = syms.len() == 2 && self.syms(&raw.name).first() == syms.last();
                // Where family names are rare, people go by their first: "Prabowo".
                let by_first = syms.len() > 1 && crate::lexicon::BY_FIRST_NAME.contains(&raw.iso3.as_str());
                if matches!(raw.iso3.as_str(), "PRK" | "KOR" | "CHN" | "TWN" | "VNM") && !western || by_first {
                    let people = self.lx.surnames.entry(syms[0]).or_default();
                    if !people.contains(&id) {
                        people.push(id);
                    }
                } else if syms.len() > 1 {
                    self.lx.forenames.insert(syms[0]);
                }
            }
        }
        Ok(())
    }

    fn rules(&mut self, sources: &Sources) -> Result<(), LexiconError> {
        let names = ["visit", "meeting", "call", "message", "agreement", "exercise", "transfer", "accreditation"];
        for name in names {
            let path = format!("rules/{name}.toml");
            for (file, text) in sources.of(&path) {
                let mut raw: RawFile = toml_file(file, text)?;
                raw.write_out().map_err(|(rule, list)| LexiconError {
                    file: file.into(),
                    line: None,
                    problem: format!("rule {rule:?} names the list {list:?}, which the file does not have"),
                })?;
                for (rule, part) in raw.rules() {
                    if rule.examples.is_empty() {
                        return Err(LexiconError { file: file.into(), line: None, problem: format!("rule {:?} has no examples", rule.id) });
                    }
                    let id = self.lx.rules.len() as u16;
                    self.lx.rules.push(rule.compile(part));
                    for l in &rule.light {
                        self.verb(l, Governs::Other);
                    }
                    for lemma in &rule.lemmas {
                        match part {
                            Part::Noun => self.noun(lemma, id),
                            Part::Verb if lemma == "be" => self.lx.copula_rules.push(id),
                            Part::Verb => {
                                let v = self.verb(lemma, Governs::Other);
                                self.lx.verbs[v as usize].rules.push(id);
                            }
                            Part::Modifier => {
                                let s = self.intern(lemma);
                                self.lx.modifiers.insert(s, id);
                            }
                        }
                    }
                }
            }
        }
        let mut phrases = Vec::new();
        for id in 0..self.lx.nouns.len() {
            let noun = self.lx.nouns[id].text.clone();
            phrases.extend([self.syms(&noun), self.syms(&morph::plural(&noun))].map(|p| (id as u16, p)));
        }
        // Words that a rule needs beside it are words, too.
        for phrase in self.lx.rules.iter().flat_map(|r| r.needs_word.clone()).collect::<Vec<_>>() {
            for word in phrase.split(' ') {
                self.intern(word);
                self.intern(&morph::plural(word));
            }
        }
        self.lx.gate = Gate::new(&self.lx, &phrases);
        Ok(())
    }

    fn noun(&mut self, text: &str, rule: u16) {
        let id = match self.lx.nouns.iter().position(|n| n.text == text) {
            Some(i) => {
                self.lx.nouns[i].rules.push(rule);
                i as u16
            }
            None => {
                self.lx.nouns.push(Noun { text: text.into(), rules: vec![rule] });
                self.lx.nouns.len() as u16 - 1
            }
        };
        let plural = morph::plural(text);
        for form in [text, plural.as_str()] {
            self.add(form, Entry::Noun(id), Case::Any);
        }
    }
}
