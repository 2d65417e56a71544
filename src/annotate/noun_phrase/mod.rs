//! Noun phrases: who acts (person, office, group, country), where, and the nouns that tell of an exchange.

mod finish;
mod names;
mod office;
mod read;

use super::dates::DateExpr;
use crate::lexicon::{CountryForm, Force};
use crate::model::{Level, Sector, Status};

/// What kind of actor a noun phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    Country,
    Person,
    /// Officials acting together: a delegation, a government, troops.
    Group,
    /// Artists, students, workers.
    Unofficial,
}

/// Somebody who acts for a country.
#[derive(Clone, Debug)]
pub struct Actor {
    pub country: Option<u16>,
    pub kind: ActorKind,
    /// Tokens of the name.
    pub name: Option<(usize, usize)>,
    /// Tokens of the office.
    pub office: Option<(usize, usize)>,
    /// A person of the lexicon.
    pub person: Option<u32>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    pub former: bool,
    /// Known by description only: "the minister".
    pub definite: bool,
    pub delegation: bool,
    pub plural: bool,
    pub force: Option<Force>,
    /// The rule of a modifier that stands before: "visiting".
    pub modifier: Option<u16>,
}

impl Actor {
    pub(crate) fn country(c: u16) -> Actor {
        Actor {
            country: Some(c),
            kind: ActorKind::Country,
            name: None,
            office: None,
            person: None,
            level: None,
            sector: None,
            former: false,
            definite: false,
            delegation: false,
            plural: false,
            force: None,
            modifier: None,
        }
    }
}

/// A place in the text.
#[derive(Clone, Copy, Debug)]
pub struct PlaceRef {
    pub country: u16,
    pub start: usize,
    pub end: usize,
    /// A country's own name rather than a city or a building.
    pub whole_country: bool,
}

/// A noun that tells of an exchange, and what stands before it.
#[derive(Clone, Debug)]
pub struct Event {
    pub noun: u16,
    pub start: usize,
    pub end: usize,
    pub possessor: Vec<Actor>,
    pub adjectives: Vec<Actor>,
    /// "his visit", "their talks".
    pub pronoun: bool,
    pub definite: bool,
    /// An organisation of states holds it.
    pub multilateral: bool,
    pub status: Option<Status>,
    pub date: Option<DateExpr>,
    pub sector: Option<Sector>,
    /// "the Singapore summit": the town before the noun.
    pub place: Option<PlaceRef>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NpKind {
    Actor,
    Event,
    Place,
    /// "the two countries".
    Pair,
    Pronoun,
    Other,
}

/// A noun phrase.
#[derive(Clone, Debug)]
pub struct Np {
    pub start: usize,
    pub end: usize,
    pub kind: NpKind,
    pub actors: Vec<Actor>,
    pub places: Vec<PlaceRef>,
    pub event: Option<Event>,
    /// The phrase may go on as the modifier of a noun ("the Iran ...").
    pub open_modifier: bool,
    /// An embassy, a parliament: a building as well as people.
    pub premises: bool,
    /// Joined by "and".
    pub list: bool,
    pub sector: Option<Sector>,
}

impl Np {
    pub fn other(start: usize, end: usize) -> Np {
        Np {
            start,
            end,
            kind: NpKind::Other,
            actors: Vec::new(),
            places: Vec::new(),
            event: None,
            open_modifier: false,
            premises: false,
            list: false,
            sector: None,
        }
    }

    pub fn pair(start: usize, end: usize) -> Np {
        Np { kind: NpKind::Pair, ..Np::other(start, end) }
    }

    /// Its actors, and those whose event it is.
    pub fn everybody(&self) -> impl Iterator<Item = &Actor> {
        self.actors.iter().chain(self.event.iter().flat_map(|e| e.possessor.iter().chain(&e.adjectives)))
    }

    pub fn plural(&self) -> bool {
        self.actors.len() > 1 || self.actors.iter().any(|a| a.plural)
    }

