//! Noun phrases: who acts (person, office, group, country), where, and the nouns that tell of an exchange.

use super::dates::DateExpr;
use super::reader::{Chunk, Reader, Spanned};
use crate::lexicon::{Closed, CountryForm, Entry, Force, Form, Modifier, kinds};
use crate::model::{ExchangeType, Level, Sector, Status};
use crate::text::{Kind, Token};

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
const ENVOYS: &[&str] = &["envoy", "representative", "negotiator", "coordinator"];

/// Letters behind a name that say that he sits in a parliament.
const MEMBERS: &[&str] = &["MP", "MEP", "MSP", "MLA"];

/// What a leader's name stands before: "the Truman administration".
const GOVERNMENTS: &[&str] = &["administration", "government", "cabinet", "regime", "Administration", "Government"];

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
/// Where one goes: "a Malaysian refugee centre".
const PREMISES: &[&str] = &[
    "center",
    "centre",
    "hospital",
    "base",
    "camp",
    "factory",
    "plant",
    "museum",
    "mosque",
    "cathedral",
    "temple",
    "cemetery",
    "memorial",
    "shelter",
    "shipyard",
    "monastery",
    "shrine",
];

/// Capitalised nouns that make a country's or city's name part of another name.
const NAMED_AFTER: &[&str] = &[
    "post",
    "times",
    "street",
    "university",
    "avenue",
    "square",
    "declaration",
    "treaty",
    "accords",
    "accord",
    "agreement",
    "convention",
    "conventions",
    "protocol",
    "journal",
    "herald",
    "stadium",
    "airport",
    "olympics",
    "bridge",
    "club",
    "cup",
    "tribune",
    "institute",
    "daily",
    "games",
    "process",
    "airlines",
    "airways",
    "games",
    "school",
    "college",
    "hospital",
    "hotel",
    "road",
    "championship",
    "league",
    "marathon",
    "festival",
    "film",
    "award",
    "prize",
    "group",
    "bank",
    "united",
    "city",
];
const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];
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

