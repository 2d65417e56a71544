//! The rules of `lexicon/rules`: which slot around a trigger fills which role.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{ExchangeType, Sector, Status};

/// A grammatical place around a trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    Subject,
    Object,
    /// The possessor: "Putin's visit".
    Possessor,
    /// A country before the noun: "the Russian visit", "US-China talks".
    Adjective,
    /// "here", "home": the dateline's place.
    Here,
    /// A phrase with this preposition.
    Preposition(String),
}

impl Slot {
    fn parse(text: &str) -> Slot {
        match text {
            "subj" => Slot::Subject,
            "obj" => Slot::Object,
            "poss" => Slot::Possessor,
            "adj" => Slot::Adjective,
            "here" => Slot::Here,
            p => Slot::Preposition(p.trim_end_matches('+').to_string()),
        }
    }
}

/// A sentence and what must come out of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Example {
    pub text: String,
    pub gives: Vec<String>,
}

/// What kind of word a rule's trigger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Verb,
    Noun,
    /// "visiting" before an office or a nationality.
    Modifier,
}

/// Which phase of a visit a verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    Depart,
    Arrive,
    Return,
}

#[derive(Clone, Debug)]
pub struct Rule {
    pub id: String,
    pub kind: ExchangeType,
    pub part: Part,
    /// What every row of the rule has, whatever the tense: an invitation is proposed.
    pub status: Option<Status>,
    pub source: Vec<Slot>,
    pub target: Vec<Slot>,
    /// Slots in which a list of countries gives pairs.
    pub both: Vec<Slot>,
    /// The target is a place where one goes.
    pub place_target: bool,
    /// The host is a country or a place, and no official.
    pub by_country: bool,
    pub phase: Option<Phase>,
    /// The source must not be from the place itself.
    pub foreign_only: bool,
    /// Nothing may stand behind the object that says what it is.
    pub plain_object: bool,
    /// Both sides must be persons or groups, not bare countries.
    pub persons: bool,
    /// Who travels, and who is visited, holds an office; not in the passive.
    pub officials: bool,
    /// Verbs that carry the noun: their subject is the noun's.
    pub light: Vec<String>,
    pub must_light: bool,
    /// The noun tells nothing unless it is right beside a word of `light` or a noun of giving.
    pub given: bool,
    /// Verbs of receiving turn the roles round.
    pub received: bool,
    /// A source without country takes the subject's.
    pub owner: bool,
    pub embassy: bool,
    /// Envoys present themselves one after another: who is named in the sentences behind does so too.
    pub ceremony: bool,
    /// An invitation: the guest would travel to the host.
    pub invites: bool,
    /// Words of which some must follow the trigger; a star stands for a few others: "for * minutes".
    pub needs_word: Vec<String>,
    /// Prepositions of which one must stand right before the noun.
    pub behind: Vec<String>,
    pub needs_sector: Option<Sector>,
    /// What it is about, where no word says so.
    pub sector: Option<Sector>,
    /// A preposition of the target must stand right behind the verb.
    pub close: bool,
    /// Prepositions that make the verb another.
    pub without: Vec<String>,
    /// A sight without a place, told by an agency at home, is at home.
    pub sights: bool,
    /// Only warships do it.
    pub vessels: bool,
    /// Only armed forces do it.
    pub forces: bool,
    /// The object is what they speak of, and no side.
    pub topic: bool,
    /// Words in the phrase that make the noun another.
    pub unlike: Vec<String>,
    /// Verbs that only wish it, unless it is agreed.
    pub wishes: Vec<String>,
    /// Words of the trigger by which a telephone call may be told too: "they discussed", "the talks".
    pub of_a_call: Vec<String>,
    /// Words behind the trigger that make it a call: "talks over the telephone".
    pub as_call: Vec<String>,
    /// What it is where neither a place nor a journey is told: one who "spoke with" a minister abroad telephoned.
    pub unplaced: Option<ExchangeType>,
    /// Read, and never a row: it keeps other rules from the words.
    pub never: bool,
    pub examples: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: ExchangeType,
    pub lemmas: Vec<String>,
    pub source: Vec<String>,
    pub target: Vec<String>,
    #[serde(default)]
    pub both: Vec<String>,
    #[serde(default)]
    pub place_target: bool,
    #[serde(default)]
    pub by_country: bool,
    pub phase: Option<Phase>,
    pub status: Option<Status>,
    #[serde(default)]
    pub foreign_only: bool,
    #[serde(default)]
    pub plain_object: bool,
    #[serde(default)]
    pub persons: bool,
    #[serde(default)]
    pub officials: bool,
    #[serde(default)]
    pub light: Vec<String>,
    #[serde(default)]
    pub must_light: bool,
    #[serde(default)]
    pub given: bool,
    #[serde(default)]
    pub received: bool,
    #[serde(default)]
    pub owner: bool,
    #[serde(default)]
    pub embassy: bool,
    #[serde(default)]
    pub ceremony: bool,
    #[serde(default)]
    pub invites: bool,
    #[serde(default)]
    pub needs_word: Vec<String>,
    #[serde(default)]
    pub behind: Vec<String>,
    pub needs_sector: Option<Sector>,
    pub sector: Option<Sector>,
    #[serde(default)]
    pub close: bool,
    #[serde(default)]
    pub without: Vec<String>,
    #[serde(default)]
    pub sights: bool,
    #[serde(default)]
    pub vessels: bool,
    #[serde(default)]
    pub forces: bool,
    #[serde(default)]
    pub topic: bool,
    #[serde(default)]
    pub unlike: Vec<String>,
    #[serde(default)]
    pub wishes: Vec<String>,
    #[serde(default)]
    pub of_a_call: Vec<String>,
    #[serde(default)]
    pub as_call: Vec<String>,
    pub unplaced: Option<ExchangeType>,
    #[serde(default)]
    pub never: bool,
    pub examples: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFile {
    #[serde(default)]
    pub verb: Vec<RawRule>,
    #[serde(default)]
    pub noun: Vec<RawRule>,
    #[serde(default)]
    pub modifier: Vec<RawRule>,
    /// Words that several rules of the file share, by name: "@arms" stands for them.
    #[serde(default)]
    pub lists: BTreeMap<String, Vec<String>>,
}

impl RawFile {
    /// All rules with the part of speech of their triggers.
    pub fn rules(&self) -> impl Iterator<Item = (&RawRule, Part)> {
        let verbs = self.verb.iter().map(|r| (r, Part::Verb));
        verbs.chain(self.noun.iter().map(|r| (r, Part::Noun))).chain(self.modifier.iter().map(|r| (r, Part::Modifier)))
    }
}

impl RawFile {
    /// Writes out the lists that the rules name; the rule and the list, where the file does not have it.
    pub fn write_out(&mut self) -> Result<(), (String, String)> {
        for rule in self.verb.iter_mut().chain(&mut self.noun).chain(&mut self.modifier) {
            for words in [&mut rule.lemmas, &mut rule.light] {
                let mut out = Vec::with_capacity(words.len());
                for word in words.drain(..) {
                    match word.strip_prefix('@') {
                        Some(list) => out.extend(self.lists.get(list).ok_or_else(|| (rule.id.clone(), list.to_string()))?.iter().cloned()),
                        None => out.push(word),
                    }
                }
                *words = out;
            }
        }
        Ok(())
    }
}

impl RawRule {
    pub fn compile(&self, part: Part) -> Rule {
        let slots = |v: &[String]| v.iter().map(|s| Slot::parse(s)).collect();
        Rule {
            id: self.id.clone(),
            kind: self.kind,
            part,
            status: self.status,
            source: slots(&self.source),
            target: slots(&self.target),
            both: slots(&self.both),
            place_target: self.place_target,
            by_country: self.by_country,
            phase: self.phase,
            foreign_only: self.foreign_only,
            plain_object: self.plain_object,
            persons: self.persons,
            officials: self.officials,
            light: self.light.clone(),
            must_light: self.must_light,
            given: self.given,
            received: self.received,
            owner: self.owner,
            embassy: self.embassy,
            ceremony: self.ceremony,
            invites: self.invites,
            needs_word: self.needs_word.clone(),
            behind: self.behind.clone(),
            needs_sector: self.needs_sector,
            sector: self.sector,
            close: self.close,
            without: self.without.clone(),
            sights: self.sights,
            vessels: self.vessels,
            forces: self.forces,
            topic: self.topic,
            unlike: self.unlike.clone(),
            wishes: self.wishes.clone(),
            of_a_call: self.of_a_call.clone(),
            as_call: self.as_call.clone(),
            unplaced: self.unplaced,
            never: self.never,
            examples: self.examples.clone(),
        }
    }
}