    /// A name or an office with nobody's country yet.
    pub fn bare_name(&self) -> bool {
        self.kind == NpKind::Actor
            && self.actors.len() == 1
            && self.actors[0].kind == ActorKind::Person
            && self.actors[0].name.is_some()
            && self.actors[0].office.is_none()
    }

    pub fn bare_office(&self) -> bool {
        self.kind == NpKind::Actor && self.actors.len() == 1 && self.actors[0].kind == ActorKind::Person && self.actors[0].name.is_none()
    }
}

/// Who is sent to deal with a country or a question.
const ENVOYS: &[&str] = &["envoy", "representative", "negotiator", "coordinator", "man", "pointman"];

/// Letters behind a name that say that he sits in a parliament.
const MEMBERS: &[&str] = &["MP", "MEP", "MSP", "MLA"];

/// Nouns that turn "the Libyan capital" into a place.
const PLACE_NOUNS: &[&str] = &[
    "colony",
    "neighbour",
    "neighbor",
    "nation",
    "kingdom",
    "republic",
    "country",
    "state",
    "ally",
    "sultanate",
    "emirate",
    "archipelago",
    "capital",
    "city",
    "town",
    "port",
    "border",
    "airport",
    "island",
    "resort",
    "region",
    "province",
    "village",
    "coast",
    "territory",
];

/// What a country is called before its name: "the island nation of Tonga".
const LANDS: &[&str] = &["nation", "kingdom", "republic", "country", "state", "sultanate", "emirate", "archipelago", "island"];

/// Numbers in words.
pub(super) const NUMERALS: &[&str] = &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/// Words before a noun that say how sure the thing is.
fn status_word(w: &str) -> Option<Status> {
    STATUS_WORDS.iter().find(|s| s.0.contains(&w)).map(|s| s.1)
}

/// Words before an event that say how it stands; the lexicon knows them all.
#[rustfmt::skip]
pub const STATUS_WORDS: &[(&[&str], Status)] = &[
    (&["planned", "scheduled", "upcoming", "forthcoming", "impending", "future", "expected", "projected", "slated"], Status::Planned),
    (&["proposed", "possible", "potential", "prospective"], Status::Proposed),
    (&["cancelled", "canceled", "postponed", "aborted"], Status::Cancelled),
    (&["alleged", "reported", "rumored", "rumoured", "suspected"], Status::Alleged),
    (&["ongoing", "current"], Status::Ongoing),
];

#[derive(Default)]
struct Partial {
    determiner: bool,
    /// A number stands before.
    counted: bool,
    /// "a", "this".
    singular: bool,
    definite: bool,
    pronoun: bool,
    mods: Vec<(u16, CountryForm, usize, usize)>,
    possessor: Vec<Actor>,
    office: Option<(usize, usize)>,
    level: Option<Level>,
    sector: Option<Sector>,
    former: bool,
    /// "vice", "deputy" before the plural of an office.
    deputy: bool,
    /// "top", "chief".
    top: bool,
    modifier: Option<u16>,
    body_country: Option<u16>,
    name: Option<(usize, usize)>,
    person: Option<u32>,
    institution: Option<u16>,
    institution_end: usize,
    group: Option<u16>,
    event: Option<(u16, usize, usize)>,
    status: Option<Status>,
    date: Option<DateExpr>,
    places: Vec<PlaceRef>,
    /// The last word is a noun that is nobody.
    other: bool,
    adjective: bool,
    hyphen: bool,
    trap: bool,
    premises: bool,
    empty: bool,
}

impl Partial {
    fn new() -> Self {
        Partial { empty: true, ..Default::default() }
    }
    /// Something that a following lower-case verb could have as its subject.
    fn closed_head(&self) -> bool {
        self.name.is_some()
            || self.person.is_some()
            || (self.mods.last().is_some_and(|m| m.1 != CountryForm::Adjective)
                && !self.hyphen
                && self.group.is_none()
                && self.office.is_none()
                && !self.other
                && self.event.is_none())
    }
}

fn lower(level: Level) -> Level {
    match level {
        Level::Leader => Level::DeputyLeader,
        Level::Minister => Level::DeputyMinister,
        Level::DeputyLeader => Level::DeputyMinister,
        other => other,
    }
}