impl Reader<'_> {
    fn spelled(&self, k: usize) -> &str {
        let t = &self.tokens[k];
        &self.text[t.start as usize..t.end as usize]
    }

    /// "counterpart", "opposite number".
    pub(crate) fn counterpart(&self, k: usize) -> bool {
        self.lower_is(k, "counterpart") || self.lower_is(k, "number") && k > 0 && self.lower_is(k - 1, "opposite")
    }

    pub(super) fn lower_is(&self, k: usize, word: &str) -> bool {
        self.kind(k) == Some(Kind::Word) && self.spelled(k).eq_ignore_ascii_case(word)
    }

    /// Reads a noun phrase at token `i`.
    pub(super) fn noun_phrase(&self, i: usize, before: &[Spanned]) -> Option<Np> {
        let lx = self.lx;
        let mut p = Partial::new();
        let mut k = i;
        'words: while k < self.end {
            let t = &self.tokens[k];
            let quoted_ship = if t.kind == Kind::Quote { self.quoted_ship(k) } else { None };
            match t.kind {
                // "ambassador to his country Jean Blanc"
                Kind::Word if p.pronoun && t.cap && self.lower_is(k - 1, "country") && !self.headline => break,
                // "Speaker Ilir Example MP"
                Kind::Word if t.caps && (p.name.is_some() || p.person.is_some()) && MEMBERS.contains(&self.spelled(k)) => {
                    p.level = p.level.or(Some(Level::Director));
                    p.sector = p.sector.or(Some(Sector::Parliament));
                    k += 1;
                }
                // "the last time Kim sent"
                Kind::Word if k > i + 1 && t.cap && !self.tokens[k - 1].cap && self.lower_is(k - 1, "time") && !self.headline => break,
                // "ambassadors to this country paid visits"
                Kind::Word
                    if k == i + 2
                        && self.is(i, Closed::Determiner)
                        && self.lower_is(k - 1, "country")
                        && self.lx.forms(t.sym).iter().any(|f| f.1 == Form::Past) =>
                {
                    break;
                }
                // "Zelenskyy last met with"
                Kind::Word if !p.empty && self.tokens[k - 1].cap && self.lately(k) => {
                    break;
                }
                // "a Chilean aircraft delivered medicines"
                Kind::Word
                    if !p.empty
                        && self.is(k - 1, Closed::VehicleNoun)
                        && self.verb_group(k).is_some_and(|v| v.tense == super::Tense::Past && !v.verbs.is_empty()) =>
                {
                    break;
                }
                Kind::Word => {}
                Kind::Number => {
                    if p.closed_head() {
                        break;
                    }
                    if let Some((e, end)) = self.date(k) {
                        if self.kind(end) == Some(Kind::Possessive) {
                            p.date = Some(e);
                            k = end + 1;
                            continue;
                        }
                        break;
                    }
                    // "the 2018 summit", and not "2000 fighter jets"
                    let counted = k == i && self.tokens.get(k + 1).is_some_and(|t| t.kind == Kind::Word && !t.cap);
                    // "the drill Balikatan 2022" is called so.
                    let named = p.event.is_some() && self.tokens[k - 1].cap && !self.headline;
                    if let Some(y) = self.spelled(k).parse::<i16>().ok().filter(|y| !counted && !named && (1945..2040).contains(y)) {
                        p.date = Some(DateExpr::Year(y));
                    }
                    p.adjective = true;
                    p.counted = true;
                    p.empty = false;
                    k += 1;
                    continue;
                }
                Kind::Hyphen if !p.empty => {
                    // "UN-backed", "S-400": a compound that only describes.
                    if let Some(end) = self.compound(k + 1) {
                        if p.mods.last().is_some_and(|m| m.3 == k) {
                            p.mods.pop();
                        }
                        if p.places.last().is_some_and(|m| m.end == k) {
                            p.places.pop();
                        }
                        if p.name.is_some_and(|n| n.1 == k) {
                            p.name = None;
                        }
                        p.trap = false;
                        p.other = false;
                        p.adjective = true;
                        k = end;
                        continue;
                    }
                    p.hyphen = true;
                    k += 1;
                    continue;
                }
                Kind::Dash if !p.mods.is_empty() && p.mods.last().is_some_and(|m| m.3 == k) && self.country_form(k + 1).is_some() => {
                    p.hyphen = true;
                    k += 1;
                    continue;
                }
                Kind::Possessive if !p.empty => {
                    self.possess(&mut p, k);
                    k += 1;
                    continue;
                }
                Kind::Open if !p.empty && self.abbreviated(k) => {
                    k += 3;
                    continue;
                }
                Kind::Other | Kind::Slash if p.empty || p.adjective || p.determiner && !p.closed_head() => {
                    k += 1;
                    p.adjective = true;
                    continue;
                }
                // "the Indian frigate 'Teg' arrived"
                Kind::Quote if p.group.is_some_and(|g| self.vessel(g)) && quoted_ship.is_some() => {
                    k = quoted_ship.expect("just found");
                    continue;
                }
                Kind::Quote
                    if !p.empty
                        && (p.adjective
                            || (p.pronoun || p.determiner) && self.kind(k + 2) == Some(Kind::Quote) && !self.tokens[k + 1].cap
                            || p.determiner && (self.quoted_pair(k) || p.other && self.longest(k + 1, kinds::NOUN).is_some()))
                        && !p.closed_head()
                        && self.kind(k + 1) == Some(Kind::Word)
                        && p.event.is_none()
                        && p.group.is_none() =>
                {
                    k += 1;
                    continue;
                }
                Kind::Comma if self.adjectives_go_on(&p, k) => {
                    k += 1;
                    continue;
                }
                Kind::Comma
                    if p.adjective
                        && !p.closed_head()
                        && p.event.is_none()
                        && p.group.is_none()
                        && p.office.is_none()
                        && self.kind(k + 1) == Some(Kind::Word)
                        && !self.tokens[k + 1].cap
                        && self.lx.classes[self.tokens[k + 1].sym as usize] == 0
                        // "will attend a ceremony, hold talks"
                        && !self.lx.forms(self.tokens[k + 1].sym).iter().any(|f| f.1 == Form::Base)
                        && self.longest(k + 2, kinds::NOUN).is_some() =>
                {
                    k += 1;
                    continue;
                }
                _ => break,
            }
            let s = t.sym;
            let mid_cap = t.cap && (k > self.begin) && !self.headline;
            // "H.E. Mr. X": a style that says nothing.
            if t.cap && matches!(self.spelled(k), "H.E." | "H.E") {
                p.empty = false;
                k += 1 + usize::from(self.kind(k + 1) == Some(Kind::Period));
                continue;
            }
            let follows = self.tokens.get(k + 1).is_some_and(|n| n.kind == Kind::Word && n.cap && !n.caps) || self.lower_is(k + 1, "the");
            if t.caps && p.empty && follows && matches!(self.spelled(k), "HH" | "HRH" | "HM" | "HE" | "H.H." | "H.R.H." | "H.M.") {
                k += 1;
                continue;
            }
            let period = |n: usize| self.kind(n) == Some(Kind::Period);
            if t.cap && self.spelled(k) == "H" && period(k + 1) && period(k + 3) && self.spelled(k + 2) == "E" {
                p.empty = false;
                k += 4;
                continue;
            }
            // "the Seventh Japan-India dialogue": no name.
            let rank = |k: usize| self.longest(k, kinds::OFFICE | kinds::GROUP).is_some();
            let ordinal = mid_cap && (p.determiner || p.pronoun) && !p.closed_head() && ORDINALS.iter().any(|o| self.lower_is(k, o));
            if ordinal && !rank(k) && !rank(k + 1) {
                p.adjective = true;
                p.empty = false;
                k += 1;
                continue;
            }
            // "a successful three-day visit"
            if !p.empty && !p.closed_head() && self.for_days(k) {
                p.adjective = true;
                k += 3;
                continue;
            }
            // "in-person talks", "two-way trade": a compound adjective.
            if !t.cap && self.kind(k + 1) == Some(Kind::Hyphen) && self.is(k, Closed::Preposition) {
                p.adjective = true;
                p.empty = false;
                k += 3;
                continue;
            }
            if let Some((e, end)) = self.date(k) {
                if self.kind(end) == Some(Kind::Possessive) {
                    p.date = Some(e);
                    p.empty = false;
                    p.adjective = true;
                    k = end + 1;
                    continue;
                }
                if !p.empty && p.closed_head() || p.event.is_some() || p.group.is_some() {
                    break;
                }
                // "a Monday meeting", "the May summit", "ahead of a May 1 deadline"
                let common = |t: &Token| t.kind == Kind::Word && !t.cap && lx.common_noun(t.sym) && lx.forms(t.sym).is_empty();
                let described = p.determiner && !p.other && end < self.end && common(&self.tokens[end]) && !self.adverb(end);
                if !p.empty && end < self.end && (described || self.longest(end, kinds::NOUN).is_some()) {
                    p.date = Some(e);
                    k = end;
                    continue;
                }
                if !p.empty || t.kind == Kind::Number {
                    break;
                }
                return None;
            }
            // "neighbouring Moldova"
            if !mid_cap && lx.is(s, Closed::LandAdjective) && self.country_form(k + 1).is_some() && !p.closed_head() {
                p.adjective = true;
                p.empty = false;
                k += 1;
                continue;
            }
            // "a state and friendship visit"
            if !t.cap && lx.is(s, Closed::VisitAdjective) && self.is(k + 1, Closed::Conjunction) && !p.closed_head() && p.event.is_none() {
                let noun = |n: usize| self.longest(n, kinds::NOUN).is_some();
                if self.is(k + 2, Closed::VisitAdjective) && (noun(k + 2) || noun(k + 3)) {
                    p.adjective = true;
                    p.empty = false;
                    k += 2;
                    continue;
                }
            }
            // "Rs 350 million"
            if t.cap && lx.is(s, Closed::Currency) && self.kind(k + 1) == Some(Kind::Number) && !p.closed_head() {
                p.adjective = true;
                p.empty = false;
                k += 1;
                continue;
            }
            // "USS Fitzgerald", "the destroyer INS Ranvijay": the letters say whose ship it is.
            if let Some(country) = (t.caps && s != 0).then(|| lx.ships.get(&s)).flatten() {
                let named = |n: usize| self.kind(n) == Some(Kind::Word) && self.tokens[n].cap && !self.tokens[n].caps;
                let quoted = self.quoted_ship(k + 1);
                let vessel = p.group.is_none_or(|g| self.vessel(g));
                if (named(k + 1) || quoted.is_some()) && vessel && p.name.is_none() && p.office.is_none() {
                    let mut end = quoted.unwrap_or(k + 2);
                    while quoted.is_none() && named(end) && self.country_form(end).is_none() && self.date(end).is_none() && end < k + 4 {
                        end += 1;
                    }
                    p.mods.push((*country, CountryForm::Adjective, k, k + 1));
                    p.group = p.group.or(lx.vessel);
                    p.other = false;
                    p.empty = false;
                    k = end;
                    continue;
                }
            }
            // "the U.S. Syria envoy", "Russia's Middle East envoy": what he deals with, and not whose he is.
            let owned = p.mods.last().is_some_and(|m| m.3 == k)
                || self.kind(k.wrapping_sub(1)) == Some(Kind::Possessive) && !p.possessor.is_empty();
            let open = owned && p.name.is_none() && p.person.is_none() && p.office.is_none() && p.event.is_none();
            if let Some(end) = open.then(|| self.theme(k)).flatten() {
                p.adjective = true;
                k = end;
                continue;
            }
            // "the Republic of Peru", "the Federal Republic of Peru": no more than Peru.
            if let Some((entry, end)) = self.state_of(k).filter(|_| p.name.is_none() && p.person.is_none()) {
                if let Some(next) = self.named(&mut p, entry, k, end) {
                    p.empty = false;
                    k = next;
                    continue;
                }
            }
            // "a meeting co-chaired by X"
            if p.event.is_some() && self.lower_is(k, "co") && self.kind(k + 1) == Some(Kind::Hyphen) {
                break;
            }
            // Names first: the longest phrase that is somebody or somewhere.
            let name = self
                .longest(k, kinds::COUNTRY | kinds::PAIR | kinds::PERSON | kinds::INSTITUTION | kinds::TRAP | kinds::PLACE | kinds::AGENCY);
            let office_here = self.longest(k, kinds::OFFICE);
            // "a U.S. Navy ship": the ship, and not the navy.
            if let Some((Entry::Institution(i), end)) = name.filter(|(_, end)| *end > k + 1) {
                let country = lx.institutions[i as usize].country;
                let longer = self.longest(end - 1, kinds::GROUP).filter(|(_, g)| *g > end);
                if let (Some(c), Some((Entry::Group(g), to))) = (country, longer) {
                    if p.name.is_none() && p.person.is_none() && p.group.is_none() {
                        p.mods.push((c, CountryForm::Adjective, k, end - 1));
                        p.group = Some(g);
                        p.other = false;
                        p.empty = false;
                        k = to;
                        continue;
                    }
                }
            }
            // "ambassador to the DPRK German Hermin X": behind a country's name the adjective is a given name.
            let given_name = matches!(name, Some((Entry::Country(_, CountryForm::Adjective), end)) if end == k + 1
                && self.kind(end) == Some(Kind::Word)
                && self.tokens[end].cap
                && self.tokens[end].sym == 0)
                && !p.hyphen
                && p.mods.last().is_some_and(|m| m.3 == k && m.1 == CountryForm::Name);
            // "Secretary-General Wellington Koo": behind an office a capital before an unknown name is a given name.
            let capital = matches!(name, Some((Entry::Country(_, CountryForm::Capital), end)) if end == k + 1
                && self.kind(end) == Some(Kind::Word)
                && self.tokens[end].cap
                && !self.headline
                && self.longest(end, kinds::OFFICE | kinds::GROUP | kinds::NOUN | kinds::INSTITUTION | kinds::COUNTRY | kinds::PLACE).is_none()
                && (self.tokens[end].sym == 0 || self.lx.surnames.contains_key(&self.tokens[end].sym)))
                && p.office.is_some_and(|o| o.1 == k);
            let given_name = given_name || capital;
            if let Some(end) = given_name.then(|| self.name_run(k, true)).flatten() {
                p.name = Some((k, end));
                p.empty = false;
                k = end;
                continue;
            }
            if let Some((entry, end)) = name {
                if office_here.is_none_or(|(_, o)| o <= end) {
                    match self.named(&mut p, entry, k, end) {
                        Some(next) => {
                            p.empty = false;
                            k = next;
                            continue;
                        }
                        None => break,
                    }
                }
            }
            // "Peru's Callao port": a place of its owner's.
            let site = p.name.is_some_and(|n| n.1 == k) && matches!(self.spelled(k), "port" | "airport" | "harbour" | "harbor" | "airbase");
            let owner = p.possessor.iter().filter(|a| a.kind == ActorKind::Country).find_map(|a| a.country);
            if let (true, Some(country), true) = (site, owner, p.office.is_none() && p.person.is_none()) {
                let start = p.name.expect("a site has a name").0;
                p.places.push(PlaceRef { country, start, end: k + 1, whole_country: false });
                p.name = None;
                p.empty = false;
                k += 1;
                continue;
            }
            // "Pacific countries": no one's name.
            let lands = p.name.is_some_and(|n| n.1 == k) && matches!(self.spelled(k), "countries" | "nations");
            // "the Pripyat river": a name before a common noun is the thing's.
            if (p.determiner && p.definite || lands)
                && p.name.is_some_and(|n| n.1 == k)
                && p.person.is_none()
                && p.office.is_none()
                && p.mods.is_empty()
                && !t.cap
                && (lx.forms(s).is_empty() && lx.common_noun(s) || lands || PLACE_NOUNS.contains(&self.spelled(k)))
                && !self.adverb(k)
                && self.longest(k, kinds::GROUP | kinds::NOUN | kinds::OFFICE).is_none()
            {
                p.name = None;
                p.adjective = true;
                p.other = lx.forms(s).is_empty();
            }
            if s != 0 {
                let closed = self.longest_where(k, kinds::CLOSED, |e| matches!(e, Entry::Closed(c, _) if c != Closed::Tail));
                let compound = self.kind(k + 1) == Some(Kind::Hyphen);
                if closed.is_some_and(|(_, end)| end > k + 1) && office_here.is_none() && !compound {
                    break;
                }
                if lx.is(s, Closed::Pronoun) && !mid_cap {
                    if p.empty {
                        return Some(Np { kind: NpKind::Pronoun, ..Np::other(k, k + 1) });
                    }
                    break;
                }
                // "His Majesty King Hamad", "Her Royal Highness Princess Anne", "His Majesty the King of Peru", "President His
                // Excellency X"
                let titled = mid_cap && p.office.is_some() && p.name.is_none() && p.person.is_none();
                if lx.is(s, Closed::Possessive) && (p.empty || titled) {
                    let royal = usize::from(self.lower_is(k + 1, "royal") || self.lower_is(k + 1, "imperial"));
                    let style = self.tokens.get(k + 1 + royal).is_some_and(|t| t.cap)
                        && ["highness", "majesty", "excellency", "holiness", "eminence", "beatitude"]
                            .iter()
                            .any(|w| self.lower_is(k + 1 + royal, w));
                    let named = |k: usize| k < self.end && (self.tokens[k].cap || self.is(k, Closed::Determiner));
                    if style && named(k + 2 + royal) {
                        k += 2 + royal;
                        continue;
                    }
                }
                if lx.is(s, Closed::Possessive) && !mid_cap {
                    if !p.empty {
                        break;
                    }
                    p.pronoun = true;
                    p.empty = false;
                    k += 1;
                    continue;
                }
                // "with An Kun Song": a surname.
                if mid_cap && p.empty && self.lower_is(k, "an") && self.tokens.get(k + 1).is_some_and(|t| t.cap && t.kind == Kind::Word) {
                    if let Some(end) = self.name_run(k, true).filter(|e| *e > k + 1) {
                        p.name = Some((k, end));
                        p.empty = false;
                        k = end;
                        continue;
                    }
                }
                // "a successful two week visit"
                let lasts = p.determiner
                    && NUMERALS.contains(&lx.text(s))
                    && matches!(self.spelled((k + 1).min(self.end - 1)), "day" | "week" | "month");
                if lasts && k + 2 < self.end {
                    p.adjective = true;
                    k += 2;
                    continue;
                }
                if lx.is(s, Closed::Determiner) && !(mid_cap && !p.empty) {
                    let again = k > i && self.is(k - 1, Closed::Conjunction);
                    if p.closed_head() && !again
                        || p.group.is_some()
                        || p.event.is_some()
                        || p.office.is_some()
                        || p.other
                        || p.possessor.is_empty() && !p.mods.is_empty() && !again
                    {
                        break;
                    }
                    p.determiner = true;
                    p.singular |= matches!(lx.text(s), "a" | "an" | "another" | "this" | "each");
                    p.definite |= s == crate::lexicon::THE;
                    p.counted |= NUMERALS.contains(&lx.text(s));
                    p.empty = false;
                    k += 1;
                    continue;
                }
                if lx.is(s, Closed::Conjunction) {
                    if self.adjectives_go_on(&p, k) || self.paired_adjectives(&p, k) {
                        k += 1;
                        continue;
                    }
                    break;
                }
                let stop = [
                    Closed::Preposition,
                    Closed::Subordinator,
                    Closed::Relative,
                    Closed::Adversative,
                    Closed::Be,
                    Closed::Have,
                    Closed::Do,
                    Closed::Future,
                    Closed::Negation,
                    Closed::To,
                ];
                if !mid_cap && stop.iter().any(|c| lx.is(s, *c)) {
                    break;
                }
                if !mid_cap && lx.is(s, Closed::Possible) {
                    break;
                }
                if lx.is(s, Closed::Honorific) && t.cap {
                    // "Mr. Lavrov", "Gen. X": the title says that a name follows.
                    if p.closed_head() {
                        break;
                    }
                    let mut n = k + 1;
                    if self.kind(n) == Some(Kind::Period) {
                        n += 1;
                    }
                    if n < self.end && self.tokens[n].kind == Kind::Word && self.tokens[n].cap {
                        if office_here.is_none() {
                            p.empty = false;
                            k = n;
                            // "Sir Keir Starmer": whom the lexicon knows, it names.
                            if self.longest(n, kinds::PERSON).is_some_and(|(_, end)| end > n + 1) {
                                continue;
                            }
                            if let Some(end) = self.name_run(k, true) {
                                p.name = Some((k, end));
                                k = end;
                            }
                            continue;
                        }
                    }
                }
                // The grammar of offices.
                if p.event.is_none() {
                    if let Some(end) = self.office(&mut p, k) {
                        if end == usize::MAX {
                            break;
                        }
                        p.empty = false;
                        k = end;
                        continue;
                    }
                }
                let group = self.longest(k, kinds::GROUP);
                let noun = self.longest(k, kinds::NOUN).filter(|(n, end)| self.given(*n, *end, before));
                // "toured the region meeting the leaders": no noun before an article.
                if p.other && self.is(k + 1, Closed::Determiner) && self.lower_is(k, "meeting") && p.event.is_none() && !p.empty {
                    break;
                }
                if let Some((Entry::Noun(n), end)) = noun {
                    if group.is_none_or(|(_, g)| g <= end) {
                        if (p.name.is_some() || p.person.is_some() || p.office.is_some() || p.group.is_some()) && self.noun_is_verb(k) {
                            break;
                        }
                        if p.closed_head() && self.noun_is_verb(k) {
                            break;
                        }
                        if let Some((from, to)) = p.name.filter(|_| !p.hyphen) {
                            // "a New Year friendship meeting", "his Gulf tour"
                            let owned = p.determiner || p.pronoun || !p.possessor.is_empty();
                            // "Victory Day greetings", "Russia Day greetings": the day's name, and no country.
                            let day = to == k && (self.lower_is(to - 1, "day") || self.lower_is(to - 1, "year"));
                            // "American Patriot air defence systems": a make.
                            let make = to == k
                                && to == from + 1
                                && !self.headline
                                && self.tokens[from].sym == 0
                                && lx.noun_tells(n, ExchangeType::Transfer);
                            if !(owned || day || make) || p.office.is_some() || p.person.is_some() {
                                break;
                            }
                            if day {
                                p.mods.retain(|m| m.3 != from);
                            }
                            p.name = None;
                        }
                        p.event = Some((n, k, end));
                        p.other = false;
                        p.empty = false;
                        k = end;
                        continue;
                    }
                }
                if let Some((Entry::Group(g), end)) = group {
                    let verbish = !lx.forms(s).is_empty() && p.closed_head() && !p.hyphen;
                    let name_before = p.name.is_some() || p.person.is_some();
                    if !verbish && !name_before {
                        p.group = Some(g);
                        p.premises = matches!(
                            lx.text(self.tokens[end - 1].sym),
                            "embassy" | "consulate" | "parliament" | "assembly" | "ministry" | "embassies" | "consulates" | "missions"
                        ) || end > 1 && self.lower_is(end - 1, "commission") && self.lower_is(end - 2, "high");
                        p.event = None;
                        p.other = false;
                        p.empty = false;
                        k = end;
                        continue;
                    }
                    break;
                }
            }
            // A capitalised run that nobody knows is a name.
            let sentence_first = k == self.begin;
            if t.cap && !self.headline_verb(k) {
                let next_cap = self.kind(k + 1) == Some(Kind::Word) && self.tokens[k + 1].cap;
                if !sentence_first || next_cap || self.opens_with_name(k) {
                    // "a Strategic Mutual Defence Agreement"
                    if let Some((n, a, b)) = self.titled_event(k).filter(|_| p.name.is_none() && p.person.is_none()) {
                        p.event = Some((n, a, b));
                        p.other = false;
                        p.empty = false;
                        k = b;
                        continue;
                    }
                    if p.name.is_some() || p.person.is_some() {
                        break;
                    }
                    if let Some((g, end)) = self.titled_group(k).filter(|_| p.office.is_none() && p.event.is_none()) {
                        p.group = Some(g);
                        p.other = false;
                        p.empty = false;
                        k = end;
                        continue;
                    }
                    // "the naval ships Arrow and Swift"
                    if p.group.is_some_and(|g| self.vessel(g)) {
                        if let Some(end) = self.names_of_ships(k) {
                            k = end;
                            continue;
                        }
                    }
                    // "Quake-hit Ecuador"
                    let described = if self.kind(k + 1) == Some(Kind::Hyphen) && k + 2 < self.end { self.compound(k + 2) } else { None };
                    if let Some(end) = described.filter(|_| !self.tokens[k + 2].cap && self.country_form(k).is_none()) {
                        p.adjective = true;
                        p.empty = false;
                        k = end;
                        continue;
                    }
                    if let Some(end) = self.name_run(k, false) {
                        // "40 Marder vehicles": behind a number a name before a common noun is a make.
                        let noun = |t: &Token| {
                            matches!(t.kind, Kind::Word | Kind::Number) && !t.cap && lx.common_noun(t.sym) && lx.forms(t.sym).is_empty()
                        };
                        if p.counted && p.mods.is_empty() && end < self.end && noun(&self.tokens[end]) {
                            p.adjective = true;
                            p.empty = false;
                            k = end;
                            continue;
                        }
                        p.name = Some((k, end));
                        p.empty = false;
                        k = end;
                        continue;
                    }
                }
            }
            // "the Russian Far Eastern city": the capitals were no name.
            if p.name.is_some_and(|n| n.1 == k) && p.office.is_none() && !p.mods.is_empty() && PLACE_NOUNS.contains(&self.spelled(k)) {
                p.name = None;
            }
            // Lower case: modifier, noun or verb. "a DPRK electronics delegation": behind "a" a country modifies; so does it
            // before a compound, "the UK inter-parliamentary delegation".
            let compound = p.determiner && !t.cap && self.kind(k + 1) == Some(Kind::Hyphen) && lx.forms(s).is_empty();
            let modifies = p.name.is_none() && p.person.is_none() && (p.singular && s == 0 || compound) && !self.adverb(k);
            if p.closed_head() && p.event.is_none() && !modifies {
                break;
            }
            let w = lx.text(s);
            if let Some(rule) = lx.modifiers.get(&s).filter(|_| s != 0) {
                p.modifier = Some(*rule);
                p.adjective = true;
                p.empty = false;
                k += 1;
                continue;
            }
            if let Some(st) = status_word(w).filter(|_| s != 0) {
                p.status = Some(st);
            }
            let forms = lx.forms(s);
            // "at the Defence Ministry building"
            if p.premises && p.event.is_none() && self.lower_is(k, "building") {
                p.empty = false;
                k += 1;
                continue;
            }
            if !forms.is_empty() {
                // "a new arms control treaty": behind "a", a bare form before a noun is part of the compound.
                if (p.event.is_some() || p.other) && p.singular && forms.iter().all(|f| f.1 == Form::Base) && self.compound_goes_on(k) {
                    p.event = None;
                    p.adjective = true;
                    k += 1;
                    continue;
                }
                // "a new higher stage": behind "a", a bare form agrees with no subject.
                if p.other && p.singular && p.group.is_none() && p.event.is_none() && forms.iter().all(|f| f.1 == Form::Base) {
                    k += 1;
                    continue;
                }
                let inst_head = p.institution.is_some() && p.institution_end == k;
                let adjectival = forms.iter().any(|f| matches!(f.1, Form::Ing | Form::Past | Form::Participle));
                // "an industrial working delegation": a participle right before people or an event modifies them.
                let modifies =
                    adjectival && p.determiner && p.other && k + 1 < self.end && self.longest(k + 1, kinds::GROUP | kinds::NOUN).is_some();
                let head = p.group.is_some() || p.event.is_some() || p.office.is_some() || p.other && !modifies || inst_head;
                // "working-level talks"
                let compound = adjectival && self.kind(k + 1) == Some(Kind::Hyphen);
                if head || p.empty && !adjectival {
                    break;
                }
                if p.empty && adjectival {
                    // "visiting Chinese officials" at the start of a phrase, "scheduled talks", "for increased trade"
                    let prep = |x: Option<&Spanned>| matches!(x.map(|s| &s.chunk), Some(Chunk::Prep(_)));
                    let described = forms.iter().all(|f| f.1 != Form::Ing)
                        && (prep(before.last())
                            || matches!(
                                i.checked_sub(1).and_then(|k| self.word(k)).as_deref(),
                                Some("newly" | "freshly" | "democratically")
                            )
                            || matches!(before.last().map(|s| &s.chunk), Some(Chunk::Adverb(_)))
                                && before.len() >= 2
                                && prep(before.get(before.len() - 2)));
                    if status_word(w).is_none() && !described && !compound {
                        break 'words;
                    }
                }
                p.adjective = true;
                if !adjectival {
                    p.other = true;
                }
                p.empty = false;
                k += 1;
                continue;
            }
            // "their largest-ever drill"
            if lx.is(s, Closed::Adverb) && k > i && self.tokens[k - 1].kind == Kind::Hyphen {
                p.adjective = true;
                k += 1;
                continue;
            }
            if lx.is(s, Closed::Adverb) || self.adverb(k) {
                if p.group.is_some() || p.event.is_some() || p.office.is_some() || p.other || p.empty {
                    break;
                }
                k += 1;
                continue;
            }
            if PLACE_NOUNS.contains(&self.spelled(k)) || PREMISES.contains(&self.spelled(k)) {
                // "the Libyan capital Tripoli", "the city of Hue"
                let of = usize::from(self.lower_is(k + 1, "of"));
                let named = match self.longest_where(k + 1 + of, kinds::PLACE | kinds::COUNTRY, |e| {
                    matches!(e, Entry::Place(_) | Entry::Country(_, CountryForm::Name))
                }) {
                    Some((Entry::Place(pl), end)) => Some((lx.places[pl as usize].country, end, false)),
                    Some((Entry::Country(c, _), end)) => Some((c, end, true)),
                    _ => None,
                };
                if let Some((country, end, whole_country)) = named {
                    p.places.push(PlaceRef { country, start: k + 1 + of, end, whole_country });
                    p.other = true;
                    p.empty = false;
                    k = end;
                    continue;
                }
                if let Some(m) = p.mods.last() {
                    // "a Malaysian refugee centre" is a place without a name.
                    let nameless = PREMISES.contains(&self.spelled(k));
                    p.places.push(PlaceRef { country: m.0, start: k, end: k + 1, whole_country: nameless });
                }
            }
            if p.event.is_some() && (self.spelled(k).ends_with("ed") || self.spelled(k).ends_with("ing")) {
                break;
            }
            if p.event.is_some() && s == 0 || p.event.is_some() && p.group.is_none() && forms.is_empty() {
                // "the summit venue", "a visit plan" are no exchange.
                p.event = None;
            }
            // "U.S. military aircraft": the group only describes a thing.
            let people = ["staff", "members", "personnel", "sources", "source", "figures", "heads", "aides", "workers", "employees"];
            if p.group.is_some_and(|g| !lx.groups[g as usize].plural && lx.groups[g as usize].sector == Some(Sector::Military))
                && forms.is_empty()
                && !people.contains(&self.spelled(k))
            {
                p.group = None;
            }
            p.other = p.group.is_none() || p.other;
            if !matches!(w, "first" | "second" | "third" | "new" | "high" | "level") {
                p.adjective = true;
            }
            p.empty = false;
            k += 1;
        }
        if p.empty || k == i {
            return None;
        }
        Some(self.finish(p, i, k, before))
    }

    /// What closes a compound adjective behind a hyphen: "-backed", "-based", "-400".
    fn compound(&self, k: usize) -> Option<usize> {
        let t = self.tokens.get(k).filter(|_| k < self.end)?;
        if t.kind == Kind::Number {
            return Some(k + 1);
        }
        let w = self.spelled(k);
        // "two-day"
        let measure = k >= 2
            && (self.tokens[k - 2].kind == Kind::Number || NUMERALS.contains(&self.spelled(k - 2)))
            && matches!(
                w,
                "day" | "week" | "month" | "year" | "hour" | "minute" | "nation" | "way" | "country" | "member" | "person" | "point"
            );
        // "anti-ship missiles"
        let against = k >= 2 && matches!(self.spelled(k - 2), "anti" | "non" | "pre" | "post" | "multi" | "counter" | "cross");
        let describes = !t.cap
            && (w.len() > 3 && (w.ends_with("ed") || w.ends_with("ing"))
                || matches!(
                    w,
                    "led"
                        | "run"
                        | "made"
                        | "built"
                        | "born"
                        | "held"
                        | "friendly"
                        | "wide"
                        | "style"
                        | "era"
                        | "level"
                        | "linked"
                        | "owned"
                        | "torn"
                        | "hit"
                        | "stricken"
                        | "ridden"
                ))
            && self.longest(k, kinds::NOUN | kinds::GROUP).is_none();
        (describes || measure || against && !t.cap).then_some(k + 1)
    }

    /// The country behind "Republic of", "Kingdom of the", with what such a name has before its noun.
    fn state_of(&self, k: usize) -> Option<(Entry, usize)> {
        let before =
            ["federal", "federative", "democratic", "islamic", "arab", "socialist", "cooperative", "operative", "co", "united", "people"];
        let nouns = ["republic", "kingdom", "commonwealth", "federation", "sultanate", "emirate", "principality", "union"];
        let mut t = k;
        while t < self.end && t < k + 6 {
            let glue = matches!(self.tokens[t].kind, Kind::Hyphen | Kind::Possessive);
            if !glue && !(self.tokens[t].cap && before.iter().any(|w| self.lower_is(t, w))) && !(t > k + 1 && self.lower_is(t, "operative"))
            {
                break;
            }
            t += 1;
        }
        if t + 2 >= self.end || !self.tokens[t].cap || !nouns.iter().any(|w| self.lower_is(t, w)) || !self.lower_is(t + 1, "of") {
            return None;
        }
        let at = t + 2 + usize::from(self.lower_is(t + 2, "the"));
        match self.longest(k, kinds::COUNTRY | kinds::TRAP | kinds::INSTITUTION) {
            Some((_, end)) if end > at => None,
            _ => self.longest_where(at, kinds::COUNTRY, |e| matches!(e, Entry::Country(_, CountryForm::Name))),
        }
    }

    /// A noun of people at the end of a run of capitalised words: "the New Reform Party", "Song and Dance Theatre".
    fn titled_group(&self, k: usize) -> Option<(u16, usize)> {
        let mut e = k;
        while e < self.end && e < k + 9 {
            match self.tokens[e].kind {
                Kind::Hyphen if e > k => e += 1,
                Kind::Word if self.tokens[e].cap => {
                    if self.headline || self.country_form(e).is_some() && e > k {
                        return None;
                    }
                    if let Some((Entry::Group(g), end)) = self.longest(e, kinds::GROUP).filter(|_| e > k) {
                        let more = end < self.end && self.tokens[end].kind == Kind::Word && self.tokens[end].cap;
                        // A Group is a firm as often as not.
                        if !more && !self.lower_is(end - 1, "group") {
                            return Some((g, end));
                        }
                    }
                    if self.longest(e, kinds::OFFICE | kinds::PERSON | kinds::NOUN).is_some() {
                        return None;
                    }
                    e += 1;
                }
                Kind::Word if e > k && self.is(e, Closed::Conjunction) && self.tokens.get(e + 1).is_some_and(|t| t.cap) => e += 1,
                _ => return None,
            }
        }
        None
    }

    /// An event noun at the end of a run of capitalised words.
    fn titled_event(&self, k: usize) -> Option<(u16, usize, usize)> {
        let mut e = k + 1;
        while e < self.end && e < k + 8 {
            match self.tokens[e].kind {
                Kind::Hyphen => e += 1,
                Kind::Word if self.tokens[e].cap => {
                    if let Some((Entry::Noun(n), end)) = self.longest(e, kinds::NOUN) {
                        let more = end < self.end && self.tokens[end].kind == Kind::Word && self.tokens[end].cap;
                        if !more && !self.headline {
                            return Some((n, e, end));
                        }
                    }
                    if self.country_form(e).is_some() {
                        return None;
                    }
                    e += 1;
                }
                Kind::Word if self.is(e, Closed::Conjunction) && self.tokens.get(e + 1).is_some_and(|t| t.cap) => e += 1,
                _ => return None,
            }
        }
        None
    }

    /// "Putin met", "Park is to": a lone capitalised word that opens a sentence is a name if it is no
    /// common word and a verb, a possessive or a comma follows. Whose name, the article must have said.
    fn opens_with_name(&self, k: usize) -> bool {
        let lx = self.lx;
        let s = self.tokens[k].sym;
        let n = k + 1;
        let follows = match self.kind(n) {
            Some(Kind::Possessive | Kind::Comma) => true,
            Some(Kind::Word) => {
                let s = self.tokens[n].sym;
                !lx.forms(s).is_empty()
                    || self.date(n).is_some()
                    || (self.is(n, Closed::Preposition) && n + 1 < self.end && self.date(n + 1).is_some())
                    || self.adverb(n)
                    || self.lately(n)
                    || [Closed::Be, Closed::Have, Closed::Do, Closed::Future, Closed::Possible, Closed::Adverb, Closed::Conjunction]
                        .iter()
                        .any(|c| lx.is(s, *c))
            }
            _ => false,
        };
        // "Ali bin Ahmed met", "Ursula von der Example said"
        let particle = |t: usize| self.kind(t) == Some(Kind::Word) && !self.tokens[t].cap && self.is(t, Closed::NameParticle);
        let behind = (n..self.end).find(|t| !particle(*t)).filter(|t| *t > n);
        let follows = follows || behind.is_some_and(|t| self.kind(t) == Some(Kind::Word) && self.tokens[t].cap);
        let like = n < self.end && lx.text(self.tokens[n].sym) == "like";
        follows
            && !like
            && lx.classes[s as usize] & !(1 << Closed::NameParticle as u32) == 0
            && lx.forms(s).is_empty()
            && !matches!(self.spelled(k), "Other" | "Several" | "Many" | "Some" | "Few" | "More" | "Most" | "Various" | "All" | "Both")
            && !self.adverb(k)
            && self
                .longest(k, kinds::NOUN | kinds::GROUP | kinds::OFFICE | kinds::PORTFOLIO | kinds::MODIFIER | kinds::SECTOR | kinds::CLOSED)
                .is_none()
    }

    /// Does a noun of an exchange follow within the compound that goes on at `k`?
    fn compound_goes_on(&self, k: usize) -> bool {
        for n in k + 1..k + 4 {
            if self.kind(n) != Some(Kind::Word)
                || self.is(n, Closed::Determiner)
                || self.is(n, Closed::Preposition)
                || self.is(n, Closed::To)
            {
                return false;
            }
            if self.longest(n, kinds::NOUN).is_some() {
                return true;
            }
        }
        false
    }

    /// A capitalised verb in a headline or at the start of a sentence is not a name.
    fn headline_verb(&self, k: usize) -> bool {
        (self.headline || k == self.begin) && !self.lx.forms(self.tokens[k].sym).is_empty()
    }

    /// Is the noun at `k`, after a name, the verb that is written alike ("Kim visits")?
    fn noun_is_verb(&self, k: usize) -> bool {
        let s = self.tokens[k].sym;
        let forms = self.lx.forms(s);
        if forms.is_empty() {
            return false;
        }
        let w = self.lx.text(s);
        if matches!(w, "talks" | "drills" | "exercises" | "meeting" | "meetings") {
            return false;
        }
        forms.iter().any(|f| f.1 != Form::Base)
            || self.is(k + 1, Closed::Determiner)
            || self.tokens.get(k + 1).is_some_and(|t| t.cap && k + 1 < self.end)
    }

    /// "National Assembly (NA) Chairman X": the abbreviation in brackets, before what goes on.
    fn abbreviated(&self, k: usize) -> bool {
        let next = self.tokens.get(k + 3).filter(|_| k + 3 < self.end);
        self.kind(k) == Some(Kind::Open)
            && self.kind(k + 1) == Some(Kind::Word)
            && (self.tokens[k + 1].caps || self.retired(k + 1))
            && self.kind(k + 2) == Some(Kind::Close)
            && (next.is_some_and(|t| t.kind == Kind::Word && (t.cap || self.longest(k + 3, kinds::OFFICE).is_some()))
                || self.quoted_ship(k + 3).is_some())
    }

    /// "Gen. (Retd) X"
    fn retired(&self, k: usize) -> bool {
        ["rtd", "retd", "ret", "retired"].iter().any(|w| self.lower_is(k, w))
    }

    /// A sum or a ship is read as what it is only where it is given: "donated two ships", "gave Chad $2 million", "the delivery
    /// of six boats", "boats were handed over".
    pub(super) fn given(&self, noun: Entry, end: usize, before: &[Spanned]) -> bool {
        let lx = self.lx;
        let Entry::Noun(n) = noun else { return true };
        let mut rules = lx.nouns[n as usize].rules.iter().map(|r| &lx.rules[*r as usize]).peekable();
        if !rules.peek().is_some_and(|r| r.given) {
            return true;
        }
        let light: Vec<&str> = rules.flat_map(|r| &r.light).map(String::as_str).collect();
        let gives = |v: &super::Vg| v.verbs.iter().any(|x| light.contains(&lx.verbs[*x as usize].text.as_str()));
        let noun_of_giving = |s: &Spanned| self.is(s.end - 1, Closed::LightNoun) || self.lower_is(s.end - 1, "sale");
        // "$5 million in food aid": the aid is what is given.
        if matches!(self.word(end).as_deref(), Some("in" | "of" | "worth")) && self.word(end + 1).as_deref() != Some("order") {
            return false;
        }
        let passive = || {
            let v = self.verb_group(end);
            v.is_some_and(|v| v.passive && gives(&v))
        };
        match before {
            [.., Spanned { chunk: Chunk::Vg(v), .. }] if gives(v) => true,
            [.., Spanned { chunk: Chunk::Vg(v), .. }, Spanned { chunk: Chunk::Np(_), .. }] if gives(v) => true,
            [.., noun, Spanned { chunk: Chunk::Prep(p), .. }] if lx.text(*p) == "of" && noun_of_giving(noun) => true,
            _ => passive(),
        }
    }

    /// "Chinese, Russian and Iranian officials": do the adjectives go on behind the comma or "and" at `k`?
    fn adjectives_go_on(&self, p: &Partial, k: usize) -> bool {
        if p.mods.is_empty()
            || p.name.is_some()
            || p.person.is_some()
            || p.office.is_some()
            || p.group.is_some()
            || p.event.is_some()
            || p.other
            || !p.possessor.is_empty()
        {
            return false;
        }
        // "the Peruvian, Chilean, and Bolivian navies": a comma may stand before "and".
        let behind = k - usize::from(self.is(k, Closed::Conjunction) && self.kind(k - 1) == Some(Kind::Comma));
        if p.mods.last().is_some_and(|m| m.3 != behind) {
            return false;
        }
        let mut n = k + 1;
        if self.kind(n) == Some(Kind::Word) && self.is(n, Closed::Conjunction) {
            n += 1;
        }
        // "Indian and Royal Australian navies"
        while self.is(n, Closed::Determiner) || self.lower_is(n, "royal") {
            n += 1;
        }
        // An adjective or a name must follow that itself modifies a common noun.
        let Some((_, form, end)) = self.country_form_at(n) else { return false };
        let last_is_adjective = p.mods.last().is_some_and(|m| m.1 == CountryForm::Adjective);
        // "to Kenya, South Korean President X": a comma behind a country ends its phrase.
        if self.tokens[k].kind == Kind::Comma && !last_is_adjective {
            return false;
        }
        if end >= self.end {
            return false;
        }
        if self.tokens[end].kind == Kind::Comma || self.is(end, Closed::Conjunction) {
            return last_is_adjective && form == CountryForm::Adjective;
        }
        let common = self.longest(end, kinds::GROUP | kinds::NOUN | kinds::OFFICE | kinds::PORTFOLIO | kinds::MODIFIER).is_some()
            || (self.tokens[end].kind == Kind::Word
                && !self.tokens[end].cap
                && self.lx.forms(self.tokens[end].sym).is_empty()
                && ![
                    Closed::Preposition,
                    Closed::Be,
                    Closed::Have,
                    Closed::Do,
                    Closed::Future,
                    Closed::Possible,
                    Closed::To,
                    Closed::Conjunction,
                    Closed::Adverb,
                    Closed::Subordinator,
                    Closed::Relative,
                ]
                .iter()
                .any(|c| self.is(end, *c))
                && !self.adverb(end));
        let verbish = !self.lx.forms(self.tokens[end].sym).is_empty() && form != CountryForm::Adjective;
        common && !verbish && (last_is_adjective || form == CountryForm::Adjective)
    }

    /// "a frank and useful call", 'a "warm and open" meeting': two adjectives of one noun, joined at `k`.
    fn paired_adjectives(&self, p: &Partial, k: usize) -> bool {
        let open = (p.singular || p.definite) && !p.closed_head() && p.mods.is_empty() && p.name.is_none() && p.person.is_none();
        if !open || p.event.is_some() || p.group.is_some() || p.office.is_some() || !p.places.is_empty() || k < self.begin + 2 {
            return false;
        }
        use Closed::*;
        let closed = [Preposition, Determiner, Be, Have, Do, Future, Possible, To, Conjunction, Adverb, Subordinator, Relative, Possessive];
        let adjective = |n: usize| {
            self.kind(n) == Some(Kind::Word)
                && !self.tokens[n].cap
                && !self.adverb(n)
                && !closed.iter().any(|c| self.is(n, *c))
                && self.longest(n, kinds::NOUN | kinds::GROUP | kinds::OFFICE | kinds::PORTFOLIO).is_none()
                && !self.lx.forms(self.tokens[n].sym).iter().any(|f| f.1 == Form::Base)
        };
        let noun = k + 2 + usize::from(self.kind(k + 2) == Some(Kind::Quote));
        adjective(k - 1) && adjective(k + 1) && self.longest(noun, kinds::NOUN).is_some()
    }

    fn country_form_at(&self, k: usize) -> Option<(u16, CountryForm, usize)> {
        if k < self.end { self.country_form(k) } else { None }
    }

    /// Takes a name of the lexicon into the phrase; gives the next token, or nothing where the phrase ends before it.
    fn named(&self, p: &mut Partial, entry: Entry, k: usize, end: usize) -> Option<usize> {
        let lx = self.lx;
        let follows_named = || {
            end < self.end
                && self.tokens[end].kind == Kind::Word
                && self.tokens[end].cap
                && !self.headline
                && self.word(end).is_some_and(|w| NAMED_AFTER.contains(&&*w))
        };
        match entry {
            Entry::Trap => {
                if p.closed_head() {
                    return None;
                }
                p.trap = true;
                p.other = true;
                Some(end)
            }
            Entry::Agency(_) => {
                if !p.empty && p.closed_head() {
                    return None;
                }
                p.other = true;
                p.trap = true;
                Some(end)
            }
            Entry::Country(c, form) => {
                if follows_named() {
                    if p.closed_head() {
                        return None;
                    }
                    p.other = true;
                    p.trap = true;
                    return Some(end + 1);
                }
                let was_name = p.name.is_some_and(|n| n.1 == k);
                let single = end == k + 1;
                // "Michael Jordan": a given name makes the country a surname.
                if was_name
                    && single
                    && p.office.is_none()
                    && p.mods.is_empty()
                    && !matches!(form, CountryForm::Adjective)
                    && p.name.is_some_and(|n| n.1 - n.0 == 1)
                    && self.tokens[k - 1].sym == 0
                    && self.kind(end) != Some(Kind::Possessive)
                {
                    p.name = Some((p.name?.0, end));
                    return Some(end);
                }
                // "Ambassador German Alvarez": behind its office stands a name.
                let named = form == CountryForm::Adjective
                    && p.office.is_some_and(|o| o.1 == k)
                    && end == k + 1
                    && self.tokens.get(end).is_some_and(|t| t.kind == Kind::Word && t.cap && t.sym == 0)
                    && end < self.end
                    && !self.headline;
                if named {
                    let e = self.name_run(k, true)?;
                    p.name = Some((k, e));
                    return Some(e);
                }
                if p.name.is_some() || p.person.is_some() || p.group.is_some() || p.event.is_some() {
                    return None;
                }
                if p.office.is_some() {
                    return None;
                }
                if p.closed_head() && !p.mods.is_empty() && !self.tokens[k - 1].kind.eq(&Kind::Hyphen) && form != CountryForm::Adjective {
                    return None;
                }
                if p.mods.last().is_some_and(|m| m.3 == k && m.1 == CountryForm::Name)
                    && form != CountryForm::Adjective
                    && self.tokens[k - 1].kind != Kind::Hyphen
                {
                    return None;
                }
                // "his second Australia-Japan consultation": what stands before the two only describes.
                let joint = (p.determiner || p.pronoun)
                    && matches!(self.kind(end), Some(Kind::Hyphen | Kind::Dash))
                    && self.country_form(end + 1).is_some()
                    && p.places.is_empty()
                    && !self.headline
                    || p.mods.last().is_some_and(|m| m.3 + 1 == k) && matches!(self.tokens[k - 1].kind, Kind::Hyphen | Kind::Dash);
                if p.other && form != CountryForm::Adjective && !p.trap && !joint {
                    // "peace talks Syria": a new phrase.
                    return None;
                }
                p.mods.push((c, form, k, end));
                // "the Manila South Harbor"
                if let Some(thing) = self.named_site(end).filter(|_| form == CountryForm::Capital) {
                    p.mods.pop();
                    p.places.push(PlaceRef { country: c, start: k, end: thing, whole_country: false });
                    p.other = true;
                    return Some(thing);
                }
                if form != CountryForm::Adjective {
                    p.places.push(PlaceRef { country: c, start: k, end, whole_country: form == CountryForm::Name });
                }
                Some(end)
            }
            Entry::Pair(pair) => {
                let (first, second, form) = lx.pairs[pair as usize];
                if p.closed_head() || p.group.is_some() || p.event.is_some() || p.office.is_some() {
                    return None;
                }
                p.mods.extend([first, second].map(|c| (c, form, k, end)));
                Some(end)
            }
            Entry::Place(pl) => {
                if p.name.is_some() || p.person.is_some() {
                    return None;
                }
                if p.office.is_some() && p.office.is_some_and(|o| o.1 == k) {
                    // "Governor Santiago": a name.
                    let e = self.name_run(k, true)?;
                    p.name = Some((k, e));
                    return Some(e);
                }
                let next_cap = end < self.end && self.tokens[end].kind == Kind::Word && self.tokens[end].cap && !self.headline;
                if follows_named() {
                    p.other = true;
                    p.trap = true;
                    return Some(end + 1);
                }
                // "Mumbai South Harbour"
                let end = self.named_site(end).filter(|_| next_cap).unwrap_or(end);
                // "Okinawa Prefecture", "Herat Province"
                let end = if next_cap && self.is(end, Closed::DistrictNoun) { end + 1 } else { end };
                let next_cap = next_cap && self.tokens.get(end).is_some_and(|t| t.kind == Kind::Word && t.cap) && end < self.end;
                // A city's word with another capitalised unknown word behind it is somebody's name.
                if next_cap && end == k + 1 && self.tokens[end].sym == 0 {
                    let e = self.name_run(k, true)?;
                    p.name = Some((k, e));
                    return Some(e);
                }
                p.places.push(PlaceRef { country: lx.places[pl as usize].country, start: k, end, whole_country: false });
                p.other = true;
                Some(end)
            }
            // "Seyed Abbas Araghchi": a word that nobody knows before a known name belongs to it.
            Entry::Person(id)
                if p.person.is_none()
                    && (p.office.is_some() || p.group.is_some())
                    && p.name.is_some_and(|(a, b)| {
                        b == k && b <= a + 6 && (a..b).all(|t| self.tokens[t].kind == Kind::Word && !self.common_word(t))
                    })
                    && end > k + 1
                    && !self.headline =>
            {
                p.name = Some((p.name?.0, end));
                p.person = Some(id);
                Some(end)
            }
            Entry::Person(id) => {
                if p.name.is_some()
                    || p.person.is_some()
                    || (p.closed_head()
                        && p.office.is_none()
                        && !p.hyphen
                        && p.mods.last().is_some_and(|m| m.1 == CountryForm::Name && m.3 == k)
                        && !self.headline
                        && self.tokens[k - 1].kind != Kind::Possessive
                        && p.possessor.is_empty())
                {
                    return None;
                }
                if p.event.is_some() {
                    return None;
                }
                // "King Salman bin Abdulaziz Al Saud": the same man, in full.
                let mut end = end;
                while end + 1 < self.end
                    && matches!(self.word(end).as_deref(), Some("bin" | "ibn" | "bint" | "al" | "abdul"))
                    && self.tokens[end + 1].cap
                    && self.date(end + 1).is_none()
                {
                    end += 2;
                    while end + 1 < self.end && self.tokens[end].kind == Kind::Hyphen && self.tokens[end + 1].cap {
                        end += 2;
                    }
                }
                // "Tamim bin Hamad al-Thani"
                if matches!(self.word(end).as_deref(), Some("al" | "el"))
                    && self.kind(end + 1) == Some(Kind::Hyphen)
                    && self.tokens.get(end + 2).is_some_and(|t| t.cap && t.kind == Kind::Word)
                    && end + 2 < self.end
                {
                    end += 3;
                }
                // A longer unknown name goes on behind it: "Kim Yong Il Chol".
                let mut e = end;
                while self.kind(e) == Some(Kind::Word)
                    && self.tokens[e].cap
                    && self.tokens[e].sym == 0
                    && !self.headline
                    && self.date(e).is_none()
                {
                    e += 1;
                }
                p.name = Some((k, e));
                if e == end {
                    p.person = Some(id);
                }
                Some(e)
            }
            Entry::Institution(id) => {
                if p.name.is_some() || p.person.is_some() {
                    return None;
                }
                // "U.S. Congress members"
                let end = end + usize::from(self.spelled(end.min(self.tokens.len() - 1)) == "members" && end < self.end);
                p.institution = Some(id);
                p.institution_end = end;
                Some(end)
            }
            _ => None,
        }
    }

    /// The names behind "warships": where they end.
    fn names_of_ships(&self, k: usize) -> Option<usize> {
        let mut end = self.name_run(k, false)?;
        loop {
            let comma = usize::from(self.kind(end) == Some(Kind::Comma));
            let and = usize::from(self.is(end + comma, Closed::Conjunction));
            let next = end + comma + and;
            let unknown = |t: &Token| t.kind == Kind::Word && t.cap && !t.caps && t.sym == 0;
            if next == end || next >= self.end || !unknown(&self.tokens[next]) {
                return Some(end);
            }
            match self.name_run(next, false) {
                Some(e) => end = e,
                None => return Some(end),
            }
        }
    }

    /// Is it a group of ships?
    fn vessel(&self, group: u16) -> bool {
        self.lx.groups[group as usize].force == Some(Force::Vessel)
    }

    /// The end of a ship's name in quotes at `k`: "'Teg'".
    /// 'a "frank and useful" call'
    fn quoted_pair(&self, k: usize) -> bool {
        let plain = |n: usize| self.kind(n) == Some(Kind::Word) && !self.tokens[n].cap;
        plain(k + 1) && self.lower_is(k + 2, "and") && plain(k + 3) && self.kind(k + 4) == Some(Kind::Quote)
    }

    fn quoted_ship(&self, k: usize) -> Option<usize> {
        if self.kind(k) != Some(Kind::Quote) {
            return None;
        }
        let close = (k + 1..(k + 5).min(self.end)).find(|&n| self.tokens[n].kind == Kind::Quote)?;
        let named = |n: usize| self.tokens[n].kind == Kind::Number || self.tokens[n].kind == Kind::Word && self.tokens[n].cap;
        (close > k + 1 && (k + 1..close).all(named)).then_some(close + 1)
    }

    /// "Ships of the Indian Navy" are warships, and "a corvette of the Khukri class" behind a ship's name is that ship.
    fn join_ships(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let ships = |s: &Spanned| {
            let bare = match &s.chunk {
                Chunk::Np(n) => n.kind != NpKind::Event && n.actors.iter().all(|a| a.country.is_none()),
                Chunk::Other => self.kind(s.start) == Some(Kind::Word),
                _ => false,
            };
            bare && ["ship", "ships", "vessel", "vessels"].iter().any(|w| self.lower_is(s.end - 1, w))
        };
        let vessel = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.force == Some(Force::Vessel));
        let mut k = 0;
        while k < chunks.len() {
            // "the John Doe strike group": called after somebody.
            let called = np_at(&chunks[k]).is_some_and(|n| n.bare_name() && n.actors[0].country.is_none() && self.lower_is(n.start, "the"));
            if let Some(fleet) = chunks.get(k + 1).and_then(np_at).filter(|n| called && vessel(n)).cloned() {
                chunks[k + 1].start = chunks[k].start;
                chunks[k + 1].chunk = Chunk::Np(Box::new(Np { start: chunks[k].start, ..fleet }));
                chunks.remove(k);
            }
            if ships(&chunks[k]) {
                let of = matches!(chunks.get(k + 1).map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "of" | "from" | "belonging to"));
                let navy = |n: &Np| {
                    let text = self.slice(n.start, n.end).to_lowercase();
                    let afloat = ["navy", "naval", "fleet", "coast guard"].iter().any(|w| text.contains(w));
                    afloat && n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Group && a.country.is_some())
                };
                if let Some(fleet) = chunks.get(k + 2).and_then(np_at).filter(|n| of && navy(n)).cloned() {
                    let mut actor = fleet.actors[0].clone();
                    actor.force = Some(Force::Vessel);
                    chunks[k].end = chunks[k + 2].end;
                    chunks[k].chunk = Chunk::Np(Box::new(Np { start: chunks[k].start, actors: vec![actor], ..fleet }));
                    chunks.drain(k + 1..k + 3);
                }
            } else if np_at(&chunks[k]).is_some_and(|n| vessel(n) && n.actors.iter().all(|a| a.country.is_some())) {
                let comma = |n: usize| matches!(chunks.get(n).map(|s| &s.chunk), Some(Chunk::Comma));
                let class = chunks.get(k + 2).and_then(np_at).filter(|n| comma(k + 1) && vessel(n) && n.actors[0].country.is_none());
                if class.is_some_and(|n| self.is(n.start, Closed::Determiner)) {
                    let close = (k + 3..chunks.len()).find(|&n| !matches!(chunks[n].chunk, Chunk::Prep(_) | Chunk::Np(_)));
                    if let Some(close) = close.filter(|n| matches!(chunks[*n].chunk, Chunk::Comma | Chunk::Vg(_))) {
                        chunks.drain(k + 1..close + usize::from(comma(close)));
                    }
                }
            }
            k += 1;
        }
        chunks
    }

    /// "South Harbor", "International Airport" behind a town's name at `k`: where it ends.
    fn named_site(&self, k: usize) -> Option<usize> {
        let side = ["south", "north", "east", "west", "central", "international", "naval", "military", "old", "new"];
        let mut end = k;
        while end < self.end && self.tokens[end].cap && side.iter().any(|w| self.lower_is(end, w)) {
            end += 1;
        }
        (end > k && end < self.end && self.tokens[end].cap && self.is(end, Closed::DistrictNoun)).then_some(end + 1)
    }

    /// A run of capitalised words that is a name, particles and initials included.
    fn name_run(&self, k: usize, forced: bool) -> Option<usize> {
        let lx = self.lx;
        let mut e = k;
        while e < self.end {
            let t = &self.tokens[e];
            match t.kind {
                Kind::Hyphen if e > k => e += 1,
                // 'Michael "Mike" Pompeo'
                Kind::Quote
                    if e > k
                        && self.kind(e - 1) == Some(Kind::Word)
                        && self.kind(e + 2) == Some(Kind::Quote)
                        && [e + 1, e + 3].iter().all(|x| self.kind(*x) == Some(Kind::Word) && self.tokens[*x].cap) =>
                {
                    e += 3;
                }
                // "N. Example", "Kh.Example"
                Kind::Period
                    if e > k
                        && t.glued
                        && (self.is(e - 1, Closed::Abbreviation)
                            || self.tokens[e - 1].cap
                                && self.spelled(e - 1).chars().count() <= 3
                                && self.tokens.get(e + 1).is_some_and(|n| n.glued))
                        && self.kind(e + 1) == Some(Kind::Word)
                        && self.tokens[e + 1].cap =>
                {
                    e += 1
                }
                // "Ferdinand Marcos Jr. and Y"
                Kind::Period if e > k + 1 && t.glued && e + 1 < self.end && (self.lower_is(e - 1, "jr") || self.lower_is(e - 1, "sr")) => {
                    e += 1;
                    break;
                }
                Kind::Word => {
                    if e > k && t.caps && MEMBERS.contains(&self.spelled(e)) {
                        break;
                    }
                    if t.cap {
                        // "Navy Ship TCG Burgazada"
                        if e > k && t.caps && lx.ships.contains_key(&t.sym) {
                            break;
                        }
                        if e > k || !forced {
                            let other = self.longest(e, kinds::COUNTRY | kinds::INSTITUTION | kinds::AGENCY | kinds::TRAP);
                            // "Abdel Fatah X": no party.
                            let servant = e > k
                                && matches!(self.spelled(e - 1), "Abdel" | "Abdul" | "Abd")
                                && other.is_some_and(|(_, end)| end == e + 1);
                            if servant {
                                e += 1;
                                continue;
                            }
                            if other.is_some() && self.tokens[e - usize::from(e > k)].kind != Kind::Hyphen {
                                break;
                            }
                            // "PRESIDENT X OF ZAMBIA"
                            let joint =
                                [Closed::Preposition, Closed::Conjunction, Closed::To, Closed::Determiner, Closed::Be, Closed::Have];
                            if self.headline && e > k && joint.iter().any(|c| lx.is(t.sym, *c)) {
                                break;
                            }
                            if self.headline
                                && (!lx.forms(t.sym).is_empty() || self.longest(e, kinds::NOUN | kinds::GROUP | kinds::OFFICE).is_some())
                            {
                                break;
                            }
                            if self.date(e).is_some_and(|d| d.1 > e)
                                && e > k
                                && (!matches!(self.word(e).as_deref(), Some("may" | "march" | "jan" | "jun" | "april" | "june" | "august"))
                                    || self.kind(e + 1) == Some(Kind::Number))
                            {
                                break;
                            }
                            if e > k && self.longest(e, kinds::OFFICE | kinds::PERSON).is_some_and(|(_, end)| end > e + 1) {
                                break;
                            }
                        }
                        e += 1;
                    } else if e > k && lx.is(t.sym, Closed::NameParticle) && self.kind(e + 1).is_some() && {
                        let mut n = e + 1;
                        while self.kind(n) == Some(Kind::Hyphen)
                            || (self.kind(n) == Some(Kind::Word) && !self.tokens[n].cap && lx.is(self.tokens[n].sym, Closed::NameParticle))
                        {
                            n += 1;
                        }
                        self.kind(n) == Some(Kind::Word) && self.tokens[n].cap
                    } {
                        e += 1;
                    } else if e > k && self.tokens[e - 1].kind == Kind::Hyphen {
                        // "Jong-un"
                        e += 1;
                    } else {
                        break;
                    }
                }
                _ => break,
            }
        }
        while e > k && self.tokens[e - 1].kind == Kind::Hyphen {
            e -= 1;
        }
        (e > k).then_some(e)
    }

    /// Reads an office at `k`: modifiers, portfolios, head, and the body behind "of".
    fn office(&self, p: &mut Partial, k: usize) -> Option<usize> {
        let lx = self.lx;
        let mut e = k;
        let (mut deputy, mut former) = (false, false);
        let mut level: Option<Level> = None;
        let mut sector = None;
        let mut head = "";
        while e < self.end {
            if self.tokens[e].kind == Kind::Hyphen && e > k {
                e += 1;
                continue;
            }
            if e > k && self.abbreviated(e) {
                e += 3;
                continue;
            }
            if self.tokens[e].kind != Kind::Word {
                break;
            }
            let group = self.longest(e, kinds::GROUP | kinds::NOUN);
            let hit = self.longest(e, kinds::OFFICE | kinds::MODIFIER | kinds::PORTFOLIO);
            let Some((mut entry, end)) = hit else {
                // "Defense and Foreign Minister", "Arts, Sport and Tourism Minister"
                break;
            };
            // "Deputy Foreign Minister": what is an office by itself lowers the one that follows.
            if matches!(entry, Entry::Office(_)) && self.longest(end, kinds::OFFICE | kinds::MODIFIER | kinds::PORTFOLIO).is_some() {
                if let Some((modifier @ Entry::Modifier(_), e)) = self.longest(e, kinds::MODIFIER) {
                    if e == end {
                        entry = modifier;
                    }
                }
            }
            if group.is_some_and(|(_, g)| g > end) {
                break;
            }
            let word = lx.text(self.tokens[end - 1].sym);
            // "the Philippine Navy": a noun of its own where no noun follows.
            if !matches!(entry, Entry::Office(_))
                && group.is_some_and(|(x, g)| g == end && matches!(x, Entry::Group(_)))
                && !self.noun_follows(end)
            {
                if e == k {
                    return None;
                }
                break;
            }
            match entry {
                // "the General Federation of Trade Unions" is no general.
                Entry::Office(_) if word == "general" && e == k && self.tokens[k].cap && self.names_a_thing(end) => return None,
                Entry::Office(l) => {
                    // "an official welcome ceremony": how it was, and nobody.
                    let noun = |n: usize| self.kind(n) == Some(Kind::Word) && !self.tokens[n].cap && lx.common_noun(self.tokens[n].sym);
                    let base = |n: usize| {
                        noun(n)
                            && !lx.forms(self.tokens[n].sym).is_empty()
                            && lx.forms(self.tokens[n].sym).iter().all(|f| f.1 == Form::Base)
                    };
                    if word == "official" && level.is_none() && base(end) && noun(end + 1) && lx.forms(self.tokens[end + 1].sym).is_empty()
                    {
                        break;
                    }
                    // "head" and "lead" as verbs are not offices.
                    let first = self.tokens[e].sym;
                    if end == e + 1
                        && !lx.forms(first).is_empty()
                        && !self.tokens[e].cap
                        && (p.closed_head()
                            || matches!(word, "head" | "deputy" | "general" | "chief" | "aide" | "representative")
                                && self.kind(end) == Some(Kind::Word)
                                && self.is(end, Closed::Preposition)
                                && lx.text(self.tokens[end].sym) == "to")
                    {
                        break;
                    }
                    if level.is_some()
                        && level <= Some(l)
                        && matches!(l, Level::Director | Level::Working | Level::Unofficial)
                        && !matches!(word, "director")
                        && level != Some(l)
                    {
                        // "president and general", keep the higher of a run.
                    }
                    // "army chief", "defence secretary": the field is in the office's own words.
                    if sector.is_none() {
                        let field = self.longest_where(e, kinds::PORTFOLIO, |x| matches!(x, Entry::Portfolio(_))).filter(|(_, f)| *f < end);
                        if let Some((Entry::Portfolio(s), _)) = field {
                            sector = Some(s);
                        }
                    }
                    // "Foreign Minister Prince X", "Defence Minister General Y": a title behind the office.
                    let title = level.is_some() && matches!(word, "general" | "prince" | "princess" | "admiral" | "colonel" | "judge");
                    level = Some(level.filter(|_| title).unwrap_or(l));
                    head = if title && matches!(word, "prince" | "princess") { head } else { word };
                    e = end;
                }
                Entry::Modifier(m) => {
                    match m {
                        Modifier::Deputy => deputy |= level.is_none(),
                        Modifier::Former => former = true,
                        Modifier::Plain => p.top |= matches!(word, "top" | "chief"),
                    }
                    if level.is_some() && m != Modifier::Plain {
                        break;
                    }
                    if level.is_some() && !matches!(word, "elect" | "designate" | "concurrently") {
                        break;
                    }
                    e = end;
                }
                Entry::Portfolio(s) => {
                    if level.is_some() {
                        break;
                    }
                    // "restore relations": the noun itself, where no office follows.
                    if e == k && group.is_some_and(|(x, g)| g == end && matches!(x, Entry::Noun(_))) && !self.noun_follows(end) {
                        return None;
                    }
                    if sector.is_none() || sector == Some(Sector::Politics) {
                        sector = Some(s);
                    }
                    e = end;
                    // "Foreign and Defence Minister"
                    if self.is(e, Closed::Conjunction) && self.longest(e + 1, kinds::PORTFOLIO).is_some() {
                        e += 1;
                    }
                }
                _ => break,
            }
        }
        // "high-level", "war-torn": the hyphen is not the modifier's.
        while level.is_none() && e > k && self.tokens[e - 1].kind == Kind::Hyphen {
            e -= 1;
        }
        let Some(base) = level else {
            // Adjectives only: "foreign", "national"; they colour what follows.
            if e > k {
                let lone_verb = !lx.forms(self.tokens[k].sym).is_empty() && p.closed_head();
                if lone_verb || p.closed_head() || p.name.is_some() || p.person.is_some() {
                    return Some(usize::MAX);
                }
                if p.sector.is_none() {
                    p.sector = sector.filter(|s| *s != Sector::Politics);
                }
                p.former |= former;
                p.deputy |= deputy;
                p.adjective = true;
                p.other |= sector.is_some();
                return Some(e);
            }
            return None;
        };
        if (p.name.is_some() || p.person.is_some()) && p.office.is_none() {
            // A name before an office without comma is two phrases.
            return Some(usize::MAX);
        }
        if p.office.is_some() && p.name.is_some() {
            return Some(usize::MAX);
        }
        let mut level = if deputy { lower(base) } else { base };
        // "the top Turkmen diplomat" is the foreign minister.
        if p.top && p.definite | !p.possessor.is_empty() && head == "diplomat" {
            level = Level::Minister;
        }
        let mut end = e;
        let mut country = (k..e).find_map(|x| lx.bound_offices.get(&self.tokens[x].sym).copied());
        country = country.or_else(|| self.bound_title(e).filter(|_| p.mods.is_empty() && p.possessor.is_empty()));
        let mut institution = None;
        // "of the ...": country, ministry, party, parliament.
        // "member of the Political Bureau" is an office with its body.
        let mut rounds = usize::from((k..e).any(|t| self.lower_is(t, "of")));
        let mut at = e;
        // The body is that of whoever is spoken of, a union or a party, and not the state's.
        let mut own = false;
        let sent = ENVOYS.contains(&head);
        while rounds < 5
            && (self.lower_is(at, "of")
                || self.lower_is(at, "for")
                || (rounds == 0 && sent && self.lower_is(at, "on"))
                || (rounds == 0 && self.lower_is(at, "at") && self.embassy(at + 1).is_some())
                || (rounds > 0 && self.kind(at) == Some(Kind::Comma))
                || (rounds > 0 && self.is(at, Closed::Conjunction)))
        {
            let comma = self.kind(at) == Some(Kind::Comma) || self.is(at, Closed::Conjunction);
            let mut b = at + 1;
            while self.is(b, Closed::Determiner) {
                b += 1;
            }
            // "first secretary of the Peruvian embassy"
            if let Some((c, x)) = self.embassy(b).filter(|_| !comma) {
                country.get_or_insert(c);
                end = x;
                break;
            }
            // "chairman of its Central Committee"
            let its = self.is(b, Closed::Possessive) && self.tokens.get(b + 1).is_some_and(|t| t.cap);
            own |= its;
            b += usize::from(its);
            if b >= self.end {
                break;
            }
            let hit = self.longest(b, kinds::COUNTRY | kinds::INSTITUTION | kinds::PORTFOLIO | kinds::TRAP | kinds::PLACE);
            // "the U.S. special envoy for Peru and Chile": what he deals with, and not whose he is.
            if let Some((Entry::Country(_, CountryForm::Name), x)) =
                hit.filter(|_| (self.lower_is(at, "for") || self.lower_is(at, "on")) && !(p.mods.is_empty() && p.possessor.is_empty()))
            {
                let next = if self.is(x, Closed::Conjunction) { self.country_form_at(x + 1) } else { None };
                end = next.map_or(x, |f| f.2);
                break;
            }
            match hit {
                // "governor of St. Petersburg", but "president of Georgetown University"
                Some((Entry::Place(place), x)) if !comma && (self.body_run(x) == x || self.is(x, Closed::DistrictNoun)) => {
                    let land = *country.get_or_insert(lx.places[place as usize].country);
                    let x = x + usize::from(self.is(x, Closed::DistrictNoun));
                    // "governor of Amur Region of the Russian Federation"
                    let of = self.lower_is(x, "of").then(|| x + 1 + usize::from(self.is(x + 1, Closed::Determiner)));
                    let same = of.and_then(|k| self.country_form_at(k)).filter(|f| f.0 == land && f.1 == CountryForm::Name);
                    end = same.map_or(x, |f| f.2);
                    at = end;
                    rounds = 9;
                    level = level.max(Level::DeputyMinister);
                }
                Some((Entry::Country(c, form), x)) if !comma => {
                    if form == CountryForm::Adjective {
                        // "minister of Indian affairs"; "general secretary of the Italian party"
                        country.get_or_insert(c);
                        // "an envoy of Congolese president X": another person.
                        if self.longest(x, kinds::OFFICE).is_some() {
                            end = self.noun_phrase(b, &[]).map_or(x, |n| n.end);
                            break;
                        }
                        // "chairman of the German-Peruvian Friendship Group"
                        let second = if self.kind(x) == Some(Kind::Hyphen) { self.country_form_at(x + 1) } else { None };
                        let run = self.body_run(second.map_or(x, |f| f.2));
                        at = run;
                        end = run;
                        // "secretary of the American People's Alliance of Peru": where it is, its end says.
                        let of = (run > x && self.lower_is(run, "of")).then(|| self.country_form_at(run + 1)).flatten();
                        if of.is_some_and(|f| f.1 == CountryForm::Name) {
                            country = None;
                        }
                    } else {
                        country.get_or_insert(c);
                        // "governor of Russia's Primorye region"
                        let mut close = x;
                        // "chairman of the China-Korea Friendship Association"
                        let hyphen = matches!(self.kind(x), Some(Kind::Hyphen | Kind::Dash));
                        if let Some(run) = self.thing_run(x + 1).filter(|_| hyphen) {
                            close = run;
                        }
                        // "chairman of the Peru-Chilean Friendship Group"
                        let second = if hyphen { self.country_form_at(x + 1) } else { None };
                        if let Some(f) = second {
                            close = self.body_run(f.2);
                        }
                        // "chairman of the Syria Children Organization"
                        if let Some(run) = self.thing_run(x) {
                            close = run;
                        }
                        if self.kind(x) == Some(Kind::Possessive) {
                            close = self.body_run(x + 1);
                            if close < self.end && PLACE_NOUNS.contains(&self.spelled(close)) {
                                close += 1;
                            }
                            // "the president of Ghana's recent visit": no body goes on, the visit is the president's.
                            let visit = (x + 1..(x + 5).min(self.end))
                                .take_while(|t| self.kind(*t) == Some(Kind::Word))
                                .any(|t| self.longest(t, kinds::NOUN).is_some());
                            if close == x + 1 && visit {
                                close = x;
                            }
                        }
                        at = close;
                        end = close;
                        // "President of Russia": the country closes the office, unless a body goes on ("of Russia's Duma").
                        rounds = 9;
                    }
                }
                Some((Entry::Institution(inst), x)) => {
                    institution.get_or_insert(inst);
                    if let Some(c) = lx.institutions[inst as usize].country {
                        country.get_or_insert(c);
                    }
                    if sector.is_none() {
                        sector = Some(lx.institutions[inst as usize].sector);
                    }
                    at = x;
                    end = x;
                }
                Some((Entry::Portfolio(s), _)) => {
                    let run = self.body_run(b);
                    if comma && !(self.tokens[b].cap && (self.is(run, Closed::Conjunction) || self.is(at, Closed::Conjunction))) {
                        break;
                    }
                    if sector.is_none() || sector == Some(Sector::Politics) {
                        sector = Some(s);
                    }
                    at = run;
                    end = run;
                }
                Some((Entry::Trap, x)) if !comma => {
                    // "the North America department": what goes on is a body of the office's own country.
                    let of = self.lower_is(at, "of");
                    let run = self.body_run(x);
                    at = if run > x { run } else { self.longest(x, kinds::GROUP).map_or(x, |y| y.1) };
                    end = at;
                    // "special representative for Korean Peninsula peace" is no body's officer.
                    p.trap |= at == x && of;
                }
                _ if !comma => {
                    // A body that no list knows: capitalised words, "the two countries", "the house".
                    let run = self.body_run(b);
                    if run == b {
                        break;
                    }
                    at = run;
                    end = run;
                }
                _ => {
                    // "secretary of the C.C., the Workers' Party of Korea"
                    if let Some((Entry::Institution(inst), x)) = self.longest(b, kinds::INSTITUTION) {
                        institution.get_or_insert(inst);
                        if let Some(c) = lx.institutions[inst as usize].country {
                            country.get_or_insert(c);
                        }
                        at = x;
                        end = x;
                    } else if self.is(at, Closed::Conjunction) && b == at + 2 && self.lower_is(self.body_run(b), "of") {
                        // "member of the Political Bureau and the Secretariat of the Central Committee"
                        at = self.body_run(b);
                        end = at;
                    } else {
                        break;
                    }
                }
            }
            rounds += 1;
        }
        // "member of the European Parliament from the Green Party of Germany", "senator from Chile"
        if country.is_none()
            && matches!(head, "member" | "lawmaker" | "senator" | "deputy" | "legislator" | "mp" | "mep")
            && self.lower_is(end, "from")
        {
            let b = end + 1 + usize::from(self.is(end + 1, Closed::Determiner));
            let run = if self.country_form_at(b).is_some() { b } else { self.body_run(b) };
            let named = self.country_form_at(run + usize::from(run > b && self.lower_is(run, "of"))).filter(|f| f.1 == CountryForm::Name);
            if let Some(f) = named.filter(|_| run == b || self.lower_is(run, "of")) {
                country = Some(f.0);
                end = f.2;
            }
        }
        // "chairman of the C.C. Communist Party of Vietnam": the body's own name is of a country.
        if country.is_none() && institution.is_none() {
            let known = (k..end).find_map(|t| match self.longest(t, kinds::INSTITUTION) {
                Some((Entry::Institution(i), x)) if x <= end => lx.institutions[i as usize].country.map(|c| (i, c)),
                _ => None,
            });
            if let Some((i, c)) = known {
                institution = Some(i);
                country = Some(c);
            }
        }
        // The body moves the level: the president of a university is no head of state.
        let body = self.slice(e, end).to_lowercase();
        if !body.is_empty() {
            let has = |w: &str| body.contains(w);
            let parliament = has("assembly")
                || has("parliament")
                || has("senate")
                || has("duma")
                || has("congress")
                || has("knesset")
                || has("federation council")
                || has("bundestag")
                || has("national people")
                || has("house of");
            if matches!(head, "president" | "chairman" | "chairwoman" | "chairperson" | "speaker")
                && parliament
                && !has("committee")
                && !has("group")
                && !has("friendship")
            {
                level = if deputy { Level::DeputyMinister } else { Level::DeputyLeader };
                sector = Some(Sector::Parliament);
            } else if head == "chairman" && parliament && has("committee") {
                level = Level::DeputyMinister;
                sector = Some(Sector::Parliament);
            } else if matches!(head, "president" | "chairman" | "chief justice") && has("court") {
                level = if deputy { Level::DeputyMinister } else { Level::Minister };
                sector = Some(Sector::Law);
            } else if matches!(head, "president" | "chairman" | "chairwoman" | "chairperson" | "director" | "manager" | "leader" | "chief")
                && ["news agency", "company", "corporation", " co.", "associated press", "football club"].iter().any(|w| has(w))
                && !has("commission")
                && !has("ministry")
            {
                level = Level::Unofficial;
            } else if matches!(head, "president" | "leader") && !has("presidium") && !has("affairs commission") {
                let own = has("university")
                    || has("academy")
                    || has("institute")
                    || has("federation") && !has("russian federation")
                    || has("company")
                    || has("association")
                    || has("union") && !has("union of myanmar")
                    || has("committee")
                    || has("group")
                    || has("society")
                    || has("council")
                        && !has("council of state")
                        && !has("council of ministers")
                        && !has("state council")
                        && !has("governing council")
                        && !has("sovereign")
                        && !has("transition")
                        && !has("military council")
                    || has("foundation")
                    || has("confederation")
                    || has("institution")
                    || has("corporation")
                    || has("club")
                    || has("movement")
                    || has("party")
                    || has("chamber")
                    || has("bank")
                    // "president of the Commerce and Industry ...": nobody's state.
                    || country.is_none()
                        && institution.is_none()
                        && self.tokens[end - 1].cap
                        && !["republic", "nation", "state", "country", "government", "kingdom", "federal", "people"].iter().any(|w| has(w));
                if own {
                    level = if has("military university")
                        || has("national war college")
                        || has("national defence university")
                        || has("national defense university")
                    {
                        Level::DeputyMinister
                    } else if has("ruling party") {
                        Level::DeputyLeader
                    } else {
                        Level::Director
                    };
                    if deputy {
                        level = Level::Director;
                    }
                }
            } else if head == "chairman" && has("provincial people's committee") {
                level = if deputy { Level::Director } else { Level::DeputyMinister };
            } else if matches!(head, "president" | "chairman" | "chairwoman" | "secretary general" | "general secretary" | "secretary")
                && !has("party")
                && (has("red cross")
                    || has("red crescent")
                    || (has("central committee") || has("c.c.")) && ["federation of", "association", "society"].iter().any(|w| has(w)))
            {
                // "chairman of the Central Committee of the Red Cross Society": of no party's.
                level = Level::Director;
                if has("red cross") || has("red crescent") {
                    sector = Some(Sector::Humanitarian);
                }
            } else if matches!(head, "secretary" | "general secretary" | "chairman")
                && (has("workers' party")
                    || has("communist party")
                    || has("people's revolutionary party")
                    || has("c.c.")
                    || has("central committee"))
            {
                let general = self.slice(k, e).to_lowercase().contains("general secretary");
                level = if own {
                    if level == Level::Leader { Level::Minister } else { Level::Director }
                } else if general
                    && (has("workers' party of korea")
                        || has("communist party of china")
                        || has("communist party of vietnam")
                        || has("communist party of cuba")
                        || has("revolutionary party"))
                {
                    Level::Leader
                } else if deputy || has("provincial") || has("city") {
                    Level::DeputyMinister
                } else {
                    Level::Minister
                };
                if !general {
                    sector = Some(Sector::Party);
                }
            } else if matches!(head, "chairman" | "chairwoman" | "chairperson" | "director" | "secretary")
                && (has("friendship association") || has("friendship society"))
            {
                level = Level::Unofficial;
            } else if head == "chairman"
                && (has("national defence commission") || has("state affairs commission") || has("central military commission"))
            {
                level = Level::Leader;
            } else if matches!(head, "head" | "chief") && has("state") && !has("agency") {
                level = Level::Leader;
            } else if head == "chairman" && (has("commission") || has("agency") || has("state committee")) {
                level = Level::Minister;
            } else if matches!(head, "director" | "head" | "chief" | "director general" | "administrator")
                && (has("agency") && !has("news agency")
                    || ["intelligence service", "security service", "federal service", "migration service", "central intelligence"]
                        .iter()
                        .any(|w| has(w)))
                && !has("department")
            {
                // The head of a state agency, and his deputies a rung below.
                level = if deputy { Level::Director } else { Level::DeputyMinister };
            } else if matches!(head, "head" | "chief")
                && has("ministry")
                && !has("department")
                && !has("bureau")
                && !has("office")
                && !deputy
            {
                level = Level::Minister;
            } else if head == "secretary" && has("ministry") {
                level = Level::DeputyMinister;
            } else if matches!(head, "member") && (has("political bureau") || has("politburo")) {
                level = Level::Minister;
            }
        }
        // "Secretary of Health and Human Services", "Transportation Secretary" are ministers where a state has secretaries.
        let states = ["USA", "GBR", "PHL", "MEX"].iter().filter_map(|iso| lx.country(iso)).collect::<Vec<_>>();
        let nation = country.or(p.body_country).or(p.mods.last().map(|m| m.0)).or(p.possessor.first().and_then(|a| a.country));
        if head == "secretary"
            && base == Level::Director
            && !deputy
            && self.tokens[e - 1].cap
            && sector.is_some_and(|s| s != Sector::Party)
            && nation.is_some_and(|c| states.contains(&c))
        {
            level = Level::Minister;
        }
        if matches!(head, "chairman" | "chairwoman") && p.sector == Some(Sector::Parliament) {
            level = Level::DeputyMinister;
        }
        // A university president named before the office: "Kim Il Sung Military University President".
        if matches!(head, "president" | "chief" | "rector")
            && p.institution.is_some_and(|i| matches!(lx.institutions[i as usize].sector, Sector::Military | Sector::Education))
        {
            level =
                if lx.institutions[p.institution? as usize].sector == Sector::Military { Level::DeputyMinister } else { Level::Director };
            sector = Some(lx.institutions[p.institution? as usize].sector);
        }
        // "MI6 chief X": the head of a security service.
        if matches!(head, "director" | "chief" | "head") && !deputy && level == Level::Director {
            if let Some(i) = p.institution.or(institution).filter(|i| lx.institutions[*i as usize].sector == Sector::Security) {
                level = Level::DeputyMinister;
                sector = Some(lx.institutions[i as usize].sector);
            }
        }
        // "Bundestag President Norbert Lammert" presides over a parliament.
        let body = p.institution.map(|i| lx.institutions[i as usize].sector);
        if matches!(head, "president" | "chairman" | "chairwoman" | "speaker")
            && body == Some(Sector::Parliament)
            && level <= Level::DeputyLeader
        {
            level = if deputy { Level::DeputyMinister } else { Level::DeputyLeader };
            sector = body;
        }
        if former {
            p.former = true;
        }
        // "president and chief executive officer of the Associated Press": a company's.
        let and = e + usize::from(self.is(e, Closed::Conjunction));
        let company = and > e
            && (self.lower_is(and, "ceo")
                || self.lower_is(and, "chief") && self.lower_is(and + 1, "executive") && self.lower_is(and + 2, "officer"));
        if company {
            level = Level::Unofficial;
        }
        // Offices joined by a run keep the highest: "foreign minister and deputy prime minister".
        let higher = p.level.is_none_or(|l| level < l);
        if higher || p.office.is_none() {
            p.level = Some(level);
            if sector.is_some() {
                p.sector = sector;
            }
        }
        let start = p.office.map_or(k, |o| o.0);
        p.office = Some((start, end));
        if country.is_some() {
            p.body_country = country;
        }
        if institution.is_some() {
            p.institution = institution;
        }
        p.event = None;
        p.other = false;
        p.group = None;
        Some(end)
    }

    /// Does a noun, or what leads to one, stand at `k`?
    fn noun_follows(&self, k: usize) -> bool {
        let k = if self.for_days(k) { k + 3 } else { k };
        if self.kind(k) == Some(Kind::Hyphen) {
            return true;
        }
        if self.kind(k) != Some(Kind::Word) {
            return false;
        }
        if self.longest(k, kinds::OFFICE | kinds::PORTFOLIO | kinds::MODIFIER | kinds::NOUN | kinds::GROUP).is_some() {
            return self.lx.forms(self.tokens[k].sym).iter().all(|f| f.1 == Form::Base) || self.tokens[k].cap;
        }
        let t = &self.tokens[k];
        !t.cap && t.sym == 0 && !self.adverb(k)
    }

    /// "three-day" before what lasts so long.
    fn for_days(&self, k: usize) -> bool {
        self.kind(k) == Some(Kind::Word)
            && self.is(k, Closed::Determiner)
            && self.kind(k + 1) == Some(Kind::Hyphen)
            && matches!(self.word(k + 2).as_deref(), Some("day" | "week" | "month" | "hour" | "year"))
    }

    /// "the Peruvian embassy", "Chile's consulate general": whose, and where it ends.
    fn embassy(&self, k: usize) -> Option<(u16, usize)> {
        let k = k + usize::from(self.is(k, Closed::Determiner));
        let (country, _, x) = self.country_form_at(k)?;
        let x = x + usize::from(self.kind(x) == Some(Kind::Possessive));
        let house = |w: &str| matches!(w, "embassy" | "consulate" | "consulate-general" | "legation");
        let end = x + 1;
        (x < self.end && self.word(x).is_some_and(|w| house(&w))).then(|| (country, end + usize::from(self.lower_is(end, "general"))))
    }

    /// A word that the lexicon knows as more than a part of names.
    fn common_word(&self, k: usize) -> bool {
        let s = self.tokens[k].sym;
        let class = self.lx.classes[s as usize] & !(1 << Closed::NameParticle as u32) != 0;
        let land = ["region", "district", "province", "prefecture", "republic", "territory", "county"];
        s != 0 && (class || land.contains(&self.lx.text(s)) || self.lx.common[s as usize] || !self.lx.forms(s).is_empty())
    }

    /// The end of a body's name: capitalised words, portfolios, "and", "the", "for".
    fn body_run(&self, b: usize) -> usize {
        let mut e = b;
        while e < self.end {
            if self.tokens[e].kind == Kind::Hyphen {
                e += 1;
                continue;
            }
            if self.tokens[e].kind == Kind::Possessive && e > b {
                e += 1;
                continue;
            }
            if self.tokens[e].kind != Kind::Word {
                break;
            }
            let country = self.longest(e, kinds::COUNTRY | kinds::PERSON);
            if country.is_some() && e > b {
                break;
            }
            if let Some((_, end)) = self.longest(e, kinds::PORTFOLIO | kinds::INSTITUTION) {
                e = end;
                continue;
            }
            // "Political Consultative Conference", "Intelligence Service": a capitalised run that ends in a thing is no name.
            if self.tokens[e].cap && country.is_none() {
                if let Some(end) = self.thing_run(e) {
                    e = end;
                    continue;
                }
            }
            // "of Trade Unions", "of Land Conservation": a common noun by its ending.
            let common = ["tion", "ment", "ity", "ance", "ence", "ery", "ship", "unions", "ures", "ises", "ions"];
            let compass = ["Eastern", "Western", "Northern", "Southern", "Central"];
            let cap_common = self.tokens[e].cap
                && (self.common_word(e)
                    || e == b
                    || self.spelled(e - 1) == "C.C."
                    || compass.contains(&self.spelled(e))
                    || common.iter().any(|s| self.spelled(e).ends_with(s)));
            if cap_common && country.is_none() {
                e += 1;
                continue;
            }
            if self.is(e, Closed::Conjunction) && self.kind(e + 1) == Some(Kind::Word) {
                let portfolio = |k: usize| k < self.end && self.kind(k) == Some(Kind::Word) && self.longest(k, kinds::PORTFOLIO).is_some();
                // "Foreign and Commonwealth Affairs"
                // "Foreign Affairs and Expatriates of Syria", "Foreign Affairs and Cooperation"
                let of_country = || {
                    let the = usize::from(self.lower_is(e + 3, "the"));
                    self.lower_is(e + 2, "of") && self.country_form(e + 3 + the).is_some()
                };
                let field = e > b
                    && self.tokens[e + 1].cap
                    && !self.headline
                    && (common.iter().any(|s| self.spelled(e + 1).ends_with(s)) || of_country());
                if portfolio(e + 1) || field || (self.tokens[e + 1].cap && portfolio(e + 2) && self.tokens[e + 2].cap) {
                    e += 1;
                    continue;
                }
            }
            if self.tokens[e].kind == Kind::Word && self.tokens[e].cap && e > b && self.is(e - 1, Closed::Conjunction) {
                e += 1;
                continue;
            }
            let w = self.spelled(e);
            if e == b
                && !self.tokens[e].cap
                && matches!(
                    w,
                    "foreign"
                        | "country"
                        | "ruling"
                        | "government"
                        | "state"
                        | "army"
                        | "navy"
                        | "party"
                        | "parliament"
                        | "university"
                        | "delegation"
                )
            {
                e += 1;
                if matches!(w, "delegation") {
                    return b;
                }
                continue;
            }
            break;
        }
        e
    }

    /// A capitalised word for a body: "Federation".
    fn names_a_thing(&self, k: usize) -> bool {
        k < self.end
            && self.tokens[k].cap
            && (self.is(k, Closed::ThingNoun)
                || ["association", "society", "committee", "club", "federation", "party", "front"].iter().any(|w| self.lower_is(k, w)))
    }

    /// The end of a run of capitalised words at `k` whose last is a thing: "Consultative Conference", "Federal Reserve Bank".
    fn thing_run(&self, k: usize) -> Option<usize> {
        let mut e = k;
        let mut thing = None;
        while e < self.end && self.tokens[e].kind == Kind::Word && self.tokens[e].cap && e < k + 6 {
            if e > k && self.longest(e, kinds::COUNTRY | kinds::PERSON).is_some() {
                break;
            }
            e += 1;
            if self.names_a_thing(e - 1) {
                thing = Some(e);
            }
        }
        thing
    }

    /// Closes what was read so far as a possessor: "Iran's ...".
    fn possess(&self, p: &mut Partial, k: usize) {
        let done = std::mem::replace(p, Partial::new());
        let np = self.finish(done, k, k, &[]);
        p.empty = false;
        p.adjective = true;
        if np.kind == NpKind::Actor {
            p.possessor = np.actors;
        }
        if let Some(pl) = np.places.last() {
            p.places.push(*pl);
        }
    }

    /// "President Obama's envoy": the country of a person whom the lexicon knows.
    fn nation_of(&self, a: &Actor) -> Option<u16> {
        let leads = a.kind == ActorKind::Person && a.level == Some(Level::Leader);
        let known = a.person.map(|id| self.lx.persons[id as usize].terms[0].country);
        known.or_else(|| self.country_of_leaders(a.name.filter(|_| leads)?.1 - 1))
    }

    /// The one country that leaders of this surname have led.
    pub(crate) fn country_of_leaders(&self, k: usize) -> Option<u16> {
        let lx = self.lx;
        let sym = Some(self.tokens[k].sym).filter(|s| *s != 0)?;
        let terms = lx.surnames.get(&sym)?.iter().flat_map(|id| &lx.persons[*id as usize].terms);
        let mut led = terms.filter(|t| t.level == Level::Leader).map(|t| t.country);
        let first = led.next()?;
        led.all(|c| c == first).then_some(first)
    }

    fn finish(&self, p: Partial, start: usize, end: usize, _before: &[Spanned]) -> Np {
        let lx = self.lx;
        let mut np = Np::other(start, end);
        np.premises = p.premises;
        np.sector = p.sector;
        let countries: Vec<u16> = {
            let mut v: Vec<u16> = Vec::new();
            for m in &p.mods {
                if !v.contains(&m.0) {
                    v.push(m.0);
                }
            }
            v
        };
        let possessor_countries: Vec<u16> = p.possessor.iter().filter_map(|a| a.country.or_else(|| self.nation_of(a))).collect();
        let inst_country = p.institution.and_then(|i| lx.institutions[i as usize].country);
        if let Some((noun, a, b)) = p.event {
            // "his February Hanoi summit": the town is where, and no side.
            let meets = matches!(self.spelled(b - 1), "talks" | "negotiations" | "summit" | "conference" | "meeting");
            let whose = p.pronoun || !p.possessor.is_empty() || p.definite && meets;
            let town = |m: &(u16, CountryForm, usize, usize)| whose && m.1 == CountryForm::Capital && m.3 == a && p.mods.len() == 1;
            let adjectives = p.mods.iter().filter(|m| m.2 < a && !town(m)).map(|m| Actor::country(m.0)).collect();
            np.kind = NpKind::Event;
            np.places.clear();
            if matches!(lx.nouns[noun as usize].text.as_str(), "embassy" | "embassies" | "consulate" | "diplomatic mission") {
                np.premises = true;
                let owners = p.mods.iter().filter(|m| m.2 < a).map(|m| m.0).chain(possessor_countries.iter().copied());
                np.actors = owners.map(Actor::country).collect();
            }
            np.event = Some(Event {
                noun,
                start: a,
                end: b,
                possessor: p.possessor,
                adjectives,
                pronoun: p.pronoun,
                definite: p.definite,
                multilateral: p.trap || p.institution.is_some_and(|i| lx.institutions[i as usize].country.is_none()),
                status: p.status,
                date: p.date,
                sector: p.sector,
                place: p.places.last().filter(|pl| !pl.whole_country && pl.end == a && p.mods.len() < 2).copied(),
            });
            return np;
        }
        let actor = |c: Option<u16>, kind: ActorKind| Actor {
            country: c,
            kind,
            name: None,
            office: None,
            person: None,
            level: None,
            sector: p.sector,
            former: p.former,
            definite: p.definite || p.pronoun,
            delegation: false,
            plural: false,
            force: None,
            modifier: p.modifier,
        };
        // "the president's plane", "the minister's train": who is in it.
        let vehicle = p.other
            && end > start
            && matches!(
                self.spelled(end - 1),
                "plane" | "jet" | "aircraft" | "train" | "airplane" | "convoy" | "motorcade" | "helicopter" | "flight"
            );
        if vehicle && p.possessor.len() == 1 && p.possessor[0].kind == ActorKind::Person && p.name.is_none() {
            np.actors = p.possessor;
            np.kind = NpKind::Actor;
            return np;
        }
        // "the Truman administration": the government of the one country that such a leader had.
        let ruled = end >= start + 2
            && matches!(self.spelled(end - 1), "administration" | "government" | "cabinet")
            && p.office.is_none()
            && possessor_countries.is_empty();
        if let Some(c) = ruled.then(|| self.country_of_leaders(end - 2)).flatten() {
            let mut a = actor(Some(c), ActorKind::Group);
            a.level = Some(Level::Working);
            np.actors.push(a);
            np.kind = NpKind::Actor;
            return np;
        }
        if p.office.is_some() || p.name.is_some() || p.person.is_some() {
            // An organisation's officer speaks for the organisation.
            if p.trap && (p.office.is_none() || p.body_country.is_none()) {
                return np;
            }
            // "the World Economic Forum" is nobody.
            let thing = p.name.is_some_and(|(a, b)| b > a + 1 && self.is(b - 1, Closed::ThingNoun));
            if thing && p.office.is_none() && p.person.is_none() {
                np.places = p.places;
                if !np.places.is_empty() {
                    np.kind = NpKind::Place;
                }
                return np;
            }
            // "Chinese company Sinovac": a common noun before the name says that it is no official.
            if p.other && p.office.is_none() && p.person.is_none() {
                return np;
            }
            let c = p.body_country.or_else(|| possessor_countries.first().copied()).or_else(|| countries.last().copied()).or(inst_country);
            // "Sichuan Governor X", "Shanghai's mayor"
            let seat = p.places.last().filter(|pl| c.is_none() && !pl.whole_country && p.office.is_some_and(|o| pl.end <= o.0));
            let c = c.or_else(|| seat.map(|pl| pl.country));
            let many = countries.len() > 1 && p.office.is_some() && p.name.is_none();
            // "his Cambodian and Lao counterparts A and B": the names stand for the countries in turn.
            let adjectives = p.mods.iter().all(|m| m.1 == CountryForm::Adjective);
            let peers = p.name.is_some_and(|n| n.0 > start && (self.lower_is(n.0 - 1, "counterparts") || self.lower_is(n.0 - 1, "peers")));
            // "Peruvian and Chilean presidents A and B": in turn as well, and each of the rank.
            let ranked = p.group.map(|g| &lx.groups[g as usize]).filter(|g| g.official && g.level <= Level::Minister && g.plural);
            let before_name = p.name.is_some_and(|n| n.0 > start && p.mods.iter().all(|m| m.3 <= n.0));
            let in_turn = adjectives && peers || ranked.is_some() && before_name;
            if countries.len() > 1 && in_turn && p.office.is_none() {
                np.actors.extend(countries.iter().map(|c| {
                    let mut a = actor(Some(*c), ActorKind::Person);
                    a.level = ranked.map(|g| g.level);
                    a.sector = ranked.and_then(|g| g.sector);
                    a
                }));
                let mut named = actor(None, ActorKind::Person);
                named.name = p.name;
                named.person = p.person;
                np.actors.push(named);
                np.list = true;
                np.kind = NpKind::Actor;
                return np;
            }
            if many {
                for c in &countries {
                    let mut a = actor(Some(*c), ActorKind::Person);
                    a.level = p.level;
                    a.office = p.office;
                    np.actors.push(a);
                }
                np.list = true;
            } else {
                let mut a = actor(c, ActorKind::Person);
                a.name = p.name;
                a.office = p.office;
                a.person = p.person;
                a.level = if seat.is_some() { p.level.map(|l| l.max(Level::DeputyMinister)) } else { p.level };
                // "Presidents Biden and Xi": the plural stands for the office of each.
                let group = p.group.filter(|_| p.office.is_none()).map(|g| &lx.groups[g as usize]);
                if let Some(g) = group.filter(|g| g.official && g.level <= Level::Minister && g.plural) {
                    a.level = Some(g.level);
                    a.sector = g.sector;
                    a.plural = true;
                }
                if a.level.is_none() {
                    a.sector = None;
                }
                np.actors.push(a);
            }
            np.kind = NpKind::Actor;
            return np;
        }
        if let Some(g) = p.group {
            let g = &lx.groups[g as usize];
            let inst = p.institution.map(|i| &lx.institutions[i as usize]);
            let mut list = countries.clone();
            // "his top Iraq commanders": the owner's people there.
            if p.pronoun && g.sector == Some(Sector::Military) && p.mods.iter().all(|m| m.1 != CountryForm::Adjective) {
                list.clear();
            }
            if list.is_empty() {
                list.extend(possessor_countries.iter().copied());
            }
            if list.is_empty() {
                list.extend(inst_country);
            }
            if p.trap || p.other {
                // "UN officials", "Hamas delegation": nobody's country.
                if list.is_empty() && p.trap {
                    return np;
                }
            }
            let make = |c: Option<u16>| {
                let mut a = actor(c, if g.official { ActorKind::Group } else { ActorKind::Unofficial });
                a.level = Some(if p.deputy { lower(g.level) } else { g.level });
                a.sector = inst.map(|i| i.sector).or(g.sector).or(p.sector);
                if let Some(l) = inst.and_then(|i| i.level) {
                    a.level = Some(l);
                }
                a.delegation = g.delegation;
                a.plural = g.plural;
                a.force = g.force;
                a
            };
            if list.is_empty() {
                np.actors.push(make(None));
            } else {
                np.list = list.len() > 1;
                np.actors = list.into_iter().map(|c| make(Some(c))).collect();
            }
            np.kind = NpKind::Actor;
            return np;
        }
        if let Some(i) = p.institution.filter(|_| !p.other) {
            let inst = &lx.institutions[i as usize];
            if let Some(c) = inst.country.or(countries.last().copied()) {
                let mut a = actor(Some(c), ActorKind::Group);
                a.level = inst.level;
                a.sector = Some(inst.sector);
                np.actors.push(a);
                np.kind = NpKind::Actor;
                np.premises = inst.sector == Sector::Parliament;
                return np;
            }
        }
        if !p.mods.is_empty() && !p.other && !p.trap {
            let last = p.mods.last().expect("not empty");
            if matches!(last.1, CountryForm::Adjective | CountryForm::People)
                && last.1 == CountryForm::Adjective
                && p.places.is_empty()
                && !p.determiner
            {
                // A lone adjective modifies what follows.
                np.open_modifier = true;
            }
            if last.1 == CountryForm::People {
                return np;
            }
            if last.1 == CountryForm::Adjective {
                return np;
            }
            np.kind = NpKind::Actor;
            np.list = countries.len() > 1;
            np.actors = countries.iter().map(|c| Actor::country(*c)).collect();
            np.places = p.places;
            return np;
        }
        if !p.places.is_empty() && !p.trap {
            np.kind = NpKind::Place;
            np.places = p.places;
            return np;
        }
        if p.trap {
            return np;
        }
        np.open_modifier = p.other && !p.determiner && p.mods.is_empty();
        np
    }

    /// Second pass: appositions, "led by", places in two steps, lists.
    pub(super) fn join(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        let chunks = self.join_asides(chunks);
        let chunks = self.join_owners(self.drop_quotes(self.drop_company(self.join_governments(chunks))));
        let chunks = self.drop_titles(self.join_brackets(chunks));
        let chunks = self.join_places(self.join_districts(chunks));
        let chunks = self.drop_wholes(self.join_bodies(self.join_shared(self.join_headline_lists(chunks))));
        let chunks = self.join_led_by(self.join_ships(chunks));
        let chunks = self.join_relatives(self.join_appositions(self.join_posted(chunks)));
        let chunks = self.join_employers(self.join_interleaved(chunks));
        // "the presidents of Poland, Latvia and Estonia" is one member of a longer list.
        let chunks = self.join_lists(chunks, true);
        self.join_in_turn(self.join_hosts(self.join_lists(chunks, false)))
    }

    /// "X – who visited Y in May – met Z": two dashes around an aside of the subject are commas.
    fn join_asides(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let dash = |s: &Spanned| matches!(s.chunk, Chunk::Break) && !matches!(self.kind(s.start), Some(Kind::Colon | Kind::Semicolon));
        let Some(open) = chunks.iter().position(dash) else { return chunks };
        let Some(close) = (open + 1..chunks.len()).find(|&n| dash(&chunks[n])) else { return chunks };
        let subject = open > 0 && np_at(&chunks[open - 1]).is_some_and(|n| n.kind == NpKind::Actor);
        let alone = chunks[..open].iter().all(|s| !matches!(s.chunk, Chunk::Vg(_)));
        let finite = |s: Option<&Spanned>| matches!(s.map(|s| &s.chunk), Some(Chunk::Vg(v)) if v.finite());
        let behind = finite(chunks.get(close + 1))
            || matches!(chunks.get(close + 1).map(|s| &s.chunk), Some(Chunk::Adverb(_))) && finite(chunks.get(close + 2));
        if subject && alone && behind && close > open + 1 {
            chunks[open].chunk = Chunk::Comma;
            chunks[close].chunk = Chunk::Comma;
        }
        chunks
    }

    /// The end of the country or the region that an envoy deals with: "Syria envoy", "Middle East special envoy".
    fn theme(&self, k: usize) -> Option<usize> {
        let named = self.longest(k, kinds::COUNTRY | kinds::PLACE | kinds::TRAP);
        let end = match named {
            Some((Entry::Country(_, CountryForm::Adjective), _)) => return None,
            Some((_, end)) => end,
            None => (k..self.end).take_while(|t| self.tokens[*t].cap && self.longest(*t, kinds::OFFICE).is_none()).last()? + 1,
        };
        let rank = |t: usize| ["special", "peace", "nuclear", "chief", "top"].iter().any(|w| self.lower_is(t, w));
        let at = (end..self.end).find(|t| !rank(*t))?;
        let last = self.longest(at, kinds::OFFICE)?.1 - 1;
        (end - k <= 3 && ENVOYS.iter().any(|w| self.lower_is(last, w))).then_some(end)
    }

    /// "was given the title of honorary general": a title, and nobody.
    fn drop_titles(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        for k in 2..chunks.len() {
            let of = matches!(chunks[k - 1].chunk, Chunk::Prep(p) if self.lx.text(p) == "of");
            let title =
                |n: &Np| n.kind == NpKind::Other && ["title", "rank", "honour", "honor"].iter().any(|w| self.lower_is(n.end - 1, w));
            if !of || !np_at(&chunks[k - 2]).is_some_and(title) {
                continue;
            }
            if let Chunk::Np(n) = &mut chunks[k].chunk {
                if n.bare_office() {
                    n.kind = NpKind::Other;
                    n.actors.clear();
                }
            }
        }
        chunks
    }

    /// "the first batch consisting of 500 doses": the doses; "a delegation of the League comprising ministers of Peru": they.
    fn drop_wholes(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let of = |s: &Spanned| match s.chunk {
            Chunk::Prep(p) => matches!(self.lx.text(p), "comprising" | "consisting of" | "comprised of" | "composed of" | "made up of"),
            _ => false,
        };
        let nobody = |n: &Np| n.event.is_none() && n.actors.iter().all(|a| a.country.is_none() && a.person.is_none());
        let last = chunks.len().saturating_sub(1);
        for k in (1..last).rev() {
            let parts = of(&chunks[k]) && np_at(&chunks[k + 1]).is_some();
            let Some(whole) = np_at(&chunks[k - 1]).filter(|n| parts && nobody(n)) else { continue };
            let thing = whole.kind == NpKind::Other && !matches!(k.checked_sub(2).map(|j| &chunks[j].chunk), Some(Chunk::Prep(_)));
            chunks.drain(if thing { k - 1..k + 1 } else { k..k + 1 });
        }
        chunks
    }

    /// "the government and people of Peru": the government's. "Ministers of Trade, Economy and Transport of Peru and Chile":
    /// of each.
    fn join_shared(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let of = |s: Option<&Spanned>| matches!(s.map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "of");
        let countries = |s: Option<&Spanned>| {
            let n = np_at(s?)?;
            let all = !n.actors.is_empty() && n.actors.iter().all(|a| a.kind == ActorKind::Country && a.country.is_some());
            all.then(|| n.actors.iter().filter_map(|a| a.country).collect::<Vec<u16>>())
        };
        let people = |n: &Np| n.kind == NpKind::Other && matches!(self.spelled(n.end - 1), "people" | "peoples" | "nation");
        let portfolio = |n: &Np| n.kind == NpKind::Other && self.longest(n.start, kinds::PORTFOLIO).is_some();
        let mut k = 0;
        while k < chunks.len() {
            let open = np_at(&chunks[k]).is_some_and(|n| {
                n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].country.is_none()
                    && n.actors[0].name.is_none()
                    && n.actors[0].kind != ActorKind::Unofficial
            });
            if !open {
                k += 1;
                continue;
            }
            let next = |j: usize| chunks.get(j).and_then(np_at);
            let mut j = k + 1;
            let list = loop {
                match chunks.get(j).map(|s| &s.chunk) {
                    Some(Chunk::And) if next(j + 1).is_some_and(people) => break Some(j + 2),
                    Some(Chunk::Comma | Chunk::And) if next(j + 1).is_some_and(portfolio) => j += 2,
                    _ => break (j > k + 1).then_some(j),
                }
            };
            let whose = list.filter(|j| of(chunks.get(*j))).and_then(|j| Some((j + 1, countries(chunks.get(j + 1))?)));
            let Some((end, own)) = whose else {
                k += 1;
                continue;
            };
            let close = chunks[end].end;
            if let Chunk::Np(n) = &mut chunks[k].chunk {
                n.actors = own.iter().map(|c| Actor { country: Some(*c), ..n.actors[0].clone() }).collect();
                n.list = own.len() > 1;
                n.end = close;
            }
            chunks[k].end = close;
            chunks.drain(k + 1..=end);
            k += 1;
        }
        chunks
    }

    /// "the Truman administration", "the Truman administration officials": whose government it is.
    fn join_governments(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let governs = |s: &Spanned| {
            np_at(s).is_some_and(|n| {
                n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].country.is_none()
                    && GOVERNMENTS.contains(&self.spelled(n.start))
            })
        };
        // "the Truman Administration"
        for s in chunks.iter_mut() {
            let Chunk::Np(n) = &mut s.chunk else { continue };
            let Some((a, b)) = n.actors.first().and_then(|x| x.name).filter(|_| n.bare_name()) else { continue };
            let capital = matches!(self.spelled(b - 1), "Administration" | "Government");
            if capital && b >= a + 2 && self.lx.surnames.contains_key(&self.tokens[b - 2].sym) {
                n.actors[0] =
                    Actor { kind: ActorKind::Group, name: None, person: None, level: Some(Level::Working), ..n.actors[0].clone() };
            }
        }
        let mut k = 1;
        while k < chunks.len() {
            let owner = np_at(&chunks[k - 1]).is_some_and(Np::bare_name) && chunks[k - 1].end == chunks[k].start;
            if owner && governs(&chunks[k]) {
                let start = chunks[k - 1].start;
                if let Chunk::Np(n) = &mut chunks[k].chunk {
                    n.start = start;
                }
                chunks[k].start = start;
                chunks.remove(k - 1);
            } else {
                k += 1;
            }
        }
        chunks
    }

    /// The name of a leader before "administration" or "government" in the phrase, with a possessive or without.
    pub(crate) fn head_of_government(&self, np: &Np) -> Option<(usize, usize)> {
        let t = (np.start + 1..np.end).find(|&t| GOVERNMENTS.contains(&self.spelled(t)))?;
        let end = if self.kind(t - 1) == Some(Kind::Possessive) { t - 1 } else { t };
        let name = |k: &usize| {
            self.tokens[*k].kind == Kind::Hyphen
                || self.tokens[*k].kind == Kind::Word && self.tokens[*k].cap && !self.is(*k, Closed::Determiner)
        };
        let start = (np.start..end).rev().take_while(name).last()?;
        Some((start, end))
    }

    /// "A, B and C, presidents of Peru, Chile and Cuba,": the names stand for the offices in turn.
    fn join_in_turn(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let names = |n: &Np| {
            let bare = |a: &Actor| a.kind == ActorKind::Person && a.name.is_some() && a.office.is_none() && a.country.is_none();
            n.kind == NpKind::Actor && n.actors.len() > 1 && n.actors.iter().all(bare)
        };
        let offices = |n: &Np| {
            let ranked = |a: &Actor| a.name.is_none() && a.country.is_some() && a.level.is_some() && a.kind != ActorKind::Unofficial;
            n.kind == NpKind::Actor && n.actors.iter().all(ranked)
        };
        let mut i = 0;
        while i + 2 < chunks.len() {
            let zipped = match (np_at(&chunks[i]), &chunks[i + 1].chunk, np_at(&chunks[i + 2])) {
                (Some(a), Chunk::Comma, Some(b)) if names(a) && offices(b) && a.actors.len() == b.actors.len() => {
                    let of = |(who, rank): (&Actor, &Actor)| Actor {
                        name: who.name,
                        person: who.person,
                        kind: ActorKind::Person,
                        plural: false,
                        ..rank.clone()
                    };
                    let actors = a.actors.iter().zip(&b.actors).map(of).collect();
                    Some(Np { end: b.end, actors, list: true, ..a.clone() })
                }
                _ => None,
            };
            if let Some(np) = zipped {
                let shut = matches!(chunks.get(i + 3).map(|s| &s.chunk), Some(Chunk::Comma));
                chunks[i] = Spanned { start: np.start, end: chunks[i + 2].end, chunk: Chunk::Np(Box::new(np)) };
                chunks.drain(i + 1..i + 3 + usize::from(shut));
            }
            i += 1;
        }
        chunks
    }

    /// "Peru, Chile sign a pact", "Peru, Chile foreign ministers to meet": at the head of a sentence a comma is "and" where
    /// the verb agrees with more than one.
    fn join_headline_lists(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        fn one(s: Option<&Spanned>) -> Option<&Actor> {
            let n = np_at(s?).filter(|n| n.kind == NpKind::Actor && n.places.iter().all(|p| p.whole_country))?;
            if let [a] = &n.actors[..] { Some(a) } else { None }
        }
        let country = |a: &Actor| a.kind == ActorKind::Country && a.country.is_some();
        let name = |a: &Actor| a.kind == ActorKind::Person && a.name.is_some() && !a.plural;
        let comma = |s: Option<&Spanned>| s.is_some_and(|s| matches!(s.chunk, Chunk::Comma));
        // "Foreign ministers of Peru, Chile meet"
        let of = matches!(chunks.get(1).map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "of");
        let shared = of && one(chunks.first()).is_some_and(|a| a.kind == ActorKind::Group && a.country.is_none());
        let begin = if shared { 2 } else { 0 };
        let Some(first) = one(chunks.get(begin)).filter(|a| country(a) || name(a) && !shared).cloned() else { return chunks };
        let mut last = begin;
        while comma(chunks.get(last + 1))
            && one(chunks.get(last + 2)).is_some_and(|a| country(a) == country(&first) && name(a) == name(&first))
        {
            last += 2;
        }
        // "Peru, Chile foreign ministers"
        let office = one(chunks.get(last + 2).filter(|_| !shared))
            .filter(|a| comma(chunks.get(last + 1)) && country(&first) && a.country.is_some())
            .filter(|a| a.kind == ActorKind::Group && a.level.is_some() && !a.delegation)
            .cloned();
        let verb = match chunks.get(last + 1 + 2 * usize::from(office.is_some())).map(|s| &s.chunk) {
            Some(Chunk::Vg(v)) => v,
            _ => return chunks,
        };
        let plural = match verb.tense {
            super::Tense::Present => self.lx.forms(self.tokens[verb.end - 1].sym).iter().any(|f| f.1 == Form::Base),
            super::Tense::Infinitive => true,
            _ => false,
        };
        let finite = |s: &Spanned| matches!(&s.chunk, Chunk::Vg(v) if v.finite());
        let other = verb.tense == super::Tense::Infinitive && chunks.iter().any(finite);
        if !plural || other || last == begin && office.is_none() {
            return chunks;
        }
        match office {
            Some(office) => {
                let end = last + 2;
                let owner = |k: usize| Actor { country: one(chunks.get(k)).and_then(|a| a.country), ..office.clone() };
                let actors: Vec<Actor> = (0..=last).step_by(2).map(owner).chain([office.clone()]).collect();
                let (start, close) = (chunks[0].start, chunks[end].end);
                if let Chunk::Np(np) = &mut chunks[end].chunk {
                    (np.start, np.actors) = (start, actors);
                }
                chunks[end] = Spanned { start, end: close, ..take(&mut chunks[end]) };
                chunks.drain(..end);
            }
            None => chunks[last - 1].chunk = Chunk::And,
        }
        chunks
    }

    /// "the India and Australia bilateral exercise", "India, Australia naval talks begin": two countries before the noun.
    fn join_hosts(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let countries = |s: &Spanned| {
            let n = np_at(s).filter(|n| n.kind == NpKind::Actor)?;
            n.actors.iter().all(|a| a.kind == ActorKind::Country).then(|| n.actors.clone())
        };
        let hosts = |before: &[Spanned], c: &Spanned| {
            let n = np_at(c).filter(|n| n.kind == NpKind::Event)?;
            let e = n.event.as_ref().filter(|e| e.possessor.is_empty() && !e.pronoun && !e.multilateral)?;
            match (before, &e.adjectives[..]) {
                ([.., two], []) if two.end == c.start && !self.is(c.start, Closed::Determiner) => {
                    countries(two).filter(|v| v.len() == 2).map(|v| (v, 1))
                }
                ([first, comma], [own]) if matches!(comma.chunk, Chunk::Comma) && self.country_form(c.start).is_some() => {
                    let first = countries(first).filter(|v| v.len() == 1)?;
                    Some((first.into_iter().chain([own.clone()]).collect(), 2))
                }
                _ => None,
            }
        };
        let mut i = 1;
        while i < chunks.len() {
            if let Some((adjectives, taken)) = hosts(&chunks[..i], &chunks[i]) {
                let start = chunks[i - taken].start;
                chunks[i].start = start;
                if let Chunk::Np(np) = &mut chunks[i].chunk {
                    np.start = start;
                    np.event.as_mut().expect("an event").adjectives = adjectives;
                }
                chunks.drain(i - taken..i);
                i -= taken;
            }
            i += 1;
        }
        chunks
    }

    /// "X, a senior director at the National Security Council": of whose country he is, the council says.
    fn join_employers(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let body = |n: &Np| {
            n.kind == NpKind::Actor
                && n.actors.len() == 1
                && n.actors[0].kind == ActorKind::Group
                && n.actors[0].country.is_some()
                && (n.start..n.end).any(|t| {
                    self.tokens[t].cap
                        && ["council", "department", "bureau", "agency", "commission", "directorate"].iter().any(|w| self.lower_is(t, w))
                })
        };
        let mut i = 0;
        while i + 2 < chunks.len() {
            let at = matches!(&chunks[i + 1].chunk, Chunk::Prep(p) if matches!(self.lx.text(*p), "at" | "in"));
            let employer = np_at(&chunks[i + 2]).filter(|n| at && body(n)).map(|n| (n.actors[0].country, n.end));
            let (start, end) = (chunks[i].start, chunks[i + 2].end);
            if let (Some((country, np_end)), Chunk::Np(n)) = (employer, &mut chunks[i].chunk) {
                let junior = n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].country.is_none()
                    && n.actors[0].office.is_some()
                    && n.actors[0].level >= Some(Level::Director);
                if junior {
                    n.actors[0].country = country;
                    n.end = np_end;
                    chunks[i].start = start;
                    chunks[i].end = end;
                    chunks.drain(i + 1..i + 3);
                }
            }
            i += 1;
        }
        chunks
    }

    /// "and his party", "and his wife": they change nothing.
    fn drop_company(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::And)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut rest = chunks.into_iter().peekable();
        // How much of ", First Lady X," behind "and his wife" has been read.
        let mut spouse = 0;
        while let Some(c) = rest.next() {
            let comma = matches!(c.chunk, Chunk::Comma);
            let named = |n: &Np| matches!(&n.actors[..], [a] if a.kind == ActorKind::Person && a.country.is_none());
            let closes = spouse == 3 && comma;
            spouse = match spouse {
                1 if comma => 2,
                2 if np_at(&c).is_some_and(named) => 3,
                _ => 0,
            };
            if spouse == 3 {
                out.pop();
            }
            if spouse == 3 || closes {
                continue;
            }
            let owned = matches!(rest.peek().map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "of" | "from"));
            // "and other senior officials"
            let others = |n: &Np| {
                !owned
                    && self.lower_is(n.start, "other")
                    && n.everybody().all(|a| a.country.is_none() && a.name.is_none())
                    && matches!(self.word(n.end - 1).as_deref(), Some("officials" | "ministers" | "dignitaries" | "diplomats" | "members"))
            };
            // "and their embassy officials"
            let staff = |n: &Np| {
                self.is(n.start, Closed::Possessive)
                    && n.actors.len() == 1
                    && n.actors[0].kind == ActorKind::Group
                    && n.everybody().all(|a| a.country.is_none())
                    && matches!(self.word(n.end - 1).as_deref(), Some("officials" | "staff" | "members" | "entourage" | "aides"))
            };
            let tail = |n: &Np| {
                self.longest_where(c.start, kinds::CLOSED, |e| matches!(e, Entry::Closed(Closed::Tail, _)))
                    .is_some_and(|(_, end)| end == c.end)
                    || staff(n)
                    || others(n)
            };
            if matches!(out.last().map(|s| &s.chunk), Some(Chunk::And)) && np_at(&c).is_some_and(tail) {
                out.pop();
                spouse = i32::from(matches!(self.word(c.end - 1).as_deref(), Some("wife" | "husband" | "spouse")));
                // "A, B and other officials": A and B.
                let n = out.len();
                if n >= 3 && np_at(&c).is_some_and(others) && matches!(out[n - 2].chunk, Chunk::Comma) && np_at(&out[n - 3]).is_some() {
                    out[n - 2].chunk = Chunk::And;
                }
                continue;
            }
            // ", and members of its leadership"
            if let [.., and, members, of] = &out[..] {
                let some = np_at(members).is_some_and(|n| n.end == n.start + 1 && self.lower_is(n.start, "members"));
                let of = matches!(&of.chunk, Chunk::Prep(p) if self.lx.text(*p) == "of");
                let theirs = np_at(&c).is_some_and(|n| self.is(n.start, Closed::Possessive) && n.everybody().all(|a| a.country.is_none()));
                if matches!(and.chunk, Chunk::And) && some && of && theirs {
                    out.truncate(out.len() - 3);
                    if matches!(out.last().map(|s| &s.chunk), Some(Chunk::Comma)) {
                        out.pop();
                    }
                    continue;
                }
            }
            out.push(c);
        }
        out
    }

    /// "very productive talks" in quotes are talks: marks around words that are no sentence go.
    fn drop_quotes(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::Quote)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut open: Option<usize> = None;
        for c in chunks {
            if matches!(c.chunk, Chunk::Quote) {
                match open.take() {
                    Some(o) if out.len() - o <= 4 => {
                        out.remove(o);
                        // "the exercise 'Blue Heron' began": what it is called.
                        let nobody = |n: &Np| {
                            n.places.is_empty() && n.event.is_none() && n.everybody().all(|a| a.country.is_none() && a.person.is_none())
                        };
                        let called = o > 0
                            && out.len() > o
                            && np_at(&out[o - 1]).is_some_and(|n| n.kind == NpKind::Event)
                            && out[o - 1].end + 1 == out[o].start
                            // "'Surya Kiran - XIV'"
                            && out[o..].iter().all(|s| matches!(s.chunk, Chunk::Break) || np_at(s).is_some_and(nobody));
                        if called {
                            let end = out.last().expect("not empty").end;
                            out.truncate(o);
                            out[o - 1].end = end;
                            if let Chunk::Np(n) = &mut out[o - 1].chunk {
                                n.end = end;
                            }
                            continue;
                        }
                        // 'a "secret meeting"': the article before the mark is the phrase's.
                        let article = o > 0 && self.is(out[o - 1].start, Closed::Determiner) && out[o - 1].end == out[o - 1].start + 1;
                        if article && matches!(out[o - 1].chunk, Chunk::Other) && matches!(out.get(o).map(|s| &s.chunk), Some(Chunk::Np(_)))
                        {
                            out.remove(o - 1);
                        }
                        continue;
                    }
                    _ => open = Some(out.len()),
                }
            } else if !matches!(c.chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And)
                && !(matches!(c.chunk, Chunk::Break) && self.kind(c.start) == Some(Kind::Dash))
            {
                open = None;
            }
            let event = |s: &Spanned| np_at(s).is_some_and(|n| n.kind == NpKind::Event);
            let quoted = |s: &Spanned| s.end + 1 == c.start && self.kind(s.end) == Some(Kind::Quote);
            // "the 'Blue Heron' joint exercises": one thing, and its name before it.
            if let Some(name) = out.pop_if(|s| event(&c) && event(s) && quoted(s)) {
                let Spanned { end, mut chunk, .. } = c;
                if let Chunk::Np(n) = &mut chunk {
                    n.start = name.start;
                }
                out.push(Spanned { start: name.start, end, chunk });
                continue;
            }
            out.push(c);
        }
        out
    }

    /// "Pope Francis visit to Iraq", "the Trump-Kim summit": as headlines have it, names before the noun that say whose.
    fn join_owners(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let event = |s: &Spanned| np_at(s).is_some_and(|n| n.kind == NpKind::Event);
        if !chunks.iter().any(event) {
            return chunks;
        }
        // "the drill Balikatan began": what it is called.
        chunks.dedup_by(|name, noun| {
            let called = event(noun) && event(name) && noun.end == name.start && self.tokens[name.start].cap && !self.headline;
            let same = |a: &Np, b: &Np| match (&a.event, &b.event) {
                (Some(a), Some(b)) => {
                    self.lx.nouns[a.noun as usize].rules == self.lx.nouns[b.noun as usize].rules && b.possessor.is_empty()
                }
                _ => false,
            };
            let called = called && np_at(noun).zip(np_at(name)).is_some_and(|(a, b)| same(a, b));
            if called {
                noun.end = name.end;
                if let Chunk::Np(n) = &mut noun.chunk {
                    n.end = name.end;
                }
            }
            called
        });
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        for mut c in chunks {
            if self.house_of(&c, &mut out) {
                continue;
            }
            if let Chunk::Np(np) = &mut c.chunk {
                let bare = np.event.as_ref().is_some_and(|e| e.possessor.is_empty() && e.adjectives.is_empty() && !e.pronoun);
                if bare && np.kind == NpKind::Event {
                    self.own(np, &mut out);
                    c.start = np.start;
                }
            }
            out.push(c);
        }
        out
    }

    /// "the Embassy of Peru": the Peruvian embassy. Of one house only: "the embassies of Peru and Chile" are a list.
    fn house_of(&self, c: &Spanned, out: &mut Vec<Spanned>) -> bool {
        let [.., house, of] = &mut out[..] else { return false };
        let owner = np_at(c).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Country);
        let Some(country) =
            owner.and_then(|n| n.actors[0].country).filter(|_| matches!(of.chunk, Chunk::Prep(p) if self.lx.text(p) == "of"))
        else {
            return false;
        };
        let Chunk::Np(np) = &mut house.chunk else { return false };
        let one = np.premises && np.actors.is_empty() && self.word(np.end - 1).is_some_and(|w| matches!(&*w, "embassy" | "consulate"));
        let Some(e) = np.event.as_mut().filter(|e| one && e.adjectives.is_empty() && e.possessor.is_empty() && !e.pronoun) else {
            return false;
        };
        e.adjectives.push(Actor::country(country));
        np.actors.push(Actor::country(country));
        // The phrase still ends in its noun.
        house.end = c.end;
        out.pop();
        true
    }

    fn own(&self, np: &mut Np, out: &mut Vec<Spanned>) {
        let e = np.event.as_mut().expect("an event");
        // "the Ruto-Museveni meeting": two names in the phrase itself.
        let hyphen = (np.start + 1..e.start).find(|&k| self.tokens[k].kind == Kind::Hyphen);
        if let Some(h) = hyphen.filter(|h| h + 2 == e.start) {
            let surname =
                |k: usize| self.tokens[k].kind == Kind::Word && self.tokens[k].cap && self.lx.surnames.contains_key(&self.tokens[k].sym);
            if surname(h - 1) && surname(h + 1) {
                let named = |k: usize| Actor { country: None, kind: ActorKind::Person, name: Some((k, k + 1)), ..Actor::country(0) };
                e.adjectives = vec![named(h - 1), named(h + 1)];
            }
            return;
        }
        if e.start != np.start {
            return;
        }
        let person = |s: &Spanned| match &s.chunk {
            Chunk::Np(n)
                if n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].kind == ActorKind::Person
                    && n.actors[0].name.is_some() =>
            {
                Some(n.actors[0].clone())
            }
            _ => None,
        };
        let n = out.len();
        let Some(last) = out.last().filter(|s| s.end == np.start).and_then(person) else { return };
        // "Donald Trump-Kim Jong-un summit"
        if let Some(first) = n.checked_sub(2).map(|f| &out[f]).filter(|s| s.end + 1 >= out[n - 1].start).and_then(person) {
            let joined = (out[n - 2].start..out[n - 1].start).next_back().is_some_and(|k| self.tokens[k].kind == Kind::Hyphen);
            if joined {
                e.adjectives = vec![first, last];
                np.start = out[n - 2].start;
                out.truncate(n - 2);
            }
            return;
        }
        // A name and a bare singular: no verb agrees with it.
        let journey = matches!(self.spelled(e.end - 1), "visit" | "trip" | "tour" | "journey" | "stopover" | "Visit" | "Trip" | "Tour");
        if journey && last.level.or(last.person.map(|_| Level::Leader)).is_some() {
            e.possessor = vec![last];
            np.start = out[n - 1].start;
            out.truncate(n - 1);
        }
    }

    /// "a 2.1 billion kroner (US$300 million) deal": brackets inside a phrase are stepped over.
    fn join_brackets(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::Close)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        // Behind letters in brackets that were left out.
        let mut shut = usize::MAX;
        for c in chunks {
            // "visit Peru (2-3 May) and Chile (4 May)": a date in brackets stands beside its place.
            if let (Chunk::Close, [.., place, open, date]) = (&c.chunk, &out[..]) {
                let dated = matches!(open.chunk, Chunk::Open) && matches!(date.chunk, Chunk::Date(_)) && open.end == date.start;
                if dated && np_at(place).is_some_and(|n| !n.places.is_empty()) {
                    let n = out.len() - 2;
                    out.remove(n);
                    continue;
                }
            }
            // "Thein Sein (Myanmar)": whose he is.
            if let (Chunk::Close, [.., who, open, whose]) = (&c.chunk, &mut out[..]) {
                let country = np_at(whose).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1).map(|n| n.actors[0].clone());
                let country =
                    country.filter(|a| a.kind == ActorKind::Country && matches!(open.chunk, Chunk::Open) && open.end == whose.start);
                if let (Some(a), Chunk::Np(n)) = (country.and_then(|a| a.country), &mut who.chunk) {
                    if n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].country.is_none() {
                        n.actors[0].country = Some(a);
                        n.end = c.end;
                        who.end = c.end;
                        out.truncate(out.len() - 2);
                        continue;
                    }
                }
            }
            // "the chief of army staff (COAS) General X": the office's name.
            if let (Chunk::Np(np), Some(last), true) = (&c.chunk, out.last_mut(), c.start == shut) {
                let named = np.actors.len() == 1 && np.actors[0].name.is_some() && np.actors[0].country.is_none();
                if let Chunk::Np(a) = &mut last.chunk {
                    if named && a.bare_office() {
                        merge_person(a, np);
                        a.end = c.end;
                        last.end = c.end;
                        continue;
                    }
                }
            }
            // "the UAE (...) Armed Forces": what goes on behind the brackets is the office's.
            if let (Chunk::Np(np), Some(last)) = (&c.chunk, out.last_mut()) {
                let forces = np.kind == NpKind::Actor && np.actors.iter().all(|a| a.country.is_none() && a.kind == ActorKind::Group);
                let gap = self.kind(c.start - 1) == Some(Kind::Close) && last.end + 1 < c.start;
                if gap && forces && self.tokens[c.start].cap && np_at(last).is_some_and(|n| n.actors.iter().any(|a| a.office.is_some())) {
                    last.end = c.end;
                    if let Chunk::Np(n) = &mut last.chunk {
                        n.end = c.end;
                    }
                    continue;
                }
            }
            // "a memorandum (MoU)", "the minister (R)", "the destroyer (DDG 62)": letters in brackets say nothing new.
            if let (Chunk::Close, [.., before, open, inner]) = (&c.chunk, &out[..]) {
                let shout = |t: usize| self.tokens[t].caps || matches!(self.tokens[t].kind, Kind::Number | Kind::Hyphen);
                let letters = inner.end <= inner.start + 3 && (inner.start..inner.end).all(shout) && self.tokens[inner.start].caps
                    || np_at(inner).is_some_and(|n| n.kind == NpKind::Event && n.end == n.start + 1);
                let same = |c: u16| np_at(before).is_some_and(|n| n.actors.iter().any(|a| a.country == Some(c)));
                let nobody = np_at(inner).is_some_and(|n| n.everybody().all(|a| a.country.is_none_or(same) && a.person.is_none()));
                if matches!(open.chunk, Chunk::Open) && matches!(before.chunk, Chunk::Np(_)) && letters && nobody {
                    out.truncate(out.len() - 2);
                    shut = c.end;
                    continue;
                }
            }
            if let (Chunk::Np(np), Some(Chunk::Close)) = (&c.chunk, out.last().map(|s| &s.chunk)) {
                let open = out.iter().rposition(|s| matches!(s.chunk, Chunk::Open));
                let before = open.and_then(|o| o.checked_sub(1)).filter(|b| {
                    matches!(&out[*b].chunk, Chunk::Np(a) if a.kind == NpKind::Other) && self.is(out[*b].start, Closed::Determiner)
                });
                if let (Some(b), NpKind::Event, false) = (before, np.kind, self.is(c.start, Closed::Determiner)) {
                    let start = out[b].start;
                    out.truncate(b);
                    out.push(Spanned { start, ..c });
                    continue;
                }
            }
            out.push(c);
        }
        out
    }

    /// "Dalian City of China" is one place.
    fn join_districts(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let district = |s: &Spanned| {
            np_at(s).is_some_and(|n| n.event.is_none() && n.everybody().all(|a| a.country.is_none() && a.level.is_none()))
                && s.end > s.start + 1
                && (s.start..s.end).all(|k| self.tokens[k].cap)
                && (self.is(s.end - 1, Closed::DistrictNoun) || self.lower_is(s.end - 1, "city"))
        };
        let of = |s: &Spanned| matches!(s.chunk, Chunk::Prep(p) if self.lx.text(p) == "of");
        let land = |s: &Spanned| {
            let n = np_at(s).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1)?;
            n.actors[0].country.filter(|_| n.actors[0].kind == ActorKind::Country)
        };
        let known = |s: &Spanned, country: Option<u16>| {
            np_at(s).is_some_and(|n| n.kind == NpKind::Place && n.places.len() == 1 && Some(n.places[0].country) == country)
        };
        let mut i = 0;
        while i + 2 < chunks.len() {
            let country = if of(&chunks[i + 1]) { land(&chunks[i + 2]) } else { None };
            let country = country.filter(|_| district(&chunks[i]) || known(&chunks[i], country));
            if let Some(country) = country {
                let (start, end, close) = (chunks[i].start, chunks[i].end, chunks[i + 2].end);
                let place = PlaceRef { country, start, end, whole_country: false };
                let np = Np { kind: NpKind::Place, places: vec![place], ..Np::other(start, close) };
                chunks[i] = Spanned { chunk: Chunk::Np(Box::new(np)), start, end: close };
                chunks.drain(i + 1..i + 3);
            }
            i += 1;
        }
        chunks
    }

    /// "Riyadh, Saudi Arabia," is one place.
    fn join_places(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::Comma)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut rest = chunks.into_iter().peekable();
        while let Some(c) = rest.next() {
            // "to Cho Islet, Panmunjom and Kosong": places side by side.
            let listed = matches!(rest.peek().map(|s| &s.chunk), Some(Chunk::And));
            // "at the Peace Palace, Phnom Penh", "in Gyeongju, South Korea": a name that nobody knows, in a place.
            if let (Chunk::Np(b), [.., inside, hall, comma]) = (&c.chunk, &out[..]) {
                let place =
                    b.places.first().filter(|p| p.end == b.end && b.places.len() == 1 && matches!(b.kind, NpKind::Place | NpKind::Actor));
                let plain =
                    b.event.is_none() && b.actors.iter().all(|x| x.kind == ActorKind::Country) && !self.is(b.start, Closed::Determiner);
                // "visited Darwin, Australia"
                let goes = |v: &super::Vg| {
                    let rules = v.verbs.iter().flat_map(|x| &self.lx.verbs[*x as usize].rules).map(|r| &self.lx.rules[*r as usize]);
                    !v.passive && rules.into_iter().any(|r| r.place_target && r.target.contains(&crate::lexicon::Slot::Object))
                };
                let within = match &inside.chunk {
                    Chunk::Prep(p) => matches!(self.lx.text(*p), "in" | "at" | "near" | "to" | "into" | "for" | "from"),
                    Chunk::Vg(v) => goes(v),
                    _ => false,
                };
                let unknown = |n: &Np| {
                    n.bare_name() && n.actors[0].country.is_none() && n.actors[0].person.is_none()
                        || n.kind == NpKind::Other && self.tokens[n.end - 1].cap
                };
                let hall = np_at(hall).filter(|n| unknown(n)).map(|n| n.start);
                if let (Some(place), Some(start), true, true) =
                    (place, hall, plain && within && !listed, matches!(comma.chunk, Chunk::Comma))
                {
                    let places = vec![PlaceRef { start, whole_country: false, ..*place }];
                    let np = Np { start, places, ..(**b).clone() };
                    out.truncate(out.len() - 2);
                    out.push(Spanned { chunk: Chunk::Np(Box::new(np)), start, end: c.end });
                    continue;
                }
            }
            let joins = match (&c.chunk, out.len()) {
                (Chunk::Np(b), n) if n >= 2 && matches!(out[n - 1].chunk, Chunk::Comma) => match &out[n - 2].chunk {
                    Chunk::Np(a) => {
                        let city = a.places.last().filter(|p| !p.whole_country && p.end == a.end);
                        let country =
                            b.places.first().filter(|_| b.kind != NpKind::Event && b.actors.iter().all(|x| x.kind == ActorKind::Country));
                        // "Toledo, Ohio": the region says which of the towns of that name.
                        matches!((city, country), (Some(x), Some(y)) if (x.country == y.country || !y.whole_country) && b.places.len() == 1 && b.kind == NpKind::Place || x.country == y.country && b.places.len() == 1)
                    }
                    _ => false,
                },
                _ => false,
            };
            // "In talks in Manila, the Philippines and Vietnam agree": the comma closes the phrase, and two of them act.
            let acts = listed
                && out.iter().all(|s| !matches!(s.chunk, Chunk::Vg(_)))
                && matches!(out.first().map(|s| &s.chunk), Some(Chunk::Prep(_) | Chunk::Sub(_)))
                && {
                    let mut ahead = rest.clone();
                    ahead.next();
                    let also = ahead.next().is_some_and(|s| np_at(&s).is_some_and(|n| n.kind == NpKind::Actor));
                    also && matches!(ahead.next().map(|s| s.chunk), Some(Chunk::Vg(_)))
                };
            if joins && !acts {
                out.pop();
                let n = out.len() - 1;
                out[n].end = c.end;
                let region = np_at(&c).and_then(|b| b.places.first()).map(|p| p.country);
                if let Chunk::Np(a) = &mut out[n].chunk {
                    a.end = c.end;
                    if let (Some(p), Some(country)) = (a.places.last_mut(), region) {
                        p.country = country;
                    }
                }
                continue;
            }
            out.push(c);
        }
        // The comma that closes "Riyadh, Saudi Arabia,".
        out
    }

    /// "a delegation of the Ministry for Trade and Industry of X" is one body.
    fn join_bodies(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        while i < chunks.len() {
            let c = &chunks[i];
            // "a delegation of the DPRK State Academy of Sciences": the body whose name begins with its country.
            if let (Chunk::Np(b), Some(last)) = (&c.chunk, out.last_mut()) {
                // "a delegation of the DPRK public health led by X"
                let led = b.kind == NpKind::Other
                    && matches!(chunks.get(i + 1).map(|s| &s.chunk), Some(Chunk::Vg(v)) if v.tense == super::Tense::Past
                        && self.leads(v))
                    && matches!(chunks.get(i + 2).map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "by");
                let titled = led
                    || !self.headline
                        && self.tokens[b.start].cap
                        && self.tokens[b.end - 1].cap
                        && (b.kind == NpKind::Other
                            || b.bare_name()
                            || b.kind == NpKind::Actor && b.actors.iter().all(|x| x.country.is_none() && x.kind != ActorKind::Person));
                if let Chunk::Np(a) = &mut last.chunk {
                    let sent = a.kind == NpKind::Actor
                        && a.end == b.start
                        && matches!(&a.actors[..], [x] if x.delegation && x.country.is_some() && x.name.is_none())
                        && self.spans_of(a);
                    if titled && sent {
                        let x = &mut a.actors[0];
                        if self.sender(b).is_some() {
                            self.send(x, b);
                        } else if let Some(body) = b.actors.first().filter(|_| !b.bare_name()) {
                            (x.kind, x.level, x.sector) = (body.kind, body.level, body.sector.or(x.sector));
                            (x.name, x.person, x.office) = (body.name, body.person, body.office);
                        }
                        (a.end, last.end) = (b.end, c.end);
                        i += 1;
                        continue;
                    }
                }
            }
            // "the delegation of the Peruvian "Sun" Association led by X": a name in quotes within the name.
            let quoted = |k: usize| k > 0 && self.tokens[k - 1].kind == Kind::Quote;
            if let Some(last) = out.last().filter(|s| quoted(c.start) && s.end + 1 == c.start) {
                let sent =
                    np_at(last).is_some_and(|a| matches!(&a.actors[..], [x] if x.delegation && x.name.is_none()) && self.spans_of(a));
                let bodies = (i + 1..(i + 7).min(chunks.len())).filter(|_| sent);
                let mut bodies = bodies.filter_map(|j| Some((j, np_at(&chunks[j])?)));
                if let Some((at, b)) = bodies.find(|(_, b)| quoted(b.start) && self.sender(b).is_some()) {
                    let end = chunks[at].end;
                    let last = out.last_mut().expect("just found");
                    if let Chunk::Np(a) = &mut last.chunk {
                        self.send(&mut a.actors[0], b);
                        (a.end, last.end) = (end, end);
                    }
                    i = at + 1;
                    continue;
                }
            }
            // "the Ministry for Information and Technology": what a body is for is part of its name.
            if let (Chunk::Np(b), Some(Chunk::Prep(prep))) = (&c.chunk, out.last().map(|s| &s.chunk)) {
                let n = out.len().saturating_sub(2);
                let titled = |np: &Np| {
                    (np.kind == NpKind::Other || np.bare_name() && np.actors[0].country.is_none() && np.actors[0].person.is_none())
                        && self.tokens[np.end - 1].cap
                };
                let body = out.len() >= 2
                    && matches!(self.lx.text(*prep), "for" | "on" | "of")
                    && titled(b)
                    && matches!(&out[n].chunk, Chunk::Np(a) if a.kind == NpKind::Actor && self.tokens[a.end - 1].cap
                        && a.actors.iter().all(|x| matches!(x.kind, ActorKind::Group | ActorKind::Unofficial)));
                if body {
                    let mut last = i;
                    if let (Some(Chunk::And), Some(Chunk::Np(d))) =
                        (chunks.get(i + 1).map(|s| &s.chunk), chunks.get(i + 2).map(|s| &s.chunk))
                    {
                        if titled(d) && !matches!(chunks.get(i + 3).map(|s| &s.chunk), Some(Chunk::Vg(v)) if v.copula) {
                            last = i + 2;
                        }
                    }
                    // "of Information, Culture and Tourism"
                    if let (Some(Chunk::Comma), Some(Chunk::Np(d))) =
                        (chunks.get(i + 1).map(|s| &s.chunk), chunks.get(i + 2).map(|s| &s.chunk))
                    {
                        if titled(d) && (d.start..d.end).any(|t| self.is(t, Closed::Conjunction)) {
                            last = i + 2;
                        }
                    }
                    let end = chunks[last].end;
                    if let Chunk::Np(a) = &mut out[n].chunk {
                        a.end = end;
                    }
                    out[n].end = end;
                    out.pop();
                    i = last + 1;
                    continue;
                }
            }
            // "members of the delegation": the delegation.
            if let (Chunk::Np(b), [.., part, of]) = (&c.chunk, &out[..]) {
                let part = np_at(part).is_some_and(|n| n.kind == NpKind::Other && self.is(n.end - 1, Closed::PartNoun));
                let of = matches!(&of.chunk, Chunk::Prep(p) if self.lx.text(*p) == "of");
                if part && of && b.kind == NpKind::Actor && b.actors.iter().all(|a| a.delegation) {
                    out.truncate(out.len() - 2);
                    out.push(take(&mut chunks[i]));
                    i += 1;
                    continue;
                }
            }
            // "delegation of/from COUNTRY": the country is the group's.
            if let (Chunk::Np(b), Some(Chunk::Prep(prep))) = (&c.chunk, out.last().map(|s| &s.chunk)) {
                let word = self.lx.text(*prep);
                if matches!(word, "of" | "from") && out.len() >= 2 {
                    let n = out.len() - 2;
                    if let Chunk::Np(a) = &mut out[n].chunk {
                        let group = a.kind == NpKind::Actor
                            && a.actors.iter().all(|x| matches!(x.kind, ActorKind::Group | ActorKind::Unofficial))
                            && !a.actors.is_empty();
                        let person_of = a.bare_office() && a.actors[0].country.is_none();
                        // "President Gustavo Petro of Colombia"
                        let named = a.kind == NpKind::Actor
                            && a.actors.len() == 1
                            && a.actors[0].kind == ActorKind::Person
                            && a.actors[0].name.is_some_and(|n| !self.is(n.1 - 1, Closed::PaperNoun))
                            && a.actors[0].country.is_none();
                        if named && word == "of" && b.kind == NpKind::Actor && b.actors.len() == 1 && b.actors[0].kind == ActorKind::Country
                        {
                            a.actors[0].country = b.actors[0].country;
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        // "a delegation of the Malays National Organization of Malaysia": said twice.
                        let whole = |n: &Np| matches!(&n.actors[..], [x] if x.kind == ActorKind::Country);
                        if group && word == "of" && whole(b) && a.actors.len() == 1 && a.actors[0].country == b.actors[0].country {
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        // "the foreign ministers of Peru and Chile" is joined with the list later.
                        if (group || person_of) && b.kind == NpKind::Actor && a.actors.iter().all(|x| x.country.is_none()) {
                            let model = a.actors[0].clone();
                            let mut actors: Vec<Actor> = Vec::new();
                            for x in &b.actors {
                                if let Some(country) = x.country {
                                    let mut y = model.clone();
                                    y.country = Some(country);
                                    if x.kind == ActorKind::Group && y.sector.is_none() {
                                        y.sector = x.sector;
                                    }
                                    // "a delegation of the Polish Football Association": the association's.
                                    if x.kind == ActorKind::Unofficial && y.delegation {
                                        y.kind = ActorKind::Unofficial;
                                        y.level = x.level;
                                        y.sector = x.sector;
                                    } else if x.kind == ActorKind::Person && b.actors.len() == 1 {
                                        self.send(&mut y, b);
                                    }
                                    actors.push(y);
                                }
                            }
                            if !actors.is_empty() {
                                a.actors = actors;
                                a.end = c.end;
                                a.list = b.list;
                                out[n].end = c.end;
                                out.pop();
                                i += 1;
                                continue;
                            }
                        }
                        // "a delegation of the Ministry of Culture": a body of the same, unnamed country.
                        let same = |np: &Np| {
                            np.kind == NpKind::Actor
                                && !np.actors.is_empty()
                                && np.actors.iter().all(|x| x.kind == ActorKind::Group && x.country.is_none())
                        };
                        if group && word == "of" && same(b) {
                            for x in a.actors.iter_mut() {
                                // "a friendship delegation of the Agency": officials all the same.
                                if x.kind == ActorKind::Unofficial && x.delegation {
                                    x.kind = ActorKind::Group;
                                    x.level = b.actors[0].level;
                                }
                                x.sector = x.sector.or(b.actors[0].sector);
                                if x.level == Some(Level::Working) {
                                    x.level = b.actors[0].level;
                                }
                            }
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        // "the committee of the Chinese People's Conference": a name that begins with its country.
                        if group && b.kind == NpKind::Other && a.actors.iter().all(|x| x.country.is_none()) {
                            let first = (b.start..b.end).find(|t| !self.is(*t, Closed::Determiner));
                            let named = first.filter(|t| self.tokens[*t].cap && self.tokens[b.end - 1].cap);
                            let country = named.and_then(|t| self.country_form_at(t)).filter(|x| x.1 != CountryForm::People);
                            if let Some((country, _, _)) = country {
                                for x in a.actors.iter_mut() {
                                    x.country = Some(country);
                                    self.send(x, b);
                                }
                                a.end = c.end;
                                out[n].end = c.end;
                                out.pop();
                                i += 1;
                                continue;
                            }
                        }
                        if group && b.kind == NpKind::Pair && a.actors.iter().all(|x| x.country.is_none()) {
                            a.kind = NpKind::Pair;
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        let body = b.bare_name()
                            && (self.is(b.start, Closed::Determiner)
                                || self.is(b.end - 1, Closed::PaperNoun) && self.tokens[b.end - 1].cap);
                        if group && word == "of" && (matches!(b.kind, NpKind::Other | NpKind::Place) || body) && !a.premises {
                            // "a delegation of the Foreign Languages Publishing House": who sends it says what it is.
                            a.actors.iter_mut().for_each(|x| self.send(x, b));
                            // "the delegation of the Primorye region"
                            if b.kind == NpKind::Place {
                                for x in a.actors.iter_mut().filter(|x| x.country.is_none()) {
                                    x.country = b.places.first().map(|p| p.country);
                                }
                            }
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        if group
                            && word == "of"
                            && b.kind == NpKind::Actor
                            && b.actors.len() == 1
                            && b.actors[0].kind == ActorKind::Unofficial
                        {
                            let u = b.actors[0].clone();
                            for x in &mut a.actors {
                                x.kind = ActorKind::Unofficial;
                                x.level = u.level;
                                x.sector = u.sector.or(x.sector);
                                x.country = x.country.or(u.country);
                            }
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                    }
                }
            }
            out.push(take(&mut chunks[i]));
            i += 1;
        }
        // "the head of the delegation of the Lao ministry"
        let mut n = 2;
        while n < out.len() {
            let of = matches!(&out[n - 1].chunk, Chunk::Prep(p) if self.lx.text(*p) == "of");
            let sent = np_at(&out[n]).filter(|b| matches!(&b.actors[..], [x] if x.delegation && x.country.is_some()));
            let head = np_at(&out[n - 2]).is_some_and(|a| {
                a.bare_office() && a.actors[0].country.is_none() && ["head", "leader", "chief"].iter().any(|w| self.lower_is(a.end - 1, w))
            });
            if let (true, true, Some(b)) = (of, head, sent) {
                let (of, end) = (b.actors[0].clone(), b.end);
                if let Chunk::Np(a) = &mut out[n - 2].chunk {
                    (a.actors[0].country, a.actors[0].sector, a.actors[0].modifier, a.end) = (of.country, of.sector, of.modifier, end);
                }
                out[n - 2].end = end;
                out.drain(n - 1..n + 1);
            } else {
                n += 1;
            }
        }
        out
    }

    /// Is a delegation a university's, a union's, a party's, and not its country's?
    fn of_a_body(&self, g: &Np) -> bool {
        let body = |k: usize| {
            let t = &self.tokens[k];
            t.kind == Kind::Word
                && t.cap
                && k > g.start
                && self.country_form(k).is_none()
                && !self.lower_is(k, "government")
                && !self.lower_is(k, "state")
        };
        (g.start..g.end).any(body)
    }

    /// "a delegation of the ministry led by Deputy Minister X": the leader is the delegation's head.
    fn join_led_by(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if self.leads(v))) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        while i < chunks.len() {
            let c = &chunks[i];
            // "X, who heads a delegation of the ministry,"
            if matches!(c.chunk, Chunk::Rel) {
                if let Some(next) = self.heads_delegation(&mut out, &chunks, i) {
                    i = next;
                    continue;
                }
            }
            // "led by X", "headed by X", with or without a comma before.
            if let Chunk::Vg(v) = &c.chunk {
                let led = self.leads(v) && matches!(v.tense, super::Tense::Past | super::Tense::Participle) && !v.passive;
                let by = matches!(chunks.get(i + 1).map(|x| &x.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "by");
                if led && by {
                    if let Some(Chunk::Np(leader)) = chunks.get(i + 2).map(|x| &x.chunk) {
                        // Apposition behind the leader's name belongs to the leader.
                        let mut leader = (**leader).clone();
                        let mut next = i + 3;
                        // "a delegation of the university led by President X": the body's president.
                        let of_a_body = out.iter().rev().find_map(np_at).is_some_and(|g| self.of_a_body(g));
                        let presides = |l: &Actor| l.level == Some(Level::Leader) && l.person.is_none() && l.country.is_none();
                        let of_a_body = of_a_body && leader.actors.first().is_some_and(presides);
                        if of_a_body {
                            leader.actors[0].level = None;
                        }
                        let offices = leader.actors.first().filter(|a| leader.kind == NpKind::Actor && a.name.is_some()).is_some();
                        let comma = matches!(chunks.get(next).map(|x| &x.chunk), Some(Chunk::Comma));
                        let next_to = next + 1;
                        let last = if offices && comma { self.absorb_offices(&mut leader, &chunks, next_to) } else { next_to };
                        if last > next + 1 {
                            next = last;
                        } else if let (Some(Chunk::Comma), Some(Chunk::Np(o))) =
                            (chunks.get(next).map(|x| &x.chunk), chunks.get(next + 1).map(|x| &x.chunk))
                        {
                            if leader.bare_office() && o.bare_name() {
                                merge_person(&mut leader, o);
                                next += 2;
                            }
                        }
                        if of_a_body {
                            leader.actors[0].level = leader.actors[0].level.or(Some(Level::Director));
                        }
                        let mut n = out.len();
                        if n > 0 && matches!(out[n - 1].chunk, Chunk::Comma) {
                            n -= 1;
                        }
                        // "South Korean mourners' groups led by X"
                        if let Some(Chunk::Np(g)) = n.checked_sub(1).map(|g| &mut out[g].chunk) {
                            let team = matches!(self.word(g.end - 1).as_deref(), Some("group" | "groups" | "team" | "teams" | "mission"));
                            let of = (g.start..g.end).find_map(|t| self.country_form(t)).map(|c| c.0);
                            if let Some(country) = of.filter(|_| g.kind == NpKind::Other && team) {
                                let (kind, level) = (ActorKind::Unofficial, Some(Level::Unofficial));
                                g.kind = NpKind::Actor;
                                g.actors = vec![Actor { kind, level, delegation: true, ..Actor::country(country) }];
                            }
                        }
                        if n > 0 && leader.kind == NpKind::Actor {
                            let end = chunks[next - 1].end;
                            if let Chunk::Np(g) = &mut out[n - 1].chunk {
                                if g.kind == NpKind::Actor && !g.actors.is_empty() {
                                    // "the party's delegation led by its president": the body's, not the state's.
                                    if self.is(leader.start, Closed::Possessive) && leader.actors[0].level <= Some(Level::DeputyLeader) {
                                        leader.actors[0].level = Some(Level::Director);
                                    }
                                    let l = &leader.actors[0];
                                    let a = &mut g.actors[0];
                                    a.name = l.name;
                                    a.person = l.person;
                                    a.office = l.office;
                                    if l.office.is_some() || l.person.is_some() {
                                        // "of the society led by Chairman X": the society's, and no minister.
                                        let its_own = last <= next_to
                                            && l.office.is_some_and(|(s, e)| {
                                                self.is(leader.start, Closed::Possessive)
                                                    || matches!(
                                                        &*self.slice(s, e).to_lowercase(),
                                                        "chairman"
                                                            | "vice-chairman"
                                                            | "chairwoman"
                                                            | "vice-chairwoman"
                                                            | "chairperson"
                                                            | "president"
                                                            | "vice-president"
                                                            | "vice president"
                                                            | "secretary general"
                                                            | "general secretary"
                                                    )
                                            });
                                        // "a group of Chinese tourists led by the director of an agency"
                                        let lay = (g.start..g.end).any(|k| {
                                            self.word(k)
                                                .is_some_and(|w| matches!(&*w, "tourists" | "students" | "pupils" | "pilgrims" | "tourist"))
                                        });
                                        // "a delegation headed by the former president": private people.
                                        let lay = lay || l.former && a.level >= Some(Level::Working);
                                        if lay && a.kind == ActorKind::Group && a.level >= Some(Level::Working) {
                                            (a.kind, a.level) = (ActorKind::Unofficial, Some(Level::Unofficial));
                                        }
                                        let unofficial = a.kind == ActorKind::Unofficial
                                            && (its_own || l.former || !matches!(l.level, Some(x) if x <= Level::DeputyMinister));
                                        if !unofficial {
                                            a.level = l.level.or(a.level);
                                            a.kind = if a.kind == ActorKind::Unofficial { ActorKind::Group } else { a.kind };
                                        }
                                    }
                                    a.sector = a.sector.or(l.sector);
                                    a.country = a.country.or(l.country);
                                    g.end = end;
                                    out.truncate(n);
                                    out[n - 1].end = end;
                                    i = next;
                                    continue;
                                }
                            }
                        }
                    }
                }
            }
            out.push(take(&mut chunks[i]));
            i += 1;
        }
        out
    }

    /// Who leads or heads a group does what the verb says.
    pub(crate) fn leads(&self, v: &super::Vg) -> bool {
        v.verbs.iter().any(|x| matches!(self.lx.verbs[*x as usize].text.as_str(), "lead" | "head"))
    }

    /// "X, who heads a delegation of the ministry," is the delegation led by X. The pronoun stands at `i`; gives the chunk
    /// behind.
    fn heads_delegation(&self, out: &mut Vec<Spanned>, chunks: &[Spanned], i: usize) -> Option<usize> {
        let Chunk::Vg(v) = &chunks.get(i + 1)?.chunk else { return None };
        let group = np_at(chunks.get(i + 2)?)?;
        let body = group.kind == NpKind::Actor && group.actors.len() == 1 && group.actors[0].delegation;
        if !self.leads(v) || v.passive || !body {
            return None;
        }
        let mut n = out.len();
        if n > 0 && matches!(out[n - 1].chunk, Chunk::Comma) {
            n -= 1;
        }
        let person = np_at(out.get(n.checked_sub(1)?)?)?;
        let of = &group.actors[0];
        let same = person.kind == NpKind::Actor
            && person.actors.len() == 1
            && person.actors[0].name.is_some()
            && person.actors[0].country.is_none_or(|c| of.country.is_none_or(|g| g == c));
        if !same {
            return None;
        }
        let mut next = i + 3;
        let end = chunks[i + 2].end;
        if matches!(chunks.get(next).map(|s| &s.chunk), Some(Chunk::Comma)) {
            next += 1;
        }
        out.truncate(n);
        let last = out.last_mut()?;
        last.end = end;
        if let Chunk::Np(person) = &mut last.chunk {
            let a = &mut person.actors[0];
            a.country = a.country.or(of.country);
            a.level = a.level.or(of.level);
            a.sector = a.sector.or(of.sector);
            a.delegation = true;
            person.end = end;
        }
        Some(next)
    }

    /// "the vice president for economy and minister of petroleum, X,": one man, for the second office has no article. Puts the
    /// name at the end of `out`, where the offices are.
    fn name_of_two_offices(&self, out: &mut Vec<Spanned>, b: &Np) -> bool {
        let n = out.len();
        let determined = |k: usize| self.is(k, Closed::Determiner) || self.is(k, Closed::Possessive);
        let office = |k: usize| np_at(&out[k]).filter(|x| x.bare_office() && !x.actors[0].plural && x.actors[0].office.is_some());
        if n < 4 || !b.bare_name() || !matches!(out[n - 3].chunk, Chunk::And) {
            return false;
        }
        let (Some(first), Some(second)) = (office(n - 4), office(n - 2)) else { return false };
        let own = determined(first.start) || first.actors[0].country.is_some();
        if !own || determined(second.start) || second.actors[0].country.is_some_and(|c| first.actors[0].country != Some(c)) {
            return false;
        }
        let level = second.actors[0].level;
        out.truncate(n - 3);
        if let Chunk::Np(a) = &mut out[n - 4].chunk {
            merge_person(a, b);
            a.actors[0].level = a.actors[0].level.into_iter().chain(level).min();
            a.end = b.end;
        }
        out[n - 4].end = b.end;
        true
    }

    /// Puts the offices of an apposition to a name: ", vice-premier and concurrently minister of Industry,". The first
    /// stands at `from`, behind a comma; gives the chunk behind them and their closing comma, or `from` where none fits.
    fn absorb_offices(&self, person: &mut Np, chunks: &[Spanned], from: usize) -> usize {
        let at = |i: usize| chunks.get(i).map(|s| &s.chunk);
        let mut next = from;
        loop {
            let first = next == from;
            let mut k = match at(next) {
                _ if first => next,
                Some(Chunk::Comma) => next + 1,
                Some(Chunk::And) if !first => next + 1,
                _ => break,
            };
            if !first && matches!(at(k), Some(Chunk::And)) {
                k += 1;
            }
            if matches!(at(k), Some(Chunk::Adverb(_))) {
                k += 1;
            }
            let Some(Chunk::Np(o)) = at(k) else { break };
            // "who is concurrently": a name and his office may stand in brackets of their own.
            let own = person.actors[0].country;
            let agrees = o.bare_office() && o.actors[0].country.is_none_or(|c| own.is_none_or(|p| p == c));
            if !agrees {
                break;
            }
            // ", president of X, said": an office with a verb of its own behind it and no comma is a subject.
            let subject = !first && matches!(at(next), Some(Chunk::And)) && matches!(at(k + 1), Some(Chunk::Vg(_))) && o.actors[0].definite;
            if subject {
                break;
            }
            if person.actors[0].office.is_none() {
                merge_person(person, o);
            } else {
                person.actors[0].sector = person.actors[0].sector.or(o.actors[0].sector);
                let (x, y) = (person.actors[0].level, o.actors[0].level);
                person.actors[0].level = match (x, y) {
                    (Some(x), Some(y)) => Some(x.min(y)),
                    (x, y) => x.or(y),
                };
                person.actors[0].country = own.or(o.actors[0].country);
            }
            person.end = chunks[k].end;
            next = k + 1;
        }
        let closes = next > from && matches!(at(next), Some(Chunk::Comma)) && !matches!(at(next + 1), Some(Chunk::Np(_) | Chunk::And));
        next + usize::from(closes)
    }

    /// "Lieutenant General", "Vice Admiral": a rank that goes with an office.
    fn military_rank(&self, (start, end): (usize, usize)) -> bool {
        // "Maj. Gen. (Rtd)"
        let last = (start..end).rev().find(|t| self.kind(*t) == Some(Kind::Word) && !self.retired(*t)).unwrap_or(start);
        let rank = self.word(last).unwrap_or_default();
        let rank = rank.trim_end_matches('.');
        ["general", "gen", "admiral", "adm", "colonel", "col", "marshal", "commodore", "brigadier"].contains(&rank)
    }

    /// "the French ambassador to Peru Jean Blanc", "..., Jean Blanc,": a name behind the post is the envoy's. The post stays
    /// where it is, for who reads "to".
    fn join_posted(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        for n in 2..chunks.len() {
            let to = matches!(&chunks[n - 1].chunk, Chunk::Prep(p) if matches!(self.lx.text(*p), "to" | "in"));
            let envoy = |c: &Spanned| {
                let word =
                    |a: &Np| self.lower_is(a.end - 1, "envoy") || self.lower_is(a.end - 1, "representative") && self.lower_is(a.end, "to");
                np_at(c).is_some_and(|a| a.bare_office() && (a.actors[0].level >= Some(Level::DeputyMinister) || word(a)))
            };
            if !to || !envoy(&chunks[n - 2]) {
                continue;
            }
            let Some(post) = np_at(&chunks[n]) else { continue };
            // "ambassador to his country Jean Blanc"
            let theirs = post.kind == NpKind::Other && self.is(post.start, Closed::Possessive) && self.lower_is(post.end - 1, "country");
            let one = post.kind == NpKind::Actor && post.actors.len() == 1 && post.actors[0].country.is_some();
            if !theirs && (!one || post.actors[0].office.is_some() || post.actors[0].level.is_some()) {
                continue;
            }
            let named_first = |n: &Np| self.country_form(n.start + usize::from(self.is(n.start, Closed::Determiner))).is_some();
            // "to Peru, Maj. Gen. Jean Blanc,"
            let ranked = |b: &Np| {
                let rank = |a: &Actor| a.name.is_some() && a.office.is_some_and(|o| self.military_rank(o));
                b.kind == NpKind::Actor && b.actors.len() == 1 && rank(&b.actors[0])
            };
            let at = |k: usize| chunks.get(k).map(|c| &c.chunk);
            // "to Mongolia, Piper Campbell on Monday called on"
            let day = matches!(at(n + 4), Some(Chunk::Date(_))) && matches!(at(n + 5), Some(Chunk::Vg(_)));
            let ends = |c: &Chunk| match c {
                Chunk::Comma | Chunk::Vg(_) => true,
                Chunk::Date(_) => matches!(at(n + 4), Some(Chunk::Vg(_))),
                Chunk::Prep(p) => day && self.lx.text(*p) == "on",
                _ => false,
            };
            let mut drop = n + 1..n + 1;
            let name = match (at(n + 1), at(n + 2), at(n + 3)) {
                (Some(Chunk::Np(b)), _, _) if theirs && b.bare_name() && b.actors[0].country.is_none() => {
                    drop = n + 1..n + 2;
                    b.actors[0].name
                }
                // "to India Eric Garcetti"
                _ if !theirs && post.actors[0].name.is_some() && named_first(post) => post.actors[0].name,
                // "to Mongolia, Piper Campbell, presented"
                (Some(Chunk::Comma), Some(Chunk::Np(b)), Some(end))
                    if ends(end)
                        && (b.bare_name() || ranked(b))
                        && b.actors[0].country.is_none()
                        && (theirs || post.actors[0].kind == ActorKind::Country) =>
                {
                    let closing = usize::from(matches!(at(n + 3), Some(Chunk::Comma)));
                    drop = n + 1..n + 3 + closing;
                    b.actors[0].name
                }
                _ => None,
            };
            let Some(name) = name else { continue };
            if let Chunk::Np(a) = &mut chunks[n - 2].chunk {
                a.actors[0].name = Some(name);
            }
            if let Chunk::Np(post) = &mut chunks[n].chunk {
                // "to the DPRK German Alvarez": the first of the names is the post.
                let first = post.places.first().map(|p| p.country).or(post.actors.first().and_then(|a| a.country));
                if let Some(country) = first.filter(|_| drop.is_empty()) {
                    post.actors = vec![Actor::country(country)];
                }
            }
            chunks.drain(drop);
            return self.join_posted(chunks);
        }
        chunks
    }

    /// "Lee Myung-bak, South Korea's president, ..." and "the Prime Minister, Tony Abbott, ...".
    fn join_appositions(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        // Where the subject stands behind a phrase that opens the sentence.
        let mut subject = None;
        while i < chunks.len() {
            let c = &chunks[i];
            if let Chunk::Np(b) = &c.chunk {
                let n = out.len();
                let comma = n >= 2 && matches!(out[n - 1].chunk, Chunk::Comma);
                let closes = matches!(
                    chunks.get(i + 1).map(|x| &x.chunk),
                    None | Some(
                        Chunk::Comma
                            | Chunk::Vg(_)
                            | Chunk::Close
                            | Chunk::Open
                            | Chunk::And
                            | Chunk::Prep(_)
                            | Chunk::Date(_)
                            | Chunk::Adverb(_)
                            | Chunk::Rel
                            | Chunk::Other
                            | Chunk::Break
                            | Chunk::Sub(_)
                    )
                );
                // "to meet Pompeo, a South Korean official said": who says it is no apposition.
                let says = matches!(chunks.get(i + 1).map(|x| &x.chunk), Some(Chunk::Vg(v)) if v.governs == crate::lexicon::Governs::Say && !v.passive)
                    && n > 2
                    && matches!(
                        chunks.get(i + 2).map(|x| &x.chunk),
                        None | Some(Chunk::Other | Chunk::Date(_) | Chunk::Prep(_) | Chunk::Quote)
                    )
                    && !matches!(chunks.get(i + 2).map(|x| &x.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "with");
                // "his host, President X,"
                let host = n >= 2
                    && np_at(&out[n - 2]).is_some_and(|a| {
                        a.kind == NpKind::Other
                            && a.end == a.start + 2
                            && self.is(a.start, Closed::Possessive)
                            && matches!(self.word(a.end - 1).as_deref(), Some("host" | "hostess" | "ally" | "friend" | "guest"))
                    });
                if comma && closes && host && b.actors.len() == 1 && b.actors[0].kind == ActorKind::Person {
                    let start = out[n - 2].start;
                    let np = Np { start, ..(**b).clone() };
                    out.truncate(n - 2);
                    out.push(Spanned { chunk: Chunk::Np(Box::new(np)), start, end: c.end });
                    let shut = matches!(chunks.get(i + 1).map(|x| &x.chunk), Some(Chunk::Comma));
                    let goes_on = matches!(chunks.get(i + 2).map(|x| &x.chunk), Some(Chunk::Np(_) | Chunk::And));
                    i += if shut && !goes_on { 2 } else { 1 };
                    continue;
                }
                // "In a meeting with the speaker, Minister X said": behind the comma a clause begins.
                // "Presenting his letters to the speaker, the Peruvian ambassador, X, said"
                let opens = match out.first().map(|s| &s.chunk) {
                    Some(Chunk::Prep(_)) => true,
                    Some(Chunk::Vg(v)) => v.tense == super::Tense::Ing,
                    _ => false,
                };
                let next = |k: usize| chunks.get(i + k).map(|x| &x.chunk);
                let then_named = b.bare_office()
                    && b.actors[0].country.is_some()
                    && matches!((next(1), next(3)), (Some(Chunk::Comma), Some(Chunk::Comma)))
                    && chunks.get(i + 2).and_then(np_at).is_some_and(Np::bare_name)
                    && matches!(next(4), Some(Chunk::Vg(_)));
                let fronted = opens
                    && !out.iter().skip(1).any(|s| matches!(s.chunk, Chunk::Vg(_)))
                    && (then_named
                        || b.actors.iter().any(|x| x.office.is_some() && x.name.is_some())
                            && matches!(next(1), Some(Chunk::Vg(_) | Chunk::Adverb(_))));
                if fronted && comma {
                    subject = Some(n);
                }
                if comma && closes && !says && !fronted && self.name_of_two_offices(&mut out, b) {
                    // The comma that closes the apposition.
                    let shut = matches!(next(1), Some(Chunk::Comma)) && !matches!(next(2), Some(Chunk::Np(_) | Chunk::And));
                    i += if shut { 2 } else { 1 };
                    continue;
                }
                if comma && closes && !says && !fronted {
                    let before_list = n >= 4
                        && subject != Some(n - 2)
                        && matches!(out[n - 3].chunk, Chunk::Comma | Chunk::And)
                        && matches!(out[n - 4].chunk, Chunk::Np(_));
                    let led = matches!(out[0].chunk, Chunk::Prep(_));
                    if let Chunk::Np(a) = &mut out[n - 2].chunk {
                        let fits = (a.bare_name() && b.bare_office())
                            || (a.bare_office() && b.bare_name() && a.actors[0].definite | a.actors[0].country.is_some())
                            // "Days later, Chief of Army Staff, General X is on a visit"
                            || (a.bare_office()
                                && self.tokens[a.start].cap
                                && b.actors.len() == 1
                                && b.actors[0].name.is_some()
                                && b.actors[0].country.is_none()
                                && matches!(
                                    // "Acting President, X on Sunday evening received"
                                    match (chunks.get(i + 1).map(|x| &x.chunk), chunks.get(i + 2).map(|x| &x.chunk)) {
                                        (Some(Chunk::Prep(_)), Some(Chunk::Date(_))) => chunks.get(i + 3).map(|x| &x.chunk),
                                        (Some(Chunk::Date(_) | Chunk::Comma), after) => after,
                                        (after, _) => after,
                                    },
                                    Some(Chunk::Vg(_))
                                ))
                            // "the Army chief, General X,"
                            || (a.bare_office()
                                && a.actors[0].definite | a.actors[0].country.is_some()
                                && b.kind == NpKind::Actor
                                && b.actors.len() == 1
                                && b.actors[0].name.is_some()
                                && b.actors[0].country.is_none()
                                && b.actors[0].level >= a.actors[0].level)
                            // "his Chilean counterpart, X,"
                            || (a.kind == NpKind::Actor
                                && a.actors.len() == 1
                                && (b.bare_name() || b.actors.len() == 1 && b.actors[0].name.is_some() && b.actors[0].country.is_none())
                                && self.counterpart(a.end - 1))
                            || (a.kind == NpKind::Actor
                                && a.actors.len() == 1
                                && a.actors[0].name.is_some()
                                && b.bare_office()
                                && (a.actors[0].office.is_none()
                                    || a.actors[0].country.is_none() && b.actors[0].country.is_some()
                                    // "Lieutenant General X, deputy minister of defence"
                                    || b.actors[0].country.is_none() && a.actors[0].office.is_some_and(|o| self.military_rank(o))));
                        let agree = match (a.actors.first().and_then(|x| x.country), b.actors.first().and_then(|x| x.country)) {
                            (Some(x), Some(y)) => x == y || a.actors[0].office.is_none(),
                            // "with his Mauritian counterpart, Sheikh Hasina": of her it is known that she is of another country.
                            (Some(x), None) => b
                                .actors
                                .first()
                                .and_then(|b| b.person)
                                .is_none_or(|id| self.lx.persons[id as usize].terms.iter().any(|t| t.country == x)),
                            _ => true,
                        };
                        // "At the invitation of Minister X, Peru's new minister, Y, will": behind the comma a clause begins.
                        let next = |k: usize| chunks.get(i + k).map(|x| &x.chunk);
                        let begins = n == 3
                            && led
                            && matches!(next(1), Some(Chunk::Comma))
                            && matches!(next(2), Some(Chunk::Np(x)) if x.bare_name())
                            && a.actors.first().is_some_and(|x| x.name.is_some() && x.office.is_some())
                            && b.actors.first().is_some_and(|x| x.country.is_some());
                        let agree = agree && !begins;
                        // "At the invitation of Minister X, Peru's new minister, Y,": no list begins in the phrase before it.
                        let before_list = before_list && !(led && n == 5 && a.bare_office() && a.actors[0].country.is_some());
                        if fits && agree && !(before_list && b.bare_name() && !self.counterpart(a.end - 1)) {
                            let named_first = a.actors[0].name.is_some();
                            let mut next = i + 1;
                            if named_first {
                                // "..., president of X and chairman of Y,"
                                next = self.absorb_offices(a, &chunks, i);
                            } else {
                                // A counterpart's rank is the other's: of its own it has none.
                                let own = self.counterpart(a.end - 1).then(|| (a.actors[0].kind, a.actors[0].level));
                                merge_person(a, b);
                                if let Some((kind, level)) = own {
                                    a.actors[0].kind = kind;
                                    a.actors[0].level = level;
                                }
                                a.end = c.end;
                                // The comma that closes the apposition.
                                if matches!(chunks.get(next).map(|x| &x.chunk), Some(Chunk::Comma))
                                    && !matches!(chunks.get(next + 1).map(|x| &x.chunk), Some(Chunk::Np(_) | Chunk::And))
                                {
                                    next += 1;
                                }
                            }
                            if next > i {
                                let end = a.end;
                                out.pop();
                                let n = out.len() - 1;
                                out[n].end = end;
                                i = next;
                                continue;
                            }
                        }
                    }
                }
                // "his counterpart the Peruvian president, X"
                let titled = b.actors.len() == 1 && b.actors[0].office.is_some() && b.actors[0].country.is_some() && b.actors[0].definite;
                if n >= 1 && titled && out[n - 1].end == c.start {
                    let peer = np_at(&out[n - 1])
                        .is_some_and(|a| a.actors.len() == 1 && a.actors[0].name.is_none() && self.counterpart(a.end - 1));
                    if peer {
                        out.pop();
                        out.push(take(&mut chunks[i]));
                        i += 1;
                        continue;
                    }
                }
                // "Russian President Putin (name in brackets)": skip; "X Bergen, France" handled by places.
                // An office and then a name without comma: "his counterpart Sergey Lavrov", "President of France Emmanuel Macron".
                if n >= 1 && b.bare_name() {
                    let adjacent = out[n - 1].end == c.start;
                    if let Chunk::Np(a) = &mut out[n - 1].chunk {
                        if adjacent && a.bare_office() {
                            merge_person(a, b);
                            a.end = c.end;
                            out[n - 1].end = c.end;
                            i += 1;
                            continue;
                        }
                    }
                }
            }
            out.push(take(&mut chunks[i]));
            i += 1;
        }
        out
    }

    /// "X, who is chairman of the council," and "X who doubles as head of a department": an office more, as in apposition.
    fn join_relatives(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::Rel)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        while i < chunks.len() {
            let at = |j: usize| chunks.get(j).map(|s| &s.chunk);
            let office = match (at(i), at(i + 1), at(i + 2)) {
                (Some(Chunk::Rel), Some(Chunk::Vg(v)), _) if v.copula && v.tense == super::Tense::Present && !v.negated => Some(i + 2),
                (Some(Chunk::Rel), Some(Chunk::Np(n)), Some(Chunk::Sub(p) | Chunk::Prep(p)))
                    if self.lower_is(n.start, "doubles") && self.lx.text(*p) == "as" =>
                {
                    Some(i + 3)
                }
                _ => None,
            };
            if let Some(office) = office {
                let comma = usize::from(matches!(out.last().map(|s| &s.chunk), Some(Chunk::Comma)));
                let who = out.len().checked_sub(1 + comma);
                let person = who.and_then(|w| np_at(&out[w])).filter(|n| {
                    n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].office.is_some()
                });
                if let Some(mut person) = person.cloned() {
                    let next = self.absorb_offices(&mut person, &chunks, office);
                    if let (true, Some(w)) = (next > office, who) {
                        out.truncate(w + 1);
                        out[w].end = person.end;
                        out[w].chunk = Chunk::Np(Box::new(person));
                        i = next;
                        continue;
                    }
                }
            }
            out.push(take(&mut chunks[i]));
            i += 1;
        }
        out
    }

    /// "the foreign ministers of Peru X, Chile Y and Cuba Z", "of Peru, X, and of Chile, Y": one office, countries and names in turn.
    fn join_interleaved(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut from = 0;
        while let Some(next) = self.interleaved_from(&mut chunks, from) {
            from = next;
        }
        chunks
    }

    /// The same of the first office from `from` on; gives the chunk behind it.
    fn interleaved_from(&self, chunks: &mut Vec<Spanned>, from: usize) -> Option<usize> {
        let office = |s: &Spanned| {
            np_at(s).is_some_and(|n| {
                n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].country.is_some()
                    && n.actors[0].kind == ActorKind::Group
                    && n.actors[0].plural
                    && n.actors[0].level.is_some_and(|l| l <= Level::Director)
                    && self.spans_of(n)
            })
        };
        let head = from + chunks.get(from..)?.iter().position(office)?;
        let name = |k: usize| {
            let one =
                |n: &&Np| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].country.is_none();
            chunks.get(k).and_then(np_at).filter(one)
        };
        let country = |k: usize| {
            chunks
                .get(k)
                .and_then(np_at)
                .filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Country)
        };
        let mark = |k: usize| matches!(chunks.get(k).map(|s| &s.chunk), Some(Chunk::Comma | Chunk::Break | Chunk::Open | Chunk::Close));
        let and = |k: usize| matches!(chunks.get(k).map(|s| &s.chunk), Some(Chunk::And));
        let of = |k: usize| matches!(chunks.get(k).map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "of");
        let first = np_at(&chunks[head]).expect("an office");
        let model = first.actors[0].clone();
        // "the leaders of Peru and Chile, X and Y": names behind all countries are another list.
        let nameless = (first.start..first.end).any(|k| self.country_form(k).is_some_and(|f| f.2 == first.end));
        let mut actors = vec![model.clone()];
        let mut end = head + 1;
        let mut k = head + 1;
        loop {
            // The name of the last, if it has one.
            let at = k + usize::from(mark(k));
            if let Some(n) = name(at) {
                let last = actors.last_mut().expect("one at least");
                if last.name.is_none() {
                    (last.name, last.person) = (n.actors[0].name, n.actors[0].person);
                }
                k = at + 1;
                end = k;
            }
            if actors.len() == 1 && nameless && actors[0].name.is_none() {
                break;
            }
            let mut next = k;
            while mark(next) && next < k + 2 {
                next += 1;
            }
            let listed = and(next);
            next += usize::from(listed);
            next += usize::from(of(next));
            let Some(c) = country(next).filter(|_| next > k) else { break };
            // A name must follow: "the ministers of Peru X, and Chile said" is another's clause.
            if name(next + 1 + usize::from(mark(next + 1))).is_none() {
                break;
            }
            actors.push(Actor { country: c.actors[0].country, name: None, person: None, ..model.clone() });
            k = next + 1;
            end = k;
        }
        if actors.len() < 2 {
            return Some(head + 1);
        }
        let stop = chunks[end - 1].end;
        if let Chunk::Np(n) = &mut chunks[head].chunk {
            for a in &mut actors {
                a.kind = if a.name.is_some() { ActorKind::Person } else { a.kind };
                a.plural = false;
            }
            n.actors = actors;
            n.list = true;
            n.end = stop;
        }
        chunks[head].end = stop;
        chunks.drain(head + 1..end);
        Some(head + 1)
    }

    /// "A, B and C" is one phrase of three actors.
    fn join_lists(&self, mut chunks: Vec<Spanned>, shared_office: bool) -> Vec<Spanned> {
        // A list ends in "and" or is made by "along with".
        let listed = |s: &Spanned| matches!(s.chunk, Chunk::And | Chunk::Prep(_));
        if !chunks.iter().any(listed) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        while i < chunks.len() {
            let Chunk::Np(first) = &chunks[i].chunk else {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            };
            // "In talks in Manila, the Philippines and Vietnam agree": the town is where, and no third of them.
            let frame = || {
                let inside = matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "in" | "at"));
                let town = first.places.last().filter(|p| !p.whole_country).map(|p| p.country);
                let second = match (chunks.get(i + 1).map(|s| &s.chunk), chunks.get(i + 2).map(|s| &s.chunk)) {
                    (Some(Chunk::Comma), Some(Chunk::Np(b))) if b.actors.len() == 1 => b.actors[0].country,
                    _ => None,
                };
                let two = matches!(chunks.get(i + 3).map(|s| &s.chunk), Some(Chunk::And));
                inside && two && town.is_some() && town == second && out.iter().all(|s| !matches!(s.chunk, Chunk::Vg(_)))
            };
            if !listable(first) || frame() {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            }
            let place = first.actors.iter().all(|a| a.kind == ActorKind::Country)
                && match out.last().map(|s| &s.chunk) {
                    Some(Chunk::Prep(p)) => matches!(self.lx.text(*p), "in" | "at" | "of" | "to"),
                    Some(Chunk::Vg(_)) => true,
                    _ => false,
                };
            let apart =
                |n: &Np| place && n.actors.iter().any(|a| a.delegation) && matches!(self.word(n.start).as_deref(), Some("a" | "an"));
            // Collect Np (, Np)* ,? and Np
            let mut members = vec![i];
            let mut k = i + 1;
            let mut closed = None;
            // "from the King of Peru; Chile's president X; and Y of Cuba"
            let titled = |n: &Np| {
                n.kind == NpKind::Actor
                    && n.actors
                        .iter()
                        .all(|a| a.kind == ActorKind::Person && (a.office.is_some() || a.name.is_some() && a.country.is_some()))
            };
            let semicolon = |x: usize| chunks.get(x).is_some_and(|s| self.kind(s.start) == Some(Kind::Semicolon));
            loop {
                let next = |x: usize| chunks.get(x).map(|s| &s.chunk);
                match (next(k), next(k + 1)) {
                    (Some(Chunk::Break), Some(Chunk::Np(n))) if semicolon(k) && titled(first) && titled(n) => {
                        members.push(k + 1);
                        k += 2;
                    }
                    (Some(Chunk::Break), Some(Chunk::And))
                        if semicolon(k) && titled(first) && matches!(next(k + 2), Some(Chunk::Np(n)) if titled(n)) =>
                    {
                        members.push(k + 2);
                        closed = Some(k + 3);
                        break;
                    }
                    // "X and Y of Peru; Z of Chile"
                    (Some(Chunk::And), Some(Chunk::Np(n))) if semicolon(k + 2) && titled(first) && titled(n) => {
                        members.push(k + 1);
                        k += 2;
                    }
                    (Some(Chunk::Comma), Some(Chunk::Np(n))) if listable(n) && !(n.list && members.len() > 1) => {
                        members.push(k + 1);
                        k += 2;
                    }
                    // "the ambassadors of A, X, and B, Y, as well as the ambassadors of C, Z"
                    (Some(Chunk::Comma), Some(Chunk::Prep(p)))
                        if matches!(self.lx.text(*p), "as well as" | "along with" | "together with")
                            && first.list
                            && members.len() == 1
                            && matches!(next(k + 2), Some(Chunk::Np(n)) if n.list && listable(n)) =>
                    {
                        members.push(k + 2);
                        closed = Some(k + 3);
                        break;
                    }
                    // "the ambassadors of A, B and of C"
                    (Some(Chunk::And), Some(Chunk::Prep(p)))
                        if self.lx.text(*p) == "of"
                            && members.len() > 1
                            && self.spans_of(first)
                            && matches!(next(k + 2), Some(Chunk::Np(n)) if listable(n) && n.actors.iter().all(|a| a.country.is_some())) =>
                    {
                        members.push(k + 2);
                        closed = Some(k + 3);
                        break;
                    }
                    // "A, B, C as well as his officials"
                    (Some(Chunk::Comma), Some(Chunk::Np(n))) if n.list && members.len() > 1 && n.kind == NpKind::Actor => {
                        members.push(k + 1);
                        closed = Some(k + 2);
                        break;
                    }
                    (Some(Chunk::Comma), Some(Chunk::And)) if matches!(next(k + 2), Some(Chunk::Np(n)) if apart(n)) => break,
                    (Some(Chunk::Comma), Some(Chunk::And)) if matches!(next(k + 2), Some(Chunk::Np(n)) if listable(n)) => {
                        members.push(k + 2);
                        closed = Some(k + 3);
                        break;
                    }
                    // "a meeting in Peru and a delegation led by X", "which visited Peru, and a delegation": no list.
                    (Some(Chunk::And), Some(Chunk::Np(n))) if apart(n) => break,
                    (Some(Chunk::And), Some(Chunk::Np(n))) if listable(n) => {
                        members.push(k + 1);
                        closed = Some(k + 2);
                        // "with Minister X of Peru and the minister of Chile Y and the minister of Cuba Z"
                        let goes_on = |x: usize| {
                            titled(first) && matches!((next(x), next(x + 1)), (Some(Chunk::And), Some(Chunk::Np(n))) if titled(n))
                        };
                        while members.len() > 1 && titled(n) && closed.is_some_and(goes_on) {
                            let x = closed.expect("just set");
                            members.push(x + 1);
                            closed = Some(x + 2);
                        }
                        break;
                    }
                    (Some(Chunk::Prep(p)), Some(Chunk::Np(n)))
                        if matches!(
                            self.lx.text(*p),
                            "along with" | "together with" | "as well as" | "accompanied by" | "besides" | "apart from"
                        ) && listable(n)
                            && (members.len() == 1
                                || members.len() > 2 && self.lx.text(*p) == "as well as"
                                || self.lx.text(*p) == "besides") =>
                    {
                        members.push(k + 1);
                        closed = Some(k + 2);
                        break;
                    }
                    _ => break,
                }
            }
            let Some(end) = closed else {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            };
            // "Minister X of Peru and the Chilean ministry": the country is X's, and no member of the list.
            let of = matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "of");
            let owner = out.len().checked_sub(2).and_then(|n| np_at(&out[n])).is_some_and(|n| {
                n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].country.is_none()
            });
            let only = |m: usize| np_at(&chunks[m]).is_some_and(|n| n.actors.iter().all(|a| a.kind == ActorKind::Country));
            if of && owner && only(i) && !members[1..].iter().all(|&m| only(m)) {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            }
            // "According to the ministry, X, Y and Z will meet": what stands in the phrase before is none of them.
            let told_by = matches!(&out[..], [Spanned { chunk: Chunk::Prep(p), .. }] if self.lx.text(*p) == "according to");
            if told_by {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            }
            // "meets X, and Y says": an object and the subject of the next clause are no list.
            // "X said a Japanese and an Indian ship sailed": what is said has a subject of its own.
            let says = |v: &super::Vg| {
                v.governs == crate::lexicon::Governs::Say
                    && !v.passive
                    && !v.verbs.iter().any(|x| matches!(self.lx.verbs[*x as usize].text.as_str(), "tell" | "inform" | "quote"))
            };
            // "the treaty signed by A and B is": the finite verb is the treaty's.
            let reduced = matches!(&out[..], [.., Spanned { chunk: Chunk::Np(_), .. }, Spanned { chunk: Chunk::Vg(v), .. }, Spanned { chunk: Chunk::Prep(p), .. }]
                if self.lx.text(*p) == "by" && v.tense == super::Tense::Past && !v.passive && !v.copula)
                && chunks[i + 1..end].iter().all(|s| !matches!(s.chunk, Chunk::Comma));
            let verb_before = !reduced && matches!(out.last().map(|s| &s.chunk), Some(Chunk::Vg(v)) if !says(v))
                || (!reduced
                    && matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if !matches!(self.lx.text(*p), "between" | "of" | "among"))
                    && out.iter().any(|s| matches!(s.chunk, Chunk::Vg(_))));
            let mut v = end;
            while matches!(chunks.get(v).map(|s| &s.chunk), Some(Chunk::Adverb(_) | Chunk::Date(_))) {
                v += 1;
            }
            let finite_after = matches!(chunks.get(v).map(|s| &s.chunk), Some(Chunk::Vg(x)) if x.finite());
            // A list of places and a list of people do not mix.
            let all_place = members
                .iter()
                .all(|&m| np_at(&chunks[m]).is_some_and(|n| !n.places.is_empty() && n.actors.iter().all(|a| a.kind == ActorKind::Country)));
            let bare = |m: usize| np_at(&chunks[m]).is_some_and(|n| n.actors.iter().all(|a| a.kind == ActorKind::Country));
            let all_actor = members.iter().all(|&m| np_at(&chunks[m]).is_some_and(|n| n.kind == NpKind::Actor))
                && (self.spans_of(first)
                    || members.iter().all(|&m| bare(m))
                    || !members.iter().any(|&m| bare(m))
                    || members.iter().all(|&m| {
                        np_at(&chunks[m]).is_some_and(|n| n.actors.iter().all(|a| matches!(a.kind, ActorKind::Country | ActorKind::Group)))
                    }));
            let office_of = self.spans_of(first)
                && first.actors.iter().all(|a| a.kind != ActorKind::Country && a.name.is_none())
                && members[1..].iter().all(|&m| bare(m));
            if (verb_before && finite_after) || !(all_place || all_actor) || shared_office && !office_of {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            }
            // "Chinese State Councilor and Foreign Minister Wang Yi": one person of two offices.
            if let (&[_, _], Some(second)) = (&members[..], np_at(&chunks[*members.last().expect("not empty")])) {
                let owned = self.is(second.start, Closed::Determiner) || self.is(second.start, Closed::Possessive);
                let one = |n: &Np, named: bool| {
                    n.actors.len() == 1
                        && n.actors[0].kind == ActorKind::Person
                        && n.actors[0].office.is_some()
                        && n.actors[0].name.is_some() == named
                };
                let whose = (first.actors.first().and_then(|x| x.country), second.actors.first().and_then(|x| x.country));
                let fits = matches!(whose, (Some(_), None)) || matches!(whose, (None, Some(_))) && self.is(first.start, Closed::Determiner);
                // "Saudi Arabia's Crown Prince and Prime Minister, Mohammed bin Salman, met"
                let behind = match (chunks.get(end).map(|s| &s.chunk), chunks.get(end + 1), chunks.get(end + 2).map(|s| &s.chunk)) {
                    (Some(Chunk::Comma), Some(s), Some(Chunk::Comma | Chunk::Vg(_))) => {
                        np_at(s).filter(|n| n.bare_name() && n.actors[0].country.is_none())
                    }
                    _ => None,
                };
                // "China's state councilor and foreign minister is to visit": the verb says that he is one.
                let single = match chunks.get(end).map(|s| &s.chunk) {
                    Some(Chunk::Vg(v)) => matches!(self.word(v.start).as_deref(), Some("is" | "was" | "has")),
                    _ => false,
                };
                let named = one(second, true) || one(second, false) && (behind.is_some() || single);
                if !owned && one(first, false) && named && fits && !first.actors[0].plural {
                    let mut np = (**first).clone();
                    let (level, sector) = (np.actors[0].level, np.actors[0].sector);
                    let office = first.actors[0].office.zip(second.actors[0].office).map(|(a, b)| (a.0, b.1));
                    merge_person(&mut np, second);
                    np.actors[0].office = office.or(np.actors[0].office);
                    np.actors[0].level = level.min(second.actors[0].level);
                    np.actors[0].sector = if second.actors[0].level <= level { second.actors[0].sector } else { sector };
                    np.end = second.end;
                    let mut next = end;
                    if let Some(name) = behind.filter(|_| one(second, false)) {
                        let rank = np.actors[0].level;
                        merge_person(&mut np, name);
                        np.actors[0].level = rank;
                        np.end = name.end;
                        next = end + 2 + usize::from(matches!(chunks.get(end + 2).map(|s| &s.chunk), Some(Chunk::Comma)));
                    }
                    // He may be the first of a list himself: ", and the Lao minister Y".
                    chunks[next - 1] = Spanned { start: chunks[i].start, end: np.end, chunk: Chunk::Np(Box::new(np)) };
                    i = next - 1;
                    continue;
                }
            }
            let mut np = (**first).clone();
            let model = (np.actors.len() == 1).then(|| np.actors.last().cloned()).flatten();
            let shared = self.spans_of(&np);
            for &m in &members[1..] {
                let n = np_at(&chunks[m]).expect("listable");
                // "the foreign ministers of Peru and Chile": the office is everybody's.
                let peer = (n.start..n.end).any(|t| self.counterpart(t));
                for a in &n.actors {
                    let mut a = a.clone();
                    // "A and his visiting X counterpart": of A's rank.
                    if peer && n.actors.len() == 1 && a.level.is_none_or(|l| l == Level::Working) {
                        a.level = first.actors.first().and_then(|f| f.level).or(a.level);
                    }
                    if let Some(model) = &model {
                        if a.kind == ActorKind::Country
                            && matches!(model.kind, ActorKind::Group | ActorKind::Person)
                            && model.name.is_none()
                            && model.country.is_some()
                            && shared
                        {
                            let c = a.country;
                            a = model.clone();
                            a.country = c;
                        }
                    }
                    np.actors.push(a);
                }
                np.places.extend(n.places.iter().copied());
            }
            // "the foreign ministers of Peru and Chile, X and Y": each has his name.
            let half = np.actors.len() / 2;
            let mut skip = 0;
            if half >= 2 && np.actors.len() == 2 * half {
                let (offices, names) = np.actors.split_at_mut(half);
                let unnamed = offices.iter().all(|a| a.name.is_none() && a.person.is_none() && a.country.is_some());
                if unnamed && names.iter().all(|a| a.name.is_some() && a.country.is_none() && a.office.is_none()) {
                    for (a, b) in offices.iter_mut().zip(names) {
                        a.name = b.name;
                        a.person = b.person;
                        a.kind = ActorKind::Person;
                        a.plural = false;
                    }
                    np.actors.truncate(half);
                    // The comma that closes the apposition.
                    let comma = matches!(chunks.get(end).map(|s| &s.chunk), Some(Chunk::Comma));
                    skip = usize::from(comma && !matches!(chunks.get(end + 1).map(|s| &s.chunk), Some(Chunk::Np(_) | Chunk::And)));
                }
            }
            // "Presidents Biden and Xi"
            let shared_rank = np.actors.first().filter(|a| a.plural && a.name.is_some() && a.office.is_none()).and_then(|a| a.level);
            if let Some(level) = shared_rank {
                for a in np.actors.iter_mut().filter(|a| a.name.is_some()) {
                    a.level = a.level.or(Some(level));
                    a.plural = false;
                }
            }
            np.list = true;
            np.end = chunks[end - 1].end;
            let (start, mut stop) = (chunks[i].start, chunks[end - 1].end);
            // "Minister X and deputy minister, Y, have arrived": the name of the last one stands behind a comma.
            let titled = np.actors.last().is_some_and(|a| {
                a.kind == ActorKind::Person
                    && !a.plural
                    && a.office.is_some_and(|o| self.tokens[o.0].cap)
                    && a.name.is_none()
                    && a.person.is_none()
            });
            let behind = match (chunks.get(end).map(|s| &s.chunk), chunks.get(end + 1)) {
                (Some(Chunk::Comma), Some(s)) if skip == 0 && titled => np_at(s).filter(|n| n.bare_name() && n.actors[0].country.is_none()),
                _ => None,
            };
            let (shut, goes_on) = (
                matches!(chunks.get(end + 2).map(|s| &s.chunk), Some(Chunk::Comma)),
                matches!(chunks.get(end + 2).map(|s| &s.chunk), Some(Chunk::Vg(_)))
                    || matches!(chunks.get(end + 3).map(|s| &s.chunk), Some(Chunk::Vg(_))),
            );
            if let (Some(name), true) = (behind, goes_on) {
                let last = np.actors.last_mut().expect("titled");
                last.name = name.actors[0].name;
                last.person = name.actors[0].person;
                np.end = name.end;
                stop = name.end;
                skip = 2 + usize::from(shut);
            }
            out.push(Spanned { chunk: Chunk::Np(Box::new(np)), start, end: stop });
            i = end + skip;
        }
        out
    }

    /// A delegation is what the body is that sends it: a publishing house's, a paper's.
    fn send(&self, delegation: &mut Actor, body: &Np) {
        let of = match self.sender(body) {
            Some(of) => Some((of.level, of.sector)),
            None if self.is(body.end - 1, Closed::PaperNoun) && self.tokens[body.end - 1].cap => {
                // "of the Ministry", "of Foreign Affairs" are papers by their last word only.
                let office =
                    ["ministry", "affairs", "presidency", "agency", "government", "mfa"].iter().any(|w| self.lower_is(body.end - 1, w));
                (!office).then_some((Level::Unofficial, Some(Sector::Culture)))
            }
            None => None,
        };
        if let Some((level, sector)) = of.filter(|_| delegation.delegation) {
            delegation.kind = ActorKind::Unofficial;
            delegation.level = Some(level);
            delegation.sector = sector.or(delegation.sector);
        }
    }

    /// The unofficial body that a phrase names: a troupe, a newspaper, an agency, "the Newspaper Al Example".
    fn sender(&self, np: &Np) -> Option<&crate::lexicon::Group> {
        (np.start..np.end).find_map(|k| {
            if self.tokens[k].kind != Kind::Word {
                return None;
            }
            match self.longest(k, kinds::GROUP)? {
                (Entry::Group(g), end) => {
                    let opens = k <= np.start + 1 && end < np.end && self.tokens[k].cap && self.tokens[end].cap;
                    Some(&self.lx.groups[g as usize]).filter(|g| !g.official && (end == np.end || opens))
                }
                _ => None,
            }
        })
    }

    /// Does the phrase end in "of COUNTRY"?
    fn spans_of(&self, np: &Np) -> bool {
        (np.start..np.end).any(|k| self.lower_is(k, "of") || self.lower_is(k, "from"))
    }
}

/// Moves a chunk out; what stays behind is nothing.
fn take(s: &mut Spanned) -> Spanned {
    Spanned { chunk: std::mem::replace(&mut s.chunk, Chunk::Other), ..*s }
}

fn np_at(s: &Spanned) -> Option<&Np> {
    match &s.chunk {
        Chunk::Np(n) => Some(n),
        _ => None,
    }
}

fn listable(n: &Np) -> bool {
    match n.kind {
        NpKind::Actor => {
            n.actors.iter().all(|a| a.country.is_some() || a.name.is_some() || a.office.is_some() || a.kind != ActorKind::Country)
        }
        NpKind::Place => true,
        _ => false,
    }
}

/// Puts the name of one phrase and the office of the other together.
fn merge_person(a: &mut Np, b: &Np) {
    let other = &b.actors[0];
    let own = &mut a.actors[0];
    own.name = own.name.or(other.name);
    own.person = own.person.or(other.person);
    if own.office.is_none() {
        own.office = other.office;
    }
    own.level = own.level.or(other.level);
    own.sector = own.sector.or(other.sector);
    // The country of the office, not of the phrase that the name stood in.
    own.country = if other.office.is_some() { other.country.or(own.country) } else { own.country.or(other.country) };
    own.former |= other.former;
    own.kind = ActorKind::Person;
}

fn lower(level: Level) -> Level {
    match level {
        Level::Leader => Level::DeputyLeader,
        Level::Minister => Level::DeputyMinister,
        Level::DeputyLeader => Level::DeputyMinister,
        other => other,
    }
}
